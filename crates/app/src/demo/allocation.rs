//! The allocation of the demo: worked out with invented figures, objected to once, answered and approved.

use super::found::code;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::Refusal;
use guanjia_domain::allocation::{Figures, Verdict};
use guanjia_domain::ids::EstateId;
use guanjia_simulate::outline::{EstateOutline, Outline};
use guanjia_store::access::Holder;

/// Of each estate in the order of the outline: elderly and tenants in per cent, households that need care.
const SHARES: [(u8, u8, u32); 13] = [
    (31, 28, 36),
    (34, 26, 26),
    (36, 30, 24),
    (28, 20, 14),
    (26, 21, 12),
    (25, 22, 11),
    (27, 18, 9),
    (26, 20, 9),
    (29, 22, 9),
    (18, 12, 3),
    (17, 10, 3),
    (16, 9, 2),
    (18, 8, 2),
];

/// This estate has no figure of its residents yet: the page says so.
const UNKNOWN: usize = 11;

fn figures(estates: &[EstateOutline]) -> Vec<Figures> {
    let of = |(at, (estate, (elderly, tenants, care))): (usize, (&EstateOutline, (u8, u8, u32)))| Figures {
        residents: (at != UNKNOWN).then_some(estate.residents),
        elderly: Some(elderly),
        tenants: Some(tenants),
        care: Some(care),
        ..Figures::unknown(EstateId(estate.id))
    };
    estates.iter().zip(SHARES).enumerate().map(of).collect()
}

/// Drafts it with as few changes as today's claims need, lays it before the officers, and approves it.
pub(super) fn approved(app: &App, outline: &Outline) -> Result<()> {
    let community = code(outline.community.division_code)?;
    let (secretary, officer, estate) = app.db.read(|tx| {
        let id = app.secretary(tx, community)?.ok_or(Refusal::LastSecretary)?;
        let held = tx.claims_in_force(community, app.now())?;
        let other = held.iter().find(|it| it.claim.steward != id).ok_or(Refusal::NotFound)?;
        let estate = other.estate;
        let secretary = app.signed_in(tx, community, Holder::Staff(id.0))?.who;
        let officer = app.signed_in(tx, community, Holder::Staff(other.claim.steward.0))?.who;
        Ok::<_, crate::AppError>((secretary, officer, estate))
    })?;
    let figures = figures(&outline.community.estates);
    let id = app.begin_allocation(&secretary, community, |ask| {
        // Today's stewards stay where they are: the plan says what that costs.
        ask.figures = figures;
        ask.most_changes = Some(0);
        Ok(())
    })?;
    let id = id.wait()?;
    let it = app.db.read(|tx| app.allocation_for(tx, &secretary, community, id))?;
    let seen = (id, it.revision);
    app.lay_allocation(&secretary, community, seen).wait()?;
    let reason = "小区北门在修路，这段时间走访要绕远，希望分配时考虑到。";
    let objection = app.object(&officer, community, (id, estate), reason)?.wait()?;
    let words = "路修好之前由副职帮忙走访北区，方案不变。";
    app.answer_objection(&secretary, community, (id, objection), (Verdict::Kept, words))?.wait()?;
    app.approve_allocation(&secretary, community, seen, (None, None)).wait()
}
