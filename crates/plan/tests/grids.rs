//! Grids against brute force, the checker against mutated plans, and refusals that name the row and the cure.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

mod grids {
    pub mod brute;
    pub mod estates;
    pub mod mutated;
    pub mod refusals;
    pub mod sample;
    pub mod searches;
}
