//! A draft with everything that can be said of it.

use super::drawn::{ToBe, to_be};
use super::land::Land;
use super::tasks::TaskLine;
use crate::error::Result;
use crate::office::{App, Names, allow};
use guanjia_domain::grid_design::{GridDesign, Outcome, Priority};
use guanjia_domain::ids::{BuildingId, DesignId, StaffId};
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::request::Place;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_plan::grids::{Laid, LaidGrid, Table, Unavoidable};
use guanjia_store::Tx;
use guanjia_store::places::BuildingRow;

/// A plan with its figures.
#[derive(Clone, Debug)]
pub struct PlanFigures {
    /// What it measures.
    pub laid: Laid,
    /// Grids with buildings.
    pub grids: usize,
    /// Households that come to another grid.
    pub changed: i64,
    /// Estates that it cannot bring into order.
    pub unavoidable: Vec<Unavoidable>,
}

/// A grid of the draft.
#[derive(Clone, Debug)]
pub struct GroupLine {
    /// Its place among the groups, from 0.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// Whether it is new.
    pub is_new: bool,
    /// Its worker as it goes on.
    pub worker: Option<(StaffId, String)>,
    /// What it measures.
    pub laid: LaidGrid,
    /// Its buildings with the names of their estates.
    pub buildings: Vec<(BuildingRow, String)>,
}

/// What a move would cost.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The building.
    pub building: BuildingId,
    /// Its name.
    pub name: String,
    /// Where to; the number of groups is a new one.
    pub to: usize,
    /// The figures after it.
    pub then: PlanFigures,
}

/// A draft as its page shows it.
#[derive(Clone, Debug)]
pub struct DesignSheet {
    /// The draft.
    pub draft: GridDesign,
    /// Whether buildings or grids have changed since it was made.
    pub stale: bool,
    /// Whether the reader may approve it.
    pub may_approve: bool,
    /// The three plans as they were proposed.
    pub plans: Vec<(Priority, PlanFigures)>,
    /// The plan that is worked on, with all moves.
    pub now: PlanFigures,
    /// Its grids, without empty ones.
    pub groups: Vec<GroupLine>,
    /// A move that is looked at.
    pub preview: Option<Preview>,
    /// Estates that a barrier tears apart: name, and the buildings of each part.
    pub torn: Vec<(String, Vec<Vec<String>>)>,
    /// Buildings too far from every street that was given.
    pub off_streets: Vec<String>,
    /// Open requests that come to another grid worker, or still have to.
    pub tasks: Vec<TaskLine>,
    /// How many drawings are planned for later and are taken back.
    pub replaced: usize,
    /// Names of present grids that are given up.
    pub given_up: Vec<String>,
}

impl App {
    /// A draft, and what a move of a building to a group would cost.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], [`Refusal::Forbidden`].
    pub fn design_sheet(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (id, looked_at): (DesignId, Option<(BuildingId, usize)>),
    ) -> Result<DesignSheet> {
        let area = Area::community(community, None);
        allow(who, Action::ChangePlaces, &area)?;
        let draft = tx.grid_design(community, id)?.ok_or(Refusal::NotFound)?;
        let land = Land::read(self, tx, community)?;
        let survey = land.survey(&draft.designed.lines);
        let problem = land.problem(draft.designed.band, &survey, draft.chosen);
        let table = Table::new(&problem);
        let figures = |groups: &[Vec<BuildingId>]| figures(self, &land, &table, groups);
        let to_be = to_be(&land, &draft.groups, self.now());
        let now = figures(&draft.groups);
        let preview = looked_at.filter(|(building, to)| {
            *to <= draft.groups.len() && draft.group_of(*building).is_some_and(|from| from != *to)
        });
        let preview = preview.map(|(building, to)| Preview {
            building,
            name: land
                .buildings
                .iter()
                .position(|row| row.id == building)
                .map_or_else(String::new, |at| land.name(at)),
            to,
            then: figures(&draft.with(building, to)),
        });
        let names = |part: &Vec<usize>| part.iter().map(|at| land.name(*at)).collect::<Vec<_>>();
        let estate_of = |part: &[Vec<usize>]| {
            let first = part.iter().flatten().next().and_then(|at| land.buildings.get(*at));
            first.map_or_else(String::new, |row| land.estate_name(row.estate).to_owned())
        };
        let tasks = self.tasks_of(tx, community, &draft, &to_be)?;
        let going_on: Vec<_> =
            to_be.iter().filter(|it| !it.buildings.is_empty()).filter_map(|it| it.goes_on).collect();
        let (_, present) = land.present(self.now());
        let left = land.drawings.iter().filter(|it| present.contains(&it.id) && !going_on.contains(&it.id));
        Ok(DesignSheet {
            stale: draft.is_open() && land.basis() != draft.designed.basis,
            may_approve: permit(who, Action::ChangeClaims, &area) == Verdict::Allowed,
            plans: draft.designed.plans.iter().map(|it| (it.priority, figures(&it.groups))).collect(),
            groups: self.group_lines(tx, community, &land, &now.laid, to_be)?,
            now,
            preview,
            torn: survey.torn.iter().map(|it| (estate_of(it), it.iter().map(names).collect())).collect(),
            off_streets: names(&survey.off_streets),
            tasks,
            replaced: land.drawings.iter().map(|it| it.planned(self.now()).count()).sum(),
            given_up: left.map(|it| it.name.clone()).collect(),
            draft,
        })
    }

    fn tasks_of(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        draft: &GridDesign,
        to_be: &[ToBe],
    ) -> Result<Vec<TaskLine>> {
        match &draft.outcome {
            Outcome::GivenUp => Ok(Vec::new()),
            Outcome::Approved { starts_at, .. } => self.tasks_since(tx, community, *starts_at),
            Outcome::Open => {
                let after = |place: &Place| {
                    to_be
                        .iter()
                        .find(|it| place.building.is_some_and(|id| it.buildings.contains(&id)))?
                        .worker
                };
                self.moved_tasks(tx, community, self.now(), &after)
            }
        }
    }

    fn group_lines(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        land: &Land,
        laid: &Laid,
        to_be: Vec<ToBe>,
    ) -> Result<Vec<GroupLine>> {
        let (mut lines, mut names) = (Vec::new(), Names::default());
        for (number, (grid, laid)) in to_be.into_iter().zip(&laid.grids).enumerate() {
            let Some(laid) = laid else { continue };
            let worker = match grid.worker {
                Some(id) => Some((id, self.named(tx, &mut names, community, id.0)?.name.clone())),
                None => None,
            };
            let rows = land.buildings.iter().filter(|row| grid.buildings.contains(&row.id));
            let buildings = rows.map(|row| (row.clone(), land.estate_name(row.estate).to_owned())).collect();
            let is_new = grid.goes_on.is_none();
            lines.push(GroupLine { number, name: grid.name, is_new, worker, laid: *laid, buildings });
        }
        Ok(lines)
    }
}

fn figures(app: &App, land: &Land, table: &Table<'_>, groups: &[Vec<BuildingId>]) -> PlanFigures {
    let groups = land.numbers(groups);
    let (present, _) = land.present(app.now());
    let laid = table.measure(&groups);
    PlanFigures {
        grids: laid.grids.iter().flatten().count(),
        changed: present.changed(&groups, &present.matched(&groups)),
        unavoidable: table.unavoidable(&groups),
        laid,
    }
}
