//! What the rights desk finds in surveys: what was said at the door of somebody's home.

use super::texts::{QUESTION, note_slot, survey_slot};
use crate::card::erased;
use crate::error::Result;
use crate::office::App;
use crate::place::Fits as _;
use crate::request::PlaceName;
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::{ResidentId, RoomId, SurveyId};
use guanjia_domain::survey::{Answer, Survey};
use guanjia_domain::{Entity, Subject};
use guanjia_store::{Kind, Tx};
use uuid::Uuid;

/// An answer that was given at the door of a home.
#[derive(Clone, Debug)]
pub struct HeldAnswer {
    /// Of which survey.
    pub survey: SurveyId,
    /// Where.
    pub place: PlaceName,
    /// What was asked.
    pub question: String,
    /// What was answered.
    pub answer: Answer,
    /// The note.
    pub note: String,
    /// Whether there is a photo.
    pub photo: bool,
}

impl App {
    /// Every answer of which a note or photo is kept, at the doors of a resident's homes. That a home is affected or
    /// not is no longer personal once they are gone: no name belongs to it.
    pub(crate) fn held_answers(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        resident: Uuid,
    ) -> Result<Vec<HeldAnswer>> {
        let subject = Subject::Resident(ResidentId(resident));
        let Some(Entity::Resident(resident)) = tx.entity(community, subject)? else { return Ok(Vec::new()) };
        let mut held = Vec::new();
        for (estate, room) in resident.homes.iter().filter_map(|home| Some((home.estate, home.room?))) {
            let place = tx.place_of_room(community, estate, room)?.into_name();
            for id in tx.surveys_of_room(community, room)? {
                let Some(survey) = tx.survey(community, id)? else { continue };
                let question = self.survey_text(tx, &survey_slot(community, id, QUESTION))?;
                for answer in answers_in(&survey, room) {
                    if !self.is_kept(tx, community, answer.id)? {
                        continue;
                    }
                    let note = self.survey_text(tx, &note_slot(community, answer.id))?;
                    let photo = !tx.photos(community, answer.id.0.into())?.is_empty();
                    let (place, question) = (place.clone(), question.clone());
                    held.push(HeldAnswer { survey: id, place, question, answer: *answer, note, photo });
                }
            }
        }
        Ok(held)
    }

    /// Erases them; says how many there were, and adds the files of their photos.
    pub(crate) fn erase_answers(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        resident: Uuid,
        files: &mut Vec<Uuid>,
    ) -> Result<usize> {
        let held = self.held_answers(tx, community, resident)?;
        for it in &held {
            files.extend(tx.erase_owner(community, it.answer.id.0)?);
            let entry = erased(community, it.answer.id.0, Kind::Note.name(), 0, self.now());
            tx.note_erased(&entry)?;
        }
        Ok(held.len())
    }
}

fn answers_in(survey: &Survey, room: RoomId) -> impl Iterator<Item = &Answer> {
    let here = survey.doors.iter().filter(move |door| door.spot.room == Some(room));
    here.flat_map(|door| &door.trail)
}
