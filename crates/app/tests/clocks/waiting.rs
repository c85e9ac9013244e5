//! Waiting for the resident or for an approval: the clock stands, the trail shows it, an answer lets it run.

use crate::filled::code;
use crate::house::*;
use guanjia_domain::request::{Awaited, Command, RequestEvent, State};

fn wait(whom: Awaited, until: guanjia_domain::Moment) -> Command {
    Command::Wait { whom, reason: text("请告诉我们什么时候在家"), until }
}

fn answer() -> Command {
    Command::Add { words: Some(text("明天下午都在")), photos: 0, internal: false }
}

#[test]
fn the_answer_of_the_resident_lets_the_clock_run() {
    on_both_engines(|house| {
        let (id, steward) = (house.file(1, None, true), house.who(STEWARD));
        house.does(&steward, id, Command::Accept);
        house.clock.pass(HOUR);
        house.does(&steward, id, wait(Awaited::Resident, START.plus(48 * HOUR)));
        house.clock.pass(10 * HOUR);
        house.app.tick().unwrap();
        assert!(!house.kinds().contains(&"overdue".to_owned()), "the clock stands");
        let trail = |id| {
            let app = &house.app;
            app.db.read(|tx| app.detail(tx, &house.resident(), code(), id)).unwrap().trail
        };
        let stop = trail(id).into_iter().find(|it| matches!(it.event, RequestEvent::Waiting { .. })).unwrap();
        assert_eq!(stop.words.as_deref(), Some("请告诉我们什么时候在家"), "the resident reads what is asked");
        let request = house.does(&house.resident(), id, answer());
        assert_eq!(request.state, State::InProgress);
        assert_eq!(request.due_at(), START.plus(12 * HOUR), "two hours, and ten of waiting");
        house.clock.set(START.plus(12 * HOUR + 1));
        house.app.tick().unwrap();
        assert!(house.kinds().contains(&"overdue".to_owned()));
    });
}

#[test]
fn an_approval_is_looked_at_again_and_no_resident_ends_it() {
    on_both_engines(|house| {
        let (id, steward) = (house.file(1, None, false), house.who(STEWARD));
        house.does(&steward, id, Command::Accept);
        house.does(&steward, id, wait(Awaited::Approval, START.plus(24 * HOUR)));
        assert_eq!(house.does(&house.resident(), id, answer()).state, State::Waiting);
        house.clock.set(START.plus(24 * HOUR));
        house.app.tick().unwrap();
        assert_eq!(house.kinds().last().map(String::as_str), Some("look_again"));
        assert_eq!(house.does(&steward, id, Command::Resume).state, State::InProgress);
    });
}
