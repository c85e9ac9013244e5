//! Forgetting notes and photos: when their time is over, or when somebody who lives there wishes it.

use super::texts::note_slot;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::ids::{AnswerId, SurveyId};
use guanjia_domain::permission::Principal;
use guanjia_domain::survey::SurveyEvent;
use guanjia_domain::{CommunityCode, Moment, Role};
use guanjia_store::Tx;

/// The kind of the timer that looks whether notes and photos of a survey are to be forgotten.
pub(crate) const FORGET_SURVEY_TIMER: &str = "forget_survey";

impl App {
    /// Forgets notes and photos of a survey whose time is over. The photo files go with the next sweep, because
    /// nothing lists them any more.
    pub(crate) fn forget_survey_if_due(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        id: SurveyId,
        now: Moment,
    ) -> Result<()> {
        let Some(survey) = tx.survey(community, id)? else { return Ok(()) };
        if survey.forgets_at().is_none_or(|at| at > now) {
            return Ok(());
        }
        let kept = survey.doors.iter().flat_map(|door| &door.trail).filter(|it| it.note || it.photo);
        let kept: Vec<_> = kept.map(|it| it.id).collect();
        for answer in kept {
            tx.erase_owner(community, answer.0)?;
        }
        let program = Principal::plain(Role::System, community, None);
        self.record_survey(tx, &program, community, (id, Some(survey)), vec![SurveyEvent::SurveyForgotten])?;
        Ok(())
    }

    /// Whether there is still a note of an answer, or a photo.
    pub(crate) fn is_kept(&self, tx: &mut Tx, community: CommunityCode, answer: AnswerId) -> Result<bool> {
        let note = tx.kept(&note_slot(community, answer))?.is_some();
        Ok(note || !tx.photos(community, answer.0.into())?.is_empty())
    }
}
