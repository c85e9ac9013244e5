//! Groups of the labelled messages, copies for other places and alerts, with one setting: the product's own.

use super::alerts::{Right, Voices, alerts};
use super::group_score::score;
use super::messages::Messages;
use super::tfidf::{alike, linked};
use crate::bench::figures::{Figures, Wanted};
use guanjia_discover::issues::{Constraints, Request, Weights, discover};

/// Copies that may be merged, of those looked at, as it is asked for.
const COPIES: f64 = 4.0 / 42.0;
/// Cosines from which on the plain grouping links, looked at in steps of a twentieth.
const LINKED: [f32; 9] = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7];

/// Measures the product, then the plain grouping beside it.
pub fn measure(messages: &Messages, figures: &mut Figures) {
    let groups = found(messages, &Weights::default());
    let score = score(&messages.gold, &groups);
    figures.add("groups, B³", score.b3[2], "", Wanted::AtLeast(0.83));
    figures.add("groups, pair F1", score.pairs[2], "", Wanted::AtLeast(0.83));
    figures.add("groups, event F1", score.events[2], "", Wanted::AtLeast(0.88));
    let most = COPIES * messages.copies.len() as f64;
    figures.add("copies merged", merged(messages, &groups), "", Wanted::AtMost(most.floor()));
    let [precision, _, f1] = rung(messages, &groups, Right::AboutOneEvent);
    figures.add("alert at the third household, F1", f1, "", Wanted::AtLeast(0.86));
    figures.add("alert, precision", precision, "", Wanted::AtLeast(0.92));
    let [precision, _, f1] = rung(messages, &groups, Right::ThreeHouseholds);
    figures.add("  three of the labelled event, F1", f1, "", Wanted::Told);
    figures.add("  three of the labelled event, prec.", precision, "", Wanted::Told);
    plain(messages, figures);
}

/// The alerts of some groups when households are counted.
fn rung(messages: &Messages, groups: &[Vec<usize>], asked: Right) -> [f64; 3] {
    alerts(&messages.all, &messages.gold, groups, (Voices::Households, asked))
}

/// Groups of all messages, those alone too.
pub fn found(messages: &Messages, weights: &Weights) -> Vec<Vec<usize>> {
    let requests: Vec<Request> = messages.all.iter().map(super::messages::Message::request).collect();
    let found = discover(&requests, &Constraints::default(), weights, |_, _| {});
    let alone = found.unassigned.into_iter().map(|one| vec![one]);
    found.issues.into_iter().map(|issue| issue.members).chain(alone).collect()
}

/// How many texts stand together with their copy for another place.
pub fn merged(messages: &Messages, groups: &[Vec<usize>]) -> f64 {
    let together = |(a, b): &&(usize, usize)| groups.iter().any(|it| it.contains(a) && it.contains(b));
    messages.copies.iter().filter(together).count() as f64
}

/// The plain grouping with the cosine that suits these messages best: better than it could know beforehand.
fn plain(messages: &Messages, figures: &mut Figures) {
    let texts: Vec<String> =
        messages.all.iter().map(|one| format!("{} {} {}", one.title, one.title, one.text)).collect();
    let pairs = alike(&texts, LINKED[0]);
    let groups = |least: f32| {
        let near = pairs.iter().filter(|(cosine, ..)| *cosine >= least).map(|(_, a, b)| (*a, *b));
        linked(texts.len(), near)
    };
    let tried = LINKED.map(|least| (score(&messages.gold, &groups(least)), least));
    let Some((best, least)) = tried.into_iter().max_by(|(a, _), (b, _)| a.pairs[2].total_cmp(&b.pairs[2]))
    else {
        return;
    };
    let groups = groups(least);
    figures.add("  DBSCAN on TF-IDF, B³", best.b3[2], "", Wanted::Told);
    figures.add("  DBSCAN on TF-IDF, pair F1", best.pairs[2], "", Wanted::Told);
    figures.add("  DBSCAN on TF-IDF, event F1", best.events[2], "", Wanted::Told);
    figures.add("  DBSCAN on TF-IDF, copies merged", merged(messages, &groups), "", Wanted::Told);
    let [precision, _, f1] = rung(messages, &groups, Right::AboutOneEvent);
    figures.add("  DBSCAN on TF-IDF, alert F1", f1, "", Wanted::Told);
    figures.add("  DBSCAN on TF-IDF, alert precision", precision, "", Wanted::Told);
}
