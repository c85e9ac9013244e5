//! Linear support vector machines, one class against all others: dual coordinate descent for the squared hinge loss
//! (Hsieh, Chang, Lin, Keerthi and Sundararajan, ICML 2008).

use super::grams::Sparse;
use crate::statistics::Chance;

/// The cost of an error.
const COST: f32 = 1.2;
/// Passes over the texts at most, and the largest violation that ends them.
const PASSES: usize = 30;
const VIOLATION: f32 = 0.05;

/// The machines of all classes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Machines {
    /// Weights, feature by feature, each with one number per class; the last feature is the constant.
    pub weights: Vec<f32>,
    /// How many classes.
    pub classes: usize,
}

impl Machines {
    /// Trains on the texts `inside`.
    pub fn train(
        vectors: &[Sparse],
        classes: &[usize],
        inside: &[usize],
        count: usize,
        features: usize,
    ) -> Self {
        let mut weights = vec![0.0; (features + 1) * count];
        for class in 0..count {
            let own = one_class(vectors, classes, inside, class, features);
            for (feature, weight) in own.into_iter().enumerate() {
                weights[feature * count + class] = weight;
            }
        }
        Self { weights, classes: count }
    }

    /// What each class's machine says: above 0 rather yes than no.
    pub fn values(&self, vector: &Sparse) -> Vec<f32> {
        let row = |feature: usize| &self.weights[feature * self.classes..(feature + 1) * self.classes];
        let mut values = row(self.weights.len() / self.classes - 1).to_vec();
        for (feature, weight) in vector {
            for (value, of_class) in values.iter_mut().zip(row(*feature as usize)) {
                *value += weight * of_class;
            }
        }
        values
    }
}

fn one_class(
    vectors: &[Sparse],
    classes: &[usize],
    inside: &[usize],
    class: usize,
    features: usize,
) -> Vec<f32> {
    let mut weights = vec![0.0; features + 1];
    let mut alphas = vec![0.0_f32; inside.len()];
    let diagonal = 0.5 / COST;
    // A vector has length 1, or 0 where nothing is known, and the constant adds 1.
    let squares: Vec<f32> =
        inside.iter().map(|one| diagonal + 1.0 + if vectors[*one].is_empty() { 0.0 } else { 1.0 }).collect();
    let mut order: Vec<usize> = (0..inside.len()).collect();
    let mut chance = Chance::new(class as u64);
    for _ in 0..PASSES {
        chance.shuffle(&mut order);
        let mut worst: f32 = 0.0;
        for place in &order {
            let vector = &vectors[inside[*place]];
            let side = if classes[inside[*place]] == class { 1.0 } else { -1.0 };
            let said: f32 = weights[features]
                + vector.iter().map(|(feature, weight)| weight * weights[*feature as usize]).sum::<f32>();
            let slope = side * said - 1.0 + diagonal * alphas[*place];
            let violation = if alphas[*place] == 0.0 { slope.min(0.0) } else { slope };
            worst = worst.max(violation.abs());
            if violation.abs() > 1e-6 {
                let before = alphas[*place];
                alphas[*place] = (before - slope / squares[*place]).max(0.0);
                let change = (alphas[*place] - before) * side;
                weights[features] += change;
                for (feature, weight) in vector {
                    weights[*feature as usize] += change * weight;
                }
            }
        }
        if worst < VIOLATION {
            break;
        }
    }
    weights
}
