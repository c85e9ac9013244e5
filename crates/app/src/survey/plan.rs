//! Planning a survey.

use super::scope::Scope;
use super::texts::{HINT, QUESTION, survey_slot};
use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::ids::{EstateId, IssueId, SurveyId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::survey::{Plan, Template};
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::{Answer, Tx};

/// A survey as it is planned.
#[derive(Clone, Debug)]
pub struct NewSurvey {
    /// Over which estate.
    pub estate: EstateId,
    /// The common issue behind it.
    pub issue: Option<IssueId>,
    /// The code of the matter it is about.
    pub matter: Option<String>,
    /// What is asked.
    pub template: Template,
    /// The question, in words.
    pub question: String,
    /// What is to be said at the door; may be empty.
    pub hint: String,
    /// Where.
    pub scope: Scope,
}

impl App {
    /// Plans a survey.
    ///
    /// # Errors
    /// What is wrong with its words; inside, what [`Plan::decide`] says, [`Refusal::PlaceMismatch`] for a scope outside
    /// the estate, [`Refusal::NotAChoice`] for a matter or issue that does not exist.
    pub fn plan_survey(
        &self,
        who: &Principal,
        community: CommunityCode,
        new: NewSurvey,
    ) -> Result<Answer<SurveyId, AppError>> {
        Text::new("question", &new.question)?;
        Text::optional("hint", &new.hint)?;
        let (app, who) = (self.clone(), who.clone());
        Ok(self.db.write(community, move |tx| app.plan_survey_now(tx, &who, community, &new)))
    }

    /// The same inside a transaction.
    pub(crate) fn plan_survey_now(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        new: &NewSurvey,
    ) -> Result<SurveyId> {
        let (question, hint) = (Text::new("question", &new.question)?, Text::optional("hint", &new.hint)?);
        tx.estate(community, new.estate)?.ok_or(Refusal::NotFound)?;
        let area = Area { estate: Some(new.estate), ..Area::community(community, None) };
        allow(who, Action::PlanSurvey, &area)?;
        let not_a_choice = |field, value: String| Err(Refusal::NotAChoice { field, value });
        let known = self.community(tx, community)?.matters;
        if let Some(code) = new.matter.as_ref().filter(|code| known.get(code).is_none()) {
            not_a_choice("matter", code.clone())?;
        }
        if let Some(issue) = new.issue
            && !tx.is_told_of(community, "issue", issue.0)?
        {
            not_a_choice("issue", issue.to_string())?;
        }
        let stairs = self.stairs(tx, community, new.estate, &new.scope)?;
        let NewSurvey { estate, issue, template, .. } = *new;
        let planned = Plan { estate, issue, matter: new.matter.clone(), template, stairs }.decide()?;
        let id = SurveyId(self.id()?);
        self.record_survey(tx, who, community, (id, None), vec![planned])?;
        self.keep_survey_text(tx, &survey_slot(community, id, QUESTION), question.as_str())?;
        if let Some(hint) = hint {
            self.keep_survey_text(tx, &survey_slot(community, id, HINT), hint.as_str())?;
        }
        Ok(id)
    }
}
