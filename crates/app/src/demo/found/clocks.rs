//! The limits and the quiet hours of the demo.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::limit::{LimitChange, LimitSet};
use guanjia_domain::permission::Principal;
use guanjia_domain::timetable::{Quiet, Timetable};
use guanjia_store::Tx;
use jiff::civil::Time;

/// Signed for within a working day, small matters on the same day; from ten in the evening to seven only what is urgent
/// rings.
pub(super) fn set(app: &App, tx: &mut Tx, who: &Principal) -> Result<()> {
    app.change_limits_now(tx, who, who.home, (&LimitChange::Set(LimitSet::SignFirst), 0))?;
    let quiet = Quiet::new(Time::constant(22, 0, 0, 0), Time::constant(7, 0, 0, 0))?;
    let timetable = Timetable { quiet: Some(quiet), ..Timetable::default() };
    app.set_timetable_now(tx, who, who.home, &timetable).map(drop)
}
