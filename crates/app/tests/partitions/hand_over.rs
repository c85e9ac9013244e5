//! Hand-over on both engines: what is left is listed, the successor takes it on, and nobody is ever without a steward.

use crate::handed::{DAY, House, NOW, on_both_engines, while_time_passes};
use guanjia_app::AppError;
use guanjia_domain::hand_over::{Answer, Occasion, ReturnReason};
use guanjia_domain::permission::{Action, Area, Verdict, permit};
use guanjia_domain::{Moment, Party, Refusal};

fn refused(outcome: Result<impl Sized, AppError>) -> Refusal {
    match outcome {
        Err(AppError::Refused(refusal)) => refusal,
        Err(other) => unreachable!("{other}"),
        Ok(_) => unreachable!("it was done"),
    }
}

/// 乙 hands the estate over to 丙 from tomorrow.
fn handed(house: &House, occasion: Occasion) -> guanjia_domain::ids::HandOverId {
    let ends_at = (occasion == Occasion::Absence).then(|| NOW.plus(4 * DAY));
    house.ask("乙某", Some("丙某"), occasion, NOW.plus(DAY), ends_at).unwrap()[0]
}

#[test]
fn a_successor_takes_on_what_is_listed_and_the_estate_follows_on_its_day() {
    on_both_engines(|house| {
        let request = house.file(1);
        let id = handed(house, Occasion::Leaving);
        let sheet = house.sheet("丙某", id).unwrap();
        assert_eq!(sheet.parts[0].open.iter().map(|it| it.request.id).collect::<Vec<_>>(), [request]);
        assert!(sheet.may_answer && !sheet.may_take_back);
        assert_eq!(house.told("丙某"), ["hand_over_asked"]);

        assert_eq!(house.steward_at(NOW.plus(2 * DAY)), "乙某", "asking alone moves nothing");
        house.answer("丙某", id, Answer::Accepted).unwrap();
        assert_eq!(house.steward_at(NOW.plus(DAY).plus(-1)), "乙某");
        assert_eq!(house.steward_at(NOW.plus(DAY)), "丙某");
        assert_eq!(refused(house.answer("丙某", id, Answer::Accepted)), Refusal::HandOverAnswered);
        // Until then nobody may mark 乙 as left; after it the estate is in nobody's way.
        assert!(matches!(refused(house.dismiss("乙某")), Refusal::StillAccountable { .. }));
        house.clock.set(NOW.plus(2 * DAY));
        house.dismiss("乙某").unwrap();
        assert!(house.told("甲某").contains(&"hand_over_accepted".to_owned()));
        house.sound();
    });
}

#[test]
fn now_is_read_once_for_a_whole_command() {
    while_time_passes(|house| {
        let asked = house.ask_now("乙某", "丙某", Occasion::Leaving).unwrap();
        house.answer("丙某", asked[0], Answer::Accepted).unwrap();
        assert_eq!(house.steward_at(NOW.plus(DAY)), "丙某");
        house.sound();
    });
}

#[test]
fn what_is_returned_stays_where_it_was_and_the_secretary_hears_why() {
    on_both_engines(|house| {
        let id = handed(house, Occasion::Moving);
        for outsider in ["乙某", "甲某"] {
            assert_eq!(refused(house.answer(outsider, id, Answer::Accepted)), Refusal::Forbidden);
        }
        assert_eq!(refused(house.answer("丁某", id, Answer::Accepted)), Refusal::NotFound);
        assert_eq!(refused(house.sheet("丁某", id)), Refusal::NotFound);
        house.answer("丙某", id, Answer::Returned(ReturnReason::TooMuch)).unwrap();
        assert_eq!(house.steward_at(NOW.plus(9 * DAY)), "乙某");
        assert_eq!(house.told("甲某"), ["hand_over_returned"]);
        house.sound();
    });
}

#[test]
fn whoever_stands_in_has_the_estate_for_these_days_and_the_steward_stays_accountable() {
    on_both_engines(|house| {
        let id = handed(house, Occasion::Absence);
        let may = |name: &str, at: Moment| {
            house.clock.set(at);
            let who = house.who(name);
            let area = Area { estate: Some(house.estate), ..Area::community(house.code, None) };
            permit(&who, Action::ReadRequest, &area) == Verdict::Allowed
        };
        assert!(!may("丙某", NOW.plus(DAY).plus(-1)));
        assert!(may("丙某", NOW.plus(DAY)));
        house.file(1);
        assert!(house.told("丙某").contains(&"reported".to_owned()), "the inbox of the estate is theirs too");
        assert_eq!(house.steward_at(NOW.plus(2 * DAY)), "乙某");
        assert!(may("乙某", NOW.plus(2 * DAY)));
        assert!(!may("丙某", NOW.plus(4 * DAY)), "the last day is over");
        house.clock.set(NOW.plus(2 * DAY));
        house.answer("丙某", id, Answer::Returned(ReturnReason::Away)).unwrap();
        assert!(!may("丙某", NOW.plus(2 * DAY)));
        house.sound();
    });
}

#[test]
fn what_went_to_a_third_person_is_not_stood_in_for() {
    on_both_engines(|house| {
        handed(house, Occasion::Absence);
        house.clock.set(NOW.plus(2 * DAY));
        let has = |name: &str| {
            let who = house.who(name);
            who.stewards.contains(&house.estate) || who.deputises.contains(&house.estate)
        };
        assert!(has("丙某"));
        house.claim("丁某").unwrap();
        house.clock.set(NOW.plus(3 * DAY));
        assert!(has("丁某") && !has("丙某") && !has("乙某"));
        house.sound();
    });
}

#[test]
fn a_grid_worker_who_leaves_hands_grid_and_tasks_over() {
    on_both_engines(|house| {
        let request = house.file(1);
        house.dispatch(request, "戊某");
        assert!(matches!(refused(house.dismiss("戊某")), Refusal::StillInGrids { .. }));
        let id = house.ask_grid("戊某", "己某", Occasion::Leaving, NOW.plus(DAY)).unwrap()[0];
        let sheet = house.sheet("己某", id).unwrap();
        assert_eq!(sheet.parts[0].open.len(), 1);
        house.answer("己某", id, Answer::Accepted).unwrap();
        assert!(house.who("己某").covers.is_empty(), "not before the day");
        house.clock.set(NOW.plus(DAY));
        let successor = house.who("己某");
        assert_eq!(successor.grid.len(), 1);
        assert_eq!(successor.covers, [house.staff("戊某")]);
        assert_eq!(house.take_and_dispose(&successor, request), Party::GridWorker(house.staff("戊某")));
        house.dismiss("戊某").unwrap();
        house.sound();
    });
}

#[test]
fn what_cannot_be_is_refused_and_nothing_changes() {
    on_both_engines(|house| {
        let before = house.events();
        let ask =
            |to, occasion, starts_at, ends_at| refused(house.ask("乙某", to, occasion, starts_at, ends_at));
        let (leaving, absence) = (Occasion::Leaving, Occasion::Absence);
        let tomorrow = NOW.plus(DAY);
        assert!(matches!(ask(Some("丙某"), leaving, NOW.plus(-DAY), None), Refusal::NotInFuture { .. }));
        assert!(matches!(ask(Some("丙某"), leaving, NOW.plus(400 * DAY), None), Refusal::TooFar { .. }));
        assert!(matches!(ask(Some("戊某"), leaving, tomorrow, None), Refusal::WrongPost { .. }));
        assert!(matches!(
            ask(Some("乙某"), leaving, tomorrow, None),
            Refusal::NotAChoice { field: "to", .. }
        ));
        assert_eq!(ask(None, leaving, tomorrow, None), Refusal::TextMissing { field: "to" });
        assert_eq!(ask(Some("丙某"), absence, tomorrow, None), Refusal::TextMissing { field: "ends_on" });
        assert!(matches!(ask(None, absence, tomorrow, Some(NOW.plus(3 * DAY))), Refusal::NoDeputy { .. }));
        assert_eq!(refused(house.ask("丙某", Some("丁某"), leaving, tomorrow, None)), Refusal::HandOverStale);
        assert_eq!(house.events(), before);

        handed(house, leaving);
        assert!(matches!(ask(Some("丁某"), leaving, tomorrow, None), Refusal::HandOverWaits { .. }));
        let away = house.ask("乙某", Some("丁某"), absence, tomorrow, Some(NOW.plus(3 * DAY))).unwrap()[0];
        assert!(matches!(
            ask(Some("丙某"), absence, NOW.plus(2 * DAY), Some(NOW.plus(9 * DAY))),
            Refusal::HandOverWaits { .. }
        ));
        house.answer("甲某", away, Answer::TakenBack).unwrap();
        house.sound();
    });
}
