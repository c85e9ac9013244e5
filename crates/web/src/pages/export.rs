//! Lists out of the house, as the file that an import takes.

use crate::fault::Fault;
use crate::pages::import::{XLSX, lang};
use crate::refusals::told;
use crate::view::office::ExportPage;
use crate::view::{Community, PageFrame, Problems, Section};
use crate::visitor::{Seat, Visitor, failed, html};
use axum::extract::Form;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use guanjia_app::export::Wanted;
use guanjia_app::{App, AppError, office_allow as allow};
use guanjia_domain::permission::{Action, Area};
use guanjia_domain::{Refusal, RefusalKind};
use guanjia_sheets::{Table, Template, csv, csv_archive, xlsx};
use guanjia_store::{StoreError, Tx};
use serde::Deserialize;

/// `GET /export`.
pub(crate) async fn form(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Import), |visitor, tx, seat| {
            allow(&seat.signed_in.who, Action::ExportHouse, &Area::community(seat.home, None))?;
            html(&page(visitor.site.app(), tx, seat, &Asked::default(), Problems::default())?)
        })
        .await
}

fn page(
    app: &App,
    tx: &mut Tx,
    seat: Seat,
    asked: &Asked,
    problems: Problems,
) -> Result<ExportPage, AppError> {
    let area = Area::community(seat.home, None);
    Ok(ExportPage {
        residents: allow(&seat.signed_in.who, Action::ExportResidents, &area).is_ok(),
        community: Community { name: app.community(tx, seat.home)?.name, code: seat.home.to_string() },
        page: PageFrame { section: Some(Section::Import), ..seat.frame },
        reason: asked.reason.clone(),
        problems,
    })
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Asked {
    csrf: String,
    #[serde(default)]
    list: String,
    #[serde(default)]
    form: String,
    #[serde(default)]
    reason: String,
}

/// `POST /export`: the file. Who took it, and why, stands in the access log.
pub(crate) async fn take(visitor: Visitor, Form(asked): Form<Asked>) -> Result<Response, Fault> {
    let seat = visitor.acting(&asked.csrf).await?;
    let lang = lang(visitor.look.words());
    let words = visitor.look.words();
    let answer = visitor.site.run(move |site| {
        let app = site.app();
        let taken = list(&asked.list).map_err(AppError::from).and_then(|list| {
            let wanted = Wanted { list, lang, reason: asked.reason.clone() };
            app.export(&seat.signed_in.who, seat.home, &wanted)
        });
        match taken {
            Ok(tables) => file(&asked, &tables),
            Err(AppError::Refused(refusal)) if refusal.kind() == RefusalKind::Input => {
                let problems = vec![told(words, &refusal)].into();
                failed(&app.db.read(|tx| page(app, tx, seat, &asked, problems))?)
            }
            Err(error) => Err(error),
        }
    });
    Ok(answer.await?)
}

fn list(name: &str) -> Result<Template, Refusal> {
    match name {
        "places" => Ok(Template::Places),
        "people" => Ok(Template::People),
        "residents" => Ok(Template::Residents),
        other => Err(Refusal::NotAChoice { field: "list", value: other.to_owned() }),
    }
}

/// One workbook; or text, in an archive where there are several sheets.
fn file(asked: &Asked, tables: &[Table]) -> Result<Response, AppError> {
    let unwritten = |error: &dyn std::fmt::Display| StoreError::Refused(error.to_string());
    let (kind, end, bytes) = match (asked.form.as_str(), tables) {
        ("csv", [one]) => ("text/csv; charset=utf-8", "csv", csv(one)),
        ("csv", several) => {
            ("application/zip", "zip", csv_archive(several).map_err(|error| unwritten(&error))?)
        }
        _ => (XLSX, "xlsx", xlsx(tables).map_err(|error| unwritten(&error))?),
    };
    let name = format!("attachment; filename=\"{}.{end}\"", asked.list);
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)], bytes)
        .into_response())
}
