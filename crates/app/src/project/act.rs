//! Doing something with a project: every step goes this one way.

use super::begin::check_doors;
use super::objectors::objector_slot;
use crate::error::{AppError, Result};
use crate::office::{App, Person};
use crate::request::{Manner, News, Reporter, StoredPhoto, person_of};
use guanjia_domain::calendar::china_time;
use guanjia_domain::ids::{ProjectId, RequestId};
use guanjia_domain::permission::{Action, Principal};
use guanjia_domain::project::{Command, Context, Project, ProjectEvent, Step, decide, hearers};
use guanjia_domain::request::PhotoPhase;
use guanjia_domain::{CommunityCode, Entity, Event, Moment, Party, Refusal, Subject};
use guanjia_store::requests::PhotoRow;
use guanjia_store::timers::Timer;
use guanjia_store::{Answer, StoreError, Tx};
use jiff::civil::{Date, Time};

/// The kind of the timer of the day on which somebody looks again at what was put off.
pub(crate) const LOOK_AGAIN_TIMER: &str = "project_look_again";

/// What somebody does with a project.
#[derive(Clone, Debug)]
pub struct ProjectDeed {
    /// Which project.
    pub project: ProjectId,
    /// The version they saw.
    pub seen: Option<u64>,
    /// What.
    pub command: Command,
    /// Who objects, where they wish an answer.
    pub contact: Reporter,
    /// Photos whose files are on the disk already; as many as the command says.
    pub photos: Vec<StoredPhoto>,
}

impl ProjectDeed {
    /// One without contact and photos.
    #[must_use]
    pub fn of(project: ProjectId, command: Command) -> Self {
        Self { project, seen: None, command, contact: Reporter::default(), photos: Vec::new() }
    }
}

impl App {
    /// Does it, or says why not. The answer is the project as it stands then.
    ///
    /// # Errors
    /// What is wrong with the contact of an objection.
    pub fn act_on_project(
        &self,
        who: &Principal,
        community: CommunityCode,
        deed: ProjectDeed,
    ) -> Result<Answer<Project, AppError>> {
        let (app, who, contact) = (self.clone(), who.clone(), person_of(&deed.contact)?);
        Ok(self.db.write(community, move |tx| {
            let needed = action_of(deed.command.step());
            let project = app.project_for(tx, &who, needed, community, deed.project)?;
            if deed.seen.is_some_and(|seen| seen != project.version) {
                return Err(Refusal::ProjectChanged.into());
            }
            let command = app.completed(tx, &who, community, &project, &deed.command, &contact)?;
            app.keep_project_photos(tx, community, &project, &command, &deed.photos)?;
            let project = app.do_to_project(tx, &who, community, project, &command)?;
            if let Some(last) = project.objections.last().filter(|it| it.contact && !contact.is_empty()) {
                app.keep_objector(tx, community, project.id, last.words, &contact)?;
            }
            Ok(project)
        }))
    }

    /// What the command leaves to the house, and whether what it names is there.
    fn completed(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        it: &Project,
        command: &Command,
        contact: &Person,
    ) -> Result<Command> {
        let mut command = command.clone();
        match &mut command {
            Command::Object { contact: known, .. } => *known = !contact.is_empty(),
            Command::SetScope { scope } => {
                let names = self.names_of_doors(tx, community, scope.iter().map(|it| it.door))?;
                check_doors(&names, it.estate, scope)?;
            }
            Command::Tell { to, .. } => self.check_tellings(tx, who, community, it, to)?,
            Command::Link { requests } => self.check_requests(tx, community, it.estate, requests)?,
            Command::Submit { to: to @ Party::DistrictBureau(_) } => self.check_party(tx, community, *to)?,
            Command::BeginWorks { by: Some(by) } if !self.works_here(tx, community, *by, false)? => {
                return Err(Refusal::NotAChoice { field: "by", value: by.to_string() }.into());
            }
            Command::Close { to, .. } | Command::NotNow { to, .. } => {
                *to = hearers(&it.scope, &self.linked_requests(tx, community, it)?);
            }
            _ => {}
        }
        Ok(command)
    }

    /// Decides, records, and tells those whom it concerns. Permission was asked before.
    pub(super) fn do_to_project(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        project: Project,
        command: &Command,
    ) -> Result<Project> {
        let doors = project.scope.iter().map(|it| it.door);
        let names = match command {
            Command::Assign { serves, .. } => {
                self.names_of_doors(tx, community, doors.chain(serves.iter().map(|it| it.door)))?
            }
            Command::Postpone { demands, .. } => {
                self.names_of_doors(tx, community, doors.chain(demands.iter().map(|it| it.door)))?
            }
            _ => super::DoorNames::default(),
        };
        let context = Context { today: self.today(), name: &|door| names.name(door) };
        let happened = decide(&project, command, &context)?;
        if let Some(text) = command.text() {
            self.keep_work_text(tx, community, (project.id.0, project.words), text.as_str())?;
        }
        let subject = Subject::Project(project.id);
        let body = happened.clone().into();
        let event = Event { at: self.now(), actor: who.actor(), subject, body };
        match tx.record(community, Some(Entity::Project(Box::new(project))), &[event])? {
            Entity::Project(after) => {
                self.tell_of_project(tx, community, &after, &happened)?;
                Ok(*after)
            }
            _ => Err(StoreError::Damaged("a project became something else".into()).into()),
        }
    }

    fn tell_of_project(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        it: &Project,
        happened: &ProjectEvent,
    ) -> Result<()> {
        let subject = (it.id.0, happened.name());
        match happened {
            ProjectEvent::Submitted { to } => self.tell_party(tx, community, *to, subject),
            ProjectEvent::Approved { .. }
            | ProjectEvent::SentBack { .. }
            | ProjectEvent::Heard { content: false, .. } => {
                self.tell_estate(tx, community, it.estate, subject)
            }
            ProjectEvent::PutOff { until, .. } => {
                let Some(rings_at) = morning(*until) else { return Ok(()) };
                let kind = LOOK_AGAIN_TIMER.into();
                Ok(tx.set_timer(community, &Timer { rings_at, subject: it.id.0, kind })?)
            }
            _ => Ok(()),
        }
    }

    /// The day has come on which somebody looks again.
    pub(crate) fn look_again_at_project(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        id: ProjectId,
    ) -> Result<()> {
        let Some(project) = tx.project(community, id)? else { return Ok(()) };
        match project.not_now {
            Some(it) if it.until <= self.today() => {
                let news = News { subject: id.0, kind: LOOK_AGAIN_TIMER, manner: Manner::Found };
                self.tell_estate(tx, community, project.estate, news)
            }
            _ => Ok(()),
        }
    }

    fn keep_project_photos(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        it: &Project,
        command: &Command,
        photos: &[StoredPhoto],
    ) -> Result<()> {
        let (said, after) = match command {
            Command::Picture { after, photos } => (*photos, *after),
            Command::Accept { photos, .. } => (*photos, true),
            _ => (0, true),
        };
        if photos.len() != said as usize {
            return Err(StoreError::Refused("as many photos as the command says".into()).into());
        }
        let phase = if after { PhotoPhase::After } else { PhotoPhase::Before };
        for (photo, n) in photos.iter().zip(it.photos..) {
            tx.add_photo(community, RequestId(it.id.0), &PhotoRow { n, phase, ..photo.row() })?;
        }
        Ok(())
    }

    fn keep_objector(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        id: ProjectId,
        words: u32,
        contact: &Person,
    ) -> Result<()> {
        let slot = objector_slot(community, id, words);
        let sealed = self.sealed(&slot, contact)?;
        tx.keep(&slot, &sealed)?;
        for token in self.contact_tokens(community, contact) {
            tx.remember_contact(community, &token, "project", id.0)?;
        }
        Ok(())
    }
}

/// What a step needs.
pub(super) const fn action_of(step: Step) -> Action {
    match step {
        Step::Tell => Action::TellOfProject,
        _ if step.is_approvers() => Action::ApproveProject,
        _ => Action::KeepProject,
    }
}

/// Eight in the morning in China.
fn morning(day: Date) -> Option<Moment> {
    let at = day.to_datetime(Time::constant(8, 0, 0, 0));
    china_time::OFFSET.to_timestamp(at).ok().map(Moment::from)
}
