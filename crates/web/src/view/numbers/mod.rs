//! Numbers: shares with what they are shares of, how long things take, pace and load.

mod curve;
mod list;
mod load;
mod pace;
mod rate;
mod sheet;

pub use curve::{CurvePicture, CurveRow};
pub use list::CountedPage;
pub use load::{CommentLine, LoadPage, LoadRow};
pub use pace::{PaceBriefPart, PacePage, PaceRow, PaceSide};
pub use rate::{Link, RateRow};
pub use sheet::{NumbersPage, RuleForm};
