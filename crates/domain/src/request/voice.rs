//! Whose words and photos those of a request are: several residents may speak in one.

use super::event::RequestEvent;
use crate::moment::Moment;
use crate::party::{Actor, Role};
use std::ops::Range;
use uuid::Uuid;

/// Who speaks in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// Whoever reported it, or for whom it was reported.
    Reporter,
    /// Who said "me too", as the `n`-th from 1; 0 is a resident whom no joining is known of.
    Joiner(u32),
    /// The staff and the organisations.
    Office,
}

/// Hears the events of one request in their order.
#[derive(Clone, Debug, Default)]
pub struct Voices {
    joiners: Vec<Option<Uuid>>,
    joined_at: Option<Moment>,
    photos: u32,
}

impl Voices {
    /// Who speaks in the next event, and the numbers of the photos that come with it. What is added in the moment of a
    /// joining belongs to whoever joined; later they are known by the id of their link.
    pub fn hear(&mut self, at: Moment, actor: Actor, event: &RequestEvent) -> (Voice, Range<u32>) {
        let first = self.photos;
        self.photos += event.photos();
        let with_join = self.joined_at.take() == Some(at);
        let voice = match event {
            RequestEvent::Reported(_) => Voice::Reporter,
            RequestEvent::Joined => {
                self.joined_at = Some(at);
                self.joiners.push(actor.id);
                self.last()
            }
            RequestEvent::Added { internal: false, .. } if with_join => self.last(),
            _ if actor.role != Role::Resident => Voice::Office,
            _ => actor.id.map_or(Voice::Reporter, |id| self.joiner(id)),
        };
        (voice, first..self.photos)
    }

    /// As which joiner an id speaks.
    #[must_use]
    pub fn joiner(&self, id: Uuid) -> Voice {
        let place = self.joiners.iter().position(|it| *it == Some(id));
        Voice::Joiner(place.and_then(|it| u32::try_from(it + 1).ok()).unwrap_or(0))
    }

    fn last(&self) -> Voice {
        Voice::Joiner(u32::try_from(self.joiners.len()).unwrap_or(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_keeps_what_they_brought() {
        let me = Uuid::from_u128(7);
        let resident = |id| Actor { role: Role::Resident, id };
        let added = |photos| RequestEvent::Added { words: None, photos, internal: false };
        let mut voices = Voices::default();
        let mut hear = |at: i64, actor, event: &RequestEvent| voices.hear(Moment(at), actor, event);
        assert_eq!(hear(1, resident(None), &added(2)), (Voice::Reporter, 0..2));
        assert_eq!(hear(2, resident(Some(me)), &RequestEvent::Joined), (Voice::Joiner(1), 2..2));
        assert_eq!(hear(2, resident(None), &added(1)), (Voice::Joiner(1), 2..3), "said while joining");
        assert_eq!(hear(2, resident(None), &added(1)), (Voice::Reporter, 3..4), "said by itself");
        assert_eq!(hear(5, resident(Some(me)), &added(3)), (Voice::Joiner(1), 4..7), "said later");
        let unknown = resident(Some(Uuid::from_u128(9)));
        assert_eq!(hear(6, unknown, &added(0)).0, Voice::Joiner(0), "never the reporter's");
        let steward = Actor { role: Role::Officer, id: Some(me) };
        assert_eq!(hear(7, steward, &added(1)), (Voice::Office, 7..8));
    }
}
