//! `GET /allocations/what-if`: how fair it gets for how many changes of hands.

use super::fair::whole;
use super::{said, small};
use crate::fault::Fault;
use crate::form::chosen;
use crate::view::allocation::{MovedRow, PointRow, WhatIfPage};
use crate::view::{Choice, Section};
use crate::visitor::{Visitor, html};
use axum::extract::Query;
use axum::response::Response;
use guanjia_app::allocation::{Moved, WhatIf};
use guanjia_domain::Refusal;
use guanjia_domain::ids::StaffId;
use guanjia_plan::allocation::replan::Point;
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    without: String,
    #[serde(default)]
    moves: String,
}

/// `GET /allocations/what-if?without=&moves=`.
pub(crate) async fn show(visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Claims), move |visitor, tx, seat| {
            let (app, who, home) = (visitor.site.app(), &seat.signed_in.who, seat.home);
            let without: Option<StaffId> =
                chosen("without", &asked.without).map_err(|_| Refusal::NotFound)?;
            let found = app.what_if(tx, who, home, without)?;
            let shown = chosen_point(&found, &asked.moves);
            let moved = match (&found.case, shown.and_then(|at| found.curve.get(at))) {
                (Some(case), Some(point)) => app.moved(tx, home, case, &point.solution.plan)?,
                _ => Vec::new(),
            };
            let mut officers = Vec::new();
            for it in &found.ask.seats {
                let name = app.person(tx, home, it.staff.0)?.name;
                officers.push(Choice::new(it.staff.to_string(), name).chosen_if(&asked.without));
            }
            let conflict = found.case.as_ref().zip(found.conflict.as_ref());
            let conflict = conflict.map(|(case, why)| said::conflict(visitor.look.words(), case, why));
            html(&WhatIfPage {
                page: seat.frame,
                officers,
                without: without.map(|it| it.to_string()).unwrap_or_default(),
                points: points(&found, shown),
                moved: moved.into_iter().map(row).collect(),
                conflict: conflict.unwrap_or_default(),
            })
        })
        .await
}

/// The point that was asked for, or else the fewest changes.
fn chosen_point(found: &WhatIf, moves: &str) -> Option<usize> {
    let asked = moves.parse::<usize>().ok();
    let at = found.curve.iter().position(|it| Some(it.changes) == asked);
    at.or((!found.curve.is_empty()).then_some(0))
}

fn points(found: &WhatIf, shown: Option<usize>) -> Vec<PointRow> {
    let there = found.ask.seats.iter().filter(|it| it.most > 0).count().max(1) as f64;
    let point = |(at, it): (usize, &Point)| {
        let [largest, _, spread, ..] = it.solution.certificate.values;
        let mean = it.solution.certificate.mean_share.max(f64::MIN_POSITIVE);
        PointRow {
            changes: small(it.changes),
            largest: whole(largest),
            percent: (100.0 * largest / mean).round() as u32,
            spread: whole((spread / there).sqrt()),
            chosen: shown == Some(at),
        }
    };
    found.curve.iter().enumerate().map(point).collect()
}

fn row(it: Moved) -> MovedRow {
    let open = u32::try_from(it.open).unwrap_or(u32::MAX);
    MovedRow { id: it.estate.to_string(), estate: it.name, from: it.from, to: it.to, open }
}
