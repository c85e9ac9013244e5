//! Which officer of a tier gets which group: as few changes of hands as can be.

use super::assign::{NEVER, assign};
use super::model::Model;
use std::ops::Range;

/// For each group its post: fewest changes among those that pins and prohibitions allow. Where they allow none, the
/// groups are given as they come and the second part is false.
pub fn give(model: &Model, groups: &[Vec<usize>], posts: &Range<usize>) -> (Vec<usize>, bool) {
    let cost = |post: usize, group: usize| {
        let (post, empty) = (posts.start + post, Vec::new());
        let group = groups.get(group).unwrap_or(&empty);
        let one = &model.posts[post];
        if group.len() < one.min || group.len() > one.max || group.iter().any(|rank| !model.may(*rank, post)) {
            return NEVER;
        }
        group.iter().filter(|rank| model.changes(**rank, post)).count() as i64
    };
    let Some(best) = assign(posts.len(), cost, |_, _| true) else {
        return ((posts.start..posts.end).take(groups.len()).collect(), false);
    };
    let mut given = vec![posts.start; groups.len()];
    for (post, group) in best.columns.iter().enumerate() {
        if let Some(one) = given.get_mut(*group) {
            *one = posts.start + post;
        }
    }
    (given, true)
}
