//! Monthly reports, registers, queries and the burden ledger.

mod burden;
mod calls;
mod deed;
mod kinds;
mod list;
mod month;
mod query;
mod register;

pub use burden::{AskRow, BurdenPage, FormRow, RoleRow, RuleRow};
pub use calls::{CallRegisterPage, CallRegisterRow};
pub use deed::Deed;
pub use kinds::{FigureKind, FormKind, RateKind, RegisterKind, RuleKind};
pub use list::{MonthRow, ReportsPage};
pub use month::{Figure, MonthPage, RateRow, SplitRow};
pub use query::{AnswerRow, FieldRow, QueryPage, QueryWrong, TokenRow, ViewRow};
pub use register::{RegisterPage, RegisterRow};
