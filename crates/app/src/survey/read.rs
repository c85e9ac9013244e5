//! What a survey tells: for steward, deputy and secretary.

use super::names::DoorNames;
use super::texts::{HINT, QUESTION, note_slot, survey_slot};
use super::{NewSurveyor, survey_area};
use crate::error::{AppError, Result};
use crate::office::App;
use guanjia_domain::ids::{RequestId, SurveyId};
use guanjia_domain::permission::{Action, Principal, Verdict, permit};
use guanjia_domain::survey::{Affected, Outcome, Said, Stage, Survey, Tally};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::access::Access;
use guanjia_store::files::Size;
use guanjia_store::{Answer, Tx};

/// How many surveys a list shows.
const LISTED: u32 = 100;

/// A line of the list.
#[derive(Clone, Debug)]
pub struct SurveyLine {
    /// The survey, without doors.
    pub survey: Survey,
    /// The name of the estate.
    pub estate: String,
    /// The question.
    pub question: String,
    /// How far it is.
    pub tally: Tally,
    /// Whether they may read what it tells.
    pub reads: bool,
    /// Whether they answer at its doors.
    pub walks: bool,
}

/// An affected door as it is shown.
#[derive(Clone, Debug)]
pub struct AffectedLine {
    /// The door.
    pub affected: Affected,
    /// The note; empty when there is none, or it is gone.
    pub note: String,
    /// Whether there is a photo.
    pub photo: bool,
}

/// A door at which somebody has to come by, or come by again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenDoor {
    /// Its number.
    pub door: u32,
    /// How often somebody was there.
    pub visits: u16,
}

/// A survey with what it tells.
#[derive(Clone, Debug)]
pub struct SurveySheet {
    /// The survey.
    pub survey: Survey,
    /// The name of the estate.
    pub estate: String,
    /// The question.
    pub question: String,
    /// What is said at the door.
    pub hint: String,
    /// The names of its doors.
    pub names: DoorNames,
    /// Counts.
    pub outcome: Outcome,
    /// The affected doors.
    pub affected: Vec<AffectedLine>,
    /// Doors where nobody was, then those where nobody opened.
    pub open: (Vec<OpenDoor>, Vec<OpenDoor>),
    /// Who can take doors.
    pub surveyors: Vec<NewSurveyor>,
    /// Whether they may share it out, begin and end it.
    pub plans: bool,
    /// Whether they answer at its doors.
    pub walks: bool,
}

impl App {
    /// The surveys that somebody reads or answers, the newest first, those that are over last.
    ///
    /// # Errors
    /// What the store says.
    pub fn surveys(&self, tx: &mut Tx, who: &Principal, community: CommunityCode) -> Result<Vec<SurveyLine>> {
        let tallies = tx.survey_tallies(community)?;
        let mut lines = Vec::new();
        for survey in tx.surveys(community, LISTED)? {
            let area = survey_area(who, community, &survey);
            let may = |action| permit(who, action, &area) == Verdict::Allowed;
            let (reads, walks) = (may(Action::ReadSurvey), may(Action::AnswerDoor));
            if !reads && (!walks || survey.stage != Stage::Running) {
                continue;
            }
            let estate = tx.estate(community, survey.estate)?.map(|it| it.facts.name).unwrap_or_default();
            let question = self.survey_text(tx, &survey_slot(community, survey.id, QUESTION))?;
            let tally = tallies.get(&survey.id).copied().unwrap_or_default();
            lines.push(SurveyLine { survey, estate, question, tally, reads, walks });
        }
        lines.sort_by_key(|line| line.survey.stage == Stage::Ended);
        Ok(lines)
    }

    /// How many surveys go on in which somebody has a part.
    ///
    /// # Errors
    /// What the store says.
    pub fn running_surveys(&self, tx: &mut Tx, who: &Principal, community: CommunityCode) -> Result<usize> {
        let mine = |survey: &Survey| {
            let area = survey_area(who, community, survey);
            let may = |action| permit(who, action, &area) == Verdict::Allowed;
            survey.stage == Stage::Running && (may(Action::ReadSurvey) || may(Action::AnswerDoor))
        };
        Ok(tx.surveys(community, LISTED)?.iter().filter(|survey| mine(survey)).count())
    }

    /// Whether somebody may plan a survey somewhere, for the button.
    #[must_use]
    pub fn plans_surveys(&self, who: &Principal) -> bool {
        who.role == guanjia_domain::Role::Secretary || !who.stewards.is_empty()
    }

    /// A survey with what it tells.
    ///
    /// # Errors
    /// What the permission function says; [`Refusal::NotFound`] when there is no such survey.
    pub fn survey_sheet(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: SurveyId,
    ) -> Result<SurveySheet> {
        let survey = self.survey_for(tx, who, Action::ReadSurvey, community, id)?;
        let area = survey_area(who, community, &survey);
        let may = |action| permit(who, action, &area) == Verdict::Allowed;
        let mut affected = Vec::new();
        for it in survey.affected() {
            let note = self.survey_text(tx, &note_slot(community, it.answer))?;
            let photo = !tx.photos(community, RequestId(it.answer.0))?.is_empty();
            affected.push(AffectedLine { affected: it, note, photo });
        }
        Ok(SurveySheet {
            estate: tx.estate(community, survey.estate)?.map(|it| it.facts.name).unwrap_or_default(),
            question: self.survey_text(tx, &survey_slot(community, id, QUESTION))?,
            hint: self.survey_text(tx, &survey_slot(community, id, HINT))?,
            names: self.door_names(tx, community, &survey)?,
            outcome: survey.outcome(),
            open: open_doors(&survey),
            surveyors: self.surveyors(tx, community, &survey)?,
            plans: may(Action::PlanSurvey),
            walks: may(Action::AnswerDoor),
            affected,
            survey,
        })
    }

    /// The same for a table that leaves the house; that it was taken stands in the access log.
    pub fn take_survey_away(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: SurveyId,
    ) -> Answer<SurveySheet, AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let sheet = app.survey_sheet(tx, &who, community, id)?;
            let (at, actor, action) = (app.now(), who.actor(), "export_survey".into());
            tx.log_access(community, &Access { at, actor, action, object: id.0, detail: "survey".into() })?;
            Ok(sheet)
        })
    }

    /// The photo of an answer, for whoever may read the survey.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when there is none.
    pub fn survey_photo(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (id, door): (SurveyId, u32),
        size: Size,
    ) -> Result<Vec<u8>> {
        let survey = self.survey_for(tx, who, Action::ReadSurvey, community, id)?;
        let answer =
            survey.doors.get(door as usize).and_then(|door| door.answer()).ok_or(Refusal::NotFound)?;
        let photos = tx.photos(community, RequestId(answer.id.0))?;
        let photo = photos.first().ok_or(Refusal::NotFound)?;
        Ok(self.files.read(community, photo.file, size)?.ok_or(Refusal::NotFound)?)
    }
}

fn open_doors(survey: &Survey) -> (Vec<OpenDoor>, Vec<OpenDoor>) {
    let with = |wanted: Option<Said>| {
        let open = survey.doors.iter().zip(0..).filter(move |(it, _)| it.said() == wanted);
        open.map(|(it, door)| OpenDoor { door, visits: it.answer().map_or(0, |it| it.visit) }).collect()
    };
    (with(None), with(Some(Said::NobodyHome)))
}
