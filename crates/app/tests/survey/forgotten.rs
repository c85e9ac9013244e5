//! Notes and photos go: when their time is over, and when somebody who lives there wishes it.

use super::answers::png;
use super::house::{DAY, House, on_both_engines};
use super::survey::{answer, read, running, send, with_note};
use guanjia_app::card::CardInput;
use guanjia_domain::Moment;
use guanjia_domain::card::{CardField, Stay};
use guanjia_domain::ids::SurveyId;
use guanjia_domain::survey::{KEPT_AFTER_ENDING, Said};

const WORDS: &str = "卧室朝北，白天也要开灯。";

fn with_note_and_photo(house: &House) -> SurveyId {
    let id = running(house);
    let mut one = with_note(answer(house, id, 0, Said::Affected), WORDS);
    one.photo = Some(house.app.store_photo(house.code, &png()).unwrap());
    send(house, "网格", id, vec![one]).unwrap();
    id
}

/// Note of the first affected door, and whether there is a photo.
fn kept(house: &House, id: SurveyId) -> (String, bool) {
    let sheet = |tx: &mut guanjia_store::Tx| house.app.survey_sheet(tx, &house.who("甲某"), house.code, id);
    let mut sheet = house.app.db.read(sheet).unwrap();
    let line = sheet.affected.remove(0);
    (line.note, line.photo)
}

#[test]
fn they_go_half_a_year_after_the_end_and_the_answers_stay() {
    on_both_engines(|house| {
        let id = with_note_and_photo(house);
        assert_eq!(kept(house, id), (WORDS.to_owned(), true));
        house.app.end_survey(&house.who("甲某"), house.code, id).wait().unwrap();
        house.clock.pass(KEPT_AFTER_ENDING - DAY);
        house.app.tick().unwrap();
        assert_eq!(kept(house, id).0, WORDS);
        house.clock.pass(2 * DAY);
        house.app.tick().unwrap();
        assert_eq!(kept(house, id), (String::new(), false));
        assert!(read(house, id).forgotten);
        assert_eq!(read(house, id).affected().len(), 1);
        house.holds_together();
    });
}

#[test]
fn whoever_lives_there_finds_and_erases_them() {
    on_both_engines(|house| {
        let id = with_note_and_photo(house);
        let (secretary, code) = (house.who("书记"), house.code);
        let room = read(house, id).doors[0].spot.room.unwrap();
        let texts = vec![(CardField::Name, "某住户".into()), (CardField::Phones, "13812340000".into())];
        let card = CardInput { texts, ..CardInput::default() };
        house.app.new_card(&house.who("甲某"), code, room, Stay::Owner, card).wait().unwrap();
        let held = |phone: &str| house.app.db.read(|tx| house.app.held_of(tx, &secretary, code, phone));
        assert_eq!(held("13812340000").unwrap().answers[0].note, WORDS);
        let erased = house.app.erase_person(&secretary, code, "13812340000", "本人要求").unwrap();
        assert_eq!((erased.answers, erased.photos, erased.cards), (1, 1, 1));
        assert_eq!(kept(house, id), (String::new(), false));
        assert!(held("13812340000").is_err());
        let list = house.app.db.read(|tx| -> guanjia_app::Result<_> { Ok(tx.all_erased()?) }).unwrap();
        assert!(list.iter().any(|it| it.kind == "note" && it.at > Moment(0)));
        for entry in std::fs::read_dir(house.folder.path()).unwrap().flatten() {
            let bytes = std::fs::read(entry.path()).unwrap_or_default();
            let found = bytes.windows(WORDS.len()).any(|window| window == WORDS.as_bytes());
            assert!(!found, "{}", entry.path().display());
        }
        house.holds_together();
    });
}
