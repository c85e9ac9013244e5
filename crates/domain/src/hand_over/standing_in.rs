//! Who stands in for whom, at any instant.

use super::{Answer, HandOver, Occasion};
use crate::ids::{EstateId, GridId, StaffId};
use crate::moment::Moment;

/// What somebody looks after besides their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// Estates of stewards who are away.
    pub estates: Vec<EstateId>,
    /// Grids of workers who are away.
    pub grids: Vec<GridId>,
    /// Those whose tasks they may do: who is away, and who left their work to them.
    pub of: Vec<StaffId>,
}

/// What `staff` covers at `at`.
#[must_use]
pub fn cover_of(all: &[HandOver], staff: StaffId, at: Moment) -> Cover {
    let mut cover = Cover::default();
    for it in all.iter().filter(|it| it.asked.to == staff && it.is_absence_at(at)) {
        cover.estates.extend(&it.asked.estates);
        cover.grids.extend(&it.asked.grids);
        cover.of.push(it.asked.from);
    }
    // What somebody who left had taken over from another goes on with the rest.
    let mut heads = vec![staff];
    heads.extend(&cover.of);
    while let Some(head) = heads.pop() {
        let left = all.iter().filter(|it| {
            it.asked.occasion == Occasion::Leaving
                && it.answer == Answer::Accepted
                && it.asked.to == head
                && it.asked.starts_at <= at
        });
        for from in left.map(|it| it.asked.from) {
            if from != staff && !cover.of.contains(&from) {
                cover.of.push(from);
                heads.push(from);
            }
        }
    }
    cover.estates.sort_unstable();
    cover.estates.dedup();
    cover
}
