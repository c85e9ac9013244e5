//! Plans against the clock, their bounds and the best values that are known.

mod allocation;
mod best;
mod family;
mod grids;
mod instance;
mod judge;
mod others;
mod published;
mod rivals;
mod row;
mod stopwatch;
mod town;

pub use row::Row;

use crate::bench::figures::Figures;
use crate::failure::Failure;
use judge::Judge;
use rivals::Rivals;
use std::path::{Path, PathBuf};

/// What is measured.
pub struct Asked {
    /// Communities of each size that are invented for the allocation.
    pub seeds: u64,
    /// The seed of the first, and of the searches.
    pub seed: u64,
    /// A folder of published instances.
    pub instances: Option<PathBuf>,
    /// Instances that may take longer, in seconds, are left out.
    pub limit: Option<f64>,
    /// Only the first instance of each family, and no large ones.
    pub quick: bool,
    /// A program that asks other solvers.
    pub rivals: Option<PathBuf>,
    /// The seconds that they have; without it, those of the instance, but ten at least.
    pub rival_seconds: Option<f64>,
    /// Prints the figures as JSON.
    pub json: bool,
}

impl Asked {
    /// A quick run leaves out what may take longer than this.
    const QUICK: f64 = 30.0;

    /// The longest time of an instance that is run, in seconds.
    fn longest(&self) -> f64 {
        let quick = if self.quick { Self::QUICK } else { f64::INFINITY };
        self.limit.unwrap_or(quick)
    }
}

/// Allocation and grids: invented communities and towns, and the published instances of a folder.
pub fn plan(asked: &Asked) -> Result<(), Failure> {
    let mut figures = Figures::new("plan", "this machine");
    allocation::invented(asked, &mut figures)?;
    grids::invented(asked, &mut figures)?;
    if let Some(folder) = &asked.instances {
        let judge = Judge::of(folder, &mut figures)?;
        let mut rivals = Rivals::new(asked.rivals.clone(), asked.rival_seconds)?;
        published::allocations(asked, folder, (&judge, &mut rivals), &mut figures)?;
        grids::published(asked, folder, (&judge, &mut rivals), &mut figures)?;
        rivals.tell(&mut figures);
    } else {
        figures.not_run("published instances: give --instances FOLDER");
    }
    figures.tell(asked.json)
}

/// The files of a folder inside another whose names end in one of `ends`, in the order in which people count.
fn files(folder: &Path, inside: &str, ends: &[&str]) -> Result<Vec<PathBuf>, Failure> {
    let folder = folder.join(inside);
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let listed = std::fs::read_dir(&folder).map_err(|error| Failure::file(&folder, &error))?;
    let mut found = Vec::new();
    for file in listed {
        let path = file.map_err(|error| Failure::file(&folder, &error))?.path();
        if ends.iter().any(|end| path.to_string_lossy().ends_with(end)) {
            found.push(path);
        }
    }
    // pmedcap1_2 before pmedcap1_10.
    found.sort_by_key(|path| (path.as_os_str().len(), path.clone()));
    Ok(found)
}

/// Reads a file.
fn text(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| Failure::file(path, &error))
}

/// A file that is not what its folder should hold.
fn not_an_instance(path: &Path) -> Failure {
    let path = path.display();
    Failure::refused(
        format!("{path} 不是算例。请核对 --instances 的目录，或换一份完整的文件。"),
        format!(
            "{path} is no instance. Look at the folder of --instances, or take a whole copy of the file."
        ),
    )
}
