//! What a token reaches: its own community, or those below its office.

use guanjia_app::request::area_of;
use guanjia_app::{App, AppError};
use guanjia_domain::ids::RequestId;
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::request::Request;
use guanjia_domain::{CommunityCode, Refusal, Role};
use guanjia_store::Tx;

/// The communities in which somebody may find anything.
pub(crate) fn communities(app: &App, tx: &mut Tx, who: &Principal) -> Result<Vec<CommunityCode>, AppError> {
    if matches!(who.role, Role::StreetOffice | Role::DistrictBureau) {
        Ok(app.communities_below(tx, who)?.into_iter().map(|(code, _)| code).collect())
    } else {
        Ok(vec![who.home])
    }
}

/// The request of an id with its community.
///
/// # Errors
/// [`Refusal::NotFound`] when there is none within reach.
pub(crate) fn find(
    app: &App,
    tx: &mut Tx,
    who: &Principal,
    id: RequestId,
) -> Result<(CommunityCode, Request), AppError> {
    for community in communities(app, tx, who)? {
        if let Some(request) = tx.request(community, id)? {
            return Ok((community, request));
        }
    }
    Err(Refusal::NotFound.into())
}

/// The request of an id, if somebody may read it.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`].
pub(crate) fn readable(
    app: &App,
    tx: &mut Tx,
    who: &Principal,
    id: RequestId,
) -> Result<(CommunityCode, Request), AppError> {
    let (community, request) = find(app, tx, who, id)?;
    let street = app.community(tx, community)?.street;
    allow(who, Action::ReadRequest, &area_of(community, street, &request))?;
    Ok((community, request))
}

/// The verdict of the permission function as a refusal.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`].
pub(crate) fn allow(who: &Principal, action: Action, area: &Area) -> Result<(), Refusal> {
    match permit(who, action, area) {
        Verdict::Allowed => Ok(()),
        Verdict::Forbidden => Err(Refusal::Forbidden),
        Verdict::Hidden => Err(Refusal::NotFound),
    }
}
