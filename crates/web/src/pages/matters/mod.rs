//! The community's own list of matters.

mod typed;

use crate::fault::Fault;
use crate::pages::change::{self, Change, Desk, Seen};
use crate::present::class_name;
use crate::view::office::{MatterForm, MatterLine, MattersPage};
use crate::view::{Choice, PageFrame, Problems, Section};
use crate::visitor::{Visitor, html};
use axum::extract::{Form, Query};
use axum::response::Response;
use guanjia_app::limits::Moves;
use guanjia_app::matters::MatterAt;
use guanjia_app::{App, AppError, office_allow};
use guanjia_domain::CommunityCode;
use guanjia_domain::matter::{MAJOR_CLASSES, MatterList, OwnMatter, city_name, find_class};
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
    moved: Option<u32>,
}

/// `GET /matters?class=&code=`: a class, and one of its matters in the form.
pub(crate) async fn show(visitor: Visitor, Query(shown): Query<Shown>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Matters), move |visitor, tx, seat| {
            let list = list_for(visitor.site.app(), tx, &seat.signed_in.who, seat.home)?;
            let form = form_of(&list, &shown.class, &shown.code);
            let page = page_of(seat.frame, &list, form, Problems::default());
            html(&MattersPage { saved: shown.saved, moved: shown.moved, ..page })
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
    let line = |(code, it): (String, OwnMatter)| MatterLine {
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
        moves: None,
        saved: false,
        moved: None,
        problems,
    }
}

/// `POST /matters`: a matter that is new, or has another name, text or mapping, or is retired. Where open requests move
/// by it, that is shown first.
pub(crate) async fn save(visitor: Visitor, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    change::save(visitor, typed).await
}

impl Change for Typed {
    type New = (MatterAt, OwnMatter);
    type Page = MattersPage;
    const AT_ONCE: bool = true;

    fn csrf(&self) -> &str {
        &self.csrf
    }

    fn is_confirmed(&self) -> bool {
        self.confirm == "yes"
    }

    fn again(&self) -> Vec<(String, String)> {
        self.fields()
    }

    fn read(&self, _desk: &Desk<'_>, _tx: &mut Tx) -> Result<Self::New, AppError> {
        Ok((self.at(), self.matter()))
    }

    fn foresee(&self, desk: &Desk<'_>, tx: &mut Tx, (at, matter): &Self::New) -> Result<Moves, AppError> {
        desk.app.foresee_matter(tx, desk.who, desk.home, (at, matter))
    }

    fn make(&self, desk: &Desk<'_>, (at, matter): Self::New) -> Result<String, AppError> {
        let moved = desk.app.set_matter(desk.who, desk.home, at, matter).wait()?;
        let moved = if moved > 0 { format!("&moved={moved}") } else { String::new() };
        Ok(format!("/matters?class={}&saved=true{moved}", self.class))
    }

    fn page(
        &self,
        desk: &Desk<'_>,
        tx: &mut Tx,
        frame: PageFrame,
        (_, Seen { moves, problems }): (Option<&Self::New>, Seen),
    ) -> Result<MattersPage, AppError> {
        let list = list_for(desk.app, tx, desk.who, desk.home)?;
        Ok(MattersPage { moves, ..page_of(frame, &list, self.form(), problems) })
    }
}
