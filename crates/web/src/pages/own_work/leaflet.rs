//! One leaflet, to print, to send and to put up.

use super::hub::spot;
use super::leaflets::{for_all, public_leaflet};
use super::{doors, id};
use crate::fault::Fault;
use crate::view::own_work::{LeafletPage, PutForm, PutLine};
use crate::view::{Choice, ChoiceGroup, Problems, Section};
use crate::visitor::{Seat, Visitor, html};
use crate::words::Words;
use axum::extract::Path;
use axum::response::Response;
use guanjia_app::own_work::{LeafletSheet, PostedLeaflet};
use guanjia_app::{App, AppError};
use guanjia_domain::ids::{EstateId, LeafletId};
use guanjia_domain::own_work::Spot;
use guanjia_store::Tx;

/// `GET /leaflets/{id}`.
pub(crate) async fn show(visitor: Visitor, Path(leaflet): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::OwnWork), move |visitor, tx, seat| {
            let leaflet = id(&leaflet)?;
            html(&page_of(visitor, tx, seat, leaflet, PutForm::default(), "", Problems::default())?)
        })
        .await
}

/// The page of a leaflet; `place` is what was chosen.
pub(super) fn page_of(
    visitor: &Visitor,
    tx: &mut Tx,
    seat: Seat,
    id: LeafletId,
    form: PutForm,
    place: &str,
    problems: Problems,
) -> Result<LeafletPage, AppError> {
    let (app, words, who) = (visitor.site.app(), visitor.look.words(), &seat.signed_in.who);
    let sheet = app.leaflet_sheet(tx, who, seat.home, id)?;
    let leaflet = &sheet.posted.leaflet;
    let community = app.community(tx, seat.home)?.name;
    let from = std::iter::once(community).chain(sheet.posted.estate.clone()).collect::<Vec<_>>().join(" · ");
    let (doors, groups) = targets(app, tx, &seat, leaflet.estate, place)?;
    let in_force = leaflet.in_force(app.today());
    Ok(LeafletPage {
        href: format!("/leaflets/{id}"),
        made_at: leaflet.made_at.0,
        group_text: group_text(words, &sheet.posted, &from),
        leaflet: public_leaflet(words, &sheet.posted),
        in_force,
        may_withdraw: in_force && (leaflet.estate.is_some() || for_all(who, seat.home)),
        places: places(app, words, &sheet),
        from,
        doors,
        groups,
        page: seat.frame,
        form,
        problems,
    })
}

fn group_text(words: &Words, it: &PostedLeaflet, from: &str) -> String {
    let until = it.leaflet.until.to_string();
    let args = [
        ("title", it.title.as_str().into()),
        ("words", it.words.as_str().into()),
        ("until", until.as_str().into()),
        ("from", from.into()),
    ];
    words.say_with("leaflet-group-text", &args)
}

fn places(app: &App, words: &Words, sheet: &LeafletSheet) -> Vec<PutLine> {
    let leaflet = &sheet.posted.leaflet;
    let late: Vec<u32> = leaflet.to_take_down(app.today()).map(|(n, _)| n).collect();
    let line = |((n, put), (name, by)): ((u32, &guanjia_domain::own_work::Put), &(String, String))| {
        let photo = |size| format!("/leaflets/{}/photos/{n}/{size}", leaflet.id);
        PutLine {
            n,
            place: spot(words, put.spot.name(), name),
            by: by.clone(),
            at: put.at.0,
            until: put.until.to_string(),
            photo: put.photo.then(|| (photo("thumb"), photo("full"))),
            taken: put.taken_at.is_some(),
            late: late.contains(&n),
            hangs: put.taken_at.is_none() && put.spot != Spot::Group,
        }
    };
    (0..).zip(&leaflet.places).zip(&sheet.places).map(line).collect()
}

/// The doors and groups where it can be put: of its estate, or of all that somebody keeps.
fn targets(
    app: &App,
    tx: &mut Tx,
    seat: &Seat,
    estate: Option<EstateId>,
    place: &str,
) -> Result<(Vec<ChoiceGroup>, Vec<Choice>), AppError> {
    let (who, home) = (&seat.signed_in.who, seat.home);
    let (mut found, mut groups) = (Vec::new(), Vec::new());
    for (id, name) in app.kept_estates(tx, who, home)? {
        if estate.is_some_and(|estate| estate != id) {
            continue;
        }
        for mut group in doors(app, tx, who, home, id, place)? {
            if estate.is_none() {
                group.label = format!("{name} {}", group.label);
            }
            found.push(group);
        }
        for it in app.groups(tx, who, home, id)? {
            groups.push(Choice::new(format!("{id}.{}", it.group.id), it.name));
        }
    }
    Ok((found, groups))
}
