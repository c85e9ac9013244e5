//! What somebody says on the own figures: the words lie in the vault, the ledger knows that they were said.

use crate::card::erased as entry;
use crate::error::{AppError, Result};
use crate::office::{App, Names, allow};
use crate::rights::Whose;
use guanjia_domain::ids::StaffId;
use guanjia_domain::people::Staff;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Refusal, Role, Subject};
use guanjia_store::{Answer, Kind, Slot, Tx};
use uuid::Uuid;

/// A comment in clear.
#[derive(Clone, Debug)]
pub struct LoadComment {
    /// Who said it.
    pub by: String,
    /// When, milliseconds of the epoch.
    pub at: i64,
    /// What.
    pub words: String,
}

/// A comment that the rights desk found.
#[derive(Clone, Debug)]
pub struct HeldComment {
    /// Whose.
    pub staff: StaffId,
    /// Its number.
    pub n: u32,
    /// When, milliseconds of the epoch.
    pub at: i64,
    /// What was said.
    pub words: String,
}

const fn slot(community: CommunityCode, staff: StaffId, n: u32) -> Slot {
    Slot { community, owner: staff.0, kind: Kind::Words, n }
}

impl App {
    /// Says something on the own figures; the secretary is told.
    ///
    /// # Errors
    /// [`Refusal::TextMissing`] without words; [`Refusal::Forbidden`] for whoever has no figures.
    pub fn comment_load(
        &self,
        who: &Principal,
        community: CommunityCode,
        words: &str,
    ) -> Result<Answer<(), AppError>> {
        let words = Text::new("words", words)?;
        let (app, who) = (self.clone(), who.clone());
        Ok(self.db.write(community, move |tx| {
            allow(&who, Action::CommentLoad, &Area::community(community, None))?;
            let staff = StaffId(who.id.ok_or(Refusal::Forbidden)?);
            let before = app.commenter(tx, community, staff)?.ok_or(Refusal::Forbidden)?;
            let n = u32::try_from(before.comments.len()).unwrap_or(u32::MAX);
            let place = slot(community, staff, n);
            let sealed = app.vault.seal(&place, words.as_str().as_bytes())?;
            tx.keep(&place, &sealed)?;
            app.tell_secretary(tx, community, (staff.0, "load_commented"))?;
            let (subject, before) = (Subject::Staff(staff), Some(Entity::Staff(before)));
            app.record_house(tx, &who, community, subject, before, HouseEvent::LoadCommented { n })
        }))
    }

    /// Somebody who works here, as the ledger tells of them.
    fn commenter(&self, tx: &mut Tx, community: CommunityCode, staff: StaffId) -> Result<Option<Staff>> {
        Ok(match tx.entity(community, Subject::Staff(staff))? {
            Some(Entity::Staff(staff)) => Some(staff),
            _ => None,
        })
    }

    /// The own comments; for the secretary everybody's.
    pub(super) fn load_comments(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Vec<LoadComment>> {
        let only = (who.role == Role::Officer).then_some(who.id).flatten();
        let (mut names, mut found) = (Names::default(), Vec::new());
        for (staff, n, at) in tx.load_comments(community)? {
            if only.is_some_and(|own| own != staff.0) {
                continue;
            }
            let place = slot(community, staff, n);
            let Some(sealed) = tx.kept(&place)? else { continue };
            let words = self.vault.open_text(&place, &sealed)?;
            let by = self.named(tx, &mut names, community, staff.0)?.name.clone();
            found.push(LoadComment { by, at: at.0, words });
        }
        Ok(found)
    }

    /// The comments of somebody who works here.
    pub(crate) fn held_comments(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        whose: Whose<'_>,
    ) -> Result<Vec<HeldComment>> {
        let (mut names, mut found) = (Names::default(), Vec::new());
        for (staff, n, at) in tx.load_comments(community)? {
            let by = self.named(tx, &mut names, community, staff.0)?;
            let place = slot(community, staff, n);
            if whose.are_of(staff.0, by)
                && let Some(sealed) = tx.kept(&place)?
            {
                let words = self.vault.open_text(&place, &sealed)?;
                found.push(HeldComment { staff, n, at: at.0, words });
            }
        }
        Ok(found)
    }

    /// Erases a comment; says whether there was one.
    pub(crate) fn erase_comment(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (owner, n): (Uuid, u32),
    ) -> Result<bool> {
        let staff = StaffId(owner);
        let Some(before) = self.commenter(tx, community, staff)? else { return Ok(false) };
        if !before.comments.iter().any(|it| it.n == n && !it.erased) {
            return Ok(false);
        }
        tx.erase_item(&slot(community, staff, n))?;
        tx.note_erased(&entry(community, owner, Kind::Words.name(), n, self.now()))?;
        let (subject, before) = (Subject::Staff(staff), Some(Entity::Staff(before)));
        self.record_house(tx, who, community, subject, before, HouseEvent::LoadCommentErased { n })?;
        Ok(true)
    }
}
