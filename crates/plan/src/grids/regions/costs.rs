//! What a region would cost after a change, in one pass over it.

use super::{FREE, Regions, least_of};

impl Regions<'_> {
    /// What a region costs when a building has left.
    pub(super) fn cost_without(&mut self, number: u32, gone: u32) -> f64 {
        let region = &self.list[number as usize];
        if region.centre != FREE {
            self.work += 8;
            return region.cost - self.model.cost(gone, region.centre);
        }
        self.work += region.members.len() as u64 + 4;
        let weight = self.model.weight[gone as usize];
        let buffer = &mut self.buffer[0];
        self.model.metric.ways_from(gone as usize, &region.members, buffer);
        // Its own sum must not be chosen.
        buffer[self.slot[gone as usize] as usize] = f64::NEG_INFINITY;
        least_of(region.sums.iter().zip(&*buffer).map(|(sum, way)| sum - weight * way))
    }

    /// What a region costs when a building has come.
    pub(super) fn cost_with(&mut self, number: u32, come: u32) -> f64 {
        let region = &self.list[number as usize];
        if region.centre != FREE {
            self.work += 8;
            return region.cost + self.model.cost(come, region.centre);
        }
        self.work += region.members.len() as u64 + 4;
        let weight = self.model.weight[come as usize];
        let buffer = &mut self.buffer[0];
        self.model.metric.ways_from(come as usize, &region.members, buffer);
        let among = least_of(region.sums.iter().zip(&*buffer).map(|(sum, way)| sum + weight * way));
        among.min(self.cost_around(number, come, FREE))
    }

    /// What the members of a region cost with the centre in a building outside, without `except`.
    fn cost_around(&self, number: u32, centre: u32, except: u32) -> f64 {
        let members = &self.list[number as usize].members;
        if self.model.metric.is_symmetric() && except == FREE {
            // The distances from the centre are in the buffer already.
            let ways = members.iter().zip(&self.buffer[0]);
            return ways.map(|(&it, way)| self.model.weight[it as usize] * way).sum();
        }
        members.iter().filter(|&&it| it != except).map(|&it| self.model.cost(it, centre)).sum()
    }

    /// What a region costs when one building has left and another has come.
    pub(super) fn cost_exchanged(&mut self, number: u32, gone: u32, come: u32) -> f64 {
        let region = &self.list[number as usize];
        if region.centre != FREE {
            self.work += 8;
            return region.cost + self.model.cost(come, region.centre) - self.model.cost(gone, region.centre);
        }
        self.work += 2 * region.members.len() as u64 + 4;
        let (less, more) = (self.model.weight[gone as usize], self.model.weight[come as usize]);
        let [away, here] = &mut self.buffer;
        self.model.metric.ways_from(gone as usize, &region.members, away);
        self.model.metric.ways_from(come as usize, &region.members, here);
        let at = self.slot[gone as usize] as usize;
        let to_gone = here[at];
        here[at] = f64::INFINITY;
        let ways = region.sums.iter().zip(&*away).zip(&*here);
        let among = least_of(ways.map(|((sum, away), here)| sum - less * away + more * here));
        here[at] = to_gone;
        let around = if self.model.metric.is_symmetric() {
            let all: f64 = region
                .members
                .iter()
                .zip(&*here)
                .map(|(&it, way)| self.model.weight[it as usize] * way)
                .sum();
            all - less * to_gone
        } else {
            self.cost_around(number, come, gone)
        };
        among.min(around)
    }
}
