//! What a project would begin with: the requests of a common issue, and the doors that its surveys found.

use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::ids::{EstateId, IssueId, RequestId, SurveyId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::project::{Demand, Door, Need};
use guanjia_domain::survey::Survey;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;

/// The beginning of a project, before anybody has said yes to it.
#[derive(Clone, Debug)]
pub struct ProjectDraft {
    /// In which estate.
    pub estate: EstateId,
    /// The name of it.
    pub name: String,
    /// The common issue.
    pub issue: Option<IssueId>,
    /// The code of its matter.
    pub matter: Option<String>,
    /// The surveys whose doors are in it.
    pub surveys: Vec<SurveyId>,
    /// The requests of the issue.
    pub requests: Vec<RequestId>,
    /// The doors that the surveys found affected.
    pub scope: Vec<Demand>,
}

impl App {
    /// The draft of a project from an issue with all its surveys, from one survey, or from nothing but an estate.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]; [`Refusal::Forbidden`] for those who may not begin it.
    pub fn project_draft(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (issue, survey, estate): (Option<IssueId>, Option<SurveyId>, Option<EstateId>),
    ) -> Result<ProjectDraft> {
        let surveys = match (survey, issue) {
            (Some(id), _) => vec![tx.survey(community, id)?.ok_or(Refusal::NotFound)?],
            (None, Some(issue)) => tx.surveys_of_issue(community, issue)?,
            (None, None) => Vec::new(),
        };
        let issue = issue.or_else(|| surveys.iter().find_map(|it| it.issue));
        let known = match issue {
            Some(id) => Some(tx.issue(community, id)?.ok_or(Refusal::NotFound)?),
            None => None,
        };
        let of_issue = known.as_ref().map(|it| it.estate);
        let estate = of_issue.or_else(|| surveys.first().map(|it| it.estate)).or(estate);
        let estate = estate.ok_or(Refusal::NotFound)?;
        let name = tx.estate(community, estate)?.ok_or(Refusal::NotFound)?.facts.name;
        let area = Area { estate: Some(estate), ..Area::community(community, None) };
        allow(who, Action::KeepProject, &area)?;
        let mut scope: Vec<Demand> = surveys.iter().flat_map(demands).collect();
        scope.sort_unstable();
        scope.dedup();
        Ok(ProjectDraft {
            estate,
            name,
            issue,
            matter: surveys
                .iter()
                .find_map(|it| it.matter.clone())
                .or_else(|| known.as_ref()?.matter.clone()),
            surveys: surveys.iter().map(|it| it.id).collect(),
            requests: known.map_or_else(Vec::new, |it| it.requests().collect()),
            scope,
        })
    }
}

/// What the affected doors of a survey are in want of: its matter says it.
fn demands(survey: &Survey) -> impl Iterator<Item = Demand> {
    let need = need_of(survey.matter.as_deref());
    survey.affected().into_iter().map(move |it| {
        let door = Door { building: it.building, unit: it.unit, room: it.room };
        Demand { door, need }
    })
}

/// The need behind a matter.
pub(super) fn need_of(matter: Option<&str>) -> Need {
    match matter {
        Some("0102") => Need::DarkDoor,
        Some("0201") => Need::Shade,
        _ => Need::Other,
    }
}
