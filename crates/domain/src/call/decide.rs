//! The one place where a command on a call is decided.

use super::chain::{Hand, way_round};
use super::command::Command;
use super::duty_list::DutyList;
use super::event::{Blown, CallEvent};
use super::life::{Doer, Step};
use super::rule::{ListedRule, Rule};
use super::state::{Call, Said};
use super::unit::HandlingUnit;
use crate::party::Actor;
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::ToSpan;
use jiff::civil::Date;

/// The furthest a date may lie ahead, in days: a year and a day.
const FURTHEST: i64 = 366;
/// The most units that can be asked to assist, and the most joint visits.
const MOST: usize = 20;

/// What a decision may know besides the state.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Who does it.
    pub actor: Actor,
    /// Today in China.
    pub today: Date,
    /// What may be handed to the community.
    pub duties: &'a DutyList,
    /// Who called whom in other open calls about the same requests.
    pub others: &'a [Hand],
    /// What a unit is called, to name it in a refusal.
    pub name: &'a dyn Fn(HandlingUnit) -> String,
}

/// Decides how a call begins.
///
/// # Errors
/// [`Refusal::Forbidden`] for somebody who does not speak for the caller; [`Refusal::WrongUnit`],
/// [`Refusal::CyclicCall`], [`Refusal::NotOnDutyList`] and [`Refusal::OnlyAssists`] for whom it goes to;
/// [`Refusal::NotAChoice`] for the day.
pub fn blow(new: Blown, context: &Context) -> Result<CallEvent, Refusal> {
    if !new.by.is_spoken_for_by(context.actor.role, context.actor.id) {
        return Err(Refusal::Forbidden);
    }
    ahead("by_when", new.by_when, context)?;
    handed(Hand { from: new.by, to: new.to }, new.duty.as_deref(), &[], context)?;
    let duty = new.duty.filter(|_| new.to.is_community() && !new.by.is_community());
    Ok(CallEvent::Blown(Blown { duty, ..new }))
}

/// Decides a command.
///
/// # Errors
/// What the table of life does not allow from here; [`Refusal::NotAsked`] for a step that is another unit's; and what
/// the command itself wants and does not find: see each variant of [`Refusal`] that is named below.
pub fn decide(it: &Call, command: &Command, context: &Context) -> Result<CallEvent, Refusal> {
    let step = command.step();
    step.from(it.stage).ok_or(Refusal::NotAtThisCallStage { stage: it.stage })?;
    let unit = it.unit_of(step, context.actor).ok_or(Refusal::NotAsked)?;
    let words = it.words;
    Ok(match command {
        Command::Accept => CallEvent::Accepted { unit },
        Command::Decline { rule, typed, .. } => {
            CallEvent::Declined { unit, words, rule: rule_of(*rule, typed.as_ref(), words)? }
        }
        Command::Plan { until, .. } => CallEvent::Planned { until: ahead("until", *until, context)?, words },
        Command::Answer { .. } => CallEvent::Answered { words },
        Command::Finish { words: said } => CallEvent::Finished { words: said.as_ref().map(|_| words) },
        Command::SendBack { .. } => CallEvent::SentBack { words },
        Command::Pass { to, duty, .. } => {
            handed(Hand { from: it.lead, to: *to }, duty.as_deref(), &it.hands(), context)?;
            let duty = duty.clone().filter(|_| to.is_community() && !it.lead.is_community());
            CallEvent::Passed { from: it.lead, to: *to, words, duty }
        }
        Command::Invite { units } => {
            let known = it.units();
            let free = |unit: &HandlingUnit| !known.contains(unit) || it.has_declined(*unit);
            let mut new: Vec<_> = units.iter().copied().filter(free).collect();
            new.sort_unstable();
            new.dedup();
            if new.is_empty() || it.assists.len() + new.len() > MOST {
                return Err(Refusal::NotAChoice { field: "unit", value: String::new() });
            }
            CallEvent::Invited { units: new }
        }
        Command::Join => CallEvent::Joined { unit },
        Command::Excuse { rule, typed, .. } => {
            CallEvent::Excused { unit, words, rule: rule_of(*rule, typed.as_ref(), words)? }
        }
        Command::Report { .. } => CallEvent::Reported { unit, words },
        Command::SetVisit { day, units } => {
            if it.visits.len() >= MOST {
                return Err(Refusal::NotAChoice { field: "day", value: day.to_string() });
            }
            CallEvent::VisitSet { day: ahead("day", *day, context)?, units: of_the_call(it, units)? }
        }
        Command::HoldVisit { n, units, .. } => {
            let visit = it.visits.get(*n as usize).filter(|visit| visit.minutes.is_none());
            let visit = visit.ok_or(Refusal::CallChanged)?;
            if visit.day > context.today {
                return Err(Refusal::VisitAhead { day: visit.day });
            }
            CallEvent::VisitHeld { n: *n, units: of_the_call(it, units)?, words }
        }
        Command::Try { .. } => CallEvent::Tried { words },
        Command::GiveLink { to } => {
            let mut units = it.units().into_iter().filter(|unit| !it.has_declined(*unit));
            if !units.any(|unit| unit.organisation() == Some(*to)) {
                return Err(Refusal::NotAsked);
            }
            CallEvent::LinkGiven { to: *to, turn: it.link_turn(*to) + 1 }
        }
        Command::RevokeLink { to } => {
            if !it.units().iter().any(|unit| unit.organisation() == Some(*to)) {
                return Err(Refusal::NotAsked);
            }
            CallEvent::LinkRevoked { to: *to }
        }
        Command::Withdraw { .. } => CallEvent::Withdrawn { words },
    })
}

impl Call {
    /// The unit as which somebody would do a step now, if it is theirs to do.
    #[must_use]
    pub fn unit_of(&self, step: Step, actor: Actor) -> Option<HandlingUnit> {
        step.from(self.stage)?;
        let mine = |unit: &HandlingUnit| unit.is_spoken_for_by(actor.role, actor.id);
        match step.doer() {
            Doer::Asked => self.asked().filter(mine),
            Doer::Lead => Some(self.lead).filter(mine),
            Doer::Caller => Some(self.by).filter(mine),
            Doer::LeadOrCaller => [self.lead, self.by].into_iter().find(mine),
            Doer::Assist => {
                let fits = |said| match step {
                    Step::Report => matches!(said, Said::Yes { .. }),
                    _ => said == Said::Nothing,
                };
                let own = self.assists.iter().find(|it| mine(&it.unit) && fits(it.said));
                own.map(|it| it.unit)
            }
        }
    }
}

/// Whether a call may go from one unit to another: up the ladder, between bureaus, or to the community what its duty
/// list holds; never to whom it came from.
fn handed(new: Hand, duty: Option<&str>, own: &[Hand], context: &Context) -> Result<(), Refusal> {
    let hands: Vec<Hand> = own.iter().chain(context.others).copied().collect();
    if new.from == new.to {
        return Err(Refusal::WrongUnit { unit: (context.name)(new.to) });
    }
    if let Some(way) = way_round(&hands, new) {
        let way = way.into_iter().map(context.name).collect();
        return Err(Refusal::CyclicCall { way });
    }
    if !new.from.may_call(new.to) {
        return Err(Refusal::WrongUnit { unit: (context.name)(new.to) });
    }
    if new.to.is_community() && !new.from.is_community() { context.duties.hand_down(duty) } else { Ok(()) }
}

fn rule_of(listed: Option<ListedRule>, typed: Option<&Text>, words: u32) -> Result<Rule, Refusal> {
    match (listed, typed) {
        (Some(listed), _) => Ok(Rule::Listed(listed)),
        (None, Some(_)) => Ok(Rule::Typed(words + 1)),
        (None, None) => Err(Refusal::RuleMissing),
    }
}

/// Units that have to do with the call, each once.
fn of_the_call(it: &Call, units: &[HandlingUnit]) -> Result<Vec<HandlingUnit>, Refusal> {
    let mut known = it.units();
    // Whoever is accountable may come to every visit.
    known.push(HandlingUnit::Steward);
    let mut chosen: Vec<HandlingUnit> = units.to_vec();
    chosen.sort_unstable();
    chosen.dedup();
    if chosen.is_empty() || chosen.iter().any(|unit| !known.contains(unit)) {
        return Err(Refusal::NotAChoice { field: "unit", value: String::new() });
    }
    Ok(chosen)
}

/// A day from today to a year ahead.
fn ahead(field: &'static str, day: Date, context: &Context) -> Result<Date, Refusal> {
    let furthest = context.today.saturating_add(FURTHEST.days());
    if day < context.today || day > furthest {
        return Err(Refusal::NotAChoice { field, value: day.to_string() });
    }
    Ok(day)
}
