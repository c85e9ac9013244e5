//! Inputs that cannot be used: the place and the cure are named.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

use guanjia_plan::allocation::case::Case;
use guanjia_plan::allocation::conflict::{Conflict, conflict};
use guanjia_plan::allocation::form::{EstateForm, Form, OfficerForm, PairForm, TierOrder};
use guanjia_plan::allocation::rule::Rule;
use guanjia_plan::allocation::solve::{Failure, Options, solve};
use guanjia_plan::allocation::words;

/// Four estates, the first the hardest, and three officers in three tiers.
fn form() -> Form {
    let estate = |place: usize| EstateForm {
        id: format!("e{place}"),
        difficulty: Some(90.0 - 10.0 * place as f64),
        workload: Some(100.0),
        ..EstateForm::default()
    };
    let officer = |place: usize| OfficerForm {
        id: format!("o{place}"),
        tier: Some(1 + place as u32),
        ..OfficerForm::default()
    };
    Form { estates: (0..4).map(estate).collect(), officers: (0..3).map(officer).collect(), ..Form::default() }
}

fn pair(estate: usize, officer: usize) -> PairForm {
    PairForm { estate: format!("e{estate}"), officer: format!("o{officer}") }
}

#[test]
fn what_is_wrong_is_named_by_its_path() {
    type Spoil = fn(&mut Form);
    let table: &[(Spoil, &str)] = &[
        (|form| form.estates.clear(), "estates"),
        (|form| form.officers.clear(), "officers"),
        (|form| form.estates[2].id.clear(), "estates[2].id"),
        (|form| form.estates[3].id = "e1".to_owned(), "estates[3].id"),
        (|form| form.officers[1].id = "o0".to_owned(), "officers[1].id"),
        (|form| form.estates[1].workload = Some(f64::NAN), "estates[1].workload"),
        (|form| form.estates[1].difficulty = Some(f64::INFINITY), "estates[1].difficulty"),
        (|form| form.estates[1].households = Some(-1.0), "estates[1].households"),
        (|form| form.estates[1].elderly_share = Some(1.5), "estates[1].elderly_share"),
        (|form| form.estates[0].workload = None, "estates[0].households"),
        (|form| form.estates[0].difficulty = None, "estates[0].difficulty"),
        (|form| form.estates[0].x = Some(1.0), "estates[0].y"),
        (|form| form.officers[0].capacity = Some(0.0), "officers[0].capacity"),
        (|form| form.officers[0].tier = Some(0), "officers[0].tier"),
        (|form| form.officers[2].min_estates = Some(3), "officers[2].min_estates"),
        (|form| form.tie_tolerance = f64::NAN, "tie_tolerance"),
        (|form| form.slack.distance = -0.1, "slack.distance"),
        (|form| form.weights = Some(guanjia_plan::allocation::form::Weights::default()), "weights"),
        (|form| form.pinned = vec![pair(9, 0)], "pinned[0].estate"),
        (|form| form.forbidden = vec![pair(0, 9)], "forbidden[0].officer"),
        (|form| form.current = vec![pair(0, 1), pair(0, 2)], "current[1].estate"),
        (
            |form| {
                form.pinned = vec![pair(0, 0)];
                form.forbidden = vec![pair(1, 1), pair(0, 0)];
            },
            "forbidden[1]",
        ),
    ];
    assert!(Case::of(&form()).is_ok());
    for (spoil, path) in table {
        let mut form = form();
        spoil(&mut form);
        let faults = Case::of(&form).unwrap_err();
        assert_eq!(faults.iter().map(|fault| fault.path.as_str()).collect::<Vec<_>>(), [*path]);
        assert!(!faults[0].chinese.is_empty() && !faults[0].english.is_empty());
    }
}

fn refused(form: &Form) -> (Case, Conflict) {
    let case = Case::of(form).unwrap();
    assert_eq!(solve(&case, Options::default(), &mut || false).err(), Some(Failure::Impossible));
    let found = conflict(&case, Options::default(), &mut || false);
    (case, found)
}

#[test]
fn too_many_and_too_few_estates_are_told_by_their_numbers() {
    let mut many = form();
    many.officers.iter_mut().for_each(|one| one.max_estates = Some(1));
    assert_eq!(refused(&many).1, Conflict::Room { estates: 4, room: 3 });
    let mut few = form();
    few.officers.iter_mut().for_each(|one| one.min_estates = Some(2));
    assert_eq!(refused(&few).1, Conflict::TooFew { estates: 4, least: 6 });
}

#[test]
fn pins_against_the_tiers_are_named_both() {
    let mut form = form();
    form.pinned = vec![pair(0, 2), pair(3, 0)];
    let (case, found) = refused(&form);
    let Conflict::Rules { rules, relax } = &found else { panic!("{found:?}") };
    assert_eq!(*rules, [Rule::Tiers, Rule::Pinned(0, 2), Rule::Pinned(3, 0)]);
    assert!(relax.len() == 1 && rules.contains(&relax[0]));
    let told = words::conflict(&case, &found);
    assert!(told.english.contains("“e0”") && told.english.contains("“e3”") && told.chinese.contains("层级"));
}

#[test]
fn of_many_rules_only_those_that_clash_are_named_and_the_relaxation_is_enough() {
    let mut form = form();
    // e0 must be at the top, but o0 may not have it; the rest is harmless.
    form.forbidden = vec![pair(0, 0), pair(3, 1)];
    form.pinned = vec![pair(3, 2)];
    let (case, found) = refused(&form);
    let Conflict::Rules { rules, relax } = found else { panic!() };
    assert!(rules.contains(&Rule::Forbidden(0, 0)) && !rules.contains(&Rule::Forbidden(3, 1)), "{rules:?}");
    assert!(!rules.contains(&Rule::Pinned(3, 2)), "{rules:?}");
    // Each of the named rules is needed for the clash.
    let named = |but: Option<Rule>| {
        let dropped = Rule::all(&case).into_iter().filter(|rule| !rules.contains(rule) || Some(*rule) == but);
        let open = dropped.fold(case.clone(), |case, rule| rule.dropped(&case));
        solve(&open, Options::default(), &mut || false).is_ok()
    };
    assert!(!named(None) && rules.iter().all(|rule| named(Some(*rule))), "{rules:?}");
    let open = relax.iter().fold(case.clone(), |case, rule| rule.dropped(&case));
    assert!(solve(&open, Options::default(), &mut || false).is_ok(), "{relax:?}");
}

#[test]
fn ties_are_free_and_the_tolerance_makes_ties() {
    let mut form = form();
    form.pinned = vec![pair(1, 0), pair(0, 1)];
    assert!(matches!(refused(&form).1, Conflict::Rules { .. }));
    form.tie_tolerance = 10.0;
    assert!(solve(&Case::of(&form).unwrap(), Options::default(), &mut || false).is_ok());
    form.tie_tolerance = 0.0;
    form.estates[1].difficulty = Some(90.0);
    assert!(solve(&Case::of(&form).unwrap(), Options::default(), &mut || false).is_ok());
}

#[test]
fn somebody_who_is_away_gets_nothing_and_frees_their_estates() {
    let mut form = form();
    form.officers.push(OfficerForm { id: "o3".to_owned(), tier: Some(3), ..OfficerForm::default() });
    form.pinned = vec![pair(3, 3)];
    let case = Case::of(&form).unwrap().without(3);
    let found = solve(&case, Options::default(), &mut || false).unwrap();
    assert!(found.proved && !found.plan.contains(&3));
}

#[test]
fn preferred_tiers_give_way_where_strict_ones_cannot() {
    let mut form = form();
    form.pinned = vec![pair(0, 2), pair(3, 0)];
    form.tier_order = TierOrder::Prefer;
    let found = solve(&Case::of(&form).unwrap(), Options::default(), &mut || false).unwrap();
    // e0 with the lowest tier stands against all three; of e1 and e2 one can join e3 at the top, the other cannot.
    assert!(found.proved && found.certificate.values[1] == 4.0, "{:?}", found.certificate);
}

#[test]
fn coordinates_of_another_province_are_noticed() {
    let mut form = form();
    form.distance = guanjia_plan::allocation::form::DistanceKind::Haversine;
    for (place, estate) in form.estates.iter_mut().enumerate() {
        (estate.x, estate.y) = (Some(112.51 + 0.01 * place as f64), Some(37.83));
    }
    assert!(Case::of(&form).unwrap().far_off().is_empty());
    form.estates[2].x = Some(121.4);
    assert_eq!(Case::of(&form).unwrap().far_off(), [2]);
}

#[test]
fn more_estates_than_the_only_officers_left_to_them_may_have() {
    let mut form = form();
    form.tier_order = TierOrder::Off;
    form.forbidden = [0, 1, 2].into_iter().flat_map(|estate| [pair(estate, 0), pair(estate, 2)]).collect();
    form.officers.iter_mut().for_each(|one| one.min_estates = Some(0));
    let (case, found) = refused(&form);
    let Conflict::Rules { rules, relax } = found else { panic!() };
    assert_eq!(rules.len(), 7, "{rules:?}");
    assert_eq!(relax, [Rule::MaxEstates(1)]);
    assert!(solve(&relax[0].dropped(&case), Options::default(), &mut || false).is_ok());
}
