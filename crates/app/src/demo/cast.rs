//! Who can be tried out in the demo, and why it is they: everybody has work waiting.

use super::found::{administrator, code};
use crate::error::Result;
use crate::office::App;
use guanjia_domain::claim::Claim;
use guanjia_domain::ids::{EstateId, RequestId, StaffId};
use guanjia_domain::people::OrganisationKind;
use guanjia_domain::request::Channel;
use guanjia_domain::{CommunityCode, Party, Refusal};
use guanjia_simulate::outline::{CommunityOutline, Outline};
use guanjia_store::Tx;
use guanjia_store::access::Holder;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The roles that can be tried out, in the order in which they are shown.
pub const ROLES: [&str; 13] = [
    "resident",
    "steward",
    "steward2",
    "grid_worker",
    "secretary",
    "deputy",
    "street",
    "bureau",
    "property",
    "admin",
    "security",
    "audit",
    "other_secretary",
];

/// The estate of the story in the outline.
const STORY_ESTATE: &str = "e01";
/// Trees that shade windows.
const TREES: &str = "0201";
/// How many open tasks are looked at to find somebody who has some.
const LOOK: u32 = 50;

/// Somebody who can be tried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CastMember {
    /// A resident, who has no account but the private link of a request.
    Resident {
        /// The community.
        community: CommunityCode,
        /// The request.
        request: RequestId,
    },
    /// Somebody with an account.
    Holder {
        /// The office of the account.
        community: CommunityCode,
        /// Whose it is.
        holder: Holder,
    },
}

/// Who is who in a demo. Holds ids only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoCast {
    community: CommunityCode,
    members: BTreeMap<String, Saved>,
}

/// A member as it stands in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Saved {
    community: CommunityCode,
    is: Sort,
    id: Uuid,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Sort {
    Request,
    Staff,
    Organisation,
}

impl DemoCast {
    /// The reference community.
    #[must_use]
    pub const fn community(&self) -> CommunityCode {
        self.community
    }

    /// Who plays a role; see [`ROLES`].
    #[must_use]
    pub fn member(&self, role: &str) -> Option<CastMember> {
        let Saved { community, is, id } = *self.members.get(role)?;
        Some(match is {
            Sort::Request => CastMember::Resident { community, request: id.into() },
            Sort::Staff => CastMember::Holder { community, holder: Holder::Staff(id) },
            Sort::Organisation => CastMember::Holder { community, holder: Holder::Organisation(id) },
        })
    }
}

/// Finds people of the demo who have something to do.
pub(super) fn choose(app: &App, tx: &mut Tx, outline: &Outline) -> Result<DemoCast> {
    let place = &outline.community;
    let community = code(place.division_code)?;
    let story = EstateId(outline.estate(STORY_ESTATE).ok_or(Refusal::NotFound)?.id);
    let secretary = app.secretary(tx, community)?.ok_or(Refusal::NotFound)?;
    let neighbour = code(outline.neighbour.division_code)?;
    let other = app.secretary(tx, neighbour)?.ok_or(Refusal::NotFound)?;
    let [steward, deputy, second] = stewards(app, tx, community, story, secretary)?;
    let worker = grid_worker(app, tx, community, place, story)?;
    let company = company(tx, community, story)?;
    let request = resident(tx, community, story)?;
    let here = |is, id| Saved { community, is, id };
    let staff = |id: StaffId| here(Sort::Staff, id.0);
    let clerk =
        |office: &str, id| Ok::<_, crate::AppError>(Saved { community: code(office)?, is: Sort::Staff, id });
    let members = [
        ("resident", here(Sort::Request, request.0)),
        ("steward", staff(steward)),
        ("steward2", staff(second)),
        ("grid_worker", staff(worker)),
        ("secretary", staff(secretary)),
        ("deputy", staff(deputy)),
        ("street", clerk(outline.street.division_code, outline.street.clerk.id)?),
        ("bureau", clerk(outline.bureau.division_code, outline.bureau.clerk.id)?),
        ("property", here(Sort::Organisation, company)),
        ("admin", here(Sort::Staff, administrator(place, "admin"))),
        ("security", here(Sort::Staff, administrator(place, "security"))),
        ("audit", here(Sort::Staff, administrator(place, "audit"))),
        ("other_secretary", Saved { community: neighbour, ..staff(other) }),
    ];
    Ok(DemoCast { community, members: members.map(|(role, saved)| (role.to_owned(), saved)).into() })
}

/// A steward who sees the estate of the story, the deputy of that steward's own estate, and one more steward: three
/// officers, none of them the secretary, with open requests.
fn stewards(
    app: &App,
    tx: &mut Tx,
    community: CommunityCode,
    story: EstateId,
    secretary: StaffId,
) -> Result<[StaffId; 3]> {
    let now = app.now();
    let held = tx.claims_in_force(community, now)?;
    let mut busy: Vec<(EstateId, Claim)> = Vec::new();
    for it in held {
        let open = tx.counts(community, it.estate, now)?.open;
        if it.claim.steward != secretary && open > 0 {
            busy.push((it.estate, it.claim));
        }
    }
    let of_story = tx.claim_in_force(community, story, now)?.ok_or(Refusal::NotFound)?;
    let sees = |claim: &Claim| claim.steward == of_story.steward || Some(claim.steward) == of_story.deputy;
    busy.sort_by_key(|(estate, claim)| (!sees(claim), *estate));
    let (_, first) = busy.first().ok_or(Refusal::NotFound)?;
    let deputy = first.deputy.ok_or(Refusal::NotFound)?;
    let another =
        busy.iter().map(|(_, claim)| claim.steward).find(|it| ![first.steward, deputy].contains(it));
    Ok([first.steward, deputy, another.ok_or(Refusal::NotFound)?])
}

/// The busiest of the grid workers whose grids touch the estate of the story.
fn grid_worker(
    app: &App,
    tx: &mut Tx,
    community: CommunityCode,
    place: &CommunityOutline,
    story: EstateId,
) -> Result<StaffId> {
    let estate = place.estates.iter().find(|estate| EstateId(estate.id) == story).ok_or(Refusal::NotFound)?;
    let mut best = None;
    for grid in tx.grids(community, None, app.now())? {
        let touches = |id| estate.buildings.iter().any(|building| building.id == id);
        if let Some(worker) = grid.worker.filter(|_| grid.parts.iter().any(|part| touches(part.building.0))) {
            let tasks = tasks(tx, community, Party::GridWorker(worker))?;
            best = best.max(Some((tasks, worker)));
        }
    }
    Ok(best.ok_or(Refusal::NotFound)?.1)
}

/// The property company that serves the estate of the story; the busiest, if there are several.
fn company(tx: &mut Tx, community: CommunityCode, story: EstateId) -> Result<Uuid> {
    let mut best = None;
    for it in tx.organisations(community)? {
        if it.kind == OrganisationKind::PropertyCompany && it.estates.contains(&story) {
            best = best.max(Some((tasks(tx, community, Party::Organisation(it.id))?, it.id)));
        }
    }
    Ok(best.ok_or(Refusal::NotFound)?.1.0)
}

fn tasks(tx: &mut Tx, community: CommunityCode, party: Party) -> Result<usize> {
    Ok(tx.asked_of(community, party, LOOK)?.len() + tx.handled_by(community, party, None, LOOK)?.len())
}

/// The first report of trees that a resident sent from the page: what was done about it stands on its link.
fn resident(tx: &mut Tx, community: CommunityCode, story: EstateId) -> Result<RequestId> {
    let all = tx.requests_after(community, Some(story), None, None, u32::MAX)?;
    let trees = |it: &&guanjia_domain::request::Request| {
        it.channel == Channel::Web && it.matter.as_deref() == Some(TREES)
    };
    Ok(all.iter().find(trees).ok_or(Refusal::NotFound)?.id)
}
