//! Everything the program looks at to find the common issues of an estate.

use super::list::count;
use super::said::Said;
use crate::day::DAY;
use crate::error::Result;
use crate::office::App;
use guanjia_discover::issues::{KnownEstate, Located, Places, Request};
use guanjia_domain::ids::{EstateId, RequestId};
use guanjia_domain::issue::{Issue, households};
use guanjia_domain::place_text;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;

/// Requests that are open, or were reported in so many days, are compared.
const RECENT_DAYS: i64 = 60;
/// So many of them at the most, the newest.
const MOST: u32 = 2_000;

/// The desk of an estate.
pub(super) struct Desk {
    pub said: Vec<Said>,
    /// Every issue that ever was, ended ones too.
    pub issues: Vec<Issue>,
    ids: Vec<String>,
    reporters: Vec<String>,
    places: Vec<Located>,
    categories: Vec<Option<String>>,
}

impl Desk {
    /// The requests as they are compared, in the order of `said`.
    pub fn requests(&self) -> Vec<Request<'_>> {
        let one = |at: usize| Request {
            id: &self.ids[at],
            at: self.said[at].request.reported_at.0,
            title: "",
            text: self.said[at].text.as_deref().unwrap_or_default(),
            reporter: Some(&self.reporters[at]),
            place: self.places[at].clone(),
            category: self.categories[at].as_deref(),
        };
        (0..self.said.len()).map(one).collect()
    }

    /// Where a request stands among them.
    pub fn at(&self, request: RequestId) -> Option<usize> {
        self.said.iter().position(|it| it.request.id == request)
    }

    /// How many households speak through some of them.
    pub fn households(&self, requests: impl Iterator<Item = usize>) -> usize {
        let voices: Vec<_> = requests.flat_map(|at| self.said[at].voices.iter().cloned()).collect();
        count(&voices)
    }
}

impl App {
    /// Reads the desk of an estate, with some requests that may be older.
    pub(super) fn issue_desk(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        estate: EstateId,
        also: &[RequestId],
    ) -> Result<Desk> {
        let since = self.now().plus(-RECENT_DAYS * DAY);
        let mut found = tx.recent_of_estate(community, estate, since, MOST)?;
        let missing: Vec<RequestId> =
            also.iter().filter(|id| found.iter().all(|it| it.request.id != **id)).copied().collect();
        found.extend(tx.comparable_each(community, &missing)?);
        let mut said = Vec::new();
        for it in found {
            let it = self.said(tx, community, it)?;
            if it.speaks() {
                said.push(it);
            }
        }
        let places = self.places_of(tx, community, estate)?;
        let first = |it: &Said| it.voices.first().cloned().unwrap_or_default();
        let voices: Vec<_> = said.iter().map(first).collect();
        Ok(Desk {
            issues: tx.all_issues(community, estate)?,
            ids: said.iter().map(|it| it.request.id.to_string()).collect(),
            reporters: households(&voices).into_iter().map(|it| it.to_string()).collect(),
            places: said.iter().map(|it| located(it, estate, &places)).collect(),
            categories: said.iter().map(|it| self.category_of(it)).collect(),
            said,
        })
    }

    fn places_of(&self, tx: &mut Tx, community: CommunityCode, estate: EstateId) -> Result<Places> {
        let facts = tx.estate(community, estate)?.ok_or(Refusal::NotFound)?.facts;
        let buildings = tx.buildings(community, Some(estate), self.now())?;
        let names = place_text::Estate {
            name: facts.name,
            aliases: facts.aliases,
            buildings: buildings.iter().map(|it| it.name.clone()).collect(),
        };
        let building_ids = buildings.iter().map(|it| it.id.to_string()).collect();
        Ok(Places::new(vec![KnownEstate { id: estate.to_string(), names, building_ids }]))
    }

    /// The matter that was chosen, else the one that the model is sure of.
    fn category_of(&self, it: &Said) -> Option<String> {
        it.request.matter.clone().or_else(|| self.sure_matter(it.text.as_deref()?))
    }
}

/// The hard gate: the estate is the one that was chosen, whatever the text says.
fn located(it: &Said, estate: EstateId, places: &Places) -> Located {
    let building = it.place.building.as_deref();
    let chosen = Located::chosen(Some(&estate.to_string()), building, it.place.unit.as_deref());
    places.locate(&chosen, "", it.text.as_deref().unwrap_or_default())
}
