//! The words that are read out: a community's own are further versions, and old consents keep theirs.

use super::community::{TODAY, on_both_engines};
use guanjia_app::card::{NewConsent, NewConsentText};
use guanjia_app::{AppError, Result};
use guanjia_domain::card::{ConsentKind, How};
use guanjia_domain::permission::Principal;
use guanjia_domain::{Refusal, Role};
use guanjia_store::verify::verify;
use uuid::Uuid;

const OWN: &str = "本社区想记下您需要的关怀，每年一月逐户再问一次。";
const NEXT: &str = "本社区想记下您需要的关怀，每半年再问一次。";

#[test]
fn other_words_are_another_version_and_old_consents_keep_theirs() {
    on_both_engines(|house| {
        let (app, code, care) = (&house.app, house.code, ConsentKind::Care);
        let secretary = house.secretary.clone();
        let officer = Principal::plain(Role::Officer, code, Some(Uuid::from_u128(9)));
        let set = |who: &Principal, seen: u16, zh: &str| -> Result<()> {
            let new = NewConsentText { kind: care, seen, zh: zh.into(), en: String::new() };
            app.set_consent_text(who, code, new).wait()
        };
        let told = |outcome: Result<()>| match outcome {
            Err(AppError::Refused(refusal)) => Some(refusal),
            _ => None,
        };
        let room = house.room(house.estate(0), 0);
        let (old, new) = (
            house.known(room, "欧阳灯影", "13812340001", "1949-12-31"),
            house.known(room, "王某某", "13812340002", "1950-12-31"),
        );
        house.agree(old, care, "").unwrap();
        assert_eq!(told(set(&officer, 1, OWN)), Some(Refusal::Forbidden));
        assert_eq!(told(set(&secretary, 1, " ")), Some(Refusal::TextMissing { field: "zh" }));
        set(&secretary, 1, OWN).unwrap();
        assert_eq!(told(set(&secretary, 1, NEXT)), Some(Refusal::CardChanged), "somebody was faster");
        set(&secretary, 2, OWN).unwrap();
        let texts = app.db.read(|tx| app.consent_texts(tx, &secretary, code)).unwrap();
        assert_eq!(texts.version(care), 2, "the same words are no new version");
        assert_eq!((texts.of(care, 2).unwrap().zh.as_str(), texts.of(care, 1)), (OWN, None));
        assert_eq!(texts.version(ConsentKind::Notes), 1);

        // Nobody agrees any more to words that are not read out.
        let late = house.agree(new, care, "");
        assert_eq!(told(late), Some(Refusal::CardChanged), "the page is older than the words");
        house.agree_to(new, care, 2, "").unwrap();
        set(&secretary, 2, NEXT).unwrap();
        let consent = |id| {
            let sheet = app.db.read(|tx| app.card_sheet(tx, &secretary, code, id)).unwrap();
            let line = &sheet.consents[0];
            let own = sheet.texts.of(care, line.given.consent.version).map(|it| it.zh.clone());
            (line.given.consent.version, line.holds, own)
        };
        assert_eq!(consent(old), (1, true, None));
        assert_eq!(consent(new), (2, true, Some(OWN.to_owned())));

        // Withdrawn it is as before, and can be given on today's words.
        app.withdraw(&secretary, code, old, 0).wait().unwrap();
        assert!(!consent(old).1);
        house.agree_to(old, care, 3, "").unwrap();
        assert_eq!(consent(old), (3, true, Some(NEXT.to_owned())));

        // A paper that was signed before there were other words, and is typed in now.
        app.withdraw(&secretary, code, new, 0).wait().unwrap();
        let paper = NewConsent {
            kind: care,
            version: 3,
            guardian_phone: String::new(),
            how: How::Signed,
            given_on: TODAY.yesterday().unwrap(),
            words: String::new(),
        };
        app.agree(&secretary, code, new, house.version(new), paper).wait().unwrap();
        assert_eq!(consent(new), (1, true, None));
        assert_eq!(verify(&app.db, &mut |_| {}).unwrap().fault, None);
    });
}
