//! How news reaches an inbox: at once, in the morning, or together with what else is found at the same time.

use super::notices::{SECRETARY, of_estate, of_person};
use crate::error::Result;
use crate::office::App;
use guanjia_domain::ids::{EstateId, StaffId};
use guanjia_domain::people::Post;
use guanjia_domain::{CommunityCode, Moment, Party};
use guanjia_store::Tx;
use guanjia_store::timers::Notice;
use uuid::Uuid;

/// How it comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// At once, whatever the hour.
    Urgent,
    /// At once, but not in quiet hours.
    Told,
    /// After quiet hours, and with whatever else rings now: many become one.
    Found,
}

impl Manner {
    /// Of what a timer found.
    pub(crate) const fn found(urgent: bool) -> Self {
        if urgent { Self::Urgent } else { Self::Found }
    }
}

/// What somebody is told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct News<'a> {
    /// Of what: a request, a call, a project, a hand-over, a draft.
    pub subject: Uuid,
    /// The name of an event or of a timer.
    pub kind: &'a str,
    /// How.
    pub manner: Manner,
}

impl<'a> From<(Uuid, &'a str)> for News<'a> {
    fn from((subject, kind): (Uuid, &'a str)) -> Self {
        Self { subject, kind, manner: Manner::Told }
    }
}

impl App {
    /// Tells one person on the staff.
    pub(crate) fn tell_staff<'a>(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        staff: StaffId,
        news: impl Into<News<'a>>,
    ) -> Result<()> {
        let is_worker = tx.staff_member(community, staff)?.is_some_and(|it| it.post == Post::GridWorker);
        let inbox = if is_worker { Party::GridWorker(staff).to_string() } else { of_person(staff.0) };
        self.tell_inbox(tx, community, &inbox, news.into(), self.now())
    }

    /// Tells the secretary.
    pub(crate) fn tell_secretary<'a>(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        news: impl Into<News<'a>>,
    ) -> Result<()> {
        self.tell_inbox(tx, community, SECRETARY, news.into(), self.now())
    }

    /// Tells the steward of an estate.
    pub(crate) fn tell_estate<'a>(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        estate: EstateId,
        news: impl Into<News<'a>>,
    ) -> Result<()> {
        self.tell_inbox(tx, community, &of_estate(estate), news.into(), self.now())
    }

    /// Tells a body.
    pub(crate) fn tell_party<'a>(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        party: Party,
        news: impl Into<News<'a>>,
    ) -> Result<()> {
        self.tell_inbox(tx, community, &party.to_string(), news.into(), self.now())
    }

    /// The one way into an inbox.
    pub(super) fn tell_inbox(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        inbox: &str,
        news: News<'_>,
        now: Moment,
    ) -> Result<()> {
        let News { subject, kind, manner } = news;
        let notice =
            Notice { id: self.ids.next(now)?, at: now, kind: kind.to_owned(), subject, read_at: None };
        let quiet = match manner {
            Manner::Urgent => None,
            Manner::Told | Manner::Found => self.quiet_until(tx, community, now)?,
        };
        match quiet.or((manner == Manner::Found).then_some(now)) {
            Some(release) => self.hold(tx, community, inbox, (&notice, release)),
            None => Ok(tx.notify(community, inbox, &notice)?),
        }
    }
}
