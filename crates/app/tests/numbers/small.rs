//! Small matters: more time does not empty their figures. Paces: the list holds what was compared.

use crate::filled::code;
use crate::house::{HOUR, House, NOON, on_both_engines, text};
use guanjia_app::numbers::{Compared, Gathered, Period, Question, Reach};
use guanjia_domain::numbers::{Measure, Out, Said, Side, Why};
use guanjia_domain::request::Command;
use std::sync::Arc;

const PERIOD: Period = Period::Days(30);

fn gathered(house: &House) -> Arc<Gathered> {
    house.app.db.read(|tx| house.app.gathered(tx, code(), &Reach::All, PERIOD)).unwrap()
}

#[test]
fn an_extended_small_matter_stays_small_and_stayed_overnight() {
    on_both_engines(|house| {
        let small = house.file_at(1, "大院", None, Some("0103"));
        let large = house.file_at(2, "大院", None, Some("0201"));
        for id in [small, large] {
            house.act("甲某", id, Command::Accept);
            let more = "5wd".parse().unwrap();
            house.act("甲某", id, Command::Extend { reason: text(), more });
        }
        house.clock.set(NOON.plus(24 * HOUR));
        let night = gathered(house).night.clone();
        assert_eq!((night.all(), night.why.get(&Why::Extended)), (1, Some(&1)));
        let app = &house.app;
        let stayed = app.db.read(|tx| app.stayed_overnight(tx, code(), house.estate("大院"))).unwrap();
        assert_eq!(stayed, 1, "the steward's own page says the same");
        for command in [
            Command::Dispose { reply: text(), note: None, photos: 0 },
            Command::Check { words: None },
            Command::Close { special: None },
        ] {
            house.act("甲某", small, command);
        }
        let rates = gathered(house).rates.clone();
        let (same_day, on_time) = (&rates.rates[&Measure::SameDay], &rates.rates[&Measure::OnTime]);
        assert_eq!((same_day.hits, same_day.of, same_day.out[&Out::NotSmall]), (0, 1, 1));
        assert_eq!(on_time.hits, 1, "within the time it was given");
        house.act("甲某", small, Command::Reopen { reason: text() });
        assert_eq!(gathered(house).rates.rates[&Measure::SameDay].of, 1, "nor does another beginning");
        house.sound();
    });
}

#[test]
fn the_list_behind_a_pace_holds_exactly_what_was_compared() {
    on_both_engines(|house| {
        for n in 0..24_u128 {
            let unit = if n % 2 == 0 { "1单元" } else { "2单元" };
            let id = house.file_at(n, "大院", Some(unit), Some("0103"));
            if n < 22 {
                house.act("甲某", id, Command::Accept);
                house.act("甲某", id, Command::Dispose { reply: text(), note: None, photos: 0 });
                house.act("甲某", id, Command::Check { words: None });
                house.act("甲某", id, Command::Close { special: None });
            }
        }
        // Of another class, of no grid, and of the compared grid but void.
        house.file_at(30, "大院", Some("1单元"), Some("0201"));
        house.file_at(31, "大院", None, Some("0103"));
        let void = house.file_at(32, "大院", Some("1单元"), Some("0103"));
        house.act("甲某", void, Command::Void { reason: text() });
        house.clock.pass(HOUR);
        let app = &house.app;
        let sheet = app.db.read(|tx| app.pace(tx, code(), &Reach::All)).unwrap();
        let line = &sheet.lines[0];
        let Said::Enough(sides) = &line.pace.after else { unreachable!() };
        assert_eq!(sides.of, [(12, 11), (12, 11)]);
        let many = |grid, class: &str, side| {
            let compared = Compared::new(line.pace.estate, grid, class, side).unwrap();
            let asked = (&Reach::All, PERIOD, Question::Pace(compared));
            app.db.read(|tx| app.counted(tx, code(), asked, None, 50)).unwrap().1
        };
        for (grid, (all, _)) in line.pace.grids.iter().zip(sides.of) {
            assert_eq!(many(*grid, &line.pace.class, Side::After), all);
            assert_eq!(many(*grid, &line.pace.class, Side::Before), 0);
        }
        assert_eq!(
            many(line.pace.grids[0], "02", Side::After) + many(line.pace.grids[1], "02", Side::After),
            1
        );
        assert!(Compared::new(line.pace.estate, line.pace.grids[0], "xx", Side::After).is_none());
    });
}
