//! The private link by which a unit without account answers a call.

use crate::error::Result;
use crate::office::App;
use crate::request::hex;
use guanjia_domain::ids::{CallId, OrganisationId};
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Refusal, Role};
use guanjia_store::Tx;
use guanjia_store::access::{Link, LinkKind};

/// How long a link works, in milliseconds: ninety days.
const CALL_LINK: i64 = 90 * 24 * 60 * 60 * 1_000;

/// What a unit's link opens.
#[derive(Clone, Debug)]
pub struct CallLink {
    /// The call.
    pub call: CallId,
    /// Who acts through it.
    pub who: Principal,
}

impl App {
    /// The secret of a unit's link to a call, whether it was given or not.
    fn call_secret(&self, community: CommunityCode, call: CallId, to: OrganisationId) -> String {
        hex(&self.vault.index().value(community.as_str(), "call link", &format!("{call} {to}")))
    }

    pub(super) fn keep_call_link(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        call: CallId,
        to: OrganisationId,
    ) -> Result<()> {
        let (secret, now) = (self.call_secret(community, call, to), self.now());
        let ends_at = Some(now.plus(CALL_LINK));
        let link = Link { subject: call.0, holder: Some(to.0), ends_at, used_at: None };
        Ok(tx.keep_link(community, &secret, LinkKind::Call, &link, now)?)
    }

    /// The link that was given to a unit, if one was.
    pub(super) fn given_call_link(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        call: CallId,
        to: OrganisationId,
    ) -> Result<Option<String>> {
        let secret = self.call_secret(community, call, to);
        let known = tx.link(community, &secret, LinkKind::Call)?;
        Ok(known.filter(|it| it.ends_at.is_none_or(|ends| ends > self.now())).map(|_| secret))
    }

    /// Opens a unit's link.
    ///
    /// # Errors
    /// [`Refusal::LinkEnded`] when it was never given or has ended, when the call is over, or the unit has nothing to
    /// do with it any more: it declined, or is none of the community's.
    pub fn open_call_link(&self, tx: &mut Tx, community: CommunityCode, secret: &str) -> Result<CallLink> {
        let link = tx.link(community, secret, LinkKind::Call)?.ok_or(Refusal::LinkEnded)?;
        let (Some(holder), false) = (link.holder, link.ends_at.is_some_and(|ends| ends <= self.now())) else {
            return Err(Refusal::LinkEnded.into());
        };
        let call = tx.call(community, CallId(link.subject))?;
        let call = call.filter(guanjia_domain::call::Call::is_open).ok_or(Refusal::LinkEnded)?;
        let here = self.unit_names(tx, community, None)?;
        let who = Principal::plain(Role::Organisation, community, Some(holder));
        let mut units = call.units().into_iter().filter(|it| here.has(*it) && !call.has_declined(*it));
        let speaks = units.any(|unit| unit.is_spoken_for_by(who.role, who.id));
        if speaks { Ok(CallLink { call: call.id, who }) } else { Err(Refusal::LinkEnded.into()) }
    }
}
