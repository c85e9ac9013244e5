//! A change of rules: looked at first, made when it is confirmed, and given back as it was typed when it is refused.

use super::claims::is_told;
use super::moves::shown;
use crate::fault::Fault;
use crate::refusals::told;
use crate::view::office::MovesShown;
use crate::view::{PageFrame, Problem, Problems};
use crate::visitor::{Visitor, failed_by, html};
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::limits::Moves;
use guanjia_app::{App, AppError};
use guanjia_domain::CommunityCode;
use guanjia_domain::permission::Principal;
use guanjia_store::Tx;

/// Where somebody changes rules.
pub(crate) struct Desk<'a> {
    /// The use cases.
    pub app: &'a App,
    /// Who.
    pub who: &'a Principal,
    /// Whose rules.
    pub home: CommunityCode,
}

/// What the page says of a change that is not made yet.
#[derive(Default)]
pub(crate) struct Seen {
    /// What it would move.
    pub moves: Option<MovesShown>,
    /// Why it is refused.
    pub problems: Problems,
}

/// What was typed on a page of rules.
pub(crate) trait Change: Send + 'static {
    /// What it asks for.
    type New;
    /// The page it was typed on.
    type Page: Template;
    /// Whether a change that moves nothing is made without another look.
    const AT_ONCE: bool = false;

    /// The token of the form.
    fn csrf(&self) -> &str;
    /// Whether it was looked at.
    fn is_confirmed(&self) -> bool;
    /// The fields of the form, to be sent again.
    fn again(&self) -> Vec<(String, String)>;
    /// Reads it; whoever may not change the rules is refused here.
    fn read(&self, desk: &Desk<'_>, tx: &mut Tx) -> Result<Self::New, AppError>;
    /// What it would move.
    fn foresee(&self, desk: &Desk<'_>, tx: &mut Tx, new: &Self::New) -> Result<Moves, AppError>;
    /// Makes it, and says where to go.
    fn make(&self, desk: &Desk<'_>, new: Self::New) -> Result<String, AppError>;
    /// The page with what was typed; what it asks for, when it could be read, and what is said of it.
    fn page(
        &self,
        desk: &Desk<'_>,
        tx: &mut Tx,
        frame: PageFrame,
        look: (Option<&Self::New>, Seen),
    ) -> Result<Self::Page, AppError>;
    /// The field of the form that a problem belongs to.
    fn placed(&self, problem: Problem) -> Problem {
        problem
    }
}

enum Step<C: Change> {
    Make(C::New),
    Show(C::Page),
}

/// The form was sent.
pub(crate) async fn save<C: Change>(visitor: Visitor, typed: C) -> Result<Response, Fault> {
    let seat = visitor.acting(typed.csrf()).await?;
    let answer = visitor
        .site
        .run(move |site| {
            let desk = Desk { app: site.app(), who: &seat.signed_in.who, home: seat.home };
            let step = desk.app.db.read(|tx| looked_at(&typed, &desk, tx, seat.frame.clone()));
            let done = step.and_then(|step| match step {
                Step::Make(new) => Ok(Redirect::to(&typed.make(&desk, new)?).into_response()),
                Step::Show(page) => Ok(html(&page)?.into_response()),
            });
            match done {
                Err(AppError::Refused(refusal)) if is_told(&refusal) => {
                    let problem = typed.placed(told(seat.frame.words, &refusal));
                    let seen = Seen { problems: vec![problem].into(), ..Seen::default() };
                    let page = desk.app.db.read(|tx| typed.page(&desk, tx, seat.frame, (None, seen)))?;
                    failed_by(&page, &refusal)
                }
                other => other,
            }
        })
        .await?;
    Ok(answer)
}

fn looked_at<C: Change>(
    typed: &C,
    desk: &Desk<'_>,
    tx: &mut Tx,
    frame: PageFrame,
) -> Result<Step<C>, AppError> {
    let new = typed.read(desk, tx)?;
    if typed.is_confirmed() {
        return Ok(Step::Make(new));
    }
    let moves = shown(&typed.foresee(desk, tx, &new)?, typed.again());
    if C::AT_ONCE && moves.all == 0 {
        return Ok(Step::Make(new));
    }
    let seen = Seen { moves: Some(moves), ..Seen::default() };
    Ok(Step::Show(typed.page(desk, tx, frame, (Some(&new), seen))?))
}
