//! Timers of the clocks of a request, and what is still true when one rings.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::limit::Measure;
use guanjia_domain::request::{ClockMotion, Request, State};
use guanjia_domain::timetable::Quiet;
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;
use guanjia_store::timers::Timer;

/// The longest time before a limit at which it is reminded of: two hours.
const SOON: i64 = 2 * 60 * 60 * 1_000;

/// The kinds of the two timers of a measure: before its limit, and after.
const fn kinds(measure: Measure) -> (&'static str, &'static str) {
    match measure {
        Measure::Done => ("due_soon", "overdue"),
        Measure::FirstContact => ("first_contact_soon", "first_contact_late"),
        Measure::OnSite => ("on_site_soon", "on_site_late"),
        Measure::Stop => ("stop_soon", "stop_late"),
        Measure::Penalise => ("penalise_soon", "penalise_late"),
        Measure::Demolish => ("demolish_soon", "demolish_late"),
    }
}

/// What a kind of timer is about: the measure, and whether its limit is over.
pub(crate) fn about(kind: &str) -> Option<(Measure, bool)> {
    Measure::ALL.into_iter().find_map(|measure| {
        let (soon, late) = kinds(measure);
        ((kind == soon) || (kind == late)).then_some((measure, kind == late))
    })
}

impl App {
    /// A look shortly before each limit and one at it. What they find is decided from the state then.
    pub(crate) fn set_timers(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        request: &Request,
        now: Moment,
    ) -> Result<()> {
        if !request.state.is_open() {
            return Ok(());
        }
        let quiet = self.quiet_hours(tx, community)?;
        let others = request.unmet().map(|(measure, target)| (measure, target.due_at()));
        for (measure, due) in others.chain([(Measure::Done, request.due_at())]) {
            let warn_before = (due.since(now) / 4).clamp(0, SOON);
            let (soon, late) = kinds(measure);
            let warning = due.plus(-warn_before);
            // In quiet hours it would be held until the limit is over.
            let early = quiet.filter(|_| !request.urgent).map_or(warning, |it| it.last_minute(warning));
            let warning = if early > now { early } else { warning };
            for (rings_at, kind) in [(warning, soon), (due.plus(1), late)] {
                tx.set_timer(community, &Timer { rings_at, subject: request.id.0, kind: kind.into() })?;
            }
        }
        if let Some(rings_at) = request.suspended_until {
            let kind = "look_again".into();
            tx.set_timer(community, &Timer { rings_at, subject: request.id.0, kind })?;
        }
        Ok(())
    }
}

/// Whether what a timer was set for still holds: limits move, and requests end.
pub(crate) fn is_still_due(request: &Request, timer: &Timer, quiet: Option<Quiet>, now: Moment) -> bool {
    if timer.kind == "look_again" {
        let aside = matches!(request.state, State::Suspended | State::Waiting);
        return aside && request.suspended_until == Some(timer.rings_at);
    }
    let Some((measure, late)) = about(&timer.kind) else { return false };
    let due = match measure {
        Measure::Done => Some(request.due_at()),
        _ => request.unmet().find(|(it, _)| *it == measure).map(|(_, target)| target.due_at()),
    };
    let runs = request.state.clock() == ClockMotion::Runs;
    due.is_some_and(|due| {
        let left = due.since(timer.rings_at);
        // One that rings in the last minute before quiet hours looks through them.
        let before_quiet = quiet.and_then(|it| it.ends(timer.rings_at.plus(60_000)));
        let furthest = before_quiet.map_or(SOON, |end| end.since(timer.rings_at) + SOON);
        runs && if late { left == -1 } else { (0..=furthest).contains(&left) && due >= now }
    })
}
