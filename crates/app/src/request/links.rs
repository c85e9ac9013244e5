//! Private links: a resident follows the own request, an organisation without an account works one off.
//!
//! A link's secret is made from the key and what it is for, so the same filing always has the same link and nothing
//! has to be remembered to show it again. The database knows only its hash, and deleting that ends the link.

use super::area_of;
use super::read::Detail;
use crate::error::{AppError, Result};
use crate::office::App;
use guanjia_domain::ids::{OrganisationId, RequestId};
use guanjia_domain::permission::{Action, Principal, Verdict, permit};
use guanjia_domain::request::{Command, Verb};
use guanjia_domain::{CommunityCode, Party, Refusal, Role};
use guanjia_store::access::{Link, LinkKind};
use guanjia_store::{Answer, Tx};
use uuid::Uuid;

use super::act::Deed;

/// What a resident's link opens.
#[derive(Clone, Debug)]
pub struct ResidentLink {
    /// The request.
    pub request: RequestId,
    /// Who acts through it.
    pub who: Principal,
    /// It belongs to somebody who said "me too": they see how it stands, but nobody else's words or photos.
    pub joined: bool,
}

/// What a handler's link opens.
#[derive(Clone, Debug)]
pub struct HandlerLink {
    /// The request.
    pub request: RequestId,
    /// Who acts through it.
    pub who: Principal,
}

/// How long a handler's link works, in milliseconds: ninety days.
const HANDLER_LINK: i64 = 90 * 24 * 60 * 60 * 1_000;

impl App {
    /// The last part of a resident's link to a request: its id, for somebody who joined the id of the joining, and
    /// the secret.
    #[must_use]
    pub fn resident_link(
        &self,
        community: CommunityCode,
        request: RequestId,
        joined: Option<RequestId>,
    ) -> String {
        let who = joined.map(|id| id.0.simple().to_string()).unwrap_or_default();
        let secret =
            hex(&self.vault.index().value(community.as_str(), "resident link", &format!("{request} {who}")));
        format!("{}{who}{secret}", request.0.simple())
    }

    fn handler_secret(
        &self,
        community: CommunityCode,
        request: RequestId,
        organisation: OrganisationId,
    ) -> String {
        hex(&self.vault.index().value(
            community.as_str(),
            "handler link",
            &format!("{request} {organisation}"),
        ))
    }

    /// Opens a resident's link.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when there is no such link.
    pub fn open_resident_link(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        link: &str,
    ) -> Result<ResidentLink> {
        let id = |at: usize| {
            let digits = link.get(at..at + 32)?;
            digits.parse::<Uuid>().ok().map(RequestId)
        };
        let request = id(0).ok_or(Refusal::NotFound)?;
        let joined = if link.len() > 64 { Some(id(32).ok_or(Refusal::NotFound)?) } else { None };
        let known = tx.request(community, request)?;
        // Who had everything erased has no part in it any more; whoever joined goes on seeing how it stands.
        let ended = known.is_none_or(|it| it.erased && joined.is_none());
        if ended || !same(link, &self.resident_link(community, request, joined)) {
            return Err(Refusal::NotFound.into());
        }
        let who = Principal::plain(Role::Resident, community, joined.map(|id| id.0));
        Ok(ResidentLink { request, who, joined: joined.is_some() })
    }

    /// Gives an organisation a private link to a request it was handed; the steward passes it on.
    pub fn give_handler_link(
        &self,
        who: &Principal,
        community: CommunityCode,
        request: RequestId,
        to: OrganisationId,
    ) -> Answer<String, AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let deed = Deed { request, seen: None, command: Command::GiveLink { to }, photos: vec![] };
            app.act_now(tx, &who, community, &deed)?;
            let secret = app.handler_secret(community, request, to);
            let now = app.now();
            let link = Link {
                subject: request.0,
                holder: Some(to.0),
                ends_at: Some(now.plus(HANDLER_LINK)),
                used_at: None,
            };
            tx.keep_link(community, &secret, LinkKind::Handler, &link, now)?;
            Ok(secret)
        })
    }

    /// The handler's link that was given for a request as it stands, if one was: for those who may give one. Whoever
    /// has it acts for the organisation, so it is not for everybody who reads the request.
    ///
    /// # Errors
    /// What the store says.
    pub fn given_handler_link(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        detail: &Detail,
    ) -> Result<Option<String>> {
        let street = self.community(tx, community)?.street;
        let area = area_of(community, street, &detail.request);
        if permit(who, Action::Do(Verb::GiveLink), &area) != Verdict::Allowed {
            return Ok(None);
        }
        let party = detail.request.asked.unwrap_or(detail.request.handler);
        let Party::Organisation(id) = party else { return Ok(None) };
        let secret = self.handler_secret(community, detail.request.id, id);
        Ok(tx.link(community, &secret, LinkKind::Handler)?.map(|_| secret))
    }

    /// Opens a handler's link.
    ///
    /// # Errors
    /// [`Refusal::LinkEnded`] when it was never given, has ended, or the request is with somebody else by now.
    pub fn open_handler_link(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        secret: &str,
    ) -> Result<HandlerLink> {
        let link = tx.link(community, secret, LinkKind::Handler)?.ok_or(Refusal::LinkEnded)?;
        let (Some(holder), false) = (link.holder, link.ends_at.is_some_and(|ends| ends <= self.now())) else {
            return Err(Refusal::LinkEnded.into());
        };
        let party = Party::Organisation(holder.into());
        let request = tx.request(community, RequestId(link.subject))?.ok_or(Refusal::LinkEnded)?;
        if request.handler != party && request.asked != Some(party) {
            return Err(Refusal::LinkEnded.into());
        }
        Ok(HandlerLink {
            request: request.id,
            who: Principal::plain(Role::Organisation, community, Some(holder)),
        })
    }
}

/// Bytes as they stand in a link.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Compares secrets in constant time.
pub(crate) fn same(a: &str, b: &str) -> bool {
    subtle::ConstantTimeEq::ct_eq(a.as_bytes(), b.as_bytes()).into()
}
