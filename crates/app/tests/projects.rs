//! Projects on both engines: to their end, what residents see, what the rights desk reaches, what is refused.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

#[path = "support/filled.rs"]
mod filled;
#[path = "own_work/house.rs"]
#[allow(dead_code, reason = "the house of other tests has more rooms than are needed here")]
mod house;
#[path = "../../store/tests/support/postgres.rs"]
mod postgres;

use guanjia_app::project::{NewProject, ProjectDeed};
use guanjia_app::request::{Filing, Reporter};
use guanjia_domain::ids::{ProjectId, RequestId};
use guanjia_domain::permission::Principal;
use guanjia_domain::project::{
    Bill, BillLine, Command, Demand, Door, Fund, Need, Owner, Serve, Stage, Voice, Way,
};
use guanjia_domain::request::{Channel, Place, State};
use guanjia_domain::text::Text;
use guanjia_domain::{Party, Refusal, Role};
use house::{DAY, House, on_both_engines, refusal};
use jiff::ToSpan;
use uuid::Uuid;

const PHONE: &str = "13911110000";

fn text(words: &str) -> Text {
    Text::new("words", words).unwrap()
}

fn door(house: &House, unit: usize) -> Door {
    Door { building: house.building, unit: house.units[unit], room: None }
}

fn report(house: &House, n: u128) -> RequestId {
    let id = RequestId(Uuid::from_u128(n));
    let unit = Some(house.units[0]);
    let place = Place { estate: house.estates[0], building: Some(house.building), unit, room: None };
    let filing = Filing {
        id,
        place,
        text: "单元门口没有灯。".to_owned(),
        matter: Some("0102".to_owned()),
        channel: Channel::Web,
        urgent: false,
        on_behalf: false,
        reporter: Reporter::default(),
        photos: Vec::new(),
        done_on_spot: false,
    };
    let who = Principal::plain(Role::Resident, house.code, None);
    house.app.file_request(&who, house.code, filing).unwrap().wait().unwrap();
    id
}

fn begun(
    house: &House,
    who: &Principal,
    requests: Vec<RequestId>,
    scope: Vec<Demand>,
) -> Result<ProjectId, Refusal> {
    let new = NewProject {
        id: ProjectId(house.app.id().unwrap()),
        estate: house.estates[0],
        title: "单元门补灯".to_owned(),
        issue: None,
        surveys: Vec::new(),
        requests,
        scope,
    };
    match house.app.begin_project(who, house.code, new).unwrap().wait() {
        Ok(id) => Ok(id),
        Err(error) => Err(refusal(Err::<(), _>(error))),
    }
}

fn dark(house: &House, unit: usize) -> Demand {
    Demand { door: door(house, unit), need: Need::DarkDoor }
}

fn does(house: &House, who: &Principal, id: ProjectId, command: Command) -> Result<Stage, Refusal> {
    match house.app.act_on_project(who, house.code, ProjectDeed::of(id, command)).unwrap().wait() {
        Ok(project) => Ok(project.stage),
        Err(error) => Err(refusal(Err::<(), _>(error))),
    }
}

fn bill(quantity: u32) -> Bill {
    let lines = vec![BillLine { need: Need::DarkDoor, quantity, unit_price: 48_000 }];
    Bill { lines, fund: Fund::Street }
}

/// Up to the street's word.
fn approved(house: &House, request: RequestId) -> ProjectId {
    let who = house.who("甲某");
    let id = begun(house, &who, vec![request], vec![dark(house, 0), dark(house, 1)]).unwrap();
    let done = |command| does(house, &who, id, command).unwrap();
    done(Command::NameOwner { owner: Owner::Owners, words: None });
    done(Command::Consult { until: house.app.today(), words: None });
    let object = Command::Object { voice: Voice::HighFloor, words: text("晃眼。"), contact: false };
    let contact = Reporter { name: None, phone: Some(PHONE.to_owned()) };
    let deed = ProjectDeed { contact, ..ProjectDeed::of(id, object) };
    house.app.act_on_project(&who, house.code, deed).unwrap().wait().unwrap();
    done(Command::Answer { n: 0, heeded: true, words: text("加灯罩。") });
    done(Command::Council { agreed: true, yes: 5, no: 0, day: house.app.today(), words: None });
    assert_eq!(
        does(house, &who, id, Command::Design { bill: bill(0), words: text("一盏") }),
        Err(Refusal::QuantityZero)
    );
    done(Command::Design { bill: bill(1), words: text("一盏灯。") });
    let elsewhere = Serve {
        door: Door { unit: guanjia_domain::ids::UnitId(Uuid::nil()), ..door(house, 0) },
        partly: None,
    };
    let outside = does(house, &who, id, Command::Assign { item: 1, serves: vec![elsewhere] });
    assert_eq!(outside, Err(Refusal::OutsideScope { door: "1号楼".to_owned() }));
    done(Command::Assign { item: 1, serves: vec![Serve { door: door(house, 0), partly: None }] });
    done(Command::Submit { to: Party::StreetOffice });
    assert_eq!(does(house, &who, id, Command::Approve { words: None }), Err(Refusal::Forbidden));
    let street = Principal::plain(Role::System, house.code, None);
    does(house, &street, id, Command::Approve { words: None }).unwrap();
    id
}

#[test]
fn a_project_comes_to_its_end_and_everybody_is_told() {
    on_both_engines(|house| {
        let (who, request) = (house.who("甲某"), report(house, 7));
        let id = approved(house, request);
        let done = |command| does(house, &who, id, command);
        done(Command::BeginWorks { by: None }).unwrap();
        done(Command::Deliver { items: vec![1] }).unwrap();
        done(Command::Finish).unwrap();
        let close = || Command::Close { reply: text("装好了一盏灯。"), to: Vec::new() };
        assert_eq!(done(close()), Err(Refusal::NotAccepted));
        done(Command::Accept { words: None, photos: 0 }).unwrap();
        assert_eq!(done(close()), Ok(Stage::Closed));
        house.app.close_linked(&who, house.code, id, vec![request]).wait().unwrap();
        let (closed, plans, sheet) = house
            .app
            .db
            .read(|tx| -> guanjia_app::Result<_> {
                let closed = tx.request(house.code, request)?.unwrap();
                let resident = Principal::plain(Role::Resident, house.code, None);
                let plans = house.app.plans_of_request(tx, &resident, house.code, &closed)?;
                Ok((closed, plans, house.app.project_sheet(tx, &who, house.code, id)?))
            })
            .unwrap();
        assert_eq!((closed.state, closed.reply.is_some()), (State::Closed, true));
        assert_eq!((plans.len(), plans[0].own.len(), plans[0].counts[0].tally.served), (1, 1, 1));
        assert_eq!(plans[0].reply, "装好了一盏灯。");
        // The reporter is told on the link; two staircases wait, and a stranger's project says nothing to others.
        let waiting: Vec<u32> =
            sheet.told.iter().filter(|it| it.telling.told.is_none()).map(|it| it.n).collect();
        assert_eq!(waiting.len(), 2);
        let link = house.app.slip_link(house.code, id.0, &door(house, 1));
        let slip = house.app.db.read(|tx| house.app.open_slip(tx, house.code, &link)).unwrap();
        assert!(slip.may_say && slip.plan.is_some());
        let own = RequestId(Uuid::from_u128(9));
        let said = house.app.say_on_slip(house.code, &link, false, (own, "还是黑的。")).unwrap().wait();
        assert_eq!(said.unwrap(), Some(own), "who is not content has a request of their own");
        let again = house.app.say_on_slip(house.code, &link, true, (own, "")).unwrap().wait();
        assert_eq!(refusal(again), Refusal::ProjectChanged);
        done(Command::Tell { to: waiting, way: Way::Slip }).unwrap();
        let other = does(house, &house.who("乙某"), id, Command::Finish);
        assert_eq!(other, Err(Refusal::Forbidden), "another estate's steward");
        house.holds_together();
    });
}

#[test]
fn the_rights_desk_reaches_who_objected() {
    on_both_engines(|house| {
        let (secretary, request) = (house.who("书记"), report(house, 11));
        let id = approved(house, request);
        let held = |phone: &str| {
            house
                .app
                .db
                .read(|tx| house.app.held_of(tx, &secretary, house.code, phone))
                .map(|it| it.objections)
        };
        assert_eq!(held(PHONE).unwrap()[0].words, "晃眼。");
        let who = house.who("甲某");
        let shown = house.app.reveal_objector(&who, house.code, (id, 0), "回电").unwrap().wait().unwrap();
        assert_eq!(shown.phone, PHONE);
        let erased = house.app.erase_person(&secretary, house.code, PHONE, "本人要求").unwrap();
        assert_eq!(erased.objections, 1);
        assert!(held(PHONE).is_err());
        let sheet = house.app.db.read(|tx| house.app.project_sheet(tx, &who, house.code, id)).unwrap();
        assert_eq!(sheet.text(Some(sheet.project.objections[0].words)), "");
        house.holds_together();
    });
}

#[test]
fn not_now_goes_out_and_comes_back_on_its_day() {
    on_both_engines(|house| {
        let who = house.who("甲某");
        assert_eq!(begun(house, &who, Vec::new(), Vec::new()), Err(Refusal::NoDoors));
        let foreign = Demand {
            door: Door {
                building: house.building,
                unit: guanjia_domain::ids::UnitId(Uuid::nil()),
                room: None,
            },
            need: Need::Other,
        };
        let refused = begun(house, &who, Vec::new(), vec![foreign]);
        assert_eq!(refused, Err(Refusal::PlaceMismatch { field: "door" }));
        let id = begun(house, &who, Vec::new(), vec![dark(house, 1)]).unwrap();
        let until = house.app.today().saturating_add(30.days());
        let later = Command::NotNow { words: text("今年没有资金。"), until, to: Vec::new() };
        assert_eq!(does(house, &who, id, later), Ok(Stage::NotNow));
        let link = house.app.slip_link(house.code, id.0, &door(house, 1));
        let slip = house.app.db.read(|tx| house.app.open_slip(tx, house.code, &link)).unwrap();
        assert_eq!(slip.plan.unwrap().not_now.unwrap().0, "今年没有资金。");
        house.clock.pass(31 * DAY);
        house.app.tick().unwrap();
        let inbox = house.app.db.read(|tx| house.app.inbox(tx, &house.who("甲某"))).unwrap();
        assert!(inbox.iter().any(|it| it.notice.kind == "project_look_again" && it.project.is_some()));
        assert_eq!(does(house, &who, id, Command::TakeUp), Ok(Stage::Planned));
        house.holds_together();
    });
}
