//! `POST /api/v1/requests/{id}/{verb}`: doing something with a request, to the version that was seen.

use super::ask::Ask;
use super::body::{self, Found, request_id};
use super::caller::Caller;
use super::problem::Wrong;
use super::reach;
use super::show::{told_conflict, worked_on};
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use guanjia_app::AppError;
use guanjia_app::request::Deed;
use guanjia_domain::Refusal;
use guanjia_domain::ids::RequestId;

/// What was sent: to which request, seen at which version, to do what.
struct Sent {
    id: RequestId,
    seen: u64,
    ask: Ask,
    closes: bool,
}

/// Does something with a request.
pub(crate) async fn act(
    caller: Caller,
    path: Found<(String, String)>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let outcome = match sent(path, &headers, body).await {
        Ok(sent) => done(&caller, sent).await,
        Err(wrong) => Err(caller.hears(wrong).await),
    };
    caller.answer(outcome)
}

async fn sent(path: Found<(String, String)>, headers: &HeaderMap, body: Body) -> Result<Sent, Wrong> {
    let Ok(Path((id, verb))) = path else { return Err(Refusal::NotFound.into()) };
    let id = request_id(&id)?;
    if !super::describe::VERBS.iter().any(|known| known.name == verb) {
        return Err(Refusal::NotFound.into());
    }
    let seen = version(headers)?;
    let bytes = body::bytes(headers, body).await?;
    Ok(Sent { id, seen, ask: Ask::read(&verb, &bytes)?, closes: verb == "close" })
}

/// The version in `If-Match`: `"3"` or `3`.
fn version(headers: &HeaderMap) -> Result<u64, Wrong> {
    let sent = headers.get(header::IF_MATCH).ok_or(Wrong::NoVersion)?;
    let number =
        sent.to_str().ok().map(|it| it.strip_prefix('"').and_then(|it| it.strip_suffix('"')).unwrap_or(it));
    let digits = number.filter(|it| it.bytes().all(|byte| byte.is_ascii_digit()));
    digits.and_then(|it| it.parse().ok()).ok_or_else(|| Wrong::BadValue("If-Match".to_owned()))
}

async fn done(caller: &Caller, sent: Sent) -> Result<Response, Wrong> {
    let (id, closes) = (sent.id, sent.closes);
    let done = hand_in(caller, sent).await.map_err(|wrong| {
        // A reason that is missing is that of a special end.
        wrong.renamed(|field| if closes && field == "reason" { "special" } else { field })
    });
    match done {
        Ok(response) => Ok(response),
        Err(wrong) => Err(told_conflict(caller, id, wrong).await),
    }
}

async fn hand_in(caller: &Caller, sent: Sent) -> Result<Response, Wrong> {
    let Sent { id, seen, ask, .. } = sent;
    let (community, answer) = caller
        .blocking(move |app, token| {
            let prepared = app.db.read(|tx| -> Result<_, AppError> {
                let Some(signed_in) = app.api_token(tx, token)? else { return Ok(None) };
                let (community, request) = reach::find(app, tx, &signed_in.who, id)?;
                let command = ask.command(&signed_in.who, &request)?;
                Ok(Some((signed_in.who, community, command)))
            })?;
            let Some((who, community, command)) = prepared else { return Ok(None) };
            let deed = Deed { request: id, seen: Some(seen), command, photos: Vec::new() };
            Ok(Some((community, app.act(&who, community, deed))))
        })
        .await?;
    let request = answer.arrives().await?;
    Ok(worked_on(caller, community, request).await?.answer(StatusCode::OK))
}
