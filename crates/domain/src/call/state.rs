//! The state of a call, folded from its events.

use super::chain::Hand;
use super::life::Stage;
use super::rule::Rule;
use super::unit::HandlingUnit;
use crate::ids::{CallId, EstateId, OrganisationId, RequestId};
use crate::moment::Moment;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What a unit said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// It has not answered.
    Nothing,
    /// Yes.
    Yes {
        /// When.
        at: Moment,
    },
    /// No.
    No {
        /// When.
        at: Moment,
        /// Why: a text of the vault.
        words: u32,
        /// On which rule that rests.
        rule: Rule,
    },
}

/// One unit called another, and what that one said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passing {
    /// Who called.
    pub from: HandlingUnit,
    /// Who was called.
    pub to: HandlingUnit,
    /// When.
    pub at: Moment,
    /// What was asked: a text of the vault.
    pub words: u32,
    /// What they said.
    pub said: Said,
    /// The entry of the duty list, when it went to the community.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<String>,
}

/// A unit that assists, or is asked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assist {
    /// Which.
    pub unit: HandlingUnit,
    /// What it said.
    pub said: Said,
    /// What it did: a text of the vault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<u32>,
}

/// A joint visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// On which day.
    pub day: Date,
    /// Who is asked to come; once it was held, who was there.
    pub units: Vec<HandlingUnit>,
    /// The minutes: a text of the vault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
}

/// A call for help as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of the events")]
pub struct Call {
    pub id: CallId,
    pub estate: EstateId,
    pub requests: Vec<RequestId>,
    /// Who called first.
    pub by: HandlingUnit,
    /// Who leads, and since when: the first receiver until the next accepts.
    pub lead: HandlingUnit,
    pub lead_since: Moment,
    pub by_when: Date,
    /// What the lead promised.
    pub planned_until: Option<Date>,
    pub stage: Stage,
    /// Every calling, the first first.
    pub chain: Vec<Passing>,
    pub assists: Vec<Assist>,
    pub visits: Vec<Visit>,
    pub blown_at: Moment,
    pub answered_at: Option<Moment>,
    pub ended_at: Option<Moment>,
    /// How often a unit got a private link, where it was more than the one link of older ledgers.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub links: BTreeMap<OrganisationId, u32>,
    /// How many texts it has: the number of the next.
    pub words: u32,
    pub version: u64,
}

impl Call {
    /// Whether something is left to do.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.stage.is_open()
    }

    /// Who was called last and has not answered.
    #[must_use]
    pub fn asked(&self) -> Option<HandlingUnit> {
        let last = self.chain.last().filter(|_| self.stage == Stage::Blown)?;
        Some(last.to)
    }

    /// The day by which something is due: what the lead promised, else what the caller asked.
    #[must_use]
    pub fn due(&self) -> Date {
        self.planned_until.unwrap_or(self.by_when)
    }

    /// Who called whom and was not refused.
    #[must_use]
    pub fn hands(&self) -> Vec<Hand> {
        let standing = self.chain.iter().filter(|it| !matches!(it.said, Said::No { .. }));
        standing.map(|it| Hand { from: it.from, to: it.to }).collect()
    }

    /// Every unit that has to do with it: caller, lead, whoever is asked, and who was asked to assist or took part in
    /// the chain.
    #[must_use]
    pub fn units(&self) -> Vec<HandlingUnit> {
        let chain = self.chain.iter().map(|it| it.to);
        let assists = self.assists.iter().map(|it| it.unit);
        let mut all = Vec::new();
        for unit in [self.by, self.lead].into_iter().chain(chain).chain(assists) {
            if !all.contains(&unit) {
                all.push(unit);
            }
        }
        all
    }

    /// Whether a unit said no and has nothing to do with it any more: neither as one of the chain, where the last
    /// calling counts, nor as one that assists. It may be called or invited again.
    #[must_use]
    pub fn has_declined(&self, unit: HandlingUnit) -> bool {
        let called = self.chain.iter().rev().find(|it| it.to == unit).map(|it| it.said);
        let invited = self.assists.iter().find(|it| it.unit == unit).map(|it| it.said);
        let said: Vec<Said> = called.into_iter().chain(invited).collect();
        let no = |said: &Said| matches!(said, Said::No { .. });
        unit != self.by && unit != self.lead && !said.is_empty() && said.iter().all(no)
    }

    /// Which of its private links is a unit's last one; 0 where it got none, or the one of older ledgers.
    #[must_use]
    pub fn link_turn(&self, to: OrganisationId) -> u32 {
        self.links.get(&to).copied().unwrap_or_default()
    }

    /// The requests, as they are linked in the read table.
    #[must_use]
    pub fn linked_to(&self) -> Vec<Uuid> {
        self.requests.iter().map(|it| it.0).collect()
    }
}
