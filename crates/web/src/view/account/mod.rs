//! The own account, and the accounts of everybody for the security administrator.

mod code;
mod factor;
mod own;
mod security;
mod sheet;

pub use code::CodePage;
pub use factor::{FactorPage, RecoveryPage};
pub use own::{AccountPage, Done, SessionLine};
pub use security::{AccountLine, SecurityPage};
pub use sheet::AccountSheetPage;
