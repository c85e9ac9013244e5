//! The numbers of Python's `random`: Mersenne twister (Matsumoto and Nishimura, *TOMACS* 8, 1998). With them the
//! held-out texts are those of `evaluate.py`.

const SIZE: usize = 624;
const MIDDLE: usize = 397;

/// The generator.
pub struct Twister {
    state: [u32; SIZE],
    next: usize,
}

impl Twister {
    /// As `random.Random(seed)`.
    pub fn new(seed: u32) -> Self {
        let mut state = [0_u32; SIZE];
        state[0] = 19_650_218;
        for at in 1..SIZE {
            state[at] = mixed(state[at - 1], 1_812_433_253).wrapping_add(at as u32);
        }
        let mut at = 1;
        for _ in 0..SIZE {
            state[at] = (state[at] ^ mixed(state[at - 1], 1_664_525)).wrapping_add(seed);
            at = following(&mut state, at);
        }
        for _ in 1..SIZE {
            state[at] = (state[at] ^ mixed(state[at - 1], 1_566_083_941)).wrapping_sub(at as u32);
            at = following(&mut state, at);
        }
        state[0] = 0x8000_0000;
        Self { state, next: SIZE }
    }

    fn bits(&mut self) -> u32 {
        if self.next == SIZE {
            for at in 0..SIZE {
                let both = (self.state[at] & 0x8000_0000) | (self.state[(at + 1) % SIZE] & 0x7FFF_FFFF);
                let odd = if both & 1 == 1 { 0x9908_B0DF } else { 0 };
                self.state[at] = self.state[(at + MIDDLE) % SIZE] ^ (both >> 1) ^ odd;
            }
            self.next = 0;
        }
        let mut out = self.state[self.next];
        self.next += 1;
        out ^= out >> 11;
        out ^= (out << 7) & 0x9D2C_5680;
        out ^= (out << 15) & 0xEFC6_0000;
        out ^ (out >> 18)
    }

    /// A number below `end`, which is not 0.
    fn below(&mut self, end: usize) -> usize {
        let spare = (end as u32).leading_zeros();
        loop {
            let drawn = (self.bits() >> spare) as usize;
            if drawn < end {
                return drawn;
            }
        }
    }

    /// As `random.shuffle`.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            let other = self.below(end + 1);
            list.swap(end, other);
        }
    }
}

/// One word mixed, as the beginnings do it.
const fn mixed(word: u32, factor: u32) -> u32 {
    (word ^ (word >> 30)).wrapping_mul(factor)
}

fn following(state: &mut [u32; SIZE], at: usize) -> usize {
    if at + 1 < SIZE {
        return at + 1;
    }
    state[0] = state[SIZE - 1];
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shuffles_as_python_does() {
        let mut list: Vec<usize> = (0..12).collect();
        Twister::new(20_200_508).shuffle(&mut list);
        assert_eq!(list, [8, 3, 0, 10, 5, 9, 11, 7, 1, 2, 6, 4]);
    }
}
