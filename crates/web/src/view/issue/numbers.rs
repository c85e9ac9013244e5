//! Numbers that are unusual, and kinds that stand in several estates.

use super::IssueKind;

/// Unusual numbers of a community, in words.
#[derive(Debug, Clone)]
pub struct Unusual {
    /// Each in a sentence, the least likely first.
    pub lines: Vec<String>,
    /// What was looked at, or why nothing can be said.
    pub about: String,
}

/// A kind that stands in several estates.
#[derive(Debug, Clone)]
pub struct KindElsewhere {
    /// What it is ("路灯不亮").
    pub title: String,
    /// Where it stands, how far people have decided there, and households.
    pub places: Vec<(String, IssueKind, u32)>,
}

/// The last whole week of a street, in words.
#[derive(Debug, Clone)]
pub struct StreetWeek {
    /// Whether a method says that it is unusual.
    pub alarm: bool,
    /// What each method says, or why it cannot say anything.
    pub lines: Vec<String>,
}
