//! The calendars of a community: working days, days of duty, hours, quiet hours.

use crate::day::DAY;
use crate::error::{AppError, Result};
use crate::limits::Moves;
use crate::office::App;
use guanjia_domain::house::Community;
use guanjia_domain::permission::Principal;
use guanjia_domain::request::Because;
use guanjia_domain::timetable::Timetable;
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Moment, Refusal, Subject};
use guanjia_store::{Answer, Tx};

/// The month in which the State Council usually tells of the next year, or the one before.
const ASKED_FROM: i8 = 10;

impl App {
    /// What a community has set itself.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`] for whoever may not change it; what the store says.
    pub fn timetable(&self, tx: &mut Tx, who: &Principal, community: CommunityCode) -> Result<Timetable> {
        Ok(self.limits_for_change(tx, who, community)?.timetable)
    }

    /// What another timetable would move, without setting it. Its revision is the one that was read.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::RulesChanged`], and what [`Timetable::decide`] says.
    pub fn foresee_timetable(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        timetable: &Timetable,
    ) -> Result<Moves> {
        let before = self.limits_for_change(tx, who, community)?;
        let after = changed(&before, timetable)?;
        after.decide(&self.rules)?;
        let rules = after.rules(&self.rules);
        let limits = |matter: Option<&str>, urgent| before.limits.limits_for(&before.matters, matter, urgent);
        self.moves(tx, (who, community), &limits, &rules, Because::Calendar)
    }

    /// Sets it. Open requests that move by it get an event each; no clock begins anew. The answer is how many moved.
    ///
    /// # Errors
    /// As [`App::foresee_timetable`].
    pub fn set_timetable(
        &self,
        who: &Principal,
        community: CommunityCode,
        timetable: Timetable,
    ) -> Answer<usize, AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| app.set_timetable_now(tx, &who, community, &timetable))
    }

    pub(crate) fn set_timetable_now(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        timetable: &Timetable,
    ) -> Result<usize> {
        let moves = self.foresee_timetable(tx, who, community, timetable)?;
        let before = self.limits_for_change(tx, who, community)?;
        let event = HouseEvent::TimetableSet { timetable: changed(&before, timetable)? };
        let before = Some(Entity::Community(before));
        self.record_house(tx, who, community, Subject::Community, before, event)?;
        self.record_moves(tx, who, community, moves)
    }

    /// The years of the next twelve months whose calendar is not known to a community.
    ///
    /// # Errors
    /// What the store says.
    pub fn missing_calendars(&self, tx: &mut Tx, community: CommunityCode) -> Result<Vec<i16>> {
        let year = |at: Moment| guanjia_domain::calendar::china_time::date(at.into()).year();
        let now = self.now();
        let known: Vec<i16> = self.rules_of(tx, community)?.calendar.known_years().collect();
        let mut years = vec![year(now), year(now.plus(365 * DAY))];
        years.dedup();
        years.retain(|year| !known.contains(year));
        Ok(years)
    }

    /// Those of them whose notice should be in hand or is about to come: this year's, and from October on the
    /// next one's. Earlier there is nothing to ask for, and a warning that always stands is read by nobody.
    ///
    /// # Errors
    /// What the store says.
    pub fn calendars_to_ask_for(&self, tx: &mut Tx, community: CommunityCode) -> Result<Vec<i16>> {
        let today = self.today();
        let mut years = self.missing_calendars(tx, community)?;
        years.retain(|year| *year <= today.year() || today.month() >= ASKED_FROM);
        Ok(years)
    }
}

fn changed(before: &Community, new: &Timetable) -> std::result::Result<Timetable, Refusal> {
    let revision = before.timetable.revision;
    if new.revision == revision {
        Ok(Timetable { revision: revision + 1, ..new.clone() })
    } else {
        Err(Refusal::RulesChanged)
    }
}
