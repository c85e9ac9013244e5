//! `import`: spreadsheets.

use crate::data::Data;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// `guanjia import`.
#[derive(Args)]
pub struct ImportArgs {
    /// The spreadsheets: xlsx or csv, in any order.
    #[arg(value_name = "FILES", required_unless_present = "template", conflicts_with = "template")]
    pub files: Vec<PathBuf>,
    /// The community that is filled.
    #[arg(long, value_name = "CODE", required_unless_present = "template")]
    pub community: Option<String>,
    /// Says what would happen and changes nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Prints the outcome as JSON.
    #[arg(long)]
    pub json: bool,
    /// Writes an empty sheet to fill in.
    #[arg(long, value_enum, requires = "out")]
    pub template: Option<TemplateKind>,
    /// Where the empty sheet goes.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// The language of the empty sheet.
    #[arg(long, value_enum, default_value = "zh")]
    pub lang: SheetLanguage,
    #[command(flatten)]
    pub data: Data,
}

/// Which empty sheet.
#[derive(Clone, Copy, ValueEnum)]
pub enum TemplateKind {
    /// Estates, buildings, rooms.
    Places,
    /// Staff, grids, organisations.
    People,
    /// Residents.
    Residents,
}

/// The language of an empty sheet.
#[derive(Clone, Copy, ValueEnum)]
pub enum SheetLanguage {
    /// Chinese.
    Zh,
    /// English.
    En,
}
