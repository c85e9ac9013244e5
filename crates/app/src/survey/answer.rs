//! Taking answers in, many at a time: from a phone that had no signal, or from the steward's desk.

use super::texts::note_slot;
use crate::error::{AppError, Result};
use crate::office::App;
use crate::request::StoredPhoto;
use guanjia_domain::calendar::china_time;
use guanjia_domain::ids::{AnswerId, RequestId, SurveyId};
use guanjia_domain::permission::{Action, Principal};
use guanjia_domain::survey::{NewAnswer, Survey, SurveyEvent};
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Entity, Event, Refusal, Subject};
use guanjia_store::{Answer, StoreError, Tx};

/// An answer as it was sent.
#[derive(Clone, Debug)]
pub struct SentAnswer {
    /// The answer. Whether there is a note and a photo follows from the other fields.
    pub answer: NewAnswer,
    /// The note; may be empty.
    pub note: String,
    /// The photo, whose files are on the disk already.
    pub photo: Option<StoredPhoto>,
}

/// What became of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is stored.
    Stored,
    /// It was stored before.
    Known,
    /// It is not; the others are.
    Refused(Refusal),
}

impl App {
    /// Takes answers in, in one transaction. Each is judged by itself: one that is refused keeps none of the others
    /// back, and one that was sent before changes nothing.
    pub fn answer_doors(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: SurveyId,
        sent: Vec<SentAnswer>,
    ) -> Answer<Vec<(AnswerId, Fate)>, AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| app.answer_doors_now(tx, &who, community, id, &sent))
    }

    /// The same inside a transaction.
    pub(crate) fn answer_doors_now(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: SurveyId,
        sent: &[SentAnswer],
    ) -> Result<Vec<(AnswerId, Fate)>> {
        let before = self.survey_for(tx, who, Action::AnswerDoor, community, id)?;
        let (mut survey, mut events, mut fates) = (before.clone(), Vec::new(), Vec::new());
        for one in sent {
            let fate = match self.judge(tx, who, community, &survey, one) {
                Ok(None) => Fate::Known,
                Ok(Some(event)) => {
                    survey = self.survey_after(survey, who, &event)?;
                    events.push(event);
                    Fate::Stored
                }
                Err(AppError::Refused(refusal)) => Fate::Refused(refusal),
                Err(error) => return Err(error),
            };
            fates.push((one.answer.id, fate));
        }
        if !events.is_empty() {
            self.record_survey(tx, who, community, (id, Some(before)), events)?;
        }
        Ok(fates)
    }

    /// Decides about one answer, and keeps its note and photo.
    fn judge(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        survey: &Survey,
        sent: &SentAnswer,
    ) -> Result<Option<SurveyEvent>> {
        let note = Text::optional("note", &sent.note)?;
        let answer = NewAnswer { note: note.is_some(), photo: sent.photo.is_some(), ..sent.answer };
        let (id, today) = (answer.id, china_time::date(self.now().into()));
        let event = survey.decide_answer(&answer, who.actor(), today)?;
        let slot = note_slot(community, id);
        let Some(event) = event else {
            // A note that was erased meanwhile cannot be compared, and need not be.
            let kept = self.survey_text(tx, &slot)?;
            let differs = note.is_some_and(|note| !kept.is_empty() && kept != note.as_str());
            return if differs { Err(Refusal::OtherAnswer.into()) } else { Ok(None) };
        };
        if let Some(photo) = &sent.photo {
            // The phone chose the id: it must not be one under which photos of something else are kept.
            let owner = RequestId(id.0);
            if tx.request(community, owner)?.is_some() || !tx.photos(community, owner)?.is_empty() {
                return Err(Refusal::OtherAnswer.into());
            }
            tx.add_photo(community, owner, &photo.row())?;
        }
        if let Some(note) = note {
            self.keep_survey_text(tx, &slot, note.as_str())?;
        }
        Ok(Some(event))
    }

    /// The survey after an event that is not recorded yet.
    fn survey_after(&self, survey: Survey, who: &Principal, event: &SurveyEvent) -> Result<Survey> {
        let (at, actor, subject) = (self.now(), who.actor(), Subject::Survey(survey.id));
        let event = Event { at, actor, subject, body: event.clone().into() };
        match Entity::after(Some(Entity::Survey(Box::new(survey))), &event).map_err(StoreError::from)? {
            Entity::Survey(survey) => Ok(*survey),
            _ => Err(StoreError::Damaged("a survey became something else".into()).into()),
        }
    }
}
