//! `export`: lists, and everything at once.

use super::{SheetLanguage, TemplateKind};
use crate::data::Data;
use clap::Args;
use std::path::PathBuf;

/// `guanjia export`.
#[derive(Args)]
#[command(group = clap::ArgGroup::new("what").required(true).args(["template", "everything"]))]
pub struct ExportArgs {
    /// The community; with --everything, only this one.
    #[arg(long, value_name = "CODE", required_unless_present = "everything")]
    pub community: Option<String>,
    /// Which list, in the columns in which an import takes it.
    #[arg(long, value_enum)]
    pub template: Option<TemplateKind>,
    /// Everything in one file that needs neither this program nor its key.
    #[arg(long)]
    pub everything: bool,
    /// Where it goes: .xlsx, or .csv with a file for each sheet; .zip for everything.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Why; needed for residents and for everything, and kept in the access log.
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub reason: String,
    /// The language of headings and words.
    #[arg(long, value_enum, default_value = "zh")]
    pub lang: SheetLanguage,
    /// Prints the outcome as JSON.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub data: Data,
}
