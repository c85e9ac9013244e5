//! The communities of a street: who looks after what, and a community that begins to work with us.

use super::estates::shown;
use super::welcome::offered;
use crate::fault::Fault;
use crate::pages::claims::is_told;
use crate::present::contact;
use crate::refusals::told;
use crate::view::place::{CommunitiesPage, CommunityCard, EstateOfStreet};
use crate::view::{PageFrame, Problem, Problems, Section};
use crate::visitor::{Visitor, failed, html};
use axum::extract::Form;
use axum::response::{IntoResponse, Response};
use guanjia_app::board::EstateLine;
use guanjia_app::place::CommunitySheet;
use guanjia_app::{App, AppError, office_allow};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{Refusal, Role};
use guanjia_store::Tx;
use serde::Deserialize;

/// `GET /communities`.
pub(crate) async fn list(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Communities), |visitor, tx, seat| {
            html(&page_of(visitor.site.app(), tx, &seat.signed_in.who, seat.frame)?)
        })
        .await
}

fn page_of(app: &App, tx: &mut Tx, who: &Principal, page: PageFrame) -> Result<CommunitiesPage, AppError> {
    let may_found = App::founds_communities(who);
    let sheets = app.community_sheets(tx, who)?;
    if sheets.is_empty() && !may_found && who.role != Role::StreetOffice {
        office_allow(who, Action::FoundCommunity, &Area::community(who.home, None))?;
    }
    Ok(CommunitiesPage {
        page: PageFrame { section: Some(Section::Communities), ..page },
        communities: sheets.into_iter().map(card).collect(),
        may_found,
        division: String::new(),
        divisions: Vec::new(),
        made_link: None,
        problems: Problems::default(),
    })
}

fn card(it: CommunitySheet) -> CommunityCard {
    let estate = |it: EstateLine| EstateOfStreet {
        steward: contact(&it.steward),
        deputy: it.deputy.as_ref().map(contact),
        households: shown(it.households),
        name: it.name,
    };
    CommunityCard {
        code: it.code.to_string(),
        secretary: it.secretary.as_ref().map(contact),
        supervision: it.community.supervision,
        name: it.community.name,
        estates: it.estates.map(|estates| estates.into_iter().map(estate).collect()),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Typed {
    csrf: String,
    #[serde(default)]
    division: String,
}

/// `POST /communities`: a community of this street, with a link for its first administrator.
pub(crate) async fn found(visitor: Visitor, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let seat = visitor.acting(&typed.csrf).await?;
    let answer = visitor
        .site
        .run(move |site| {
            let (app, who, frame) = (site.app(), &seat.signed_in.who, seat.frame);
            let words = frame.words;
            // What the page is forbidden to, the form is too.
            let mut page = app.db.read(|tx| page_of(app, tx, who, frame))?;
            if !page.may_found {
                office_allow(who, Action::FoundCommunity, &Area::community(who.home, None))?;
            }
            match app.found_below(who, &typed.division) {
                Ok((name, link)) => {
                    let address = format!("{}{}", site.base_url(), link.path());
                    page = app.db.read(|tx| page_of(app, tx, who, page.page))?;
                    page.made_link = Some((name, address));
                    Ok(html(&page)?.into_response())
                }
                Err(AppError::Refused(refusal)) if is_told(&refusal) => {
                    page.problems = vec![match &refusal {
                        Refusal::NotAChoice { .. } => {
                            Problem::new(words, "division", "problem-division-here", "cure-division", &[])
                        }
                        other => told(words, other),
                    }]
                    .into();
                    page.divisions = offered(&typed.division);
                    page.division = typed.division;
                    failed(&page)
                }
                Err(error) => Err(error),
            }
        })
        .await?;
    Ok(answer)
}
