//! Everything the program looks at to find the common issues of an estate.

use super::list::count;
use super::said::Said;
use crate::day::DAY;
use crate::error::Result;
use crate::office::App;
use guanjia_discover::issues::{KnownEstate, Located, Places, Request};
use guanjia_domain::ids::{EstateId, RequestId};
use guanjia_domain::issue::{Issue, RECENT_DAYS, can_be_common, households};
use guanjia_domain::matter::MatterList;
use guanjia_domain::place_text;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;

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
    /// The code of each request's matter and its name.
    matters: Vec<Option<(String, String)>>,
}

impl Desk {
    /// The requests as they are compared, in the order of `said`. The name of the matter serves as title: it brings
    /// together what people put in words that have little in common.
    pub fn requests(&self) -> Vec<Request<'_>> {
        let one = |at: usize| Request {
            title: self.matters[at].as_ref().map_or("", |(_, name)| name),
            ..self.plain_request(at)
        };
        (0..self.said.len()).map(one).collect()
    }

    /// The same in their own words only.
    pub fn untitled(&self) -> Vec<Request<'_>> {
        (0..self.said.len()).map(|at| self.plain_request(at)).collect()
    }

    fn plain_request(&self, at: usize) -> Request<'_> {
        Request {
            id: &self.ids[at],
            at: self.said[at].request.reported_at.0,
            title: "",
            text: self.said[at].text.as_deref().unwrap_or_default(),
            reporter: Some(&self.reporters[at]),
            place: self.places[at].clone(),
            category: self.matters[at].as_ref().map(|(code, _)| code.as_str()),
        }
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
            let asked_for = also.contains(&it.request.id);
            let it = self.said(tx, community, it)?;
            if it.speaks() && (asked_for || can_be_common(it.request.matter.as_deref())) {
                said.push(it);
            }
        }
        let (places, list) = (self.places_of(tx, community, estate)?, self.matters(tx, community)?);
        let first = |it: &Said| it.voices.first().cloned().unwrap_or_default();
        let voices: Vec<_> = said.iter().map(first).collect();
        Ok(Desk {
            issues: tx.all_issues(community, estate)?,
            ids: said.iter().map(|it| it.request.id.to_string()).collect(),
            reporters: households(&voices).into_iter().map(|it| it.to_string()).collect(),
            places: said.iter().map(|it| located(it, estate, &places)).collect(),
            matters: said.iter().map(|it| self.matter_of(it, &list)).collect(),
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

    /// The matter that was chosen, else the one that the model is sure of, with its name.
    fn matter_of(&self, it: &Said, list: &MatterList) -> Option<(String, String)> {
        let code = it.request.matter.clone().or_else(|| self.sure_matter(it.text.as_deref()?))?;
        let name = list.get(&code)?.zh;
        Some((code, name))
    }
}

/// The hard gate: the estate is the one that was chosen, whatever the text says.
fn located(it: &Said, estate: EstateId, places: &Places) -> Located {
    let building = it.place.building.as_deref();
    let chosen = Located::chosen(Some(&estate.to_string()), building, it.place.unit.as_deref());
    places.locate(&chosen, "", it.text.as_deref().unwrap_or_default())
}
