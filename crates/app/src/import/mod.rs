//! Importing spreadsheets: read, look at what would happen, do all of it or nothing.
//!
//! An import adds and changes; it never removes. What a sheet does not name stays, and an empty cell leaves what is
//! stored. So the same file a second time changes nothing, and a partial file harms nothing.

mod apply;
mod card;
mod columns;
mod difference;
mod entry;
mod house;
mod load;
mod names;
mod plan;
mod problem;
mod read;
mod tally;
mod told;
mod upload;

pub use card::Card;
pub use columns::Columns;
pub(crate) use columns::slot as card_slot;
pub use difference::{Aspect, Difference};
pub use problem::{HouseProblem, ImportProblem};
pub use read::{SheetFile, Sheets};
pub use tally::{Change, Counts, Line, MOST_LINES, Tally, Thing};
pub use told::ToldColumns;
pub(crate) use upload::UPLOAD_TIMER;
pub use upload::{UPLOAD_LIFE, UploadId};

use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::CommunityCode;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_sheets::Workbook;
use guanjia_store::{Answer, StoreError, Tx};
use plan::Plan;
use std::sync::Arc;

/// What an import would do, or has done.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// What keeps it from being done, in the order of files, sheets and rows.
    pub problems: Vec<ImportProblem>,
    /// Problems beyond those in the list.
    pub more_problems: u64,
    /// What a person should know and need not change.
    pub notices: Vec<ImportProblem>,
    /// How many are new, changed and unchanged.
    pub counts: Counts,
    /// The first differences, at most [`MOST_LINES`].
    pub lines: Vec<Line>,
}

/// Why an import was not done. Nothing was written.
#[derive(Clone, Debug, thiserror::Error)]
pub enum ImportError {
    /// Problems that must be mended first.
    #[error("{} problems keep the import from being done", .0.len())]
    Problems(Vec<ImportProblem>),
    /// Refused, or the store could not.
    #[error(transparent)]
    App(#[from] AppError),
}

impl From<StoreError> for ImportError {
    fn from(error: StoreError) -> Self {
        Self::App(error.into())
    }
}

impl App {
    /// What importing the sheets would do. Changes nothing.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::Forbidden`], and what the store says.
    pub fn preview_import(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        sheets: &Sheets,
    ) -> Result<Preview> {
        allow(who, Action::ChangePlaces, &Area::community(community, None))?;
        let mut problems = sheets.problems.clone();
        let mut notices = sheets.notices.clone();
        // Rows that could not be read would show up as missing: with problems in the sheets there is nothing to plan.
        if !problems.is_empty() {
            return Ok(Preview {
                problems,
                more_problems: sheets.more_problems,
                notices,
                ..Preview::default()
            });
        }
        let plan = plan::plan(self, tx, who, community, &sheets.workbook)?;
        problems.extend(plan.problems);
        notices.extend(plan.notices);
        Ok(Preview { problems, more_problems: 0, notices, counts: plan.counts, lines: plan.lines })
    }

    /// Imports a workbook that was read without problems: all of it or nothing, planned anew against what is stored
    /// then. A second time it changes nothing and leaves no event.
    pub fn commit_import(
        &self,
        who: &Principal,
        community: CommunityCode,
        workbook: Workbook,
    ) -> Answer<Preview, ImportError> {
        let (app, who, workbook) = (self.clone(), who.clone(), Arc::new(workbook));
        self.db.write(community, move |tx| {
            allow(&who, Action::ChangePlaces, &Area::community(community, None)).map_err(AppError::from)?;
            let plan = plan::plan(&app, tx, &who, community, &workbook)?;
            if !plan.problems.is_empty() {
                return Err(ImportError::Problems(plan.problems));
            }
            apply::apply(&app, tx, &who, community, &plan)?;
            let Plan { notices, counts, lines, .. } = plan;
            Ok(Preview { notices, counts, lines, ..Preview::default() })
        })
    }
}
