//! The names of roles on the command line, as the demo's sign-in lines use them.

use guanjia_domain::Role;
use guanjia_domain::people::Post;
use std::str::FromStr;

const NAMES: [(&str, Role); 9] = [
    ("steward", Role::Officer),
    ("grid_worker", Role::GridWorker),
    ("secretary", Role::Secretary),
    ("street", Role::StreetOffice),
    ("bureau", Role::DistrictBureau),
    ("property", Role::Organisation),
    ("admin", Role::SystemAdministrator),
    ("security", Role::SecurityAdministrator),
    ("audit", Role::Auditor),
];

/// A role that has accounts, by its name on the command line or in the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleName(pub Role);

impl FromStr for RoleName {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let own = NAMES.iter().find(|(name, role)| *name == text || role.name() == text);
        own.map(|(_, role)| Self(*role)).ok_or_else(|| {
            let names: Vec<_> = NAMES.iter().map(|(name, _)| *name).collect();
            format!("no such role with an account; write one of {} (请写以上角色之一)", names.join(", "))
        })
    }
}

/// A post by its name in the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PostName(pub Post);

impl FromStr for PostName {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Post::of_name(text).map(Self).ok_or_else(|| {
            let names: Vec<_> = Post::ALL.iter().map(|post| post.name()).collect();
            format!("no such post; write one of {} (请写以上职务之一)", names.join(", "))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_names_of_a_role_are_known() {
        assert_eq!("steward".parse(), Ok(RoleName(Role::Officer)));
        assert_eq!("officer".parse(), Ok(RoleName(Role::Officer)));
        assert!("resident".parse::<RoleName>().is_err(), "residents have no account");
    }
}
