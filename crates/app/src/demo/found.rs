//! The place and its people come to exist, the day before the story begins.

mod cards;
mod clocks;
mod people;
mod places;
mod planned;

use crate::clock::HandClock;
use crate::error::Result;
use crate::hotlines::Hotlines;
use crate::office::App;
use crate::place::NewCommunity;
use guanjia_domain::office::StewardPhone;
use guanjia_domain::permission::Principal;
use guanjia_domain::{Actor, CommunityCode, Moment, Refusal, Role, division};
use guanjia_simulate::outline::{CommunityOutline, OfficeOutline, Outline};
use guanjia_simulate::story::DAYS;
use guanjia_store::Tx;
use std::sync::Arc;

pub(super) use people::administrator;

const HOUR: i64 = 60 * 60 * 1_000;
/// Numbers that nobody can call: behind an area code no subscriber's number begins with 0.
const EMERGENCY: [(&str, &str); 2] =
    [("社区值班（虚构号码）", "0351-0000001"), ("物业抢修（虚构号码）", "0351-0000002")];

/// The number and the hours of an office, invented like the others.
const OFFICE: (&str, &str) = ("0351-0000003", "周一至周五 8:30–12:00、14:30–18:00，周末有人值班");

/// One of the two communities.
type Which = fn(&Outline) -> &CommunityOutline;

/// Founds the offices and both communities: places and people first, an hour later the claims.
pub(super) fn found(app: &App, clock: &HandClock, outline: &Arc<Outline>, end: Moment) -> Result<()> {
    let communities: [Which; 2] = [|outline| &outline.community, |outline| &outline.neighbour];
    clock.set(end.plus(-(DAYS + 1) * 24 * HOUR));
    found_office(app, &outline.street)?;
    found_office(app, &outline.bureau)?;
    let home = code(outline.street.division_code)?;
    in_office(app, outline, home, people::street)?;
    let home = code(outline.bureau.division_code)?;
    in_office(app, outline, home, people::bureau)?;
    for which in communities {
        found_community(app, outline, which(outline))?;
        let home = code(which(outline).division_code)?;
        in_office(app, outline, home, move |app, tx, who, outline| {
            people::community(app, tx, who, which(outline), &outline.bureau)?;
            places::community(app, tx, who, which(outline))
        })?;
    }
    clock.pass(HOUR);
    for which in communities {
        let home = code(which(outline).division_code)?;
        in_office(app, outline, home, move |app, tx, who, outline| {
            places::claims(app, tx, who, which(outline))?;
            if which(outline).division_code == outline.community.division_code {
                cards::building(app, tx, who, which(outline))?;
            }
            clocks::set(app, tx, who)?;
            planned::changes(app, tx, who, end)?;
            people::duty(app, tx, who, which(outline), end)
        })?;
    }
    Ok(())
}

/// A division code of the outline.
pub(super) fn code(text: &str) -> Result<CommunityCode> {
    let refused = |_| Refusal::NotAChoice { field: "community", value: text.to_owned() };
    Ok(text.parse().map_err(refused)?)
}

/// Works in one office as the program itself, all of it or nothing.
fn in_office(
    app: &App,
    outline: &Arc<Outline>,
    home: CommunityCode,
    work: impl Fn(&App, &mut Tx, &Principal, &Outline) -> Result<()> + Send + 'static,
) -> Result<()> {
    let (held, outline) = (app.clone(), outline.clone());
    let who = Principal::plain(Role::System, home, None);
    app.db.write(home, move |tx| work(&held, tx, &who, &outline)).wait()
}

fn found_office(app: &App, office: &OfficeOutline) -> Result<()> {
    let new = NewCommunity {
        code: code(office.division_code)?,
        name: office.name.to_owned(),
        full_name: full_name(office.division_code, office.name),
        street: None,
        supervision: String::new(),
        emergency: Vec::new(),
    };
    app.found_community(Actor::SYSTEM, new).wait()
}

fn found_community(app: &App, outline: &Outline, place: &CommunityOutline) -> Result<()> {
    let new = NewCommunity {
        code: code(place.division_code)?,
        name: place.name.to_owned(),
        full_name: full_name(place.division_code, place.name),
        street: Some(code(outline.street.division_code)?),
        supervision: place.supervision_phone.clone(),
        emergency: EMERGENCY.map(|(what, number)| (what.to_owned(), number.to_owned())).to_vec(),
    };
    let home = new.code;
    let numbers = Hotlines {
        office_phone: OFFICE.0.to_owned(),
        hours: OFFICE.1.to_owned(),
        steward_phone: StewardPhone::Own,
        supervision: new.supervision.clone(),
        emergency: new.emergency.clone(),
    };
    app.found_community(Actor::SYSTEM, new).wait()?;
    app.set_hotlines(&Principal::plain(Role::System, home, None), home, numbers).wait().map(drop)
}

fn full_name(code: &str, name: &str) -> String {
    division::by_code(code).map_or_else(|| name.to_owned(), |it| it.full_name.clone())
}
