//! Calls in figures: the register of the month, what counts as escalated, and why something stayed overnight.

use super::*;
use guanjia_app::numbers::{Period, Question, Reach};
use guanjia_app::report::{Listing, Which};
use guanjia_domain::Moment;
use guanjia_domain::call::Said;
use guanjia_domain::numbers::Why;
use guanjia_domain::report::{Figure, Month, Register};

const HOUR: i64 = 3_600_000;

fn escalated(house: &House, who: &Principal, month: Month) -> (u64, usize) {
    let (app, code) = (&house.app, house.code);
    let which = Which::Register(Register::Escalated);
    let listing = Listing { month, which, estate: None, class: None };
    let read = |tx: &mut guanjia_store::Tx| -> guanjia_app::Result<_> {
        let report = app.month_report(tx, who, code, month)?;
        let listed = app.register_page(tx, who, code, &listing, None, 100)?.lines.len();
        Ok((report.tally.all.of(Figure::Escalated), listed))
    };
    app.db.read(read).unwrap()
}

#[test]
fn a_call_counts_as_escalated_and_stands_in_the_register_of_its_months() {
    on_both_engines(|house| {
        below_a_street(house);
        let (app, code) = (&house.app, house.code);
        let (steward, secretary, other) = (house.who("甲某"), house.who("书记"), house.who("乙某"));
        // The middle of a month: what follows stays in it.
        house.clock.set(Month::of(app.now()).next().span().0.plus(10 * DAY));
        let month = Month::of(app.now());
        let request = report(house, 31);
        report(house, 32);
        assert_eq!(escalated(house, &secretary, month), (0, 0));
        let id = blown(house, &steward, vec![request], HandlingUnit::Secretary).unwrap();
        assert_eq!(escalated(house, &secretary, month), (0, 0), "nobody above was called");
        does(house, &secretary, id, Command::Accept).unwrap();
        does(house, &secretary, id, Command::Pass { to: STREET, words: text("请协调"), duty: None }).unwrap();
        assert_eq!(escalated(house, &secretary, month), (1, 1));
        let rule = Some(ListedRule::BeyondDuties);
        let no = Command::Decline { words: text("归区里"), rule, typed: None };
        does(house, &street(), id, no).unwrap();
        assert_eq!(escalated(house, &secretary, month), (0, 0), "it lies with the secretary again");
        does(house, &secretary, id, Command::Pass { to: BUREAU, words: text("请来"), duty: None }).unwrap();
        let bureau = Principal::plain(Role::Organisation, code, Some(HOUSING.0));
        does(house, &bureau, id, Command::Accept).unwrap();

        let lines =
            |who: &Principal, month| app.db.read(|tx| app.call_register(tx, who, code, month)).unwrap().lines;
        let told = lines(&secretary, month);
        let said: Vec<_> = told.iter().map(|it| (it.to.unit, it.asked.as_str(), it.said)).collect();
        let now = app.now();
        let rule = guanjia_domain::call::Rule::Listed(ListedRule::BeyondDuties);
        let no = Said::No { at: now, words: 3, rule };
        assert_eq!(
            said,
            [
                (HandlingUnit::Secretary, "请派人看 18 棵树，报批修剪。", Said::Yes { at: now }),
                (STREET, "请协调", no),
                (BUREAU, "请来", Said::Yes { at: now }),
            ]
        );
        assert_eq!((told[0].numbers.len(), told[1].to.name.as_str()), (1, "示例街道办事处"));
        assert_eq!(lines(&steward, month).len(), 3);
        assert!(lines(&other, month).is_empty(), "another estate's");
        assert!(lines(&secretary, month.before()).is_empty());
        assert_eq!(lines(&secretary, month.next()).len(), 3, "still open then");
        let outside = app.db.read(|tx| app.call_register(tx, &street(), code, month).map(|_| ()));
        assert!(outside.is_err());

        // Once it has ended it is of no later month, and stays one of its own.
        does(house, &bureau, id, Command::Answer { words: text("已修剪") }).unwrap();
        does(house, &steward, id, Command::Finish { words: None }).unwrap();
        assert_eq!(escalated(house, &secretary, month), (1, 1));
        assert_eq!(escalated(house, &secretary, month.next()), (0, 0));
        assert!(lines(&secretary, month.next()).is_empty());
        house.holds_together();
    });
}

#[test]
fn what_lies_above_by_a_call_stayed_overnight_because_of_that() {
    on_both_engines(|house| {
        below_a_street(house);
        let (app, code, steward) = (&house.app, house.code, house.who("甲某"));
        let request = report_of(house, 41, "0103");
        report_of(house, 42, "0103");
        house.clock.set(next_noon(app.now()));
        let why = |why| {
            let gathered = app.db.read(|tx| app.gathered(tx, code, &Reach::All, Period::Days(30))).unwrap();
            let asked = (&Reach::All, Period::Days(30), Question::Night(Some(why)));
            let listed = app.db.read(|tx| app.counted(tx, code, asked, None, 50)).unwrap().1;
            assert_eq!(gathered.night.why.get(&why).copied().unwrap_or(0), listed, "{why:?}");
            listed
        };
        assert_eq!((why(Why::NotTaken), why(Why::Above)), (2, 0));
        let id = blown(house, &steward, vec![request], STREET).unwrap();
        assert_eq!((why(Why::NotTaken), why(Why::Above)), (1, 1));
        does(house, &street(), id, Command::Accept).unwrap();
        does(house, &street(), id, Command::Answer { words: text("已换灯") }).unwrap();
        assert_eq!((why(Why::NotTaken), why(Why::Above)), (2, 0), "it is the steward's to check");
    });
}

fn next_noon(now: Moment) -> Moment {
    guanjia_app::day::day_start(now).plus(36 * HOUR)
}
