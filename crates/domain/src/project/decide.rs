//! The one place where a command on a project is decided.

use super::command::Command;
use super::delivery::Serve;
use super::event::{Begun, ProjectEvent};
use super::life::{Stage, Step};
use super::place::{Door, scope_of};
use super::state::Project;
use crate::refusal::Refusal;
use jiff::ToSpan;
use jiff::civil::Date;

/// The furthest a date may lie ahead, in days: a year and a day.
const FURTHEST: i64 = 366;
/// The most photos of one project.
const MOST_PHOTOS: u32 = 60;

/// What a decision may know besides the state.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Today in China.
    pub today: Date,
    /// What a door is called, to name it in a refusal.
    pub name: &'a dyn Fn(&Door) -> String,
}

/// Decides how a project begins.
///
/// # Errors
/// [`Refusal::NoDoors`]; [`Refusal::NotAChoice`] for too many.
pub fn begin(begun: Begun) -> Result<ProjectEvent, Refusal> {
    Ok(ProjectEvent::Begun(Begun { scope: scope_of(&begun.scope)?, ..begun }))
}

/// Decides a command.
///
/// # Errors
/// What the table of life does not allow from here, and what the command itself wants and does not find: see each
/// variant of [`Refusal`] that is named below.
pub fn decide(it: &Project, command: &Command, context: &Context) -> Result<ProjectEvent, Refusal> {
    check_stage(it, command, context)?;
    let words = command.text().map(|_| it.words);
    let text = it.words;
    Ok(match command {
        Command::SetScope { scope } => ProjectEvent::ScopeSet { scope: scope_of(scope)? },
        Command::Link { requests } => ProjectEvent::Linked { requests: requests.clone() },
        Command::NameOwner { owner, .. } => ProjectEvent::OwnerNamed { owner: *owner, words },
        Command::Consult { until, .. } => {
            it.owner.ok_or(Refusal::OwnerMissing)?;
            ProjectEvent::Consulted { until: ahead(*until, context)?, words }
        }
        Command::Object { voice, contact, .. } => {
            let over = it.consulted_until.filter(|until| *until < context.today);
            if let Some(until) = over {
                return Err(Refusal::ConsultationOver { until });
            }
            ProjectEvent::Objected { voice: *voice, words: text, contact: *contact }
        }
        Command::Answer { n, heeded, .. } => {
            let open = it.objections.get(*n as usize).filter(|it| it.answer.is_none());
            open.ok_or(Refusal::ProjectChanged)?;
            ProjectEvent::Answered { n: *n, heeded: *heeded, words: text }
        }
        Command::Council { agreed, yes, no, day, .. } => {
            if *day > context.today {
                return Err(Refusal::NotAChoice { field: "day", value: day.to_string() });
            }
            let (agreed, yes, no, day) = (*agreed, *yes, *no, *day);
            ProjectEvent::CouncilHeld { agreed, yes, no, day, words }
        }
        Command::Design { bill, .. } => {
            check_heard(it)?;
            bill.check(&it.scope)?;
            ProjectEvent::Designed { bill: bill.clone(), words: text }
        }
        Command::Assign { item, serves } => assigned(it, *item, serves, context)?,
        Command::Postpone { demands, why } => {
            match demands.iter().find(|demand| !it.scope.contains(demand)) {
                Some(outside) => return Err(outside_of(&outside.door, context)),
                None => ProjectEvent::Postponed { demands: demands.clone(), why: *why },
            }
        }
        Command::Picture { after, photos } => {
            ProjectEvent::Pictured { after: *after, photos: pictures(it, *photos)? }
        }
        other => decide_works(it, other, context)?,
    })
}

/// From handing in on.
fn decide_works(it: &Project, command: &Command, context: &Context) -> Result<ProjectEvent, Refusal> {
    let words = command.text().map(|_| it.words);
    let text = it.words;
    Ok(match command {
        Command::Submit { to } => {
            if !it.owner.is_some_and(|owner| owner.is_approved_by(*to)) {
                return Err(Refusal::WrongApprover);
            }
            ProjectEvent::Submitted { to: *to }
        }
        Command::Approve { .. } => ProjectEvent::Approved { words },
        Command::SendBack { .. } => ProjectEvent::SentBack { words: text },
        Command::BeginWorks { by } => ProjectEvent::WorksBegun { by: *by },
        Command::Deliver { items } => {
            for n in items {
                open_piece(it, *n)?;
            }
            if items.is_empty() {
                return Err(Refusal::QuantityZero);
            }
            ProjectEvent::Delivered { items: items.clone() }
        }
        Command::GiveUp { item, why } => {
            open_piece(it, *item)?;
            ProjectEvent::GivenUp { item: *item, why: *why }
        }
        Command::Finish => match it.items.iter().filter(|it| it.is_open()).count() {
            0 => ProjectEvent::Finished,
            n => return Err(Refusal::PiecesOpen { n }),
        },
        Command::Rework { .. } => ProjectEvent::Reworked { words: text },
        Command::Accept { photos, .. } => ProjectEvent::Accepted { words, photos: pictures(it, *photos)? },
        Command::Close { to, .. } => ProjectEvent::Closed { words: text, to: to.clone() },
        Command::NotNow { until, to, .. } => {
            ProjectEvent::PutOff { words: text, until: ahead(*until, context)?, to: to.clone() }
        }
        Command::TakeUp => ProjectEvent::TakenUp,
        Command::Tell { to, way } => {
            if to.is_empty() || to.iter().any(|n| it.told.get(*n as usize).is_none()) {
                return Err(Refusal::NotAChoice { field: "to", value: String::new() });
            }
            ProjectEvent::Told { to: to.clone(), way: *way }
        }
        Command::Hear { n, content } => {
            it.told.get(*n as usize).ok_or(Refusal::NotFound)?;
            ProjectEvent::Heard { n: *n, content: *content }
        }
        _ => return Err(Refusal::NotAtThisStage { stage: it.stage }),
    })
}

/// What cannot be done now is refused by what is wanted, where people ask why.
fn check_stage(it: &Project, command: &Command, context: &Context) -> Result<(), Refusal> {
    let step = command.step();
    if step.from(it.stage).is_some() {
        return Ok(());
    }
    Err(match (step, it.consulted_until) {
        (Step::Object, Some(until)) => Refusal::ConsultationOver { until: until.min(context.today) },
        (Step::Close, _) if it.stage != Stage::Closed => Refusal::NotAccepted,
        _ => Refusal::NotAtThisStage { stage: it.stage },
    })
}

/// Everybody who objected was answered, and the council agreed where its word is needed.
fn check_heard(it: &Project) -> Result<(), Refusal> {
    let owner = it.owner.ok_or(Refusal::OwnerMissing)?;
    match it.open_objections() {
        0 if owner.needs_council() && !it.council.is_some_and(|it| it.agreed) => Err(Refusal::CouncilMissing),
        0 => Ok(()),
        n => Err(Refusal::ObjectionsOpen { n }),
    }
}

fn assigned(it: &Project, n: u32, serves: &[Serve], context: &Context) -> Result<ProjectEvent, Refusal> {
    let item = piece(it, n)?;
    let inside =
        |serve: &&Serve| it.scope.iter().any(|demand| demand.door == serve.door && demand.need == item.need);
    if let Some(outside) = serves.iter().find(|serve| !inside(serve)) {
        return Err(outside_of(&outside.door, context));
    }
    let again = |(at, serve): (usize, &Serve)| serves[..at].iter().any(|it| it.door == serve.door);
    if serves.iter().enumerate().any(again) {
        return Err(Refusal::NotAChoice { field: "door", value: String::new() });
    }
    Ok(ProjectEvent::Assigned { item: n, serves: serves.to_vec() })
}

fn outside_of(door: &Door, context: &Context) -> Refusal {
    Refusal::OutsideScope { door: (context.name)(door) }
}

fn piece(it: &Project, n: u32) -> Result<&super::delivery::Item, Refusal> {
    let found = (n as usize).checked_sub(1).and_then(|at| it.items.get(at));
    found.ok_or(Refusal::NotAChoice { field: "item", value: n.to_string() })
}

fn open_piece(it: &Project, n: u32) -> Result<(), Refusal> {
    if piece(it, n)?.is_open() { Ok(()) } else { Err(Refusal::ProjectChanged) }
}

fn pictures(it: &Project, photos: u32) -> Result<u32, Refusal> {
    if it.photos + photos > MOST_PHOTOS {
        Err(Refusal::TooManyPhotos { most: MOST_PHOTOS })
    } else {
        Ok(photos)
    }
}

/// A day from today to a year ahead.
fn ahead(day: Date, context: &Context) -> Result<Date, Refusal> {
    let furthest = context.today.saturating_add(FURTHEST.days());
    if day < context.today || day > furthest {
        return Err(Refusal::NotAChoice { field: "until", value: day.to_string() });
    }
    Ok(day)
}
