//! The first page, and the public page of a community.

use super::own_work::leaflets::public_leaflet;
use crate::fault::Fault;
use crate::pages::print::{public_contact, reach};
use crate::present::class_name;
use crate::view::project::kinds::Stage;
use crate::view::public::{
    ClassCounts, CommunityPage, EstateFigures, LandingPage, PublicProject, shown as counted,
};
use crate::view::{Choice, Community};
use crate::visitor::{Visitor, html};
use axum::Json;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::project::PublicPlan;
use guanjia_app::{App, AppError};
use guanjia_domain::ids::EstateId;
use guanjia_domain::matter::find_class;
use guanjia_domain::report::PublicLine;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;
use serde::{Deserialize, Serialize};

/// How the year before is asked for.
const LAST_YEAR: &str = "last";

/// A code of a path; one that is no code is answered as one that is not known.
pub(crate) fn code(text: &str) -> Result<CommunityCode, AppError> {
    text.parse().map_err(|_| Refusal::NotFound.into())
}

/// A community as shown.
pub(crate) fn community_of(tx: &mut Tx, app: &App, code: CommunityCode) -> Result<Community, AppError> {
    Ok(Community { name: app.community(tx, code)?.name, code: code.to_string() })
}

/// The estates of a community to choose from.
pub(crate) fn estate_choices(
    tx: &mut Tx,
    code: CommunityCode,
    chosen: &str,
) -> Result<Vec<Choice>, AppError> {
    let estates = tx.estates(code)?;
    Ok(estates
        .into_iter()
        .map(|it| Choice::new(it.id.to_string(), it.facts.name).chosen_if(chosen))
        .collect())
}

#[derive(Deserialize)]
pub(crate) struct Chosen {
    community: Option<String>,
}

/// `GET /`: whoever is signed in goes to work.
pub(crate) async fn landing(visitor: Visitor, Query(chosen): Query<Chosen>) -> Result<Response, Fault> {
    if let Some(chosen) = chosen.community.as_deref().and_then(|code| code.parse::<CommunityCode>().ok()) {
        return Ok(Redirect::to(&format!("/c/{chosen}")).into_response());
    }
    visitor
        .open(|visitor, tx| {
            if visitor.seat(tx, None)?.is_some() {
                return Ok(Redirect::to("/work").into_response());
            }
            let mut communities = Vec::new();
            for (code, community) in tx.communities()? {
                // Offices above have no estates and nothing to report to.
                if !tx.estates(code)?.is_empty() {
                    communities.push(Choice::new(code.to_string(), community.name));
                }
            }
            Ok(html(&LandingPage { page: visitor.frame(), communities })?.into_response())
        })
        .await
}

#[derive(Deserialize)]
pub(crate) struct Estate {
    #[serde(default)]
    estate: String,
    #[serde(default)]
    year: String,
}

/// `GET /c/{community}`: report, and who is my steward.
pub(crate) async fn community(
    visitor: Visitor,
    Path(code_text): Path<String>,
    Query(chosen): Query<Estate>,
) -> Result<Response, Fault> {
    visitor
        .open(move |visitor, tx| {
            let (app, code) = (visitor.site.app(), code(&code_text)?);
            let office = app.community(tx, code)?;
            let estates = estate_choices(tx, code, &chosen.estate)?;
            let steward = match chosen.estate.parse::<EstateId>() {
                Ok(id) => match (tx.estate(code, id)?, tx.claim_in_force(code, id, app.now())?) {
                    (Some(estate), Some(claim)) => {
                        let person = app.person(tx, code, claim.steward.0)?;
                        Some((estate.facts.name, public_contact(&person, &office)))
                    }
                    _ => None,
                },
                Err(_) => None,
            };
            let reach = reach(&office);
            let community = Community { name: office.name, code: code.to_string() };
            let leaflets = app.leaflets_in_force(tx, code, chosen.estate.parse().ok())?;
            let words = visitor.look.words();
            let leaflets = leaflets.iter().map(|it| public_leaflet(words, it)).collect();
            let figures = match (&steward, chosen.estate.parse()) {
                (Some(_), Ok(id)) => Some(figures(visitor, tx, code, id, chosen.year == LAST_YEAR)?),
                _ => None,
            };
            let mut page = visitor.frame();
            page.community = Some(community.clone());
            Ok(html(&CommunityPage { page, community, estates, steward, reach, leaflets, figures })?
                .into_response())
        })
        .await
}

/// What everybody may read of an estate.
fn figures(
    visitor: &Visitor,
    tx: &mut Tx,
    code: CommunityCode,
    id: EstateId,
    last_year: bool,
) -> Result<EstateFigures, AppError> {
    let (app, words) = (visitor.site.app(), visitor.look.words());
    let found = app.estate_figures(tx, code, id, last_year)?;
    let class = |line: &PublicLine| ClassCounts {
        name: find_class(&line.class)
            .map_or_else(|| words.say("public-others"), |class| class_name(words, class))
            .to_owned(),
        reported: counted(line.reported),
        parts: [line.done, line.not_done, line.open].map(counted),
    };
    let project = |plan: PublicPlan| PublicProject {
        title: plan.title,
        stage: Stage::from_slug(plan.stage.name()).unwrap_or(Stage::Planned),
        reply: plan.reply,
        not_now: plan.not_now.map(|(why, until)| (why, until.to_string())),
    };
    let other = if last_year { ("", "public-figures-this") } else { ("&year=last", "public-figures-other") };
    Ok(EstateFigures {
        year: found.year.into(),
        other: (format!("/c/{code}?estate={id}{}", other.0), other.1),
        classes: found.lines.iter().map(class).collect(),
        projects: app.estate_works(tx, code, id)?.into_iter().map(project).collect(),
    })
}

#[derive(Serialize)]
pub(crate) struct PlaceList {
    estates: Vec<PlaceNode>,
}

#[derive(Serialize)]
struct PlaceNode {
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    buildings: Vec<PlaceNode>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    units: Vec<PlaceNode>,
}

impl PlaceNode {
    fn new(id: &impl ToString, name: String) -> Self {
        Self { id: id.to_string(), name, buildings: Vec::new(), units: Vec::new() }
    }
}

/// `GET /c/{community}/places.json`: estates, buildings and units for the chooser. What stands on the doors is no
/// secret; households and persons are not in it.
pub(crate) async fn places(
    visitor: Visitor,
    Path(code_text): Path<String>,
) -> Result<Json<PlaceList>, Fault> {
    visitor
        .open(move |visitor, tx| {
            let code = code(&code_text)?;
            visitor.site.app().community(tx, code)?;
            let (buildings, units) =
                (tx.buildings(code, None, visitor.site.app().now())?, tx.units(code, None)?);
            let mut estates = Vec::new();
            for estate in tx.estates(code)? {
                let mut node = PlaceNode::new(&estate.id, estate.facts.name);
                for building in buildings.iter().filter(|it| it.estate == estate.id) {
                    let mut inner = PlaceNode::new(&building.id, building.name.clone());
                    let its = units.iter().filter(|unit| unit.building == building.id);
                    inner.units = its.map(|unit| PlaceNode::new(&unit.id, unit.name.clone())).collect();
                    node.buildings.push(inner);
                }
                estates.push(node);
            }
            Ok(Json(PlaceList { estates }))
        })
        .await
}
