//! What is done with a mediation: a meeting, the agreement, another mediator, the end.

use super::mediation::page_of;
use super::{day, id, named};
use crate::fault::Fault;
use crate::form::Form;
use crate::refusals::told;
use crate::view::own_work::MediationPage;
use crate::visitor::{Seat, Visitor, failed};
use axum::extract::{Path, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::{App, AppError};
use guanjia_domain::ids::MediationId;
use guanjia_domain::own_work::Outcome;
use guanjia_domain::{Refusal, RefusalKind};

/// The fields of each form.
fn fields(deed: &str) -> Result<&'static [&'static str], Refusal> {
    Ok(match deed {
        "meet" | "agree" => &["csrf", "day", "words"],
        "mediator" => &["csrf", "mediator"],
        "close" => &["csrf", "outcome"],
        _ => return Err(Refusal::NotFound),
    })
}

/// `POST /mediations/{id}/{deed}`.
pub(crate) async fn act(
    visitor: Visitor,
    Path((file, deed)): Path<(String, String)>,
    RawForm(bytes): RawForm,
) -> Result<Response, Fault> {
    let form = Form::encoded(&bytes, fields(&deed)?)?;
    let seat = visitor.acting(form.get("csrf")).await?;
    let words = visitor.look.words();
    let answer = visitor.site.run(move |site| {
        let (app, file) = (site.app(), id::<MediationId>(&file)?);
        match done(app, &seat, file, &deed, &form) {
            Ok(()) => Ok(Redirect::to(&format!("/mediations/{file}")).into_response()),
            Err(AppError::Refused(refusal)) if refusal.kind() == RefusalKind::Input => {
                // Shown again, it is read again: who may not read it learns nothing from what was wrong.
                let opened = app.read_mediation(&seat.signed_in.who, seat.home, file).wait()?;
                let page = app.db.read(|tx| page_of(app, tx, words, seat, opened))?;
                let typed = (form.owned("day"), form.owned("words"));
                let problems = vec![told(words, &refusal)].into();
                failed(&MediationPage { failed: deed, typed, problems, ..page })
            }
            Err(error) => Err(error),
        }
    });
    Ok(answer.await?)
}

fn done(app: &App, seat: &Seat, file: MediationId, deed: &str, form: &Form) -> Result<(), AppError> {
    let (who, home) = (&seat.signed_in.who, seat.home);
    match deed {
        "mediator" => app.name_mediator(who, home, file, form.id("mediator")?).wait(),
        "close" => app.close_mediation(who, home, file, named("outcome", form, Outcome::of_name)?).wait(),
        _ => {
            let said = (day("day", form)?, form.get("words"), deed == "agree");
            app.add_to_mediation(who, home, file, said)?.wait()
        }
    }
}
