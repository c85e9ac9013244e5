//! What the sheets make of the house: decided in one place, for the preview and for the import alike.

mod claims;
mod count;
mod estates;
mod grids;
mod organisations;
mod residents;
mod rooms;
mod staff;

pub(super) use claims::PlannedClaim;
pub(super) use residents::PlannedResident;
pub(crate) use residents::{OWNER, tokens};

use super::columns::{Columns, slot};
use super::house::House;
use super::load::load;
use super::problem::{HouseProblem, ImportProblem};
use super::tally::{Counts, Line};
use crate::error::Result;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_sheets::{Place, Workbook};
use guanjia_store::Tx;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Everything an import will do.
#[derive(Default)]
pub(super) struct Plan {
    pub house: House,
    /// Unknown columns of rooms, by room, with the place of their building, where they differ from the sealed ones.
    pub room_columns: BTreeMap<Uuid, (usize, Columns)>,
    pub claims: Vec<PlannedClaim>,
    pub residents: Vec<PlannedResident>,
    pub problems: Vec<ImportProblem>,
    pub notices: Vec<ImportProblem>,
    pub counts: Counts,
    pub lines: Vec<Line>,
}

/// Plans an import into a community.
pub(super) fn plan(
    app: &App,
    tx: &mut Tx,
    who: &Principal,
    community: CommunityCode,
    workbook: &Workbook,
) -> Result<Plan> {
    let mut plan = Plan { house: load(app, tx, community)?, ..Plan::default() };
    plan.take_staff(app, workbook)?;
    plan.take_estates(app, workbook)?;
    plan.take_rooms(app, workbook)?;
    plan.take_organisations(app, workbook)?;
    plan.take_grids(app, workbook)?;
    plan.take_claims(app, workbook);
    plan.compare_columns(app, tx, community)?;
    plan.take_residents(app, tx, community, workbook)?;
    plan.check_rights(who, community);
    plan.count();
    Ok(plan)
}

impl Plan {
    fn problem(&mut self, place: Option<&Place>, what: HouseProblem) {
        self.problems.push(ImportProblem::house(place, what));
    }

    fn notice(&mut self, place: Option<&Place>, what: HouseProblem) {
        self.notices.push(ImportProblem::house(place, what));
    }

    /// Looks up which of the columns that are to be sealed differ from the sealed ones.
    fn compare_columns(&mut self, app: &App, tx: &mut Tx, community: CommunityCode) -> Result<()> {
        let house = &mut self.house;
        macro_rules! compare {
            ($entries:expr, $id:expr) => {
                for entry in $entries {
                    let slot = slot(community, $id(&entry.now));
                    entry.other_columns = entry.columns.merge_stored(app, tx, &slot)?;
                }
            };
        }
        compare!(&mut house.estates, |it: &guanjia_domain::place::Estate| it.id.0);
        compare!(&mut house.buildings, |it: &guanjia_domain::place::Building| it.id.0);
        compare!(&mut house.staff, |it: &super::house::Member| it.staff.id.0);
        compare!(&mut house.organisations, |it: &super::house::Body| it.organisation.id.0);
        compare!(&mut house.grids, |it: &guanjia_domain::house::Grid| it.id.0);
        let mut differing = BTreeMap::new();
        for (room, (building, mut columns)) in std::mem::take(&mut self.room_columns) {
            if columns.merge_stored(app, tx, &slot(community, room))? {
                self.house.buildings[building].within = true;
                differing.insert(room, (building, columns));
            }
        }
        self.room_columns = differing;
        Ok(())
    }

    /// Not everybody who may import may also decide about people and claims.
    fn check_rights(&mut self, who: &Principal, community: CommunityCode) {
        let may = |action| permit(who, action, &Area::community(community, None)) == Verdict::Allowed;
        let differ = |change| change != super::Change::Unchanged;
        let people = self.house.staff.iter().any(|it| it.named && differ(it.change()))
            || self.house.organisations.iter().any(|it| it.named && differ(it.change()));
        if people && !may(Action::ChangePeople) {
            self.problem(None, HouseProblem::PeopleNotYours);
        }
        if self.claims.iter().any(|claim| claim.differs) && !may(Action::ChangeClaims) {
            self.problem(None, HouseProblem::ClaimsNotYours);
        }
    }
}
