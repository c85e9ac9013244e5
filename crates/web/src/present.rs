//! From what the use cases know to what the pages show.

use crate::view::{
    Awaited, Channel, Choice, ChoiceGroup, Clock, Contact, HandlerGroup, HandlerKind, Happening, Measure,
    Photo, PhotoPhase, RequestRow, SimilarRequest, State, TargetLine, TrailEntry, Verb,
};
use crate::words::{Language, Words};
use guanjia_app::board::BoardRow;
use guanjia_app::request as app;
use guanjia_app::{App, AppError, Names, Person};
use guanjia_domain::ids::EstateId;
use guanjia_domain::limit::Limit;
use guanjia_domain::matter::{self, MatterList, OwnMatter};
use guanjia_domain::people::{OrganisationKind, Post};
use guanjia_domain::request::{self as domain, ClockMotion, FollowUp, Request, RequestEvent, Satisfaction};
use guanjia_domain::{CommunityCode, Party, Role};
use guanjia_store::Tx;
use std::sync::Arc;

/// A state as shown: how it was closed is part of it.
#[must_use]
pub fn state_of(state: domain::State, closing: Option<domain::Closing>) -> State {
    match state {
        domain::State::Reported => State::Reported,
        domain::State::Accepted => State::Accepted,
        domain::State::Refused => State::Refused,
        domain::State::Dispatched => State::Dispatched,
        domain::State::InProgress => State::InProgress,
        domain::State::Extended => State::Extended,
        domain::State::Suspended => State::Suspended,
        domain::State::Waiting => State::Waiting,
        domain::State::Returned => State::Returned,
        domain::State::Escalated => State::Escalated,
        domain::State::Disposed => State::Disposed,
        domain::State::Checked => State::Checked,
        domain::State::Merged => State::Merged,
        domain::State::Voided => State::Voided,
        domain::State::Closed => match closing {
            Some(domain::Closing::Overtime) => State::ClosedOvertime,
            Some(domain::Closing::Special) => State::ClosedSpecial,
            _ => State::ClosedNormal,
        },
    }
}

/// What the clock of a request shows.
#[must_use]
pub fn clock_of(request: &Request) -> Clock {
    match (request.state, request.state.clock()) {
        (domain::State::Suspended, _) => Clock::Suspended(request.suspended_until.map(|until| until.0)),
        (domain::State::Waiting, _) => Clock::Waiting(request.awaits == Some(domain::Awaited::Resident)),
        (domain::State::Refused | domain::State::Merged | domain::State::Voided, _) => Clock::None,
        (_, ClockMotion::Runs) => Clock::Running(request.due_at().0),
        _ => match domain::closing_at(request.disposed_at.unwrap_or(request.reported_at), request.due_at()) {
            domain::Closing::Overtime => Clock::Missed,
            _ if request.disposed_at.is_none() => Clock::None,
            _ => Clock::Met,
        },
    }
}

/// The limits of a request besides the one for being done, those that are still to be met first.
#[must_use]
pub fn targets(request: &Request) -> Vec<TargetLine> {
    let line = |(measure, it): (&guanjia_domain::limit::Measure, &domain::Target)| TargetLine {
        measure: Measure::of(*measure),
        clock: match (it.met, request.state.clock()) {
            (Some(met), _) if it.is_late(met) => Clock::Missed,
            (Some(_), _) => Clock::Met,
            (None, ClockMotion::Runs) => Clock::Running(it.due_at().0),
            (None, ClockMotion::Stands) => clock_of(request),
            (None, ClockMotion::Ended) => Clock::None,
        },
        due: it.due_at().0,
    };
    let mut lines: Vec<_> = request.targets.iter().map(line).collect();
    lines.sort_by_key(|it| (!it.is_open(), it.due));
    lines
}

/// A limit in words.
#[must_use]
pub fn limit_words(words: &Words, limit: Limit) -> String {
    let (key, n) = match limit {
        Limit::WorkingDays(n) => ("limit-wd", n),
        Limit::WorkingMinutes(n) => ("limit-wm", n),
        Limit::Hours(n) => ("limit-h", n),
        Limit::Days(n) => ("limit-d", n),
        Limit::SameDay => return words.say("limits-unit-same-day").to_owned(),
    };
    words.say_with(key, &[("n", n.get().into())])
}

/// The name of a matter in a language.
#[must_use]
pub fn matter_name(words: &Words, list: &MatterList, code: Option<&str>) -> Option<String> {
    Some(name_of(words, list.get(code?)?))
}

fn name_of(words: &Words, matter: OwnMatter) -> String {
    let english = words.language() == Language::En && !matter.en.is_empty();
    if english { matter.en } else { matter.zh }
}

/// Every matter in use as a choice, class by class.
#[must_use]
pub fn matters(words: &Words, list: &MatterList, chosen: &str) -> Vec<ChoiceGroup> {
    let group = |class: &matter::MajorClass| {
        let in_use = list.of_class(class.code).into_iter().filter(|(_, it)| !it.retired);
        let choice =
            |(code, it): (String, OwnMatter)| Choice::new(code, name_of(words, it)).chosen_if(chosen);
        ChoiceGroup { label: class_name(words, class).to_owned(), choices: in_use.map(choice).collect() }
    };
    matter::MAJOR_CLASSES.iter().map(group).filter(|it| !it.choices.is_empty()).collect()
}

/// What residents are told about matters: name and text of those that have one.
#[must_use]
pub fn matter_hints(words: &Words, list: &MatterList) -> Vec<(String, String)> {
    let in_use = matter::MAJOR_CLASSES.iter().flat_map(|class| list.of_class(class.code));
    let told = in_use.filter(|(_, it)| !it.retired && !it.hint.is_empty());
    told.map(|(_, it)| (name_of(words, it.clone()), it.hint)).collect()
}

/// The name of a class in a language.
#[must_use]
pub fn class_name(words: &Words, class: &matter::MajorClass) -> &'static str {
    if words.language() == Language::En { class.en } else { class.zh }
}

/// A channel as shown.
#[must_use]
pub const fn channel_of(channel: domain::Channel) -> Channel {
    match channel {
        domain::Channel::Web => Channel::Web,
        domain::Channel::Phone => Channel::Phone,
        domain::Channel::Counter => Channel::Counter,
        domain::Channel::Group => Channel::Group,
        domain::Channel::Patrol => Channel::Patrol,
    }
}

/// A party's kind as shown.
#[must_use]
pub const fn handler_kind(party: Party) -> HandlerKind {
    match party {
        Party::Steward => HandlerKind::Steward,
        Party::GridWorker(_) => HandlerKind::GridWorker,
        Party::Organisation(_) => HandlerKind::Organisation,
        Party::StreetOffice => HandlerKind::StreetOffice,
        Party::DistrictBureau(_) => HandlerKind::DistrictBureau,
    }
}

/// A party in words: its name, or what it is where it has none.
#[must_use]
pub fn party_words(words: &Words, party: &app::PartyName) -> String {
    if party.name.is_empty() {
        words.say(handler_kind(party.party).key()).to_owned()
    } else {
        party.name.clone()
    }
}

/// Somebody to call.
#[must_use]
pub fn contact(person: &Person) -> Contact {
    Contact { name: person.name.clone(), phone: Some(person.phone.clone()).filter(|phone| !phone.is_empty()) }
}

/// A row of a list.
///
/// # Errors
/// What the store says.
pub fn row(
    app: &App,
    tx: &mut Tx,
    names: &mut Names,
    words: &Words,
    row: &BoardRow,
) -> Result<RequestRow, AppError> {
    let request = &row.request;
    let place = app.place_name(tx, row.community, &request.place)?.line();
    let party = request.asked.unwrap_or(request.handler);
    let handler = match party {
        Party::Steward => None,
        party => {
            let name = app.party_name(tx, names, row.community, party, request.place.estate)?;
            Some(party_words(words, &name))
        }
    };
    Ok(RequestRow {
        id: request.id.to_string(),
        href: format!("/requests/{}", request.id),
        state: state_of(request.state, request.closing),
        clock: clock_of(request),
        next: targets(request).into_iter().find(TargetLine::is_open),
        place,
        excerpt: row.excerpt.clone(),
        matter: matter_name(words, &*app.matters(tx, row.community)?, request.matter.as_deref()),
        handler,
        filed_at: request.reported_at.0,
        joined: request.joined,
        urgent: request.urgent,
    })
}

/// Rows of a list.
///
/// # Errors
/// What the store says.
pub fn rows(
    app: &App,
    tx: &mut Tx,
    words: &Words,
    found: &[Arc<BoardRow>],
) -> Result<Vec<RequestRow>, AppError> {
    let mut names = Names::default();
    found.iter().map(|it| row(app, tx, &mut names, words, it)).collect()
}

/// Similar requests: what they are about, where and how they stand; never anybody's words.
///
/// # Errors
/// What the store says.
pub fn similar(
    app: &App,
    tx: &mut Tx,
    words: &Words,
    community: CommunityCode,
    found: &[app::SimilarRequest],
) -> Result<Vec<SimilarRequest>, AppError> {
    let list = app.matters(tx, community)?;
    let show = |it: &app::SimilarRequest| {
        let request = &it.request;
        let place = app.place_name(tx, community, &request.place)?;
        Ok(SimilarRequest {
            id: request.id.to_string(),
            matter: matter_name(words, &list, request.matter.as_deref())
                .unwrap_or_else(|| words.say("matter-unknown").to_owned()),
            place: place.building.unwrap_or(place.estate),
            filed_at: request.reported_at.0,
            state: state_of(request.state, request.closing),
            households: request.joined + 1,
        })
    };
    found.iter().map(show).collect()
}

/// The photos of a request, below an address.
#[must_use]
pub fn photos(detail: &app::Detail, base: &str) -> Vec<Photo> {
    let show = |photo: &guanjia_store::requests::PhotoRow| Photo {
        thumb: format!("{base}/photos/{}/thumb", photo.n),
        full: format!("{base}/photos/{}/full", photo.n),
        phase: match photo.phase {
            domain::PhotoPhase::After => PhotoPhase::After,
            domain::PhotoPhase::Before => PhotoPhase::Filed,
        },
    };
    detail.photos.iter().map(show).collect()
}

/// The trail, the newest first.
#[must_use]
pub fn trail(words: &Words, happenings: &[app::Happening]) -> Vec<TrailEntry> {
    let show = |it: &app::Happening| {
        let what = happening(&it.event)?;
        let about = it.to.as_ref().map(|party| party_words(words, party)).or_else(|| until(words, &it.event));
        let note = match (&it.words, &it.note) {
            (Some(said), Some(note)) => Some(format!("{said}\n{}: {note}", words.say("field-internal-note"))),
            (said, note) => said.clone().or_else(|| note.clone()),
        };
        let internal =
            note.is_some() && !matches!(it.event.words(), Some((_, domain::Audience::Reporter)) | None);
        let note = note.or_else(|| outcome(words, &it.event));
        Some(TrailEntry {
            at: it.at.0,
            what,
            actor: actor(words, it),
            about,
            note,
            internal,
            photos: Vec::new(),
        })
    };
    happenings.iter().rev().filter_map(show).collect()
}

fn actor(words: &Words, it: &app::Happening) -> Option<String> {
    let role = match it.actor.role {
        Role::System => return None,
        Role::Resident => "actor-resident",
        Role::GridWorker => "role-grid-worker",
        Role::Organisation => "actor-organisation",
        Role::StreetOffice => "role-street-office",
        Role::DistrictBureau => "actor-bureau",
        Role::Secretary => "role-secretary",
        _ => "role-steward",
    };
    let role = words.say(role);
    Some(if it.actor_name.is_empty() { role.to_owned() } else { format!("{role} {}", it.actor_name) })
}

fn until(words: &Words, event: &RequestEvent) -> Option<String> {
    let due = |clock: &guanjia_domain::limit::Clock| {
        crate::view::time::moment(guanjia_domain::Moment::from(clock.due().at).0)
    };
    match event {
        RequestEvent::Extended { clock, .. } | RequestEvent::Resumed { clock, .. } => Some(due(clock)),
        RequestEvent::Recounted { clock, because, .. } => {
            let why = words.say(match because {
                domain::Because::Limits => "recounted-limits",
                domain::Because::Calendar => "recounted-calendar",
                domain::Because::Matter => "recounted-matter",
            });
            Some(format!("{} · {why}", due(clock)))
        }
        RequestEvent::Waiting { whom, until, .. } => {
            let whom = words.say(Awaited::of(*whom).key());
            Some(format!("{whom} · {}", crate::view::time::day(until.0)))
        }
        RequestEvent::MeasureMet { measure } => Some(words.say(Measure::of(*measure).key()).to_owned()),
        RequestEvent::Suspended { until, .. } => Some(crate::view::time::day(until.0)),
        _ => None,
    }
}

/// What somebody said when they were asked or rated.
fn outcome(words: &Words, event: &RequestEvent) -> Option<String> {
    let satisfied = |it: Satisfaction| words.say(satisfaction(it).key()).to_owned();
    match event {
        RequestEvent::Rated { satisfied: it } => Some(satisfied(*it)),
        RequestEvent::FollowedUp(FollowUp { satisfied: Some(it), .. }) => Some(satisfied(*it)),
        _ => None,
    }
}

const fn satisfaction(it: Satisfaction) -> crate::view::Satisfaction {
    match it {
        Satisfaction::Satisfied => crate::view::Satisfaction::Satisfied,
        Satisfaction::Basically => crate::view::Satisfaction::Basically,
        Satisfaction::Dissatisfied => crate::view::Satisfaction::Dissatisfied,
    }
}

const fn happening(event: &RequestEvent) -> Option<Happening> {
    Some(match event {
        RequestEvent::Reported(_) => Happening::Filed,
        RequestEvent::Accepted => Happening::Accepted,
        RequestEvent::Refused { .. } => Happening::Refused,
        RequestEvent::DoneOnSpot { .. } => Happening::DoneOnSpot,
        RequestEvent::Dispatched { .. } => Happening::Dispatched,
        RequestEvent::Taken { .. } => Happening::Taken,
        RequestEvent::Returned { .. } => Happening::Returned,
        RequestEvent::Extended { .. } => Happening::Extended,
        RequestEvent::Suspended { .. } => Happening::Suspended,
        RequestEvent::Resumed { .. } => Happening::Resumed,
        RequestEvent::Waiting { .. } => Happening::Waiting,
        RequestEvent::MeasureMet { .. } => Happening::MeasureMet,
        RequestEvent::Recounted { .. } => Happening::Recounted,
        RequestEvent::Escalated { .. } => Happening::Escalated,
        RequestEvent::Disposed { .. } => Happening::Disposed,
        RequestEvent::Checked { .. } => Happening::Checked,
        RequestEvent::Reworked { .. } => Happening::Reworked,
        RequestEvent::Closed { .. } => Happening::Closed,
        RequestEvent::Reopened { .. } => Happening::Reopened,
        RequestEvent::Voided { .. } => Happening::Voided,
        RequestEvent::MergedInto { .. } | RequestEvent::MergedFrom { .. } => Happening::Merged,
        RequestEvent::Joined => Happening::Joined,
        RequestEvent::Added { .. } => Happening::Added,
        RequestEvent::Confirmed { solved: true } => Happening::Confirmed,
        RequestEvent::Confirmed { solved: false } => Happening::Denied,
        RequestEvent::Rated { .. } => Happening::Rated,
        RequestEvent::FollowedUp(_) => Happening::FollowedUp,
        RequestEvent::LinkedToIssue { .. } => Happening::Linked,
        RequestEvent::UnlinkedFromIssue { .. } => Happening::Unlinked,
        RequestEvent::Classified { .. } | RequestEvent::LinkGiven { .. } | RequestEvent::Erased => {
            return None;
        }
    })
}

/// The verbs of the page in the order of likelihood; those that have a form of their own are left out.
#[must_use]
pub fn verbs(allowed: &[domain::Verb]) -> Vec<Verb> {
    Verb::ALL.iter().copied().filter(|shown| allowed.contains(&domain_verb(*shown))).collect()
}

/// The verb of the domain behind a form.
#[must_use]
pub const fn domain_verb(verb: Verb) -> domain::Verb {
    match verb {
        Verb::Accept => domain::Verb::Accept,
        Verb::DoneOnSpot => domain::Verb::DoneOnSpot,
        Verb::Dispatch => domain::Verb::Dispatch,
        Verb::Take => domain::Verb::Take,
        Verb::Dispose => domain::Verb::Dispose,
        Verb::Check => domain::Verb::Check,
        Verb::Rework => domain::Verb::Rework,
        Verb::Close => domain::Verb::Close,
        Verb::FollowUp => domain::Verb::FollowUp,
        Verb::Return => domain::Verb::Return,
        Verb::Extend => domain::Verb::Extend,
        Verb::Suspend => domain::Verb::Suspend,
        Verb::Wait => domain::Verb::Wait,
        Verb::Meet => domain::Verb::Meet,
        Verb::Resume => domain::Verb::Resume,
        Verb::Escalate => domain::Verb::Escalate,
        Verb::Add => domain::Verb::Add,
        Verb::Reopen => domain::Verb::Reopen,
        Verb::Merge => domain::Verb::Merge,
        Verb::Refuse => domain::Verb::Refuse,
        Verb::Void => domain::Verb::Void,
    }
}

/// Whom a request of an estate can be handed to, and whom the community can call for help.
///
/// # Errors
/// What the store says.
pub fn parties(
    app: &App,
    tx: &mut Tx,
    words: &Words,
    community: CommunityCode,
    estate: EstateId,
) -> Result<(Vec<HandlerGroup>, Vec<HandlerGroup>), AppError> {
    let mut workers = Vec::new();
    for staff in tx.staff(community)? {
        if staff.post == Post::GridWorker && !staff.left {
            let name = app.person(tx, community, staff.id.0)?.name;
            workers.push(Choice::new(Party::GridWorker(staff.id).to_string(), name));
        }
    }
    let (mut bodies, mut bureaus) = (Vec::new(), Vec::new());
    for it in tx.organisations(community)?.into_iter().filter(|it| !it.left) {
        if it.kind == OrganisationKind::DistrictBureau {
            bureaus.push(Choice::new(Party::DistrictBureau(it.id).to_string(), it.name));
        } else if it.estates.is_empty() || it.estates.contains(&estate) {
            bodies.push(Choice::new(Party::Organisation(it.id).to_string(), it.name));
        }
    }
    let street = Choice::new(Party::StreetOffice.to_string(), words.say("handler-street-office"));
    let group = |kind, choices: Vec<Choice>| (!choices.is_empty()).then_some(HandlerGroup { kind, choices });
    let handlers = [group(HandlerKind::Organisation, bodies), group(HandlerKind::GridWorker, workers)];
    let offices =
        [group(HandlerKind::StreetOffice, vec![street]), group(HandlerKind::DistrictBureau, bureaus)];
    Ok((handlers.into_iter().flatten().collect(), offices.into_iter().flatten().collect()))
}
