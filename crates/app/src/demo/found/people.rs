//! Officers, grid workers, administrators and organisations of the demo: all invented.

use crate::error::Result;
use crate::office::{App, Person};
use crate::people::{NewOrganisation, NewStaff};
use guanjia_domain::Moment;
use guanjia_domain::duty::duty_day;
use guanjia_domain::ids::StaffId;
use guanjia_domain::people::{OrganisationKind, Post};
use guanjia_domain::permission::Principal;
use guanjia_simulate::outline::{
    self, CommunityOutline, OfficeOutline, OrganisationKind as Sort, Outline, PersonOutline, Position,
};
use guanjia_store::Tx;
use jiff::ToSpan;
use uuid::Uuid;

/// Who looks after the program: key, name, phone, post.
const ADMINISTRATORS: [(&str, &str, &str, Post); 3] = [
    ("admin", "示例系统管理员", "13000000901", Post::SystemAdministrator),
    ("security", "示例安全管理员", "13000000902", Post::SecurityAdministrator),
    ("audit", "示例审计员", "13000000903", Post::Auditor),
];

/// The id of `admin`, `security` or `audit` of a community.
pub(in crate::demo) fn administrator(community: &CommunityOutline, key: &str) -> Uuid {
    guanjia_simulate::ids::id(outline::FOUNDED_AT_MS, &format!("{}-{key}", community.division_code))
}

/// The clerk of the street office.
pub(super) fn street(app: &App, tx: &mut Tx, who: &Principal, outline: &Outline) -> Result<()> {
    app.put_staff(tx, who, who.home, &member(&outline.street.clerk, Post::StreetOfficial))
}

/// The bureau, a body of its own in its district, with its clerk.
pub(super) fn bureau(app: &App, tx: &mut Tx, who: &Principal, outline: &Outline) -> Result<()> {
    app.put_organisation(tx, who, who.home, &body(&outline.bureau))?;
    let clerk = member(&outline.bureau.clerk, Post::BureauOfficial);
    app.put_staff(tx, who, who.home, &NewStaff { organisation: Some(outline.bureau.id.into()), ..clerk })
}

/// Everybody who works in a community, and every body that works for it.
pub(super) fn community(
    app: &App,
    tx: &mut Tx,
    who: &Principal,
    place: &CommunityOutline,
    above: &OfficeOutline,
) -> Result<()> {
    for officer in &place.officers {
        let new = NewStaff { tier: Some(officer.tier), ..member(&officer.person, post(officer.position)) };
        app.put_staff(tx, who, who.home, &new)?;
    }
    for grid in &place.grids {
        app.put_staff(tx, who, who.home, &member(&grid.worker, Post::GridWorker))?;
    }
    for (key, name, phone, post) in ADMINISTRATORS {
        let person = Person { name: name.to_owned(), phone: phone.to_owned() };
        let id = administrator(place, key).into();
        app.put_staff(tx, who, who.home, &NewStaff { id, post, tier: None, organisation: None, person })?;
    }
    for organisation in &place.organisations {
        let new = NewOrganisation {
            id: organisation.id.into(),
            kind: kind(organisation.kind),
            name: organisation.name.clone(),
            phone: organisation.contact.phone.clone(),
            estates: organisation.estates.iter().map(|id| (*id).into()).collect(),
        };
        app.put_organisation(tx, who, who.home, &new)?;
    }
    app.put_organisation(tx, who, who.home, &body(above))
}

fn member(person: &PersonOutline, post: Post) -> NewStaff {
    let known = Person { name: person.name.clone(), phone: person.phone.clone() };
    NewStaff { id: person.id.into(), post, tier: None, organisation: None, person: known }
}

fn body(office: &OfficeOutline) -> NewOrganisation {
    NewOrganisation {
        id: office.id.into(),
        kind: OrganisationKind::DistrictBureau,
        name: office.name.to_owned(),
        phone: office.clerk.phone.clone(),
        estates: Vec::new(),
    }
}

const fn post(position: Position) -> Post {
    match position {
        Position::Secretary => Post::Secretary,
        Position::DeputyHead => Post::DeputyHead,
        Position::PartyMemberCadre => Post::PartyMemberCadre,
        Position::SocialWorker => Post::SocialWorker,
    }
}

const fn kind(kind: Sort) -> OrganisationKind {
    match kind {
        Sort::PropertyCompany => OrganisationKind::PropertyCompany,
        Sort::OwnersCommittee => OrganisationKind::OwnersCommittee,
        Sort::ResidentsCommittee => OrganisationKind::ResidentsCommittee,
        Sort::Stationed => OrganisationKind::StationedOrganisation,
    }
}

/// For how many days after the story the roster is planned.
const DUTY: i64 = 56;

/// The officers take turns: one is on duty, the next stands in.
pub(super) fn duty(
    app: &App,
    tx: &mut Tx,
    who: &Principal,
    place: &CommunityOutline,
    end: Moment,
) -> Result<()> {
    let officers: Vec<StaffId> = place.officers.iter().map(|it| it.person.id.into()).collect();
    let first = duty_day(end);
    let on_duty = |n: i64| {
        let nth = |n: i64| officers.iter().cycle().nth(usize::try_from(n).unwrap_or_default()).copied();
        let mut both: Vec<StaffId> = nth(n).into_iter().chain(nth(n + 1)).collect();
        both.dedup();
        (first.saturating_add(n.days()), both)
    };
    let days: Vec<_> = (0..DUTY).map(on_duty).collect();
    app.set_duty_now(tx, who, who.home, &days).map(drop)
}
