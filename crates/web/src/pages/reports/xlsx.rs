//! A month as a workbook, sent while it is written.

use super::labels::ReportLabels;
use super::month_of;
use crate::fault::Fault;
use crate::pages::import::XLSX;
use crate::visitor::Visitor;
use axum::body::{Body, Bytes};
use axum::extract::{Form, Path};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use std::io::{Error, ErrorKind, Write};
use std::time::{Duration, Instant};
use tokio::runtime::Handle;
use tokio::sync::mpsc::{Sender, channel};
use tokio_stream::wrappers::ReceiverStream;

/// Bytes that are sent at a time.
const PIECE: usize = 64 * 1024;
/// Pieces that wait for the reader: more memory is never needed.
const WAITING: usize = 4;
/// A reader who takes nothing for so long has gone.
const PATIENCE: Duration = Duration::from_secs(60);
/// For the whole of it: until then it holds one of the readers of the database, and what that one sees cannot be
/// tidied.
const LONGEST: Duration = Duration::from_secs(300);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Asking {
    csrf: String,
}

/// `POST /reports/{month}/xlsx`. That it was taken stands in the access log before it is made.
pub(crate) async fn take(
    visitor: Visitor,
    Path(month): Path<String>,
    Form(asking): Form<Asking>,
) -> Result<Response, Fault> {
    let seat = visitor.acting(&asking.csrf).await?;
    let (who, home, month) = (seat.signed_in.who, seat.home, month_of(&month)?);
    let noted = who.clone();
    let turn = visitor.site.run(move |site| site.app().begin_report(&noted, home)).await?;
    let (sender, receiver) = channel(WAITING);
    let (words, site, runtime) = (visitor.look.words(), visitor.site.clone(), Handle::current());
    tokio::task::spawn_blocking(move || {
        let app = site.app();
        let until = Instant::now() + LONGEST;
        let mut pipe = Pipe { sender, runtime, piece: Vec::with_capacity(PIECE), until };
        let written = app.db.read(|tx| {
            let labels = ReportLabels::new(words, app.matters(tx, home)?);
            app.write_month_book(tx, &who, home, month, &labels, &mut pipe)
        });
        // Before the last piece goes out: whoever has read it may ask again at once.
        drop(turn);
        // The head of the answer is on its way: only a body that breaks off can still say that it failed.
        if let Err(error) =
            written.map_err(|error| Error::other(error.to_string())).and_then(|_| pipe.flush())
        {
            tracing::warn!(%error, "a report was not sent to its end");
            let _reader_gone = pipe.sender.blocking_send(Err(error));
        }
    });
    let headers = [
        (header::CONTENT_TYPE, XLSX.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"report-{month}.xlsx\"")),
    ];
    Ok((headers, Body::from_stream(ReceiverStream::new(receiver))).into_response())
}

/// Takes bytes of a thread that blocks and hands them to the answer.
struct Pipe {
    sender: Sender<Result<Bytes, Error>>,
    runtime: Handle,
    piece: Vec<u8>,
    until: Instant,
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, Error> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<(), Error> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let piece = Bytes::from(std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE)));
        let patience = PATIENCE.min(self.until.saturating_duration_since(Instant::now()));
        let sent = self.runtime.block_on(self.sender.send_timeout(Ok(piece), patience));
        sent.map_err(|_| Error::new(ErrorKind::BrokenPipe, "the reader has gone"))
    }
}
