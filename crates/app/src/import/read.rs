//! Several files read as one workbook.

use super::problem::ImportProblem;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_sheets::{Known, KnownBuilding, KnownEstate, Reading, Source, Workbook, read_workbook};
use guanjia_store::Tx;
use std::collections::BTreeMap;

/// A spreadsheet as it was sent.
#[derive(Clone, Debug)]
pub struct SheetFile {
    /// The file's name.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What came out of the files together.
#[derive(Clone, Debug, Default)]
pub struct Sheets {
    /// The rows; complete only when there are no problems.
    pub workbook: Workbook,
    /// What keeps them from being imported.
    pub problems: Vec<ImportProblem>,
    /// Problems beyond those in the list.
    pub more_problems: u64,
    /// What a person should know.
    pub notices: Vec<ImportProblem>,
    /// Rows that were read.
    pub rows: u64,
    /// Every sheet with its headings, and in which file it stands: for a person who says what its columns hold.
    pub sources: Vec<(String, Source)>,
}

impl App {
    /// Reads spreadsheets that belong together, in any order: what one names the others may refer to. `progress` is
    /// told how many rows were read.
    ///
    /// # Errors
    /// What the store says; what is wrong in the files is in the answer.
    pub fn read_sheets(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        files: &[SheetFile],
        progress: &mut dyn FnMut(u64),
    ) -> Result<Sheets> {
        self.read_sheets_as(tx, community, files, &[], progress)
    }

    /// The same, where somebody says of headings which field they are: name of the heading, name or word of the field.
    ///
    /// # Errors
    /// As [`App::read_sheets`].
    pub fn read_sheets_as(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        files: &[SheetFile],
        names: &[(String, String)],
        progress: &mut dyn FnMut(u64),
    ) -> Result<Sheets> {
        let mut stored = self.known(tx, community)?;
        stored.mappings.names = names.to_vec();
        let mut rows = 0;
        let mut read = |file: &SheetFile, known: &Known| {
            let reading =
                read_workbook(&file.name, &file.bytes, known, &mut |within| progress(rows + within));
            rows += reading.rows;
            reading
        };
        let mut readings: Vec<Reading> = files.iter().map(|file| read(file, &stored)).collect();
        // Only what seems to be missing can be in another file, so a file without problems is not read again.
        for place in 0..files.len() {
            if files.len() > 1 && !readings[place].problems.is_empty() {
                let others = readings.iter().enumerate().filter(|(other, _)| *other != place);
                let known = others.fold(stored.clone(), |known, (_, reading)| with(known, &reading.workbook));
                readings[place] = read(&files[place], &known);
            }
        }
        let mut sheets = Sheets::default();
        for (file, reading) in files.iter().zip(readings) {
            let told = |problem| ImportProblem::Sheet { file: file.name.clone(), problem };
            sheets.problems.extend(reading.problems.into_iter().map(told));
            sheets.notices.extend(reading.notices.into_iter().map(told));
            sheets.more_problems += reading.more_problems;
            sheets.rows += reading.rows;
            sheets.sources.extend(reading.sources.into_iter().map(|it| (file.name.clone(), it)));
            join(&mut sheets.workbook, reading.workbook);
        }
        Ok(sheets)
    }

    /// What the rows of a sheet may refer to because it is stored.
    fn known(&self, tx: &mut Tx, community: CommunityCode) -> Result<Known> {
        let mut units: BTreeMap<_, Vec<String>> = BTreeMap::new();
        for unit in tx.units(community, None)? {
            units.entry(unit.building).or_default().push(unit.name);
        }
        let mut buildings: BTreeMap<_, Vec<KnownBuilding>> = BTreeMap::new();
        for building in tx.buildings(community, None, self.now())? {
            let units = units.remove(&building.id).unwrap_or_default();
            buildings.entry(building.estate).or_default().push(KnownBuilding { name: building.name, units });
        }
        let known_estate = |estate: guanjia_domain::place::Estate| KnownEstate {
            buildings: buildings.remove(&estate.id).unwrap_or_default(),
            name: estate.facts.name,
            aliases: estate.facts.aliases,
        };
        let estates = tx.estates(community)?.into_iter().map(known_estate).collect();
        let mut staff = Vec::new();
        for member in tx.staff(community)?.into_iter().filter(|it| !it.left) {
            staff.push(self.person(tx, community, member.id.0)?.name);
        }
        Ok(Known { estates, staff, mappings: self.told_columns(tx, community)? })
    }
}

/// What is known, with what another file names.
fn with(mut known: Known, workbook: &Workbook) -> Known {
    for row in &workbook.estates {
        let (name, aliases) = (row.name.clone(), row.aliases.clone());
        known.estates.push(KnownEstate { name, aliases, buildings: Vec::new() });
    }
    for (row, rooms) in workbook.expanded() {
        let mut units: Vec<String> = rooms.into_iter().map(|room| room.unit).collect();
        units.dedup();
        let building = KnownBuilding { name: row.name.clone(), units };
        match known.estates.iter_mut().find(|estate| estate.name == row.estate) {
            Some(estate) => estate.buildings.push(building),
            None => {
                let (name, buildings) = (row.estate.clone(), vec![building]);
                known.estates.push(KnownEstate { name, aliases: Vec::new(), buildings });
            }
        }
    }
    // A list of rooms says by itself that there is a building.
    for row in &workbook.rooms {
        let building = KnownBuilding { name: row.building.clone(), units: Vec::new() };
        let estate = known.estates.iter_mut().find(|estate| estate.name == row.estate);
        if let Some(estate) = estate.filter(|it| !it.buildings.iter().any(|it| it.name == row.building)) {
            estate.buildings.push(building);
        }
    }
    known.staff.extend(workbook.staff.iter().map(|row| row.name.clone()));
    known
}

fn join(all: &mut Workbook, one: Workbook) {
    all.estates.extend(one.estates);
    all.buildings.extend(one.buildings);
    all.rooms.extend(one.rooms);
    all.staff.extend(one.staff);
    all.grids.extend(one.grids);
    all.organisations.extend(one.organisations);
    all.residents.extend(one.residents);
    all.unknown_columns.extend(one.unknown_columns);
}
