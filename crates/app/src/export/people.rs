//! Staff, grids and organisations as rows of their sheets.

use super::house::House;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::house::Grid;
use guanjia_domain::ids::{EstateId, StaffId};
use guanjia_domain::people::{OrganisationKind, Post};
use guanjia_sheets::{FieldId as Id, Filled, OutRow, SheetKind};
use guanjia_store::Tx;
use std::collections::BTreeMap;

/// Who looks after which estates.
type Held = BTreeMap<StaffId, [Vec<String>; 2]>;

impl House {
    /// The sheets 工作人员, 网格 and 单位. Who has left is not listed, nor are the administrators of accounts.
    pub(super) fn people(&self, app: &App, tx: &mut Tx) -> Result<Vec<Filled>> {
        let held = self.held(app, tx)?;
        let mut staff = Vec::new();
        for member in tx.staff(self.community)?.into_iter().filter(|it| !it.left) {
            let Some(post) = post(member.post) else { continue };
            let person = app.person(tx, self.community, member.id.0)?;
            let [steward, deputy] = held.get(&member.id).cloned().unwrap_or_default();
            let row = OutRow::default()
                .with(Id::Name, person.name)
                .with(Id::Post, post)
                .with(Id::Tier, member.tier.map_or_else(String::new, |tier| tier.to_string()))
                .with(Id::Phone, person.phone)
                .with(Id::Estates, steward.join(";"))
                .with(Id::DeputyEstates, deputy.join(";"));
            staff.push(self.with_columns(app, tx, member.id.0, row)?);
        }
        let mut grids = Vec::new();
        // A grid that covers nothing yet cannot be written: its scope would be empty.
        for grid in tx.grids(self.community, None, app.now())?.into_iter().filter(|it| !it.parts.is_empty()) {
            let worker = match grid.worker {
                Some(worker) => app.person(tx, self.community, worker.0)?.name,
                None => String::new(),
            };
            let row = OutRow::default()
                .with(Id::Name, &grid.name)
                .with(Id::GridWorker, worker)
                .with(Id::Scope, self.scope(&grid));
            grids.push(self.with_columns(app, tx, grid.id.0, row)?);
        }
        let mut organisations = Vec::new();
        for it in tx.organisations(self.community)?.into_iter().filter(|it| !it.left) {
            let Some(class) = class(it.kind) else { continue };
            let estates: Vec<&str> = it.estates.iter().map(|id| self.estate(*id)).collect();
            let row = OutRow::default()
                .with(Id::Name, &it.name)
                .with(Id::Class, class)
                .with(Id::Phone, app.person(tx, self.community, it.id.0)?.phone)
                .with(Id::Estates, estates.join(";"));
            organisations.push(self.with_columns(app, tx, it.id.0, row)?);
        }
        let filled = |sheet, rows| Filled { sheet, rows };
        Ok(vec![
            filled(SheetKind::Staff, staff),
            filled(SheetKind::Grids, grids),
            filled(SheetKind::Organisations, organisations),
        ])
    }

    fn held(&self, app: &App, tx: &mut Tx) -> Result<Held> {
        let mut held = Held::new();
        let mut add = |who: Option<StaffId>, at: usize, estate: EstateId| {
            if let Some(who) = who {
                held.entry(who).or_default()[at].push(self.estate(estate).to_owned());
            }
        };
        for estate in &self.estates {
            let Some(claims) = tx.claims(self.community, estate.id)? else { continue };
            // The same moment for which an import compares.
            let claim = claims.in_force(claims.free_from(app.now()));
            add(Some(claim.steward), 0, estate.id);
            add(claim.deputy, 1, estate.id);
        }
        Ok(held)
    }

    /// `和平苑:1号楼、2号楼；柳巷里:1号楼1单元`.
    fn scope(&self, grid: &Grid) -> String {
        let mut of_estate: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for part in &grid.parts {
            if let Some((building, unit)) = self.building(part.building, part.unit) {
                let piece = format!("{}{}", building.name, unit.unwrap_or_default());
                of_estate.entry(self.estate(building.standing.first)).or_default().push(piece);
            }
        }
        let parts = of_estate.into_iter().map(|(estate, pieces)| format!("{estate}:{}", pieces.join("、")));
        parts.collect::<Vec<_>>().join("；")
    }
}

/// The word of the sheet; `None` for those whom no sheet lists.
const fn post(post: Post) -> Option<&'static str> {
    Some(match post {
        Post::Secretary => "书记",
        Post::DeputyHead => "副书记",
        Post::CommitteeMember => "两委委员",
        Post::PartyMemberCadre => "党员干部",
        Post::SocialWorker => "社工",
        Post::GridWorker => "网格员",
        _ => return None,
    })
}

const fn class(kind: OrganisationKind) -> Option<&'static str> {
    Some(match kind {
        OrganisationKind::PropertyCompany => "物业公司",
        OrganisationKind::OwnersCommittee => "业委会",
        OrganisationKind::ResidentsCommittee => "居委会",
        OrganisationKind::StationedOrganisation => "驻区单位",
        OrganisationKind::DistrictBureau => return None,
    })
}
