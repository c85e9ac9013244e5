use crate::filled::code;
use crate::house::{HOUR, House, on_both_engines, text};
use guanjia_app::AppError;
use guanjia_app::numbers::{Period, Question, Reach};
use guanjia_domain::Refusal;
use guanjia_domain::numbers::{Measure, Out, Part, RateRule};
use guanjia_domain::request::{Command, FollowUp, Reach as Reached, Satisfaction};

const PERIOD: Period = Period::Days(30);

/// Twelve requests in one estate and one in the other, with every kind of end.
pub fn some(house: &House) {
    let ids: Vec<_> = (0..12).map(|n| house.file(n, "大院")).collect();
    house.file(99, "小院");
    for id in &ids[..8] {
        house.act("甲某", *id, Command::Accept);
        house.act("甲某", *id, Command::Dispose { reply: text(), note: None, photos: 0 });
        house.act("甲某", *id, Command::Check { words: None });
        house.act("甲某", *id, Command::Close { special: None });
    }
    for (at, id) in ids[..5].iter().enumerate() {
        let (reach, solved) =
            if at == 0 { (Reached::Unreached, None) } else { (Reached::Reached, Some(at > 1)) };
        let satisfied = solved.map(|_| Satisfaction::Basically);
        house.act("甲某", *id, Command::FollowUp(FollowUp { reach, solved, satisfied }));
    }
    house.act("甲某", ids[7], Command::Reopen { reason: text() });
    house.act("甲某", ids[8], Command::Void { reason: text() });
    house.act("甲某", ids[9], Command::Refuse { reason: text() });
}

#[test]
fn every_figure_is_the_number_of_its_requests() {
    on_both_engines(|house| {
        some(house);
        let app = &house.app;
        let all = app.db.read(|tx| app.gathered(tx, code(), &Reach::All, PERIOD)).unwrap();
        assert_eq!(all.rates.all, 13);
        let solution = &all.rates.rates[&Measure::Solution];
        assert_eq!((solution.hits, solution.of, solution.out[&Out::Unreached]), (3, 4, 1));
        assert_eq!(solution.out[&Out::Voided] + solution.out[&Out::Refused], 2);
        let many = |question| {
            let asked = (&Reach::All, PERIOD, question);
            let (rows, all) = app.db.read(|tx| app.counted(tx, code(), asked, None, 5)).unwrap();
            assert_eq!(rows.len(), (all as usize).min(5));
            assert!(rows.windows(2).all(|two| two[0].request.id > two[1].request.id));
            all
        };
        assert_eq!(many(Question::All), 13);
        for (measure, rate) in &all.rates.rates {
            for part in [Part::Hit, Part::Miss, Part::Counted] {
                assert_eq!(many(Question::Measured(*measure, part)), rate.many(part), "{measure:?} {part:?}");
            }
            for (why, left) in &rate.out {
                assert_eq!(many(Question::Measured(*measure, Part::Out(*why))), *left, "{measure:?} {why:?}");
            }
        }
        assert_eq!(many(Question::Open), 4);
        house.sound();
    });
}

#[test]
fn what_was_counted_is_counted_again_after_a_change() {
    on_both_engines(|house| {
        let app = &house.app;
        let all = || app.db.read(|tx| app.gathered(tx, code(), &Reach::All, PERIOD)).unwrap().rates.all;
        house.file(1, "大院");
        assert_eq!((all(), all()), (1, 1));
        house.file(2, "大院");
        assert_eq!(all(), 2);
        let rule = RateRule { contact_hours: 1, ..RateRule::default() };
        app.set_rate_rule(&house.who("书记"), code(), rule).wait().unwrap();
        house.clock.pass(2 * HOUR);
        let gathered = app.db.read(|tx| app.gathered(tx, code(), &Reach::All, PERIOD)).unwrap();
        assert_eq!(gathered.rates.rates[&Measure::Response].of, 2);
        let none = app.set_rate_rule(&house.who("甲某"), code(), RateRule::default()).wait();
        assert!(matches!(none, Err(AppError::Refused(Refusal::Forbidden))));
    });
}

#[test]
fn nobody_sees_the_numbers_of_others() {
    on_both_engines(|house| {
        some(house);
        let app = &house.app;
        let reach = |who: &str, estate: Option<&str>| {
            let estate = estate.map(|name| house.estate(name));
            app.db.read(|tx| app.numbers_reach(tx, &house.who(who), code(), estate))
        };
        assert!(matches!(reach("书记", None), Ok(Reach::All)));
        assert!(matches!(reach("乙某", None), Ok(Reach::Estates(own)) if own == [house.estate("小院")]));
        assert!(matches!(reach("乙某", Some("大院")), Err(AppError::Refused(Refusal::Forbidden))));
        let load = |who: &str| app.db.read(|tx| app.load(tx, &house.who(who), code(), PERIOD)).unwrap();
        let lines = load("乙某").lines;
        assert_eq!((lines.len(), lines[0].requests, lines[0].open, lines[0].own), (1, 1, 1, true));
        let lines = load("书记").lines;
        let told: Vec<_> = lines.iter().map(|it| (it.name.as_str(), it.requests, it.households)).collect();
        assert_eq!(told, [("大院", 10, 60), ("小院", 1, 24)]);
    });
}

/// A server of before, beside this one during an upgrade, writes requests without their line, or leaves an old one.
#[test]
fn what_an_older_server_wrote_is_counted_at_once_and_mended_by_the_next_tick() {
    on_both_engines(|house| {
        some(house);
        let app = &house.app;
        for line in ["UPDATE request SET life = '', life_of = 0", OLD_LINES] {
            let older = app.db.write(code(), move |tx| tx.execute(line, &[]));
            assert_eq!(older.wait().unwrap(), 13);
            // It tells the others that something has changed, as every change does.
            house.act("甲某", house.open(), Command::Add { words: Some(text()), photos: 0, internal: true });
            let all = app.db.read(|tx| app.gathered(tx, code(), &Reach::All, PERIOD)).unwrap();
            let solution = &all.rates.rates[&Measure::Solution];
            assert_eq!((all.rates.all, solution.hits, solution.of), (13, 3, 4), "{line}");
            app.tick().unwrap();
            assert_eq!(app.db.catch_up(code()).unwrap(), 0);
            house.sound();
        }
    });
}

const OLD_LINES: &str = "UPDATE request SET life_of = 0, life = (SELECT min(life) FROM request AS other)";
