//! What a change of limits or calendar would move, as a page shows it.

use crate::view::Measure;
use crate::view::office::{MoveClock, MoveLine, MovesShown};
use guanjia_app::limits::{MovedClock, Moves};
use guanjia_app::request::PlaceName;

/// The moves with the form that makes them.
pub(crate) fn shown(moves: &Moves, form: Vec<(String, String)>) -> MovesShown {
    let clock = |it: MovedClock| MoveClock { measure: Measure::of(it.measure), from: it.from.0, to: it.to.0 };
    let line = |(it, place): (&guanjia_app::limits::Moved, &PlaceName)| MoveLine {
        href: format!("/requests/{}", it.request.id),
        about: format!("#{} · {}", it.request.number, place.line()),
        clocks: it.clocks().into_iter().map(clock).collect(),
    };
    let all = moves.all.iter().filter(|it| !it.clocks().is_empty()).count();
    MovesShown {
        lines: moves.all.iter().zip(&moves.places).map(line).filter(|it| !it.clocks.is_empty()).collect(),
        all: u32::try_from(all).unwrap_or(u32::MAX),
        form,
    }
}
