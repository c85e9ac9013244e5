//! Reports, queries and burden on both engines: figures lead to their requests, nobody sees more than the own estates,
//! a token is worth what its giver may see.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

#[path = "support/filled.rs"]
mod filled;
#[path = "own_work/house.rs"]
#[allow(dead_code, reason = "the house of other tests has more rooms than are needed here")]
mod house;
#[path = "../../store/tests/support/postgres.rs"]
mod postgres;

use guanjia_app::place::NewEstate;
use guanjia_app::query::TOKEN_DAYS;
use guanjia_app::report::{Cursor, Listing, Which};
use guanjia_app::request::{Deed, Filing, Reporter};
use guanjia_domain::burden::by_week;
use guanjia_domain::ids::{RequestId, ViewId};
use guanjia_domain::permission::Principal;
use guanjia_domain::query::QueryErrorKind;
use guanjia_domain::report::{Figure, Month, Register, Shown};
use guanjia_domain::request::{Channel, Command, Place};
use guanjia_domain::text::Text;
use guanjia_domain::{Refusal, Role};
use guanjia_store::StoreError;
use guanjia_store::access::AccessFilter;
use house::{DAY, House, on_both_engines, refusal};
use uuid::Uuid;

/// Reports something from a room of its own in an estate, which is done on the spot at once or stays open.
fn report(house: &House, n: u128, estate: usize, done_on_spot: bool) -> RequestId {
    let id = RequestId(Uuid::from_u128(n));
    let place = home(house, estate, n);
    let filing = Filing {
        id,
        place,
        text: "楼道灯不亮。".to_owned(),
        matter: Some("0102".to_owned()),
        channel: Channel::Counter,
        urgent: false,
        on_behalf: false,
        reporter: Reporter::default(),
        photos: Vec::new(),
        done_on_spot,
    };
    let who = house.who(["甲某", "乙某"][estate]);
    house.app.file_request(&who, house.code, filing).unwrap().wait().unwrap();
    id
}

/// The `n`-th room of the first unit.
fn home(house: &House, estate: usize, n: u128) -> Place {
    let (app, code, estate) = (&house.app, house.code, house.estates[estate]);
    let found = app.db.read(|tx| {
        let building = tx.buildings(code, Some(estate), app.now())?[0].id;
        let unit = tx.units(code, Some(building))?[0].id;
        Ok::<_, StoreError>((building, unit, tx.rooms(code, unit)?[n as usize].id))
    });
    let (building, unit, room) = found.unwrap();
    Place { estate, building: Some(building), unit: Some(unit), room: Some(room) }
}

fn lived(house: &House) -> Month {
    for n in 1..=6 {
        report(house, n, 0, n <= 4);
    }
    report(house, 7, 1, false);
    Month::of(house.app.now())
}

fn listing(month: Month, which: Which) -> Listing {
    Listing { month, which, estate: None, class: None }
}

#[test]
fn every_figure_leads_to_its_requests_and_nobody_sees_other_estates() {
    on_both_engines(|house| {
        let month = lived(house);
        let (app, code) = (&house.app, house.code);
        for (name, all, done) in [("书记", 7, 4), ("甲某", 6, 4), ("乙某", 1, 0)] {
            let who = house.who(name);
            let report = app.db.read(|tx| app.month_report(tx, &who, code, month)).unwrap();
            assert_eq!(report.tally.all.of(Figure::Reported), all, "{name}");
            assert_eq!(report.tally.all.of(Figure::OnTheSpot), done, "{name}");
            for figure in Figure::ALL {
                let wanted = listing(month, Which::Figure(*figure));
                let page = app.db.read(|tx| app.register_page(tx, &who, code, &wanted, None, 100)).unwrap();
                assert_eq!(page.lines.len() as u64, report.tally.all.of(*figure), "{name} {figure:?}");
            }
        }
        for name in ["网格", "丙某"] {
            let who = house.who(name);
            let report = app.db.read(|tx| app.month_report(tx, &who, code, month).map(|_| ()));
            assert_eq!(refusal(report), Refusal::Forbidden, "{name}");
        }
        let other = Principal::plain(Role::Secretary, "L002".parse().unwrap(), None);
        let report = app.db.read(|tx| app.month_report(tx, &other, code, month).map(|_| ()));
        assert_eq!(refusal(report), Refusal::NotFound);
    });
}

#[test]
fn pages_of_a_register_hold_each_request_once_also_months_later() {
    on_both_engines(|house| {
        let month = lived(house);
        let (app, code, who) = (&house.app, house.code, house.who("书记"));
        house.clock.set(house.app.now().plus(40 * DAY));
        let late = month.next();
        for (month, register, all) in [(month, Register::Requests, 7), (late, Register::Overdue, 3)] {
            let (mut numbers, mut after) = (Vec::new(), None);
            loop {
                let wanted = listing(month, Which::Register(register));
                let page = app.db.read(|tx| app.register_page(tx, &who, code, &wanted, after, 2)).unwrap();
                numbers.extend(page.lines.iter().map(|line| line.request.number));
                let Some(next) = page.next else { break };
                after = Cursor::of(&next.to_string());
                assert_eq!(after, Some(next));
            }
            numbers.sort_unstable();
            numbers.dedup();
            assert_eq!(numbers.len(), all, "{month} {register:?}");
        }
        assert_eq!(Cursor::of("nonsense"), None);
    });
}

#[test]
fn a_query_counts_what_its_reader_may_see_and_names_no_other_place() {
    on_both_engines(|house| {
        lived(house);
        let (app, code) = (&house.app, house.code);
        let count = |name: &str, text: &str| {
            let who = house.who(name);
            app.db.read(|tx| {
                let names = app.query_names(tx, &who, code)?;
                match names.read(text) {
                    Ok(query) => Ok(Ok(app.answer_query(tx, &names, query)?.answer)),
                    Err(wrong) => Ok::<_, guanjia_app::AppError>(Err(wrong.kind)),
                }
            })
        };
        let fitted = |name, text| count(name, text).unwrap().unwrap().fitted;
        assert_eq!(fitted("书记", "count by estate"), 7);
        assert_eq!(fitted("甲某", ""), 6);
        assert_eq!(fitted("书记", "where on_the_spot = yes and channel = counter"), 4);
        assert_eq!(fitted("书记", "其中 提出日 > 2030-01-01"), 0);
        let day = guanjia_domain::report::day_of(app.now());
        assert_eq!(fitted("书记", &format!("where reported in {day}..{day}")), 7);
        let other = count("甲某", "where estate = 安宁里").unwrap();
        assert!(matches!(other, Err(QueryErrorKind::NotListed(..))));
        assert_eq!(count("书记", "where community = L002").unwrap(), Err(QueryErrorKind::OtherCommunity));
    });
}

#[test]
fn an_answer_is_remembered_until_what_it_was_made_of_changes() {
    on_both_engines(|house| {
        lived(house);
        let (app, code) = (&house.app, house.code);
        // Who may look through nothing gets what is remembered, or is told to ask for less.
        let ask = |name: &str, text: &str, most: usize| {
            let who = house.who(name);
            let asked = app.db.read(|tx| {
                let mut names = app.query_names(tx, &who, code)?;
                names.most = most;
                app.answer_query(tx, &names, names.read(text).unwrap())
            });
            match asked {
                Ok(asked) => Some(asked.answer),
                Err(error) => {
                    assert_eq!(refusal(Err::<(), _>(error)), Refusal::QueryTooWide { most });
                    None
                }
            }
        };
        let known = |name, text| ask(name, text, 0);
        let all = |name, text| ask(name, text, 1_000).unwrap();
        assert_eq!(ask("书记", "count by estate", 6), None, "there are seven");
        let answer = all("书记", "count by estate");
        assert_eq!(
            known("书记", "数量 按 小区"),
            Some(answer.clone()),
            "written otherwise, it is the same query"
        );
        assert_eq!(known("甲某", "count by estate"), None, "somebody else may count others");
        assert_eq!(all("甲某", "count by estate").fitted, 6);
        assert_eq!(known("书记", "count by state"), None);
        // Time alone changes nothing of it, and everything of what asks the clock.
        let overdue = all("书记", "where overdue = yes");
        assert_eq!((overdue.fitted, known("书记", "where overdue = yes")), (0, Some(overdue)));
        house.clock.set(app.now().plus(40 * DAY));
        assert_eq!(known("书记", "count by estate"), Some(answer.clone()));
        assert_eq!(known("书记", "where overdue = yes"), None);
        assert_eq!(all("书记", "where overdue = yes").fitted, 3);
        // An estate's new name is seen at once, a new request too.
        let its = app.clone();
        let (id, program) = (house.estates[0], Principal::plain(Role::System, code, None));
        let renamed = app.db.write(code, move |tx| -> guanjia_app::Result<()> {
            let mut facts = tx.estate(code, id)?.unwrap().facts;
            facts.name = "和平新苑".into();
            its.put_estate(tx, &program, code, NewEstate { id, facts })
        });
        renamed.wait().unwrap();
        let cells = all("书记", "count by estate").cells;
        assert!(cells.iter().any(|cell| cell.of == ["和平新苑"]), "{cells:?}");
        report(house, 8, 0, false);
        assert_eq!(known("书记", "count by estate"), None);
        assert_eq!(all("书记", "count by estate").fitted, 8);
    });
}

#[test]
fn a_token_is_worth_what_its_giver_may_see_until_it_ends() {
    on_both_engines(|house| {
        lived(house);
        let (app, code) = (&house.app, house.code);
        let (steward, secretary) = (house.who("甲某"), house.who("书记"));
        let save = |who: &Principal, text: &str| -> ViewId {
            let names = app.db.read(|tx| app.query_names(tx, who, code)).unwrap();
            app.save_view(who, code, &names.read(text).unwrap()).unwrap().wait().unwrap()
        };
        let view = save(&steward, "count by state");
        assert_eq!(save(&steward, "数量 按 状态"), view, "the same query is saved once");
        let token = app.give_view_token(&steward, code, view).unwrap().wait().unwrap();
        assert_eq!(app.take_view_by_token(&token, view).unwrap().answer.fitted, 6);
        assert_eq!(app.take_view(&secretary, code, view).unwrap().answer.fitted, 7);
        // Another's view is read, and not changed.
        let strange = house.who("乙某");
        assert_eq!(app.take_view(&strange, code, view).unwrap().answer.fitted, 1);
        assert_eq!(refusal(app.give_view_token(&strange, code, view).unwrap().wait()), Refusal::Forbidden);
        assert_eq!(refusal(app.remove_view(&strange, code, view).wait()), Refusal::Forbidden);
        // Neither a wrong secret nor the view of another token.
        let second = save(&steward, "count");
        for (token, view) in [("L001.0", view), ("", view), (token.as_str(), second)] {
            assert_eq!(refusal(app.take_view_by_token(token, view)), Refusal::NotFound, "{token}");
        }
        // A new token ends the old one; so does ending it, and time.
        let newer = app.give_view_token(&steward, code, view).unwrap().wait().unwrap();
        assert_eq!(refusal(app.take_view_by_token(&token, view)), Refusal::NotFound);
        assert!(app.take_view_by_token(&newer, view).is_ok());
        app.end_view_token(&steward, code, view).wait().unwrap();
        assert_eq!(refusal(app.take_view_by_token(&newer, view)), Refusal::NotFound);
        let last = app.give_view_token(&secretary, code, view).unwrap().wait().unwrap();
        house.clock.set(app.now().plus(TOKEN_DAYS * DAY));
        assert_eq!(refusal(app.take_view_by_token(&last, view)), Refusal::NotFound);
        // What was taken stands in the access log; the token itself nowhere.
        let filter = AccessFilter { action: Some("take_view".into()), ..AccessFilter::default() };
        let taken = app.db.read(|tx| tx.accesses(code, &filter, None, 100)).unwrap();
        assert_eq!(taken.len(), 4);
        app.remove_view(&secretary, code, view).wait().unwrap();
        assert_eq!(refusal(app.take_view(&secretary, code, view)), Refusal::NotFound);
        assert_eq!(app.db.read(|tx| app.saved_views(tx, &steward, code)).unwrap().len(), 1);
        house.holds_together();
    });
}

#[test]
fn burden_is_told_by_role_and_never_by_person() {
    on_both_engines(|house| {
        lived(house);
        let (app, code) = (&house.app, house.code);
        let open = RequestId(Uuid::from_u128(5));
        let deed = Deed { request: open, seen: None, command: Command::Accept, photos: Vec::new() };
        app.act(&house.who("甲某"), code, deed).wait().unwrap();
        let burden = app.db.read(|tx| app.burden(tx, &house.who("网格"), code, 4)).unwrap();
        assert_eq!(burden.weeks.len(), 4);
        let count = |role, event: &str| {
            burden
                .deeds
                .iter()
                .filter(|it| it.role == role && it.event == event)
                .map(|it| it.count)
                .sum::<u64>()
        };
        assert_eq!((count(Role::Officer, "reported"), count(Role::Officer, "accepted")), (7, 1));
        // One press on the spot is one deed, though the ledger tells of three things.
        assert_eq!(count(Role::Officer, "done_on_spot"), 4);
        let weeks = by_week(&burden.deeds);
        let asked = weeks[&(burden.weeks[0], Role::Officer)];
        assert_eq!((asked.deeds, asked.fields), (8, 14));
        assert_eq!(weeks.keys().filter(|(_, role)| *role == Role::Officer).count(), 1);
        assert!(weeks.keys().all(|(week, _)| *week == burden.weeks[0]));
        let auditor = Principal::plain(Role::Auditor, code, None);
        let refused = app.db.read(|tx| app.burden(tx, &auditor, code, 4).map(|_| ()));
        assert_eq!(refusal(refused), Refusal::Forbidden);
        // Half a year later nothing is left of it.
        house.clock.set(app.now().plus(200 * DAY));
        let later = app.db.read(|tx| app.burden(tx, &house.who("书记"), code, 26)).unwrap();
        assert_eq!(later.deeds, []);
    });
}

#[test]
fn the_public_sees_counts_of_five_households_and_more_of_the_months_that_are_over() {
    on_both_engines(|house| {
        let month = lived(house);
        let (app, code) = (&house.app, house.code);
        let of = |estate: usize, last| {
            app.db.read(|tx| app.estate_figures(tx, code, house.estates[estate], last)).unwrap()
        };
        assert!(of(0, false).lines.is_empty(), "the present month is not over");
        house.clock.set(month.next().span().0);
        // Where the month was the year's last one, it is last year's now.
        let was = Month::of(app.now()).first().year() != month.first().year();
        let [six] = &of(0, was).lines[..] else { unreachable!() };
        assert_eq!((six.class.as_str(), six.reported, six.done), ("01", Shown::Count(6), Shown::Few));
        // What ends after the month stands as it stood.
        let before = of(0, was).lines;
        let ends = Command::Close { special: Some(Text::new("words", "灯已换好").unwrap()) };
        for command in [Command::Accept, ends] {
            let deed =
                Deed { request: RequestId(Uuid::from_u128(5)), seen: None, command, photos: Vec::new() };
            app.act(&house.who("甲某"), code, deed).wait().unwrap();
        }
        assert_eq!(of(0, was).lines, before);
        let [one] = &of(1, was).lines[..] else { unreachable!() };
        assert_eq!((one.class.as_str(), one.reported), ("", Shown::Few));
        assert!(of(0, true).lines.is_empty());
        let strange = house.estates[0].0.as_u128() + 1;
        let strange = app.db.read(|tx| app.estate_figures(tx, code, Uuid::from_u128(strange).into(), false));
        assert_eq!(refusal(strange.map(|_| ())), Refusal::NotFound);
    });
}
