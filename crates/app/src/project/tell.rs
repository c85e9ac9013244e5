//! The list of those who are to be told how a project ended.

use super::names::DoorNames;
use crate::error::Result;
use crate::office::{App, Names};
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::project::{Hearer, Project, Telling};
use guanjia_domain::request::Request;
use guanjia_domain::{CommunityCode, Refusal, Role};
use guanjia_store::Tx;

/// A line of the list.
#[derive(Clone, Debug)]
pub struct TellLine {
    /// Its place in the list, from 0.
    pub n: u32,
    /// Who, and how they were told.
    pub telling: Telling,
    /// Where they live, as far as it is known.
    pub place: String,
    /// The request that they reported or joined.
    pub request: Option<Request>,
    /// Who told them.
    pub by: String,
}

impl App {
    /// The lines that somebody may see: a grid worker those of the own grid.
    pub(super) fn tell_lines(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (project, linked): (&Project, &[Request]),
        doors: &DoorNames,
    ) -> Result<Vec<TellLine>> {
        let (mut lines, mut names) = (Vec::new(), Names::default());
        for (n, telling) in (0..).zip(&project.told) {
            let request = request_of(&telling.to, linked);
            if !may_tell(who, community, project, telling, request) {
                continue;
            }
            let place = match (&telling.to, request) {
                (Hearer::Door(door), _) => doors.name(door),
                (Hearer::Reporter { .. }, Some(it)) => self.place_name(tx, community, &it.place)?.line(),
                _ => String::new(),
            };
            let by = match telling.told.and_then(|it| it.by.id) {
                Some(id) => self.named(tx, &mut names, community, id)?.name.clone(),
                None => String::new(),
            };
            lines.push(TellLine { n, telling: *telling, place, request: request.cloned(), by });
        }
        Ok(lines)
    }

    /// Whether somebody may say of all these that they were told.
    pub(super) fn check_tellings(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        project: &Project,
        to: &[u32],
    ) -> Result<()> {
        let linked = self.linked_requests(tx, community, project)?;
        let own = |n: &u32| {
            let telling = project.told.get(*n as usize);
            telling.is_some_and(|it| may_tell(who, community, project, it, request_of(&it.to, &linked)))
        };
        if to.iter().all(own) {
            Ok(())
        } else {
            Err(Refusal::NotAChoice { field: "to", value: String::new() }.into())
        }
    }
}

fn request_of<'a>(to: &Hearer, linked: &'a [Request]) -> Option<&'a Request> {
    match to {
        Hearer::Reporter { request } | Hearer::Joined { request, .. } => {
            linked.iter().find(|it| it.id == *request)
        }
        Hearer::Door(_) => None,
    }
}

fn may_tell(
    who: &Principal,
    community: CommunityCode,
    project: &Project,
    telling: &Telling,
    request: Option<&Request>,
) -> bool {
    if who.role != Role::GridWorker {
        return true;
    }
    let (building, unit) = match telling.to {
        Hearer::Door(door) => (Some(door.building), Some(door.unit)),
        _ => request.map_or((None, None), |it| (it.place.building, it.place.unit)),
    };
    let area = Area { estate: Some(project.estate), building, unit, ..Area::community(community, None) };
    permit(who, Action::TellOfProject, &area) == Verdict::Allowed
}
