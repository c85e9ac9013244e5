//! Shapes are given to the estates and buildings that they name: all of a file or none.

use super::{Rectangle, Shape, ShapeFault, geojson, list, named, near};
use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::ids::{BuildingId, EstateId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::place::{EstateFacts, Point};
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Refusal, Subject};
use guanjia_store::{Answer, Tx};

/// How many shapes a file brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Placed {
    /// Estates.
    pub estates: usize,
    /// Buildings.
    pub buildings: usize,
}

/// What came of a file.
pub type Taken = std::result::Result<Placed, ShapeFault>;

/// Of what a shape is.
#[derive(Clone, Copy)]
enum Of {
    Estate(EstateId),
    Building(BuildingId),
}

impl App {
    /// Takes the shapes of a file, GeoJSON or a spreadsheet.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`]; inside, a [`ShapeFault`] that names the rows.
    pub fn take_shapes(
        &self,
        who: &Principal,
        community: CommunityCode,
        (name, bytes): (&str, &[u8]),
    ) -> Result<Taken> {
        let area = Area::community(community, None);
        allow(who, Action::ChangePlaces, &area)?;
        let is_json = bytes.iter().find(|it| !it.is_ascii_whitespace()) == Some(&b'{');
        let shapes = if is_json { geojson::shapes(bytes) } else { list::shapes(name, bytes) };
        let shapes = match shapes {
            Ok(shapes) => shapes,
            Err(fault) => return Ok(Err(fault)),
        };
        let (app, who) = (self.clone(), who.clone());
        let done = self.db.write(community, move |tx| -> std::result::Result<Taken, AppError> {
            let found = match app.found(tx, community, &shapes)? {
                Ok(found) => found,
                Err(fault) => return Ok(Err(fault)),
            };
            let mut placed = Placed::default();
            for (of, shape) in found.into_iter().zip(&shapes) {
                match of {
                    Of::Estate(_) => placed.estates += 1,
                    Of::Building(_) => placed.buildings += 1,
                }
                app.place(tx, &who, community, of, shape.outline.clone())?;
            }
            Ok(Ok(placed))
        });
        done.wait()
    }

    /// Places one building by hand.
    ///
    /// # Errors
    /// What [`Rectangle::corners`] says; [`Refusal::NotAChoice`] for a building that is not there.
    pub fn place_building(
        &self,
        who: &Principal,
        community: CommunityCode,
        (building, rectangle): (BuildingId, Rectangle),
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            allow(&who, Action::ChangePlaces, &Area::community(community, None))?;
            app.place(tx, &who, community, Of::Building(building), rectangle.corners()?)
        })
    }

    /// What each shape belongs to.
    fn found(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        shapes: &[Shape],
    ) -> Result<std::result::Result<Vec<Of>, ShapeFault>> {
        let (estates, buildings) = (tx.estate_names(community)?, tx.buildings(community, None, self.now())?);
        let known: Vec<Point> = buildings.iter().flat_map(|it| &it.outline).copied().collect();
        if let Err(fault) = near::check(shapes, &known) {
            return Ok(Err(fault));
        }
        let of = |shape: &Shape| {
            let estate = estates.iter().find(|(_, name)| *name == shape.estate).map(|(id, _)| *id);
            if shape.building.is_empty() {
                return estate.map(Of::Estate);
            }
            let fits = |it: &&guanjia_store::places::BuildingRow| {
                it.name == shape.building && (shape.estate.is_empty() || Some(it.estate) == estate)
            };
            let mut found = buildings.iter().filter(fits);
            let only = found.next().filter(|_| found.next().is_none());
            only.map(|it| Of::Building(it.id))
        };
        let found: Vec<Option<Of>> = shapes.iter().map(of).collect();
        let unknown: Vec<_> =
            shapes.iter().zip(&found).filter(|(_, of)| of.is_none()).map(|it| it.0).collect();
        if unknown.is_empty() {
            Ok(Ok(found.into_iter().flatten().collect()))
        } else {
            Ok(Err(ShapeFault::NotKnown { rows: named(unknown.into_iter()) }))
        }
    }

    fn place(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        of: Of,
        outline: Vec<Point>,
    ) -> Result<()> {
        let subject = match of {
            Of::Estate(id) => Subject::Estate(id),
            Of::Building(id) => Subject::Building(id),
        };
        let before = tx.entity(community, subject)?;
        let event = match &before {
            Some(Entity::Estate(it, _)) => {
                HouseEvent::EstateChanged { facts: EstateFacts { outline, ..it.facts.clone() } }
            }
            Some(Entity::Building(it)) => {
                HouseEvent::BuildingChanged { name: it.name.clone(), units: it.units.clone(), outline }
            }
            _ => return Err(Refusal::NotAChoice { field: "building", value: String::new() }.into()),
        };
        self.record_house(tx, who, community, subject, before, event)
    }
}
