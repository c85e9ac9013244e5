//! Planning, sharing out, beginning and ending.

use super::house::{House, on_both_engines, refusal};
use super::survey::{new, plan, read, running};
use guanjia_app::survey::{NewSurvey, Scope};
use guanjia_domain::Refusal;
use guanjia_domain::ids::{IssueId, RoomId, UnitId};
use guanjia_domain::survey::{AskedAt, Stage, Template};
use uuid::Uuid;

fn doors(house: &House, scope: Scope) -> usize {
    let id = plan(house, "甲某", NewSurvey { scope, ..new(house) }).unwrap();
    read(house, id).doors.len()
}

#[test]
fn the_scope_is_buildings_units_and_rooms() {
    on_both_engines(|house| {
        let room = house.app.db.read(|tx| tx.rooms(house.code, house.units[1])).unwrap()[3].id;
        let unit: Scope = Scope { units: [house.units[0]].into(), ..Scope::default() };
        assert_eq!(doors(house, Scope { whole: true, ..Scope::default() }), 24);
        assert_eq!(doors(house, unit.clone()), 12);
        assert_eq!(doors(house, Scope { rooms: [room].into(), ..unit.clone() }), 13);
        let template = Template { asked_at: AskedAt::UnitDoors, ..new(house).template };
        let lamps = NewSurvey { template, ..new(house) };
        let id = plan(house, "甲某", lamps).unwrap();
        assert_eq!(read(house, id).doors.iter().map(|it| it.spot.households).collect::<Vec<_>>(), [12, 12]);
        house.holds_together();
    });
}

#[test]
fn what_cannot_be_planned_is_refused() {
    on_both_engines(|house| {
        let refused = |new| refusal(plan(house, "甲某", new));
        assert_eq!(refused(NewSurvey { scope: Scope::default(), ..new(house) }), Refusal::NoDoors);
        let foreign: Scope = Scope { units: [UnitId(Uuid::from_u128(1))].into(), ..Scope::default() };
        let mismatch = Refusal::PlaceMismatch { field: "scope" };
        assert_eq!(refused(NewSurvey { scope: foreign, ..new(house) }), mismatch);
        let rooms = [RoomId(Uuid::from_u128(1))].into();
        assert_eq!(refused(NewSurvey { scope: Scope { rooms, ..Scope::default() }, ..new(house) }), mismatch);
        assert_eq!(refused(NewSurvey { estate: house.estates[1], ..new(house) }), Refusal::Forbidden);
        let issue = Some(IssueId(Uuid::from_u128(1)));
        assert!(matches!(refused(NewSurvey { issue, ..new(house) }), Refusal::NotAChoice { .. }));
        let silent = NewSurvey { question: " ".into(), ..new(house) };
        assert!(matches!(refused(silent), Refusal::TextMissing { field: "question" }));
        for who in ["乙某", "网格"] {
            assert_eq!(refusal(plan(house, who, new(house))), Refusal::Forbidden, "{who}");
        }
        assert!(plan(house, "书记", new(house)).is_ok());
    });
}

#[test]
fn it_is_shared_out_begun_and_ended_by_its_steward() {
    on_both_engines(|house| {
        let id = plan(house, "甲某", new(house)).unwrap();
        let (steward, code) = (house.who("甲某"), house.code);
        assert_eq!(refusal(house.app.begin_survey(&steward, code, id).wait()), Refusal::NotSharedOut);
        let share = |who: &str, staff: &str| {
            house.app.share_survey(&house.who(who), code, id, vec![house.staff[staff]]).wait()
        };
        assert!(matches!(refusal(share("甲某", "乙某")), Refusal::NotAChoice { field: "worker", .. }));
        assert_eq!(refusal(share("网格", "网格")), Refusal::Forbidden);
        share("甲某", "网格").unwrap();
        let nobody = house.app.share_survey(&steward, code, id, Vec::new()).wait();
        assert_eq!(refusal(nobody), Refusal::NotSharedOut);
        house.app.begin_survey(&steward, code, id).wait().unwrap();
        share("书记", "甲某").unwrap();
        house.app.end_survey(&steward, code, id).wait().unwrap();
        assert_eq!(refusal(house.app.end_survey(&steward, code, id).wait()), Refusal::SurveyEnded);
        assert_eq!(read(house, id).stage, Stage::Ended);
        house.holds_together();
    });
}

#[test]
fn lists_show_what_is_somebodys() {
    on_both_engines(|house| {
        let id = running(house);
        let listed = |who: &str| {
            let lines = house.app.db.read(|tx| house.app.surveys(tx, &house.who(who), house.code)).unwrap();
            lines.iter().map(|line| (line.reads, line.walks)).collect::<Vec<_>>()
        };
        assert_eq!(listed("甲某"), [(true, true)]);
        assert_eq!(listed("网格"), [(false, true)]);
        assert_eq!(listed("书记"), [(true, false)]);
        assert_eq!(listed("乙某"), []);
        let sheet =
            |who: &str| house.app.db.read(|tx| house.app.survey_sheet(tx, &house.who(who), house.code, id));
        assert_eq!(refusal(sheet("网格")), Refusal::Forbidden);
        assert_eq!(refusal(sheet("乙某")), Refusal::Forbidden);
        assert_eq!(sheet("书记").unwrap().open.0.len(), 24);
        let walk = |who: &str| house.app.db.read(|tx| house.app.walk(tx, &house.who(who), house.code, id));
        assert_eq!(walk("网格").unwrap().doors.len(), 24);
        assert_eq!(refusal(walk("书记")), Refusal::Forbidden);
    });
}
