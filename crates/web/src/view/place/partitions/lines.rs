//! What stands on the page of the partitions.

/// A building of the table.
#[derive(Debug, Clone)]
pub struct CellLine {
    /// Its name, or those of some units of it.
    pub place: String,
    /// The grid with its worker; what is wrong where it is not one.
    pub grid: String,
    /// Whether that is a gap or an overlap.
    pub wrong: bool,
}

/// An estate of the table.
#[derive(Debug, Clone)]
pub struct PartitionBlock {
    /// Its name.
    pub name: String,
    /// Its page; `None` for buildings that stand in no estate.
    pub href: Option<String>,
    /// The steward.
    pub steward: String,
    /// The deputy.
    pub deputy: Option<String>,
    /// Who stands in that day.
    pub stands_in: Option<String>,
    /// Buildings and units.
    pub cells: Vec<CellLine>,
}

/// How a planned change is taken back: where the form goes, and its hidden fields.
#[derive(Debug, Clone)]
pub struct Cancel {
    /// The address.
    pub href: &'static str,
    /// Names and values.
    pub fields: Vec<(&'static str, String)>,
}

/// One planned change.
#[derive(Debug, Clone)]
pub struct PlannedLine {
    /// What it is.
    pub words: String,
    /// How to take it back; `None` when it goes with another one.
    pub cancel: Option<Cancel>,
}

/// What changes at one moment.
#[derive(Debug, Clone)]
pub struct PlannedDay {
    /// When, milliseconds of the epoch.
    pub at: i64,
    /// What.
    pub lines: Vec<PlannedLine>,
    /// Gaps and overlaps that come with it.
    pub faults: Vec<String>,
}
