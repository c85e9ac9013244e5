//! `PUT /api/v1/requests/{id}`: filing. The hot path: who sends it and where it is are looked up in the
//! transaction that
//! files it, so that filings which are committed together share the looking up.

use super::body::{self, Found, Object};
use super::caller::Caller;
use super::document::{Around, RequestDocument, StewardDocument};
use super::names::ChannelName;
use super::problem::Wrong;
use super::reach;
use super::show::{told_conflict, worked_on};
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use guanjia_app::request::{Filed, Filing, PartyName, PlaceName, Reporter};
use guanjia_app::{App, AppError, Person};
use guanjia_domain::ids::{RequestId, RoomId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::request::{Channel, Place};
use guanjia_domain::text::clean;
use guanjia_domain::{CommunityCode, Party, Refusal};
use guanjia_store::Tx;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// What is filed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewRequest {
    /// The estate.
    #[schema(value_type = Uuid, required)]
    estate: Option<String>,
    /// The building, if it is about one.
    #[schema(value_type = Option<Uuid>)]
    building: Option<String>,
    /// The unit.
    #[schema(value_type = Option<Uuid>)]
    unit: Option<String>,
    /// The room: its id, or what stands on the door; needs the unit.
    room: Option<String>,
    /// What is said.
    #[schema(value_type = String, required, min_length = 1, max_length = 2000)]
    text: Option<String>,
    /// Code of the matter.
    matter: Option<String>,
    /// How it came in; `web` when nothing is said.
    #[schema(value_type = Option<ChannelName>)]
    channel: Option<String>,
    /// Who reported, as far as they wish to say.
    #[schema(value_type = Option<NewReporter>)]
    reporter: Option<Object<NewReporter>>,
    /// Danger to life.
    urgent: Option<bool>,
}

/// Who reported.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewReporter {
    /// The name.
    #[schema(max_length = 50)]
    name: Option<String>,
    /// The phone: a mobile number of 11 digits, or a landline with its area code.
    phone: Option<String>,
}

/// A filing whose room may still be only a name.
struct Said {
    filing: Filing,
    door: Option<String>,
}

/// Files a request under an id that the caller chooses; sending it again is the same request.
#[utoipa::path(
    put,
    path = "/api/v1/requests/{id}",
    operation_id = "file_request",
    tag = "requests",
    params(("id" = Uuid, Path, description = "An id that the caller chooses, of version 7 (RFC 9562) by preference.")),
    request_body = NewRequest,
    responses(
        (
            status = 201,
            description = "It is filed.",
            body = RequestDocument,
            headers(
                ("Location" = String, description = "The address of the request."),
                ("ETag" = String, description = "The version of the request, for `If-Match`.")
            )
        ),
        (
            status = 200,
            description = "The same had been filed before; this is how it stands.",
            body = RequestDocument,
            headers(("ETag" = String, description = "The version of the request, for `If-Match`."))
        )
    )
)]
pub(crate) async fn file(caller: Caller, id: Found<String>, headers: HeaderMap, body: Body) -> Response {
    let outcome = match said(id, &headers, body).await {
        Ok(said) => put(&caller, said).await,
        Err(wrong) => Err(caller.hears(wrong).await),
    };
    caller.answer(outcome)
}

async fn said(id: Found<String>, headers: &HeaderMap, body: Body) -> Result<Said, Wrong> {
    let no_id = || Wrong::BadValue("id".to_owned());
    let Path(id) = id.map_err(|_| no_id())?;
    let id: Uuid = body::id("id", &id)?;
    if id.is_nil() || id.is_max() {
        return Err(no_id());
    }
    let bytes = body::bytes(headers, body).await?;
    let new: NewRequest = body::json(&bytes)?;
    new.said(id.into())
}

impl NewRequest {
    fn said(self, id: RequestId) -> Result<Said, Wrong> {
        let missing = |field| Wrong::from(Refusal::TextMissing { field });
        let channel = match self.channel {
            None => Channel::Web,
            Some(name) => match Channel::of_name(&name) {
                Some(channel) => channel,
                None => return Err(Refusal::NotAChoice { field: "channel", value: name }.into()),
            },
        };
        let room: Option<RoomId> = self.room.as_deref().and_then(|room| body::id("room", room).ok());
        let place = Place {
            estate: body::id("estate", &self.estate.ok_or_else(|| missing("estate"))?)?,
            building: self.building.map(|id| body::id("building", &id)).transpose()?,
            unit: self.unit.map(|id| body::id("unit", &id)).transpose()?,
            room,
        };
        let door = if room.is_some() { None } else { self.room };
        let reporter = self.reporter.map(|Object(it)| it).unwrap_or_default();
        let filing = Filing {
            id,
            place,
            text: self.text.ok_or_else(|| missing("text"))?,
            matter: self.matter,
            channel,
            urgent: self.urgent.unwrap_or(false),
            on_behalf: false,
            reporter: Reporter { name: reporter.name, phone: reporter.phone },
            photos: Vec::new(),
            done_on_spot: false,
        };
        Ok(Said { filing, door })
    }
}

async fn put(caller: &Caller, said: Said) -> Result<Response, Wrong> {
    let id = said.filing.id;
    let filed = hand_in(caller, said).await.map_err(|wrong| {
        wrong.renamed(|field| match field {
            "name" => "reporter.name",
            "phone" => "reporter.phone",
            other => other,
        })
    });
    match filed {
        Ok(document) => Ok(document),
        Err(wrong) => Err(told_conflict(caller, id, wrong).await),
    }
}

async fn hand_in(caller: &Caller, said: Said) -> Result<Response, Wrong> {
    let Said { mut filing, door } = said;
    if let Some(door) = door {
        let place = filing.place;
        filing.place.room = Some(caller.read(move |_, tx, who| room_behind(tx, who, &place, &door)).await?);
    }
    let home = caller.home().ok_or(Wrong::NoToken)?;
    let (token, said) = (caller.token().to_owned(), filing.clone());
    let who = move |app: &App, tx: &mut Tx| {
        let Some(who) = caller_of(app, tx, home, &token)? else { return Ok(None) };
        let around = around(app, tx, &who, &said)?;
        Ok(Some((who, around)))
    };
    let answer = match caller.app().file_request_of(home, filing, who) {
        Ok(answer) => answer,
        Err(error) => return Err(caller.hears(error.into()).await),
    };
    let (Filed { request, new }, around) = answer.arrives().await?.ok_or(Wrong::NoToken)?;
    if new {
        let document = RequestDocument::new(caller.app(), home, &request, around);
        return Ok(([document.location()], document.answer(StatusCode::CREATED)).into_response());
    }
    Ok(worked_on(caller, home, request).await?.answer(StatusCode::OK))
}

/// Who sends it; looked up once for all the filings that are committed together.
fn caller_of(
    app: &App,
    tx: &mut Tx,
    home: CommunityCode,
    token: &str,
) -> Result<Option<Principal>, AppError> {
    tx.remembered("caller", home, token.as_bytes(), |tx| {
        Ok(app.api_token(tx, token)?.map(|signed_in| signed_in.who))
    })
}

/// Everything that the answer says besides the request. A new request is with the steward.
fn around(app: &App, tx: &mut Tx, who: &Principal, filing: &Filing) -> Result<Around, AppError> {
    let (community, estate) = (who.home, filing.place.estate);
    may_file(who, &filing.place)?;
    let found = tx.place(community, &filing.place)?;
    let (id, steward) =
        tx.remembered("steward", community, estate.0.as_bytes(), |tx| -> Result<_, AppError> {
            let claim = tx.claim_in_force(community, estate, app.now())?.ok_or(Refusal::NotFound)?;
            Ok((claim.steward.0, app.person(tx, community, claim.steward.0)?))
        })?;
    Ok(Around {
        place: PlaceName {
            estate: found.estate.ok_or(Refusal::NotFound)?,
            building: found.building,
            unit: found.unit,
            room: found.room,
        },
        handler: PartyName { party: Party::Steward, name: steward.name.clone() },
        accountable: StewardDocument::new(id, steward),
        asked: None,
        text: Some(clean(&filing.text)),
        reporter: Some(Person {
            name: filing.reporter.name.clone().unwrap_or_default(),
            phone: filing.reporter.phone.clone().unwrap_or_default(),
        }),
    })
}

fn may_file(who: &Principal, place: &Place) -> Result<(), Refusal> {
    reach::allow(who, Action::File, &Area { estate: Some(place.estate), ..Area::community(who.home, None) })
}

/// The room with a name on its door, within the unit that was named.
fn room_behind(tx: &mut Tx, who: &Principal, place: &Place, door: &str) -> Result<RoomId, AppError> {
    may_file(who, place)?;
    let nowhere = Refusal::PlaceMismatch { field: "room" };
    // An estate that is not here is said to be unknown whatever stands behind it.
    tx.estate(who.home, place.estate)?.ok_or(Refusal::NotFound)?;
    let unit = place.unit.ok_or_else(|| nowhere.clone())?;
    let room = tx.rooms(who.home, unit)?.into_iter().find(|room| room.name == door.trim());
    Ok(room.ok_or(nowhere)?.id)
}
