//! The requests behind a figure, and the registers: a page at a time. Neither words nor persons stand in them; the
//! number leads to the request, which shows what its reader may see.

use super::listing::Listing;
use super::scope::{Place, Scope};
use crate::error::Result;
use crate::office::App;
use guanjia_domain::ids::{BuildingId, UnitId};
use guanjia_domain::permission::Principal;
use guanjia_domain::request::Request;
use guanjia_domain::{CommunityCode, Moment, Party};
use guanjia_store::Tx;
use std::collections::HashMap;
use uuid::Uuid;

/// After which request a page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor(pub(super) Place);

/// A line of a register.
#[derive(Clone, Debug)]
pub struct RegisterLine {
    /// The request.
    pub request: Request,
    /// Its estate.
    pub estate: String,
    /// Its building and unit, as far as they are named.
    pub place: String,
    /// The organisation that has it; empty for others.
    pub organisation: String,
}

/// A page of a register.
#[derive(Clone, Debug)]
pub struct RegisterPage {
    /// Whose.
    pub scope: Scope,
    /// The lines.
    pub lines: Vec<RegisterLine>,
    /// After what the next page begins.
    pub next: Option<Cursor>,
}

/// Names of what stands in a register, read once.
pub(super) struct Names {
    places: HashMap<Uuid, String>,
    organisations: HashMap<Uuid, String>,
}

impl Cursor {
    /// The cursor that is written so.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        let (way, at, id) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Self((way.parse().ok()?, Some((Moment(at.parse().ok()?), id.parse().ok()?)))))
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (way, after) = self.0;
        let (at, id) = after.unwrap_or((Moment(i64::MIN), Uuid::nil()));
        write!(f, "{way}.{}.{id}", at.0)
    }
}

impl Names {
    pub(super) fn read(app: &App, tx: &mut Tx, community: CommunityCode) -> Result<Self> {
        let buildings = tx.buildings(community, None, app.now())?.into_iter().map(|it| (it.id.0, it.name));
        let units: Vec<_> = tx.units(community, None)?.into_iter().map(|it| (it.id.0, it.name)).collect();
        let organisations = tx.organisations(community)?.into_iter().map(|it| (it.id.0, it.name)).collect();
        Ok(Self { places: buildings.chain(units).collect(), organisations })
    }

    pub(super) fn line(&self, scope: &Scope, request: &Request) -> RegisterLine {
        let name = |id: Option<Uuid>| id.and_then(|id| self.places.get(&id)).map_or("", String::as_str);
        let building = name(request.place.building.map(|BuildingId(id)| id));
        let unit = name(request.place.unit.map(|UnitId(id)| id));
        let organisation = match request.handler {
            Party::Organisation(id) | Party::DistrictBureau(id) => self.organisations.get(&id.0).cloned(),
            _ => None,
        };
        RegisterLine {
            estate: scope.estate(request.place.estate).to_owned(),
            place: [building, unit].iter().filter(|it| !it.is_empty()).copied().collect::<Vec<_>>().join(" "),
            organisation: organisation.unwrap_or_default(),
            request: request.clone(),
        }
    }
}

impl App {
    /// A page of a list: open requests of earlier months first, then what ended of these, then those of the month.
    ///
    /// # Errors
    /// As [`App::report_scope`].
    pub fn register_page(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        listing: &Listing,
        after: Option<Cursor>,
        most: usize,
    ) -> Result<RegisterPage> {
        let scope = self.report_scope(tx, who, community)?;
        let names = Names::read(self, tx, community)?;
        let by = self.reckoning(tx, community, listing.month)?;
        let (mut lines, mut last, mut more) = (Vec::new(), None, false);
        let begin = after.map_or((listing.which.begins_with(), None), |cursor| cursor.0);
        scope.walk(tx, listing.month.span(), begin, |request, place| {
            if !listing.holds(request, &by) {
                return Ok(true);
            }
            if lines.len() == most {
                more = true;
                return Ok(false);
            }
            last = Some(Cursor(place));
            lines.push(names.line(&scope, request));
            Ok(true)
        })?;
        Ok(RegisterPage { lines, next: last.filter(|_| more), scope })
    }
}
