//! Live updates: a page hears *that* something changed in its community, never what; it then asks again and sees what
//! it may see.

use crate::fault::Fault;
use crate::visitor::Visitor;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::{Stream, StreamExt};
use guanjia_domain::Refusal;
use std::convert::Infallible;
use std::time::Duration;
use tokio_stream::wrappers::BroadcastStream;

/// How often an open stream looks whether its session still lives.
const LOOK_AGAIN: Duration = Duration::from_secs(20);

/// `GET /live`.
pub(crate) async fn live(
    visitor: Visitor,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Fault> {
    let watcher = visitor.clone();
    let home =
        visitor.open(|visitor, tx| Ok(visitor.seat(tx, None)?.ok_or(Refusal::Forbidden)?.home)).await?;
    let changes = BroadcastStream::new(watcher.site.app().db.changes());
    // An office above a community hears of the communities below it.
    let heard = changes.filter_map(move |change| async move {
        let mine = change.is_err() || change.is_ok_and(|code| code == home || home.is_above(&code));
        // Browsers drop an event without data.
        mine.then(|| Ok(Event::default().event("changed").data("1")))
    });
    let alive = futures_util::stream::unfold(
        (watcher, tokio::time::interval(LOOK_AGAIN)),
        |(watcher, mut pace)| async {
            pace.tick().await;
            let seat = watcher.clone().open(|visitor, tx| visitor.seat(tx, None)).await;
            matches!(seat, Ok(Some(_))).then_some(((), (watcher, pace)))
        },
    );
    // The stream ends when the session does: whoever was dismissed hears nothing more.
    let until_gone = async move { alive.for_each(|()| async {}).await };
    let stream = heard.take_until(Box::pin(until_gone));
    Ok(Sse::new(Box::pin(stream)).keep_alive(KeepAlive::default()))
}
