//! `/allocations/{id}/index`: the difficulty index, its weights and the figures it rests on.

use super::fields::{number, read, revision};
use super::ranking::rows;
use super::{head, id_of, pairs};
use crate::fault::Fault;
use crate::form::{Form, chosen};
use crate::pages::claims::is_told;
use crate::refusals::told;
use crate::view::allocation::{IndexPage, Slider};
use crate::view::{PageFrame, Problems, Section};
use crate::visitor::{Visitor, failed_by, html};
use axum::extract::{Path, Query, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::allocation::AllocationSheet;
use guanjia_app::{AppError, Result as Done};
use guanjia_domain::allocation::{Ask, EstateBasis, Figures};
use guanjia_domain::ids::AllocationId;
use guanjia_plan::allocation::form::Weights;
use serde::Deserialize;

/// What the indicators are called, in the order of [`Ask::weights`].
pub(super) const INDICATOR_KEYS: [&str; 5] =
    ["part-households", "part-residents", "part-composition", "part-property", "part-organisations"];

const WEIGHTS: [&str; 5] = ["w0", "w1", "w2", "w3", "w4"];
const FIGURES: [&str; 6] = ["households", "residents", "elderly", "tenants", "care", "organisations"];

/// Weights that somebody tries out.
#[derive(Deserialize)]
pub(crate) struct Tried {
    w0: Option<u8>,
    w1: Option<u8>,
    w2: Option<u8>,
    w3: Option<u8>,
    w4: Option<u8>,
}

/// `GET /allocations/{id}/index?w0=…`: nothing is changed by trying weights out.
pub(crate) async fn show(
    visitor: Visitor,
    Path(id): Path<String>,
    Query(tried): Query<Tried>,
) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Claims), move |visitor, tx, seat| {
            let who = &seat.signed_in.who;
            let sheet = visitor.site.app().allocation_sheet(tx, who, seat.home, id_of(&id)?)?;
            let mut weights = sheet.allocation.draft.ask.weights;
            for (weight, tried) in weights.iter_mut().zip([tried.w0, tried.w1, tried.w2, tried.w3, tried.w4])
            {
                *weight = tried.unwrap_or(*weight).min(100);
            }
            let weights = weights.iter().any(|it| *it > 0).then_some(weights);
            html(&page_of(&sheet, seat.frame, (weights, None), Problems::default()))
        })
        .await
}

pub(super) fn page_of(
    sheet: &AllocationSheet,
    page: PageFrame,
    (weights, form): (Option<[u8; 5]>, Option<&Form>),
    problems: Problems,
) -> IndexPage {
    let ask = &sheet.allocation.draft.ask;
    let weights = weights.unwrap_or(ask.weights);
    let mut asked = sheet.form.clone();
    asked.weights = Some(Weights::of(weights.map(|it| f64::from(it) / 100.0)));
    let (rows, flips) = rows(page.words, sheet, &asked, form);
    let slider = |((field, key), weight)| Slider { field, key, weight };
    let compared = ask.pairs.as_ref().and_then(pairs::compared);
    IndexPage {
        head: head(&sheet.allocation, sheet.decides),
        sliders: WEIGHTS.into_iter().zip(INDICATOR_KEYS).zip(weights).map(slider).collect(),
        pairs: pairs::lines(page.words, ask.pairs),
        consistency: compared.map(|it| (format!("{:.2}", it.consistency_ratio), it.is_consistent())),
        page: PageFrame { section: Some(Section::Claims), ..page },
        rows,
        flips,
        problems,
    }
}

/// Takes over what was typed; weights that are moved by hand do not come from comparisons any more.
fn change(ask: &mut Ask, basis: &[EstateBasis], form: &Form) -> Done<()> {
    let before = ask.weights;
    for (weight, field) in ask.weights.iter_mut().zip(WEIGHTS) {
        *weight = chosen(field, form.get(field))?.unwrap_or(*weight);
    }
    if ask.weights != before {
        ask.pairs = None;
    }
    let mut figures = Vec::new();
    for it in basis {
        let known = ask.figures.iter().find(|known| known.estate == it.estate);
        let known = known.copied().unwrap_or(Figures::unknown(it.estate));
        let id = it.estate.0;
        let typed = Figures {
            estate: it.estate,
            households: number(form, ("households", id), known.households)?,
            residents: number(form, ("residents", id), known.residents)?,
            elderly: number(form, ("elderly", id), known.elderly)?,
            tenants: number(form, ("tenants", id), known.tenants)?,
            care: number(form, ("care", id), known.care)?,
            organisations: number(form, ("organisations", id), known.organisations)?,
        };
        figures.extend((typed != Figures::unknown(it.estate)).then_some(typed));
    }
    ask.figures = figures;
    Ok(())
}

/// `POST /allocations/{id}/index`.
pub(crate) async fn save(
    visitor: Visitor,
    Path(id): Path<String>,
    RawForm(bytes): RawForm,
) -> Result<Response, Fault> {
    let known: Vec<&str> = ["csrf", "revision"].into_iter().chain(WEIGHTS).collect();
    let form = read(&bytes, &known, &FIGURES)?;
    let seat = visitor.acting(form.get("csrf")).await?;
    let words = visitor.look.words();
    let answer = visitor.site.run(move |site| {
        let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
        let id: AllocationId = id_of(&id)?;
        let done = revision(&form).map_err(AppError::from).and_then(|revision| {
            let basis = app.db.read(|tx| app.allocation_for(tx, who, home, id))?.draft.basis;
            app.redraft(who, home, (id, revision), |ask| change(ask, &basis, &form))?.wait()
        });
        match done {
            Ok(()) => Ok(Redirect::to(&format!("/allocations/{id}/index")).into_response()),
            Err(AppError::Refused(refusal)) if is_told(&refusal) => {
                let sheet = app.db.read(|tx| app.allocation_sheet(tx, who, home, id))?;
                let problems = vec![told(words, &refusal)].into();
                failed_by(&page_of(&sheet, seat.frame, (None, Some(&form)), problems), &refusal)
            }
            Err(error) => Err(error),
        }
    });
    Ok(answer.await?)
}
