//! How long a field is kept: what the daily job erases.

use super::consent::{ConsentKind, Giver};
use super::field::{Basis, CardField, FieldRule, RULES};
use super::resident::Resident;
use super::tag::CareTag;
use crate::calendar::china_time;
use crate::moment::Moment;
use crate::worded::worded;
use jiff::ToSpan;
use jiff::civil::Date;

worded! {
    /// Why a field was erased.
    ErasedFor {
        /// Its time after somebody left is over.
        Left = "left";
        /// Nobody agreed in time.
        NoConsent = "no_consent";
        /// Consent was taken back.
        Withdrawn = "withdrawn";
        /// A care tag ended.
        Ended = "ended";
        /// It had been erased before an older backup was brought back.
        Replayed = "replayed";
        /// Somebody emptied it, or put it right.
        Corrected = "corrected";
    }
}

/// What the vault knows that the rules need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardFacts {
    /// Fields that hold anything.
    pub filled: Vec<CardField>,
    /// The tags.
    pub tags: Vec<CareTag>,
    /// The day of birth, from its field or the ID number.
    pub born: Option<Date>,
    /// A sheet said that somebody has moved out or died.
    pub has_left: bool,
}

/// What is to be erased today.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// The whole card: without a name the rest says nothing.
    pub all: bool,
    /// Fields, each with why.
    pub fields: Vec<(CardField, ErasedFor)>,
    /// Single tags.
    pub tags: Vec<CareTag>,
}

impl Due {
    /// Whether nothing is.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        !self.all && self.fields.is_empty() && self.tags.is_empty()
    }
}

/// Whether somebody is under 14: others decide for them (article 31).
#[must_use]
pub fn is_child(born: Option<Date>, now: Moment) -> bool {
    born.is_some_and(|born| china_time::date(now.into()) < born.saturating_add(14.years()))
}

impl Resident {
    /// Whether there is consent for what a field rests on. A duty needs none; a child's guardian is asked about all.
    #[must_use]
    pub fn is_agreed(&self, rule: &FieldRule, child: bool) -> bool {
        let own = match rule.basis {
            Basis::PublicDuty => true,
            Basis::Consent(kind) => self.consent(kind, child).is_some(),
        };
        own && (!child || self.consent(ConsentKind::Child, true).is_some())
    }

    /// What of a card is to be erased.
    #[must_use]
    pub fn due(&self, facts: &CardFacts, now: Moment) -> Due {
        let child = is_child(facts.born, now);
        let mut due = Due::default();
        for rule in RULES.iter().filter(|it| facts.filled.contains(&it.field)) {
            if let Some(why) = self.has_ended(rule, facts, child, now) {
                due.fields.push((rule.field, why));
            }
        }
        due.all = due.fields.iter().any(|(field, _)| *field == CardField::Name);
        if let Some(given) = self.consent(ConsentKind::Care, child) {
            let ended = |tag: &CareTag| tag.has_ended(given.consent.given_on, now);
            due.tags.extend(facts.tags.iter().copied().filter(ended));
        }
        due
    }

    fn has_ended(&self, rule: &FieldRule, facts: &CardFacts, child: bool, now: Moment) -> Option<ErasedFor> {
        let day = |at: Moment| china_time::date(at.into());
        let left = self.left_at.or_else(|| facts.has_left.then_some(self.changed_at));
        if left.is_some_and(|at| day(now) > day(at).saturating_add(rule.months_after_leaving.months())) {
            return Some(ErasedFor::Left);
        }
        // What a sheet brought waits since the sheet; so does what was written before consent was taken back.
        let waits_until = day(self.changed_at).saturating_add(rule.days_without_consent.days());
        (!self.is_agreed(rule, child) && day(now) > waits_until).then_some(ErasedFor::NoConsent)
    }

    /// The guardian who answers for a child.
    #[must_use]
    pub fn guardian(&self) -> Option<crate::ids::ResidentId> {
        match self.consent(ConsentKind::Child, true)?.consent.by {
            Giver::Guardian(id) => Some(id),
            Giver::Own => None,
        }
    }
}
