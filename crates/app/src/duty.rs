//! The duty roster (值班): the secretary plans it, everybody on the staff sees who is called tonight, and an urgent
//! matter rings at once with whoever that is.

use crate::error::{AppError, Result};
use crate::office::{App, Person, allow};
use guanjia_domain::duty::duty_day;
use guanjia_domain::ids::StaffId;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Moment, Refusal, Subject};
use guanjia_store::{Answer, Tx};
use jiff::ToSpan;
use jiff::civil::Date;

/// A day of the roster.
#[derive(Clone, Debug)]
pub struct DutyDay {
    /// Which: from eight in the morning to eight the next.
    pub day: Date,
    /// Who is called, first to last.
    pub staff: Vec<(StaffId, Person)>,
}

impl App {
    /// Who is called now, first to last. Whoever has left is not.
    ///
    /// # Errors
    /// What the store says.
    pub(crate) fn called(&self, tx: &mut Tx, community: CommunityCode, now: Moment) -> Result<Vec<StaffId>> {
        let roster = tx.community(community)?.map(|it| it.duty).unwrap_or_default();
        let mut called = Vec::new();
        for id in roster.on_duty(now) {
            if tx.staff_member(community, *id)?.is_some_and(|it| !it.left) {
                called.push(*id);
            }
        }
        Ok(called)
    }

    /// The roster of `days` days, from the one that is on now.
    ///
    /// # Errors
    /// What the store says.
    pub fn duty_days(&self, tx: &mut Tx, community: CommunityCode, days: u32) -> Result<Vec<DutyDay>> {
        let roster = tx.community(community)?.map(|it| it.duty).unwrap_or_default();
        let today = duty_day(self.now());
        let mut found = Vec::new();
        for n in 0..i64::from(days) {
            let day = today.saturating_add(n.days());
            let mut staff = Vec::new();
            for id in roster.of(day) {
                if tx.staff_member(community, *id)?.is_some_and(|it| !it.left) {
                    staff.push((*id, self.person(tx, community, id.0)?));
                }
            }
            found.push(DutyDay { day, staff });
        }
        Ok(found)
    }

    /// Whether a day is one of rest by the calendar of the community.
    ///
    /// # Errors
    /// What the store says.
    pub fn is_rest_day(&self, tx: &mut Tx, community: CommunityCode, day: Date) -> Result<bool> {
        Ok(!self.rules_of(tx, community)?.calendar.day(day).working)
    }

    /// Puts people on duty, or nobody: several days at once, all or nothing. Days that stay as they are make no event.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`]; [`Refusal::NotAnOfficer`]; what [`guanjia_domain::duty::Roster::decide`] says.
    pub fn set_duty(
        &self,
        who: &Principal,
        community: CommunityCode,
        days: Vec<(Date, Vec<StaffId>)>,
    ) -> Answer<usize, AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| app.set_duty_now(tx, &who, community, &days))
    }

    pub(crate) fn set_duty_now(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        days: &[(Date, Vec<StaffId>)],
    ) -> Result<usize> {
        allow(who, Action::ChangeClaims, &Area::community(community, None))?;
        let now = self.now();
        let mut changed = 0;
        for (day, staff) in days {
            let before = tx.entity(community, Subject::Community)?.ok_or(Refusal::NotFound)?;
            let Entity::Community(it) = &before else { return Err(Refusal::NotFound.into()) };
            if it.duty.of(*day) == staff.as_slice() {
                continue;
            }
            it.duty.decide(*day, staff, now)?;
            for one in staff {
                self.check_officer(tx, community, *one)?;
            }
            let event = HouseEvent::DutySet { day: *day, staff: staff.clone() };
            self.record_house(tx, who, community, Subject::Community, Some(before), event)?;
            changed += 1;
        }
        Ok(changed)
    }
}
