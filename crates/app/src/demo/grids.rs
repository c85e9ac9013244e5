//! A draft of grids in the demo: what the secretary finds when the ninety days are over.

use super::error::DemoError;
use super::found::code;
use crate::grid_design::{DesignError, Wish};
use crate::office::App;
use guanjia_domain::Refusal;
use guanjia_domain::grid_design::{Band, Lines};
use guanjia_domain::permission::Principal;
use guanjia_simulate::outline::Outline;
use guanjia_store::access::Holder;

/// A household that changes its grid worker is worth so many metres of its walk.
const PRICE: u32 = 20;

/// Three plans for the reference community; nothing of it is approved.
pub(super) fn drafted(app: &App, outline: &Outline) -> Result<(), DemoError> {
    let home = code(outline.community.division_code)?;
    let secretary = |tx: &mut guanjia_store::Tx| -> crate::Result<Principal> {
        let staff = app.secretary(tx, home)?.ok_or(Refusal::LastSecretary)?;
        Ok(app.signed_in(tx, home, Holder::Staff(staff.0))?.who)
    };
    let who = app.db.read(secretary)?;
    let band = Band { min: 300, max: 500 };
    let wish = Wish { band, price: PRICE, seed: 1, lines: Some(Lines::default()) };
    match app.design_grids(&who, home, &wish) {
        Ok(_) => Ok(()),
        Err(DesignError::App(error)) => Err(error.into()),
        Err(DesignError::Obstacles(_)) => Err(crate::AppError::from(Refusal::NotFound).into()),
    }
}
