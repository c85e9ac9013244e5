//! From what machines say to probabilities: one slope and a constant per class, by the likelihood of texts that the
//! machines have not seen (Platt's scaling for several classes; Guo, Pleiss, Sun and Weinberger, ICML 2017).

/// The factors.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calibration {
    slope: f64,
    constants: Vec<f64>,
}

impl Calibration {
    /// Fits to values with the true class, by gradient ascent with a falling step.
    pub fn fit(held: &[(Vec<f32>, usize)], classes: usize) -> Self {
        let mut now = Self { slope: 3.0, constants: vec![0.0; classes] };
        let count = held.len().max(1) as f64;
        for pass in 0..300 {
            let (mut slope, mut constants) = (0.0, vec![0.0; classes]);
            for (values, class) in held {
                for (one, probability) in now.probabilities(values).into_iter().enumerate() {
                    let miss = f64::from(u8::from(one == *class)) - probability;
                    slope += miss * f64::from(values[one]);
                    constants[one] += miss;
                }
            }
            let step = 20.0 / (1.0 + f64::from(pass) / 30.0);
            now.slope = (now.slope + step * slope / count).clamp(0.1, 50.0);
            for (constant, change) in now.constants.iter_mut().zip(constants) {
                // Drawn towards nought, so that a class with few texts is not thrown far.
                *constant += 0.1 * step * (change / count - 1e-3 * *constant);
            }
        }
        now
    }

    /// The probability of each class.
    pub fn probabilities(&self, values: &[f32]) -> Vec<f64> {
        let raised: Vec<f64> = values
            .iter()
            .zip(&self.constants)
            .map(|(value, constant)| self.slope * f64::from(*value) + constant)
            .collect();
        let highest = raised.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let shares: Vec<f64> = raised.iter().map(|value| (value - highest).exp()).collect();
        let sum: f64 = shares.iter().sum();
        shares.into_iter().map(|share| share / sum).collect()
    }

    /// The slope, then the constants.
    pub fn factors(&self) -> Vec<f32> {
        std::iter::once(self.slope)
            .chain(self.constants.iter().copied())
            .map(|factor| factor as f32)
            .collect()
    }

    /// From [`Self::factors`].
    pub fn of(factors: &[f32], classes: usize) -> Option<Self> {
        let (slope, constants) = factors.split_first()?;
        (constants.len() == classes).then(|| Self {
            slope: f64::from(*slope),
            constants: constants.iter().map(|constant| f64::from(*constant)).collect(),
        })
    }
}
