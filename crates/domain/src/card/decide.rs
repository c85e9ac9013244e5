//! What may be done with a card.

use super::consent::{Consent, ConsentKind, Giver};
use super::field::{Basis, CardField, rule};
use super::home::{Home, MOST_HOMES};
use super::resident::Resident;
use super::retention::{CardFacts, ErasedFor, is_child};
use super::texts::ConsentTexts;
use crate::calendar::china_time;
use crate::event::HouseEvent;
use crate::moment::Moment;
use crate::refusal::Refusal;

impl Resident {
    /// Whether this is still the card that somebody saw.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] once it was erased, [`Refusal::CardChanged`].
    pub fn must_be(&self, seen: u64) -> Result<(), Refusal> {
        match (self.erased, self.version == seen) {
            (true, _) => Err(Refusal::NotFound),
            (_, false) => Err(Refusal::CardChanged),
            _ => Ok(()),
        }
    }

    /// Whether fields may be written: what rests on consent needs it first.
    ///
    /// # Errors
    /// [`Refusal::ConsentNeeded`] with the field.
    pub fn may_hold(&self, fields: &[CardField], facts: &CardFacts, now: Moment) -> Result<(), Refusal> {
        let child = is_child(facts.born, now);
        let missing = fields.iter().find(|field| {
            matches!(rule(**field).basis, Basis::Consent(_)) && !self.is_agreed(rule(**field), child)
        });
        missing.map_or(Ok(()), |field| Err(Refusal::ConsentNeeded { field: field.name() }))
    }

    /// Decides where somebody lives; an empty list is somebody who has left.
    ///
    /// # Errors
    /// [`Refusal::NotAChoice`] for a room that stands there twice, and for too many.
    pub fn settle(&self, homes: Vec<Home>) -> Result<Option<HouseEvent>, Refusal> {
        let twice = homes.iter().enumerate().any(|(n, home)| {
            homes[..n].iter().any(|other| (other.estate, other.room) == (home.estate, home.room))
        });
        if twice || homes.len() > MOST_HOMES {
            return Err(Refusal::NotAChoice { field: "room", value: homes.len().to_string() });
        }
        Ok((homes != self.homes).then_some(HouseEvent::ResidentHomesSet { homes }))
    }

    /// Decides about a consent that was taken down from a page with the words of today; a paper that was signed on
    /// earlier ones names those of its day. `read_out` are the community's words, `guardian` is whom it names with
    /// the day of their birth, as far as it is known.
    ///
    /// # Errors
    /// [`Refusal::GuardianNeeded`] for a child without a grown-up guardian who has a card; [`Refusal::CardChanged`]
    /// when the words changed since the page was opened; [`Refusal::NotAChoice`] for a day that has not come, and for
    /// a child's consent of a grown-up.
    pub fn agree(
        &self,
        mut consent: Consent,
        facts: &CardFacts,
        guardian: Option<(&Self, &CardFacts)>,
        read_out: &ConsentTexts,
        now: Moment,
    ) -> Result<HouseEvent, Refusal> {
        let child = is_child(facts.born, now);
        match (consent.by, guardian) {
            (Giver::Own, _) if child => return Err(Refusal::GuardianNeeded),
            (Giver::Own, _) => {}
            (Giver::Guardian(id), Some((it, theirs)))
                if id != self.id && it.id == id && !it.erased && !is_child(theirs.born, now) => {}
            (Giver::Guardian(_), _) => return Err(Refusal::GuardianNeeded),
        }
        let wrong = |field, value: String| Err(Refusal::NotAChoice { field, value });
        if consent.kind == ConsentKind::Child && !child {
            return wrong("kind", consent.kind.name().to_owned());
        }
        if consent.version != read_out.version(consent.kind) {
            return Err(Refusal::CardChanged);
        }
        if consent.given_on > china_time::date(now.into()) {
            return wrong("given_on", consent.given_on.to_string());
        }
        consent.version = read_out.version_on(consent.kind, consent.given_on);
        Ok(HouseEvent::ConsentGiven { consent })
    }

    /// Decides about taking a consent back: the fields that rest on it go at once, for a child's card all of them.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when there is none of that number in force.
    pub fn withdraw(&self, n: u32, facts: &CardFacts, now: Moment) -> Result<Vec<HouseEvent>, Refusal> {
        let given = self.consents.iter().find(|it| it.n == n && it.withdrawn.is_none());
        let given = given.ok_or(Refusal::NotFound)?;
        let mut after = self.clone();
        let mut events = vec![HouseEvent::ConsentWithdrawn { n }];
        after.apply(&events[0], now);
        let child = is_child(facts.born, now);
        if given.consent.kind == ConsentKind::Child
            && child
            && after.consent(ConsentKind::Child, true).is_none()
        {
            events.push(HouseEvent::ResidentErased);
            return Ok(events);
        }
        let rests = |field: &CardField| {
            let rule = rule(*field);
            rule.basis == Basis::Consent(given.consent.kind) && !after.is_agreed(rule, child)
        };
        let fields: Vec<_> = facts.filled.iter().copied().filter(rests).collect();
        if !fields.is_empty() {
            events.push(HouseEvent::CardFieldsErased { fields, why: ErasedFor::Withdrawn });
        }
        Ok(events)
    }
}
