//! The rights desk: what is held of somebody, a copy of it, and its erasure, by the phone number they give, or by the
//! account of somebody who works here; what people
//! asked, with a clock; and what was erased, played again over an older backup. (Personal Information Protection Law
//! of the PRC, articles 15 and 44 to 50.)

mod account;
mod cases;
mod erase;
mod find;
mod held;
mod replay;

pub use account::DeskAccount;
pub(crate) use account::Whose;
pub use cases::CaseLine;
pub use erase::Erased;
pub use held::{Held, HeldCard, HeldMediation, HeldObjection, HeldRequest, Part};
