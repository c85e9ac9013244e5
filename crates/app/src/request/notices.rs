//! Who is told of what, in the inbox that always exists. Recipients are places and bodies rather than persons where
//! that can be, so that a notice moves with the estate when its steward changes.

use super::act::told_to_estate;
use super::news::{Manner, News};
use super::reminders::about;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::ids::EstateId;
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{Request, RequestEvent};
use guanjia_domain::{CommunityCode, Moment, Party, Role};
use guanjia_store::Tx;
use uuid::Uuid;

/// The inbox of the secretary.
pub(super) const SECRETARY: &str = "secretary";

/// The inbox of an estate: its steward and deputy read it.
pub(super) fn of_estate(estate: EstateId) -> String {
    format!("estate:{estate}")
}

/// The inbox of one person on the staff: who is on duty is called by it.
pub(super) fn of_person(staff: Uuid) -> String {
    format!("person:{staff}")
}

/// Every inbox that somebody reads.
#[must_use]
pub(crate) fn inboxes_of(who: &Principal) -> Vec<String> {
    let own = who.parties().filter(|party| *party != Party::Steward).map(|party| party.to_string());
    let estates = who.stewards.iter().chain(&who.deputises).map(|estate| of_estate(*estate));
    let secretary = (who.role == Role::Secretary).then(|| SECRETARY.to_owned());
    let person = matches!(who.role, Role::Officer | Role::Secretary).then(|| who.id.map(of_person)).flatten();
    own.chain(estates).chain(secretary).chain(person).collect()
}

impl App {
    pub(crate) fn tell_of_filing(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        request: &Request,
        now: Moment,
    ) -> Result<()> {
        let kind = if request.urgent { "urgent" } else { "reported" };
        self.notice(tx, community, &of_estate(request.place.estate), request, kind, now)?;
        if request.urgent {
            self.notice(tx, community, SECRETARY, request, kind, now)?;
            for called in self.called(tx, community, now)? {
                self.notice(tx, community, &of_person(called.0), request, kind, now)?;
            }
        }
        Ok(())
    }

    pub(crate) fn tell(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        request: &Request,
        who: &Principal,
        events: &[RequestEvent],
        now: Moment,
    ) -> Result<()> {
        let mine = who.stewards.contains(&request.place.estate);
        for event in events {
            if let RequestEvent::Dispatched { to, .. } | RequestEvent::Escalated { to, .. } = event {
                self.notice(tx, community, &to.to_string(), request, event.name(), now)?;
            }
            if let RequestEvent::Reworked { .. } = event
                && request.handler != Party::Steward
            {
                self.notice(tx, community, &request.handler.to_string(), request, event.name(), now)?;
            }
            if told_to_estate(event) && !mine {
                self.notice(tx, community, &of_estate(request.place.estate), request, event.name(), now)?;
            }
        }
        Ok(())
    }

    /// What a timer found: the estate, the handler and who was asked are told, of what is over its limit the secretary
    /// too, and of an urgent matter who is on duty. What is not urgent waits for the end of quiet hours, and for what
    /// else rings at the same time.
    pub(crate) fn tell_of_timer(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        request: &Request,
        kind: &str,
        now: Moment,
    ) -> Result<()> {
        let mut inboxes = vec![of_estate(request.place.estate)];
        let with = std::iter::once(request.handler).chain(request.asked);
        inboxes.extend(with.filter(|party| *party != Party::Steward).map(|party| party.to_string()));
        if about(kind).is_some_and(|(_, late)| late) {
            inboxes.push(SECRETARY.to_owned());
        }
        if request.urgent {
            let called = self.called(tx, community, now)?;
            inboxes.extend(called.into_iter().map(|staff| of_person(staff.0)));
        }
        let news = News { subject: request.id.0, kind, manner: Manner::found(request.urgent) };
        inboxes.iter().try_for_each(|inbox| self.tell_inbox(tx, community, inbox, news, now))
    }

    fn notice(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        recipient: &str,
        request: &Request,
        kind: &str,
        now: Moment,
    ) -> Result<()> {
        let manner = if request.urgent { Manner::Urgent } else { Manner::Told };
        self.tell_inbox(tx, community, recipient, News { subject: request.id.0, kind, manner }, now)
    }
}
