//! What each estate asks of its steward. In the order of the estates: nobody stands before anybody else.

use super::{LoadComment, Period, Reach};
use crate::error::Result;
use crate::office::{App, Names};
use guanjia_domain::ids::{EstateId, StaffId};
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Moment, Role};
use guanjia_store::Tx;
use std::collections::HashMap;
use std::ops::Range;

/// What an estate asks.
#[derive(Clone, Debug)]
pub struct LoadLine {
    /// The estate.
    pub estate: EstateId,
    /// Its name.
    pub name: String,
    /// Its steward.
    pub steward: StaffId,
    /// The steward's name.
    pub steward_name: String,
    /// Whether that is the reader.
    pub own: bool,
    /// Households.
    pub households: u64,
    /// The difficulty index, 0 to 100, where anything is known.
    pub difficulty: Option<f64>,
    /// Requests reported in the period; what was filed by mistake or merged is not asked of anybody.
    pub requests: u32,
    /// Open now.
    pub open: u32,
    /// For how many hours requests of the estate lay open in the period, added up.
    pub open_hours: u64,
}

/// What everybody may see of the load.
#[derive(Clone, Debug)]
pub struct LoadSheet {
    /// The reader's own estates first, then the others, each by name.
    pub lines: Vec<LoadLine>,
    /// What people said on their own figures, the newest first.
    pub comments: Vec<LoadComment>,
}

#[derive(Default)]
struct Sum {
    requests: u32,
    open: u32,
    millis: i64,
}

impl App {
    /// The load of the estates whose steward the reader is; for the secretary of all.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal`] for whoever may see no numbers.
    pub fn load(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        period: Period,
    ) -> Result<LoadSheet> {
        self.numbers_reach(tx, who, community, None)?;
        let now = self.now();
        let range = period.range(now);
        let reach = if who.role == Role::Officer { Reach::Estates(who.stewards.clone()) } else { Reach::All };
        let mut sums = self.sums(tx, community, &reach, range.start..range.end.min(now.plus(1)))?;
        let difficulties: HashMap<_, _> = self.difficulties(tx, community)?.into_iter().collect();
        let households: HashMap<_, _> = tx.households(community, now)?.into_iter().collect();
        let (mut names, mut lines) = (Names::default(), Vec::new());
        for held in tx.claims_in_force(community, now)? {
            let (estate, steward) = (held.estate, held.claim.steward);
            let Some(known) = tx.estate(community, estate)?.filter(|_| reach.has(estate)) else { continue };
            let sum = sums.remove(&estate).unwrap_or_default();
            lines.push(LoadLine {
                estate,
                name: known.facts.name,
                steward,
                steward_name: self.named(tx, &mut names, community, steward.0)?.name.clone(),
                own: who.id == Some(steward.0),
                households: households.get(&estate).copied().unwrap_or(0),
                difficulty: difficulties.get(&estate).copied().flatten(),
                requests: sum.requests,
                open: sum.open,
                open_hours: u64::try_from(sum.millis / 3_600_000).unwrap_or(0),
            });
        }
        lines.sort_by(|one, other| (!one.own, &one.name).cmp(&(!other.own, &other.name)));
        let comments = self.load_comments(tx, who, community)?;
        Ok(LoadSheet { lines, comments })
    }

    /// What was reported in a period, and for how long anything was open in it, also what was reported earlier.
    fn sums(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        reach: &Reach,
        range: Range<Moment>,
    ) -> Result<HashMap<EstateId, Sum>> {
        let mut sums: HashMap<EstateId, Sum> = HashMap::new();
        let open_for = |from: Moment, to: Option<Moment>| {
            to.unwrap_or(range.end).min(range.end).since(from.max(range.start)).max(0)
        };
        self.facts(tx, community, range.clone(), |fact| {
            if reach.holds(&fact) && fact.exclusion().is_none() {
                let sum = sums.entry(fact.estate).or_default();
                sum.requests += 1;
                sum.millis += open_for(fact.reported_at, fact.ended_at);
            }
        })?;
        let whose = self.whose(tx, community)?;
        tx.facts_ended_since(community, range.start, &whose, |fact| {
            if reach.holds(&fact) && fact.exclusion().is_none() {
                sums.entry(fact.estate).or_default().millis += open_for(fact.reported_at, fact.ended_at);
            }
            Ok(())
        })?;
        self.open_facts(tx, community, |fact| {
            if reach.holds(&fact) && fact.exclusion().is_none() {
                let sum = sums.entry(fact.estate).or_default();
                sum.open += 1;
                if fact.reported_at < range.start {
                    sum.millis += open_for(fact.reported_at, None);
                }
            }
        })?;
        Ok(sums)
    }
}
