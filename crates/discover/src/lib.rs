//! What texts, places and times of requests say together: similar requests, categories, common issues, unusual
//! numbers. Pure and deterministic: contents, times and seeds are arguments.

pub mod address;
pub mod alarms;
pub mod category;
mod codec;
pub mod issues;
mod marked;
mod normal;
pub mod scan;
pub mod search;
mod similar;
pub mod statistics;

pub use codec::ModelError;
pub use marked::marked;
pub use normal::bigrams;
pub use similar::{Candidate, Hit, Scale, similar};
