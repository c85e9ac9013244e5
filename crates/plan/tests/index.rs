//! Difficulty, sensitivity and pairwise comparison.

use guanjia_plan::allocation::form::{EstateForm, Form, Property};
use guanjia_plan::allocation::index::{Flip, PairwiseError, cards, sensitivity, weights_of_pairs};

fn estate(households: f64, elderly: f64, property: Property) -> EstateForm {
    EstateForm {
        households: Some(households),
        elderly_share: Some(elderly),
        property: Some(property),
        organisations: Some(4.0),
        ..EstateForm::default()
    }
}

fn form() -> Form {
    let estates = vec![
        estate(1210.0, 0.31, Property::None),
        estate(210.0, 0.11, Property::Company),
        estate(710.0, 0.21, Property::Own),
    ];
    Form { estates, ..Form::default() }
}

#[test]
fn the_formulas_are_those_of_the_form() {
    let cards = cards(&form());
    // residents are missing: 0.3 + 0.2 + 0.15 + 0.15 remain; organisations are equal, so they scale to 0.
    let index = |scaled: f64| 100.0 * (0.3 + 0.2 + 0.15) * scaled / 0.8;
    for (card, scaled) in cards.iter().zip([1.0, 0.0, 0.5]) {
        assert!((card.difficulty.unwrap() - index(scaled)).abs() < 1e-9, "{card:?}");
        assert_eq!(card.missing, ["care_households", "residents", "tenant_share"]);
    }
    assert!((cards[0].workload.unwrap() - (1210.0 * (1.0 + 0.155 + 0.3) + 20.0)).abs() < 1e-9);
}

#[test]
fn what_is_given_is_not_derived() {
    let mut form = form();
    form.estates[1].difficulty = Some(77.0);
    form.estates[1].workload = Some(5.0);
    let cards = cards(&form);
    assert_eq!((cards[1].difficulty, cards[1].workload), (Some(77.0), Some(5.0)));
    assert!(cards[1].parts.is_empty() && cards[1].missing.is_empty());
}

#[test]
fn nothing_is_guessed() {
    let form = Form { estates: vec![EstateForm::default()], ..Form::default() };
    let card = &cards(&form)[0];
    assert_eq!((card.difficulty, card.workload), (None, None));
    assert_eq!(card.missing, ["composition", "households", "organisations", "property", "residents"]);
}

#[test]
fn comparisons_that_fit_give_their_weights_back() {
    let weights = [0.4, 0.3, 0.2, 0.1];
    let matrix: Vec<Vec<f64>> =
        weights.iter().map(|one| weights.iter().map(|other| one / other).collect()).collect();
    let found = weights_of_pairs(&matrix).unwrap();
    assert!(found.weights.iter().zip(weights).all(|(found, one)| (found - one).abs() < 1e-9));
    assert!(found.consistency_ratio < 1e-9 && (found.eigenvalue - 4.0).abs() < 1e-9);
}

#[test]
fn a_circle_is_inconsistent() {
    let matrix = vec![vec![1.0, 5.0, 0.2], vec![0.2, 1.0, 5.0], vec![5.0, 0.2, 1.0]];
    let found = weights_of_pairs(&matrix).unwrap();
    // By symmetry the weights are equal and the eigenvalue is the sum of a row.
    assert!((found.eigenvalue - 6.2).abs() < 1e-9);
    assert!((found.consistency_ratio - (3.2 / 2.0 / 0.58)).abs() < 1e-9 && !found.is_consistent());
}

#[test]
fn what_cannot_be_compared_is_refused() {
    assert_eq!(weights_of_pairs(&[]), Err(PairwiseError::Size));
    assert_eq!(weights_of_pairs(&[vec![1.0, 2.0]]), Err(PairwiseError::Size));
    let matrix = |value: f64| [vec![1.0, value], vec![0.5, 1.0]];
    assert_eq!(weights_of_pairs(&matrix(f64::NAN)), Err(PairwiseError::Value(0, 1)));
    assert_eq!(weights_of_pairs(&matrix(3.0)), Err(PairwiseError::Reciprocal(0, 1)));
}

fn sized(households: f64, residents: f64) -> EstateForm {
    EstateForm { households: Some(households), residents: Some(residents), ..EstateForm::default() }
}

#[test]
fn a_near_pair_turns_and_a_far_one_does_not() {
    // Households 0.3, residents 0.2: 100 × (0.3 · 0.4 + 0.2 · 0.63) ÷ 0.5 against 0.4 and 0.6 turned round.
    let estates = vec![sized(0.0, 0.0), sized(100.0, 100.0), sized(42.0, 63.0), sized(55.0, 42.0)];
    let flips = sensitivity(&Form { estates, ..Form::default() }, 0.1);
    assert!(!flips.is_empty());
    assert!(flips.iter().all(|flip| (flip.harder, flip.easier) == (2, 3)), "{flips:?}");
    assert!(flips.contains(&Flip { indicator: "households", change: 0.1, harder: 2, easier: 3 }));
    assert!(!flips.iter().any(|flip| flip.indicator == "households" && flip.change < 0.0));
}
