//! The confidential file of a mediation.

use super::house::{DAY, House, on_both_engines, refusal};
use guanjia_app::AppError;
use guanjia_app::own_work::{MediationFile, NewMediation};
use guanjia_app::request::Reporter;
use guanjia_domain::Refusal;
use guanjia_domain::ids::{MediationId, StaffId};
use guanjia_domain::own_work::{Dispute, KEPT_AFTER_CLOSING, Outcome};
use guanjia_domain::permission::Principal;
use guanjia_domain::{Role, own_work};
use guanjia_store::access::AccessFilter;
use guanjia_store::copy::COPIED;
use guanjia_store::value::Value;
use uuid::Uuid;

const NAME: &str = "欧阳静夜";
const PHONE: &str = "13812340001";
const WORDS: &str = "楼上半夜拖桌子，老人整夜睡不着。";

fn new(house: &House, mediator: Option<StaffId>) -> NewMediation {
    let party = |name: &str, phone: &str| Reporter { name: Some(name.into()), phone: Some(phone.into()) };
    let [estate, _] = house.estates;
    NewMediation {
        dispute: Dispute::Noise,
        parties: vec![(estate, party(NAME, PHONE)), (estate, party("司马喧", "13812340002"))],
        mediator,
        words: WORDS.into(),
    }
}

fn open(house: &House, who: &str, mediator: Option<StaffId>) -> Result<MediationId, AppError> {
    house.app.open_mediation(&house.who(who), house.code, &new(house, mediator))?.wait()
}

fn read(house: &House, who: &Principal, id: MediationId) -> Result<MediationFile, AppError> {
    house.app.read_mediation(who, house.code, id).wait()
}

fn listed(house: &House, who: &Principal) -> usize {
    house.app.db.read(|tx| house.app.mediations(tx, who, house.code)).unwrap().len()
}

/// Whether the vault keeps anything of the file, and whether a phone leads to it.
fn kept(house: &House, id: MediationId) -> usize {
    let mut rows = 0;
    for table in COPIED.iter().filter(|table| ["vault", "contact"].contains(&table.name)) {
        let count = |row: &[Value]| {
            rows += usize::from(row.iter().any(|it| *it == Value::from(id.0)));
            Ok(())
        };
        house.app.db.read(|tx| tx.copy_out(table, count)).unwrap();
    }
    rows
}

#[test]
fn the_steward_and_the_mediator_read_it_and_for_others_it_is_not_there() {
    on_both_engines(|house| {
        let mediator = house.staff["网格"];
        let id = open(house, "甲某", Some(mediator)).unwrap();
        let file = read(house, &house.who("甲某"), id).unwrap();
        assert_eq!((file.parties[0].0.name.as_str(), file.words.as_str()), (NAME, WORDS));
        assert!(read(house, &house.who("网格"), id).is_ok());
        let mut others: Vec<Principal> = ["书记", "乙某", "丙某"].map(|name| house.who(name)).into();
        for role in Role::ALL.into_iter().filter(|role| *role != Role::System) {
            others.push(Principal::plain(role, house.code, Some(Uuid::from_u128(9))));
            others.push(Principal::plain(role, "L002".parse().unwrap(), Some(mediator.0)));
        }
        for who in &others {
            let nothing = MediationId(Uuid::from_u128(1));
            assert_eq!(refusal(read(house, who, id)), Refusal::NotFound, "{:?}", who.role);
            assert_eq!(refusal(read(house, who, nothing)), Refusal::NotFound);
            assert_eq!(listed(house, who), 0);
            let closed = house.app.close_mediation(who, house.code, id, Outcome::Agreed).wait();
            assert_eq!(refusal(closed), Refusal::NotFound);
        }
        // A deputy stands in for requests, not here.
        let deputy = Principal { deputises: vec![house.estates[0]], ..house.who("丙某") };
        assert!(read(house, &deputy, id).is_err());
        // Both readings are in the access log, and no refused one.
        let log =
            house.app.db.read(|tx| tx.accesses(house.code, &AccessFilter::default(), None, 100)).unwrap();
        let readings = log.iter().filter(|(_, it)| it.action == "read_mediation" && it.object == id.0);
        assert_eq!(readings.count(), 2);
        // Another mediator: the first does not find it any more.
        house.app.name_mediator(&house.who("甲某"), house.code, id, None).wait().unwrap();
        assert!(read(house, &house.who("网格"), id).is_err());
        assert!(matches!(open(house, "乙某", None), Err(AppError::Refused(Refusal::NotFound))));
        assert!(open(house, "乙某", Some(house.staff["乙某"])).is_ok());
        house.holds_together();
    });
}

#[test]
fn what_is_agreed_is_written_down_and_after_its_time_only_the_fact_stays() {
    on_both_engines(|house| {
        let (steward, id) = (house.who("甲某"), open(house, "甲某", None).unwrap());
        let today = house.app.today();
        let add = |words: &str, agreed| {
            house.app.add_to_mediation(&steward, house.code, id, (today, words, agreed))?.wait()
        };
        add("双方见面。", false).unwrap();
        add("十点以后不拖桌子。", true).unwrap();
        add("十点以后不拖桌子，桌脚装软垫。", true).unwrap();
        let tomorrow = today.tomorrow().unwrap();
        assert!(house.app.add_to_mediation(&steward, house.code, id, (tomorrow, "还没有", false)).is_err());
        let file = read(house, &steward, id).unwrap();
        assert_eq!(file.meetings.len(), 1);
        assert_eq!(file.agreement.unwrap().1, "十点以后不拖桌子，桌脚装软垫。");
        house.app.close_mediation(&steward, house.code, id, Outcome::Agreed).wait().unwrap();
        assert_eq!(refusal(add("后来", false)), Refusal::WorkEnded);
        house.clock.pass(KEPT_AFTER_CLOSING - DAY);
        house.app.tick().unwrap();
        assert!(kept(house, id) > 0);
        house.clock.pass(2 * DAY);
        house.app.tick().unwrap();
        assert_eq!(kept(house, id), 0);
        let file = read(house, &steward, id).unwrap();
        assert!(file.words.is_empty() && file.parties[0].0.is_empty());
        assert_eq!(file.file.closed.unwrap().1, Outcome::Agreed);
        assert!(matches!(file.file, own_work::Mediation { forgotten: true, dispute: Dispute::Noise, .. }));
        house.holds_together();
    });
}

#[test]
fn the_rights_desk_finds_and_erases_it_without_reading_it() {
    on_both_engines(|house| {
        let (secretary, id) = (house.who("书记"), open(house, "甲某", None).unwrap());
        let held = house.app.db.read(|tx| house.app.held_of(tx, &secretary, house.code, PHONE)).unwrap();
        assert_eq!(held.mediations.len(), 1);
        let told = format!("{held:?}");
        assert!(!told.contains(NAME) && !told.contains(WORDS) && told.contains("和平苑"));
        // Names and words stand in clear in no file.
        for entry in std::fs::read_dir(house.folder.path()).unwrap().flatten() {
            let Ok(bytes) = std::fs::read(entry.path()) else { continue };
            for word in [NAME, WORDS, PHONE] {
                assert!(
                    !bytes.windows(word.len()).any(|part| part == word.as_bytes()),
                    "{word} in {entry:?}"
                );
            }
        }
        let erased = house.app.erase_person(&secretary, house.code, PHONE, "本人要求").unwrap();
        assert_eq!(erased.mediations, 1);
        assert_eq!(kept(house, id), 0);
        assert!(house.app.erase_person(&secretary, house.code, PHONE, "再来").is_err());
        let add = house.app.add_to_mediation(
            &house.who("甲某"),
            house.code,
            id,
            (house.app.today(), "还想补充", false),
        );
        assert_eq!(refusal(add.unwrap().wait()), Refusal::WorkEnded);
        house.holds_together();
    });
}
