//! `GET /api/v1/requests/{id}/events`.

use super::body::Found;
use super::caller::Caller;
use super::document::{PartyDocument, some, time};
use super::names::RoleName;
use super::problem::Wrong;
use super::reach;
use super::show::found;
use axum::Json;
use axum::response::{IntoResponse, Response};
use guanjia_app::request::Happening;
use guanjia_domain::ids::RequestId;
use serde::Serialize;
use utoipa::ToSchema;

/// What happened to a request, oldest first.
#[derive(Serialize, ToSchema)]
#[schema(as = Events)]
pub(crate) struct EventsDocument {
    /// The events.
    events: Vec<EventDocument>,
}

/// One thing that happened.
#[derive(Serialize, ToSchema)]
#[schema(as = Event)]
struct EventDocument {
    /// Its place in the ledger of the community.
    seq: u64,
    /// What: `reported`, `accepted`, `dispatched`, …
    kind: &'static str,
    /// When.
    #[schema(format = DateTime)]
    at: String,
    /// By whom.
    actor: ActorDocument,
    /// To whom it was handed.
    to: Option<PartyDocument>,
    /// The reason or reply that went with it, as far as the caller may read it.
    words: Option<String>,
    /// The internal note of a disposal, for staff.
    note: Option<String>,
}

/// Who did something.
#[derive(Serialize, ToSchema)]
#[schema(as = Actor)]
struct ActorDocument {
    /// In which role.
    role: RoleName,
    /// The name of the officer, grid worker or body.
    name: Option<String>,
}

/// Shows what happened to a request.
#[utoipa::path(
    get,
    path = "/api/v1/requests/{id}/events",
    operation_id = "list_events",
    tag = "requests",
    params(("id" = Uuid, Path, description = "The id of the request.")),
    responses((status = 200, description = "What happened, oldest first.", body = EventsDocument))
)]
pub(crate) async fn events(caller: Caller, id: Found<String>) -> Response {
    let outcome = match found(id) {
        Ok(id) => read(&caller, id).await.map(|it| Json(it).into_response()),
        Err(wrong) => Err(caller.hears(wrong).await),
    };
    caller.answer(outcome)
}

async fn read(caller: &Caller, id: RequestId) -> Result<EventsDocument, Wrong> {
    caller
        .read(move |app, tx, who| {
            let (community, _) = reach::readable(app, tx, who, id)?;
            let trail = app.detail(tx, who, community, id)?.trail;
            Ok(EventsDocument { events: trail.into_iter().map(event).collect() })
        })
        .await
}

fn event(it: Happening) -> EventDocument {
    EventDocument {
        seq: it.seq,
        kind: it.event.name(),
        at: time(it.at),
        actor: ActorDocument { role: RoleName(it.actor.role), name: some(it.actor_name) },
        to: it.to.map(PartyDocument::from),
        words: it.words,
        note: it.note,
    }
}
