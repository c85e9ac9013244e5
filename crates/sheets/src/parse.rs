//! From a row of cells to a typed row of the workbook.

mod people;
mod places;
mod residents;

use crate::fields::SheetKind;
use crate::row::Row;
use crate::rows::Workbook;

/// Reads the row into the workbook; a row whose required cells cannot be read is reported and left out.
pub(crate) fn parse(row: &mut Row<'_>, workbook: &mut Workbook) {
    match row.layout.spec.kind {
        SheetKind::Estates => workbook.estates.extend(places::estate(row)),
        SheetKind::Buildings => workbook.buildings.extend(places::building(row)),
        SheetKind::Rooms => workbook.rooms.extend(places::room(row)),
        SheetKind::Staff => workbook.staff.extend(people::staff(row)),
        SheetKind::Grids => workbook.grids.extend(people::grid(row)),
        SheetKind::Organisations => workbook.organisations.extend(people::organisation(row)),
        SheetKind::Residents => workbook.residents.extend(residents::resident(row)),
    }
}
