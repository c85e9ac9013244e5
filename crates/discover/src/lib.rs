//! What texts, places and times of requests say together: similar requests, categories, common issues, unusual
//! numbers. Pure and deterministic: contents, times and seeds are arguments.

pub mod alarms;
mod normal;
pub mod scan;
mod similar;
pub mod statistics;

pub use normal::bigrams;
pub use similar::{Candidate, Hit, Scale, similar};
