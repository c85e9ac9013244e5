//! `GET /api/v1/requests`.

use super::body;
use super::caller::Caller;
use super::document::time;
use super::names::{ChannelName, StateName};
use super::problem::Wrong;
use super::reach;
use axum::Json;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::{IntoResponse, Response};
use guanjia_app::request::area_of;
use guanjia_app::{App, AppError};
use guanjia_domain::ids::{EstateId, RequestId};
use guanjia_domain::permission::{Action, Principal, Verdict, permit};
use guanjia_domain::request::{Request, State};
use guanjia_domain::{CommunityCode, Role};
use guanjia_store::Tx;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// How many requests a page has when nothing is said.
const USUAL: u32 = 50;
/// The most requests of a page.
const MOST: u32 = 200;

/// Which requests are wanted.
#[derive(Default, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// Only those that stand there.
    #[param(value_type = Option<StateName>)]
    state: Option<State>,
    /// Only those of this estate.
    #[param(value_type = Option<Uuid>)]
    estate: Option<EstateId>,
    /// Only those after this one: `next` of the page before.
    #[param(value_type = Option<Uuid>)]
    after: Option<RequestId>,
    /// How many at most; 50 when nothing is said.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
}

/// A page of requests in the order of their ids, which is that of their filing.
#[derive(Serialize, ToSchema)]
#[schema(as = Requests)]
pub(crate) struct RequestsDocument {
    /// The requests.
    requests: Vec<SummaryDocument>,
    /// `after` of the next page; null when there is none. A page can be short, or even empty, and not the last.
    next: Option<Uuid>,
}

/// A request without what was said.
#[derive(Serialize, ToSchema)]
#[schema(as = RequestSummary)]
struct SummaryDocument {
    /// Its id.
    id: Uuid,
    /// The number that people say on the phone.
    number: u64,
    /// Division code of its community.
    community: String,
    /// What `If-Match` names.
    version: u64,
    /// Where it stands.
    state: StateName,
    /// The estate.
    estate: Uuid,
    /// The building.
    building: Option<Uuid>,
    /// The unit.
    unit: Option<Uuid>,
    /// The room.
    room: Option<Uuid>,
    /// Code of the matter.
    matter: Option<String>,
    /// How it came in.
    channel: ChannelName,
    /// Danger to life.
    urgent: bool,
    /// Who works on it now, as `to` of a dispatch names it.
    handler: String,
    /// Who was asked to and has not accepted yet.
    asked: Option<String>,
    /// When it was said.
    #[schema(format = DateTime)]
    reported_at: String,
    /// When it is due.
    #[schema(format = DateTime)]
    due_at: String,
}

/// Lists requests that the caller may read.
#[utoipa::path(
    get,
    path = "/api/v1/requests",
    operation_id = "list_requests",
    tag = "requests",
    params(Wanted),
    responses((status = 200, description = "A page of requests.", body = RequestsDocument))
)]
pub(crate) async fn list(
    caller: Caller,
    query: Result<Query<Vec<(String, String)>>, QueryRejection>,
) -> Response {
    let outcome = match wanted(query) {
        Ok(wanted) => caller.read(move |app, tx, who| page(app, tx, who, &wanted)).await,
        Err(wrong) => Err(caller.hears(wrong).await),
    };
    caller.answer(outcome.map(|page| Json(page).into_response()))
}

fn wanted(query: Result<Query<Vec<(String, String)>>, QueryRejection>) -> Result<Wanted, Wrong> {
    let bad = |name: &str| Wrong::BadValue(name.to_owned());
    let Query(pairs) = query.map_err(|_| bad("query"))?;
    let mut wanted = Wanted::default();
    for (name, value) in pairs {
        let twice = match name.as_str() {
            "state" => wanted.state.replace(State::of_name(&value).ok_or_else(|| bad("state"))?).is_some(),
            "estate" => wanted.estate.replace(body::id("estate", &value)?).is_some(),
            "after" => wanted.after.replace(body::id("after", &value)?).is_some(),
            "limit" => {
                let limit = value.parse().ok().filter(|limit| (1..=MOST).contains(limit));
                wanted.limit.replace(limit.ok_or_else(|| bad("limit"))?).is_some()
            }
            _ => return Err(Wrong::UnknownField(name)),
        };
        if twice {
            return Err(bad(&name));
        }
    }
    Ok(wanted)
}

/// One step through the requests of every community within reach. It looks at a bounded number of them, so that
/// somebody who may read few does not cost much; where it stopped is where the next page begins.
fn page(app: &App, tx: &mut Tx, who: &Principal, wanted: &Wanted) -> Result<RequestsDocument, AppError> {
    let limit = wanted.limit.unwrap_or(USUAL);
    let looked_at = if who.role == Role::Secretary { limit + 1 } else { MOST + 1 };
    let state = wanted.state.map(State::name);
    let mut found: Vec<(CommunityCode, Request)> = Vec::new();
    let mut horizon = None;
    for community in reach::communities(app, tx, who)? {
        let street = app.community(tx, community)?.street;
        let some = tx.requests_after(community, wanted.estate, state, wanted.after, looked_at)?;
        if some.len() == looked_at as usize {
            let last = some.last().map(|it| it.id);
            horizon = horizon.map_or(last, |known: RequestId| last.map(|last| last.min(known)));
        }
        let readable = |it: &Request| permit(who, Action::ReadRequest, &area_of(community, street, it));
        let allowed = some.into_iter().filter(|it| readable(it) == Verdict::Allowed);
        found.extend(allowed.map(|it| (community, it)));
    }
    found.retain(|(_, it)| horizon.is_none_or(|horizon| it.id <= horizon));
    found.sort_by_key(|(_, it)| it.id);
    if found.len() > limit as usize {
        found.truncate(limit as usize);
        horizon = found.last().map(|(_, it)| it.id);
    }
    let requests = found.iter().map(|(community, it)| summary(*community, it)).collect();
    Ok(RequestsDocument { requests, next: horizon.map(|id| id.0) })
}

fn summary(community: CommunityCode, it: &Request) -> SummaryDocument {
    SummaryDocument {
        id: it.id.0,
        number: it.number,
        community: community.to_string(),
        version: it.version,
        state: StateName(it.state),
        estate: it.place.estate.0,
        building: it.place.building.map(|id| id.0),
        unit: it.place.unit.map(|id| id.0),
        room: it.place.room.map(|id| id.0),
        matter: it.matter.clone(),
        channel: ChannelName(it.channel),
        urgent: it.urgent,
        handler: it.handler.to_string(),
        asked: it.asked.map(|party| party.to_string()),
        reported_at: time(it.reported_at),
        due_at: time(it.due_at()),
    }
}
