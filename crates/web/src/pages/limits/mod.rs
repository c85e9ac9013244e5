//! How long what may take: the book of limits, a change of it, and what the change would move.

mod table;
mod typed;

use crate::fault::Fault;
use crate::pages::change::{self, Change, Desk, Seen};
use crate::view::office::LimitsPage;
use crate::view::{PageFrame, Problem, Problems, Section};
use crate::visitor::{Visitor, html};
use axum::extract::{Form, Query};
use axum::response::Response;
use guanjia_app::limits::Moves;
use guanjia_app::{App, AppError, office_allow};
use guanjia_domain::CommunityCode;
use guanjia_domain::limit::LimitChange;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_store::Tx;
use serde::Deserialize;
use typed::Typed;

#[derive(Deserialize)]
pub(crate) struct Shown {
    #[serde(default)]
    scope: String,
    saved: Option<u32>,
}

/// `GET /limits?scope=`: the book, and a row of it in the form.
pub(crate) async fn show(visitor: Visitor, Query(asked): Query<Shown>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Matters), move |visitor, tx, seat| {
            let (app, who) = (visitor.site.app(), &seat.signed_in.who);
            let typed = Typed::of_scope(&asked.scope);
            html(&LimitsPage { saved: asked.saved, ..page(app, tx, (who, seat.home), seat.frame, &typed)? })
        })
        .await
}

fn page(
    app: &App,
    tx: &mut Tx,
    (who, home): (&Principal, CommunityCode),
    frame: PageFrame,
    typed: &Typed,
) -> Result<LimitsPage, AppError> {
    office_allow(who, Action::ChangeMatters, &Area::community(home, None))?;
    let (book, matters) = (app.limit_book(tx, home)?, app.matters(tx, home)?);
    let words = frame.words;
    let form = typed.form(&book);
    Ok(LimitsPage {
        sets: table::sets(book.set),
        rows: table::rows(words, &book, &matters),
        scopes: table::scopes(words, &matters, &form.scope),
        measures: table::measures(words, &form.measure),
        units: table::units(words, &form.unit),
        form,
        revision: book.revision,
        moves: None,
        keeps_small: false,
        saved: None,
        problems: Problems::default(),
        page: PageFrame { section: Some(Section::Matters), ..frame },
    })
}

/// `POST /limits`: what a change would move; confirmed, the change itself.
pub(crate) async fn save(visitor: Visitor, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    change::save(visitor, typed).await
}

impl Change for Typed {
    type New = LimitChange;
    type Page = LimitsPage;

    fn csrf(&self) -> &str {
        &self.csrf
    }

    fn is_confirmed(&self) -> bool {
        self.confirm == "yes"
    }

    fn again(&self) -> Vec<(String, String)> {
        self.fields()
    }

    fn read(&self, desk: &Desk<'_>, _tx: &mut Tx) -> Result<LimitChange, AppError> {
        office_allow(desk.who, Action::ChangeMatters, &Area::community(desk.home, None))?;
        Ok(self.change()?)
    }

    fn foresee(&self, desk: &Desk<'_>, tx: &mut Tx, new: &LimitChange) -> Result<Moves, AppError> {
        desk.app.foresee_limits(tx, desk.who, desk.home, (new, self.revision))
    }

    fn make(&self, desk: &Desk<'_>, new: LimitChange) -> Result<String, AppError> {
        let moved = desk.app.change_limits(desk.who, desk.home, (new, self.revision)).wait()?;
        Ok(format!("/limits?saved={moved}"))
    }

    fn page(
        &self,
        desk: &Desk<'_>,
        tx: &mut Tx,
        frame: PageFrame,
        (new, Seen { moves, problems }): (Option<&LimitChange>, Seen),
    ) -> Result<LimitsPage, AppError> {
        let page = page(desk.app, tx, (desk.who, desk.home), frame, self)?;
        let keeps_small = matches!(new, Some(LimitChange::Set(set)) if set.keeps_small_matters());
        Ok(LimitsPage { moves, keeps_small, problems, ..page })
    }

    /// A limit is typed as a number and a unit.
    fn placed(&self, problem: Problem) -> Problem {
        let field = if problem.field == "limit" { "amount".to_owned() } else { problem.field };
        Problem { field, ..problem }
    }
}
