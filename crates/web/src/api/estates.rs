//! `GET /api/v1/estates`.

use super::caller::Caller;
use super::document::StewardDocument;
use super::problem::Wrong;
use super::reach;
use axum::Json;
use axum::response::{IntoResponse, Response};
use guanjia_domain::Refusal;
use guanjia_domain::permission::{Action, Area};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// The estates within reach.
#[derive(Serialize, ToSchema)]
#[schema(as = Estates)]
pub(crate) struct EstatesDocument {
    /// By community and name.
    estates: Vec<EstateDocument>,
}

/// An estate with its steward.
#[derive(Serialize, ToSchema)]
#[schema(as = Estate)]
struct EstateDocument {
    /// Its id.
    id: Uuid,
    /// Division code of its community.
    community: String,
    /// Its name.
    name: String,
    /// How many households live there.
    households: u64,
    /// Who is accountable for it now.
    steward: StewardDocument,
}

/// Lists the estates with their stewards.
#[utoipa::path(
    get,
    path = "/api/v1/estates",
    operation_id = "list_estates",
    tag = "places",
    responses((status = 200, description = "Every estate of the community.", body = EstatesDocument))
)]
pub(crate) async fn estates(caller: Caller) -> Response {
    caller.answer(read(&caller).await.map(|it| Json(it).into_response()))
}

async fn read(caller: &Caller) -> Result<EstatesDocument, Wrong> {
    caller
        .read(|app, tx, who| {
            let mut estates = Vec::new();
            let communities = reach::communities(app, tx, who)?;
            if communities.is_empty() {
                return Err(Refusal::NotFound.into());
            }
            for community in communities {
                let street = app.community(tx, community)?.street;
                reach::allow(who, Action::ReadPlaces, &Area::community(community, street))?;
                estates.extend(app.overview(tx, community)?.into_iter().map(|line| EstateDocument {
                    id: line.id.0,
                    community: community.to_string(),
                    name: line.name,
                    households: line.households,
                    steward: StewardDocument::new(line.claim.steward.0, line.steward),
                }));
            }
            Ok(EstatesDocument { estates })
        })
        .await
}
