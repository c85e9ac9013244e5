//! Which officer of a tier gets which group: as few changes of hands as can be.

use super::assign::{NEVER, assign};
use super::model::Model;
use std::collections::BTreeMap;
use std::ops::Range;

/// Up to so many officers every group is weighed for every officer.
const DENSE: usize = 200;

/// For each group its post: fewest changes among those that pins and prohibitions allow. Where they allow none, the
/// groups are given as they come and the second part is false.
pub fn give(model: &Model, groups: &[Vec<usize>], posts: &Range<usize>) -> (Vec<usize>, bool) {
    if posts.len() > DENSE && is_free(model, groups, posts) {
        return (by_components(model, groups, posts), true);
    }
    let cost = |post: usize, group: usize| {
        let (post, empty) = (posts.start + post, Vec::new());
        let group = groups.get(group).unwrap_or(&empty);
        let one = &model.posts[post];
        if group.len() < one.min || group.len() > one.max || group.iter().any(|rank| !model.may(*rank, post))
        {
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

/// Whether any group may go to any officer.
fn is_free(model: &Model, groups: &[Vec<usize>], posts: &Range<usize>) -> bool {
    let ruled = |rank: &usize| model.pinned[*rank].is_some() || !model.forbidden[*rank].is_empty();
    let plain = |group: &Vec<usize>| !group.iter().any(ruled);
    groups.len() == posts.len()
        && groups.iter().all(plain)
        && model.posts[posts.clone()].iter().all(|post| post.min <= 1 && post.max >= 2)
}

/// Officers and groups that share no estate need not be weighed against each other: what hangs together by present
/// stewards is assigned on its own, and the rest as it comes.
fn by_components(model: &Model, groups: &[Vec<usize>], posts: &Range<usize>) -> Vec<usize> {
    let mut part: Vec<usize> = (0..groups.len() + posts.len()).collect();
    fn root(part: &mut [usize], mut one: usize) -> usize {
        while part[one] != one {
            part[one] = part[part[one]];
            one = part[one];
        }
        one
    }
    let mut kept: BTreeMap<(usize, usize), i64> = BTreeMap::new();
    for (group, ranks) in groups.iter().enumerate() {
        for post in
            ranks.iter().filter_map(|rank| model.current[*rank].flatten()).filter(|post| posts.contains(post))
        {
            *kept.entry((group, post)).or_default() += 1;
            let (one, other) = (root(&mut part, group), root(&mut part, groups.len() + post - posts.start));
            part[one.max(other)] = one.min(other);
        }
    }
    let mut components: BTreeMap<usize, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for group in 0..groups.len() {
        components.entry(root(&mut part, group)).or_default().0.push(group);
    }
    for post in posts.clone() {
        components.entry(root(&mut part, groups.len() + post - posts.start)).or_default().1.push(post);
    }
    let mut given = vec![usize::MAX; groups.len()];
    let mut free = Vec::new();
    for (some, others) in components.values() {
        let size = some.len().max(others.len());
        let keeps = |post: usize, group: usize| {
            some.get(group)
                .zip(others.get(post))
                .and_then(|(group, post)| kept.get(&(*group, *post)))
                .unwrap_or(&0)
        };
        let best = assign(size, |post, group| 2 - keeps(post, group), |_, _| true);
        let columns = best.map(|best| best.columns).unwrap_or_default();
        for (row, post) in others.iter().enumerate() {
            match columns.get(row).and_then(|column| some.get(*column)) {
                Some(group) => given[*group] = *post,
                None => free.push(*post),
            }
        }
    }
    let mut free = free.into_iter();
    for post in given.iter_mut().filter(|post| **post == usize::MAX) {
        *post = free.next().unwrap_or(posts.start);
    }
    given
}
