//! `GET /numbers`.

use super::rates::{Behind, all, night, rows};
use super::rule::{form_of, said};
use super::{periods, plot};
use crate::fault::Fault;
use crate::form::chosen;
use crate::view::numbers::NumbersPage;
use crate::view::{Choice, PageFrame, Problems, Section};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::extract::Query;
use axum::response::Response;
use guanjia_app::numbers::{Gathered, Period, Reach};
use guanjia_app::{App, AppError, office_allow};
use guanjia_domain::ids::EstateId;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Role};
use guanjia_store::Tx;
use serde::Deserialize;

#[derive(Deserialize, Default)]
pub(crate) struct Filter {
    #[serde(default)]
    pub(super) period: String,
    #[serde(default)]
    pub(super) estate: String,
}

/// `GET /numbers`.
pub(crate) async fn show(visitor: Visitor, Query(filter): Query<Filter>) -> Result<Response, Fault> {
    visitor
        .walking(Some(Section::Numbers), move |visitor, tx, seat| {
            let (app, words, who) = (visitor.site.app(), visitor.look.words(), &seat.signed_in.who);
            html(&page_of(app, tx, words, (who, seat.home), seat.frame, &filter)?)
        })
        .await
}

/// The page for whoever may see numbers.
pub(super) fn page_of(
    app: &App,
    tx: &mut Tx,
    words: &Words,
    (who, home): (&Principal, CommunityCode),
    page: PageFrame,
    filter: &Filter,
) -> Result<NumbersPage, AppError> {
    let page = PageFrame { section: Some(Section::Numbers), ..page };
    let period = Period::of(&filter.period, app.now());
    let above = who.role == Role::StreetOffice;
    let estate = chosen::<EstateId>("estate", &filter.estate)?;
    let behind = Behind { period, estate, leads: !above };
    let (mut gathered, mut below) = (Gathered::default(), Vec::new());
    let (mut rule, mut form, mut estates) = (Vec::new(), None, Vec::new());
    if above && estate.is_none() {
        for (community, name) in app.communities_below(tx, who)? {
            let reach = app.numbers_reach(tx, who, community, None)?;
            gathered.add(&*app.gathered(tx, community, &reach, period)?);
            below.push(name);
        }
    } else {
        let reach = app.numbers_reach(tx, who, home, estate)?;
        gathered = (*app.gathered(tx, home, &reach, period)?).clone();
        let known = app.rate_rule(tx, home)?;
        rule = said(words, &known);
        let may_change = office_allow(who, Action::ChangeRates, &Area::community(home, None)).is_ok();
        form = may_change.then(|| form_of(words, &known));
        let own = app.numbers_reach(tx, who, home, None)?;
        estates = estate_choices(tx, &own, home, &filter.estate)?;
    }
    Ok(NumbersPage {
        page,
        periods: periods(words, app.now(), period),
        estates,
        below,
        all: all(words, &behind, &gathered),
        count: gathered.rates.all,
        rates: rows(words, &behind, &gathered),
        night: night(words, &behind, &gathered),
        stayed: gathered.night.all(),
        curve: plot::picture(words, &gathered.spells),
        rule,
        form,
        problems: Problems::default(),
    })
}

/// The estates that somebody may choose.
fn estate_choices(
    tx: &mut Tx,
    reach: &Reach,
    home: CommunityCode,
    chosen: &str,
) -> Result<Vec<Choice>, AppError> {
    let names = tx.estate_names(home)?;
    let own = names.iter().filter(|(id, _)| reach.has(*id));
    Ok(own.map(|(id, name)| Choice::new(id.to_string(), name.clone()).chosen_if(chosen)).collect())
}
