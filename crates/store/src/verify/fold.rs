//! The states that the events of a community lead to.

use super::Fault;
use crate::error::Result;
use crate::value::Row;
use guanjia_domain::{Body, CommunityCode, Entity, Event, Moment, Subject};
use std::collections::HashMap;
use uuid::Uuid;

/// An entry of the ledger as it stands there.
pub(super) struct Told {
    seq: u64,
    at: Moment,
    actor: String,
    subject_kind: String,
    subject: Vec<u8>,
    kind: String,
    body: String,
}

impl Told {
    pub(super) fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            seq: row.get(0)?,
            at: row.get(1)?,
            actor: row.get(3)?,
            subject_kind: row.get(4)?,
            subject: row.get(5)?,
            kind: row.get(6)?,
            body: row.get(7)?,
        })
    }

    /// What the chain covers besides place and time.
    pub(super) fn columns(&self) -> [&[u8]; 5] {
        [
            self.actor.as_bytes(),
            self.subject_kind.as_bytes(),
            &self.subject,
            self.kind.as_bytes(),
            self.body.as_bytes(),
        ]
    }

    fn event(&self) -> std::result::Result<Event, String> {
        let id = Uuid::from_slice(&self.subject).map_err(|error| error.to_string())?;
        let subject = Subject::of(&self.subject_kind, id)
            .ok_or_else(|| format!("subject {} is not known", self.subject_kind))?;
        let body: Body = serde_json::from_str(&self.body).map_err(|error| error.to_string())?;
        if crate::ledger::kind_of(&body) != self.kind {
            return Err(format!("it is called {}, but holds something else", self.kind));
        }
        let actor = self.actor.parse().map_err(|_| format!("actor {} is not known", self.actor))?;
        Ok(Event { at: self.at, actor, subject, body })
    }
}

/// Folds all events of a community.
pub(super) struct Fold {
    community: CommunityCode,
    /// What the events have led to so far.
    pub(super) states: HashMap<Subject, Entity>,
    /// The first event that does not fit.
    pub(super) fault: Option<Fault>,
}

impl Fold {
    pub(super) fn new(community: CommunityCode) -> Self {
        Self { community, states: HashMap::new(), fault: None }
    }

    /// The next event. After a fault nothing more is taken.
    pub(super) fn take(&mut self, told: &Told) {
        if self.fault.is_none()
            && let Err(reason) = self.try_take(told)
        {
            self.fault = Some(Fault::Event { community: self.community, seq: told.seq, reason });
        }
    }

    fn try_take(&mut self, told: &Told) -> std::result::Result<(), String> {
        let event = told.event()?;
        let before = self.states.remove(&event.subject);
        let after = Entity::after(before, &event).map_err(|misfit| misfit.to_string())?;
        self.states.insert(event.subject, after);
        Ok(())
    }

    /// How many requests the events tell of.
    pub(super) fn requests(&self) -> u64 {
        self.states.keys().filter(|subject| matches!(subject, Subject::Request(_))).count() as u64
    }
}
