//! `guanjia rebuild`: the read tables, made again from the ledger.

use crate::data::Data;
use crate::failure::Failure;
use crate::output::answer;

/// Rebuilds and says how many rows were written.
pub fn run(data: &Data) -> Result<(), Failure> {
    let rows = guanjia_store::verify::rebuild(&data.database()?)?;
    answer(&format!("rows={rows}"))
}
