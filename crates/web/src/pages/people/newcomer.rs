//! The form for somebody new.

use crate::form::chosen;
use crate::view::office::NewPersonForm;
use crate::view::{OrganisationKind as ShownKind, Role as ShownRole};
use guanjia_app::Person;
use guanjia_app::people::{NewOrganisation, NewStaff, Newcomer};
use guanjia_domain::Refusal;
use guanjia_domain::people::{OrganisationKind, Post};
use serde::Deserialize;
use uuid::Uuid;

/// What was typed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Typed {
    pub(super) csrf: String,
    name: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    tier: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    pub(super) sign_in_name: String,
    #[serde(default)]
    phone: String,
}

impl Typed {
    /// The same, to be shown again.
    pub(super) fn form(self) -> NewPersonForm {
        let Self { name, role, tier, kind, sign_in_name, phone, .. } = self;
        NewPersonForm { name, role, tier, kind, sign_in_name, phone }
    }

    /// Who it is about.
    pub(super) fn newcomer(&self, id: Uuid) -> Result<Newcomer, Refusal> {
        let role = of_slug("role", &self.role, ShownRole::from_slug)?;
        let (name, phone) = (self.name.clone(), self.phone.clone());
        if role == ShownRole::Organisation {
            let kind = organisation_kind(of_slug("kind", &self.kind, ShownKind::from_slug)?);
            let estates = Vec::new();
            return Ok(Newcomer::Organisation(NewOrganisation { id: id.into(), kind, name, phone, estates }));
        }
        let tier = chosen("tier", &self.tier)?;
        let post = post(role, tier).ok_or_else(|| not_a_choice("role", &self.role))?;
        let tier = if post.may_claim() { tier } else { None };
        let person = Person { name, phone };
        Ok(Newcomer::Staff(NewStaff { id: id.into(), post, tier, organisation: None, person }))
    }
}

fn of_slug<T>(field: &'static str, slug: &str, find: impl Fn(&str) -> Option<T>) -> Result<T, Refusal> {
    if slug.is_empty() {
        return Err(Refusal::TextMissing { field });
    }
    find(slug).ok_or_else(|| not_a_choice(field, slug))
}

fn not_a_choice(field: &'static str, typed: &str) -> Refusal {
    Refusal::NotAChoice { field, value: typed.chars().take(60).collect() }
}

/// The post behind a role; a steward's follows from the tier. Officials of a bureau come with their bureau, which this
/// form does not ask for.
const fn post(role: ShownRole, tier: Option<u8>) -> Option<Post> {
    Some(match (role, tier) {
        (ShownRole::Steward, Some(2)) => Post::PartyMemberCadre,
        (ShownRole::Steward, Some(3)) => Post::SocialWorker,
        (ShownRole::Steward, _) => Post::CommitteeMember,
        (ShownRole::Secretary, _) => Post::Secretary,
        (ShownRole::DeputyHead, _) => Post::DeputyHead,
        (ShownRole::GridWorker, _) => Post::GridWorker,
        (ShownRole::StreetOffice, _) => Post::StreetOfficial,
        (ShownRole::Administrator, _) => Post::SystemAdministrator,
        (ShownRole::SecurityAdministrator, _) => Post::SecurityAdministrator,
        (ShownRole::Auditor, _) => Post::Auditor,
        (ShownRole::DistrictBureau | ShownRole::Organisation, _) => return None,
    })
}

const fn organisation_kind(shown: ShownKind) -> OrganisationKind {
    match shown {
        ShownKind::PropertyCompany => OrganisationKind::PropertyCompany,
        ShownKind::OwnersCommittee => OrganisationKind::OwnersCommittee,
        ShownKind::ResidentsCommittee => OrganisationKind::ResidentsCommittee,
        ShownKind::Stationed => OrganisationKind::StationedOrganisation,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(role: &str, tier: &str, kind: &str) -> Typed {
        let text = str::to_owned;
        Typed {
            csrf: String::new(),
            name: text("林知夏"),
            role: text(role),
            tier: text(tier),
            kind: text(kind),
            sign_in_name: String::new(),
            phone: String::new(),
        }
    }

    #[test]
    fn the_post_follows_from_role_and_tier() {
        let post = |role, tier| match typed(role, tier, "").newcomer(Uuid::nil()) {
            Ok(Newcomer::Staff(new)) => Some((new.post, new.tier)),
            _ => None,
        };
        assert_eq!(post("steward", "3"), Some((Post::SocialWorker, Some(3))));
        assert_eq!(post("grid_worker", "3"), Some((Post::GridWorker, None)));
        assert_eq!(post("district_bureau", ""), None);
    }

    #[test]
    fn what_is_missing_is_named() {
        let field = |role, kind| typed(role, "", kind).newcomer(Uuid::nil()).err().and_then(|it| it.field());
        assert_eq!(field("", ""), Some("role"));
        assert_eq!(field("mayor", ""), Some("role"));
        assert_eq!(field("organisation", ""), Some("kind"));
        assert_eq!(field("organisation", "stationed"), None);
    }
}
