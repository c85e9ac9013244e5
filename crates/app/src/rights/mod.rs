//! The rights desk: what is held of somebody, a copy of it, and its erasure, by the phone number they give. (Personal
//! Information Protection Law of the PRC, articles 44, 45 and 47.)

mod erase;
mod find;
mod held;

pub use erase::Erased;
pub use held::{Held, HeldCard, HeldRequest, Part};
