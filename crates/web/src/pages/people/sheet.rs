//! Everybody by kind, in words.

use crate::view::Role as ShownRole;
use crate::view::office::{PeopleGroup, PersonLine};
use crate::words::Words;
use guanjia_app::people::{Colleague, ColleagueSheet};
use guanjia_domain::people::{OrganisationKind, Post, Staff};

/// The groups that have anybody in them, in the order of the house.
pub(super) fn groups(words: &Words, people: &[ColleagueSheet]) -> Vec<PeopleGroup> {
    let of = |role: ShownRole| {
        let its = people.iter().filter(|it| shown_role(&it.who) == role);
        PeopleGroup { role, people: its.map(|it| line(words, it)).collect() }
    };
    ORDER.into_iter().map(of).filter(|group| !group.people.is_empty()).collect()
}

/// Those who have left.
pub(super) fn former(words: &Words, people: &[ColleagueSheet]) -> Vec<PersonLine> {
    people.iter().map(|it| PersonLine { active: false, ..line(words, it) }).collect()
}

const ORDER: [ShownRole; 10] = [
    ShownRole::Secretary,
    ShownRole::DeputyHead,
    ShownRole::Steward,
    ShownRole::GridWorker,
    ShownRole::Organisation,
    ShownRole::StreetOffice,
    ShownRole::DistrictBureau,
    ShownRole::Administrator,
    ShownRole::SecurityAdministrator,
    ShownRole::Auditor,
];

fn line(words: &Words, it: &ColleagueSheet) -> PersonLine {
    let everywhere = matches!(&it.who, Colleague::Organisation(body) if body.estates.is_empty());
    PersonLine {
        id: it.id().to_string(),
        name: it.person.name.clone(),
        duty: match &it.who {
            Colleague::Staff(staff) => staff_duty(words, staff),
            Colleague::Organisation(body) => words.say(organisation_kind(body.kind)).to_owned(),
        },
        area: if everywhere {
            words.say("all-estates").to_owned()
        } else {
            it.area.join(words.say("list-comma"))
        },
        phone: Some(it.person.phone.clone()).filter(|phone| !phone.is_empty()),
        active: true,
    }
}

fn staff_duty(words: &Words, staff: &Staff) -> String {
    let post = words.say(post(staff.post));
    match staff.tier {
        Some(tier) => {
            words.say_with("duty-with-tier", &[("post", post.into()), ("n", i64::from(tier).into())])
        }
        None => post.to_owned(),
    }
}

const fn shown_role(who: &Colleague) -> ShownRole {
    match who {
        Colleague::Organisation(_) => ShownRole::Organisation,
        Colleague::Staff(staff) => match staff.post {
            Post::Secretary => ShownRole::Secretary,
            Post::DeputyHead => ShownRole::DeputyHead,
            Post::PartyMemberCadre | Post::CommitteeMember | Post::SocialWorker => ShownRole::Steward,
            Post::GridWorker => ShownRole::GridWorker,
            Post::StreetOfficial => ShownRole::StreetOffice,
            Post::BureauOfficial => ShownRole::DistrictBureau,
            Post::SystemAdministrator => ShownRole::Administrator,
            Post::SecurityAdministrator => ShownRole::SecurityAdministrator,
            Post::Auditor => ShownRole::Auditor,
        },
    }
}

const fn post(post: Post) -> &'static str {
    match post {
        Post::Secretary => "post-secretary",
        Post::DeputyHead => "post-deputy-head",
        Post::PartyMemberCadre => "post-party-member-cadre",
        Post::CommitteeMember => "post-committee-member",
        Post::SocialWorker => "post-social-worker",
        Post::GridWorker => "post-grid-worker",
        Post::StreetOfficial => "post-street-official",
        Post::BureauOfficial => "post-bureau-official",
        Post::SystemAdministrator => "role-administrator",
        Post::SecurityAdministrator => "role-security",
        Post::Auditor => "role-auditor",
    }
}

const fn organisation_kind(kind: OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::PropertyCompany => "organisation-property-company",
        OrganisationKind::OwnersCommittee => "organisation-owners-committee",
        OrganisationKind::ResidentsCommittee => "organisation-residents-committee",
        OrganisationKind::StationedOrganisation => "organisation-stationed",
        OrganisationKind::DistrictBureau => "role-district-bureau",
    }
}
