//! What is made to be printed.

mod doors;
mod file;
mod poster;
mod visits;

pub(crate) use doors::doors;
pub(crate) use file::file;
pub(crate) use poster::poster;
pub(crate) use visits::{of_building, of_grid};

use crate::fault::Fault;
use crate::pages::estates::shown;
use crate::present::contact;
use crate::view::print::{PrintEstate, PrintPage, Reach};
use crate::view::{Choice, Contact, Section};
use crate::visitor::{Visitor, html};
use axum::response::Response;
use guanjia_app::{App, AppError, Person};
use guanjia_domain::house::Community;
use guanjia_domain::ids::EstateId;
use guanjia_domain::permission::{Action, Area, Verdict, permit};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;

/// `GET /print`: everything that can be printed.
pub(crate) async fn list(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Print), |visitor, tx, seat| {
            let (app, who, home) = (visitor.site.app(), &seat.signed_in.who, seat.home);
            let claims = app.claims_of_all(tx, who, home)?;
            let (buildings, units) = (tx.buildings(home, None, app.now())?, tx.units(home, None)?);
            let mut estates = Vec::new();
            for it in claims {
                let own = || buildings.iter().filter(|building| building.estate == it.estate.id);
                let doors = units.iter().filter(|unit| own().any(|building| building.id == unit.building));
                estates.push(PrintEstate {
                    id: it.estate.id.to_string(),
                    doors: shown(doors.count()),
                    buildings: own().map(|it| Choice::new(it.id.to_string(), it.name.clone())).collect(),
                    name: it.estate.facts.name,
                    steward: it.in_force.steward.name,
                });
            }
            let grids = tx.grids(home, None, app.now())?;
            let community = app.community(tx, home)?;
            html(&PrintPage {
                page: seat.frame,
                estates,
                grids: grids.into_iter().map(|it| Choice::new(it.id.to_string(), it.name)).collect(),
                may_change: permit(who, Action::ChangePlaces, &Area::community(home, None))
                    == Verdict::Allowed,
                no_numbers: community.supervision.is_empty() && community.office.phone.is_empty(),
            })
        })
        .await
}

/// The numbers that everybody may read.
pub(crate) fn reach(community: &Community) -> Reach {
    Reach {
        office: community.office.phone.clone(),
        hours: community.office.hours.clone(),
        supervision: community.supervision.clone(),
    }
}

/// A steward as everybody may read them.
pub(crate) fn public_contact(person: &Person, community: &Community) -> Contact {
    contact(&person.published(community))
}

/// An estate of the own community with its steward as everybody may read them.
fn estate_and_steward(
    app: &App,
    tx: &mut Tx,
    who: &guanjia_domain::permission::Principal,
    home: CommunityCode,
    id: &str,
) -> Result<(EstateId, String, Contact, Community), AppError> {
    let id: EstateId = id.parse().map_err(|_| Refusal::NotFound)?;
    let claims = app.claims_of(tx, who, home, id)?;
    let community = app.community(tx, home)?;
    let steward = public_contact(&claims.in_force.steward, &community);
    Ok((id, claims.estate.facts.name, steward, community))
}
