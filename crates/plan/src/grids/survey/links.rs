//! Which buildings are neighbours.

use super::flat::{Metres, between};

/// How many of the nearest may be neighbours.
const NEAREST: usize = 12;

/// The Gabriel graph of the points without what is barred; then the parts of each estate, and at last all parts, are
/// joined by their shortest links that nothing bars.
pub(super) fn links(
    points: &[Metres],
    estates: &[usize],
    barred: &dyn Fn(usize, usize) -> bool,
) -> Vec<(usize, usize)> {
    let mut links = Vec::new();
    for a in 0..points.len() {
        let way = |b: usize| between(points[a], points[b]);
        let mut near: Vec<usize> = (0..points.len()).filter(|it| *it != a).collect();
        near.sort_by(|one, other| way(*one).total_cmp(&way(*other)).then(one.cmp(other)));
        near.truncate(NEAREST);
        for (rank, &b) in near.iter().enumerate() {
            // Whatever lies in the circle over the link is nearer than its end.
            let between_them =
                |&c: &usize| way(c).powi(2) + between(points[b], points[c]).powi(2) < way(b).powi(2) * 0.999;
            let link = (a.min(b), a.max(b));
            if !near[..rank].iter().any(between_them) && !links.contains(&link) && !barred(a, b) {
                links.push(link);
            }
        }
    }
    let count = estates.iter().max().map_or(0, |most| most + 1);
    for estate in 0..count {
        let members: Vec<usize> = (0..points.len()).filter(|it| estates[*it] == estate).collect();
        join(points, &members, &mut links, barred);
    }
    join(points, &(0..points.len()).collect::<Vec<_>>(), &mut links, barred);
    links.sort_unstable();
    links
}

/// Joins the parts into which `members` fall, the nearest first.
fn join(
    points: &[Metres],
    members: &[usize],
    links: &mut Vec<(usize, usize)>,
    barred: &dyn Fn(usize, usize) -> bool,
) {
    let mut part = parts(points.len(), members, links);
    if members.windows(2).all(|two| part[two[0]] == part[two[1]]) {
        return;
    }
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (at, &a) in members.iter().enumerate() {
        let others = members[at + 1..].iter().filter(|b| part[a] != part[**b]);
        pairs.extend(others.map(|&b| (between(points[a], points[b]), a.min(b), a.max(b))));
    }
    pairs.sort_by(|one, other| one.0.total_cmp(&other.0));
    for (_, a, b) in pairs {
        if part[a] != part[b] && !barred(a, b) {
            links.push((a, b));
            let (gone, stays) = (part[a], part[b]);
            part.iter_mut().filter(|it| **it == gone).for_each(|it| *it = stays);
        }
    }
}

/// The number of the part in which each member is, by links among members alone.
fn parts(count: usize, members: &[usize], links: &[(usize, usize)]) -> Vec<usize> {
    let mut inside = vec![false; count];
    members.iter().for_each(|it| inside[*it] = true);
    let mut part: Vec<usize> = (0..count).collect();
    for &(a, b) in links.iter().filter(|(a, b)| inside[*a] && inside[*b]) {
        let (gone, stays) = (part[a], part[b]);
        if gone != stays {
            part.iter_mut().filter(|it| **it == gone).for_each(|it| *it = stays);
        }
    }
    part
}

/// The parts of each estate that does not hang together.
pub(super) fn torn(estates: &[usize], links: &[(usize, usize)]) -> Vec<Vec<Vec<usize>>> {
    let count = estates.iter().max().map_or(0, |most| most + 1);
    let of_estate = |estate: usize| {
        let members: Vec<usize> = (0..estates.len()).filter(|it| estates[*it] == estate).collect();
        let part = parts(estates.len(), &members, links);
        let mut found: Vec<Vec<usize>> = Vec::new();
        for at in members {
            match found.iter_mut().find(|it| part[it[0]] == part[at]) {
                Some(known) => known.push(at),
                None => found.push(vec![at]),
            }
        }
        found
    };
    (0..count).map(of_estate).filter(|it| it.len() > 1).collect()
}
