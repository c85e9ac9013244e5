//! Whether regions hang together by the adjacency.

use super::regions::Regions;

/// No building.
pub const NOBODY: u32 = u32::MAX;

/// Marks for walks over buildings; a walk costs nothing to begin anew.
#[derive(Clone, Debug)]
pub struct Walker {
    mark: Vec<u32>,
    round: u32,
    todo: Vec<u32>,
}

impl Walker {
    /// For so many buildings.
    pub fn new(buildings: usize) -> Self {
        Self { mark: vec![0; buildings], round: 0, todo: Vec::new() }
    }

    fn begin(&mut self) {
        if self.round == u32::MAX {
            self.mark.fill(0);
            self.round = 0;
        }
        self.round += 1;
        self.todo.clear();
    }

    /// Goes from `start` over buildings that `inside` admits and calls `seen` for each, until it says stop.
    fn walk(
        &mut self,
        near: &[Vec<u32>],
        start: u32,
        inside: impl Fn(u32) -> bool,
        mut seen: impl FnMut(u32) -> bool,
    ) {
        self.begin();
        self.mark[start as usize] = self.round;
        self.todo.push(start);
        while let Some(at) = self.todo.pop() {
            if seen(at) {
                return;
            }
            for &next in &near[at as usize] {
                if self.mark[next as usize] != self.round && inside(next) {
                    self.mark[next as usize] = self.round;
                    self.todo.push(next);
                }
            }
        }
    }

    /// The parts into which `members` fall, the one of the first member first.
    pub fn parts(&mut self, near: &[Vec<u32>], members: &[u32]) -> Vec<Vec<u32>> {
        let mut sorted = members.to_vec();
        sorted.sort_unstable();
        let mut taken = vec![false; sorted.len()];
        let mut parts = Vec::new();
        for &start in members {
            let Ok(at) = sorted.binary_search(&start) else { continue };
            if taken[at] {
                continue;
            }
            let mut part = Vec::new();
            self.walk(
                near,
                start,
                |it| sorted.binary_search(&it).is_ok(),
                |it| {
                    part.push(it);
                    false
                },
            );
            for it in &part {
                if let Ok(at) = sorted.binary_search(it) {
                    taken[at] = true;
                }
            }
            part.sort_unstable();
            parts.push(part);
        }
        parts
    }

    /// Whether the region of `gone` still hangs together without it.
    pub fn can_leave(&mut self, regions: &Regions<'_>, gone: u32) -> bool {
        let near = &regions.model.near;
        let of = &regions.of;
        let region = of[gone as usize];
        let around = near[gone as usize].iter().copied().filter(|&it| of[it as usize] == region);
        let mut left = around.clone().count();
        let mut around = around;
        let Some(start) = around.next() else { return false };
        if left == 1 {
            return true;
        }
        let beside = &near[gone as usize];
        self.walk(
            near,
            start,
            |it| of[it as usize] == region && it != gone,
            |it| {
                // Lists of neighbours are short and in order.
                left -= usize::from(beside.binary_search(&it).is_ok());
                left == 0
            },
        );
        left == 0
    }

    /// How many buildings of a region with a fixed centre cannot be reached from it, without `gone` and with `come`.
    pub fn astray(&mut self, regions: &Regions<'_>, region: u32, gone: u32, come: u32) -> u32 {
        let of = &regions.of;
        let list = &regions.list[region as usize];
        let Some(centre) = list.fixed_centre() else { return 0 };
        let mut left = list.members.len() as u32 - u32::from(gone != NOBODY) + u32::from(come != NOBODY);
        let inside = |it: u32| (of[it as usize] == region || it == come) && it != gone;
        self.walk(&regions.model.near, centre, inside, |_| {
            left -= 1;
            left == 0
        });
        left
    }

    /// The buildings that `gone` would cut off from the rest of its region, itself first; empty where they are more
    /// than `most`. The rest is the part with the fixed centre, or the largest.
    pub fn cut_off(&mut self, regions: &Regions<'_>, gone: u32, most: usize, chunk: &mut Vec<u32>) {
        let (near, of) = (&regions.model.near, &regions.of);
        let region = of[gone as usize];
        let whole = regions.list[region as usize].members.len();
        let centre = regions.list[region as usize].fixed_centre();
        chunk.clear();
        chunk.push(gone);
        let mut rest = 0;
        for &start in near[gone as usize].iter().filter(|&&it| of[it as usize] == region) {
            if chunk.contains(&start) {
                continue;
            }
            let (from, mut has_centre) = (chunk.len(), false);
            self.walk(
                near,
                start,
                |it| of[it as usize] == region && it != gone,
                |it| {
                    has_centre |= Some(it) == centre;
                    chunk.push(it);
                    chunk.len() - from > most
                },
            );
            let size = chunk.len() - from;
            if has_centre || size > most || centre.is_none() && 2 * size > whole {
                // This is the rest. Met again from another neighbour it is walked again, which is cheap enough.
                chunk.truncate(from);
                rest += 1;
            }
        }
        if rest == 0 || chunk.len() > most {
            chunk.clear();
        }
    }

    /// Whether the region of `gone` hangs together when `come`, of another region, takes its place.
    pub fn can_exchange(&mut self, regions: &Regions<'_>, gone: u32, come: u32) -> bool {
        let of = &regions.of;
        let region = of[gone as usize];
        let mut left = regions.list[region as usize].members.len();
        let inside = |it: u32| it != gone && of[it as usize] == region;
        self.walk(&regions.model.near, come, inside, |_| {
            left -= 1;
            left == 0
        });
        left == 0
    }
}
