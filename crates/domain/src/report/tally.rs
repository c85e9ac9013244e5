//! The figures of a month, and the same apart by estate and by class of matters.

use super::figure::Figure;
use super::reckoning::Reckoning;
use crate::ids::EstateId;
use crate::request::Request;
use std::collections::BTreeMap;

/// How many requests each figure counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Split(BTreeMap<Figure, u64>);

impl Split {
    /// The count of a figure.
    #[must_use]
    pub fn of(&self, figure: Figure) -> u64 {
        self.0.get(&figure).copied().unwrap_or(0)
    }

    fn add(&mut self, figure: Figure) {
        *self.0.entry(figure).or_default() += 1;
    }
}

/// A month in figures: filled request by request, and never larger than estates and classes make it.
#[derive(Clone, Debug)]
pub struct Tally {
    /// Which month, and by what.
    pub by: Reckoning,
    /// Of all.
    pub all: Split,
    /// By estate.
    pub estates: BTreeMap<EstateId, Split>,
    /// By the two digits of the class; empty for a request without a matter.
    pub classes: BTreeMap<String, Split>,
}

impl Tally {
    /// Begins.
    #[must_use]
    pub fn new(by: Reckoning) -> Self {
        Self { by, all: Split::default(), estates: BTreeMap::new(), classes: BTreeMap::new() }
    }

    /// Takes a request in.
    pub fn take(&mut self, it: &Request) {
        let class = class_of(it);
        for &figure in Figure::ALL {
            if figure.holds(it, &self.by) {
                self.all.add(figure);
                self.estates.entry(it.place.estate).or_default().add(figure);
                match self.classes.get_mut(class) {
                    Some(known) => known.add(figure),
                    None => self.classes.entry(class.to_owned()).or_default().add(figure),
                }
            }
        }
    }
}

/// The two digits of a request's class; empty without a matter.
pub(super) fn class_of(it: &Request) -> &str {
    it.matter.as_deref().and_then(|code| code.get(..2)).unwrap_or_default()
}
