//! A quasi-Poisson regression of counts on a constant and, perhaps, time, by iteratively reweighted least squares
//! (McCullagh and Nelder, *Generalized Linear Models*, 1989, §2.5), begun and ended as R's `glm` does, so that figures
//! can be compared digit by digit.

/// One count.
#[derive(Clone, Copy, Debug)]
pub struct Observation {
    /// The count.
    pub count: f64,
    /// When; any unit.
    pub time: f64,
    /// The natural logarithm of what the count is a rate of; 0 for a plain count.
    pub offset: f64,
    /// How much it counts; usually 1.
    pub weight: f64,
}

/// A fitted regression.
#[derive(Clone, Debug)]
pub struct Fit {
    /// Logarithm of the rate at `centre`, and its growth per unit of time; 0 where no trend was asked for.
    pub coefficients: [f64; 2],
    /// The time that counts as nought.
    pub centre: f64,
    /// The covariance of the coefficients for a dispersion of 1.
    covariance: [[f64; 2]; 2],
    /// The fitted means.
    pub means: Vec<f64>,
    /// Pearson's dispersion.
    pub dispersion: f64,
    /// The weighted mean square of the relative residuals: what the flexible method's reference implementation takes
    /// for the dispersion in its standard errors.
    pub relative_dispersion: f64,
    /// The leverage of each observation.
    pub leverages: Vec<f64>,
    /// Observations less coefficients.
    pub freedom: f64,
}

impl Fit {
    /// The mean at a time, with the standard error that belongs to a dispersion.
    #[must_use]
    pub fn at(&self, time: f64, offset: f64, dispersion: f64) -> (f64, f64) {
        let t = time - self.centre;
        let mean = (offset + self.coefficients[0] + self.coefficients[1] * t).exp();
        (mean, mean * (dispersion * quadratic(&self.covariance, t)).sqrt())
    }

    /// Student's t of the growth, for a dispersion.
    #[must_use]
    pub fn growth_t(&self, dispersion: f64) -> f64 {
        self.coefficients[1] / (dispersion * self.covariance[1][1]).sqrt()
    }
}

/// Fits; with or without growth. `None` where 25 steps do not settle or the counts leave nothing to estimate.
#[must_use]
pub fn fit(data: &[Observation], growth: bool) -> Option<Fit> {
    let columns = if growth { 2 } else { 1 };
    if data.len() <= columns {
        return None;
    }
    let centre = data.iter().map(|one| one.time).sum::<f64>() / data.len() as f64;
    let mut means: Vec<f64> = data.iter().map(|one| one.count + 0.1).collect();
    let mut etas: Vec<f64> = means.iter().map(|mean| mean.ln()).collect();
    let mut before = deviance(data, &means);
    for _ in 0..25 {
        let weights: Vec<f64> = data.iter().zip(&means).map(|(one, mean)| one.weight * mean).collect();
        let mut sums = [[0.0; 2]; 2];
        let mut right = [0.0; 2];
        for (((one, mean), eta), weight) in data.iter().zip(&means).zip(&etas).zip(&weights) {
            let t = one.time - centre;
            let z = eta - one.offset + (one.count - mean) / mean;
            sums[0][0] += weight;
            sums[0][1] += weight * t;
            sums[1][1] += weight * t * t;
            right[0] += weight * z;
            right[1] += weight * t * z;
        }
        let covariance = inverse(&sums, growth)?;
        let coefficients = [
            covariance[0][0] * right[0] + covariance[0][1] * right[1],
            covariance[0][1] * right[0] + covariance[1][1] * right[1],
        ];
        etas = data
            .iter()
            .map(|one| one.offset + coefficients[0] + coefficients[1] * (one.time - centre))
            .collect();
        means = etas.iter().map(|eta| eta.exp()).collect();
        let now = deviance(data, &means);
        if !now.is_finite() {
            return None;
        }
        if (now - before).abs() / (now.abs() + 0.1) < 1e-8 {
            let freedom = data.iter().filter(|one| one.weight > 0.0).count().checked_sub(columns)? as f64;
            let relative = |(one, mean): (&Observation, &f64)| ((one.count - mean) / mean).powi(2);
            let squares: Vec<f64> = data.iter().zip(&means).map(relative).collect();
            let mean_square = |weights: &mut dyn Iterator<Item = f64>| {
                squares.iter().zip(weights).map(|(square, weight)| square * weight).sum::<f64>() / freedom
            };
            let dispersion = mean_square(&mut weights.iter().copied());
            let relative_dispersion = mean_square(&mut data.iter().map(|one| one.weight));
            let leverages = data
                .iter()
                .zip(&weights)
                .map(|(one, weight)| weight * quadratic(&covariance, one.time - centre))
                .collect();
            return Some(Fit {
                coefficients,
                centre,
                covariance,
                means,
                dispersion,
                relative_dispersion,
                leverages,
                freedom,
            });
        }
        before = now;
    }
    None
}

/// (1, t) C (1, t)ᵀ.
fn quadratic(c: &[[f64; 2]; 2], t: f64) -> f64 {
    c[0][0] + 2.0 * c[0][1] * t + c[1][1] * t * t
}

fn inverse(sums: &[[f64; 2]; 2], growth: bool) -> Option<[[f64; 2]; 2]> {
    let [[a, b], [_, d]] = *sums;
    if !growth {
        return (a > 0.0).then(|| [[1.0 / a, 0.0], [0.0, 0.0]]);
    }
    let determinant = a * d - b * b;
    (determinant > 1e-12 * a * d)
        .then(|| [[d / determinant, -b / determinant], [-b / determinant, a / determinant]])
}

/// Twice the weighted loss against a perfect fit.
fn deviance(data: &[Observation], means: &[f64]) -> f64 {
    let one = |(one, mean): (&Observation, &f64)| {
        let log = if one.count > 0.0 { one.count * (one.count / mean).ln() } else { 0.0 };
        one.weight * (log - (one.count - mean))
    };
    2.0 * data.iter().zip(means).map(one).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn data(counts: &[f64]) -> Vec<Observation> {
        (1_u8..)
            .zip(counts)
            .map(|(time, count)| Observation {
                count: *count,
                time: f64::from(time),
                offset: 0.0,
                weight: 1.0,
            })
            .collect()
    }

    #[test]
    fn without_growth_the_mean_is_the_mean() {
        let fit = fit(&data(&[1.0, 4.0, 2.0, 5.0]), false).unwrap();
        assert!((fit.at(9.0, 0.0, 1.0).0 - 3.0).abs() < 1e-7);
        // Pearson: (4 + 1 + 1 + 4) / 3 / 3.
        assert!((fit.dispersion - 10.0 / 9.0).abs() < 1e-4);
        assert!(fit.leverages.iter().all(|one| (one - 0.25).abs() < 1e-4));
    }

    #[test]
    fn doubling_counts_double() {
        let fit = fit(&data(&[2.0, 4.0, 8.0, 16.0, 32.0]), true).unwrap();
        assert!((fit.coefficients[1] - 2.0_f64.ln()).abs() < 1e-7);
        assert!((fit.at(6.0, 0.0, 1.0).0 - 64.0).abs() < 1e-4);
    }

    #[test]
    fn too_little_is_refused() {
        assert!(fit(&data(&[2.0, 4.0]), true).is_none());
    }
}
