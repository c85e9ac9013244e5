//! The rights desk: what is held of somebody, a copy of it, and its erasure, by the phone number they give; what people
//! asked, with a clock; and what was erased, played again over an older backup. (Personal Information Protection Law
//! of the PRC, articles 15 and 44 to 50.)

mod cases;
mod erase;
mod find;
mod held;
mod replay;

pub use cases::CaseLine;
pub use erase::Erased;
pub use held::{Held, HeldCard, HeldMediation, HeldObjection, HeldRequest, Part};
