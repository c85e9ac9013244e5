//! Claims that a staff sheet names: who looks after which estate from now on.

use super::super::problem::HouseProblem;
use super::Plan;
use crate::office::App;
use crate::place::NewClaim;
use guanjia_domain::Moment;
use guanjia_domain::ids::{EstateId, StaffId};
use guanjia_domain::people::Post;
use guanjia_sheets::{Place, Workbook};
use std::collections::BTreeMap;

/// Steward and deputy of an estate that the sheets name.
pub(in super::super) struct PlannedClaim {
    pub new: NewClaim,
    /// Whether that is another steward or deputy than now.
    pub differs: bool,
    /// Whether the estate is new, too.
    pub first: bool,
}

/// What the sheets say of an estate.
#[derive(Default)]
struct Wanted {
    steward: Option<StaffId>,
    deputy: Option<StaffId>,
    place: Option<Place>,
}

impl Plan {
    pub(super) fn take_claims(&mut self, app: &App, workbook: &Workbook) {
        for (estate, wanted) in self.wanted(workbook) {
            let now = self.present(estate, app.now());
            let Some(steward) = wanted.steward.or(now.steward) else { continue };
            let deputy = wanted.deputy.or(now.deputy.filter(|deputy| *deputy != steward));
            if deputy == Some(steward) {
                let estate = self.house.estate_name(estate).to_owned();
                self.problem(wanted.place.as_ref(), HouseProblem::DeputyIsSteward { estate });
                continue;
            }
            let differs = (Some(steward), deputy) != (now.steward, now.deputy);
            // From the moment of writing on: a new estate is the secretary's in its first instant.
            let new = NewClaim { estate, steward, deputy, starts_at: None, pact_signed: false };
            self.claims.push(PlannedClaim { new, differs, first: now.first });
        }
    }

    fn wanted(&mut self, workbook: &Workbook) -> BTreeMap<EstateId, Wanted> {
        let mut wanted: BTreeMap<EstateId, Wanted> = BTreeMap::new();
        for row in &workbook.staff {
            let Some(member) = self.member_of(row) else { continue };
            for name in &row.estates {
                let Some(estate) = self.house.estate_id(name) else { continue };
                let said = wanted.entry(estate).or_default();
                if said.steward.is_some_and(|other| other != member) {
                    self.problem(Some(&row.place), HouseProblem::TwoStewards { estate: name.clone() });
                    continue;
                }
                said.steward = Some(member);
                said.place = Some(row.place.clone());
            }
            for name in &row.deputy_estates {
                let Some(estate) = self.house.estate_id(name) else { continue };
                let said = wanted.entry(estate).or_default();
                if said.deputy.is_some_and(|other| other != member) {
                    self.problem(Some(&row.place), HouseProblem::TwoDeputies { estate: name.clone() });
                    continue;
                }
                said.deputy = Some(member);
                said.place = Some(row.place.clone());
            }
        }
        wanted
    }

    /// Who is steward and deputy without the sheets, at the moment from which the sheets would hold.
    fn present(&self, estate: EstateId, at: Moment) -> Present {
        if let Some(claims) = self.house.claims.get(&estate) {
            let claim = claims.in_force(claims.free_from(at));
            return Present { steward: Some(claim.steward), deputy: claim.deputy, first: false };
        }
        let secretary =
            self.house.staff.iter().map(|it| &it.now.staff).find(|it| it.post == Post::Secretary && !it.left);
        Present { steward: secretary.map(|it| it.id), deputy: None, first: true }
    }
}

/// Who looks after an estate now; `first` for a new one, which is the secretary's.
struct Present {
    steward: Option<StaffId>,
    deputy: Option<StaffId>,
    first: bool,
}
