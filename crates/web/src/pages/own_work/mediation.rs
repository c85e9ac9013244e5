//! The file of a mediation. Each time it is opened the access log says so.

use super::id;
use super::mediations::mediators;
use crate::fault::Fault;
use crate::present::contact;
use crate::view::own_work::kinds::said;
use crate::view::own_work::{AgreementPage, MediationPage, MediationText};
use crate::view::{PageFrame, Problems, Section};
use crate::visitor::{Seat, Visitor, encoded, html};
use crate::words::Words;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::own_work::MediationFile;
use guanjia_app::{App, AppError};
use guanjia_domain::Refusal;
use guanjia_domain::ids::MediationId;
use guanjia_store::Tx;
use jiff::civil::Date;

/// `GET /mediations/{id}`.
pub(crate) async fn show(visitor: Visitor, Path(file): Path<String>) -> Result<Response, Fault> {
    opened(visitor, file, |visitor, seat, file| {
        let (app, words) = (visitor.site.app(), visitor.look.words());
        let page = app.db.read(|tx| page_of(app, tx, words, seat, file))?;
        Ok(html(&page)?.into_response())
    })
    .await
}

/// `GET /mediations/{id}/agreement`.
pub(crate) async fn agreement(visitor: Visitor, Path(file): Path<String>) -> Result<Response, Fault> {
    opened(visitor, file, |visitor, seat, file| {
        let (app, words) = (visitor.site.app(), visitor.look.words());
        let agreement = text(file.agreement.ok_or(Refusal::NotFound)?);
        let community = app.db.read(|tx| app.community(tx, seat.home))?.name;
        let page = AgreementPage {
            page: seat.frame,
            href: format!("/mediations/{}", file.file.id),
            community,
            parties: file.parties.into_iter().map(|(person, estate)| (person.name, estate)).collect(),
            dispute: said!(words, Dispute, file.file.dispute.name()),
            agreement,
        };
        Ok(html(&page)?.into_response())
    })
    .await
}

/// Opens a file for somebody who is signed in, and writes that down.
async fn opened(
    visitor: Visitor,
    file: String,
    shown: impl FnOnce(&Visitor, Seat, MediationFile) -> Result<Response, AppError> + Send + 'static,
) -> Result<Response, Fault> {
    let site = visitor.site.clone();
    let answer = site.run(move |site| {
        let app = site.app();
        let Some(seat) = app.db.read(|tx| visitor.seat(tx, Some(Section::OwnWork)))? else {
            let next = format!("/sign-in?next={}", encoded(&visitor.path));
            return Ok(Redirect::to(&next).into_response());
        };
        let file = id::<MediationId>(&file)?;
        let file = app.read_mediation(&seat.signed_in.who, seat.home, file).wait()?;
        shown(&visitor, seat, file)
    });
    Ok(answer.await?)
}

fn text((day, words): (Date, String)) -> MediationText {
    MediationText { day: day.to_string(), words }
}

/// The page of a file.
pub(super) fn page_of(
    app: &App,
    tx: &mut Tx,
    words: &Words,
    seat: Seat,
    it: MediationFile,
) -> Result<MediationPage, AppError> {
    let file = &it.file;
    let outcome = |(_, outcome): &(_, guanjia_domain::own_work::Outcome)| {
        (said!(words, Outcome, outcome.name()), file.forgets_at().map_or(0, |at| at.0))
    };
    Ok(MediationPage {
        href: format!("/mediations/{}", file.id),
        dispute: said!(words, Dispute, file.dispute.name()),
        opened_at: file.opened_at.0,
        closed: file.closed.as_ref().map(outcome),
        words: it.words,
        parties: it.parties.iter().map(|(person, estate)| (contact(person), estate.clone())).collect(),
        mediator: it.mediator.as_ref().map(contact),
        mediators: mediators(app, tx, seat.home)?,
        meetings: it.meetings.into_iter().map(text).collect(),
        agreement: it.agreement.map(text),
        today: app.today().to_string(),
        failed: String::new(),
        typed: (String::new(), String::new()),
        problems: Problems::default(),
        page: PageFrame { section: Some(Section::OwnWork), ..seat.frame },
    })
}
