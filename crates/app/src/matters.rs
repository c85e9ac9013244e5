//! What requests are about here: the community's own list.

use crate::error::{AppError, Result};
use crate::limits::Moves;
use crate::office::App;
use guanjia_domain::house::Community;
use guanjia_domain::matter::{MatterList, OwnMatter};
use guanjia_domain::permission::Principal;
use guanjia_domain::request::Because;
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

/// A matter with its place, ready to be put there.
struct Put {
    before: Community,
    code: String,
    matter: OwnMatter,
    /// Whether another row of the book of limits holds for its requests afterwards.
    moves_clocks: bool,
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

    /// Which open requests would be due at another moment because a matter is small now, or is not any more.
    ///
    /// # Errors
    /// As [`App::set_matter`].
    pub fn foresee_matter(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (at, matter): (&MatterAt, &OwnMatter),
    ) -> Result<Moves> {
        let put = self.put(tx, who, community, (at, matter))?;
        put.map_or_else(|| Ok(Moves::default()), |put| self.moves_of(tx, (who, community), &put))
    }

    /// Puts a matter on the list, or another name, text or mapping, or retires it. Requests keep what they have; where
    /// another row of the book of limits holds for them now, their clocks are worked out again and none begins anew.
    /// The answer is how many moved.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`]; [`Refusal::NotFound`] for a code that is none; what [`MatterList::decide`] says.
    pub fn set_matter(
        &self,
        who: &Principal,
        community: CommunityCode,
        at: MatterAt,
        matter: OwnMatter,
    ) -> Answer<usize, AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let Some(put) = app.put(tx, &who, community, (&at, &matter))? else { return Ok(0) };
            let moves = app.moves_of(tx, (&who, community), &put)?;
            let event = HouseEvent::MatterSet { code: put.code, matter: put.matter };
            let before = Some(Entity::Community(put.before));
            app.record_house(tx, &who, community, Subject::Community, before, event)?;
            app.record_moves(tx, &who, community, moves)
        })
    }

    /// What is to be put; `None` when it stands there already.
    fn put(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (at, matter): (&MatterAt, &OwnMatter),
    ) -> Result<Option<Put>> {
        let before = self.limits_for_change(tx, who, community)?;
        let matter = OwnMatter {
            zh: clean_line(&matter.zh),
            en: clean_line(&matter.en),
            hint: clean_line(&matter.hint),
            ..matter.clone()
        };
        let code = match at {
            MatterAt::Code(code) => code.clone(),
            MatterAt::NewIn(class) => before.matters.next_code(class)?,
        };
        let present = before.matters.get(&code);
        if matches!(at, MatterAt::Code(_)) && present.is_none() {
            return Err(Refusal::NotFound.into());
        }
        if present.as_ref() == Some(&matter) {
            return Ok(None);
        }
        before.matters.decide(&code, &matter)?;
        let moves_clocks = present.is_some_and(|it| it.small != matter.small);
        Ok(Some(Put { before, code, matter, moves_clocks }))
    }

    fn moves_of(&self, tx: &mut Tx, at: (&Principal, CommunityCode), put: &Put) -> Result<Moves> {
        if !put.moves_clocks {
            return Ok(Moves::default());
        }
        let (mut matters, rules) = (put.before.matters.clone(), self.rules_of(tx, at.1)?);
        matters.put(put.code.clone(), put.matter.clone());
        let limits = |matter: Option<&str>, urgent| put.before.limits.limits_for(&matters, matter, urgent);
        self.moves(tx, at, &limits, &rules, Because::Limits)
    }
}
