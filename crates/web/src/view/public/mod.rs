//! Pages that nobody must sign in for.

mod community;
mod error;
mod estate;
mod handler_link;
mod landing;
mod report;
mod sign_in;
mod trail;
mod welcome;

pub use community::CommunityPage;
pub use error::{ErrorPage, Stale};
pub use estate::{ClassCounts, EstateFigures, PublicProject, shown};
pub use handler_link::HandlerLinkPage;
pub use landing::LandingPage;
pub use report::{ReportForm, ReportPage, SimilarPart};
pub use sign_in::{DemoLogin, SignInPage};
pub use trail::{TrailForm, TrailPage};
pub use welcome::{DivisionsPart, WelcomeForm, WelcomePage};
