//! How likely two requests speak of one issue: a small additive model, every part of which can be said in words.

use super::Request;
use super::document::{Document, Mention};
use super::vocabulary::{Vocabulary, cosine};

/// What is compared of two requests; shares from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Features {
    /// Cosine of the whole texts.
    pub full: f32,
    /// Cosine of the whole texts without names.
    pub matter: f32,
    /// The larger share of a title that stands in the other text.
    pub title_in: f32,
    /// The smaller share of a title that stands in the other text.
    pub title_in_both: f32,
    /// The share of the shorter text that stands in the longer.
    pub contained: f32,
    /// Both name sites and none is in common.
    pub conflict: f32,
    /// Both titles name sites and each is foreign to the other text.
    pub title_conflict: f32,
    /// The weight of the heaviest run of characters of a title that stands in the other text.
    pub run: f32,
    /// Both name districts and none is in common.
    pub districts: f32,
    /// The same person.
    pub reporter: f32,
    /// The same known estate.
    pub estate: f32,
    /// The same building of it.
    pub building: f32,
    /// The same matter 1, another −2, unknown 0.
    pub category: f32,
    /// Days apart.
    pub days: f32,
}

/// Compares two requests.
pub fn features(a: &Document, b: &Document, words: &Vocabulary) -> Features {
    let (first_in, second_in) = (inside(&a.title, &b.full), inside(&b.title, &a.full));
    let agree = agreement(a, b).max(agreement(b, a));
    let sites = |one: &Document| one.mentions.iter().any(|mention| mention.site);
    let apart = !a.districts.is_empty()
        && !b.districts.is_empty()
        && !a.districts.iter().any(|district| b.districts.contains(district));
    let (short, long) = if a.full.len() <= b.full.len() { (a, b) } else { (b, a) };
    Features {
        full: cosine(&a.full, &b.full),
        matter: cosine(&a.matter, &b.matter),
        title_in: first_in.max(second_in),
        title_in_both: first_in.min(second_in),
        contained: inside(&short.full, &long.full),
        conflict: f32::from(u8::from(agree <= 0.0 && sites(a) && sites(b))),
        title_conflict: f32::from(u8::from(foreign(a, b) && foreign(b, a))),
        run: run(&a.sequence, &b.full, words).max(run(&b.sequence, &a.full, words)),
        districts: f32::from(u8::from(apart)),
        days: (a.day - b.day).abs() as f32,
        ..Features::default()
    }
}

impl Features {
    /// Adds what is known besides the texts.
    pub fn know(&mut self, a: &Request, b: &Request) {
        let same = |a: Option<&str>, b: Option<&str>| a.is_some() && a == b;
        let share = |yes: bool| f32::from(u8::from(yes));
        self.reporter = share(same(a.reporter, b.reporter));
        self.estate = share(same(a.place.estate.as_deref(), b.place.estate.as_deref()));
        self.building = self.estate * share(same(a.place.building.as_deref(), b.place.building.as_deref()));
        self.category = match (a.category, b.category) {
            (Some(left), Some(right)) if left == right => 1.0,
            (Some(_), Some(_)) => -2.0,
            _ => 0.0,
        };
    }
}

/// The share of the first's weight whose pairs the second holds.
fn inside(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let (mut shared, mut all, mut j) = (0.0, 0.0, 0);
    for (pair, weight) in a {
        while j < b.len() && b[j].0 < *pair {
            j += 1;
        }
        all += weight;
        if b.get(j).is_some_and(|other| other.0 == *pair) {
            shared += weight;
        }
    }
    if all > 0.0 { shared / all } else { 0.0 }
}

/// The weights of the additive model: round numbers, each the answer to "how much more likely does this make it?".
/// They were set by hand and looked at on public texts; nothing is
/// trained.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// Of [`Features::full`].
    pub full: f32,
    /// Of [`Features::matter`].
    pub matter: f32,
    /// Of [`Features::title_in`].
    pub title_in: f32,
    /// Of [`Features::title_in_both`].
    pub title_in_both: f32,
    /// Of [`Features::contained`].
    pub contained: f32,
    /// Of [`Features::run`], at most 60 of it.
    pub run: f32,
    /// Of the logarithm of the days apart.
    pub days: f32,
    /// Of [`Features::districts`].
    pub districts: f32,
    /// Of [`Features::conflict`].
    pub conflict: f32,
    /// Of [`Features::estate`].
    pub estate: f32,
    /// Of [`Features::building`].
    pub building: f32,
    /// Of [`Features::category`].
    pub category: f32,
    /// What all others must make good.
    pub start: f32,
    /// Whether two titles that name different sites keep requests apart. Off only to measure what that is worth.
    pub gated: bool,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            full: 4.0,
            matter: 4.0,
            title_in: 4.0,
            title_in_both: 5.0,
            contained: 3.0,
            run: 0.04,
            days: -0.35,
            districts: -1.5,
            conflict: -0.5,
            estate: 0.5,
            building: 0.5,
            category: 2.0,
            start: -7.0,
            gated: true,
        }
    }
}

/// Below every score that the model gives: two places that are known to differ.
pub const NEVER: f32 = -100.0;

impl Weights {
    /// The score of a pair: above 0 rather the same issue than not. Lower than any other where both titles name another
    /// site, but for one person, who writes again about the same place and may misspell it.
    #[must_use]
    pub fn score(&self, f: &Features) -> f32 {
        if self.gated && f.title_conflict > 0.0 && f.reporter <= 0.0 {
            return NEVER;
        }
        self.start
            + self.full * f.full
            + self.matter * f.matter
            + self.title_in * f.title_in
            + self.title_in_both * f.title_in_both
            + self.contained * f.contained
            + self.run * f.run.min(60.0)
            + self.days * f.days.ln_1p()
            + self.districts * f.districts
            + self.conflict * f.conflict
            + self.estate * f.estate
            + self.building * f.building
            + self.category * f.category
    }
}

/// How much of a name must stand in a text for the text to speak of it.
const SPOKEN_OF: f32 = 0.6;

/// The weight of the most telling name of the first that stands in the second.
fn agreement(a: &Document, b: &Document) -> f32 {
    let spoken_of = |mention: &&Mention| share_in(mention, b) >= SPOKEN_OF;
    a.mentions.iter().filter(spoken_of).map(|mention| mention.weight).fold(0.0, f32::max)
}

/// Whether the first's title names a site, and none of them stands in the second text.
fn foreign(a: &Document, b: &Document) -> bool {
    let mut sites = a.mentions.iter().filter(|mention| mention.site && mention.in_title).peekable();
    sites.peek().is_some() && sites.all(|mention| share_in(mention, b) < SPOKEN_OF)
}

fn share_in(mention: &Mention, text: &Document) -> f32 {
    let holds = |pair: &&u32| text.full.binary_search_by_key(*pair, |one| one.0).is_ok();
    mention.pairs.iter().filter(holds).count() as f32 / mention.pairs.len().max(1) as f32
}

/// The weight of the heaviest run of pairs that all stand in the other text.
fn run(sequence: &[u32], text: &[(u32, f32)], words: &Vocabulary) -> f32 {
    let (mut best, mut now) = (0.0_f32, 0.0);
    for pair in sequence {
        let there = text.binary_search_by_key(pair, |one| one.0).is_ok();
        now = if there { now + words.weight(*pair) } else { 0.0 };
        best = best.max(now);
    }
    best
}
