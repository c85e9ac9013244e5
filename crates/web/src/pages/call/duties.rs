//! The duty list.

use super::words::duty_title;
use crate::fault::Fault;
use crate::form::Form;
use crate::refusals::told;
use crate::view::call::{DutyForm, DutyLine, DutyListPage};
use crate::view::{PageFrame, Problems, Section};
use crate::visitor::{Seat, Visitor, failed, html};
use axum::extract::{Query, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::call::DutyAt;
use guanjia_app::{App, AppError, office_allow};
use guanjia_domain::call::{DutyEntry, DutyList};
use guanjia_domain::permission::{Action, Area};
use guanjia_domain::{Refusal, RefusalKind, Role};
use guanjia_store::Tx;
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Shown {
    #[serde(default)]
    code: String,
    #[serde(default)]
    saved: bool,
}

/// `GET /duty-list?code=`: the list, and one of its entries in the form.
pub(crate) async fn show(visitor: Visitor, Query(shown): Query<Shown>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Calls), move |visitor, tx, seat| {
            if !App::reads_duty_list(seat.signed_in.who.role) {
                let outside = matches!(
                    seat.signed_in.who.role,
                    Role::Organisation | Role::StreetOffice | Role::DistrictBureau
                );
                return Err(if outside { Refusal::NotFound } else { Refusal::Forbidden }.into());
            }
            let list = list_of(visitor.site.app(), tx, &seat)?;
            let page = page_of(seat, &list, form_of(&list, &shown.code), Problems::default());
            html(&DutyListPage { saved: shown.saved, ..page })
        })
        .await
}

fn list_of(app: &App, tx: &mut Tx, seat: &Seat) -> Result<DutyList, AppError> {
    Ok(app.community(tx, seat.home)?.duties)
}

fn form_of(list: &DutyList, code: &str) -> DutyForm {
    match list.get(code) {
        Some(it) => DutyForm {
            code: code.to_owned(),
            zh: it.zh,
            en: it.en,
            basis: it.basis,
            leads: it.leads,
            retired: it.retired,
        },
        None => DutyForm { leads: true, ..DutyForm::default() },
    }
}

fn page_of(seat: Seat, list: &DutyList, form: DutyForm, problems: Problems) -> DutyListPage {
    let words = seat.frame.words;
    let line = |(code, it): (String, DutyEntry)| DutyLine {
        code,
        title: duty_title(words, &it),
        basis: it.basis,
        leads: it.leads,
        retired: it.retired,
    };
    let area = Area::community(seat.home, None);
    let may_change = office_allow(&seat.signed_in.who, Action::ChangeDutyList, &area).is_ok();
    DutyListPage {
        lines: list.all().into_iter().map(line).collect(),
        form: may_change.then_some(form),
        saved: false,
        problems,
        page: PageFrame { section: Some(Section::Calls), ..seat.frame },
    }
}

/// `POST /duty-list`: an entry that is new, or has another title or basis, or is retired.
pub(crate) async fn save(visitor: Visitor, RawForm(bytes): RawForm) -> Result<Response, Fault> {
    let form = Form::encoded(&bytes, &["csrf", "code", "zh", "en", "basis", "leads", "retired"])?;
    let seat = visitor.acting(form.get("csrf")).await?;
    let answer = visitor.site.run(move |site| {
        let app = site.app();
        let typed = DutyForm {
            code: form.owned("code"),
            zh: form.owned("zh"),
            en: form.owned("en"),
            basis: form.owned("basis"),
            leads: form.ticked("leads"),
            retired: form.ticked("retired"),
        };
        let at = if typed.code.is_empty() { DutyAt::New } else { DutyAt::Code(typed.code.clone()) };
        let entry = DutyEntry {
            zh: typed.zh.clone(),
            en: typed.en.clone(),
            basis: typed.basis.clone(),
            leads: typed.leads,
            retired: typed.retired,
        };
        match app.set_duty_entry(&seat.signed_in.who, seat.home, at, entry).wait() {
            Ok(()) => Ok(Redirect::to("/duty-list?saved=true").into_response()),
            Err(AppError::Refused(refusal)) if refusal.kind() == RefusalKind::Input => {
                let list = app.db.read(|tx| list_of(app, tx, &seat))?;
                let problems = vec![told(seat.frame.words, &refusal)].into();
                failed(&page_of(seat, &list, typed, problems))
            }
            Err(error) => Err(error),
        }
    });
    Ok(answer.await?)
}
