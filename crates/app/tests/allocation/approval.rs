//! The secretary's word, and what it must not be given for.

use super::house::{DAY, NOW, on_both_engines, refusal};
use guanjia_app::allocation::{Drift, Outlook};
use guanjia_app::place::NewClaim;
use guanjia_domain::Refusal;
use guanjia_domain::allocation::Stage;
use guanjia_plan::allocation::certify::certify;

#[test]
fn a_plan_holds_from_its_day_on_and_changes_nothing_before() {
    on_both_engines(|house| {
        let before = house.stewards(NOW);
        let id = house.begin(|_| {});
        let sheet = house.sheet("书记", id).unwrap();
        let Outlook::Plan(case, best) = &sheet.outlook else { unreachable!("{:?}", sheet.outlook) };
        assert!(best.proved && certify(case, &best.plan).is_valid());
        assert_eq!(case.estates.len(), 4);
        let draft = sheet.allocation.draft.clone();
        // The hardest estate stays with the highest tier; 甲某 has 62 % of the rest, and one of them can go.
        assert_eq!(draft.officer_of(house.estates["大院"]), Some(house.staff["书记"]));
        assert!(draft.moves().count() > 0);
        assert_eq!(house.stewards(NOW.plus(9 * DAY)), before, "a draft changes nothing");
        let day = NOW.plus(3 * DAY);
        house.approve(id, (Some(day), None)).unwrap();
        assert_eq!(house.stewards(day.plus(-1)), before);
        for (estate, steward) in house.stewards(day) {
            assert_eq!(draft.officer_of(estate), Some(steward));
        }
        assert_eq!(house.state(id).stage, Stage::Approved);
        assert_eq!(refusal(house.approve(id, (None, None))), Refusal::AllocationEnded);
        house.holds_together();
    });
}

#[test]
fn for_a_time_only_everybody_has_back_what_they_had() {
    on_both_engines(|house| {
        let before = house.stewards(NOW);
        let away = house.staff["乙某"];
        let id = house.begin(|ask| guanjia_app::allocation::leaves(ask, away).unwrap());
        // Two are left for four estates.
        assert!(house.state(id).draft.found.is_some());
        let (from, until) = (NOW.plus(DAY), NOW.plus(31 * DAY));
        assert!(matches!(refusal(house.approve(id, (Some(from), Some(from)))), Refusal::NotInFuture { .. }));
        assert!(matches!(
            refusal(house.approve(id, (Some(NOW.plus(-DAY)), None))),
            Refusal::NotInFuture { .. }
        ));
        house.approve(id, (Some(from), Some(until))).unwrap();
        assert!(house.stewards(from).values().all(|steward| *steward != away));
        assert!(house.stewards(until.plus(-1)).values().all(|steward| *steward != away));
        assert_eq!(house.stewards(until), before);
        house.holds_together();
    });
}

#[test]
fn a_draft_of_another_day_is_not_approved() {
    on_both_engines(|house| {
        let id = house.begin(|_| {});
        let (estate, steward) = (house.estates["微院"], house.staff["甲某"]);
        let claim = NewClaim { estate, steward, deputy: None, starts_at: None, pact_signed: false };
        house.app.claim_estate(&house.who("书记"), house.code, claim).wait().unwrap();
        let before = house.stewards(NOW.plus(DAY));
        assert_eq!(refusal(house.approve(id, (None, None))), Refusal::AllocationStale);
        assert_eq!(house.stewards(NOW.plus(DAY)), before, "nothing was written");
        let drift = house.sheet("书记", id).unwrap().drift;
        let [Drift::Steward { estate, from, to }] = &drift[..] else { unreachable!("{drift:?}") };
        assert_eq!((estate.as_str(), from.as_str(), to.as_str()), ("微院", "乙某", "甲某"));
        let revision = house.state(id).revision;
        house.redraft((id, revision), |_| {}).unwrap();
        assert!(house.sheet("书记", id).unwrap().drift.is_empty());
        // Who still looks at the older draft cannot change the new one.
        assert_eq!(refusal(house.redraft((id, revision), |_| {})), Refusal::AllocationChanged);
        house.approve(id, (None, None)).unwrap();
        house.holds_together();
    });
}

#[test]
fn only_the_secretary_decides() {
    on_both_engines(|house| {
        let id = house.begin(|_| {});
        for name in ["甲某", "网格"] {
            let who = house.who(name);
            let begun = house.app.begin_allocation(&who, house.code, |_| Ok(()));
            assert_eq!(refusal(begun.map(drop)), Refusal::Forbidden, "{name}");
            assert_eq!(refusal(house.sheet(name, id)), Refusal::NotFound, "{name}");
            let approved = house.app.approve_allocation(&who, house.code, (id, 1), (None, None)).wait();
            assert_eq!(refusal(approved), Refusal::NotFound, "{name}");
        }
        house.lay(id).unwrap();
        assert!(house.sheet("甲某", id).is_ok());
        let approved =
            house.app.approve_allocation(&house.who("甲某"), house.code, (id, 1), (None, None)).wait();
        assert_eq!(refusal(approved), Refusal::Forbidden);
        assert_eq!(refusal(house.sheet("网格", id)), Refusal::NotFound);
        let seen = (id, 1);
        house.app.drop_allocation(&house.who("书记"), house.code, seen).wait().unwrap();
        assert_eq!(refusal(house.lay(id)), Refusal::AllocationEnded);
        house.holds_together();
    });
}
