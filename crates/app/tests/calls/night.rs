//! Quiet hours for what is no request: held, told once in the morning, each line with what it is about.

use super::house::{DAY, HOUR, House, NOW, on_both_engines};
use super::{STREET, below_a_street, blown, does, report, street, text};
use guanjia_app::hand_over::NewHandOver;
use guanjia_app::inbox::Told;
use guanjia_app::project::{NewProject, ProjectDeed};
use guanjia_domain::call::{Command, HandlingUnit};
use guanjia_domain::hand_over::{Answer, Occasion, ReturnReason};
use guanjia_domain::ids::ProjectId;
use guanjia_domain::permission::Principal;
use guanjia_domain::project::{self, Demand, Door, Need};
use guanjia_domain::request::{Channel, Place};
use guanjia_domain::timetable::{Quiet, Timetable};
use jiff::ToSpan;
use uuid::Uuid;

/// Eleven in the evening.
const NIGHT: guanjia_domain::Moment = NOW.plus(11 * HOUR);
/// Nine the next morning, when it is not quiet any more.
const MORNING: guanjia_domain::Moment = NOW.plus(21 * HOUR);

fn hush(house: &House) {
    let quiet = Quiet::new("22:00".parse().unwrap(), "09:00".parse().unwrap()).unwrap();
    let timetable = Timetable { quiet: Some(quiet), ..Timetable::default() };
    house.app.set_timetable(&house.who("书记"), house.code, timetable).wait().unwrap();
}

fn inbox(house: &House, who: &Principal) -> Vec<Told> {
    house.app.db.read(|tx| house.app.inbox(tx, who)).unwrap()
}

fn kinds(told: &[Told]) -> Vec<&str> {
    let mut kinds: Vec<_> = told.iter().map(|it| it.notice.kind.as_str()).collect();
    kinds.sort_unstable();
    kinds
}

/// A project that is to be looked at again tomorrow: at eight, while it is still quiet.
fn put_off(house: &House) -> ProjectId {
    let (who, id) = (house.who("甲某"), ProjectId(house.app.id().unwrap()));
    let door = Door { building: house.building, unit: house.units[0], room: None };
    let scope = vec![Demand { door, need: Need::DarkDoor }];
    let (estate, title) = (house.estates[0], "单元门补灯".to_owned());
    let new = NewProject { id, estate, title, issue: None, surveys: vec![], requests: vec![], scope };
    house.app.begin_project(&who, house.code, new).unwrap().wait().unwrap();
    let until = house.app.today().saturating_add(1.days());
    let later = project::Command::NotNow { words: text("今年没有资金。"), until, to: Vec::new() };
    house.app.act_on_project(&who, house.code, ProjectDeed::of(id, later)).unwrap().wait().unwrap();
    id
}

#[test]
fn a_night_of_calls_and_projects_is_one_message_that_says_what_each_is_about() {
    on_both_engines(|house| {
        below_a_street(house);
        hush(house);
        let (app, steward) = (&house.app, house.who("甲某"));
        let call = blown(house, &steward, vec![report(house, 1)], STREET).unwrap();
        let project = put_off(house);
        app.read_inbox(&steward).unwrap();
        let before = inbox(house, &steward).len();
        house.clock.set(NIGHT);
        does(house, &street(), call, Command::Accept).unwrap();
        let until = app.today().saturating_add(3.days());
        does(house, &street(), call, Command::Plan { until, words: text("报批要时间") }).unwrap();
        let request = report(house, 2);
        house.clock.set(MORNING.plus(-1));
        app.tick().unwrap();
        assert_eq!(inbox(house, &steward).len(), before, "a minute before nine it is quiet");
        house.clock.set(MORNING);
        app.tick().unwrap();
        let told = inbox(house, &steward);
        assert_eq!((told.len(), told[0].stands_for), (before + 1, 4), "one message");
        assert_eq!(
            kinds(&told[0].digest),
            ["call_accepted", "call_planned", "project_look_again", "reported"]
        );
        for line in &told[0].digest {
            match line.notice.kind.as_str() {
                "reported" => assert_eq!(line.about.as_ref().unwrap().0.id, request),
                "project_look_again" => assert_eq!(line.project.as_ref().unwrap().project.id, project),
                _ => assert_eq!(line.call.as_ref().unwrap().call.id, call),
            }
        }
        app.tick().unwrap();
        house.clock.pass(HOUR);
        app.tick().unwrap();
        assert_eq!(inbox(house, &steward).len(), before + 1, "and once");
        house.holds_together();
    });
}

#[test]
fn hand_overs_wait_too_and_stand_beside_the_calls() {
    on_both_engines(|house| {
        hush(house);
        let (app, secretary, steward) = (&house.app, house.who("书记"), house.who("甲某"));
        house.clock.set(NIGHT);
        let asked = NewHandOver {
            occasion: Occasion::Moving,
            from: house.staff["甲某"],
            to: Some(house.staff["丙某"]),
            starts_at: Some(NIGHT.plus(3 * DAY)),
            ends_at: None,
            estates: vec![house.estates[0]],
            grids: Vec::new(),
        };
        let id = app.ask_hand_over(&secretary, house.code, asked).wait().unwrap()[0];
        let back = Answer::Returned(ReturnReason::TooMuch);
        app.answer_hand_over(&house.who("丙某"), house.code, id, back).wait().unwrap();
        for n in 1..=3 {
            blown(house, &steward, vec![report(house, n)], HandlingUnit::Secretary).unwrap();
        }
        assert!(inbox(house, &secretary).is_empty() && inbox(house, &house.who("丙某")).is_empty());
        house.clock.set(MORNING);
        app.tick().unwrap();
        assert_eq!(kinds(&inbox(house, &house.who("丙某"))), ["hand_over_asked"], "a few come by themselves");
        let told = inbox(house, &secretary);
        assert_eq!(kinds(&told), ["digest"]);
        let lines = &told[0].digest;
        assert_eq!(kinds(lines), ["call_blown", "call_blown", "call_blown", "hand_over_returned"]);
        let over = lines.iter().find_map(|it| it.hand_over.as_ref()).unwrap();
        assert_eq!(over.hand_over.id, id);
        assert_eq!(lines.iter().filter(|it| it.call.is_some()).count(), 3);
    });
}

#[test]
fn an_urgent_call_rings_at_once_and_what_was_answered_in_the_night_is_not_said_to_be_due() {
    on_both_engines(|house| {
        below_a_street(house);
        hush(house);
        let (app, steward, secretary) = (&house.app, house.who("甲某"), house.who("书记"));
        let [call, other] = [1, 2].map(|n| blown(house, &steward, vec![report(house, n)], STREET).unwrap());
        does(house, &street(), call, Command::Accept).unwrap();
        house.clock.set(NIGHT);
        let danger = guanjia_domain::ids::RequestId(Uuid::from_u128(9));
        let filing = guanjia_app::request::Filing {
            id: danger,
            place: Place { estate: house.estates[0], building: Some(house.building), unit: None, room: None },
            text: "树倒在路上，压住了线。".to_owned(),
            matter: Some("0201".to_owned()),
            channel: Channel::Web,
            urgent: true,
            on_behalf: false,
            reporter: guanjia_app::request::Reporter::default(),
            photos: Vec::new(),
            done_on_spot: false,
        };
        app.file_request(
            &Principal::plain(guanjia_domain::Role::Resident, house.code, None),
            house.code,
            filing,
        )
        .unwrap()
        .wait()
        .unwrap();
        let urgent = blown(house, &steward, vec![danger], HandlingUnit::Secretary).unwrap();
        assert!(kinds(&inbox(house, &secretary)).contains(&"call_blown"), "at eleven in the evening");
        // The reminder of the fifth day rings at eight and waits for nine; until then it is answered.
        house.clock.set(NIGHT.plus(4 * DAY + 10 * HOUR - 30 * 60_000));
        app.tick().unwrap();
        does(house, &street(), call, Command::Answer { words: text("修剪了 18 棵。") }).unwrap();
        house.clock.set(MORNING.plus(4 * DAY));
        app.tick().unwrap();
        let told = inbox(house, &steward);
        let lines = told.iter().flat_map(|it| it.digest.iter().chain([it]));
        let due: Vec<_> =
            lines.filter(|it| it.notice.kind == "call_due").map(|it| it.notice.subject).collect();
        assert_eq!(due, [urgent.0, other.0], "one was answered");
        house.holds_together();
    });
}
