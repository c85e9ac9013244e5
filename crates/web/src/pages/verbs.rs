//! Doing something with a request: one form for each verb.

use super::requests::{Failed, detail_page};
use super::trail::{any_form, satisfied};
use crate::fault::Fault;
use crate::form::{Form, with_photos};
use crate::refusals::told;
use crate::view::requests::Typed;
use crate::view::{Problem, Verb};
use crate::visitor::{Seat, Visitor, html};
use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::request::Deed;
use guanjia_app::{App, AppError};
use guanjia_domain::ids::RequestId;
use guanjia_domain::limit::Measure;
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{Awaited, Command, FollowUp, Reach};
use guanjia_domain::text::Text;
use guanjia_domain::{Moment, Party, Refusal, RefusalKind};

/// The fields of all the forms.
const FIELDS: &[&str] = &[
    "csrf",
    "version",
    "matter",
    "offered",
    "public_reply",
    "internal_note",
    "handler",
    "reason",
    "until",
    "whom",
    "measure",
    "limit",
    "closing",
    "reached",
    "solved",
    "satisfied",
    "words",
    "into",
];

/// `POST /requests/{id}/{verb}`.
pub(crate) async fn act(
    visitor: Visitor,
    Path((id, slug)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Fault> {
    let verb = Verb::from_slug(&slug).ok_or(Refusal::NotFound)?;
    let id: RequestId = id.parse().map_err(|_| Refusal::NotFound)?;
    let mut form = any_form(request, FIELDS).await?;
    form.take_offered();
    let seat = visitor.acting(form.get("csrf")).await?;
    let again = visitor.clone();
    let answer = visitor
        .site
        .run(move |site| match act_now(site.app(), &seat.signed_in.who, id, verb, &form) {
            Ok(()) => Ok(Redirect::to(&format!("/requests/{id}")).into_response()),
            Err(AppError::Refused(refusal)) if stays_on_page(&refusal) => {
                show_again(&again, seat, id, verb, &form, &refusal)
            }
            Err(error) => Err(error),
        })
        .await?;
    Ok(answer)
}

fn stays_on_page(refusal: &Refusal) -> bool {
    matches!(refusal.kind(), RefusalKind::Input | RefusalKind::Conflict)
}

fn act_now(app: &App, who: &Principal, id: RequestId, verb: Verb, form: &Form) -> Result<(), AppError> {
    let community = app.db.read(|tx| app.find_request(tx, who, id))?;
    let seen = form.id::<u64>("version")?;
    let request = app.db.read(|tx| tx.request(community, id))?.ok_or(Refusal::NotFound)?;
    let command = command_of(verb, form, who.party_in(request.handler, request.asked))?;
    if verb == Verb::Accept
        && let Some(matter) = Some(form.owned("matter")).filter(|matter| !matter.is_empty())
    {
        let accept = Deed { request: id, seen, command: Command::Accept, photos: vec![] };
        app.act(who, community, accept).wait()?;
        let classify =
            Deed { request: id, seen: None, command: Command::Classify { matter }, photos: vec![] };
        app.act(who, community, classify).wait()?;
        return Ok(());
    }
    let deed = Deed { request: id, seen, command, photos: vec![] };
    app.db.read(|tx| app.foresee(tx, who, community, &deed))?;
    let photos = form.photos.get(..deed.command.photos() as usize).unwrap_or_default();
    with_photos(app, community, photos, |photos| app.act(who, community, Deed { photos, ..deed }).wait())?;
    if let (Verb::Dispatch, Ok(Party::Organisation(to))) = (verb, form.get("handler").parse()) {
        // Organisations without an account work on their link; it is there to be passed on at once.
        app.give_handler_link(who, community, id, to).wait()?;
    }
    Ok(())
}

fn command_of(verb: Verb, form: &Form, me: Option<Party>) -> Result<Command, AppError> {
    let text = |name: &'static str| Text::new(name, form.get(name));
    let some = |name: &'static str| Text::optional(name, form.get(name));
    let photos = u32::try_from(form.photos.len()).unwrap_or(u32::MAX);
    let me = me.ok_or(Refusal::Forbidden);
    Ok(match verb {
        Verb::Accept => Command::Accept,
        Verb::Refuse => Command::Refuse { reason: text("reason")? },
        Verb::DoneOnSpot => Command::DoneOnSpot { words: some("public_reply")?, photos },
        Verb::Dispatch => Command::Dispatch { to: party(form)?, words: some("internal_note")? },
        Verb::Take => Command::Take { by: me? },
        Verb::Return => Command::Return { by: me?, reason: text("reason")? },
        Verb::Extend => Command::Extend { reason: text("reason")?, more: choice(form, "limit")? },
        Verb::Suspend => Command::Suspend { reason: text("reason")?, until: moment(form.get("until"))? },
        Verb::Wait => Command::Wait {
            whom: named(form, "whom", Awaited::of_name)?,
            reason: text("reason")?,
            until: moment(form.get("until"))?,
        },
        Verb::Meet => Command::Meet { measure: named(form, "measure", Measure::of_name)? },
        Verb::Resume => Command::Resume,
        Verb::Escalate => Command::Escalate { to: party(form)?, reason: text("reason")? },
        Verb::Dispose => {
            Command::Dispose { reply: text("public_reply")?, note: some("internal_note")?, photos }
        }
        Verb::Check => Command::Check { words: None },
        Verb::Rework => Command::Rework { reason: text("reason")? },
        Verb::Close if form.get("closing") == "special" => Command::Close { special: Some(text("reason")?) },
        Verb::Close => Command::Close { special: None },
        Verb::Reopen => Command::Reopen { reason: text("reason")? },
        Verb::Void => Command::Void { reason: text("reason")? },
        Verb::Merge => Command::Merge { into: choice(form, "into")? },
        Verb::Add => Command::Add { words: some("words")?, photos, internal: true },
        Verb::FollowUp => Command::FollowUp(follow_up(form)?),
    })
}

fn choice<T: std::str::FromStr>(form: &Form, name: &'static str) -> Result<T, Refusal> {
    form.id(name)?.ok_or(Refusal::NotAChoice { field: name, value: String::new() })
}

fn named<T>(form: &Form, name: &'static str, of: impl Fn(&str) -> Option<T>) -> Result<T, Refusal> {
    let typed = form.get(name);
    of(typed).ok_or_else(|| Refusal::NotAChoice { field: name, value: typed.chars().take(40).collect() })
}

fn party(form: &Form) -> Result<Party, Refusal> {
    let typed = form.get("handler");
    typed
        .parse()
        .map_err(|_| Refusal::NotAChoice { field: "handler", value: typed.chars().take(60).collect() })
}

/// A `datetime-local` field: a clock time in China.
fn moment(typed: &str) -> Result<Moment, Refusal> {
    let wrong = || Refusal::NotAChoice { field: "until", value: typed.chars().take(40).collect() };
    let local: jiff::civil::DateTime = typed.parse().map_err(|_| wrong())?;
    let zone = jiff::tz::TimeZone::fixed(jiff::tz::Offset::constant(8));
    local.to_zoned(zone).map(|it| it.timestamp().into()).map_err(|_| wrong())
}

fn follow_up(form: &Form) -> Result<FollowUp, Refusal> {
    let reach = match form.get("reached") {
        "reached" => Reach::Reached,
        "unreached" => Reach::Unreached,
        "declined" => Reach::Declined,
        other => {
            return Err(Refusal::NotAChoice { field: "reached", value: other.chars().take(40).collect() });
        }
    };
    let solved = match form.get("solved") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let typed = form.get("satisfied");
    Ok(FollowUp { reach, solved, satisfied: if typed.is_empty() { None } else { Some(satisfied(typed)?) } })
}

/// The page again as it stands now, with what was typed: 422 when the form is wrong, 409 when somebody was faster.
fn show_again(
    visitor: &Visitor,
    seat: Seat,
    id: RequestId,
    verb: Verb,
    form: &Form,
    refusal: &Refusal,
) -> Result<Response, AppError> {
    let status = match refusal.kind() {
        RefusalKind::Conflict => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let mut problem = told(visitor.look.words(), refusal);
    if problem.field == "to" {
        problem = Problem { field: "handler".to_owned(), ..problem };
    }
    let typed = Typed {
        reason: form.owned("reason"),
        public_reply: form.owned("public_reply"),
        internal_note: form.owned("internal_note"),
        until: form.owned("until"),
        words: form.owned("words"),
    };
    let failed = Failed { verb: Some(verb), typed, problems: vec![problem].into() };
    let app = visitor.site.app();
    app.db.read(|tx| {
        let page = detail_page(visitor, tx, &seat.signed_in.who, seat.frame, id, None, failed)?;
        Ok((status, html(&page)?).into_response())
    })
}
