//! What requests are about here: the community's own list.

use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::matter::{MatterList, OwnMatter};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::text::clean_line;
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Refusal, Subject};
use guanjia_store::{Answer, Tx};
use std::sync::Arc;

/// Which matter is put.
#[derive(Clone, Debug)]
pub enum MatterAt {
    /// The one with this code.
    Code(String),
    /// A new one of this class.
    NewIn(String),
}

impl App {
    /// The list of a community.
    ///
    /// # Errors
    /// What the store says.
    pub fn matters(&self, tx: &mut Tx, community: CommunityCode) -> Result<Arc<MatterList>> {
        tx.of_the_house("matters", community, &[], |tx| -> Result<MatterList> {
            Ok(tx.community(community)?.map(|it| it.matters).unwrap_or_default())
        })
    }

    /// Puts a matter on the list, or another name, text or mapping, or retires it. Requests keep what they have.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`]; [`Refusal::NotFound`] for a code that is none; what [`MatterList::decide`] says.
    pub fn set_matter(
        &self,
        who: &Principal,
        community: CommunityCode,
        at: MatterAt,
        matter: OwnMatter,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        let matter = OwnMatter {
            zh: clean_line(&matter.zh),
            en: clean_line(&matter.en),
            hint: clean_line(&matter.hint),
            ..matter
        };
        self.db.write(community, move |tx| {
            allow(&who, Action::ChangeMatters, &Area::community(community, None))?;
            let before = tx.entity(community, Subject::Community)?.ok_or(Refusal::NotFound)?;
            let Entity::Community(it) = &before else { return Err(Refusal::NotFound.into()) };
            let code = match &at {
                MatterAt::Code(code) => code.clone(),
                MatterAt::NewIn(class) => it.matters.next_code(class)?,
            };
            let present = it.matters.get(&code);
            match (&at, &present) {
                (MatterAt::Code(_), None) => return Err(Refusal::NotFound.into()),
                (_, Some(present)) if *present == matter => return Ok(()),
                _ => it.matters.decide(&code, &matter)?,
            }
            let event = HouseEvent::MatterSet { code, matter: matter.clone() };
            app.record_house(tx, &who, community, Subject::Community, Some(before), event)
        })
    }
}
