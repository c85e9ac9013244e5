//! Shares and reasons as a page shows them, each with the address of its requests.

use super::{keys, number, percent, range};
use crate::view::numbers::{Link, RateRow};
use crate::words::Words;
use guanjia_app::numbers::{Gathered, Period};
use guanjia_domain::ids::EstateId;
use guanjia_domain::numbers::{FEWEST, Measure, Rate, Why};

/// Where the figures of a page lead to; for an office above nowhere.
pub(super) struct Behind {
    pub(super) period: Period,
    pub(super) estate: Option<EstateId>,
    pub(super) leads: bool,
}

impl Behind {
    /// The address of some requests.
    pub(super) fn href(&self, question: &str) -> Option<String> {
        let estate = self.estate.map(|it| it.to_string()).unwrap_or_default();
        self.leads
            .then(|| format!("/numbers/requests?{question}&period={}&estate={estate}", self.period.word()))
    }

    fn link(&self, words: &Words, key: &str, many: u32, question: &str) -> Link {
        let words = words.say_with(key, &[("n", number(many).into())]);
        Link { words, href: self.href(question).filter(|_| many > 0) }
    }
}

/// All that was reported.
pub(super) fn all(words: &Words, behind: &Behind, gathered: &Gathered) -> Link {
    behind.link(words, "rate-all", gathered.rates.all, "of=all")
}

/// The measures in their order.
pub(super) fn rows(words: &Words, behind: &Behind, gathered: &Gathered) -> Vec<RateRow> {
    let measured = gathered.rates.rates.iter();
    measured.map(|(measure, rate)| row(words, behind, *measure, rate)).collect()
}

fn row(words: &Words, behind: &Behind, measure: Measure, rate: &Rate) -> RateRow {
    let (name, about) = keys::of_measure(measure);
    let few = rate.of < FEWEST;
    let share = rate.share().filter(|_| !few).map(percent);
    let of = |part: &str| format!("of={}&part={part}", measure.name());
    let left_out = rate.out.iter();
    RateRow {
        name: words.say(name).to_owned(),
        about: words.say(about).to_owned(),
        share: share.unwrap_or_else(|| words.say_with("rate-few", &[("of", number(rate.of).into())])),
        interval: rate.interval().filter(|_| !few).map(range).unwrap_or_default(),
        hits: behind.link(words, "rate-hits", rate.hits, &of("hit")),
        misses: behind.link(words, "rate-misses", rate.of - rate.hits, &of("miss")),
        out: left_out
            .map(|(why, many)| behind.link(words, keys::of_out(*why), *many, &of(why.name())))
            .collect(),
    }
}

/// What stayed overnight, by reason.
pub(super) fn night(words: &Words, behind: &Behind, gathered: &Gathered) -> Vec<Link> {
    let line = |why: &Why| {
        let many = *gathered.night.why.get(why)?;
        Some(behind.link(words, keys::of_night(*why), many, &format!("of=night&part={}", why.name())))
    };
    Why::ALL.iter().filter_map(line).collect()
}
