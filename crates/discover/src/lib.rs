//! Which open requests say the same: similarity of texts that are known only by tokens. Pure.
//!
//! The store keeps a text as keyed hashes of its character pairs, so nothing here ever sees a word. Scores are BM25
//! (Robertson and Zaragoza, *The Probabilistic Relevance Framework*, 2009) with binary term counts, divided by the
//! score of the query against itself: 1 means "the same text", 0 "nothing in common".

mod normal;
mod similar;

pub use normal::bigrams;
pub use similar::{Candidate, Hit, Scale, similar};
