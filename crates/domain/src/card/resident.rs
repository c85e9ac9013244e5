//! A resident who is known by name; what is known lies in the vault.

use super::consent::{Consent, ConsentKind, Given};
use super::home::{Home, Stay};
use crate::event::HouseEvent;
use crate::ids::{EstateId, ResidentId, RoomId};
use crate::moment::Moment;

/// A resident. Which fields the card has is known to the vault alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resident {
    /// The id.
    pub id: ResidentId,
    /// The estate of the first home, or of the last before leaving.
    pub estate: EstateId,
    /// Its room, if known.
    pub room: Option<RoomId>,
    /// Every home; nothing once somebody has left.
    pub homes: Vec<Home>,
    /// The data in the vault were erased.
    pub erased: bool,
    /// Since when they are known.
    pub known_since: Moment,
    /// When the homes last changed, or a sheet brought another card.
    pub changed_at: Moment,
    /// When they left.
    pub left_at: Option<Moment>,
    /// What was agreed to.
    pub consents: Vec<Given>,
    /// How many events there were: whoever changes a card says which they saw.
    pub version: u64,
}

impl Resident {
    /// Somebody becomes known.
    #[must_use]
    pub fn registered(id: ResidentId, estate: EstateId, room: Option<RoomId>, at: Moment) -> Self {
        Self {
            id,
            estate,
            room,
            homes: vec![Home { estate, room, stay: Stay::Unknown }],
            erased: false,
            known_since: at,
            changed_at: at,
            left_at: None,
            consents: Vec::new(),
            version: 1,
        }
    }

    /// The newest consent of a kind that counts.
    #[must_use]
    pub fn consent(&self, kind: ConsentKind, child: bool) -> Option<&Given> {
        self.consents.iter().rev().find(|it| it.consent.kind == kind && it.holds(child))
    }

    /// What an event does. `false` when it is none of a resident's.
    pub(crate) fn apply(&mut self, event: &HouseEvent, at: Moment) -> bool {
        match event {
            HouseEvent::ResidentChanged { room, estate } => self.moved(*estate, *room, at),
            HouseEvent::ResidentHomesSet { homes } => self.set_homes(homes, at),
            HouseEvent::CardWritten { .. } | HouseEvent::CardFieldsErased { .. } => {}
            HouseEvent::ConsentGiven { consent } => self.agreed(*consent, at),
            HouseEvent::ConsentWithdrawn { n } => {
                for given in self.consents.iter_mut().filter(|it| it.n == *n) {
                    given.withdrawn = Some(at);
                }
            }
            HouseEvent::ResidentErased => self.erased = true,
            _ => return false,
        }
        self.version += 1;
        true
    }

    /// A sheet says where they live; it says nothing of further homes, nor as what.
    fn moved(&mut self, estate: EstateId, room: Option<RoomId>, at: Moment) {
        (self.estate, self.room, self.changed_at, self.left_at) = (estate, room, at, None);
        match self.homes.iter().position(|it| it.estate == estate && it.room == room) {
            Some(known) => self.homes.swap(0, known),
            None => {
                let stay = self.homes.first().map_or(Stay::Unknown, |it| it.stay);
                self.homes.splice(..self.homes.len().min(1), [Home { estate, room, stay }]);
            }
        }
    }

    fn set_homes(&mut self, homes: &[Home], at: Moment) {
        self.homes = homes.to_vec();
        self.changed_at = at;
        // Said again it began the day they left, not today.
        self.left_at = homes.is_empty().then(|| self.left_at.unwrap_or(at));
        if let Some(first) = homes.first() {
            (self.estate, self.room) = (first.estate, first.room);
        }
    }

    fn agreed(&mut self, consent: Consent, at: Moment) {
        let n = u32::try_from(self.consents.len()).unwrap_or(u32::MAX);
        self.consents.push(Given { n, consent, at, withdrawn: None });
    }
}
