//! A request as the API shows it: fields that were sent come back under the same names.

use super::names::{ChannelName, ClosingName, StateName};
use axum::Json;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use guanjia_app::request::{PartyName, PlaceName, area_of};
use guanjia_app::{App, AppError, Names, Person};
use guanjia_domain::calendar::china_time;
use guanjia_domain::permission::{Action, Principal, Verdict, permit};
use guanjia_domain::request::{ClockMotion, Request};
use guanjia_domain::{CommunityCode, Moment, Refusal};
use guanjia_store::{Kind, Slot, Tx};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A request.
#[derive(Serialize, ToSchema)]
#[schema(as = Request)]
pub(crate) struct RequestDocument {
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
    /// How it ended.
    closing: Option<ClosingName>,
    /// The estate.
    estate: Uuid,
    /// The building.
    building: Option<Uuid>,
    /// The unit.
    unit: Option<Uuid>,
    /// The room.
    room: Option<Uuid>,
    /// The same in words.
    place: PlaceDocument,
    /// What was said; null once erased, and for those who may not read it.
    text: Option<String>,
    /// Code of the matter.
    matter: Option<String>,
    /// How it came in.
    channel: ChannelName,
    /// Danger to life.
    urgent: bool,
    /// Who reported, masked.
    reporter: Option<ReporterDocument>,
    /// The steward of the estate: who answers for it, whoever works on it.
    accountable: StewardDocument,
    /// Who works on it now.
    handler: PartyDocument,
    /// Who was asked to and has not accepted yet.
    asked: Option<PartyDocument>,
    /// Its clocks.
    clocks: ClocksDocument,
    /// When it was said.
    #[schema(format = DateTime)]
    reported_at: String,
    /// When it was last reported done.
    #[schema(format = DateTime)]
    disposed_at: Option<String>,
    /// Until when it is put aside.
    #[schema(format = DateTime)]
    suspended_until: Option<String>,
    /// When it ended.
    #[schema(format = DateTime)]
    ended_at: Option<String>,
    /// How many others said "me too".
    joined: u32,
    /// The request that it became part of.
    merged_into: Option<Uuid>,
}

/// A place in words.
#[derive(Serialize, ToSchema)]
#[schema(as = Place)]
struct PlaceDocument {
    /// Name of the estate.
    estate: String,
    /// Name of the building.
    building: Option<String>,
    /// Name of the unit.
    unit: Option<String>,
    /// What stands on the door.
    room: Option<String>,
}

/// Who reported, masked.
#[derive(Serialize, ToSchema)]
#[schema(as = Reporter)]
struct ReporterDocument {
    /// Such as 张**.
    name: Option<String>,
    /// Such as 138****1234.
    phone: Option<String>,
}

/// The accountable officer of an estate.
#[derive(Serialize, ToSchema)]
#[schema(as = Steward)]
pub(crate) struct StewardDocument {
    /// The officer.
    pub(crate) id: Uuid,
    /// The officer's name.
    pub(crate) name: String,
    /// The officer's phone at work.
    pub(crate) phone: Option<String>,
}

impl StewardDocument {
    pub(crate) fn new(id: Uuid, person: Person) -> Self {
        Self { id, name: person.name, phone: some(person.phone) }
    }
}

/// Who works on a request, or was asked to.
#[derive(Serialize, ToSchema)]
#[schema(as = Party)]
pub(crate) struct PartyDocument {
    /// As `to` of a dispatch names it: `steward`, `grid_worker:…`, `organisation:…`, `street_office`,
    /// `district_bureau:…`.
    party: String,
    /// The first part of it.
    kind: &'static str,
    /// The second part of it.
    id: Option<Uuid>,
    /// The person's or body's name; null for the street office.
    name: Option<String>,
}

impl From<PartyName> for PartyDocument {
    fn from(it: PartyName) -> Self {
        Self { party: it.party.to_string(), kind: it.party.kind(), id: it.party.id(), name: some(it.name) }
    }
}

/// The clocks of a request.
#[derive(Serialize, ToSchema)]
#[schema(as = Clocks)]
struct ClocksDocument {
    /// For being done.
    done: ClockDocument,
}

/// A limit and how much of it is left.
#[derive(Serialize, ToSchema)]
#[schema(as = Clock)]
struct ClockDocument {
    /// Such as 5wd, 90wm, 24h, 7d, same_day.
    limit: String,
    /// When it started.
    #[schema(format = DateTime)]
    started_at: String,
    /// When it is due; while it stands, without the present pause.
    #[schema(format = DateTime)]
    due_at: String,
    /// False when a year was counted whose calendar is not published.
    calendar_known: bool,
    /// What it does now.
    motion: Motion,
    /// What is left, in milliseconds of the limit's own time; negative when overdue, null once it has ended.
    remaining_ms: Option<i64>,
}

/// What a clock does.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Motion {
    Running,
    Standing,
    Ended,
}

/// What a document says besides the request itself.
pub(crate) struct Around {
    /// Where it is.
    pub(crate) place: PlaceName,
    /// The accountable officer.
    pub(crate) accountable: StewardDocument,
    /// Who works on it.
    pub(crate) handler: PartyName,
    /// Who was asked.
    pub(crate) asked: Option<PartyName>,
    /// What was said, for those who may read it.
    pub(crate) text: Option<String>,
    /// Who reported, for those who may read the request; masked here.
    pub(crate) reporter: Option<Person>,
}

impl RequestDocument {
    /// Puts a request and what is around it together.
    pub(crate) fn new(app: &App, community: CommunityCode, request: &Request, around: Around) -> Self {
        let reporter = around.reporter.filter(|it| !it.is_empty()).map(|it| it.masked());
        Self {
            id: request.id.0,
            number: request.number,
            community: community.to_string(),
            version: request.version,
            state: StateName(request.state),
            closing: request.closing.map(ClosingName),
            estate: request.place.estate.0,
            building: request.place.building.map(|id| id.0),
            unit: request.place.unit.map(|id| id.0),
            room: request.place.room.map(|id| id.0),
            place: PlaceDocument {
                estate: around.place.estate,
                building: around.place.building,
                unit: around.place.unit,
                room: around.place.room,
            },
            text: around.text,
            matter: request.matter.clone(),
            channel: ChannelName(request.channel),
            urgent: request.urgent,
            reporter: reporter.map(|it| ReporterDocument { name: some(it.name), phone: some(it.phone) }),
            accountable: around.accountable,
            handler: around.handler.into(),
            asked: around.asked.map(PartyDocument::from),
            clocks: ClocksDocument { done: clock(app, request) },
            reported_at: time(request.reported_at),
            disposed_at: request.disposed_at.map(time),
            suspended_until: request.suspended_until.map(time),
            ended_at: request.ended_at.map(time),
            joined: request.joined,
            merged_into: request.merged_into.map(|id| id.0),
        }
    }

    /// A request as somebody may see it who may know that it exists: without text and reporter for those who may not
    /// read it (any more).
    pub(crate) fn of(
        app: &App,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        request: &Request,
    ) -> Result<Self, AppError> {
        let street = app.community(tx, community)?.street;
        let readable =
            permit(who, Action::ReadRequest, &area_of(community, street, request)) == Verdict::Allowed;
        let estate = request.place.estate;
        let claim = tx.claim_in_force(community, estate, app.now())?.ok_or(Refusal::NotFound)?;
        let mut names = Names::default();
        let steward = app.named(tx, &mut names, community, claim.steward.0)?.clone();
        let reporter = Slot { community, owner: request.id.0, kind: Kind::Reporter, n: 0 };
        let around = Around {
            place: app.place_name(tx, community, &request.place)?,
            accountable: StewardDocument::new(claim.steward.0, steward),
            handler: app.party_name(tx, &mut names, community, request.handler, estate)?,
            asked: match request.asked {
                Some(party) => Some(app.party_name(tx, &mut names, community, party, estate)?),
                None => None,
            },
            text: if readable { app.words(tx, community, request.id, 0)? } else { None },
            reporter: if readable { app.opened(tx, &reporter)? } else { None },
        };
        Ok(Self::new(app, community, request, around))
    }

    /// As an answer, with the version as its entity tag.
    pub(crate) fn answer(&self, status: StatusCode) -> Response {
        let tag = [(header::ETAG, format!("\"{}\"", self.version))];
        (status, tag, Json(self)).into_response()
    }

    /// The address of the request.
    pub(crate) fn location(&self) -> (HeaderName, String) {
        (header::LOCATION, format!("/api/v1/requests/{}", self.id))
    }
}

/// A moment as the interchange forms write it, in Chinese time.
pub(crate) fn time(at: Moment) -> String {
    china_time::text(at.into())
}

/// Nothing instead of an empty text.
pub(crate) fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

fn clock(app: &App, request: &Request) -> ClockDocument {
    let clock = &request.clock;
    let motion = match request.state.clock() {
        ClockMotion::Runs => Motion::Running,
        ClockMotion::Stands => Motion::Standing,
        ClockMotion::Ended => Motion::Ended,
    };
    let remaining_ms = match motion {
        Motion::Ended => None,
        _ => i64::try_from(clock.remaining(app.now(), &app.rules).as_millis()).ok(),
    };
    ClockDocument {
        limit: clock.limit().to_string(),
        started_at: time(clock.started()),
        due_at: time(request.due_at()),
        calendar_known: clock.due().calendar_known,
        motion,
        remaining_ms,
    }
}
