//! One request after another: filed, worked on, ended.

mod work;

use std::collections::HashMap;

use guanjia_domain::ids::RequestId;
use guanjia_domain::request::Channel;
use guanjia_domain::{Actor, Role, matter};
use jiff::Timestamp;

use super::arrivals::{Arrival, arrivals};
use super::cast::{Cast, Site};
use super::clock::{DAY, HOUR, MINUTE, Second, local_hour, timestamp};
use super::needs::{Need, Scene};
use super::plot::{STORY_ESTATE, STORY_MATTERS};
use super::words::compose;
use super::{DAYS, Filing, Reporter, Step, What};
use crate::ids;
use crate::rng::Rng;

/// A request that would say what an open one says is merged into it this often.
const MERGED: f64 = 0.5;
/// Another resident joins.
const JOINED: f64 = 0.05;
/// The work lies still from some step on; only in the last weeks, since old ones were found long ago.
const STALLED: f64 = 0.03;
const STALLED_SINCE: i64 = 25 * DAY;
/// A grid worker finds it on a round, where it can be seen at all; makes some eight of 21 a day.
const FOUND: f64 = 0.6;
/// Channels of the others: page 40, chat group 15, telephone 22, counter 20 of 97.
const CHANNELS: [(Channel, f64); 4] =
    [(Channel::Web, 40.0), (Channel::Group, 15.0), (Channel::Phone, 22.0), (Channel::Counter, 20.0)];

/// The steps of one request, in order, at least a second apart.
pub(super) struct Life {
    pub request: RequestId,
    pub now: Second,
    pub steps: Vec<Step>,
}

impl Life {
    pub(super) fn file(at: Second, key: &str, who: Actor, filing: Filing) -> Self {
        let request = RequestId(ids::id(at * 1_000, key));
        let what = What::File(Box::new(filing));
        Self { request, now: at, steps: vec![Step { at: timestamp(at), who, request, what }] }
    }

    /// The next step, at `at` or a second after the last one if that is later.
    pub(super) fn then(&mut self, at: Second, who: Actor, what: What) {
        self.now = at.max(self.now + 1);
        self.steps.push(Step { at: timestamp(self.now), who, request: self.request, what });
    }

    /// When it ends for the first time.
    fn first_end(&self) -> Option<Second> {
        self.steps
            .iter()
            .find(|step| {
                let ends = matches!(step.what, What::Refuse(_) | What::DoneOnSpot(_) | What::Close);
                ends || matches!(step.what, What::Void(_) | What::Merge(_))
            })
            .map(|step| step.at.as_second())
    }

    /// Somebody joins between filing and the first end, if that leaves time.
    fn join(&mut self, rng: &mut Rng) {
        let filed = self.steps[0].at.as_second();
        let last = self.first_end().unwrap_or(self.now + DAY).min(filed + 2 * DAY) - 1;
        if last - filed < HOUR {
            return;
        }
        let at = timestamp(rng.between(filed + 10 * MINUTE, last));
        if let Err(index) = self.steps.binary_search_by_key(&at, |step| step.at) {
            let who = Actor::RESIDENT;
            let what = What::Join(Cast::draw_reporter(rng, 0.7, 0.6));
            self.steps.insert(index, Step { at, who, request: self.request, what });
        }
    }
}

/// What later requests may be merged into: place and matter, and when it was open.
struct Earlier {
    request: RequestId,
    filed: Second,
    end: Second,
}

/// The random part of the story.
pub(super) fn steps(cast: &Cast, seed: u64, end: Timestamp) -> Vec<Step> {
    let end = end.as_second();
    let mut earlier: HashMap<(uuid::Uuid, &str), Vec<Earlier>> = HashMap::new();
    let mut bursts = HashMap::new();
    let mut steps = Vec::new();
    for (number, arrival) in arrivals(seed, end - DAYS * DAY, end).into_iter().enumerate() {
        let key = format!("request {seed} {number}");
        let mut rng = Rng::named(seed, &key);
        let site = match arrival.burst.and_then(|burst| bursts.get(&burst)) {
            Some(cause) => cast.draw_neighbour(cause, &mut rng),
            None => draw_site(cast, arrival.need, &mut rng),
        };
        let Some(site) = site else { continue };
        if let Some(burst) = arrival.burst {
            bursts.entry(burst).or_insert(site);
        }
        let (mut life, level) = begin(cast, &arrival, &site, &key, &mut rng);
        let same = earlier.entry((site.building.id, arrival.need.matter)).or_default();
        let accepted = work::acceptance(cast, &site, life.now, &mut rng);
        let target = same.iter().find(|one| one.filed < life.now && one.end > accepted + MINUTE);
        if let Some(target) = target.filter(|_| rng.chance(MERGED)) {
            life.then(accepted, cast.steward(&site), What::Accept);
            life.then(accepted + MINUTE, cast.steward(&site), What::Merge(target.request));
        } else {
            work::live(cast, &mut life, &site, arrival.need, level, accepted, &mut rng);
            if rng.chance(STALLED) && end - arrival.at < STALLED_SINCE {
                let kept = rng.between(1, life.steps.len() as i64) as usize;
                life.steps.truncate(kept);
            }
            if rng.chance(JOINED) {
                life.join(&mut rng);
            }
            let end = life.first_end().unwrap_or(Second::MAX);
            same.push(Earlier { request: life.request, filed: arrival.at, end });
        }
        steps.append(&mut life.steps);
    }
    steps
}

/// A place where the need can arise: no lift trouble in a house without lift, and the story's own matters are left to
/// the story.
fn draw_site<'a>(cast: &Cast<'a>, need: &Need, rng: &mut Rng) -> Option<Site<'a>> {
    // Every need fits some two thirds of all places; sixty draws never fail in practice, and failing only skips one.
    (0..60).filter_map(|_| cast.draw_site(need.scene, rng)).find(|site| {
        let of_story = site.estate.key == STORY_ESTATE && STORY_MATTERS.contains(&need.matter);
        let has_lift = site.building.floors > 7;
        match need.matter {
            _ if of_story => false,
            "0501" | "0503" => has_lift,
            "0504" => !has_lift,
            _ => true,
        }
    })
}

/// Files the request and draws who will settle it.
fn begin(cast: &Cast, arrival: &Arrival, site: &Site, key: &str, rng: &mut Rng) -> (Life, work::Level) {
    let need = arrival.need;
    let channel = draw_channel(arrival, rng);
    let (who, reporter) = match channel {
        Channel::Web => (Actor::RESIDENT, Cast::draw_reporter(rng, 0.6, 0.6)),
        Channel::Phone | Channel::Counter => (cast.steward(site), Cast::draw_reporter(rng, 1.0, 0.9)),
        Channel::Group => (cast.steward(site), Cast::draw_reporter(rng, 0.8, 0.2)),
        Channel::Patrol => {
            let id = cast.worker(site).map(|worker| worker.id);
            (Actor { role: Role::GridWorker, id }, Reporter::default())
        }
    };
    let filing = Filing {
        place: site.place(),
        matter: need.matter,
        text: compose(need, &site.spot(), channel, rng),
        reporter,
        channel,
        urgent: false,
    };
    let life = Life::file(arrival.at, key, who, filing);
    let small = matter::find(need.matter).is_some_and(|matter| matter.small);
    (life, work::Level::draw(need.group(), small, channel, rng))
}

fn draw_channel(arrival: &Arrival, rng: &mut Rng) -> Channel {
    let hour = local_hour(arrival.at);
    let visible = !matches!(arrival.need.scene, Scene::Home | Scene::Person);
    if visible && arrival.burst.is_none() && (8..20).contains(&hour) && rng.chance(FOUND) {
        return Channel::Patrol;
    }
    match CHANNELS[rng.weighted(&CHANNELS.map(|(_, weight)| weight))].0 {
        // The counter has closed; who would have come writes instead.
        Channel::Counter if !(9..18).contains(&hour) => Channel::Web,
        channel => channel,
    }
}
