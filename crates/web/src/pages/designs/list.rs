//! The list of drafts, and a new one.

use super::said;
use super::sent::Sent;
use crate::fault::Fault;
use crate::pages::claims::is_told;
use crate::pages::estates::shown;
use crate::refusals::told;
use crate::view::place::{DesignsPage, DraftLine, EstateHint, WishForm};
use crate::view::{PageFrame, Problem, Problems, Section};
use crate::visitor::{Visitor, failed, failed_by, html};
use crate::words::Words;
use axum::extract::Multipart;
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::grid_design::{DesignError, Wish};
use guanjia_app::shapes::lines;
use guanjia_app::{App, AppError};
use guanjia_domain::grid_design::{Band, GridDesign, Lines, Outcome};
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;

/// `GET /grids/designs`.
pub(crate) async fn list(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Grids), |visitor, tx, seat| {
            let who = &seat.signed_in.who;
            let left = (WishForm::default(), Problems::default());
            html(&page_of(visitor.site.app(), tx, seat.home, who, seat.frame, left)?)
        })
        .await
}

/// How far a draft is: word and tone.
pub(super) const fn state(it: &GridDesign) -> (&'static str, &'static str) {
    match it.outcome {
        Outcome::Open => ("design-open", "work"),
        Outcome::Approved { .. } => ("design-approved", "done"),
        Outcome::GivenUp => ("design-ended", "off"),
    }
}

/// From when a draft holds.
pub(super) const fn starts_at(it: &GridDesign) -> Option<i64> {
    if let Outcome::Approved { starts_at, .. } = &it.outcome { Some(starts_at.0) } else { None }
}

fn page_of(
    app: &App,
    tx: &mut Tx,
    home: CommunityCode,
    who: &Principal,
    page: PageFrame,
    (form, problems): (WishForm, Problems),
) -> Result<DesignsPage, AppError> {
    let designs = app.grid_designs(tx, who, home)?;
    let draft = |it: &GridDesign| {
        let ((state, tone), band) = (state(it), it.designed.band);
        let href = format!("/grids/designs/{}", it.id);
        let (at, starts_at) = (it.designed_at.0, starts_at(it));
        DraftLine { href, at, band: (band.min, band.max), state, tone, starts_at }
    };
    let names = tx.estate_names(home)?;
    let (households, band) = (tx.households(home, app.now())?, band(&form).unwrap_or(USUAL));
    let estates = names.iter().filter_map(|(id, name)| {
        let households = households.iter().find(|(it, _)| it == id)?.1;
        Some(hint(page.words, name, shown(households), band))
    });
    let unplaced = tx.buildings(home, None, app.now())?.iter().filter(|it| it.outline.is_empty()).count();
    let lines = designs.first().map(|it| &it.designed.lines);
    let count = |lines: &[Vec<_>]| u32::try_from(lines.len()).unwrap_or(u32::MAX);
    Ok(DesignsPage {
        drafts: designs.iter().map(draft).collect(),
        estates: estates.collect(),
        unplaced: u32::try_from(unplaced).unwrap_or(u32::MAX),
        lines: lines.map_or((0, 0), |it| (count(&it.ways), count(&it.barriers))),
        form,
        problems,
        page: PageFrame { section: Some(Section::Grids), ..page },
    })
}

/// The usual band.
const USUAL: Band = Band { min: 300, max: 500 };

fn band(form: &WishForm) -> Option<Band> {
    let (min, max): (u32, u32) = (form.min.trim().parse().ok()?, form.max.trim().parse().ok()?);
    (1..=max).contains(&min).then_some(Band { min, max })
}

/// What the households of an estate mean.
fn hint(words: &Words, name: &str, households: u32, band: Band) -> EstateHint {
    let pieces = households.div_ceil(band.max).max(1);
    let key = match pieces {
        1 if households < band.min => "design-merge",
        1 => "design-whole",
        _ if households < pieces.saturating_mul(band.min) => "design-neither",
        _ => "design-split",
    };
    let args = [("min", band.min.into()), ("max", band.max.into()), ("n", pieces.into())];
    let unavoidable = key == "design-neither";
    EstateHint { name: name.to_owned(), households, words: words.say_with(key, &args), unavoidable }
}

/// What was asked, or what is wrong with it.
fn wish(words: &Words, sent: &Sent, form: &WishForm) -> Result<Wish, Problem> {
    let band_wrong = || Problem::new(words, "min", "design-band-wrong", "design-band-wrong-cure", &[]);
    let band = band(form).ok_or_else(band_wrong)?;
    let number = |field: &'static str, typed: &str, most: u32| {
        let read = if typed.trim().is_empty() { Some(0) } else { typed.trim().parse().ok() };
        let wrong = || told(words, &Refusal::NotAChoice { field, value: typed.to_owned() });
        read.filter(|it| *it <= most).ok_or_else(wrong)
    };
    let price = number("price", &form.price, 100_000)?;
    let seed = number("seed", &form.seed, 1_000_000_000)?.into();
    let lines = match (sent.get("lines"), &sent.file) {
        ("none", _) => Some(Lines::default()),
        ("file", Some((_, bytes))) => Some(lines(bytes).map_err(|fault| said::shape(words, &fault))?),
        ("file", None) => return Err(Problem::new(words, "file", "problem-no-file", "cure-no-file", &[])),
        _ => None,
    };
    Ok(Wish { band, price, seed, lines })
}

/// `POST /grids/designs`: makes three plans.
pub(crate) async fn design(visitor: Visitor, parts: Multipart) -> Result<Response, Fault> {
    let (seat, sent) = Sent::read(&visitor, parts, &["min", "max", "price", "seed", "lines"]).await?;
    let words = visitor.look.words();
    let answer = visitor
        .site
        .run(move |site| {
            let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
            let of = |name: &str| sent.get(name).to_owned();
            let form = WishForm { min: of("min"), max: of("max"), price: of("price"), seed: of("seed") };
            let page = |problems: Vec<Problem>| {
                app.db.read(|tx| {
                    page_of(app, tx, home, who, seat.frame.clone(), (form.clone(), problems.into()))
                })
            };
            let wish = match wish(words, &sent, &form) {
                Ok(wish) => wish,
                Err(problem) => return failed(&page(vec![problem])?),
            };
            match app.design_grids(who, home, &wish) {
                Ok(id) => Ok(Redirect::to(&format!("/grids/designs/{id}")).into_response()),
                Err(DesignError::Obstacles(found)) => {
                    failed(&page(found.iter().map(|it| said::obstacle(words, it)).collect())?)
                }
                Err(DesignError::App(AppError::Refused(refusal))) if is_told(&refusal) => {
                    failed_by(&page(vec![told(words, &refusal)])?, &refusal)
                }
                Err(DesignError::App(error)) => Err(error),
            }
        })
        .await?;
    Ok(answer)
}
