//! What is not left to chance: the reports of trees and lamps, three emergencies, and an open request in every state.
//!
//! Each scene is a request with its place, its words and its steps; times count back from the end of the story.

mod others;
mod trees_and_lamps;

use guanjia_domain::request::Channel;
use guanjia_domain::{Actor, Party, Role};
use jiff::Timestamp;

use super::cast::{Cast, Site};
use super::clock::{HOUR, MINUTE, OFFICE, Second, local_day, midnight, timestamp};
use super::life::Life;
use super::needs::Scene;
use super::{Filing, Reporter, Step, What};
use crate::outline::{OrganisationKind, people};

/// The estate of the story: 理工大长风住宅小区.
pub(super) const STORY_ESTATE: &str = "e01";
/// Trees that shade windows, unit doors without lamp: in [`STORY_ESTATE`] only by hand.
pub(super) const STORY_MATTERS: [&str; 2] = ["0201", "0102"];

/// Days before the day of the end, hour and minute by local time. Day 0 is not used: the end may be in the morning.
type When = (i64, i64, i64);

/// A request written by hand.
struct SceneOf {
    estate: &'static str,
    /// Numbers as people say them: building, unit, room.
    place: (u32, u32, &'static str),
    tells: Scene,
    matter: &'static str,
    channel: Channel,
    urgent: bool,
    filed: When,
    text: &'static str,
    acts: &'static [(When, Act)],
}

/// What follows, by whoever holds that part at the place.
#[derive(Clone, Copy)]
enum Act {
    Accept,
    ToWorker,
    ToCompany,
    ToStreet(&'static str),
    ToBureau(&'static str),
    Take,
    Return(&'static str),
    Extend(&'static str, u32),
    /// Reason, and working days until it is taken up again.
    Suspend(&'static str, i64),
    Dispose(&'static str),
    Check,
    Close,
}

/// The steps of all scenes.
pub(super) fn steps(cast: &Cast, end: Timestamp) -> Vec<Step> {
    let today = local_day(end.as_second());
    let clock = |(days, hour, minute): When| midnight(today - days) + hour * HOUR + minute * MINUTE;
    trees_and_lamps::STORY
        .iter()
        .chain(others::OTHERS)
        .enumerate()
        .filter_map(|(number, scene)| Some(play(cast, scene, &site(cast, scene)?, number, &clock)))
        .flatten()
        .collect()
}

fn play(
    cast: &Cast,
    scene: &SceneOf,
    site: &Site,
    number: usize,
    clock: &impl Fn(When) -> Second,
) -> Vec<Step> {
    let steward = cast.steward(site);
    let worker = Actor { role: Role::GridWorker, id: cast.worker(site).map(|worker| worker.id) };
    let (who, reporter) = match scene.channel {
        Channel::Web => (Actor::RESIDENT, resident(number)),
        Channel::Patrol => (worker, Reporter::default()),
        Channel::Phone | Channel::Counter | Channel::Group => (steward, resident(number)),
    };
    let filing = Filing {
        place: site.place(),
        matter: scene.matter,
        text: scene.text.to_owned(),
        reporter,
        channel: scene.channel,
        urgent: scene.urgent,
    };
    let mut life = Life::file(clock(scene.filed), &format!("scene {number}"), who, filing);
    // Who was asked last: it is they who take, give back and dispose.
    let mut asked = (worker, worker.id.map_or(Party::Steward, |id| Party::GridWorker(id.into())));
    for &(when, act) in scene.acts {
        let at = clock(when);
        let (who, what) = match act {
            Act::Accept => (steward, What::Accept),
            Act::ToWorker => (steward, What::Dispatch(asked.1, None)),
            Act::ToCompany => {
                asked = cast.organisation(site, OrganisationKind::PropertyCompany).unwrap_or(asked);
                (steward, What::Dispatch(asked.1, None))
            }
            Act::ToStreet(why) => {
                asked = cast.street();
                (steward, What::Escalate(asked.1, why.to_owned()))
            }
            Act::ToBureau(why) => {
                asked = cast.bureau();
                (steward, What::Escalate(asked.1, why.to_owned()))
            }
            Act::Take => (asked.0, What::Take(asked.1)),
            Act::Return(why) => (asked.0, What::Return(asked.1, why.to_owned())),
            Act::Extend(why, days) => (steward, What::Extend { reason: why.to_owned(), working_days: days }),
            Act::Suspend(why, days) => {
                let until = timestamp(OFFICE.after(at, days * 9 * HOUR));
                (steward, What::Suspend { reason: why.to_owned(), until })
            }
            Act::Dispose(reply) => (asked.0, What::Dispose { reply: reply.to_owned(), note: None }),
            Act::Check => (steward, What::Check),
            Act::Close => (steward, What::Close),
        };
        life.then(at, who, what);
    }
    life.steps
}

fn site<'a>(cast: &Cast<'a>, scene: &SceneOf) -> Option<Site<'a>> {
    let estate = cast.estate(scene.estate)?;
    let (building, unit, room) = scene.place;
    let building = estate.buildings.get(building as usize - 1)?;
    let unit = building.units.get(unit as usize - 1)?;
    let room = unit.rooms.iter().find(|one| one.name == room);
    Some(Site { estate, building, unit, room, scene: scene.tells, beside: true })
}

/// A resident of their own for each scene: different households report, which is what makes an issue common.
fn resident(number: usize) -> Reporter {
    let (name, phone) = people::resident(people::RESIDENTS - 1 - number);
    Reporter { name: Some(name), phone: Some(phone) }
}
