//! The demo: the reference community and ninety invented days of it, made through the same use cases as real work.
//!
//! A folder that is being filled carries a mark until it is whole, so a demo that was killed half-way is begun anew,
//! and nothing is ever removed from a folder that holds anything else.

mod allocation;
mod cast;
mod command;
mod error;
mod folder;
mod found;
mod grids;
mod own_work;
mod pictures;
mod play;
mod put_right;
mod survey;
mod views;

pub use cast::{CastMember, DemoCast, ROLES};
pub use error::DemoError;

use crate::clock::{HandClock, SystemClock};
use crate::office::App;
use guanjia_domain::Moment;
use guanjia_store::StoreError;
use std::path::Path;
use std::sync::Arc;

/// What distinguishes one demo from another.
#[derive(Clone, Copy, Debug)]
pub struct DemoPlan {
    /// The last moment of the ninety days.
    pub end: Moment,
    /// Which days are told.
    pub seed: u64,
}

impl DemoPlan {
    /// The seed of the demo that everybody sees.
    pub const SEED: u64 = 1;
}

impl From<StoreError> for DemoError {
    fn from(error: StoreError) -> Self {
        Self::App(error.into())
    }
}

/// How far the making is: steps done, steps in all.
pub type Progress<'a> = &'a mut dyn FnMut(u64, u64);

/// Makes the demo that ends at `end` with the usual seed, unless it is there already. Blocks.
///
/// # Errors
/// As [`open`].
pub fn build(
    folder: &Path,
    server: Option<&str>,
    end: Moment,
    progress: Progress,
) -> Result<DemoCast, DemoError> {
    open(folder, server, DemoPlan { end, seed: DemoPlan::SEED }, progress).map(|(_, cast)| cast)
}

/// Opens the demo in `folder` (with its data in the PostgreSQL database at `server`, if one is given) and makes it
/// first where it is not there. What is there already stays, whatever the plan says. Blocks.
///
/// # Errors
/// [`DemoError::NotADemo`] and [`DemoError::NotEmpty`] rather than touching other data; else what the store says.
pub fn open(
    folder: &Path,
    server: Option<&str>,
    plan: DemoPlan,
    progress: Progress,
) -> Result<(App, DemoCast), DemoError> {
    if let Some(cast) = folder::whole(folder)? {
        let app = App::open(folder, server, Arc::new(SystemClock))?;
        let there = app.db.read(|tx| tx.community(cast.community()))?.is_some();
        return if there { Ok((app, cast)) } else { Err(DemoError::NotEmpty(folder.display().to_string())) };
    }
    folder::prepare(folder, server.is_some())?;
    let clock = Arc::new(HandClock::at(plan.end));
    let app = App::open(folder, server, clock.clone())?;
    if !app.db.read(|tx| -> Result<_, DemoError> { Ok(tx.communities()?) })?.is_empty() {
        return Err(DemoError::NotEmpty(folder.display().to_string()));
    }
    let outline = Arc::new(guanjia_simulate::outline());
    found::found(&app, &clock, &outline, plan.end)?;
    play::play(&app, &clock, &outline, plan, progress)?;
    grids::drafted(&app, &outline)?;
    views::saved(&app, &outline)?;
    let cast = app.db.read(|tx| cast::choose(&app, tx, &outline))?;
    folder::finish(folder, &cast)?;
    Ok((App { clock: Arc::new(SystemClock), ..app }, cast))
}
