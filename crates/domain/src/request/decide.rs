//! The one place where a command on a request is decided.

use super::command::{Command, Context, File, closing_at};
use super::event::{Reported, RequestEvent};
use super::state::{Closing, Request, State};
use super::targets::{Clocks, Target, started};
use crate::limit::{Clock, Limit, Measure};
use crate::moment::Moment;
use crate::party::{Party, Role};
use crate::refusal::Refusal;

/// The most photos one step may bring.
pub const MOST_PHOTOS: u32 = 6;
/// The most photos a request may have in all.
pub const MOST_PHOTOS_IN_ALL: u32 = 60;
/// The limit of a request for which none was named.
const UNSAID: Limit = Limit::WorkingDays(std::num::NonZeroU32::MIN.saturating_add(4));
/// The furthest a date may lie ahead, in milliseconds: a year and a day.
const FURTHEST: i64 = 366 * 24 * 60 * 60 * 1_000;

/// Decides a new request.
///
/// # Errors
/// [`Refusal::TooManyPhotos`].
pub fn file(new: &File, context: &Context) -> Result<RequestEvent, Refusal> {
    if new.photos > MOST_PHOTOS {
        return Err(Refusal::TooManyPhotos { most: MOST_PHOTOS });
    }
    let mut also = started(&new.limits, context.now, context.rules);
    let clock = also.remove(&Measure::Done).unwrap_or_else(|| context.start(UNSAID));
    Ok(RequestEvent::Reported(Reported {
        number: new.number,
        place: new.place,
        matter: new.matter.clone(),
        channel: new.channel,
        urgent: new.urgent,
        on_behalf: new.on_behalf,
        photos: new.photos,
        clock,
        also,
    }))
}

/// Decides a command on a request that exists. The table of life says whether the step is legal from the present
/// state; the rest of this function says what more it needs.
///
/// # Errors
/// A [`Refusal`] that names the cure; nothing has happened then.
pub fn decide(request: &Request, command: &Command, context: &Context) -> Result<Vec<RequestEvent>, Refusal> {
    let verb = command.verb();
    verb.from(request.state).ok_or(Refusal::NotFromHere { verb, state: request.state })?;
    enough_room_for_photos(request, command)?;
    let w = request.words;
    let one = |event| Ok(vec![event]);
    match command {
        Command::Accept => one(RequestEvent::Accepted),
        Command::Refuse { .. } => one(RequestEvent::Refused { words: w }),
        Command::DoneOnSpot { words, photos } => Ok(done_on_spot(request, words.is_some(), *photos, context)),
        Command::Dispatch { to, words } => {
            let words = words.as_ref().map(|_| w);
            dispatch(request, *to, words).map(|step| accepted_first(request, step))
        }
        Command::Take { by } => {
            if request.asked == Some(*by) {
                one(RequestEvent::Taken { by: *by })
            } else {
                Err(Refusal::NotAsked)
            }
        }
        Command::Return { by, .. } => {
            let has_it = request.asked == Some(*by) || (request.asked.is_none() && request.handler == *by);
            if has_it { one(RequestEvent::Returned { words: w }) } else { Err(Refusal::NotAsked) }
        }
        Command::Extend { more, .. } => one(RequestEvent::Extended { words: w, clock: context.start(*more) }),
        Command::Suspend { until, .. } => {
            in_future("until", *until, context.now)?;
            one(RequestEvent::Suspended { words: w, until: *until })
        }
        Command::Wait { whom, until, .. } => {
            in_future("until", *until, context.now)?;
            one(RequestEvent::Waiting { whom: *whom, words: w, until: *until })
        }
        Command::Resume => {
            let clock = what_was_left(&request.clock, context);
            let also: Clocks = request
                .unmet()
                .map(|(measure, target)| (measure, what_was_left(&target.clock, context)))
                .collect();
            one(RequestEvent::Resumed { clock, also })
        }
        Command::Meet { measure } if request.unmet().all(|(it, _)| it != *measure) => {
            Err(Refusal::NotMeasured { measure: *measure })
        }
        Command::Meet { measure } => one(RequestEvent::MeasureMet { measure: *measure }),
        Command::Escalate { to, .. } => escalate(request, *to),
        Command::Dispose { note, photos, .. } => {
            let note = note.as_ref().map(|_| w + 1);
            one(RequestEvent::Disposed { reply: w, note, photos: *photos })
        }
        Command::Check { words } => one(RequestEvent::Checked { words: words.as_ref().map(|_| w) }),
        Command::Rework { .. } => {
            one(RequestEvent::Reworked { words: w, clock: what_was_left(&request.clock, context) })
        }
        Command::Close { special } => close(request, special.is_some()).and_then(one),
        Command::Reopen { .. } => {
            // What was not met begins anew with it.
            let again = |(measure, it): (Measure, &Target)| (measure, context.start(it.clock.limit()));
            let also: Clocks = request.unmet().map(again).collect();
            one(RequestEvent::Reopened { words: w, clock: context.start(request.clock.limit()), also })
        }
        Command::Void { .. } => one(RequestEvent::Voided { words: w }),
        Command::Merge { into } if *into == request.id => Err(Refusal::CannotMerge { into: *into }),
        Command::Merge { into } => one(RequestEvent::MergedInto { into: *into }),
        Command::TakeIn { from } => one(RequestEvent::MergedFrom { from: *from }),
        Command::Link { issue } => one(RequestEvent::LinkedToIssue { issue: *issue }),
        Command::Unlink { issue } => one(RequestEvent::UnlinkedFromIssue { issue: *issue }),
        Command::Join { words } => {
            let said =
                words.as_ref().map(|_| RequestEvent::Added { words: Some(w), photos: 0, internal: false });
            Ok(std::iter::once(RequestEvent::Joined).chain(said).collect())
        }
        Command::Add { words: None, photos: 0, .. } => Err(Refusal::TextMissing { field: "words" }),
        Command::Add { words, photos, internal } => one(RequestEvent::Added {
            words: words.as_ref().map(|_| w),
            photos: *photos,
            internal: *internal,
        }),
        Command::Classify { matter } => one(RequestEvent::Classified { matter: matter.clone() }),
        Command::Confirm { solved } => one(RequestEvent::Confirmed { solved: *solved }),
        Command::Rate { satisfied } => one(RequestEvent::Rated { satisfied: *satisfied }),
        Command::FollowUp(outcome) => one(RequestEvent::FollowedUp(*outcome)),
        Command::GiveLink { to } => give_link(request, Party::Organisation(*to), *to),
        Command::Erase => one(RequestEvent::Erased),
    }
}

fn enough_room_for_photos(request: &Request, command: &Command) -> Result<(), Refusal> {
    let photos = command.photos();
    if photos > MOST_PHOTOS {
        return Err(Refusal::TooManyPhotos { most: MOST_PHOTOS });
    }
    if photos > 0 && request.photos + photos > MOST_PHOTOS_IN_ALL {
        return Err(Refusal::TooManyPhotos { most: MOST_PHOTOS_IN_ALL });
    }
    Ok(())
}

/// Done on the spot is two facts, done and ended, so that every number derived from closings counts it.
fn done_on_spot(request: &Request, words: bool, photos: u32, context: &Context) -> Vec<RequestEvent> {
    let how = closing_at(context.now, request.due_at());
    vec![
        RequestEvent::DoneOnSpot { words: words.then_some(request.words), photos },
        RequestEvent::Closed { how, words: None },
    ]
}

/// Whoever dispatches a fresh report takes it on by that: one tap, two facts.
fn accepted_first(request: &Request, step: RequestEvent) -> Vec<RequestEvent> {
    let accepted = (request.state == State::Reported).then_some(RequestEvent::Accepted);
    accepted.into_iter().chain([step]).collect()
}

fn dispatch(request: &Request, to: Party, words: Option<u32>) -> Result<RequestEvent, Refusal> {
    if to.is_above_community() {
        return Err(Refusal::WrongLevel { party: to });
    }
    if request.asked == Some(to) || (request.asked.is_none() && request.handler == to) {
        return Err(Refusal::AlreadyThere { party: to });
    }
    Ok(RequestEvent::Dispatched { to, words })
}

fn escalate(request: &Request, to: Party) -> Result<Vec<RequestEvent>, Refusal> {
    if !to.is_above_community() {
        return Err(Refusal::WrongLevel { party: to });
    }
    if request.asked == Some(to) || (request.asked.is_none() && request.handler == to) {
        return Err(Refusal::AlreadyThere { party: to });
    }
    Ok(vec![RequestEvent::Escalated { to, words: request.words }])
}

/// From `Checked` the clock says how it ended; from anywhere else only a special end with a reason is possible.
fn close(request: &Request, special: bool) -> Result<RequestEvent, Refusal> {
    match (special, request.state, request.disposed_at) {
        (true, ..) => Ok(RequestEvent::Closed { how: Closing::Special, words: Some(request.words) }),
        (false, State::Checked, Some(done_at)) => {
            Ok(RequestEvent::Closed { how: closing_at(done_at, request.due_at()), words: None })
        }
        _ => Err(Refusal::TextMissing { field: "reason" }),
    }
}

fn give_link(
    request: &Request,
    party: Party,
    to: crate::ids::OrganisationId,
) -> Result<Vec<RequestEvent>, Refusal> {
    if request.asked == Some(party) || request.handler == party {
        Ok(vec![RequestEvent::LinkGiven { to }])
    } else {
        Err(Refusal::NotAsked)
    }
}

/// The clock after it stood: the same limit, with what was left of it.
fn what_was_left(clock: &Clock, context: &Context) -> Clock {
    let mut clock = clock.clone();
    // A clock that was never paused has everything left: there is nothing to move then.
    let _already_running = clock.resume(context.now, context.rules);
    clock
}

fn in_future(field: &'static str, given: Moment, now: Moment) -> Result<(), Refusal> {
    if given <= now {
        Err(Refusal::NotInFuture { field, given })
    } else if given.since(now) > FURTHEST {
        Err(Refusal::TooFar { field, given })
    } else {
        Ok(())
    }
}

/// The party that somebody of a role speaks for when taking or returning.
#[must_use]
pub fn party_of(role: Role, id: Option<uuid::Uuid>) -> Option<Party> {
    match (role, id) {
        (Role::GridWorker, Some(id)) => Some(Party::GridWorker(id.into())),
        (Role::Organisation, Some(id)) => Some(Party::Organisation(id.into())),
        (Role::DistrictBureau, Some(id)) => Some(Party::DistrictBureau(id.into())),
        (Role::StreetOffice, _) => Some(Party::StreetOffice),
        (Role::Officer | Role::Secretary, _) => Some(Party::Steward),
        _ => None,
    }
}
