//! What the demo has planned for the days after the story: a unit that comes to another grid, a steward who is away.

use crate::day::{DAY, day_start};
use crate::error::Result;
use crate::hand_over::NewHandOver;
use crate::office::App;
use crate::partition::Regrid;
use guanjia_domain::Moment;
use guanjia_domain::hand_over::Occasion;
use guanjia_domain::permission::Principal;
use guanjia_domain::place::GridPart;
use guanjia_store::Tx;

/// One of each, where the community is large enough.
pub(super) fn changes(app: &App, tx: &mut Tx, who: &Principal, end: Moment) -> Result<()> {
    let day = |n: i64| day_start(end).plus(n * DAY);
    let grids = tx.grids(who.home, None, app.now())?;
    // The last building of the first grid goes to the second one.
    if let [first, second, ..] = &grids[..]
        && let Some(last) = first.parts.last()
        && first.parts.len() > 1
    {
        let part = GridPart { ..*last };
        app.replan_now(tx, who, who.home, Regrid::Part(part, Some(second.id)), Some(day(10)))?;
    }
    let secretary = app.secretary(tx, who.home)?;
    let claims = tx.claims_in_force(who.home, app.now())?;
    let away =
        claims.iter().rev().find(|it| Some(it.claim.steward) != secretary && it.claim.deputy.is_some());
    if let Some(held) = away {
        let new = NewHandOver {
            occasion: Occasion::Absence,
            from: held.claim.steward,
            to: None,
            starts_at: Some(day(3)),
            ends_at: Some(day(8)),
            estates: vec![held.estate],
            grids: Vec::new(),
        };
        app.ask_now(tx, who, who.home, &new)?;
    }
    Ok(())
}
