//! The own work in one place: lists of what was begun, what is to be taken down, who is called tonight.

use super::brief::called;
use super::{answered, named};
use crate::fault::Fault;
use crate::form::Form;
use crate::view::own_work::kinds::said;
use crate::view::own_work::{HangingLine, OwnWorkPage, StartCard, StartStep};
use crate::view::{Choice, Problems, Section};
use crate::visitor::{Seat, Visitor, html};
use crate::words::Words;
use axum::extract::RawForm;
use axum::response::Response;
use guanjia_app::own_work::StartList;
use guanjia_app::{App, AppError, office_allow};
use guanjia_domain::Refusal;
use guanjia_domain::own_work::StartItem;
use guanjia_domain::permission::{Action, Area};
use guanjia_store::Tx;
use jiff::civil::Date;

/// `GET /own`.
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::OwnWork), |visitor, tx, seat| {
            let (app, who, home) = (visitor.site.app(), &seat.signed_in.who, seat.home);
            office_allow(who, Action::File, &Area::community(home, None))?;
            let (words, today) = (visitor.look.words(), app.today());
            let lists = app.start_lists(tx, who, home)?;
            let own = |list: &StartList| who.stewards.contains(&list.estate);
            let card = |list: &StartList| card(words, list, own(list), today);
            let estates = app.kept_estates(tx, who, home)?;
            html(&OwnWorkPage {
                tonight: called(app, tx, home)?,
                starts: lists.iter().map(card).collect(),
                hanging: hanging(app, tx, words, &seat)?,
                estates: estates.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect(),
                page: seat.frame,
            })
        })
        .await
}

fn card(words: &Words, list: &StartList, own: bool, today: Date) -> StartCard {
    let step = |line: &guanjia_domain::own_work::StartLine| StartStep {
        item: line.item.name().to_owned(),
        words: said!(words, StartItem, line.item.name()),
        due: line.due.to_string(),
        late: line.due < today && line.done_at.is_none(),
        done: line.done_at.is_some(),
    };
    StartCard {
        estate_id: list.estate.to_string(),
        estate: list.name.clone(),
        steps: list.lines.iter().map(step).collect(),
        own,
    }
}

fn hanging(app: &App, tx: &mut Tx, words: &Words, seat: &Seat) -> Result<Vec<HangingLine>, AppError> {
    let (who, home, today) = (&seat.signed_in.who, seat.home, app.today());
    let mut lines = Vec::new();
    for posted in app.leaflets(tx, who, home)? {
        let leaflet = &posted.leaflet;
        if leaflet.to_take_down(today).next().is_none() {
            continue;
        }
        let places = app.leaflet_sheet(tx, who, home, leaflet.id)?.places;
        for (n, put) in leaflet.to_take_down(today) {
            let name = places.get(n as usize).map_or("", |(name, _)| name.as_str());
            lines.push(HangingLine {
                href: format!("/leaflets/{}", leaflet.id),
                n,
                title: posted.title.clone(),
                place: spot(words, put.spot.name(), name),
                until: put.until.to_string(),
            });
        }
    }
    Ok(lines)
}

/// A place where something hangs, in words.
pub(super) fn spot(words: &Words, sort: &str, name: &str) -> String {
    let sort = said!(words, Spot, sort);
    if name.is_empty() { sort } else { format!("{sort} · {name}") }
}

/// `POST /own/tick`.
pub(crate) async fn tick(visitor: Visitor, RawForm(bytes): RawForm) -> Result<Response, Fault> {
    let form = Form::encoded(&bytes, &["csrf", "estate", "item", "done"])?;
    let work = |app: &App, seat: &Seat, form: &Form| {
        let estate = form.id("estate")?.ok_or(Refusal::NotFound)?;
        let item = named("item", form, StartItem::of_name)?;
        let done = form.ticked("done");
        app.tick_start(&seat.signed_in.who, seat.home, estate, item, done).wait()?;
        Ok("/own".to_owned())
    };
    // The buttons hold what they send: a form that does not fit was not sent by the page.
    let again = |_: &Visitor, _: &mut Tx, _: Seat, form: &Form, _: Problems| {
        Err(Refusal::NotAChoice { field: "item", value: form.owned("item") }.into())
    };
    answered(visitor, form, work, again).await
}
