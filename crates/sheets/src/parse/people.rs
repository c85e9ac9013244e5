//! Staff, grids and organisations.

use crate::fields::FieldId as Id;
use crate::problem::ProblemKind;
use crate::row::{Row, shown};
use crate::rows::{GridRow, OrganisationRow, StaffRow};
use crate::scope;
use crate::text::{key, numeral};
use guanjia_domain::people::{OrganisationKind, Post};

/// In the order of the words of their columns.
const POSTS: [Post; 7] = [
    Post::Secretary,
    Post::DeputyHead,
    Post::DeputyHead,
    Post::CommitteeMember,
    Post::PartyMemberCadre,
    Post::SocialWorker,
    Post::GridWorker,
];
const KINDS: [OrganisationKind; 4] = [
    OrganisationKind::PropertyCompany,
    OrganisationKind::OwnersCommittee,
    OrganisationKind::ResidentsCommittee,
    OrganisationKind::StationedOrganisation,
];

pub(super) fn staff(row: &mut Row<'_>) -> Option<StaffRow> {
    let name = row.required(Id::Name);
    let post = post(row);
    let tier = tier(row);
    let phone = row.phones(Id::Phone, false).into_iter().next();
    let (estates, deputy_estates) = (row.list(Id::Estates), row.list(Id::DeputyEstates));
    if post == Some(Post::GridWorker) && !(estates.is_empty() && deputy_estates.is_empty()) {
        let column = if estates.is_empty() { Id::DeputyEstates } else { Id::Estates };
        row.report(column, ProblemKind::GridWorkerClaims);
    }
    let others = row.others();
    Some(StaffRow {
        place: row.place.clone(),
        name: name?,
        post: post?,
        tier,
        phone,
        estates,
        deputy_estates,
        others,
    })
}

fn post(row: &mut Row<'_>) -> Option<Post> {
    if row.value(Id::Post).is_none() {
        return row.demand(Id::Post, None);
    }
    row.choice(Id::Post, &POSTS)
}

/// 1 to 3, also 第一梯次.
fn tier(row: &mut Row<'_>) -> Option<u8> {
    let value = shown(&row.value(Id::Tier)?);
    let text = key(&value);
    let bare = text
        .trim_start_matches('第')
        .trim_end_matches("梯次")
        .trim_end_matches("梯队")
        .trim_end_matches('级');
    match numeral(bare) {
        Some(1) => Some(1),
        Some(2) => Some(2),
        Some(3) => Some(3),
        _ => {
            row.report(Id::Tier, ProblemKind::BadTier { value });
            None
        }
    }
}

pub(super) fn grid(row: &mut Row<'_>) -> Option<GridRow> {
    let name = row.required(Id::Name);
    let workers = row.list(Id::GridWorker);
    let text = row.long_text(Id::Scope);
    let scope = match row.demand(Id::Scope, text).map(|text| scope::parse(&text)) {
        Some(Err(value)) => {
            row.report(Id::Scope, ProblemKind::BadScope { value });
            None
        }
        Some(Ok(scope)) => Some(scope),
        None => None,
    };
    Some(GridRow { place: row.place.clone(), name: name?, workers, scope: scope?, others: row.others() })
}

pub(super) fn organisation(row: &mut Row<'_>) -> Option<OrganisationRow> {
    let name = row.required(Id::Name);
    let kind = if row.value(Id::Class).is_none() {
        row.demand(Id::Class, None)
    } else {
        row.choice(Id::Class, &KINDS)
    };
    let phone = row.phones(Id::Phone, true).into_iter().next();
    let estates = row.list(Id::Estates);
    Some(OrganisationRow {
        place: row.place.clone(),
        name: name?,
        kind: kind?,
        phone,
        estates,
        others: row.others(),
    })
}
