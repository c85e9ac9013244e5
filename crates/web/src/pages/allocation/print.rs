//! `GET /allocations/{id}/print`: the sheet for the notice board.

use super::fair::{sentences, whole};
use super::index::INDICATOR_KEYS;
use super::plan::hardest_first;
use super::rules::tiers_key;
use super::{head, id_of};
use crate::fault::Fault;
use crate::view::Section;
use crate::view::allocation::{AllocationPrintPage, PrintedRow};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::extract::Path;
use axum::response::Response;
use guanjia_app::allocation::{AllocationSheet, Outlook};
use guanjia_domain::allocation::Ask;

/// `GET /allocations/{id}/print`.
pub(crate) async fn show(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Print), move |visitor, tx, seat| {
            let (app, who, home) = (visitor.site.app(), &seat.signed_in.who, seat.home);
            let sheet = app.allocation_sheet(tx, who, home, id_of(&id)?)?;
            let (words, community) = (visitor.look.words(), app.community(tx, home)?);
            let says = match &sheet.outlook {
                Outlook::Plan(case, best) => sentences(words, case, best),
                _ => Vec::new(),
            };
            let draft = &sheet.allocation.draft;
            html(&AllocationPrintPage {
                page: seat.frame,
                head: head(&sheet.allocation, sheet.decides),
                community: community.name,
                rows: rows(&sheet),
                says,
                weights: weights(words, &draft.ask),
                rules: words.say(tiers_key(draft.ask.tiers)).to_owned(),
                version: draft.found.as_ref().map(|it| it.version.clone()).unwrap_or_default(),
                seed: draft.ask.seed,
                supervision: Some(community.supervision).filter(|phone| !phone.is_empty()),
            })
        })
        .await
}

fn rows(sheet: &AllocationSheet) -> Vec<PrintedRow> {
    let Outlook::Plan(case, best) = &sheet.outlook else { return Vec::new() };
    let row = |place: usize| PrintedRow {
        estate: case.estates[place].name.clone(),
        households: sheet.form.estates[place].households.map(whole).unwrap_or_default(),
        difficulty: format!("{:.1}", case.estates[place].difficulty),
        steward: case.officers[best.plan[place]].name.clone(),
        is_new: case.current[place] != Some(best.plan[place]),
    };
    hardest_first(case).into_iter().map(row).collect()
}

/// The weights as they count: in per cent of their sum.
fn weights(words: &Words, ask: &Ask) -> String {
    let total: u32 = ask.weights.iter().map(|it| u32::from(*it)).sum();
    let one = |(key, weight): (&str, &u8)| {
        format!("{} {:.0}%", words.say(key), 100.0 * f64::from(*weight) / f64::from(total.max(1)))
    };
    let each: Vec<_> = INDICATOR_KEYS.into_iter().zip(&ask.weights).map(one).collect();
    each.join(words.say("list-comma"))
}
