//! `GET /allocations/{id}`: the plan.

use super::fair::fairness;
use super::why::why;
use super::{head, id_of, said};
use crate::fault::Fault;
use crate::view::allocation::{AllocationPage, ContestLine, Fairness, PlanRow};
use crate::view::{Choice, PageFrame, Problems, Section};
use crate::visitor::{Visitor, html};
use axum::extract::Path;
use axum::response::Response;
use guanjia_app::allocation::{AllocationSheet, ObjectionLine, Outlook, Reasons};
use guanjia_app::{App, AppError};
use guanjia_domain::CommunityCode;
use guanjia_domain::allocation::Verdict;
use guanjia_domain::ids::{AllocationId, EstateId};
use guanjia_domain::permission::Principal;
use guanjia_plan::allocation::case::Case;
use guanjia_plan::allocation::explain::Next;
use guanjia_plan::allocation::solve::Solution;
use guanjia_store::Tx;

/// `GET /allocations/{id}`.
pub(crate) async fn show(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Claims), move |visitor, tx, seat| {
            let (app, who, id) = (visitor.site.app(), &seat.signed_in.who, id_of(&id)?);
            html(&page_of(app, tx, seat.home, who, id, (seat.frame, Problems::default()))?)
        })
        .await
}

pub(super) fn page_of(
    app: &App,
    tx: &mut Tx,
    home: CommunityCode,
    who: &Principal,
    id: AllocationId,
    (page, problems): (PageFrame, Problems),
) -> Result<AllocationPage, AppError> {
    let sheet = app.allocation_sheet(tx, who, home, id)?;
    let words = page.words;
    let (mut conflict, mut rows, mut fair) = (Vec::new(), Vec::new(), Fairness::default());
    match &sheet.outlook {
        Outlook::Missing(estates) => {
            let names: Vec<_> = estates.iter().map(|id| name_of(&sheet, *id)).collect();
            let names = names.join(words.say("list-comma"));
            conflict.push(words.say_with("conflict-missing", &[("estates", names.as_str().into())]));
        }
        Outlook::Conflict(case, why) => conflict = said::conflict(words, case, why),
        Outlook::Plan(case, best) => {
            let reasons = app.reasons(home, &sheet);
            rows = plan_rows(app, tx, home, &page, (&sheet, case, best, reasons.as_deref()))?;
            fair = fairness(words, case, best, reasons.as_deref());
        }
    }
    let officers = sheet.form.officers.iter().filter(|it| it.max_estates != Some(0));
    let officers = officers.map(|it| Choice::new(it.id.clone(), it.name.clone().unwrap_or_default()));
    Ok(AllocationPage {
        head: head(&sheet.allocation, sheet.decides),
        drift: sheet.drift.iter().map(|it| said::drift(words, it)).collect(),
        may_lay: conflict.is_empty() && !rows.is_empty(),
        contest: sheet.objections.iter().map(|it| contest(&sheet, it)).collect(),
        officers: officers.collect(),
        fairness: fair,
        conflict,
        rows,
        typed: Default::default(),
        days: Default::default(),
        problems,
        page: PageFrame { section: Some(Section::Claims), ..page },
    })
}

/// The name of an estate of a draft; a stroke where it is gone.
pub(super) fn name_of(sheet: &AllocationSheet, id: EstateId) -> String {
    let id = id.to_string();
    let known = sheet.form.estates.iter().find(|it| it.id == id);
    known.and_then(|it| it.name.clone()).unwrap_or_else(|| "—".to_owned())
}

/// The places of the estates, the hardest first; equal ones in the order of the input.
pub(super) fn hardest_first(case: &Case) -> Vec<usize> {
    let mut order: Vec<usize> = (0..case.estates.len()).collect();
    order.sort_by(|one, other| case.estates[*other].difficulty.total_cmp(&case.estates[*one].difficulty));
    order
}

type Whole<'a> = (&'a AllocationSheet, &'a Case, &'a Solution, Option<&'a Reasons>);

fn plan_rows(
    app: &App,
    tx: &mut Tx,
    home: CommunityCode,
    page: &PageFrame,
    (sheet, case, best, reasons): Whole,
) -> Result<Vec<PlanRow>, AppError> {
    let draft = &sheet.allocation.draft;
    let mut rows = Vec::new();
    for place in hardest_first(case) {
        let (Some(basis), Some(to)) = (draft.basis.get(place), best.plan.get(place)) else { continue };
        let next = reasons.and_then(|it| it.next.get(place)).copied().unwrap_or(Next::Unknown);
        let claims = tx.claims(home, basis.estate)?;
        let planned = claims.iter().flat_map(|it| it.planned(app.now())).map(|it| it.starts_at.0);
        let out = |who: &usize| Choice::new(case.officers[*who].id.clone(), case.officers[*who].name.clone());
        rows.push(PlanRow {
            id: basis.estate.to_string(),
            estate: case.estates[place].name.clone(),
            difficulty: format!("{:.1}", case.estates[place].difficulty),
            from: app.person(tx, home, basis.steward.0)?.name,
            to: case.officers[*to].name.clone(),
            to_id: case.officers[*to].id.clone(),
            moves: draft.officer_of(basis.estate) != Some(basis.steward),
            why: why(page.words, case, best, (place, next)),
            locked: case.pinned[place].is_some(),
            ruled_out: case.forbidden[place].iter().map(out).collect(),
            planned: if sheet.allocation.is_open() { planned.collect() } else { Vec::new() },
            may_object: sheet.may_object.contains(&basis.estate),
        });
    }
    Ok(rows)
}

fn contest(sheet: &AllocationSheet, it: &ObjectionLine) -> ContestLine {
    ContestLine {
        id: it.objection.id.to_string(),
        estate: name_of(sheet, it.objection.estate),
        at: it.objection.at.0,
        told: it.told.clone(),
        verdict: it.objection.answer.map(|(_, verdict)| match verdict {
            Verdict::Heeded => "contest-heeded",
            Verdict::Kept => "contest-kept",
        }),
        erased: it.objection.erased,
    }
}
