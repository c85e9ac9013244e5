//! The private link by which a unit without account answers a call.

use super::names::{UnitName, UnitNames};
use crate::error::Result;
use crate::office::App;
use crate::request::hex;
use guanjia_domain::call::Call;
use guanjia_domain::ids::{CallId, OrganisationId};
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Moment, Refusal, Role};
use guanjia_store::Tx;
use guanjia_store::access::{Link, LinkKind};

/// How long a link works, in milliseconds: ninety days.
const CALL_LINK: i64 = 90 * 24 * 60 * 60 * 1_000;

/// The link of a unit, as whoever may give it sees it.
#[derive(Clone, Debug)]
pub struct GivenLink {
    /// The unit.
    pub unit: UnitName,
    /// The secret of its address.
    pub secret: String,
    /// When it ends, or ended.
    pub ends_at: Moment,
    /// Whether it has ended.
    pub is_over: bool,
}

/// What a unit's link opens.
#[derive(Clone, Debug)]
pub struct CallLink {
    /// The call.
    pub call: CallId,
    /// Who acts through it.
    pub who: Principal,
}

impl App {
    /// The secret of a unit's last link to a call, whether it was given or not.
    fn call_secret(&self, community: CommunityCode, call: &Call, to: OrganisationId) -> String {
        let told = match call.link_turn(to) {
            0 => format!("{} {to}", call.id),
            turn => format!("{} {to} {turn}", call.id),
        };
        hex(&self.vault.index().value(community.as_str(), "call link", &told))
    }

    /// Keeps the link that was just given; an earlier one of the unit ends.
    pub(super) fn keep_call_link(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        call: &Call,
        to: OrganisationId,
    ) -> Result<()> {
        tx.end_links_of(community, call.id.0, to.0, LinkKind::Call)?;
        let (secret, now) = (self.call_secret(community, call, to), self.now());
        let ends_at = Some(now.plus(CALL_LINK));
        let link = Link { subject: call.id.0, holder: Some(to.0), ends_at, used_at: None };
        Ok(tx.keep_link(community, &secret, LinkKind::Call, &link, now)?)
    }

    /// The links that were given and not revoked, also those whose time is over: they can be given anew.
    pub(super) fn given_call_links(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        call: &Call,
        names: &UnitNames,
    ) -> Result<Vec<GivenLink>> {
        let mut given = Vec::new();
        for unit in call.units().into_iter().filter(|it| !call.has_declined(*it)) {
            let Some(to) = unit.organisation() else { continue };
            let secret = self.call_secret(community, call, to);
            let known = tx.link(community, &secret, LinkKind::Call)?;
            if let Some(ends_at) = known.and_then(|it| it.ends_at) {
                let is_over = ends_at <= self.now();
                given.push(GivenLink { unit: names.of(unit), secret, ends_at, is_over });
            }
        }
        Ok(given)
    }

    /// Opens a unit's link.
    ///
    /// # Errors
    /// [`Refusal::CallLinkEnded`] when it was never given or has ended, when the call is over, or the unit has
    /// nothing to do with it any more: it declined, or is none of the community's.
    pub fn open_call_link(&self, tx: &mut Tx, community: CommunityCode, secret: &str) -> Result<CallLink> {
        let link = tx.link(community, secret, LinkKind::Call)?.ok_or(Refusal::CallLinkEnded)?;
        let (Some(holder), false) = (link.holder, link.ends_at.is_some_and(|ends| ends <= self.now())) else {
            return Err(Refusal::CallLinkEnded.into());
        };
        let call = tx.call(community, CallId(link.subject))?;
        let call = call.filter(Call::is_open).ok_or(Refusal::CallLinkEnded)?;
        let here = self.unit_names(tx, community, None)?;
        let who = Principal::plain(Role::Organisation, community, Some(holder));
        let mut units = call.units().into_iter().filter(|it| here.has(*it) && !call.has_declined(*it));
        let speaks = units.any(|unit| unit.is_spoken_for_by(who.role, who.id));
        if speaks { Ok(CallLink { call: call.id, who }) } else { Err(Refusal::CallLinkEnded.into()) }
    }
}
