//! Who looks after which estate: a difficulty index, the best allocation under the rules, and reasons for it.
//!
//! The way through: a [`form::Form`] comes in and becomes a checked [`case::Case`]; [`solve::solve`] finds a plan with
//! bounds, and [`certify::certify`], which shares no code with the solver, says what it is worth and which rules it
//! breaks; [`explain`] weighs every other choice and [`binding`] every rule, [`replan`] limits the changes, and
//! where no plan is possible [`conflict`] names the rows that cannot hold together.
//!
//! Objectives come one after the other ([`objective::Objective`]): a later one may make an earlier one worse only by
//! its slack.

pub mod binding;
pub mod case;
pub mod certify;
pub mod conflict;
pub mod explain;
pub mod fault;
pub mod form;
pub mod index;
pub mod objective;
pub mod replan;
pub mod rule;
pub mod sample;
pub mod solve;
mod validate;
pub mod words;
