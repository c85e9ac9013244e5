//! The chain: weights, the best path, and the expectations that training needs.

/// Weights of a linear chain.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chain {
    /// How many tags.
    pub tags: usize,
    /// Feature by feature, a weight for each tag.
    pub emissions: Vec<f32>,
    /// From tag to tag, row by row; the last row is the beginning.
    pub moves: Vec<f32>,
}

impl Chain {
    /// The weight of each tag at each sign.
    pub fn scores(&self, rows: &[Vec<u32>]) -> Vec<f32> {
        let mut scores = vec![0.0; rows.len() * self.tags];
        for (row, scores) in rows.iter().zip(scores.chunks_exact_mut(self.tags)) {
            for feature in row {
                let start = *feature as usize * self.tags;
                for (score, weight) in scores.iter_mut().zip(&self.emissions[start..start + self.tags]) {
                    *score += weight;
                }
            }
        }
        scores
    }

    fn from(&self, tag: usize) -> &[f32] {
        &self.moves[tag * self.tags..(tag + 1) * self.tags]
    }

    /// The best path (Viterbi); of equal ones that with the first tags.
    pub fn best(&self, rows: &[Vec<u32>]) -> Vec<usize> {
        let (n, k) = (rows.len(), self.tags);
        if n == 0 || k == 0 {
            return Vec::new();
        }
        let scores = self.scores(rows);
        let mut now: Vec<f32> =
            scores[..k].iter().zip(self.from(k)).map(|(score, start)| score + start).collect();
        let mut back = vec![0_usize; n * k];
        for place in 1..n {
            let mut next = vec![f32::NEG_INFINITY; k];
            for (before, value) in now.iter().enumerate() {
                for (tag, weight) in self.from(before).iter().enumerate() {
                    if value + weight > next[tag] {
                        next[tag] = value + weight;
                        back[place * k + tag] = before;
                    }
                }
            }
            for (value, score) in next.iter_mut().zip(&scores[place * k..]) {
                *value += score;
            }
            now = next;
        }
        let mut tag = (1..k).fold(0, |best, tag| if now[tag] > now[best] { tag } else { best });
        let mut path = vec![tag; n];
        for place in (1..n).rev() {
            tag = back[place * k + tag];
            path[place - 1] = tag;
        }
        path
    }

    /// What the chain expects of a text (forward and backward): the probability of each tag at each sign, and the
    /// expected number of each move, added to `moves` times −`rate`; so `moves` takes a step downhill.
    pub fn expect(&self, scores: &[f32], raised: &[f32], step: &mut [f32]) -> Vec<f32> {
        let k = self.tags;
        let n = scores.len() / k;
        let (forward, local) = self.forward(scores, raised);
        let mut beta = vec![1.0_f32; k];
        let mut marginals = vec![0.0; n * k];
        for place in (0..n).rev() {
            let alpha = &forward[place * k..(place + 1) * k];
            let row = &mut marginals[place * k..(place + 1) * k];
            for ((out, a), b) in row.iter_mut().zip(alpha).zip(&beta) {
                *out = a * b;
            }
            let sum: f32 = row.iter().sum();
            row.iter_mut().for_each(|out| *out /= sum);
            let weighted: Vec<f32> = local[place * k..(place + 1) * k]
                .iter()
                .zip(&beta)
                .map(|(local, beta)| local * beta)
                .collect();
            if place == 0 {
                for (step, out) in step[k * k..].iter_mut().zip(row.iter()) {
                    *step -= out;
                }
                break;
            }
            let before = &forward[(place - 1) * k..place * k];
            let mut total = 0.0;
            let mut next = vec![0.0; k];
            for (from, a) in before.iter().enumerate() {
                let moves = &raised[from * k..(from + 1) * k];
                next[from] = moves.iter().zip(&weighted).map(|(m, w)| m * w).sum();
                total += a * next[from];
            }
            for (from, a) in before.iter().enumerate() {
                let share = a / total;
                let moves = &raised[from * k..(from + 1) * k];
                for ((step, m), w) in step[from * k..(from + 1) * k].iter_mut().zip(moves).zip(&weighted) {
                    *step -= share * m * w;
                }
            }
            let largest = next.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
            beta = next.into_iter().map(|value| value / largest).collect();
        }
        marginals
    }

    /// Scaled forward values, and the exponentials of the scores, each sign's largest being 1.
    fn forward(&self, scores: &[f32], raised: &[f32]) -> (Vec<f32>, Vec<f32>) {
        let k = self.tags;
        let mut local = Vec::with_capacity(scores.len());
        for row in scores.chunks_exact(k) {
            let largest = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            local.extend(row.iter().map(|score| (score - largest).exp()));
        }
        let mut forward = vec![0.0; scores.len()];
        for place in 0..scores.len() / k {
            let (done, rest) = forward.split_at_mut(place * k);
            let row = &mut rest[..k];
            if place == 0 {
                row.copy_from_slice(&raised[k * k..]);
            } else {
                for (from, a) in done[(place - 1) * k..].iter().enumerate() {
                    for (out, m) in row.iter_mut().zip(&raised[from * k..(from + 1) * k]) {
                        *out += a * m;
                    }
                }
            }
            for (out, local) in row.iter_mut().zip(&local[place * k..]) {
                *out *= local;
            }
            let sum: f32 = row.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            row.iter_mut().for_each(|out| *out /= sum);
        }
        (forward, local)
    }
}
