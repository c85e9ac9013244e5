//! `backup`, `restore`, `doctor`, `verify`: keeping the data.

use crate::data::Data;
use clap::Args;
use std::path::PathBuf;

/// `guanjia backup`.
#[derive(Args)]
pub struct BackupArgs {
    #[command(flatten)]
    pub data: Data,
    /// The file to make; or a folder, where the backup is named by its time.
    #[arg(long, value_name = "FILE|DIR", default_value = "backups", env = "GUANJIA_BACKUPS")]
    pub to: PathBuf,
    /// Of the backups in that folder that are named by their time, keeps the newest ones and removes the others.
    #[arg(long, value_name = "N", env = "GUANJIA_KEEP", value_parser = clap::value_parser!(u32).range(1..))]
    pub keep: Option<u32>,
    /// Prints the outcome as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `guanjia restore`.
#[derive(Args)]
pub struct RestoreArgs {
    /// The backup.
    pub file: PathBuf,
    /// The key that the backup was sealed with; it is copied into the folder. Without it the key must lie there
    /// already, or stand in GUANJIA_KEY.
    #[arg(long, value_name = "FILE")]
    pub key: Option<PathBuf>,
    /// What was erased after the backup was made, so that it stays erased: the list guanjia-erased.jsonl that `guanjia
    /// backup` keeps beside its backups. Without this the list beside FILE is taken, where there is one.
    #[arg(long, value_name = "FILE")]
    pub erased: Option<PathBuf>,
    #[command(flatten)]
    pub data: Data,
    /// Prints the outcome as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `guanjia doctor`.
#[derive(Args)]
pub struct DoctorArgs {
    #[command(flatten)]
    pub data: Data,
    /// Prints what was found as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `guanjia settings`.
#[derive(Args)]
pub struct SettingsArgs {
    /// Writes guanjia.toml with every setting explained; refuses to overwrite one.
    #[arg(long, conflicts_with = "check")]
    pub write_default: bool,
    /// Checks guanjia.toml; what is wrong is named with its line.
    #[arg(long)]
    pub check: bool,
    /// The folder of the data.
    #[arg(long, value_name = "DIR", default_value = "data/guanjia")]
    pub data: PathBuf,
}

/// `guanjia verify`.
#[derive(Args)]
pub struct VerifyArgs {
    #[command(flatten)]
    pub data: Data,
    /// Prints the outcome as JSON.
    #[arg(long)]
    pub json: bool,
}
