//! `GET /allocations/{id}/reasons`: what every other choice would cost.

use super::{head, id_of, said};
use crate::fault::Fault;
use crate::view::Section;
use crate::view::allocation::{ReasonsPage, ReasonsRow};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::extract::Path;
use axum::response::Response;
use guanjia_app::allocation::{Outlook, Reasons};
use guanjia_plan::allocation::case::Case;
use guanjia_plan::allocation::explain::Regret;
use guanjia_plan::allocation::objective::Objective;
use guanjia_plan::allocation::solve::Solution;

/// `GET /allocations/{id}/reasons`.
pub(crate) async fn show(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Claims), move |visitor, tx, seat| {
            let (app, who, home) = (visitor.site.app(), &seat.signed_in.who, seat.home);
            let sheet = app.allocation_sheet(tx, who, home, id_of(&id)?)?;
            let words = visitor.look.words();
            let (mut officers, mut rows, mut binding) = (Vec::new(), Vec::new(), Vec::new());
            if let (Outlook::Plan(case, best), Some(reasons)) = (&sheet.outlook, app.reasons(home, &sheet)) {
                (officers, rows) = table(words, (case, best), &reasons);
                binding = reasons.binding.iter().map(|it| said::binding(words, case, best, it)).collect();
            }
            let head = head(&sheet.allocation, sheet.decides);
            html(&ReasonsPage { page: seat.frame, head, officers, rows, binding })
        })
        .await
}

/// Estates and officers by name.
fn table(
    words: &Words,
    (case, best): (&Case, &Solution),
    reasons: &Reasons,
) -> (Vec<String>, Vec<ReasonsRow>) {
    let mut columns: Vec<usize> =
        (0..case.officers.len()).filter(|who| case.officers[*who].max_estates > 0).collect();
    columns.sort_by(|one, other| case.officers[*one].name.cmp(&case.officers[*other].name));
    let mut places: Vec<usize> = (0..reasons.table.len()).collect();
    places.sort_by(|one, other| case.estates[*one].name.cmp(&case.estates[*other].name));
    let row = |place: usize| ReasonsRow {
        estate: case.estates[place].name.clone(),
        cells: columns.iter().map(|who| cell(words, (case, best), reasons.table[place][*who])).collect(),
    };
    let rows = places.into_iter().map(row).collect();
    (columns.iter().map(|who| case.officers[*who].name.clone()).collect(), rows)
}

fn cell(words: &Words, (case, best): (&Case, &Solution), it: Regret) -> (String, &'static str) {
    match it {
        Regret::Chosen => ("✓".to_owned(), "prices__chosen"),
        Regret::Impossible => ("×".to_owned(), "prices__off"),
        Regret::Unknown => ("—".to_owned(), "prices__off"),
        Regret::Price(_) => match it.first(&case.order) {
            None => (words.say("price-same").to_owned(), ""),
            Some((what, more)) => {
                let more = said::amount(case, best, what, more);
                let sign = if more < 0.0 { "−" } else { "+" };
                let more = format!("{sign}{}", said::figure(more.abs()));
                (words.say_with(price(what), &[("more", more.as_str().into())]), "")
            }
        },
    }
}

const fn price(it: Objective) -> &'static str {
    match it {
        Objective::MaxLoad => "price-max-load",
        Objective::TierInversions => "price-tier-inversions",
        Objective::LoadSpread => "price-load-spread",
        Objective::Distance => "price-distance",
        Objective::Changes => "price-changes",
    }
}
