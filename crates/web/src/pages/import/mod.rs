//! Importing spreadsheets: send, look at every problem, confirm; and empty sheets to begin with.

mod aspect;
pub(crate) mod columns;
mod sent;
mod sheet;

use crate::fault::Fault;
use crate::refusals::told;
use crate::view::office::{ImportPage, Preview};
use crate::view::{Community, PageFrame, Problem, Problems, Section};
use crate::visitor::{Seat, Visitor, failed, html};
use crate::words::{Language, Words};
use axum::extract::{Form, Multipart, Query};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::import::{ImportError, Preview as Found, SheetFile, UploadId};
use guanjia_app::{App, AppError, office_allow as allow};
use guanjia_domain::permission::{Action, Area};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_sheets::{Lang, Template};
use guanjia_store::{StoreError, Tx};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Done {
    done: Option<u32>,
}

/// `GET /import`.
pub(crate) async fn form(visitor: Visitor, Query(last): Query<Done>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Import), move |visitor, tx, seat| {
            allow(&seat.signed_in.who, Action::ChangePlaces, &Area::community(seat.home, None))?;
            let page = page_of(visitor.site.app(), tx, seat.home, seat.frame, None, Problems::default())?;
            html(&ImportPage { done: last.done, ..page })
        })
        .await
}

fn page_of(
    app: &App,
    tx: &mut Tx,
    home: CommunityCode,
    page: PageFrame,
    preview: Option<Preview>,
    problems: Problems,
) -> Result<ImportPage, AppError> {
    let community = Community { name: app.community(tx, home)?.name, code: home.to_string() };
    let page = PageFrame { section: Some(Section::Import), ..page };
    Ok(ImportPage { page, community, preview, done: None, problems })
}

/// `POST /import`: reads the files and shows what importing them would do.
pub(crate) async fn upload(visitor: Visitor, parts: Multipart) -> Result<Response, Fault> {
    let (seat, sent) = sent::read(&visitor, parts).await?;
    let words = visitor.look.words();
    let answer = visitor
        .site
        .run(move |site| {
            let app = site.app();
            allow(&seat.signed_in.who, Action::ChangePlaces, &Area::community(seat.home, None))?;
            match sent.problem(words) {
                Some(problem) => again(app, seat, None, vec![problem].into()),
                None => look(app, seat, words, &sent.files),
            }
        })
        .await?;
    Ok(answer)
}

/// The preview. Only what can be confirmed, or of whose columns something can be said, is kept.
fn look(app: &App, seat: Seat, words: &Words, files: &[SheetFile]) -> Result<Response, AppError> {
    let (who, home) = (&seat.signed_in.who, seat.home);
    let (found, sheets) = app.db.read(|tx| -> Result<_, AppError> {
        let sheets = app.read_sheets(tx, home, files, &mut |_| {})?;
        Ok((app.preview_import(tx, who, home, &sheets)?, columns::sheets(words, &sheets)))
    })?;
    let mark = match found.problems.is_empty() || !sheets.is_empty() {
        true => app.stage_upload(who, home, files)?.wait()?.0.to_string(),
        false => String::new(),
    };
    let preview = Preview { sheets, ..sheet::preview(words, mark, files, &found) };
    app.db.read(|tx| {
        Ok(html(&page_of(app, tx, home, seat.frame, Some(preview), Problems::default())?)?.into_response())
    })
}

fn again(app: &App, seat: Seat, preview: Option<Preview>, problems: Problems) -> Result<Response, AppError> {
    failed(&app.db.read(|tx| page_of(app, tx, seat.home, seat.frame, preview, problems))?)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Confirming {
    csrf: String,
    mark: String,
}

/// `POST /import/confirm`: all of it or nothing, planned anew against what is stored now.
pub(crate) async fn confirm(visitor: Visitor, Form(confirming): Form<Confirming>) -> Result<Response, Fault> {
    let seat = visitor.acting(&confirming.csrf).await?;
    let words = visitor.look.words();
    let answer = visitor
        .site
        .run(move |site| {
            let app = site.app();
            match import(app, &seat, &confirming.mark) {
                Ok(rows) => Ok(Redirect::to(&format!("/import?done={rows}")).into_response()),
                Err((files, ImportError::Problems(problems))) => {
                    let found = Found { problems, ..Found::default() };
                    let preview = sheet::preview(words, String::new(), &files, &found);
                    again(app, seat, Some(preview), Problems::default())
                }
                Err((_, ImportError::App(AppError::Refused(Refusal::LinkEnded)))) => {
                    let gone = Problem::new(words, "files", "problem-upload-gone", "cure-upload-gone", &[]);
                    again(app, seat, None, vec![gone].into())
                }
                Err((_, ImportError::App(AppError::Refused(refusal))))
                    if super::claims::is_told(&refusal) =>
                {
                    again(app, seat, None, vec![told(words, &refusal)].into())
                }
                Err((_, ImportError::App(error))) => Err(error),
            }
        })
        .await?;
    Ok(answer)
}

/// The files that wait under a mark.
fn staged(app: &App, seat: &Seat, mark: &str) -> Result<Vec<SheetFile>, AppError> {
    let upload = UploadId(mark.parse().map_err(|_| Refusal::LinkEnded)?);
    app.db.read(|tx| app.staged(tx, &seat.signed_in.who, seat.home, upload))
}

/// Imports what waits under a mark, and says how many rows were written; else why not, with the files.
fn import(app: &App, seat: &Seat, mark: &str) -> Result<u64, (Vec<SheetFile>, ImportError)> {
    let (who, home) = (&seat.signed_in.who, seat.home);
    let nothing = |error: AppError| (Vec::new(), ImportError::App(error));
    let upload = UploadId(mark.parse().map_err(|_| nothing(Refusal::LinkEnded.into()))?);
    let read = app.db.read(|tx| -> Result<_, AppError> {
        let files = app.staged(tx, who, home, upload)?;
        let sheets = app.read_sheets(tx, home, &files, &mut |_| {})?;
        Ok((files, sheets))
    });
    let (files, sheets) = read.map_err(nothing)?;
    if !sheets.problems.is_empty() {
        return Err((files, ImportError::Problems(sheets.problems)));
    }
    let done = app.commit_import(who, home, sheets.workbook).wait().map_err(|error| (files, error))?;
    let discarding = app.clone();
    // What is imported stays imported; an upload that could not be discarded goes away by itself.
    if let Err(error) = app.db.write(home, move |tx| discarding.discard_upload(tx, home, upload)).wait() {
        tracing::warn!(%error, "an upload stays until its hour is over");
    }
    Ok(done.counts.differences())
}

#[derive(Deserialize)]
pub(crate) struct Which {
    #[serde(default)]
    kind: String,
}

/// `GET /import/template.xlsx?kind=`: an empty workbook of `places`, `people` or `residents`, or of all three.
pub(crate) async fn template(visitor: Visitor, Query(which): Query<Which>) -> Result<Response, Fault> {
    visitor
        .signed(None, move |visitor, _, seat| {
            allow(&seat.signed_in.who, Action::ChangePlaces, &Area::community(seat.home, None))?;
            let lang = lang(visitor.look.words());
            let (name, written) = match which.kind.as_str() {
                "" => ("guanjia", guanjia_sheets::whole_template(lang)),
                "places" => ("places", guanjia_sheets::template(Template::Places, lang)),
                "people" => ("people", guanjia_sheets::template(Template::People, lang)),
                "residents" => ("residents", guanjia_sheets::template(Template::Residents, lang)),
                _ => return Err(Refusal::NotFound.into()),
            };
            let bytes = written.map_err(|error| StoreError::Refused(error.to_string()))?;
            let file = format!("attachment; filename=\"{name}.xlsx\"");
            let headers = [(header::CONTENT_TYPE, XLSX.to_owned()), (header::CONTENT_DISPOSITION, file)];
            Ok((headers, bytes).into_response())
        })
        .await
}

pub(super) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The language of a reader, as the sheets know it.
pub(super) fn lang(words: &Words) -> Lang {
    if words.language() == Language::En { Lang::En } else { Lang::Zh }
}
