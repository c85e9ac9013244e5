//! Calls for help on both engines: from the steward over the street to a bureau and back, what a resident sees, days
//! that remind, what may not be handed down, and what the rights desk reaches.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

#[path = "calls/figures.rs"]
mod figures;
#[path = "support/filled.rs"]
mod filled;
#[path = "own_work/house.rs"]
#[allow(dead_code, reason = "the house of other tests has more rooms than are needed here")]
mod house;
#[path = "calls/night.rs"]
mod night;
#[path = "../../store/tests/support/postgres.rs"]
mod postgres;

use guanjia_app::call::{CallDeed, DutyAt, NewCall};
use guanjia_app::people::NewOrganisation;
use guanjia_app::place::NewCommunity;
use guanjia_app::request::{Filing, Reporter};
use guanjia_domain::call::{Call, Command, DutyEntry, HandlingUnit, ListedRule, Stage, Step};
use guanjia_domain::ids::{CallId, OrganisationId, RequestId};
use guanjia_domain::people::OrganisationKind;
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{Channel, Place};
use guanjia_domain::text::Text;
use guanjia_domain::{Actor, CommunityCode, Event, HouseEvent, Refusal, Role, Subject};
use house::{DAY, House, on_both_engines, refusal};
use jiff::ToSpan;
use uuid::Uuid;

const PHONE: &str = "13911110000";
const NAME: &str = "示例住户甲";
const HOUSING: OrganisationId = OrganisationId(Uuid::from_u128(77));
const STREET: HandlingUnit = HandlingUnit::StreetOffice;
const BUREAU: HandlingUnit = HandlingUnit::Bureau(HOUSING);

fn text(words: &str) -> Text {
    Text::new("words", words).unwrap()
}

fn street_code() -> CommunityCode {
    "L900".parse().unwrap()
}

fn street() -> Principal {
    Principal::plain(Role::StreetOffice, street_code(), None)
}

/// The house below a street office, with a bureau on its list.
fn below_a_street(house: &House) {
    let app = &house.app;
    let (supervision, emergency) = (String::new(), Vec::new());
    let (name, full_name) = ("示例街道办事处".to_owned(), String::new());
    let office = NewCommunity { code: street_code(), name, full_name, street: None, supervision, emergency };
    app.found_community(Actor::SYSTEM, office).wait().unwrap();
    let (its, code) = (app.clone(), house.code);
    let done = app.db.write(code, move |tx| -> guanjia_app::Result<()> {
        let before = tx.entity(code, Subject::Community)?;
        let (name, street) = ("示例社区".to_owned(), Some(street_code()));
        let body = HouseEvent::CommunityFounded { name, full_name: String::new(), street }.into();
        let event = Event { at: its.now(), actor: Actor::SYSTEM, subject: Subject::Community, body };
        tx.record(code, before, &[event])?;
        let new = NewOrganisation {
            id: HOUSING,
            kind: OrganisationKind::DistrictBureau,
            name: "示例区住建局".to_owned(),
            phone: String::new(),
            estates: Vec::new(),
        };
        its.put_organisation(tx, &Principal::plain(Role::System, code, None), code, &new)
    });
    done.wait().unwrap();
}

fn report(house: &House, n: u128) -> RequestId {
    report_of(house, n, "0201")
}

fn report_of(house: &House, n: u128, matter: &str) -> RequestId {
    let id = RequestId(Uuid::from_u128(n));
    let place = Place { estate: house.estates[0], building: Some(house.building), unit: None, room: None };
    let filing = Filing {
        id,
        place,
        text: "树太高，屋里整天黑。".to_owned(),
        matter: Some(matter.to_owned()),
        channel: Channel::Web,
        urgent: false,
        on_behalf: false,
        reporter: Reporter { name: Some(NAME.to_owned()), phone: Some(PHONE.to_owned()) },
        photos: Vec::new(),
        done_on_spot: false,
    };
    let who = Principal::plain(Role::Resident, house.code, None);
    house.app.file_request(&who, house.code, filing).unwrap().wait().unwrap();
    id
}

fn blown(
    house: &House,
    who: &Principal,
    requests: Vec<RequestId>,
    to: HandlingUnit,
) -> Result<CallId, Refusal> {
    blown_by_list(house, who, requests, to, None)
}

fn blown_by_list(
    house: &House,
    who: &Principal,
    requests: Vec<RequestId>,
    to: HandlingUnit,
    duty: Option<&str>,
) -> Result<CallId, Refusal> {
    let new = NewCall {
        id: CallId(house.app.id().unwrap()),
        estate: house.estates[0],
        requests,
        to,
        by_when: house.app.today().saturating_add(5.days()),
        asked: "请派人看 18 棵树，报批修剪。".to_owned(),
        tried: format!("物业说要报批；{NAME} 家最暗。"),
        duty: duty.map(str::to_owned),
    };
    match house.app.blow_call(who, house.code, new).unwrap().wait() {
        Ok(id) => Ok(id),
        Err(error) => Err(refusal(Err::<(), _>(error))),
    }
}

fn does(house: &House, who: &Principal, call: CallId, command: Command) -> Result<Call, Refusal> {
    let deed = CallDeed { call, seen: None, command };
    match house.app.act_on_call(who, house.code, deed).wait() {
        Ok(call) => Ok(call),
        Err(error) => Err(refusal(Err::<(), _>(error))),
    }
}

fn told(house: &House, who: &Principal, kind: &str) -> bool {
    let inbox = house.app.db.read(|tx| house.app.inbox(tx, who)).unwrap();
    inbox.iter().any(|it| it.notice.kind == kind && it.call.is_some())
}

#[test]
fn from_the_steward_over_the_street_to_a_bureau_and_back() {
    on_both_engines(|house| {
        below_a_street(house);
        let (app, steward, street) = (&house.app, house.who("甲某"), street());
        let request = report(house, 7);
        let id = blown(house, &steward, vec![request], STREET).unwrap();
        assert!(told(house, &street, "call_blown"));
        let stand = || app.db.read(|tx| app.calls_about(tx, house.code, request)).unwrap().remove(0);
        assert_eq!(
            (stand().lead.unit, stand().asked.unwrap().name),
            (HandlingUnit::Steward, "示例街道办事处".into())
        );
        let sheet = app.db.read(|tx| app.call_sheet(tx, &street, house.code, id)).unwrap();
        assert!(sheet.may(Step::Accept) && !sheet.may(Step::Withdraw));
        assert_eq!(sheet.file[0].text, "树太高，屋里整天黑。");
        assert!(app.db.read(|tx| app.call_sheet(tx, &house.who("乙某"), house.code, id)).is_err());
        does(house, &street, id, Command::Accept).unwrap();
        assert!(told(house, &steward, "call_accepted"), "the steward stays accountable");
        does(house, &street, id, Command::Pass { to: BUREAU, words: text("请来看灯"), duty: None }).unwrap();
        let back = blown_by_list(house, &street, Vec::new(), HandlingUnit::Steward, None);
        assert_eq!(back, Err(Refusal::NotOnDutyList));
        // The bureau has no account: it answers on its link.
        does(house, &street, id, Command::GiveLink { to: HOUSING }).unwrap();
        let secret =
            app.db.read(|tx| app.call_sheet(tx, &street, house.code, id)).unwrap().links[0].secret.clone();
        let link = app.db.read(|tx| app.open_call_link(tx, house.code, &secret)).unwrap();
        assert_eq!(link.call, id);
        let bureau = link.who;
        does(house, &bureau, id, Command::Accept).unwrap();
        assert_eq!((stand().lead.name.as_str(), stand().asked), ("示例区住建局", None));
        let until = app.today().saturating_add(9.days());
        does(house, &bureau, id, Command::Plan { until, words: text("周五看现场") }).unwrap();
        assert_eq!(stand().due, until);
        let units = vec![BUREAU, STREET, HandlingUnit::Steward];
        does(house, &steward, id, Command::SetVisit { day: app.today(), units: units.clone() }).unwrap();
        does(house, &bureau, id, Command::HoldVisit { n: 0, units, words: text("18 棵") }).unwrap();
        does(house, &bureau, id, Command::Answer { words: text("已修剪") }).unwrap();
        let foreign = does(house, &bureau, id, Command::Finish { words: None });
        assert_eq!(foreign, Err(Refusal::NotFound), "a link ends nothing");
        let over = does(house, &steward, id, Command::Finish { words: None }).unwrap();
        assert_eq!((over.stage, over.words), (Stage::Finished, 6));
        assert!(app.db.read(|tx| app.open_call_link(tx, house.code, "00")).is_err());
        let lines = app.db.read(|tx| app.calls(tx, &street)).unwrap();
        assert!(lines.len() == 1 && lines[0].is_to_me && !lines[0].is_mine);
        house.holds_together();
    });
}

#[test]
fn a_link_is_given_anew_and_revoked_and_the_old_one_is_over() {
    on_both_engines(|house| {
        below_a_street(house);
        let (app, steward, street) = (&house.app, house.who("甲某"), street());
        let id = blown(house, &steward, vec![report(house, 11)], STREET).unwrap();
        does(house, &street, id, Command::Accept).unwrap();
        does(house, &street, id, Command::Pass { to: BUREAU, words: text("请来"), duty: None }).unwrap();
        let given =
            |who: &Principal| app.db.read(|tx| app.call_sheet(tx, who, house.code, id)).unwrap().links;
        let opens = |secret: &str| app.db.read(|tx| app.open_call_link(tx, house.code, secret)).is_ok();
        does(house, &steward, id, Command::GiveLink { to: HOUSING }).unwrap();
        let first = given(&steward).remove(0);
        assert!(opens(&first.secret) && !first.is_over && given(&street).len() == 1);
        // A new one ends the old one.
        does(house, &steward, id, Command::GiveLink { to: HOUSING }).unwrap();
        let second = given(&steward).remove(0);
        assert!(second.secret != first.secret && opens(&second.secret) && !opens(&first.secret));
        // After its ninety days it is seen as ended, says what to do, and can be given anew.
        house.clock.pass(90 * DAY);
        let ended = app.db.read(|tx| app.open_call_link(tx, house.code, &second.secret));
        assert_eq!(refusal(ended), Refusal::CallLinkEnded);
        assert!(given(&steward)[0].is_over);
        let bureau = Principal::plain(Role::Organisation, house.code, Some(HOUSING.0));
        let foreign = does(house, &bureau, id, Command::GiveLink { to: HOUSING });
        assert!(foreign.is_err(), "who has a link gives none");
        does(house, &steward, id, Command::GiveLink { to: HOUSING }).unwrap();
        let third = given(&steward).remove(0);
        assert!(opens(&third.secret) && !opens(&second.secret));
        // Revoked, it is gone from the page too.
        assert!(does(house, &bureau, id, Command::RevokeLink { to: HOUSING }).is_err());
        does(house, &steward, id, Command::RevokeLink { to: HOUSING }).unwrap();
        assert!(!opens(&third.secret) && given(&steward).is_empty());
        house.holds_together();
    });
}

#[test]
fn who_declined_is_invited_again() {
    on_both_engines(|house| {
        below_a_street(house);
        let (app, steward, street) = (&house.app, house.who("甲某"), street());
        let id = blown(house, &steward, vec![report(house, 12)], STREET).unwrap();
        does(house, &street, id, Command::Accept).unwrap();
        let invite = || does(house, &steward, id, Command::Invite { units: vec![BUREAU] });
        invite().unwrap();
        assert!(invite().is_err(), "who has not answered is not asked twice");
        does(house, &steward, id, Command::GiveLink { to: HOUSING }).unwrap();
        let secret = || {
            let sheet = app.db.read(|tx| app.call_sheet(tx, &steward, house.code, id)).unwrap();
            sheet.links[0].secret.clone()
        };
        let its = secret();
        let open = || app.db.read(|tx| app.open_call_link(tx, house.code, &its));
        let bureau = open().unwrap().who;
        let rule = Some(ListedRule::BeyondDuties);
        does(house, &bureau, id, Command::Excuse { words: text("没有人"), rule, typed: None }).unwrap();
        assert_eq!(refusal(open()), Refusal::CallLinkEnded);
        assert!(does(house, &steward, id, Command::GiveLink { to: HOUSING }).is_err(), "it is not asked");
        invite().unwrap();
        assert_eq!(open().unwrap().call, id);
        let joined = does(house, &bureau, id, Command::Join).unwrap();
        assert_eq!(joined.assists.len(), 1);
        assert!(!joined.has_declined(BUREAU));
        house.holds_together();
    });
}

#[test]
fn declined_with_a_rule_and_never_round() {
    on_both_engines(|house| {
        below_a_street(house);
        let (app, secretary, street) = (&house.app, house.who("书记"), street());
        let request = report(house, 8);
        let id = blown(house, &house.who("甲某"), vec![request], HandlingUnit::Secretary).unwrap();
        does(house, &secretary, id, Command::Accept).unwrap();
        does(house, &secretary, id, Command::Pass { to: STREET, words: text("请协调"), duty: None }).unwrap();
        let bare = Command::Decline { words: text("不归我们"), rule: None, typed: None };
        assert_eq!(does(house, &street, id, bare), Err(Refusal::RuleMissing));
        let rule = Some(ListedRule::BeyondDuties);
        let declined =
            does(house, &street, id, Command::Decline { words: text("归区里"), rule, typed: None });
        assert_eq!(declined.unwrap().lead, HandlingUnit::Secretary);
        does(house, &secretary, id, Command::Pass { to: BUREAU, words: text("请来"), duty: None }).unwrap();
        let bureau = Principal::plain(Role::Organisation, house.code, Some(HOUSING.0));
        does(house, &bureau, id, Command::Accept).unwrap();
        let duty = Some("02".to_owned());
        let back = Command::Pass { to: HandlingUnit::Steward, words: text("你们自己办"), duty };
        let Err(Refusal::CyclicCall { way }) = does(house, &bureau, id, back) else { unreachable!() };
        assert_eq!(way, ["示例区住建局", "steward", "secretary", "示例区住建局"]);
        let stale = CallDeed { call: id, seen: Some(1), command: Command::Answer { words: text("好") } };
        assert_eq!(refusal(app.act_on_call(&bureau, house.code, stale).wait()), Refusal::CallChanged);
        house.holds_together();
    });
}

#[test]
fn only_what_the_duty_list_holds_is_handed_down() {
    on_both_engines(|house| {
        below_a_street(house);
        let (app, secretary, street) = (&house.app, house.who("书记"), street());
        let down = |duty| blown_by_list(house, &street, Vec::new(), HandlingUnit::Steward, duty);
        assert!(matches!(down(Some("51")), Err(Refusal::OnlyAssists { .. })));
        assert_eq!(down(Some("08")), Err(Refusal::NotOnDutyList));
        let entry = DutyEntry {
            zh: "登记  犬只".to_owned(),
            en: String::new(),
            basis: "区职责清单第 8 项".to_owned(),
            leads: true,
            retired: false,
        };
        let put = |who: &Principal| app.set_duty_entry(who, house.code, DutyAt::New, entry.clone()).wait();
        assert_eq!(refusal(put(&house.who("甲某"))), Refusal::Forbidden);
        put(&secretary).unwrap();
        let id = down(Some("08")).unwrap();
        assert!(told(house, &house.who("甲某"), "call_blown"));
        let sheet = app.db.read(|tx| app.call_sheet(tx, &house.who("甲某"), house.code, id)).unwrap();
        assert_eq!(sheet.duties.get("08").unwrap().zh, "登记 犬只");
        assert!(sheet.may(Step::Accept) && sheet.may(Step::Decline));
        assert_eq!(down(None), Err(Refusal::NotOnDutyList));
        house.holds_together();
    });
}

#[test]
fn the_day_reminds_and_a_day_that_moved_does_not() {
    on_both_engines(|house| {
        below_a_street(house);
        let (app, steward, street) = (&house.app, house.who("甲某"), street());
        let id = blown(house, &steward, vec![report(house, 9)], STREET).unwrap();
        does(house, &street, id, Command::Accept).unwrap();
        let until = app.today().saturating_add(20.days());
        does(house, &street, id, Command::Plan { until, words: text("报批要时间") }).unwrap();
        house.clock.pass(8 * DAY);
        app.tick().unwrap();
        assert!(!told(house, &steward, "call_due"), "the day was moved");
        house.clock.pass(12 * DAY);
        app.tick().unwrap();
        assert!(told(house, &steward, "call_due") && told(house, &street, "call_due"));
        assert!(!told(house, &house.who("书记"), "call_overdue"));
        house.clock.pass(DAY);
        app.tick().unwrap();
        assert!(told(house, &house.who("书记"), "call_overdue"), "the secretary hears what is late");
        house.holds_together();
    });
}

#[test]
fn the_rights_desk_reaches_what_names_somebody() {
    on_both_engines(|house| {
        below_a_street(house);
        let (app, secretary, steward) = (&house.app, house.who("书记"), house.who("甲某"));
        let own = report(house, 10);
        let id = blown(house, &steward, vec![own], STREET).unwrap();
        let held = app.db.read(|tx| app.held_of(tx, &secretary, house.code, PHONE)).unwrap();
        assert_eq!((held.calls.len(), held.calls[0].words.len()), (1, 2));
        let erased = app.erase_person(&secretary, house.code, PHONE, "本人要求").unwrap();
        assert_eq!(erased.calls, 1);
        let sheet = app.db.read(|tx| app.call_sheet(tx, &steward, house.code, id)).unwrap();
        assert_eq!((sheet.text(Some(0)), sheet.text(Some(1)), sheet.file[0].text.as_str()), ("", "", ""));
        house.holds_together();
    });
}

#[test]
fn a_call_never_takes_the_id_of_something_else() {
    on_both_engines(|house| {
        let id = report(house, 5);
        let steward = house.who("甲某");
        let words = |tx: &mut guanjia_store::Tx| house.app.detail(tx, &steward, house.code, id);
        let before = house.app.db.read(words).unwrap().text;
        let new = NewCall {
            id: CallId(id.0),
            estate: house.estates[0],
            requests: Vec::new(),
            to: HandlingUnit::Secretary,
            by_when: house.app.today().saturating_add(5.days()),
            duty: None,
            asked: "请支援".to_owned(),
            tried: "试过".to_owned(),
        };
        let refused = house.app.blow_call(&steward, house.code, new).unwrap().wait();
        assert_eq!(refusal(refused), Refusal::NotFound);
        assert_eq!(house.app.db.read(words).unwrap().text, before);
    });
}
