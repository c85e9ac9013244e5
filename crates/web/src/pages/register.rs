//! The register of what people asked about their own data: each with a clock, an answer and a receipt.

use crate::fault::Fault;
use crate::form::Form;
use crate::pages::trail::any_form;
use crate::refusals::told;
use crate::view::office::{CasePage, CaseRow, RegisterPage};
use crate::view::{Choice, PageFrame, Problems, Section};
use crate::visitor::{Visitor, failed, html};
use crate::words::Words;
use axum::extract::{Path, Request};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::rights::CaseLine;
use guanjia_app::{AppError, office_allow};
use guanjia_domain::permission::{Action, Area};
use guanjia_domain::rights::{DEADLINES, Outcome, Right};
use guanjia_domain::{Refusal, RefusalKind};

/// `GET /rights/register`.
pub(crate) async fn list(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Rights), |visitor, tx, seat| {
            let lines = visitor.site.app().rights_register(tx, &seat.signed_in.who, seat.home)?;
            let words = visitor.look.words();
            html(&page_of(words, seat.frame, &lines, &Form::default(), Problems::default()))
        })
        .await
}

fn page_of(
    words: &Words,
    page: PageFrame,
    lines: &[CaseLine],
    form: &Form,
    problems: Problems,
) -> RegisterPage {
    let of = |open: bool| lines.iter().filter(move |line| line.case.answered.is_none() == open);
    let right = form.owned("right");
    let choice = |it: &Right| Choice::new(it.name(), words.say(right_key(*it))).chosen_if(&right);
    RegisterPage {
        page: PageFrame { section: Some(Section::Rights), ..page },
        open: of(true).map(row).collect(),
        answered: of(false).map(row).collect(),
        rights: Right::ALL.iter().map(choice).collect(),
        days: DEADLINES.iter().map(|(_, days)| *days).max().unwrap_or_default(),
        phone: form.owned("phone"),
        problems,
    }
}

fn row(line: &CaseLine) -> CaseRow {
    let outcome = |outcome| match outcome {
        Outcome::Done => "register-done",
        Outcome::Declined => "register-declined",
    };
    CaseRow {
        id: line.case.id.to_string(),
        right: right_key(line.case.right),
        asked_at: line.case.asked_at.0,
        due_at: line.case.due_at.0,
        phone: line.phone.clone(),
        answered: line.case.answered.map(|(at, how)| (at.0, outcome(how))),
        reason: line.reason.clone(),
    }
}

const fn right_key(right: Right) -> &'static str {
    match right {
        Right::See => "register-right-see",
        Right::Correct => "register-right-correct",
        Right::Copy => "register-right-copy",
        Right::Withdraw => "register-right-withdraw",
        Right::Erase => "register-right-erase",
    }
}

/// `POST /rights/register`: the clock begins.
pub(crate) async fn enter(visitor: Visitor, request: Request) -> Result<Response, Fault> {
    let form = any_form(request, &["csrf", "right", "phone"]).await?;
    let seat = visitor.acting(form.get("csrf")).await?;
    let words = visitor.look.words();
    let shown = visitor.site.run(move |site| {
        let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
        office_allow(who, Action::Erase, &Area::community(home, None))?;
        let right = Right::of_name(form.get("right"))
            .ok_or(Refusal::NotAChoice { field: "right", value: String::new() });
        let done = right
            .map_err(AppError::from)
            .and_then(|right| app.ask_right(who, home, right, form.get("phone"))?.wait());
        match done {
            Ok(_) => Ok(Redirect::to("/rights/register").into_response()),
            Err(AppError::Refused(refusal)) if refusal.kind() == RefusalKind::Input => {
                let lines = app.db.read(|tx| app.rights_register(tx, who, home))?;
                let problems = vec![told(words, &refusal)].into();
                failed(&page_of(words, seat.frame, &lines, &form, problems))
            }
            Err(error) => Err(error),
        }
    });
    Ok(shown.await?)
}

/// `GET /rights/register/{id}`: one case, or its receipt.
pub(crate) async fn show(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Rights), move |visitor, tx, seat| {
            let id = id.parse().map_err(|_| Refusal::NotFound)?;
            let line = visitor.site.app().rights_case(tx, &seat.signed_in.who, seat.home, id)?;
            html(&case_page(seat.frame, &line, String::new(), Problems::default()))
        })
        .await
}

fn case_page(page: PageFrame, line: &CaseLine, reason: String, problems: Problems) -> CasePage {
    CasePage { page: PageFrame { section: Some(Section::Rights), ..page }, case: row(line), reason, problems }
}

/// `POST /rights/register/{id}`: the answer.
pub(crate) async fn answer(
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Result<Response, Fault> {
    let form = any_form(request, &["csrf", "outcome", "reason"]).await?;
    let seat = visitor.acting(form.get("csrf")).await?;
    let words = visitor.look.words();
    let shown = visitor.site.run(move |site| {
        let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
        office_allow(who, Action::Erase, &Area::community(home, None))?;
        let id = id.parse().map_err(|_| Refusal::NotFound)?;
        let outcome = Outcome::of_name(form.get("outcome")).ok_or(Refusal::NotAChoice {
            field: "outcome",
            value: form.get("outcome").chars().take(40).collect(),
        })?;
        match app.answer_right(who, home, id, outcome, form.get("reason")).wait() {
            Ok(_) => Ok(Redirect::to(&format!("/rights/register/{id}")).into_response()),
            Err(AppError::Refused(refusal)) if refusal.kind() == RefusalKind::Input => {
                let line = app.db.read(|tx| app.rights_case(tx, who, home, id))?;
                let problems = vec![told(words, &refusal)].into();
                failed(&case_page(seat.frame, &line, form.owned("reason"), problems))
            }
            Err(error) => Err(error),
        }
    });
    Ok(shown.await?)
}
