//! The slip that is left at a door: a private link for a household that has none. It belongs to a survey or a project
//! and a door, says what is planned there, and takes a yes or no when it is over.
//!
//! Like a resident's link its secret is made from the key, so nothing has to be remembered to print it again.

use super::plan::PublicPlan;
use crate::error::{AppError, Result};
use crate::office::App;
use crate::request::{Filing, Reporter, hex, same};
use guanjia_domain::ids::{ProjectId, RequestId, RoomId, SurveyId, UnitId};
use guanjia_domain::permission::{Action, Principal};
use guanjia_domain::project::{Command, Door, Hearer, Need, Project, Stage};
use guanjia_domain::request::{Channel, Place};
use guanjia_domain::{CommunityCode, Refusal, Role};
use guanjia_store::{Answer, Tx};
use uuid::Uuid;

/// A slip to print.
#[derive(Clone, Debug)]
pub struct Slip {
    /// The door, in words.
    pub door: String,
    /// The last part of its link.
    pub link: String,
}

/// What a slip opens.
#[derive(Clone, Debug)]
pub struct OpenedSlip {
    /// The project, once there is one.
    pub plan: Option<PublicPlan>,
    /// Whether the reader is asked if it is good now.
    pub may_say: bool,
    /// What they said.
    pub content: Option<bool>,
}

/// A slip's project and door.
struct Found {
    project: Option<Project>,
    door: Option<Door>,
    place: Uuid,
}

impl App {
    /// The last part of a slip's link; `subject` is a survey or a project.
    #[must_use]
    pub fn slip_link(&self, community: CommunityCode, subject: Uuid, door: &Door) -> String {
        self.slip_of(community, subject, door.room.map_or(door.unit.0, |room| room.0))
    }

    fn slip_of(&self, community: CommunityCode, subject: Uuid, place: Uuid) -> String {
        let index = self.vault.index();
        let secret = hex(&index.value(community.as_str(), "slip", &format!("{subject} {place}")));
        format!("{}{}{secret}", subject.simple(), place.simple())
    }

    fn find_slip(&self, tx: &mut Tx, community: CommunityCode, link: &str) -> Result<Found> {
        let id = |at: usize| link.get(at..at + 32).and_then(|digits| digits.parse::<Uuid>().ok());
        let (Some(subject), Some(place)) = (id(0), id(32)) else { return Err(Refusal::NotFound.into()) };
        if !same(link, &self.slip_of(community, subject, place)) {
            return Err(Refusal::NotFound.into());
        }
        let project = match tx.project(community, ProjectId(subject))? {
            Some(it) => Some(it),
            None => tx.projects_of(community, subject)?.into_iter().next(),
        };
        let its = |door: &Door| door.room.map_or(door.unit.0, |room| room.0) == place;
        let door = project.as_ref().and_then(|it| it.scope.iter().map(|it| it.door).find(its));
        Ok(Found { project, door, place })
    }

    /// Opens a slip.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when it is none of this house.
    pub fn open_slip(&self, tx: &mut Tx, community: CommunityCode, link: &str) -> Result<OpenedSlip> {
        let Found { project, door, place } = self.find_slip(tx, community, link)?;
        let Some(project) = project else {
            return Ok(OpenedSlip { plan: None, may_say: false, content: None });
        };
        let telling = door.and_then(|door| project.told.iter().find(|it| it.to == Hearer::Door(door)));
        let content = telling.and_then(|it| it.content);
        let may_say = project.stage == Stage::Closed && telling.is_some() && content.is_none();
        let own = door.map_or((Some(UnitId(place)), Some(RoomId(place))), |it| (Some(it.unit), it.room));
        let who = Principal::plain(Role::Resident, community, None);
        let plan = self.public_plan(tx, &who, community, &project, own)?;
        Ok(OpenedSlip { plan: Some(plan), may_say, content })
    }

    /// A household says whether it is good. One that is not content files a request of its own by it, which gets its
    /// own link: that is the answer then.
    pub fn say_on_slip(
        &self,
        community: CommunityCode,
        link: &str,
        content: bool,
        (id, words): (RequestId, &str),
    ) -> Result<Answer<Option<RequestId>, AppError>> {
        let found = self.db.read(|tx| self.find_slip(tx, community, link))?;
        let (Some(project), Some(door)) = (found.project, found.door) else {
            return Err(Refusal::NotFound.into());
        };
        let needs = project.scope.iter().find(|it| it.door == door).map(|it| it.need);
        let ready = if content {
            None
        } else {
            Some(self.make_ready(community, filing(&project, door, needs, id, words))?)
        };
        let (app, link) = (self.clone(), link.to_owned());
        let who = Principal::plain(Role::Resident, community, None);
        Ok(self.db.write(community, move |tx| {
            let found = app.find_slip(tx, community, &link)?;
            let (Some(project), Some(door)) = (found.project, found.door) else {
                return Err(Refusal::NotFound.into());
            };
            let heard = (0..).zip(&project.told).find(|(_, it)| it.to == Hearer::Door(door));
            let (n, telling) = heard.ok_or(Refusal::NotAccepted)?;
            if telling.content.is_some() {
                return Err(Refusal::ProjectChanged.into());
            }
            let filed = match &ready {
                Some(ready) => Some(app.file_ready(tx, &who, community, ready)?.request.id),
                None => None,
            };
            app.do_to_project(tx, &who, community, project, &Command::Hear { n, content })?;
            Ok(filed)
        }))
    }

    /// The slips of the doors of a project at which nobody has a link.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], [`Refusal::Forbidden`].
    pub fn slips(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: ProjectId,
    ) -> Result<Vec<Slip>> {
        let project = self.project_for(tx, who, Action::TellOfProject, community, id)?;
        let mut doors: Vec<Door> = project.scope.iter().map(|it| it.door).collect();
        doors.dedup();
        let names = self.names_of_doors(tx, community, doors.iter().copied())?;
        let slip =
            |door: Door| Slip { door: names.name(&door), link: self.slip_link(community, id.0, &door) };
        Ok(doors.into_iter().map(slip).collect())
    }
}

impl App {
    /// The slips of the doors that a survey found affected: left there long before there is a project.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], [`Refusal::Forbidden`].
    pub fn survey_slips(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: SurveyId,
    ) -> Result<(String, Vec<Slip>)> {
        let survey = self.survey_for(tx, who, Action::ReadSurvey, community, id)?;
        let door = |it: guanjia_domain::survey::Affected| Door {
            building: it.building,
            unit: it.unit,
            room: it.room,
        };
        let doors: Vec<Door> = survey.affected().into_iter().map(door).collect();
        let names = self.names_of_doors(tx, community, doors.iter().copied())?;
        let slip =
            |door: Door| Slip { door: names.name(&door), link: self.slip_link(community, id.0, &door) };
        let estate = tx.estate(community, survey.estate)?.map(|it| it.facts.name).unwrap_or_default();
        Ok((estate, doors.into_iter().map(slip).collect()))
    }
}

/// The request of a household that is not content.
fn filing(project: &Project, door: Door, need: Option<Need>, id: RequestId, words: &str) -> Filing {
    let Door { building, unit, room } = door;
    let matter = match need {
        Some(Need::DarkDoor) => Some("0102".to_owned()),
        Some(Need::Shade) => Some("0201".to_owned()),
        _ => None,
    };
    Filing {
        id,
        place: Place { estate: project.estate, building: Some(building), unit: Some(unit), room },
        text: words.to_owned(),
        matter,
        channel: Channel::Web,
        urgent: false,
        on_behalf: false,
        reporter: Reporter::default(),
        photos: Vec::new(),
        done_on_spot: false,
    }
}
