//! Of which requests somebody may read figures, and how these are walked through.

use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::ids::EstateId;
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::request::Request;
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;
use guanjia_store::requests::Belongs;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Requests that are read at a time.
const BATCH: u32 = 1_000;

/// The estates whose figures somebody may read.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The community.
    pub community: CommunityCode,
    /// The estates with their names.
    pub estates: BTreeMap<EstateId, String>,
    /// Whether these are all of the community.
    pub whole: bool,
}

/// Where a walk goes on: which way of belonging, and after what.
pub(super) type Place = (usize, Option<(Moment, Uuid)>);

impl Scope {
    /// Whether a request is in it.
    #[must_use]
    pub fn holds(&self, it: &Request) -> bool {
        self.whole || self.estates.contains_key(&it.place.estate)
    }

    /// The name of an estate.
    #[must_use]
    pub fn estate(&self, id: EstateId) -> &str {
        self.estates.get(&id).map_or("", String::as_str)
    }

    /// Hands the requests of a span to `take`, until it says that it wants no more.
    pub(super) fn walk(
        &self,
        tx: &mut Tx,
        (from, until): (Moment, Moment),
        begin: Place,
        mut take: impl FnMut(&Request, Place) -> Result<bool>,
    ) -> Result<()> {
        let (first, mut after) = begin;
        for (way, belongs) in Belongs::ALL.into_iter().enumerate().skip(first) {
            loop {
                let batch = tx.requests_belonging(self.community, (belongs, from, until), after, BATCH)?;
                let ends = batch.len() < BATCH as usize;
                for (request, place) in batch {
                    after = Some(place);
                    if self.holds(&request) && !take(&request, (way, after))? {
                        return Ok(());
                    }
                }
                if ends {
                    break;
                }
            }
            after = None;
        }
        Ok(())
    }
}

impl App {
    /// Whose figures somebody may read: the secretary everybody's, an officer those of the own estates.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::Forbidden`] for whoever may read none.
    pub fn report_scope(&self, tx: &mut Tx, who: &Principal, community: CommunityCode) -> Result<Scope> {
        let whole = Area::community(community, None);
        let names = tx.estate_names(community)?;
        let may = |id: &EstateId| {
            let area = Area { estate: Some(*id), ..whole };
            permit(who, Action::ReadReport, &area) == Verdict::Allowed
        };
        let estates: BTreeMap<_, _> = names.iter().filter(|(id, _)| may(id)).cloned().collect();
        let all = permit(who, Action::ReadReport, &whole) == Verdict::Allowed;
        if !all && estates.is_empty() {
            allow(who, Action::ReadReport, &whole)?;
        }
        Ok(Scope { community, estates, whole: all })
    }
}
