//! Residents' groups: which there are, who runs them, and whether the steward is in.

use super::start::EstateDesk;
use crate::ids::GroupId;
use crate::refusal::Refusal;
use crate::worded::worded;
use serde::{Deserialize, Serialize};

/// The most groups of an estate.
pub const MOST_GROUPS: usize = 40;
/// The most members that a group can have.
pub const MOST_MEMBERS: u32 = 5_000;

worded! {
    /// Where a group is.
    GroupKind {
        /// 微信群.
        Wechat = "wechat";
        /// 企业微信群.
        Wecom = "wecom";
        /// QQ 群.
        Qq = "qq";
        /// 钉钉群.
        Dingtalk = "dingtalk";
        /// Something else.
        Other = "other";
    }
}

worded! {
    /// Who runs a group, by role: never a name.
    GroupAdmin {
        /// The steward.
        Steward = "steward";
        /// A grid worker.
        GridWorker = "grid_worker";
        /// Somebody else of the community.
        Community = "community";
        /// The property company.
        Property = "property";
        /// The owners' committee.
        Owners = "owners";
        /// A resident.
        Resident = "resident";
    }
}

/// A group. Its name is in the vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Where it is.
    pub kind: GroupKind,
    /// Who runs it.
    pub admin: GroupAdmin,
    /// About how many members.
    pub members: u32,
    /// Whether the steward is in it.
    pub joined: bool,
}

impl EstateDesk {
    /// Decides about a group that is new or differs.
    ///
    /// # Errors
    /// [`Refusal::NotAChoice`] for more members than a group can have, and for more than [`MOST_GROUPS`] groups.
    pub fn decide_group(&self, group: &Group) -> Result<(), Refusal> {
        if group.members > MOST_MEMBERS {
            return Err(Refusal::NotAChoice { field: "members", value: group.members.to_string() });
        }
        let known = self.groups.iter().any(|it| it.id == group.id);
        if !known && self.groups.len() >= MOST_GROUPS {
            return Err(Refusal::NotAChoice { field: "group", value: MOST_GROUPS.to_string() });
        }
        Ok(())
    }

    pub(super) fn put_group(&mut self, group: Group) {
        match self.groups.iter_mut().find(|it| it.id == group.id) {
            Some(known) => *known = group,
            None => self.groups.push(group),
        }
    }
}
