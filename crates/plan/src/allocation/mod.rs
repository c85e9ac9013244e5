//! Allocation of stewards
pub mod case;
pub mod certify;
pub mod fault;
pub mod form;
pub mod index;
pub mod objective;
pub mod sample;
pub mod solve;
mod validate;
