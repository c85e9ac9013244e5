//! Who is told of what happens to a call, and the days that remind.

use crate::error::Result;
use crate::office::App;
use crate::request::{Manner, News};
use guanjia_domain::calendar::china_time;
use guanjia_domain::call::{Call, CallEvent, HandlingUnit};
use guanjia_domain::ids::CallId;
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Moment, Role};
use guanjia_store::Tx;
use guanjia_store::timers::Timer;
use jiff::ToSpan;
use jiff::civil::{Date, Time};

/// The kind of the timer of the morning of the day by which something is due.
pub(crate) const CALL_DUE_TIMER: &str = "call_due";
/// The kind of the timer of the morning after that day.
pub(crate) const CALL_OVERDUE_TIMER: &str = "call_overdue";

impl App {
    /// Tells those whom it concerns, and sets the timers of a day that is new.
    pub(super) fn tell_of_call(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        it: &Call,
        happened: &CallEvent,
    ) -> Result<()> {
        // What was sent back is due as it was, and reminded of again.
        if matches!(happened, CallEvent::Blown(_) | CallEvent::Planned { .. } | CallEvent::SentBack { .. }) {
            self.set_call_timers(tx, community, it)?;
        }
        // Whoever does it is not told of it; a steward reads the inbox of the estate.
        let own = |unit: &HandlingUnit| match (who.role, unit) {
            (Role::Secretary, HandlingUnit::Steward) => who.stewards.contains(&it.estate),
            _ => unit.is_spoken_for_by(who.role, who.id),
        };
        let mut told = told(it, happened);
        told.sort_unstable();
        told.dedup();
        let manner = if self.is_urgent(tx, community, it)? { Manner::Urgent } else { Manner::Told };
        let news = News { subject: it.id.0, kind: happened.name(), manner };
        told.into_iter()
            .filter(|unit| !own(unit))
            .try_for_each(|unit| self.tell_unit(tx, community, it, unit, news))
    }

    /// Whether somebody's life is in danger in one of its requests: then nobody waits for the morning.
    fn is_urgent(&self, tx: &mut Tx, community: CommunityCode, it: &Call) -> Result<bool> {
        for id in &it.requests {
            if tx.request(community, *id)?.is_some_and(|request| request.urgent) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn tell_unit(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        it: &Call,
        unit: HandlingUnit,
        news: News<'_>,
    ) -> Result<()> {
        match unit {
            HandlingUnit::Steward => self.tell_estate(tx, community, it.estate, news),
            HandlingUnit::Secretary => self.tell_secretary(tx, community, news),
            _ => self.tell_party(tx, community, unit.party(), news),
        }
    }

    fn set_call_timers(&self, tx: &mut Tx, community: CommunityCode, it: &Call) -> Result<()> {
        let next = it.due().saturating_add(1.days());
        for (day, kind) in [(it.due(), CALL_DUE_TIMER), (next, CALL_OVERDUE_TIMER)] {
            if let Some(rings_at) = morning(day).filter(|at| *at > self.now()) {
                tx.set_timer(community, &Timer { rings_at, subject: it.id.0, kind: kind.into() })?;
            }
        }
        Ok(())
    }

    /// The day has come: whoever leads is reminded, and the steward; of what is overdue the secretary too. A day that
    /// was moved says nothing.
    pub(crate) fn remind_of_call(&self, tx: &mut Tx, community: CommunityCode, timer: &Timer) -> Result<()> {
        let Some(it) = tx.call(community, CallId(timer.subject))? else { return Ok(()) };
        let late = timer.kind == CALL_OVERDUE_TIMER;
        let day = if late { it.due().saturating_add(1.days()) } else { it.due() };
        if !it.is_open() || it.answered_at.is_some() || morning(day) != Some(timer.rings_at) {
            return Ok(());
        }
        let mut told = vec![HandlingUnit::Steward, it.by, it.lead];
        told.extend(it.asked());
        told.extend(late.then_some(HandlingUnit::Secretary));
        told.sort_unstable();
        told.dedup();
        let manner = Manner::found(self.is_urgent(tx, community, &it)?);
        let news = News { subject: it.id.0, kind: &timer.kind, manner };
        told.into_iter().try_for_each(|unit| self.tell_unit(tx, community, &it, unit, news))
    }
}

/// The steward is told of everything that moves it: they stay accountable.
fn told(it: &Call, happened: &CallEvent) -> Vec<HandlingUnit> {
    let caller = [it.by, HandlingUnit::Steward].into_iter();
    match happened {
        CallEvent::Blown(new) => vec![new.to],
        CallEvent::Accepted { .. } | CallEvent::Declined { .. } => {
            caller.chain(it.chain.last().map(|it| it.from)).collect()
        }
        CallEvent::Passed { to, .. } => caller.chain([*to]).collect(),
        CallEvent::Planned { .. } | CallEvent::Answered { .. } => caller.collect(),
        CallEvent::Invited { units } | CallEvent::VisitSet { units, .. } => units.clone(),
        CallEvent::VisitHeld { units, .. } => caller.chain(units.iter().copied()).collect(),
        CallEvent::Joined { .. } | CallEvent::Excused { .. } | CallEvent::Reported { .. } => vec![it.lead],
        CallEvent::SentBack { .. } | CallEvent::Finished { .. } => vec![it.lead],
        CallEvent::Withdrawn { .. } => it.asked().into_iter().chain(it.units()).collect(),
        CallEvent::Tried { .. } | CallEvent::LinkGiven { .. } | CallEvent::LinkRevoked { .. } => Vec::new(),
    }
}

/// Eight in the morning in China.
fn morning(day: Date) -> Option<Moment> {
    let at = day.to_datetime(Time::constant(8, 0, 0, 0));
    china_time::OFFSET.to_timestamp(at).ok().map(Moment::from)
}
