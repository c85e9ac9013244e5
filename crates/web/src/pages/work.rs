//! `GET /work`: what each person does all day comes first.

use super::issues::brief::issue_brief;
use super::own_work::brief::own_brief;
use super::project::list::row;
use crate::fault::Fault;
use crate::present::{contact, rows, state_of};
use crate::view::office::HandOverRow;
use crate::view::work::{
    AdministratorPage, Call, Counters, EstateLine, GridWorkerPage, MissingYears, OfficePage,
    OrganisationPage, SecretaryPage, StewardPage, Tally,
};
use crate::view::{Choice, Contact, More, Section, State};
use crate::visitor::{Seat, Visitor, html};
use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use guanjia_app::AppError;
use guanjia_app::backup::Backups;
use guanjia_app::board::{BoardRow, EstateLine as Line};
use guanjia_app::day::{DAY, day_start};
use guanjia_domain::ids::EstateId;
use guanjia_domain::permission::{Action, Area, Verdict, permit};
use guanjia_domain::{CommunityCode, Moment, Role};
use guanjia_store::Tx;
use guanjia_store::requests::After;
use serde::Deserialize;
use std::sync::Arc;

/// How many rows a board shows.
const ROWS: u32 = 50;

#[derive(Deserialize, Default)]
pub(crate) struct Filter {
    #[serde(default)]
    state: String,
    #[serde(default)]
    estate: String,
    #[serde(default)]
    after: String,
}

/// `GET /work`.
pub(crate) async fn show(visitor: Visitor, Query(filter): Query<Filter>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Work), move |visitor, tx, seat| match seat.signed_in.who.role {
            Role::Secretary if filter.estate.is_empty() => secretary(visitor, tx, seat),
            Role::Officer | Role::Secretary => steward(visitor, tx, seat, &filter),
            Role::GridWorker => grid_worker(visitor, tx, seat),
            Role::Organisation => organisation(visitor, tx, seat),
            Role::StreetOffice | Role::DistrictBureau => office(visitor, tx, seat),
            _ => administrator(visitor, tx, seat),
        })
        .await
}

fn steward(visitor: &Visitor, tx: &mut Tx, seat: Seat, filter: &Filter) -> Result<Response, AppError> {
    let (app, who, home) = (visitor.site.app(), &seat.signed_in.who, seat.home);
    let mut estates: Vec<EstateId> = who.stewards.iter().chain(&who.deputises).copied().collect();
    let chosen = filter.estate.parse::<EstateId>().ok();
    let is_secretary = who.role == Role::Secretary;
    let mut choices = Vec::new();
    for (id, name) in tx.estate_names(home)?.iter() {
        if is_secretary || estates.contains(id) {
            choices.push(Choice::new(id.to_string(), name.clone()).chosen_if(&filter.estate));
        }
    }
    if let Some(estate) = chosen.filter(|estate| is_secretary || estates.contains(estate)) {
        estates = vec![estate];
    }
    let found = app.estates_board(tx, home, &estates, after(&filter.after), ROWS)?;
    let more = next_page(&found, filter);
    let wanted = State::from_slug(&filter.state);
    let shown: Vec<Arc<BoardRow>> = found
        .into_iter()
        .filter(|row| wanted.is_none_or(|it| state_of(row.request.state, None) == it))
        .collect();
    let counters = counters(app, tx, home, &estates, &shown)?;
    let rows = rows(app, tx, visitor.look.words(), &shown)?;
    let own = own_brief(visitor, tx, &seat)?;
    let hand_overs = waiting(visitor, tx, &seat)?;
    let issues = issue_brief(visitor, tx, &seat)?;
    let (page, estates) = (seat.frame, choices);
    let page = StewardPage { page, own, issues, hand_overs, estates, state: wanted, counters, rows, more };
    Ok(html(&page)?.into_response())
}

/// Hand-overs that wait for an answer of the reader.
fn waiting(visitor: &Visitor, tx: &mut Tx, seat: &Seat) -> Result<Vec<HandOverRow>, AppError> {
    let found = visitor.site.app().hand_overs_waiting(tx, &seat.signed_in.who, seat.home)?;
    Ok(found.iter().map(|it| crate::pages::hand_over::row(visitor.look.words(), it)).collect())
}

/// What presses: open and overdue of all the estates, the rest of what is on the board.
fn counters(
    app: &guanjia_app::App,
    tx: &mut Tx,
    home: CommunityCode,
    estates: &[EstateId],
    shown: &[Arc<BoardRow>],
) -> Result<Counters, AppError> {
    let now = app.now();
    let midnight = day_start(now).plus(DAY);
    let mut counters = Counters::default();
    for estate in estates {
        let counts = tx.counts(home, *estate, now)?;
        counters.open += u32::try_from(counts.open).unwrap_or(u32::MAX);
        counters.overdue += u32::try_from(counts.overdue).unwrap_or(u32::MAX);
    }
    let count = |fits: &dyn Fn(&BoardRow) -> bool| {
        u32::try_from(shown.iter().filter(|row| fits(row)).count()).unwrap_or(u32::MAX)
    };
    counters.urgent = count(&|row| row.request.urgent);
    counters.due_today = count(&|row| (now..midnight).contains(&row.request.due_at()));
    counters.waiting = count(&|row| row.request.state == guanjia_domain::request::State::Reported);
    Ok(counters)
}

/// The place in a board as it stands in an address: `due.id`.
fn after(text: &str) -> After {
    let (due, id) = text.split_once('.')?;
    Some((Moment(due.parse().ok()?), id.parse().ok()?))
}

fn next_page(found: &[Arc<BoardRow>], filter: &Filter) -> Option<More> {
    let last = (found.len() == ROWS as usize).then(|| found.last()).flatten()?;
    let request = &last.request;
    let href = format!(
        "/work?state={}&estate={}&after={}.{}",
        filter.state,
        filter.estate,
        request.due_at().0,
        request.id
    );
    Some(More { href })
}

fn secretary(visitor: &Visitor, tx: &mut Tx, seat: Seat) -> Result<Response, AppError> {
    let (app, home) = (visitor.site.app(), seat.home);
    let lines = app.overview(tx, home)?;
    let now = app.now();
    let estates: Vec<EstateId> = lines.iter().map(|line| line.id).collect();
    let board = app.estates_board(tx, home, &estates, None, 200)?;
    let mut counters = counters(app, tx, home, &estates, &board)?;
    counters.open = lines.iter().map(|line| number(line.counts.open)).sum();
    let urgent: Vec<Arc<BoardRow>> = board.into_iter().filter(|row| row.request.urgent).collect();
    let mut planned = Vec::new();
    for line in &lines {
        if let Some(claims) = tx.claims(home, line.id)? {
            for claim in claims.planned(now) {
                let name = app.person(tx, home, claim.steward.0)?.name;
                planned.push((line.name.clone(), name, claim.starts_at.0));
            }
        }
    }
    let mut shown = Vec::new();
    for line in lines {
        let overnight = number(app.stayed_overnight(tx, home, line.id)?);
        shown.push(estate_line(line, overnight));
    }
    let urgent = rows(app, tx, visitor.look.words(), &urgent)?;
    let own = own_brief(visitor, tx, &seat)?;
    let hand_overs = waiting(visitor, tx, &seat)?;
    let issues = issue_brief(visitor, tx, &seat)?;
    let years = app.calendars_to_ask_for(tx, home)?;
    let missing_years = missing_years(&seat, years);
    let (page, estates) = (seat.frame, shown);
    let page =
        SecretaryPage { page, own, issues, hand_overs, missing_years, counters, urgent, estates, planned };
    Ok(html(&page)?.into_response())
}

fn number(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn estate_line(line: Line, overnight: u32) -> EstateLine {
    EstateLine {
        href: format!("/work?estate={}", line.id),
        name: line.name,
        steward: line.steward.name,
        deputy: line.deputy.map(|deputy| deputy.name),
        open: number(line.counts.open),
        overdue: number(line.counts.overdue),
        overnight,
    }
}

fn grid_worker(visitor: &Visitor, tx: &mut Tx, seat: Seat) -> Result<Response, AppError> {
    let (app, home, who) = (visitor.site.app(), seat.home, &seat.signed_in.who);
    let words = visitor.look.words();
    let tasks = app.tasks(tx, who, home, ROWS)?;
    let grids = match who.id {
        Some(id) => tx.grids(home, Some(id.into()), app.now())?,
        None => Vec::new(),
    };
    let buildings = tx.buildings(home, None, app.now())?;
    let mut estates: Vec<EstateId> = Vec::new();
    for part in &who.grid {
        if let Some(building) = buildings.iter().find(|it| it.id == part.building)
            && !estates.contains(&building.estate)
        {
            estates.push(building.estate);
        }
    }
    let followed = app.followed(tx, who, home, &estates, 20)?;
    let page = GridWorkerPage {
        own: own_brief(visitor, tx, &seat)?,
        hand_overs: waiting(visitor, tx, &seat)?,
        grids: grids.into_iter().map(|grid| grid.name).collect(),
        tasks: rows(app, tx, words, &tasks)?,
        followed: rows(app, tx, words, &followed)?,
        more: None,
        stewards: stewards(app, tx, home, &estates)?,
        page: seat.frame,
    };
    Ok(html(&page)?.into_response())
}

/// The stewards of some estates, to call.
fn stewards(
    app: &guanjia_app::App,
    tx: &mut Tx,
    home: CommunityCode,
    estates: &[EstateId],
) -> Result<Vec<(String, Contact)>, AppError> {
    let mut found = Vec::new();
    for id in estates {
        if let (Some(estate), Some(claim)) = (tx.estate(home, *id)?, tx.claim_in_force(home, *id, app.now())?)
        {
            found.push((estate.facts.name, contact(&app.person(tx, home, claim.steward.0)?)));
        }
    }
    Ok(found)
}

fn organisation(visitor: &Visitor, tx: &mut Tx, seat: Seat) -> Result<Response, AppError> {
    let (app, home, who) = (visitor.site.app(), seat.home, &seat.signed_in.who);
    let tasks = app.tasks(tx, who, home, 200)?;
    let party = who.party();
    let (waiting, working): (Vec<_>, Vec<_>) = tasks.into_iter().partition(|row| row.request.asked == party);
    let organisations = tx.organisations(home)?;
    let own = organisations.into_iter().find(|it| Some(it.id.0) == who.id);
    let estates = own.map_or_else(Vec::new, |it| it.estates);
    let words = visitor.look.words();
    let page = OrganisationPage {
        waiting: rows(app, tx, words, &waiting)?,
        working: rows(app, tx, words, &working)?,
        stewards: stewards(app, tx, home, &estates)?,
        page: seat.frame,
    };
    Ok(html(&page)?.into_response())
}

fn office(visitor: &Visitor, tx: &mut Tx, seat: Seat) -> Result<Response, AppError> {
    let (app, who) = (visitor.site.app(), &seat.signed_in.who);
    let (mut calls, mut waiting, mut working, mut overdue) = (Vec::new(), 0, 0, 0);
    for (community, name) in app.communities_below(tx, who)? {
        let found = app.tasks(tx, who, community, 200)?;
        for row in &found {
            let request = &row.request;
            let asked = request.asked == who.party();
            waiting += u32::from(asked);
            working += u32::from(!asked);
            overdue += u32::from(request.due_at() < app.now());
        }
        if !found.is_empty() {
            calls.push(Call { community: name, rows: rows(app, tx, visitor.look.words(), &found)? });
        }
    }
    let words = visitor.look.words();
    let projects = app.projects_to_approve(tx, who)?.iter().map(|it| row(words, it)).collect();
    let mut lines = app.calls(tx, who)?;
    lines.retain(|it| it.is_to_me && it.call.is_open());
    let to_answer = lines.iter().map(|it| super::call::list::row(words, app.today(), it)).collect();
    let page = OfficePage { page: seat.frame, waiting, working, overdue, to_answer, projects, calls };
    Ok(html(&page)?.into_response())
}

/// Who may paste a notice in is led to where; others are told whom to ask.
fn missing_years(seat: &Seat, years: Vec<i16>) -> MissingYears {
    let area = Area::community(seat.home, None);
    let may_tell = permit(&seat.signed_in.who, Action::ChangeMatters, &area) == Verdict::Allowed;
    MissingYears { years, may_tell }
}

fn administrator(visitor: &Visitor, tx: &mut Tx, seat: Seat) -> Result<Response, AppError> {
    let home = seat.home;
    let is_system = seat.signed_in.who.role == Role::SystemAdministrator;
    let mut tallies = Vec::new();
    if is_system {
        let tally = |section, n: usize| Tally { section, number: u32::try_from(n).unwrap_or(u32::MAX) };
        tallies.push(tally(Section::Estates, tx.estates(home)?.len()));
        tallies.push(tally(Section::Grids, tx.grids(home, None, visitor.site.app().now())?.len()));
        tallies.push(tally(Section::People, tx.staff(home)?.iter().filter(|it| !it.left).count()));
    }
    let missing_years = missing_years(&seat, visitor.site.app().missing_calendars(tx, home)?);
    let Backups { made, failed } = Backups::of(tx, home)?;
    let page = AdministratorPage {
        page: seat.frame,
        tallies,
        missing_years,
        last_backup: made.map(|at| at.0),
        failed_backup: failed.map(|at| at.0),
    };
    Ok(html(&page)?.into_response())
}
