//! The few functions of statistics that alarms and calibrations need, each from its published algorithm.

mod beta;
mod chance;
mod gamma;
mod normal;

pub use beta::{beta_lower, student_two_sided};
pub use chance::Chance;
pub use gamma::{gamma_lower, ln_gamma, poisson_upper};
pub use normal::normal_quantile;
