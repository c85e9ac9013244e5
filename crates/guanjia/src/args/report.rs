//! `report`: a month in figures.

use super::SheetLanguage;
use crate::data::Data;
use clap::Args;
use guanjia_domain::report::Month;
use std::path::PathBuf;

/// `guanjia report`.
#[derive(Args)]
pub struct ReportArgs {
    /// Which month.
    #[arg(long, value_name = "YYYY-MM")]
    pub month: Month,
    /// The community; not needed where there is one only.
    #[arg(long, value_name = "CODE")]
    pub community: Option<String>,
    /// Writes the report with all registers into a workbook.
    #[arg(long, value_name = "FILE")]
    pub xlsx: Option<PathBuf>,
    /// The language of the workbook.
    #[arg(long, value_enum, default_value = "zh")]
    pub lang: SheetLanguage,
    /// Prints JSON.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub data: Data,
}
