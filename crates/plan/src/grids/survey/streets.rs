//! The network of streets: lines that meet, cross or nearly touch are joined.

use super::flat::{Metres, Segment, along, between, crossing, foot, segments};
use super::walks::{Edges, shortest};

/// Ends of lines that are so near, in metres, are one.
const SAME: f64 = 2.0;
/// How far a door may be from its street, in metres.
const REACH: f64 = 250.0;

/// Streets as a graph.
pub(super) struct Streets {
    pieces: Vec<(Segment, usize, usize)>,
    edges: Edges,
}

/// How a building comes to the network: how far it is to the ends of the nearest piece.
struct Door {
    piece: usize,
    share: f64,
    ends: [(usize, f64); 2],
    way: f64,
}

impl Streets {
    pub(super) fn new(lines: &[Vec<Metres>]) -> Self {
        let whole = segments(lines);
        let mut nodes: Vec<Metres> = Vec::new();
        let mut pieces = Vec::new();
        for &segment in &whole {
            let long = between(segment.0, segment.1);
            let mut cuts = vec![0.0, 1.0];
            for &other in &whole {
                cuts.extend(crossing(segment, other));
                let touched = [other.0, other.1].map(|end| foot(segment, end));
                cuts.extend(touched.iter().filter(|it| it.1 <= SAME).map(|it| it.0));
            }
            cuts.sort_by(f64::total_cmp);
            cuts.dedup_by(|a, b| (*a - *b) * long < SAME / 2.0);
            for two in cuts.windows(2) {
                let piece = (along(segment, two[0]), along(segment, two[1]));
                let ends = (node(&mut nodes, piece.0), node(&mut nodes, piece.1));
                if ends.0 != ends.1 {
                    pieces.push((piece, ends.0, ends.1));
                }
            }
        }
        let mut edges = vec![Vec::new(); nodes.len()];
        for (piece, a, b) in &pieces {
            let long = between(piece.0, piece.1);
            edges[*a].push((*b, long));
            edges[*b].push((*a, long));
        }
        Self { pieces, edges }
    }

    /// Metres from each building to each other along the streets, infinite where none leads; and the buildings that
    /// are too far from every street.
    pub(super) fn walks(&self, points: &[Metres]) -> (Vec<Vec<f64>>, Vec<usize>) {
        let mut walks = vec![vec![f64::INFINITY; points.len()]; points.len()];
        (0..points.len()).for_each(|it| walks[it][it] = 0.0);
        if self.pieces.is_empty() {
            return (walks, Vec::new());
        }
        let doors: Vec<Option<Door>> = points.iter().map(|it| self.door(*it)).collect();
        for (from, door) in doors.iter().enumerate() {
            let Some(door) = door else { continue };
            let reached = shortest(&self.edges, &door.ends);
            for (to, other) in doors.iter().enumerate().skip(from + 1) {
                let Some(other) = other else { continue };
                let by_ends = other.ends.iter().map(|(end, way)| reached[*end] + way);
                let mut way = by_ends.fold(f64::INFINITY, f64::min);
                if door.piece == other.piece {
                    let piece = self.pieces[door.piece].0;
                    let there = (door.share - other.share).abs() * between(piece.0, piece.1);
                    way = way.min(door.way + there + other.way);
                }
                (walks[from][to], walks[to][from]) = (way, way);
            }
        }
        let off = doors.iter().enumerate().filter(|(_, door)| door.is_none()).map(|(at, _)| at).collect();
        (walks, off)
    }

    fn door(&self, at: Metres) -> Option<Door> {
        let feet = self.pieces.iter().enumerate().map(|(piece, it)| (piece, foot(it.0, at)));
        let (piece, (share, way)) = feet.min_by(|one, other| one.1.1.total_cmp(&other.1.1))?;
        let (segment, a, b) = self.pieces[piece];
        let long = between(segment.0, segment.1);
        let ends = [(a, way + share * long), (b, way + (1.0 - share) * long)];
        (way <= REACH).then_some(Door { piece, share, ends, way })
    }
}

fn node(nodes: &mut Vec<Metres>, at: Metres) -> usize {
    nodes.iter().position(|known| between(*known, at) <= SAME).unwrap_or_else(|| {
        nodes.push(at);
        nodes.len() - 1
    })
}
