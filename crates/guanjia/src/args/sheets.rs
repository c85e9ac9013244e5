//! `import`: spreadsheets.

use crate::data::Data;
use clap::{Args, ValueEnum};
use guanjia_sheets::{Lang, Template};
use std::path::PathBuf;

/// `guanjia import`.
#[derive(Args)]
pub struct ImportArgs {
    /// The spreadsheets: xlsx or csv, in any order; or one file of everything, into an empty installation.
    #[arg(value_name = "FILES", required_unless_present = "template", conflicts_with = "template")]
    pub files: Vec<PathBuf>,
    /// The community that is filled; not needed for a file of everything.
    #[arg(long, value_name = "CODE")]
    pub community: Option<String>,
    /// Says of a heading which field its column is, or left_out: remembered for sheets with the same headings.
    #[arg(long = "map", value_name = "列名=字段", value_parser = heading)]
    pub named: Vec<(String, String)>,
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

/// A heading and the field that it is.
fn heading(typed: &str) -> Result<(String, String), String> {
    let (name, field) = typed.split_once('=').ok_or("write it as 列名=字段")?;
    let (name, field) = (name.trim().to_owned(), field.trim().to_owned());
    if name.is_empty() || !guanjia_sheets::is_field(&field) {
        return Err(format!("no sheet has a field “{field}”; take a heading of the templates, or left_out"));
    }
    Ok((name, field))
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

impl From<TemplateKind> for Template {
    fn from(kind: TemplateKind) -> Self {
        match kind {
            TemplateKind::Places => Self::Places,
            TemplateKind::People => Self::People,
            TemplateKind::Residents => Self::Residents,
        }
    }
}

impl From<SheetLanguage> for Lang {
    fn from(language: SheetLanguage) -> Self {
        match language {
            SheetLanguage::Zh => Self::Zh,
            SheetLanguage::En => Self::En,
        }
    }
}
