//! Shortest walks.

use super::flat::{Metres, between};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// From each node: to which others, and how far.
pub(super) type Edges = Vec<Vec<(usize, f64)>>;

/// Metres to every node from the nearest of some, each with a way of its own to begin with (Dijkstra).
pub(super) fn shortest(edges: &Edges, from: &[(usize, f64)]) -> Vec<f64> {
    let mut ways = vec![f64::INFINITY; edges.len()];
    let mut open = BinaryHeap::new();
    // Not negative, so the bits are in the order of the numbers.
    let reach = |ways: &mut Vec<f64>, open: &mut BinaryHeap<_>, node: usize, way: f64| {
        if way < ways[node] {
            ways[node] = way;
            open.push(Reverse((way.to_bits(), node)));
        }
    };
    from.iter().for_each(|(node, way)| reach(&mut ways, &mut open, *node, *way));
    while let Some(Reverse((bits, node))) = open.pop() {
        let way = f64::from_bits(bits);
        if way > ways[node] {
            continue;
        }
        for (next, more) in &edges[node] {
            reach(&mut ways, &mut open, *next, way + more);
        }
    }
    ways
}

/// Walks between all buildings: along streets where some lead there, else from neighbour to neighbour, and as the
/// crow flies where there is neither.
pub(super) fn walks(points: &[Metres], links: &[(usize, usize)], on_foot: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    let straight = |a: usize, b: usize| between(points[a], points[b]);
    let mut edges: Edges = vec![Vec::new(); points.len()];
    for &(a, b) in links {
        let way = if on_foot[a][b].is_finite() { on_foot[a][b] } else { straight(a, b) };
        edges[a].push((b, way));
        edges[b].push((a, way));
    }
    let mut walks = on_foot;
    let by_links: Vec<_> = (0..points.len()).map(|from| shortest(&edges, &[(from, 0.0)])).collect();
    for (from, reached) in by_links.iter().enumerate() {
        for (to, linked) in reached.iter().enumerate().skip(from + 1) {
            let way = [walks[from][to], *linked, straight(from, to)].into_iter().find(|it| it.is_finite());
            let way = way.unwrap_or_default();
            (walks[from][to], walks[to][from]) = (way, way);
        }
    }
    walks
}
