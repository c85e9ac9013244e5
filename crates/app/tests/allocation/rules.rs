//! What is asked: figures that are missing, pairs that cannot hold, somebody who leaves.

use super::house::{House, on_both_engines, refusal};
use guanjia_app::allocation::{Outlook, leaves};
use guanjia_domain::Refusal;
use guanjia_domain::allocation::{Allocation, Ask, Figures};
use guanjia_plan::allocation::conflict::Conflict;
use guanjia_plan::allocation::index::cards;
use guanjia_plan::allocation::rule::Rule;

fn seat<'a>(house: &House, ask: &'a mut Ask, name: &str) -> &'a mut guanjia_domain::allocation::Seat {
    ask.seats.iter_mut().find(|it| it.staff == house.staff[name]).unwrap()
}

#[test]
fn what_is_missing_is_said_and_what_was_typed_counts_and_is_typed_once() {
    on_both_engines(|house| {
        let id = house.begin(|_| {});
        let missing = |it: &Allocation| {
            let place = it.draft.basis.iter().position(|it| it.estate == house.estates["中院"]).unwrap();
            cards(&house.sheet("书记", it.id).unwrap().form)[place].missing.clone()
        };
        let it = house.state(id);
        assert!(missing(&it).contains(&"residents") && missing(&it).contains(&"organisations"));
        let estates: Vec<_> = it.draft.basis.iter().map(|it| it.estate).collect();
        let figures =
            |estate| Figures { residents: Some(100), organisations: Some(1), ..Figures::unknown(estate) };
        house
            .redraft((id, it.revision), |ask| ask.figures = estates.into_iter().map(figures).collect())
            .unwrap();
        let it = house.state(id);
        assert!(!missing(&it).contains(&"residents") && !missing(&it).contains(&"organisations"));
        let next = house.state(house.begin(|_| {}));
        assert_eq!(next.draft.ask.figures, it.draft.ask.figures, "the next draft knows them");
        house.holds_together();
    });
}

#[test]
fn numbers_out_of_range_are_refused() {
    on_both_engines(|house| {
        let id = house.begin(|_| {});
        let try_it = |change: &dyn Fn(&mut Ask)| refusal(house.redraft((id, 1), change));
        let field = |it: Refusal| match it {
            Refusal::NotAChoice { field, .. } => field,
            other => unreachable!("{other:?}"),
        };
        assert_eq!(field(try_it(&|ask| ask.weights = [0; 5])), "weights");
        assert_eq!(field(try_it(&|ask| ask.weights[0] = 101)), "weights");
        assert_eq!(field(try_it(&|ask| seat(house, ask, "甲某").tier = 0)), "tier");
        assert_eq!(field(try_it(&|ask| seat(house, ask, "甲某").percent = 5)), "percent");
        assert_eq!(field(try_it(&|ask| seat(house, ask, "甲某").least = 3)), "least");
        assert_eq!(field(try_it(&|ask| ask.seats.clear())), "seats");
        assert_eq!(house.state(id).revision, 1);
    });
}

#[test]
fn two_locks_that_break_the_tiers_are_both_named_and_a_way_out_is_proposed() {
    on_both_engines(|house| {
        let (hard, easy) = (house.estates["大院"], house.estates["微院"]);
        let id = house.begin(|ask| {
            ask.pinned = vec![(hard, house.staff["甲某"]), (easy, house.staff["书记"])];
        });
        let sheet = house.sheet("书记", id).unwrap();
        let Outlook::Conflict(_, Conflict::Rules { rules, relax }) = &sheet.outlook else {
            unreachable!("{:?}", sheet.outlook)
        };
        assert_eq!(rules.iter().filter(|it| matches!(it, Rule::Pinned(..))).count(), 2);
        assert!(rules.contains(&Rule::Tiers) && relax.len() == 1, "{relax:?}");
        assert_eq!(refusal(house.lay(id)), Refusal::NoPlan);
        assert_eq!(refusal(house.approve(id, (None, None))), Refusal::NoPlan);
        let revision = house.state(id).revision;
        house.redraft((id, revision), |ask| ask.pinned.truncate(1)).unwrap();
        house.redraft((id, revision + 1), |ask| ask.pinned.clear()).unwrap();
        assert!(matches!(house.sheet("书记", id).unwrap().outlook, Outlook::Plan(..)));
        // More estates than places, and a room that is too large.
        house.redraft((id, revision + 2), |ask| ask.seats.iter_mut().for_each(|it| it.most = 1)).unwrap();
        let outlook = house.sheet("书记", id).unwrap().outlook;
        assert!(matches!(outlook, Outlook::Conflict(_, Conflict::Room { estates: 4, room: 3 })));
        house.holds_together();
    });
}

#[test]
fn somebody_leaves_and_the_curve_says_what_each_move_brings() {
    on_both_engines(|house| {
        let (secretary, away) = (house.who("书记"), house.staff["乙某"]);
        let ask = |who: &str, without| {
            let who = house.who(who);
            house.app.db.read(|tx| house.app.what_if(tx, &who, house.code, without))
        };
        assert_eq!(refusal(ask("甲某", None)), Refusal::Forbidden);
        assert_eq!(refusal(ask("书记", Some(house.staff["网格"]))), Refusal::NotFound);
        let found = ask("书记", Some(away)).unwrap();
        let largest: Vec<f64> = found.curve.iter().map(|it| it.solution.certificate.values[0]).collect();
        assert!(!largest.is_empty() && largest.windows(2).all(|pair| pair[0] >= pair[1]), "{largest:?}");
        assert!(found.curve[0].changes >= 1, "the estate of whoever leaves must move");
        let (case, last) = (found.case.as_ref().unwrap(), found.curve.last().unwrap());
        let moved =
            house.app.db.read(|tx| house.app.moved(tx, house.code, case, &last.solution.plan)).unwrap();
        assert!(moved.iter().any(|it| it.from == "乙某") && moved.iter().all(|it| it.to != "乙某"));
        let id = house.app.begin_allocation(&secretary, house.code, |ask| {
            leaves(ask, away)?;
            ask.most_changes = Some(1);
            Ok(())
        });
        let it = house.state(id.unwrap().wait().unwrap());
        assert!(it.draft.found.is_none() || it.draft.moves().count() <= 1);
        // The next draft takes them in again.
        let next = house.state(house.begin(|_| {}));
        assert!(next.draft.ask.seats.iter().all(|seat| seat.most > 0));
    });
}
