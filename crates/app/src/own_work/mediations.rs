//! Mediations: open a file, add to it, close it.

use super::forget::FORGET_TIMER;
use super::texts::words_slot;
use crate::error::{AppError, Result};
use crate::office::{App, Person};
use crate::request::Reporter;
use guanjia_domain::calendar::china_time;
use guanjia_domain::ids::{EstateId, MediationId, StaffId};
use guanjia_domain::own_work::{Dispute, Mediation, Outcome, Work, WorkEvent, WorkKind};
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Refusal, Role};
use guanjia_store::timers::Timer;
use guanjia_store::{Answer, Kind, Slot, Tx};
use jiff::civil::Date;

/// A mediation as it begins.
#[derive(Clone, Debug)]
pub struct NewMediation {
    /// What it is about.
    pub dispute: Dispute,
    /// The parties, each with its estate.
    pub parties: Vec<(EstateId, Reporter)>,
    /// Who mediates besides the steward.
    pub mediator: Option<StaffId>,
    /// What it is about, in words.
    pub words: String,
}

/// Where a party's name and phone lie.
pub(super) const fn party_slot(community: CommunityCode, id: MediationId, n: u32) -> Slot {
    Slot { community, owner: id.0, kind: Kind::Party, n }
}

/// Whether a file is there for somebody.
///
/// # Errors
/// [`Refusal::NotFound`] for everybody but the stewards of the parties' estates and the mediator.
pub(super) fn may_mediate(
    who: &Principal,
    community: CommunityCode,
    parties: &[EstateId],
    mediator: Option<StaffId>,
) -> std::result::Result<(), Refusal> {
    let mut areas =
        parties.iter().map(|estate| Area { estate: Some(*estate), ..Area::community(community, None) });
    let may = areas.any(|area| permit(who, Action::Mediate, &Area { mediator, ..area }) == Verdict::Allowed);
    if may { Ok(()) } else { Err(Refusal::NotFound) }
}

impl App {
    /// Opens a file. Whoever opens it must be one of those who may read it.
    ///
    /// # Errors
    /// What is wrong with its words, names and phones.
    pub fn open_mediation(
        &self,
        who: &Principal,
        community: CommunityCode,
        new: &NewMediation,
    ) -> Result<Answer<MediationId, AppError>> {
        let words = Text::new("words", &new.words)?;
        let mut people = Vec::new();
        for (n, (_, typed)) in new.parties.iter().enumerate() {
            let fields = if n == 0 { ("name1", "phone1") } else { ("name2", "phone2") };
            people.push(party(typed, fields)?);
        }
        if people.len() < 2 {
            return Err(Refusal::TextMissing { field: "name2" }.into());
        }
        let (app, who, id) = (self.clone(), who.clone(), MediationId(self.id()?));
        let (dispute, mediator) = (new.dispute, new.mediator);
        let estates: Vec<EstateId> = new.parties.iter().map(|(estate, _)| *estate).collect();
        Ok(self.db.write(community, move |tx| {
            for estate in &estates {
                tx.estate(community, *estate)?.ok_or(Refusal::NotFound)?;
            }
            app.check_mediator(tx, community, mediator)?;
            may_mediate(&who, community, &estates, mediator)?;
            for (person, n) in people.iter().zip(0..) {
                let slot = party_slot(community, id, n);
                let sealed = app.sealed(&slot, person)?;
                tx.keep(&slot, &sealed)?;
                for token in app.contact_tokens(community, person) {
                    tx.remember_contact(community, &token, "mediation", id.0)?;
                }
            }
            app.keep_work_text(tx, community, (id.0, 0), words.as_str())?;
            let event = WorkEvent::MediationOpened { dispute, parties: estates.clone(), mediator };
            app.record_work(tx, &who, community, (WorkKind::Mediation, id.0), None, event)?;
            Ok(id)
        }))
    }

    fn check_mediator(&self, tx: &mut Tx, community: CommunityCode, staff: Option<StaffId>) -> Result<()> {
        let Some(staff) = staff else { return Ok(()) };
        let fits = |role| matches!(role, Role::Officer | Role::Secretary | Role::GridWorker);
        match tx.staff_member(community, staff)? {
            Some(it) if !it.left && fits(it.post.role()) => Ok(()),
            _ => Err(Refusal::NotAChoice { field: "mediator", value: staff.to_string() }.into()),
        }
    }

    /// A file that somebody may read.
    pub(super) fn mediation(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: MediationId,
    ) -> Result<Mediation> {
        let Some(Work::Mediation(file)) = tx.work(community, WorkKind::Mediation, id.0)? else {
            return Err(Refusal::NotFound.into());
        };
        may_mediate(who, community, &file.parties, file.mediator)?;
        Ok(file)
    }

    fn change_mediation(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: MediationId,
        change: impl Fn(&Self, &mut Tx, &Mediation) -> Result<WorkEvent> + Send + 'static,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let file = app.mediation(tx, &who, community, id)?;
            file.check_open()?;
            let event = change(&app, tx, &file)?;
            let before = Some(Work::Mediation(file));
            app.record_work(tx, &who, community, (WorkKind::Mediation, id.0), before, event)
        })
    }

    /// Writes down a meeting, or with `agreed` what the parties agreed on; an older agreement is replaced.
    ///
    /// # Errors
    /// [`Refusal::TextMissing`]; [`Refusal::NotAChoice`] for a day that has not come.
    pub fn add_to_mediation(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: MediationId,
        (day, words, agreed): (Date, &str, bool),
    ) -> Result<Answer<(), AppError>> {
        let text = Text::new("words", words)?;
        if day > china_time::date(self.now().into()) {
            return Err(Refusal::NotAChoice { field: "day", value: day.to_string() }.into());
        }
        Ok(self.change_mediation(who, community, id, move |app, tx, file| {
            let words = file.next_words;
            app.keep_work_text(tx, community, (id.0, words), text.as_str())?;
            if !agreed {
                return Ok(WorkEvent::MediationMet { day, words });
            }
            if let Some(old) = &file.agreement {
                tx.erase_item(&words_slot(community, id.0, old.words))?;
            }
            Ok(WorkEvent::MediationAgreed { day, words })
        }))
    }

    /// Names a mediator, or nobody. Who was it before does not find the file any more.
    pub fn name_mediator(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: MediationId,
        mediator: Option<StaffId>,
    ) -> Answer<(), AppError> {
        self.change_mediation(who, community, id, move |app, tx, _| {
            app.check_mediator(tx, community, mediator)?;
            Ok(WorkEvent::MediatorNamed { mediator })
        })
    }

    /// Closes a file. Its names and texts go when their time is over; that there was a quarrel, what about and how it
    /// ended stays.
    pub fn close_mediation(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: MediationId,
        outcome: Outcome,
    ) -> Answer<(), AppError> {
        self.change_mediation(who, community, id, move |app, tx, file| {
            let closed = Mediation { closed: Some((app.now(), outcome)), ..file.clone() };
            if let Some(rings_at) = closed.forgets_at() {
                tx.set_timer(community, &Timer { rings_at, subject: id.0, kind: FORGET_TIMER.into() })?;
            }
            Ok(WorkEvent::MediationClosed { outcome })
        })
    }
}

/// A party's name, which is needed, and phone.
fn party(typed: &Reporter, (name, phone): (&'static str, &'static str)) -> Result<Person> {
    let person = crate::request::person_of(typed).map_err(|error| match error {
        AppError::Refused(Refusal::BadPhone { .. }) => Refusal::BadPhone { field: phone }.into(),
        other => other,
    })?;
    if person.name.is_empty() { Err(Refusal::TextMissing { field: name }.into()) } else { Ok(person) }
}
