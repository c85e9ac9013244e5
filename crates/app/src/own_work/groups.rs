//! The register of residents' groups of an estate.

use super::texts::{short, words_slot};
use crate::error::{AppError, Result};
use crate::office::App;
use guanjia_domain::ids::{EstateId, GroupId};
use guanjia_domain::own_work::{Group, GroupAdmin, GroupKind, WorkEvent};
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::{Answer, Tx};

/// A group with its name.
#[derive(Clone, Debug)]
pub struct NamedGroup {
    /// The group.
    pub group: Group,
    /// Its name.
    pub name: String,
}

/// A group as it was typed.
#[derive(Clone, Debug)]
pub struct NewGroup {
    /// Which; `None` for a new one.
    pub id: Option<GroupId>,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub kind: GroupKind,
    /// Who runs it.
    pub admin: GroupAdmin,
    /// About how many members.
    pub members: u32,
    /// Whether the steward is in it.
    pub joined: bool,
}

impl App {
    /// The groups of an estate.
    ///
    /// # Errors
    /// As [`App::keeps`].
    pub fn groups(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        estate: EstateId,
    ) -> Result<Vec<NamedGroup>> {
        self.keeps(tx, who, community, estate)?;
        let mut named = Vec::new();
        for group in self.desk(tx, community, estate)?.groups {
            named.push(NamedGroup { name: self.work_text(tx, community, group.id.0, 0)?, group });
        }
        Ok(named)
    }

    /// Adds a group or changes it.
    ///
    /// # Errors
    /// What is wrong with its name.
    pub fn put_group(
        &self,
        who: &Principal,
        community: CommunityCode,
        estate: EstateId,
        new: &NewGroup,
    ) -> Result<Answer<(), AppError>> {
        let (app, who, name) = (self.clone(), who.clone(), short("name", &new.name)?);
        let NewGroup { id, kind, admin, members, joined, .. } = *new;
        let fresh = self.id()?;
        Ok(self.db.write(community, move |tx| {
            app.keeps(tx, &who, community, estate)?;
            let desk = app.desk(tx, community, estate)?;
            if id.is_some_and(|id| !desk.groups.iter().any(|it| it.id == id)) {
                return Err(Refusal::NotFound.into());
            }
            let group = Group { id: id.unwrap_or(GroupId(fresh)), kind, admin, members, joined };
            desk.decide_group(&group)?;
            app.keep_work_text(tx, community, (group.id.0, 0), &name)?;
            app.record_desk(tx, &who, community, estate, WorkEvent::GroupPut(group))
        }))
    }

    /// Takes a group out of the register.
    pub fn drop_group(
        &self,
        who: &Principal,
        community: CommunityCode,
        estate: EstateId,
        group: GroupId,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            app.keeps(tx, &who, community, estate)?;
            if !app.desk(tx, community, estate)?.groups.iter().any(|it| it.id == group) {
                return Err(Refusal::NotFound.into());
            }
            tx.erase_item(&words_slot(community, group.0, 0))?;
            app.record_desk(tx, &who, community, estate, WorkEvent::GroupDropped { group })
        })
    }
}
