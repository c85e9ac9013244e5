//! Why this officer: what every other one would cost, and which rule costs what. Worked out once for each draft.

use super::sheet::{AllocationSheet, Outlook};
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::AllocationId;
use guanjia_plan::allocation::binding::{Binding, binding};
use guanjia_plan::allocation::explain::{Next, Regret, next_best, regrets};
use guanjia_plan::allocation::solve::{Options, SMALL};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// How many drafts are kept; then all are forgotten.
const MOST: usize = 64;

/// The reasons of a plan.
#[derive(Clone, Debug)]
pub struct Reasons {
    /// For each estate what each officer would cost; empty in large communities.
    pub table: Vec<Vec<Regret>>,
    /// For each estate the other officer that costs least.
    pub next: Vec<Next>,
    /// The rules without which the plan would be better.
    pub binding: Vec<Binding>,
}

type Key = (CommunityCode, AllocationId, u32);

/// Reasons that were worked out, by draft. They hold no names.
#[derive(Default)]
pub struct KeptReasons(Mutex<HashMap<Key, Arc<Reasons>>>);

impl App {
    /// The reasons of a plan; `None` where there is none.
    #[must_use]
    pub fn reasons(&self, community: CommunityCode, sheet: &AllocationSheet) -> Option<Arc<Reasons>> {
        let Outlook::Plan(case, best) = &sheet.outlook else { return None };
        let key = (community, sheet.allocation.id, sheet.allocation.revision);
        // A panic cannot leave it half-changed: each change is one call of a map.
        let kept = || self.reasons.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = kept().get(&key) {
            return Some(Arc::clone(known));
        }
        let options = Options { seed: sheet.allocation.draft.ask.seed, labels: None };
        let is_small = case.estates.len() <= SMALL && best.proved;
        let table = if is_small { regrets(case, best, options, &mut self.out_of_time()) } else { Vec::new() };
        let next = if is_small { next_best(case, &table) } else { vec![Next::Unknown; case.estates.len()] };
        let binding =
            if best.proved { binding(case, best, options, &mut self.out_of_time()) } else { Vec::new() };
        let found = Arc::new(Reasons { table, next, binding });
        let mut kept = kept();
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(key, Arc::clone(&found));
        Some(found)
    }
}
