//! A survey of building 1 of the first estate: two units, six floors, two rooms a floor.

use super::house::House;
use guanjia_app::Result;
use guanjia_app::survey::{Fate, NewSurvey, Scope, SentAnswer};
use guanjia_domain::ids::{AnswerId, SurveyId};
use guanjia_domain::survey::{AskedAt, NewAnswer, Said, Survey, Template, Way};
use uuid::Uuid;

pub fn new(house: &House) -> NewSurvey {
    let template = Template { asked_at: AskedAt::Rooms, since: true, photo: true, note: true };
    let scope = Scope { buildings: [house.building].into(), ..Scope::default() };
    NewSurvey {
        estate: house.estates[0],
        issue: None,
        matter: Some("0201".into()),
        template,
        question: "树木是否挡住您家采光？".into(),
        hint: "您好，我是社区网格员。".into(),
        scope,
    }
}

pub fn plan(house: &House, who: &str, new: NewSurvey) -> Result<SurveyId> {
    house.app.plan_survey(&house.who(who), house.code, new)?.wait()
}

/// Planned, shared out to the grid worker, begun.
pub fn running(house: &House) -> SurveyId {
    let id = plan(house, "甲某", new(house)).unwrap();
    let (who, code) = (house.who("甲某"), house.code);
    house.app.share_survey(&who, code, id, vec![house.staff["网格"]]).wait().unwrap();
    house.app.begin_survey(&who, code, id).wait().unwrap();
    id
}

pub fn read(house: &House, id: SurveyId) -> Survey {
    house.app.db.read(|tx| tx.survey(house.code, id)).unwrap().unwrap()
}

pub fn answer(house: &House, survey: SurveyId, door: usize, said: Said) -> SentAnswer {
    let door = read(house, survey).doors[door].spot.id();
    let (id, way) = (AnswerId(house.app.id().unwrap()), Way::AtDoor);
    let answer =
        NewAnswer { id, door, visit: 1, said, since: None, way, consent: false, note: false, photo: false };
    SentAnswer { answer, note: String::new(), photo: None }
}

pub fn with_note(mut sent: SentAnswer, note: &str) -> SentAnswer {
    sent.answer.consent = true;
    sent.note = note.into();
    sent
}

pub fn send(house: &House, who: &str, id: SurveyId, sent: Vec<SentAnswer>) -> Result<Vec<Fate>> {
    let fates = house.app.answer_doors(&house.who(who), house.code, id, sent).wait()?;
    Ok(fates.into_iter().map(|(_, fate)| fate).collect())
}

pub fn nowhere(sent: &SentAnswer) -> SentAnswer {
    let answer = NewAnswer { door: Uuid::from_u128(5), ..sent.answer };
    SentAnswer { answer: NewAnswer { id: AnswerId(Uuid::from_u128(6)), ..answer }, ..sent.clone() }
}
