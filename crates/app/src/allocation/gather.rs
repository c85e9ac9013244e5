//! What the house knows for an allocation: estates with their figures and stewards, and who can take part.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::allocation::{Ask, EstateBasis, Figures, Seat, TierRule};
use guanjia_domain::ids::EstateId;
use guanjia_domain::people::{OrganisationKind, Post, Staff};
use guanjia_domain::place::Point;
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;

/// The weights of the reference community, in per cent.
const WEIGHTS: [u8; 5] = [30, 20, 20, 15, 15];

impl App {
    /// The estates as they are, in the order of their names. What was typed counts only where the house knows nothing.
    pub(super) fn basis(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        figures: &[Figures],
        at: Moment,
    ) -> Result<Vec<EstateBasis>> {
        let (claims, households) = (tx.claims_in_force(community, at)?, tx.households(community, at)?);
        let organisations = tx.organisations(community)?;
        let nearby = || {
            organisations.iter().filter(|it| !it.left && it.kind == OrganisationKind::StationedOrganisation)
        };
        let known = nearby().next().is_some();
        let mut basis = Vec::new();
        for estate in tx.estates(community)? {
            let Some(claim) = claims.iter().find(|it| it.estate == estate.id) else { continue };
            let typed = figures.iter().find(|it| it.estate == estate.id);
            let rooms = households.iter().find(|(id, count)| *id == estate.id && *count > 0);
            let counted =
                nearby().filter(|it| it.estates.is_empty() || it.estates.contains(&estate.id)).count();
            basis.push(EstateBasis {
                estate: estate.id,
                steward: claim.claim.steward,
                households: rooms.map_or(typed.and_then(|it| it.households), |it| small(it.1)),
                organisations: if known { small(counted) } else { typed.and_then(|it| it.organisations) },
                property: estate.facts.property,
                middle: middle(&estate.facts.outline),
            });
        }
        Ok(basis)
    }

    /// What is asked at first: everybody who can be a steward takes one or two estates.
    pub(super) fn first_ask(&self, tx: &mut Tx, community: CommunityCode) -> Result<Ask> {
        Ok(Ask {
            weights: WEIGHTS,
            pairs: None,
            figures: Vec::new(),
            seats: seats(&tx.staff(community)?, &[]),
            tiers: TierRule::Strict,
            tie: 0,
            pinned: Vec::new(),
            forbidden: Vec::new(),
            most_changes: None,
            seed: 1,
        })
    }
}

/// Everybody who can be a steward, with what was said of them before.
pub(super) fn seats(staff: &[Staff], before: &[Seat]) -> Vec<Seat> {
    let seat = |it: &Staff| {
        let new = Seat { staff: it.id, tier: tier(it), least: 1, most: 2, percent: 100 };
        before.iter().find(|seat| seat.staff == it.id).copied().unwrap_or(new)
    };
    staff.iter().filter(|it| it.post.may_claim() && !it.left).map(seat).collect()
}

/// The tier that the list of people says, or else that of the post.
const fn tier(it: &Staff) -> u8 {
    match (it.tier, it.post) {
        (Some(tier), _) => tier,
        (None, Post::Secretary | Post::DeputyHead) => 1,
        (None, Post::SocialWorker) => 3,
        (None, _) => 2,
    }
}

/// The middle of an outline in millionths of a degree.
fn middle(outline: &[Point]) -> Option<(i32, i32)> {
    let count = outline.len() as f64;
    let sum = outline.iter().fold((0.0, 0.0), |sum, point| (sum.0 + point.0, sum.1 + point.1));
    let millionths = |sum: f64| (sum / count * 1e6).round() as i32;
    (!outline.is_empty()).then(|| (millionths(sum.0), millionths(sum.1)))
}

fn small<T: TryInto<u32>>(count: T) -> Option<u32> {
    count.try_into().ok()
}

/// What was typed of an estate.
pub(super) fn typed(figures: &[Figures], estate: EstateId) -> Figures {
    figures.iter().find(|it| it.estate == estate).copied().unwrap_or(Figures::unknown(estate))
}
