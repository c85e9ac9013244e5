//! The numbers that everybody may read, and their form.

use super::claims::is_told;
use crate::fault::Fault;
use crate::refusals::told;
use crate::view::office::{HotlinesForm, HotlinesPage};
use crate::view::{PageFrame, Problems, Section};
use crate::visitor::{Visitor, failed, html};
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::hotlines::Hotlines;
use guanjia_app::{AppError, office_allow};
use guanjia_domain::Refusal;
use guanjia_domain::house::Community;
use guanjia_domain::office::StewardPhone;
use guanjia_domain::permission::{Action, Area};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Saved {
    saved: Option<String>,
}

/// `GET /hotlines`.
pub(crate) async fn show(visitor: Visitor, Query(last): Query<Saved>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Print), move |visitor, tx, seat| {
            office_allow(&seat.signed_in.who, Action::ChangePlaces, &Area::community(seat.home, None))?;
            let form = present(visitor.site.app().community(tx, seat.home)?);
            let saved = last.saved.is_some();
            html(&HotlinesPage { page: seat.frame, form, saved, problems: Problems::default() })
        })
        .await
}

fn present(community: Community) -> HotlinesForm {
    HotlinesForm {
        office_phone: community.office.phone,
        hours: community.office.hours,
        steward_phone: slug(community.office.steward_phone).to_owned(),
        supervision: community.supervision,
        emergency: community.emergency,
    }
}

const fn slug(which: StewardPhone) -> &'static str {
    match which {
        StewardPhone::Own => "own",
        StewardPhone::Office => "office",
        StewardPhone::Hidden => "hidden",
    }
}

/// `POST /hotlines`.
pub(crate) async fn save(
    visitor: Visitor,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let seat = visitor.acting_by(&fields).await?;
    let words = visitor.look.words();
    let answer = visitor
        .site
        .run(move |site| {
            let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
            office_allow(who, Action::ChangePlaces, &Area::community(home, None))?;
            let form = typed(&fields)?;
            let done = numbers(&form)
                .map_err(AppError::from)
                .and_then(|numbers| app.set_hotlines(who, home, numbers).wait());
            match done {
                Ok(_) => Ok(Redirect::to("/hotlines?saved=1").into_response()),
                Err(AppError::Refused(refusal)) if is_told(&refusal) => {
                    let page = PageFrame { section: Some(Section::Print), ..seat.frame };
                    let problems = vec![told(words, &refusal)].into();
                    failed(&HotlinesPage { page, form, saved: false, problems })
                }
                Err(error) => Err(error),
            }
        })
        .await?;
    Ok(answer)
}

/// The fields as they were typed; a name and the number after it are one emergency line.
fn typed(fields: &[(String, String)]) -> Result<HotlinesForm, Refusal> {
    let mut form = HotlinesForm::default();
    for (name, value) in fields {
        let value = value.clone();
        let lines = form.emergency.len();
        match (name.as_str(), form.emergency.last_mut()) {
            ("csrf", _) => {}
            ("office_phone", _) => form.office_phone = value,
            ("hours", _) => form.hours = value,
            ("steward_phone", _) => form.steward_phone = value,
            ("supervision", _) => form.supervision = value,
            ("emergency_name", _) if lines < HotlinesPage::LINES => {
                form.emergency.push((value, String::new()));
            }
            ("emergency_phone", Some((_, phone))) if phone.is_empty() => *phone = value,
            _ => return Err(Refusal::NotAChoice { field: "form", value: name.chars().take(40).collect() }),
        }
    }
    Ok(form)
}

fn numbers(form: &HotlinesForm) -> Result<Hotlines, Refusal> {
    let steward_phone = [StewardPhone::Own, StewardPhone::Office, StewardPhone::Hidden]
        .into_iter()
        .find(|which| slug(*which) == form.steward_phone)
        .ok_or_else(|| Refusal::NotAChoice { field: "steward_phone", value: String::new() })?;
    Ok(Hotlines {
        office_phone: form.office_phone.clone(),
        hours: form.hours.clone(),
        steward_phone,
        supervision: form.supervision.clone(),
        emergency: form.emergency.clone(),
    })
}
