//! Door surveys, one file for each page.

pub(crate) mod deeds;
pub(crate) mod door;
pub(crate) mod export;
pub(crate) mod list;
pub(crate) mod outbox;
pub(crate) mod plan;
mod scope;
pub(crate) mod show;
mod tables;
pub(crate) mod walk;
pub(crate) mod worker;

use crate::view::survey::{Mark, StageKind, TallyView};
use guanjia_app::AppError;
use guanjia_domain::Refusal;
use guanjia_domain::ids::SurveyId;
use guanjia_domain::survey::{Said, Stage, Tally};

/// An id of an address; one that is no id is answered as one that is not known.
fn id<T: std::str::FromStr>(text: &str) -> Result<T, AppError> {
    text.parse().map_err(|_| Refusal::NotFound.into())
}

/// The page of a survey.
fn href(id: SurveyId) -> String {
    format!("/surveys/{id}")
}

fn mark(said: Option<Said>) -> Mark {
    said.and_then(|said| Mark::from_slug(said.name())).unwrap_or(Mark::Unvisited)
}

fn stage(stage: Stage) -> StageKind {
    StageKind::from_slug(stage.name()).unwrap_or(StageKind::Planned)
}

fn tally(it: &Tally) -> TallyView {
    TallyView {
        doors: it.doors,
        affected: it.affected,
        not_affected: it.not_affected,
        nobody_home: it.nobody_home,
        silent: it.refused + it.unknown,
        unvisited: it.unvisited,
        by_phone: it.by_phone,
        again: it.visited_again,
        coverage: (100 * it.told()).checked_div(it.doors).unwrap_or(0),
    }
}
