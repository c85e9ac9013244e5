//! Answers: once, by the right people, the later visit first.

use super::house::{on_both_engines, refusal};
use super::survey::{answer, new, nowhere, plan, read, running, send, with_note};
use guanjia_app::survey::{Fate, SentAnswer};
use guanjia_domain::Refusal;
use guanjia_domain::ids::{AnswerId, RequestId};
use guanjia_domain::survey::{NewAnswer, Said, Way};

#[test]
fn an_answer_that_is_sent_a_hundred_times_counts_once() {
    on_both_engines(|house| {
        let id = running(house);
        let one = with_note(answer(house, id, 3, Said::Affected), "客厅白天要开灯。");
        let (app, who, code) = (&house.app, house.who("网格"), house.code);
        let sent: Vec<_> = (0..100).map(|_| app.answer_doors(&who, code, id, vec![one.clone()])).collect();
        let fates: Vec<_> = sent.into_iter().map(|it| it.wait().unwrap().remove(0).1).collect();
        assert_eq!(fates.iter().filter(|it| **it == Fate::Stored).count(), 1);
        assert_eq!(fates.iter().filter(|it| **it == Fate::Known).count(), 99);
        let survey = read(house, id);
        assert_eq!((survey.doors[3].trail.len(), survey.outcome().tally.affected), (1, 1));
        let other = SentAnswer { note: "别的话。".into(), ..one.clone() };
        assert_eq!(send(house, "网格", id, vec![other]).unwrap(), [Fate::Refused(Refusal::OtherAnswer)]);
        let sheet = app.db.read(|tx| app.survey_sheet(tx, &house.who("甲某"), code, id)).unwrap();
        assert_eq!(sheet.affected[0].note, "客厅白天要开灯。");
        house.holds_together();
    });
}

#[test]
fn one_that_is_refused_keeps_none_of_the_others_back() {
    on_both_engines(|house| {
        let id = running(house);
        let good = answer(house, id, 0, Said::NotAffected);
        let silent = SentAnswer { note: "没有同意。".into(), ..answer(house, id, 1, Said::Affected) };
        let fates =
            send(house, "网格", id, vec![nowhere(&good), silent, good.clone(), good.clone()]).unwrap();
        let consent = Refusal::KeptWithoutConsent { field: "note" };
        let expected =
            [Fate::Refused(Refusal::DoorNotInSurvey), Fate::Refused(consent), Fate::Stored, Fate::Known];
        assert_eq!(fates, expected);
        house.app.end_survey(&house.who("甲某"), house.code, id).wait().unwrap();
        let late = answer(house, id, 2, Said::Affected);
        let fates = send(house, "网格", id, vec![good, late]).unwrap();
        assert_eq!(fates, [Fate::Known, Fate::Refused(Refusal::SurveyEnded)]);
        house.holds_together();
    });
}

#[test]
fn of_two_at_the_same_door_the_later_visit_holds_and_both_stay() {
    on_both_engines(|house| {
        let id = running(house);
        let first = answer(house, id, 0, Said::NobodyHome);
        let mut second = answer(house, id, 0, Said::Affected);
        second.answer = NewAnswer { visit: 2, way: Way::ByPhone, ..second.answer };
        send(house, "甲某", id, vec![second]).unwrap();
        send(house, "网格", id, vec![first]).unwrap();
        let door = read(house, id).doors.remove(0);
        assert_eq!((door.said(), door.trail.len()), (Some(Said::Affected), 2));
        for who in ["乙某", "书记"] {
            let refused = send(house, who, id, vec![answer(house, id, 1, Said::Affected)]);
            assert_eq!(refusal(refused), Refusal::Forbidden, "{who}");
        }
        house.holds_together();
    });
}

#[test]
fn before_the_beginning_nothing_is_taken() {
    on_both_engines(|house| {
        let id = plan(house, "甲某", new(house)).unwrap();
        let fates = send(house, "甲某", id, vec![answer(house, id, 0, Said::Affected)]).unwrap();
        assert_eq!(fates, [Fate::Refused(Refusal::NotBegun)]);
    });
}

/// The id of an answer is chosen by a phone: it must not reach what belongs to something else.
#[test]
fn no_photo_is_put_under_the_id_of_something_else() {
    on_both_engines(|house| {
        let id = running(house);
        let mut one = answer(house, id, 0, Said::Affected);
        one.answer.consent = true;
        let png = png();
        one.photo = Some(house.app.store_photo(house.code, &png).unwrap());
        assert_eq!(send(house, "网格", id, vec![one.clone()]).unwrap(), [Fate::Stored]);
        let photos = house.app.db.read(|tx| tx.photos(house.code, RequestId(one.answer.id.0))).unwrap();
        assert_eq!(photos.len(), 1);
        let other = running(house);
        let again =
            NewAnswer { id: AnswerId(one.answer.id.0), ..answer(house, other, 0, Said::Affected).answer };
        let again = SentAnswer { answer: NewAnswer { consent: true, ..again }, ..one };
        assert_eq!(send(house, "网格", other, vec![again]).unwrap(), [Fate::Refused(Refusal::OtherAnswer)]);
    });
}

/// A picture of a few pixels.
pub fn png() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(8, 8, image::Rgb([20, 40, 60]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}
