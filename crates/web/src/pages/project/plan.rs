//! A project as residents see it.

use super::show::shown_photos;
use super::words::{got_words, stage_of};
use crate::view::project::kinds::{Need, worded};
use crate::view::project::{NeedCount, PlanView};
use crate::words::Words;
use guanjia_app::project::{PlanCount, PublicPlan};

/// The view of a plan; its photos lie below `photos`.
pub(crate) fn plan_view(words: &Words, plan: &PublicPlan, photos: &str) -> PlanView {
    let own = plan.own.iter().map(|it| {
        let need = worded!(words, Need, it.demand.need.name());
        let got = got_words(words, it.got).0;
        words.say_with("plan-own-door", &[("need", need.as_str().into()), ("got", got.as_str().into())])
    });
    PlanView {
        title: plan.title.clone(),
        stage: stage_of(plan.stage),
        counts: plan.counts.iter().map(count).collect(),
        own: own.collect(),
        asked: plan.asked.as_ref().map(|(until, words)| (until.to_string(), words.clone())),
        design: plan.design.clone(),
        not_now: plan.not_now.as_ref().map(|(words, until)| (words.clone(), until.to_string())),
        reply: plan.reply.clone(),
        photos: shown_photos(&plan.photos, photos),
    }
}

fn count(it: &PlanCount) -> NeedCount {
    NeedCount {
        need: Need::from_slug(it.need.name()).unwrap_or(Need::Other),
        doors: it.tally.served + it.tally.partly + it.tally.not_yet,
        served: it.tally.served,
        partly: it.tally.partly,
        not_yet: it.tally.not_yet,
        pieces: (it.pieces, it.done),
    }
}
