//! Allocations: the list and a new draft; each page of one has a file of its own.

mod deeds;
mod fair;
mod fields;
mod index;
mod moves;
mod pairs;
mod plan;
mod print;
mod ranking;
mod reasons;
mod rules;
mod said;
mod what_if;
mod why;

pub(crate) use deeds::act;
pub(crate) use index::{save as save_index, show as index};
pub(crate) use moves::show as moves;
pub(crate) use pairs::save as save_pairs;
pub(crate) use plan::show;
pub(crate) use print::show as print;
pub(crate) use reasons::show as reasons;
pub(crate) use rules::{save as save_rules, show as rules};
pub(crate) use what_if::show as what_if;

use crate::fault::Fault;
use crate::form::{Form, chosen};
use crate::pages::claims::is_told;
use crate::refusals::told;
use crate::view::allocation::{AllocationRow, AllocationsPage, Head};
use crate::view::{PageFrame, Problems, Section};
use crate::visitor::{Visitor, failed_by, html};
use axum::extract::RawForm;
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::allocation::{AllocationLine, leaves};
use guanjia_app::{App, AppError, office_allow};
use guanjia_domain::allocation::{Allocation, Ask, Stage};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;

/// What stands on top of the pages of an allocation.
fn head(it: &Allocation, is_secretary: bool) -> Head {
    let (stage, tone) = match it.stage {
        Stage::Drafted => ("allocation-stage-drafted", "new"),
        Stage::Laid => ("allocation-stage-laid", "wait"),
        Stage::Approved => ("allocation-stage-approved", "done"),
        Stage::Dropped => ("allocation-stage-dropped", "off"),
    };
    Head {
        id: it.id.to_string(),
        revision: it.revision,
        stage,
        tone,
        drafted_at: it.drafted_at.0,
        starts_at: it.approved.map(|(_, starts_at)| starts_at.0),
        // The end is the midnight after the last day.
        last: it.until.map(|end| end.0 - 1),
        may_change: is_secretary && it.is_open(),
        is_secretary,
    }
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// `GET /allocations`.
pub(crate) async fn list(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Claims), |visitor, tx, seat| {
            let (app, who, home) = (visitor.site.app(), &seat.signed_in.who, seat.home);
            // Whoever may be a steward finds here what was laid before them.
            office_allow(who, Action::File, &Area::community(home, None))?;
            html(&page_of(app, tx, home, who, (seat.frame, Problems::default()))?)
        })
        .await
}

fn page_of(
    app: &App,
    tx: &mut Tx,
    home: CommunityCode,
    who: &Principal,
    (page, problems): (PageFrame, Problems),
) -> Result<AllocationsPage, AppError> {
    let may_change = office_allow(who, Action::ChangeClaims, &Area::community(home, None)).is_ok();
    let row = |it: &AllocationLine| AllocationRow {
        head: head(&it.allocation, may_change),
        estates: small(it.estates),
        moves: small(it.moves),
        waiting: small(it.waiting),
    };
    let rows = app.allocation_list(tx, who, home)?.iter().map(row).collect();
    Ok(AllocationsPage {
        rows,
        may_change,
        problems,
        page: PageFrame { section: Some(Section::Claims), ..page },
    })
}

/// `POST /allocations`: a new draft, perhaps without somebody or with few changes.
pub(crate) async fn begin(visitor: Visitor, RawForm(bytes): RawForm) -> Result<Response, Fault> {
    let form = Form::encoded(&bytes, &["csrf", "without", "most_changes"])?;
    let seat = visitor.acting(form.get("csrf")).await?;
    let words = visitor.look.words();
    let answer = visitor.site.run(move |site| {
        let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
        let change = |ask: &mut Ask| {
            if let Some(staff) = form.id("without")? {
                leaves(ask, staff)?;
            }
            ask.most_changes = chosen("most_changes", form.get("most_changes"))?;
            Ok(())
        };
        match app.begin_allocation(who, home, change).and_then(guanjia_store::Answer::wait) {
            Ok(id) => Ok(Redirect::to(&format!("/allocations/{id}")).into_response()),
            Err(AppError::Refused(refusal)) if is_told(&refusal) => {
                let left = (seat.frame, vec![told(words, &refusal)].into());
                failed_by(&app.db.read(|tx| page_of(app, tx, home, who, left))?, &refusal)
            }
            Err(error) => Err(error),
        }
    });
    Ok(answer.await?)
}

/// The id of an address; one that is no id is answered as one that is not known.
fn id_of<T: std::str::FromStr>(text: &str) -> Result<T, Refusal> {
    text.parse().map_err(|_| Refusal::NotFound)
}
