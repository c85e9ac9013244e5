//! What estates price: mixed regions and needless pieces.

use super::Regions;

impl Regions<'_> {
    /// What the estates would price after `out` went from region `from` to region `to`, and `back` the other way.
    pub(super) fn price_of_estates(&mut self, from: u32, to: u32, out: &[u32], back: &[u32]) -> f64 {
        let before = self.price_of_pair(from, to);
        self.move_estates(from, to, out);
        self.move_estates(to, from, back);
        let after = self.price_of_pair(from, to);
        self.move_estates(from, to, back);
        self.move_estates(to, from, out);
        after - before
    }

    /// The prices that a move between two regions can change. Whether another region is mixed cannot change by it: an
    /// estate that stops or begins to be cut lies in these two.
    fn price_of_pair(&self, a: u32, b: u32) -> f64 {
        let (a, b) = (&self.list[a as usize].estates, &self.list[b as usize].estates);
        let mixed = f64::from(u8::from(self.is_mixed(a)) + u8::from(self.is_mixed(b)));
        let here = a.iter().chain(b.iter().filter(|(it, _)| !a.iter().any(|(other, _)| other == it)));
        let extra: u32 =
            here.map(|&(it, _)| self.pieces[it as usize].saturating_sub(self.needed[it as usize])).sum();
        self.prices.mixed * mixed + self.prices.extra * f64::from(extra)
    }

    pub(super) fn move_estates(&mut self, from: u32, to: u32, buildings: &[u32]) {
        for &building in buildings {
            let estate = self.model.estate[building as usize];
            if count_out(&mut self.list[from as usize].estates, estate) {
                self.pieces[estate as usize] -= 1;
            }
            if count_in(&mut self.list[to as usize].estates, estate) {
                self.pieces[estate as usize] += 1;
            }
        }
    }
}

/// Adds one; whether it is the first.
pub(super) fn count_in(list: &mut Vec<(u32, u32)>, estate: u32) -> bool {
    if let Some(found) = list.iter_mut().find(|(it, _)| *it == estate) {
        found.1 += 1;
        return false;
    }
    list.push((estate, 1));
    true
}

/// Takes one away; whether it was the last.
fn count_out(list: &mut Vec<(u32, u32)>, estate: u32) -> bool {
    let Some(at) = list.iter().position(|(it, _)| *it == estate) else { return false };
    list[at].1 -= 1;
    if list[at].1 > 0 {
        return false;
    }
    list.swap_remove(at);
    true
}
