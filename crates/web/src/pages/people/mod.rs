//! Officers, grid workers and organisations: the list, somebody new, somebody who leaves, and links to sign in.

mod newcomer;
mod sheet;

use super::claims::is_told;
use crate::fault::Fault;
use crate::refusals::told;
use crate::view::Section;
use crate::view::office::{NewPersonForm, PeoplePage};
use crate::view::{PageFrame, Problems};
use crate::visitor::{Visitor, failed, html};
use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::{App, AppError};
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::{Answer, Tx};
use newcomer::Typed;
use serde::Deserialize;
use uuid::Uuid;

/// `GET /people`.
pub(crate) async fn list(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::People), |visitor, tx, seat| {
            html(&page_of(
                visitor.site.app(),
                tx,
                seat.home,
                &seat.signed_in.who,
                seat.frame,
                Left::default(),
            )?)
        })
        .await
}

/// What the last form left on the page.
#[derive(Default)]
struct Left {
    form: NewPersonForm,
    problems: Problems,
    made_link: Option<(String, String)>,
    hand_over: Option<String>,
}

fn page_of(
    app: &App,
    tx: &mut Tx,
    home: CommunityCode,
    who: &Principal,
    page: PageFrame,
    left: Left,
) -> Result<PeoplePage, AppError> {
    let people = app.colleagues(tx, who, home)?;
    let may = |action| permit(who, action, &Area::community(home, None)) == Verdict::Allowed;
    let former = if may(Action::ChangePeople) { app.former_colleagues(tx, who, home)? } else { Vec::new() };
    Ok(PeoplePage {
        former: sheet::former(page.words, &former),
        groups: sheet::groups(page.words, &people),
        may_invite: may(Action::ChangePeople) || may(Action::ChangeAccounts),
        may_change: may(Action::ChangePeople),
        page: PageFrame { section: Some(Section::People), ..page },
        form: left.form,
        problems: left.problems,
        made_link: left.made_link,
        hand_over: left.hand_over.filter(|_| may(Action::ChangeClaims)),
    })
}

/// `POST /people`.
pub(crate) async fn add(visitor: Visitor, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let seat = visitor.acting(&typed.csrf).await?;
    let answer = visitor
        .site
        .run(move |site| {
            let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
            let engaged = typed.newcomer(app.id()?).map_err(AppError::from);
            let engaged = engaged.and_then(|new| app.engage(who, home, new, &typed.sign_in_name));
            let done = engaged.and_then(Answer::wait);
            answered(app, home, who, seat.frame, done, typed.form())
        })
        .await?;
    Ok(answer)
}

/// Back to the list, or the list again with what was typed and what was wrong.
fn answered(
    app: &App,
    home: CommunityCode,
    who: &Principal,
    page: PageFrame,
    done: Result<(), AppError>,
    form: NewPersonForm,
) -> Result<Response, AppError> {
    match done {
        Ok(()) => Ok(Redirect::to("/people").into_response()),
        Err(AppError::Refused(refusal)) if is_told(&refusal) => {
            let problems = vec![told(page.words, &refusal)].into();
            let hand_over = crate::pages::hand_over::holding(&refusal);
            let left = Left { form, problems, made_link: None, hand_over };
            failed(&app.db.read(|tx| page_of(app, tx, home, who, page, left))?)
        }
        Err(error) => Err(error),
    }
}

/// `POST /people/{id}/enable`: somebody who had left works here again, and is to be invited anew.
pub(crate) async fn take_back(
    visitor: Visitor,
    id: Path<String>,
    pressed: Form<Pressed>,
) -> Result<Response, Fault> {
    press(visitor, id, pressed, App::take_back).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pressed {
    csrf: String,
}

/// `POST /people/{id}/disable`: somebody ends to work here, and is signed out at once.
pub(crate) async fn dismiss(
    visitor: Visitor,
    id: Path<String>,
    pressed: Form<Pressed>,
) -> Result<Response, Fault> {
    press(visitor, id, pressed, App::dismiss).await
}

/// What one button of a line does, and the page after it.
async fn press(
    visitor: Visitor,
    Path(id): Path<String>,
    Form(pressed): Form<Pressed>,
    deed: fn(&App, &Principal, CommunityCode, Uuid) -> Answer<(), AppError>,
) -> Result<Response, Fault> {
    let seat = visitor.acting(&pressed.csrf).await?;
    let id: Uuid = id.parse().map_err(|_| Refusal::NotFound)?;
    let answer = visitor
        .site
        .run(move |site| {
            let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
            let done = deed(app, who, home, id).wait();
            answered(app, home, who, seat.frame, done, NewPersonForm::default())
        })
        .await?;
    Ok(answer)
}

/// `POST /people/{id}/link`: a link to sign in by, shown this once and kept nowhere in clear.
pub(crate) async fn invite(
    visitor: Visitor,
    Path(id): Path<String>,
    Form(pressed): Form<Pressed>,
) -> Result<Response, Fault> {
    let seat = visitor.acting(&pressed.csrf).await?;
    let id: Uuid = id.parse().map_err(|_| Refusal::NotFound)?;
    let page = visitor
        .site
        .run(move |site| {
            let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
            let holder = app.db.read(|tx| app.holder(tx, home, id))?;
            let secret = app.invite(who, home, holder, false)?;
            app.db.read(|tx| {
                let name = app.person(tx, home, id)?.name;
                let made_link = Some((name, format!("{}/welcome/{home}/{secret}", site.base_url())));
                html(&page_of(app, tx, home, who, seat.frame, Left { made_link, ..Left::default() })?)
            })
        })
        .await?;
    Ok(page.into_response())
}
