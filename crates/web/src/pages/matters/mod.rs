//! The community's own list of matters.

mod typed;

use crate::fault::Fault;
use crate::pages::claims::is_told;
use crate::present::class_name;
use crate::refusals::told;
use crate::view::office::{MatterForm, MatterLine, MattersPage};
use crate::view::{Choice, PageFrame, Problems, Section};
use crate::visitor::{Seat, Visitor, failed, html};
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::{App, AppError, office_allow};
use guanjia_domain::CommunityCode;
use guanjia_domain::matter::{MAJOR_CLASSES, MatterList, city_name, find_class};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_store::Tx;
use serde::Deserialize;
use typed::{Typed, form_of};

#[derive(Deserialize)]
pub(crate) struct Shown {
    #[serde(default)]
    class: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    saved: bool,
}

/// `GET /matters?class=&code=`: a class, and one of its matters in the form.
pub(crate) async fn show(visitor: Visitor, Query(shown): Query<Shown>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Matters), move |visitor, tx, seat| {
            let list = list_for(visitor.site.app(), tx, &seat.signed_in.who, seat.home)?;
            let form = form_of(&list, &shown.class, &shown.code);
            let page = page_of(seat.frame, &list, form, Problems::default());
            html(&MattersPage { saved: shown.saved, ..page })
        })
        .await
}

fn list_for(app: &App, tx: &mut Tx, who: &Principal, home: CommunityCode) -> Result<MatterList, AppError> {
    office_allow(who, Action::ChangeMatters, &Area::community(home, None))?;
    Ok((*app.matters(tx, home)?).clone())
}

fn page_of(page: PageFrame, list: &MatterList, form: MatterForm, problems: Problems) -> MattersPage {
    let words = page.words;
    let class = find_class(&form.class).unwrap_or(&MAJOR_CLASSES[0]);
    let line = |(code, it): (String, guanjia_domain::matter::OwnMatter)| MatterLine {
        city: it.city_code.map(|code| match city_name(&code) {
            Some(name) => format!("{code} {name}"),
            None => code,
        }),
        code,
        name: it.zh,
        english: it.en,
        small: it.small,
        urgent: it.urgent_hint,
        hint: it.hint,
        retired: it.retired,
    };
    let tab = |it: &guanjia_domain::matter::MajorClass| {
        Choice::new(it.code, class_name(words, it)).chosen_if(class.code)
    };
    MattersPage {
        page: PageFrame { section: Some(Section::Matters), ..page },
        classes: MAJOR_CLASSES.iter().map(tab).collect(),
        lines: list.of_class(class.code).into_iter().map(line).collect(),
        form: MatterForm { class: class.code.to_owned(), ..form },
        saved: false,
        problems,
    }
}

/// `POST /matters`: a matter that is new, or has another name, text or mapping, or is retired.
pub(crate) async fn save(visitor: Visitor, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let seat = visitor.acting(&typed.csrf).await?;
    let answer = visitor
        .site
        .run(move |site| {
            let (app, Seat { signed_in, home, frame, .. }) = (site.app(), seat);
            let (at, class) = (typed.at(), typed.class.clone());
            match app.set_matter(&signed_in.who, home, at, typed.matter()).wait() {
                Ok(()) => Ok(Redirect::to(&format!("/matters?class={class}&saved=true")).into_response()),
                Err(AppError::Refused(refusal)) if is_told(&refusal) => {
                    let list = app.db.read(|tx| list_for(app, tx, &signed_in.who, home))?;
                    let problems = vec![told(frame.words, &refusal)].into();
                    failed(&page_of(frame, &list, typed.form(), problems))
                }
                Err(error) => Err(error),
            }
        })
        .await?;
    Ok(answer)
}
