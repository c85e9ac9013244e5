//! What can be listed of a month: what a figure counts, a part of a rate, or a register.

use guanjia_domain::ids::EstateId;
use guanjia_domain::numbers::{Fact, Measure, Part, Whose};
use guanjia_domain::report::{Figure, Month, Reckoning, Register};
use guanjia_domain::request::Request;
use guanjia_store::requests::Belongs;

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// What a figure counts.
    Figure(Figure),
    /// What counts in one way in a rate of what was said in the month.
    Rate(Measure, Part),
    /// A register.
    Register(Register),
}

/// A list that is asked for.
#[derive(Clone, Debug)]
pub struct Listing {
    /// Of which month.
    pub month: Month,
    /// What.
    pub which: Which,
    /// Of one estate only.
    pub estate: Option<EstateId>,
    /// Of one class of matters only; empty for requests without a matter.
    pub class: Option<String>,
}

impl Which {
    /// From which way of belonging to the month on its requests are found.
    pub(super) fn begins_with(self) -> usize {
        let said = || Belongs::ALL.iter().position(|way| matches!(way, Belongs::Reported));
        if matches!(self, Self::Rate(..)) { said().unwrap_or(0) } else { 0 }
    }

    fn holds(self, it: &Request, by: &Reckoning) -> bool {
        match self {
            Self::Figure(figure) => figure.holds(it, by),
            Self::Register(register) => register.holds(it, by),
            Self::Rate(measure, part) => {
                let (from, until) = by.month.span();
                // Who looked after the place says nothing of how it counts.
                let fact = Fact::of(it, &Whose::default());
                (from..until).contains(&it.reported_at) && part.takes(measure.judge(&fact, &by.rule, by.now))
            }
        }
    }
}

impl Listing {
    /// Whether a request stands on the list.
    #[must_use]
    pub fn holds(&self, it: &Request, by: &Reckoning) -> bool {
        let class = it.matter.as_deref().and_then(|code| code.get(..2)).unwrap_or_default();
        self.which.holds(it, by)
            && self.estate.is_none_or(|estate| estate == it.place.estate)
            && self.class.as_deref().is_none_or(|wanted| wanted == class)
    }
}
