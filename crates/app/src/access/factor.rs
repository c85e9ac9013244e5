//! The second factor: set up with an authenticator app, and ten recovery codes for the day the phone is lost.

use super::password::Passwords;
use super::totp::{SECRET, base32, step_of, uri};
use crate::error::Result;
use crate::office::App;
use guanjia_domain::permission::Principal;
use guanjia_domain::text::clean_line;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::access::Holder;
use guanjia_store::{Kind, Slot, StoreError, Tx};
use uuid::Uuid;

/// How many recovery codes there are.
const RECOVERY_CODES: usize = 10;
/// Bytes of one: 80 bits, sixteen letters.
const RECOVERY_BYTES: usize = 10;

/// A second factor that waits for its first code.
#[derive(Clone, Debug)]
pub struct FactorOffer {
    /// The secret in Base32, in groups of four, to be typed by hand.
    pub typed: String,
    /// The address that a QR code holds.
    pub uri: String,
}

impl App {
    /// Offers a second factor to somebody who proves the password once more; it holds from its first code on. Blocks.
    ///
    /// # Errors
    /// [`Refusal::PasswordWrong`].
    pub fn offer_factor(
        &self,
        passwords: &Passwords,
        community: CommunityCode,
        holder: Holder,
        password: &str,
    ) -> Result<FactorOffer> {
        self.prove(passwords, community, holder, password)?;
        let mut secret = [0; SECRET];
        getrandom::fill(&mut secret).map_err(|error| StoreError::Unavailable(error.to_string()))?;
        let slot = slot(community, holder.id(), 1);
        let sealed = self.vault.seal(&slot, &secret)?;
        self.db.write(community, move |tx| tx.keep(&slot, &sealed)).wait()?;
        Ok(offer(&secret, community))
    }

    /// The second factor that waits for its first code.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when none does.
    pub fn offered_factor(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        holder: Holder,
    ) -> Result<FactorOffer> {
        let secret = self.factor_secret(tx, &slot(community, holder.id(), 1))?.ok_or(Refusal::NotFound)?;
        Ok(offer(&secret, community))
    }

    /// Puts the offered second factor in force with its first code, in place of an earlier one, and gives the recovery
    /// codes: this once. All other sessions end. Blocks.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when none was offered, [`Refusal::CodeWrong`].
    pub fn confirm_factor(
        &self,
        who: &Principal,
        community: CommunityCode,
        holder: Holder,
        code: &str,
        session: &str,
    ) -> Result<Vec<String>> {
        let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| recovery_code()).collect::<Result<_>>()?;
        let id = holder.id();
        let tokens: Vec<_> =
            codes.iter().map(|code| self.recovery_token(community, id, &plain(code))).collect();
        let (app, actor, code, session) = (self.clone(), who.actor(), plain(code), session.to_owned());
        self.db
            .write(community, move |tx| -> Result<()> {
                let (offered, held) = (slot(community, id, 1), slot(community, id, 0));
                let secret = app.factor_secret(tx, &offered)?.ok_or(Refusal::NotFound)?;
                let step = step_of(&secret, &code, app.now()).ok_or(Refusal::CodeWrong)?;
                let sealed = app.vault.seal(&held, &secret)?;
                tx.keep(&held, &sealed)?;
                tx.erase_item(&offered)?;
                tx.keep_factor(community, id, app.now(), step, &tokens)?;
                app.end_epoch(tx, community, id, Some(&session), actor)?;
                app.log_about(tx, community, actor, "factor_on", id)
            })
            .wait()?;
        Ok(codes)
    }

    /// Gives the second factor up; whoever asks proves the password once more. Blocks.
    ///
    /// # Errors
    /// [`Refusal::PasswordWrong`]; [`Refusal::FactorIsDuty`] for roles that must have one.
    pub fn drop_factor(
        &self,
        passwords: &Passwords,
        who: &Principal,
        community: CommunityCode,
        holder: Holder,
        password: &str,
    ) -> Result<()> {
        self.prove(passwords, community, holder, password)?;
        let (app, who) = (self.clone(), who.clone());
        self.db
            .write(community, move |tx| -> Result<()> {
                if tx.community(community)?.is_some_and(|it| it.two_factor.contains(&who.role)) {
                    return Err(Refusal::FactorIsDuty.into());
                }
                app.forget_factor(tx, community, holder.id())?;
                app.log_about(tx, community, who.actor(), "factor_off", holder.id())
            })
            .wait()
    }

    pub(crate) fn forget_factor(&self, tx: &mut Tx, community: CommunityCode, holder: Uuid) -> Result<()> {
        tx.drop_factor(community, holder)?;
        for n in [0, 1] {
            tx.erase_item(&slot(community, holder, n))?;
        }
        Ok(())
    }

    /// Uses up a code of the app, or a recovery code.
    pub(super) fn spend_code(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        holder: Uuid,
        typed: &str,
    ) -> Result<()> {
        let code = plain(typed);
        if code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()) {
            let secret = self.factor_secret(tx, &slot(community, holder, 0))?.ok_or(Refusal::CodeWrong)?;
            let step = step_of(&secret, &code, self.now()).ok_or(Refusal::CodeWrong)?;
            let fresh = tx.use_step(community, holder, step)?;
            return if fresh { Ok(()) } else { Err(Refusal::CodeUsed.into()) };
        }
        let token = self.recovery_token(community, holder, &code);
        if tx.use_recovery(community, holder, &token)? { Ok(()) } else { Err(Refusal::CodeWrong.into()) }
    }

    fn factor_secret(&self, tx: &mut Tx, slot: &Slot) -> Result<Option<Vec<u8>>> {
        let Some(sealed) = tx.kept(slot)? else { return Ok(None) };
        Ok(Some(self.vault.open(slot, &sealed)?))
    }

    fn recovery_token(&self, community: CommunityCode, holder: Uuid, code: &str) -> Vec<u8> {
        let value = format!("{holder} {code}");
        self.vault.index().value(community.as_str(), "recovery code", &value).to_vec()
    }
}

const fn slot(community: CommunityCode, owner: Uuid, n: u32) -> Slot {
    Slot { community, owner, kind: Kind::Factor, n }
}

fn offer(secret: &[u8], community: CommunityCode) -> FactorOffer {
    FactorOffer { typed: grouped(&base32(secret)), uri: uri(secret, community.as_str()) }
}

fn recovery_code() -> Result<String> {
    let mut bytes = [0; RECOVERY_BYTES];
    getrandom::fill(&mut bytes).map_err(|error| StoreError::Unavailable(error.to_string()))?;
    Ok(grouped(&base32(&bytes)))
}

/// Letters in groups of four, as people read them.
fn grouped(letters: &str) -> String {
    let groups: Vec<String> =
        letters.as_bytes().chunks(4).map(|four| String::from_utf8_lossy(four).into_owned()).collect();
    groups.join(" ")
}

/// A code as it is compared: without the gaps, in capitals, full-width digits as plain ones.
fn plain(typed: &str) -> String {
    clean_line(typed).chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase()
}
