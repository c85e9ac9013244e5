//! Notices and policy leaflets: the list, and a new one.

use super::{answered, day, named};
use crate::fault::Fault;
use crate::form::Form;
use crate::view::own_work::kinds::said;
use crate::view::own_work::{LeafletForm, LeafletLine, LeafletsPage, PublicLeaflet};
use crate::view::{Choice, Problems, Section};
use crate::visitor::{Seat, Visitor, failed, html};
use crate::words::Words;
use axum::extract::RawForm;
use axum::response::Response;
use guanjia_app::own_work::{NewLeaflet, PostedLeaflet};
use guanjia_app::{App, AppError, office_allow};
use guanjia_domain::own_work::LeafletKind;
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;
use jiff::civil::Date;

const FIELDS: &[&str] = &["csrf", "kind", "estate", "title", "words", "until"];

/// `GET /leaflets`.
pub(crate) async fn list(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::OwnWork), |visitor, tx, seat| {
            html(&page_of(visitor, tx, seat, LeafletForm::default(), Problems::default())?)
        })
        .await
}

/// Whether somebody speaks for the whole community.
pub(super) fn for_all(who: &Principal, home: CommunityCode) -> bool {
    permit(who, Action::KeepDesk, &Area::community(home, None)) == Verdict::Allowed
}

fn page_of(
    visitor: &Visitor,
    tx: &mut Tx,
    seat: Seat,
    form: LeafletForm,
    problems: Problems,
) -> Result<LeafletsPage, AppError> {
    let (app, words, who) = (visitor.site.app(), visitor.look.words(), &seat.signed_in.who);
    office_allow(who, Action::File, &Area::community(seat.home, None))?;
    let (found, today) = (app.leaflets(tx, who, seat.home)?, app.today());
    let estates = app.kept_estates(tx, who, seat.home)?;
    Ok(LeafletsPage {
        leaflets: found.iter().map(|it| line(words, it, today)).collect(),
        estates: estates.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect(),
        for_all: for_all(who, seat.home),
        page: seat.frame,
        form,
        problems,
    })
}

fn line(words: &Words, it: &PostedLeaflet, today: Date) -> LeafletLine {
    let leaflet = &it.leaflet;
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    LeafletLine {
        href: format!("/leaflets/{}", leaflet.id),
        leaflet: public_leaflet(words, it),
        estate: it.estate.clone().unwrap_or_else(|| words.say("leaflet-for-all").to_owned()),
        places: number(leaflet.places.len()),
        hanging: number(leaflet.to_take_down(today).count()),
        in_force: leaflet.in_force(today),
    }
}

/// What everybody may read of a leaflet.
pub(crate) fn public_leaflet(words: &Words, it: &PostedLeaflet) -> PublicLeaflet {
    PublicLeaflet {
        kind: said!(words, LeafletKind, it.leaflet.kind.name()),
        title: it.title.clone(),
        words: it.words.clone(),
        until: it.leaflet.until.to_string(),
    }
}

/// `POST /leaflets`.
pub(crate) async fn make(visitor: Visitor, RawForm(bytes): RawForm) -> Result<Response, Fault> {
    let form = Form::encoded(&bytes, FIELDS)?;
    let work = |app: &App, seat: &Seat, form: &Form| {
        let (who, home) = (&seat.signed_in.who, seat.home);
        office_allow(who, Action::File, &Area::community(home, None))?;
        let estate = form.id("estate")?;
        if estate.is_none() && !for_all(who, home) {
            return Err(Refusal::NotAChoice { field: "estate", value: String::new() }.into());
        }
        let new = NewLeaflet {
            kind: named("kind", form, LeafletKind::of_name)?,
            estate,
            title: form.owned("title"),
            words: form.owned("words"),
            until: day("until", form)?,
        };
        let made = app.make_leaflet(who, home, &new)?.wait()?;
        Ok(format!("/leaflets/{made}"))
    };
    answered(visitor, form, work, |visitor, tx, seat, form, problems| {
        let typed = LeafletForm {
            kind: form.owned("kind"),
            estate: form.owned("estate"),
            title: form.owned("title"),
            words: form.owned("words"),
            until: form.owned("until"),
        };
        failed(&page_of(visitor, tx, seat, typed, problems)?)
    })
    .await
}
