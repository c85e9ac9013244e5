//! From the first look to the end, and what comes after it.

use guanjia_domain::request::{Channel, FollowUp, Reach, Satisfaction};
use guanjia_domain::{Actor, Party, Role};

use super::super::cast::{Cast, Site};
use super::super::clock::{AWAKE, COMMUNITY, DAY, HOUR, Hours, MINUTE, OFFICE, ROUNDS, Second, timestamp};
use super::super::needs::{Group, Need};
use super::super::{What, answers};
use super::Life;
use crate::outline::OrganisationKind;
use crate::rng::Rng;

// All shares below are assumptions, chosen so that every path of the life is walked some times in ninety days.
const REFUSED: f64 = 0.02;
const VOIDED: f64 = 0.01;
const RETURNED: f64 = 0.07;
const EXTENDED: f64 = 0.07;
const SUSPENDED: f64 = 0.05;
/// The handler writes an internal note, too.
const NOTED: f64 = 0.4;
const REWORKED: f64 = 0.04;
const REOPENED: f64 = 0.02;
const FOLLOWED_UP: f64 = 0.6;
const RATED: f64 = 0.2;
/// Of those reached, who calls it solved.
const SOLVED: f64 = 0.88;

/// Who settles a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Level {
    Spot,
    Property,
    Committee,
    Street,
    Bureau,
}

impl Level {
    /// Small matters and those found on a round are settled on the spot more often.
    pub(super) fn draw(group: Group, small: bool, channel: Channel, rng: &mut Rng) -> Self {
        const ALL: [Level; 5] =
            [Level::Spot, Level::Property, Level::Committee, Level::Street, Level::Bureau];
        let mut weights = group.levels();
        weights[0] *= if small { 1.7 } else { 0.7 } * if channel == Channel::Patrol { 1.15 } else { 0.95 };
        ALL[rng.weighted(&weights)]
    }
}

/// Who works on it, in which hours, and how long that usually takes.
#[derive(Clone, Copy)]
struct Handler {
    actor: Actor,
    party: Party,
    hours: Hours,
    /// Median seconds from asking to taking.
    reaction: f64,
    /// Median seconds from taking to being done.
    work: f64,
}

/// When the steward first looks at it.
pub(super) fn acceptance(cast: &Cast, site: &Site, filed: Second, rng: &mut Rng) -> Second {
    COMMUNITY.after(filed, seconds(rng, 25 * MINUTE, pace(cast, site)))
}

/// The whole life of a request that is not merged.
pub(super) fn live(
    cast: &Cast,
    life: &mut Life,
    site: &Site,
    need: &Need,
    level: Level,
    accepted: Second,
    rng: &mut Rng,
) {
    let steward = cast.steward(site);
    if rng.chance(REFUSED) {
        return life.then(accepted, steward, What::Refuse(answers::refuse(rng)));
    }
    if level == Level::Spot {
        on_spot(cast, life, site, accepted, rng);
    } else {
        life.then(accepted, steward, What::Accept);
        if rng.chance(VOIDED) {
            return life.then(accepted + 5 * MINUTE, steward, What::Void(answers::void(rng)));
        }
        let handler = hand_over(cast, life, site, level, rng);
        settle(cast, life, site, need, &handler, rng);
    }
    afterwards(cast, life, site, rng);
    if level != Level::Spot && rng.chance(REOPENED) {
        let at = AWAKE.after(life.now, rng.between(HOUR, 2 * DAY));
        life.then(at, Actor::RESIDENT, What::Reopen(answers::reopen(rng)));
        let handler = hand_over(cast, life, site, Level::Committee, rng);
        settle(cast, life, site, need, &handler, rng);
    }
}

/// Whoever is there first does it: the grid worker without asking, or the steward.
fn on_spot(cast: &Cast, life: &mut Life, site: &Site, accepted: Second, rng: &mut Rng) {
    let pace = pace(cast, site);
    let worker = grid_worker(cast, site);
    let found = life.steps[0].who.role == Role::GridWorker;
    if found {
        let at = ROUNDS.after(life.now, seconds(rng, 20 * MINUTE, pace));
        return life.then(at, worker, What::DoneOnSpot(answers::spot(rng)));
    }
    if rng.chance(0.35) {
        let at = ROUNDS.after(life.now, seconds(rng, 60 * MINUTE, pace));
        return life.then(at, worker, What::DoneOnSpot(answers::spot(rng)));
    }
    life.then(accepted, cast.steward(site), What::Accept);
    let at = ROUNDS.after(life.now, seconds(rng, 70 * MINUTE, pace));
    let who = if rng.chance(0.5) { worker } else { cast.steward(site) };
    life.then(at, who, What::DoneOnSpot(answers::spot(rng)));
}

/// From `Accepted` until somebody has taken it.
fn hand_over(cast: &Cast, life: &mut Life, site: &Site, level: Level, rng: &mut Rng) -> Handler {
    let steward = cast.steward(site);
    let mut handler = handler_of(cast, site, level, rng);
    let at = COMMUNITY.after(life.now, seconds(rng, 12 * MINUTE, 1.0));
    if handler.party.is_above_community() {
        life.then(at, steward, What::Escalate(handler.party, answers::escalate(rng)));
    } else {
        life.then(at, steward, What::Dispatch(handler.party, rng.chance(0.5).then(|| answers::assign(rng))));
        if level == Level::Property && rng.chance(RETURNED) {
            let at = handler.hours.after(life.now, seconds(rng, 2 * HOUR, 1.0));
            life.then(at, handler.actor, What::Return(handler.party, answers::give_back(rng)));
            handler = worker_handler(cast, site);
            let at = COMMUNITY.after(life.now, seconds(rng, HOUR, 1.0));
            life.then(at, steward, What::Dispatch(handler.party, Some(answers::assign(rng))));
        }
    }
    let at = handler.hours.after(life.now, seconds(rng, handler.reaction as i64, pace(cast, site)));
    life.then(at, handler.actor, What::Take(handler.party));
    handler
}

/// From `InProgress` to `Closed`.
fn settle(cast: &Cast, life: &mut Life, site: &Site, need: &Need, handler: &Handler, rng: &mut Rng) {
    let (steward, pace) = (cast.steward(site), pace(cast, site));
    let long = if handler.party.is_above_community() { 2.0 } else { 1.0 };
    let work = |rng: &mut Rng, now| handler.hours.after(now, seconds(rng, handler.work as i64, pace));
    if rng.chance(EXTENDED * long) {
        let at = COMMUNITY.after(life.now, seconds(rng, 3 * HOUR, pace));
        let days = rng.between(1, 5);
        life.then(at, steward, What::Extend { reason: answers::extend(rng), working_days: days as u32 });
        life.now = handler.hours.after(life.now, days * 4 * HOUR);
    } else if rng.chance(SUSPENDED * long) {
        let at = COMMUNITY.after(life.now, seconds(rng, 4 * HOUR, pace));
        let until = OFFICE.after(at, rng.between(2, 12) * 9 * HOUR);
        life.then(at, steward, What::Suspend { reason: answers::suspend(rng), until: timestamp(until) });
        life.then(COMMUNITY.after(until, seconds(rng, 20 * MINUTE, 1.0)), steward, What::Resume);
    }
    loop {
        let done = work(rng, life.now);
        let reply = answers::reply(need.group(), rng);
        let note = rng.chance(NOTED).then(|| answers::note(rng));
        life.then(done, handler.actor, What::Dispose { reply, note });
        let look = COMMUNITY.after(life.now, seconds(rng, 80 * MINUTE, pace));
        if !rng.chance(REWORKED) {
            life.then(look, steward, What::Check);
            break;
        }
        life.then(look, steward, What::Rework(answers::rework(rng)));
    }
    life.then(COMMUNITY.after(life.now, seconds(rng, 15 * MINUTE, pace)), steward, What::Close);
}

/// After the end: the steward asks, the resident rates.
fn afterwards(cast: &Cast, life: &mut Life, site: &Site, rng: &mut Rng) {
    // What a grid worker found has nobody to ask.
    if life.steps[0].who.role == Role::GridWorker {
        return;
    }
    if rng.chance(FOLLOWED_UP) {
        let at = COMMUNITY.after(life.now, seconds(rng, 5 * HOUR, 1.0));
        life.then(at, cast.steward(site), What::FollowUp(outcome(rng)));
    }
    if rng.chance(RATED) {
        let at = AWAKE.after(life.now, seconds(rng, 3 * HOUR, 1.0));
        life.then(at, Actor::RESIDENT, What::Rate(satisfaction(rng)));
    }
}

fn outcome(rng: &mut Rng) -> FollowUp {
    match rng.weighted(&[85.0, 12.0, 3.0]) {
        0 if rng.chance(SOLVED) => {
            FollowUp { reach: Reach::Reached, solved: Some(true), satisfied: Some(satisfaction(rng)) }
        }
        0 => FollowUp {
            reach: Reach::Reached,
            solved: Some(false),
            satisfied: Some(Satisfaction::Dissatisfied),
        },
        1 => FollowUp { reach: Reach::Unreached, solved: None, satisfied: None },
        _ => FollowUp { reach: Reach::Declined, solved: None, satisfied: None },
    }
}

fn satisfaction(rng: &mut Rng) -> Satisfaction {
    match rng.weighted(&[75.0, 19.0, 6.0]) {
        0 => Satisfaction::Satisfied,
        1 => Satisfaction::Basically,
        _ => Satisfaction::Dissatisfied,
    }
}

fn handler_of(cast: &Cast, site: &Site, level: Level, rng: &mut Rng) -> Handler {
    let company = cast.organisation(site, OrganisationKind::PropertyCompany);
    let committee = cast.organisation(site, OrganisationKind::ResidentsCommittee);
    let make = |(actor, party), hours, reaction: i64, work: i64| Handler {
        actor,
        party,
        hours,
        reaction: reaction as f64,
        work: work as f64,
    };
    match level {
        Level::Street => make(cast.street(), OFFICE, 3 * HOUR, 9 * HOUR),
        Level::Bureau => make(cast.bureau(), OFFICE, 6 * HOUR, 24 * HOUR),
        Level::Property => match company.or(committee) {
            Some(one) => make(one, ROUNDS, 45 * MINUTE, 4 * HOUR),
            None => worker_handler(cast, site),
        },
        Level::Committee | Level::Spot => match committee.filter(|_| rng.chance(0.5)) {
            Some(one) => make(one, COMMUNITY, 50 * MINUTE, 3 * HOUR),
            None => worker_handler(cast, site),
        },
    }
}

fn worker_handler(cast: &Cast, site: &Site) -> Handler {
    let actor = grid_worker(cast, site);
    let party = actor.id.map_or(Party::Steward, |id| Party::GridWorker(id.into()));
    Handler { actor, party, hours: ROUNDS, reaction: (30 * MINUTE) as f64, work: (3 * HOUR) as f64 }
}

fn grid_worker(cast: &Cast, site: &Site) -> Actor {
    Actor { role: Role::GridWorker, id: cast.worker(site).map(|worker| worker.id) }
}

fn pace(cast: &Cast, site: &Site) -> f64 {
    cast.worker(site).map_or(1.0, |worker| worker.pace)
}

/// A wait with this median at this pace.
fn seconds(rng: &mut Rng, median: i64, pace: f64) -> i64 {
    rng.wait(median as f64 * pace) as i64
}
