//! `POST /allocations/{id}/pairs`: weights from comparing the indicators in pairs.

use super::fields::revision;
use super::{id_of, index};
use crate::fault::Fault;
use crate::form::{Form, chosen};
use crate::pages::claims::is_told;
use crate::refusals::told;
use crate::view::Choice;
use crate::view::allocation::PairLine;
use crate::visitor::{Visitor, failed_by};
use crate::words::Words;
use axum::extract::{Path, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::AppError;
use guanjia_domain::Refusal;
use guanjia_domain::allocation::{Ask, even_hundred};
use guanjia_domain::ids::AllocationId;
use guanjia_plan::allocation::index::{Comparison, weights_of_pairs};

const FIELDS: [&str; 10] = ["p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9"];

/// Both places of each comparison.
const PLACES: [(usize, usize); 10] =
    [(0, 1), (0, 2), (0, 3), (0, 4), (1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4)];

/// What comparisons lead to; `None` where they cannot be used.
pub(super) fn compared(pairs: &[i8; 10]) -> Option<Comparison> {
    let mut matrix = vec![vec![1.0; 5]; 5];
    for ((one, other), step) in PLACES.into_iter().zip(pairs) {
        let times = f64::from(step.unsigned_abs()) + 1.0;
        let times = if *step < 0 { 1.0 / times } else { times };
        (matrix[one][other], matrix[other][one]) = (times, 1.0 / times);
    }
    weights_of_pairs(&matrix).ok()
}

/// The comparisons as the form offers them.
pub(super) fn lines(words: &Words, pairs: Option<[i8; 10]>) -> Vec<PairLine> {
    let pairs = pairs.unwrap_or_default();
    let line = |(((one, other), field), step): (((usize, usize), &str), i8)| {
        let name = |at: usize| words.say(index::INDICATOR_KEYS[at]).to_owned();
        let offer = |it: i8| Choice::new(it.to_string(), times(words, it)).chosen_if(&step.to_string());
        PairLine {
            field: field.to_owned(),
            names: (name(one), name(other)),
            choices: (-8..=8).rev().map(offer).collect(),
        }
    };
    PLACES.into_iter().zip(FIELDS).zip(pairs).map(line).collect()
}

fn times(words: &Words, step: i8) -> String {
    let n = [("n", (i64::from(step.unsigned_abs()) + 1).into())];
    match step {
        0 => words.say("pairs-equal").to_owned(),
        1.. => words.say_with("pairs-first", &n),
        _ => words.say_with("pairs-second", &n),
    }
}

fn change(ask: &mut Ask, form: &Form) -> Result<(), Refusal> {
    let mut pairs = [0; 10];
    for (step, field) in pairs.iter_mut().zip(FIELDS) {
        *step = chosen(field, form.get(field))?.unwrap_or(0);
    }
    let wrong = || Refusal::NotAChoice { field: "pairs", value: String::new() };
    let found = compared(&pairs).ok_or_else(wrong)?;
    let weights: [f64; 5] = found.weights.try_into().map_err(|_| wrong())?;
    (ask.weights, ask.pairs) = (even_hundred(weights), Some(pairs));
    Ok(())
}

/// `POST /allocations/{id}/pairs`.
pub(crate) async fn save(
    visitor: Visitor,
    Path(id): Path<String>,
    RawForm(bytes): RawForm,
) -> Result<Response, Fault> {
    let known: Vec<&str> = ["csrf", "revision"].into_iter().chain(FIELDS).collect();
    let form = Form::encoded(&bytes, &known)?;
    let seat = visitor.acting(form.get("csrf")).await?;
    let words = visitor.look.words();
    let answer = visitor.site.run(move |site| {
        let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
        let id: AllocationId = id_of(&id)?;
        let done = revision(&form).map_err(AppError::from).and_then(|revision| {
            app.redraft(who, home, (id, revision), |ask| Ok(change(ask, &form)?))?.wait()
        });
        match done {
            Ok(()) => Ok(Redirect::to(&format!("/allocations/{id}/index#compare")).into_response()),
            Err(AppError::Refused(refusal)) if is_told(&refusal) => {
                let sheet = app.db.read(|tx| app.allocation_sheet(tx, who, home, id))?;
                let problems = vec![told(words, &refusal)].into();
                failed_by(&index::page_of(&sheet, seat.frame, (None, None), problems), &refusal)
            }
            Err(error) => Err(error),
        }
    });
    Ok(answer.await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comparisons_that_fit_together_give_their_weights_back() {
        let equal = compared(&[0; 10]).unwrap();
        assert!(equal.is_consistent() && equal.weights.iter().all(|it| (it - 0.2).abs() < 1e-9));
        // The first counts twice as much as each other one.
        let first = compared(&[1, 1, 1, 1, 0, 0, 0, 0, 0, 0]).unwrap();
        assert!(first.consistency_ratio < 1e-9 && (first.weights[0] - 1.0 / 3.0).abs() < 1e-9);
        // More than the second, which is more than the third, which is more than the first.
        assert!(!compared(&[8, -8, 0, 0, 8, 0, 0, 0, 0, 0]).unwrap().is_consistent());
    }

    #[test]
    fn every_step_of_the_scale_can_be_chosen() {
        let lines = lines(Words::of(crate::words::Language::ZhCn), Some([3; 10]));
        assert_eq!(lines.len(), 10);
        assert!(
            lines
                .iter()
                .all(|it| it.choices.len() == 17 && it.choices.iter().filter(|it| it.chosen).count() == 1)
        );
    }
}
