//! Estates: the list, one of them, and one of its buildings as a table of rooms.

mod building;

use crate::fault::Fault;
use crate::present::contact;
use crate::view::place::{BuildingLine, EstatePage, EstateTile, EstatesPage, PastClaim};
use crate::view::{Contact, PageFrame, Section};
use crate::visitor::{Visitor, html};
use axum::extract::Path;
use axum::response::Response;
use guanjia_app::place::{BuildingTally, EstateClaims, EstateSheet, EstateTally, HeldClaim, NamedGrid};
use guanjia_domain::Refusal;
use guanjia_domain::ids::{BuildingId, EstateId};

/// A count as pages show it.
pub(crate) fn shown(count: impl TryInto<u32>) -> u32 {
    count.try_into().unwrap_or(u32::MAX)
}

/// The page of an estate.
pub(crate) fn estate_href(id: EstateId) -> String {
    format!("/estates/{id}")
}

/// The page of a building.
pub(crate) fn building_href(estate: EstateId, id: BuildingId) -> String {
    format!("/estates/{estate}/buildings/{id}")
}

/// `GET /estates`.
pub(crate) async fn list(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Estates), |visitor, tx, seat| {
            let list = visitor.site.app().estate_list(tx, &seat.signed_in.who)?;
            let page = EstatesPage { estates: list.into_iter().map(tile).collect(), page: seat.frame };
            html(&page)
        })
        .await
}

fn tile(it: EstateTally) -> EstateTile {
    EstateTile {
        href: estate_href(it.line.id),
        name: it.line.name,
        steward: it.line.steward.name,
        households: shown(it.line.households),
        buildings: shown(it.buildings),
        open: shown(it.open),
    }
}

/// `GET /estates/{id}`.
pub(crate) async fn show(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Estates), move |visitor, tx, seat| {
            let id = id.parse().map_err(|_| Refusal::NotFound)?;
            let sheet = visitor.site.app().estate_sheet(tx, &seat.signed_in.who, id)?;
            html(&estate_page(seat.frame, &sheet))
        })
        .await
}

fn estate_page(page: PageFrame, sheet: &EstateSheet) -> EstatePage {
    let estate = &sheet.claims.estate;
    let drawn =
        !estate.facts.outline.is_empty() || sheet.buildings.iter().any(|it| !it.row.outline.is_empty());
    let building = |it: &BuildingTally| BuildingLine {
        href: building_href(estate.id, it.row.id),
        name: it.row.name.clone(),
        units: shown(it.units),
        floors: it.floors,
        households: it.row.households,
        grids: it.grids.join(page.say("list-comma")),
        open: shown(it.open),
    };
    let worker = |grid: &NamedGrid| {
        let nobody = || Contact { name: page.say("grid-no-worker").to_owned(), phone: None };
        (grid.grid.name.clone(), grid.worker.as_ref().map_or_else(nobody, contact))
    };
    EstatePage {
        id: estate.id.to_string(),
        name: estate.facts.name.clone(),
        households: sheet.buildings.iter().map(|it| it.row.households).sum(),
        residents: (sheet.residents > 0).then(|| shown(sheet.residents)),
        open: shown(sheet.open),
        overdue: shown(sheet.overdue),
        steward: contact(&sheet.claims.in_force.steward),
        deputy: sheet.claims.in_force.deputy.as_ref().map(contact),
        grids: sheet.grids.iter().map(worker).collect(),
        organisations: sheet.organisations.iter().map(contact).collect(),
        claims: history(&sheet.claims),
        buildings: sheet.buildings.iter().map(building).collect(),
        outlines: drawn.then(|| format!("/plan.geojson?estate={}", estate.id)),
        page,
    }
}

/// All claims, the latest first. The one in force goes on until now, whatever is planned.
fn history(claims: &EstateClaims) -> Vec<PastClaim> {
    let line = |held: &HeldClaim, until: Option<i64>| PastClaim {
        steward: held.steward.name.clone(),
        deputy: held.deputy.as_ref().map(|it| it.name.clone()),
        since: held.claim.starts_at.0,
        until,
    };
    let ended = |held: &HeldClaim| line(held, held.until.map(|until| until.0));
    let planned = claims.planned.iter().rev().map(ended);
    let present = std::iter::once(line(&claims.in_force, None));
    planned.chain(present).chain(claims.past.iter().rev().map(ended)).collect()
}

/// `GET /estates/{id}/buildings/{building}`.
pub(crate) async fn building(
    visitor: Visitor,
    Path((estate, id)): Path<(String, String)>,
) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Estates), move |visitor, tx, seat| {
            let estate = estate.parse().map_err(|_| Refusal::NotFound)?;
            let id = id.parse().map_err(|_| Refusal::NotFound)?;
            let sheet = visitor.site.app().building_sheet(tx, &seat.signed_in.who, estate, id)?;
            html(&building::building_page(seat.frame, &sheet))
        })
        .await
}
