//! Decisions on a survey.

use super::answer::{Answer, Said, Way};
use super::command::{NewAnswer, Plan};
use super::event::SurveyEvent;
use super::share::Share;
use super::state::{MOST_DOORS, Stage, Survey};
use super::template::AskedAt;
use crate::party::Actor;
use crate::refusal::Refusal;
use jiff::civil::Date;

/// The most visits of one door.
const MOST_VISITS: u16 = 20;

impl Plan {
    /// Decides to plan it.
    ///
    /// # Errors
    /// [`Refusal::NoDoors`] over no doors, [`Refusal::TooManyDoors`] over more than [`MOST_DOORS`].
    pub fn decide(self) -> Result<SurveyEvent, Refusal> {
        let doors = self.template.asked_at.doors(&self.stairs).len();
        if doors == 0 {
            return Err(Refusal::NoDoors);
        }
        if doors > MOST_DOORS {
            return Err(Refusal::TooManyDoors { doors, most: MOST_DOORS });
        }
        let Self { estate, issue, matter, template, stairs } = self;
        Ok(SurveyEvent::SurveyPlanned { estate, issue, matter, template, stairs })
    }
}

impl Survey {
    /// Decides to share the doors out, at first or anew.
    ///
    /// # Errors
    /// [`Refusal::SurveyEnded`]; [`Refusal::NotSharedOut`] when a door would be nobody's, or two people's.
    pub fn decide_share(&self, shares: Vec<Share>) -> Result<SurveyEvent, Refusal> {
        if self.stage == Stage::Ended {
            return Err(Refusal::SurveyEnded);
        }
        let mut taken: Vec<_> = shares.iter().flat_map(Share::doors).collect();
        taken.sort_unstable();
        let all = (0..self.doors.len()).map(|n| u32::try_from(n).unwrap_or(u32::MAX));
        if !taken.into_iter().eq(all) {
            return Err(Refusal::NotSharedOut);
        }
        Ok(SurveyEvent::SurveyShared { shares })
    }

    /// Decides to begin.
    ///
    /// # Errors
    /// [`Refusal::NotSharedOut`] before the doors are shared out; [`Refusal::SurveyEnded`]; [`Refusal::AlreadyBegun`].
    pub fn decide_begin(&self) -> Result<SurveyEvent, Refusal> {
        match self.stage {
            Stage::Ended => Err(Refusal::SurveyEnded),
            Stage::Running => Err(Refusal::AlreadyBegun),
            Stage::Planned if self.shares.is_empty() => Err(Refusal::NotSharedOut),
            Stage::Planned => Ok(SurveyEvent::SurveyBegun),
        }
    }

    /// Decides to end it; one that has not begun is given up by it.
    ///
    /// # Errors
    /// [`Refusal::SurveyEnded`].
    pub fn decide_end(&self) -> Result<SurveyEvent, Refusal> {
        if self.stage == Stage::Ended { Err(Refusal::SurveyEnded) } else { Ok(SurveyEvent::SurveyEnded) }
    }

    /// Decides about an answer: `None` when just this one is known, so that it may be sent any number of times.
    ///
    /// # Errors
    /// [`Refusal::OtherAnswer`] for a known id with another content, before anything else; [`Refusal::SurveyEnded`],
    /// [`Refusal::NotBegun`]; [`Refusal::DoorNotInSurvey`] for a room that does not exist or is not asked;
    /// [`Refusal::NotAChoice`] for what cannot be said there; [`Refusal::KeptWithoutConsent`].
    pub fn decide_answer(
        &self,
        new: &NewAnswer,
        by: Actor,
        today: Date,
    ) -> Result<Option<SurveyEvent>, Refusal> {
        let NewAnswer { id, visit, said, since, way, consent, note, photo, .. } = *new;
        let answer = Answer { id, visit, said, since, way, consent, note, photo, by };
        let door = self.door_of(new.door);
        if let Some((known_at, known)) = self.find_answer(id) {
            let same = Some(known_at) == door && Answer { by, ..*known } == answer;
            return if same { Ok(None) } else { Err(Refusal::OtherAnswer) };
        }
        match self.stage {
            Stage::Planned => return Err(Refusal::NotBegun),
            Stage::Ended => return Err(Refusal::SurveyEnded),
            Stage::Running => {}
        }
        let door = door.ok_or(Refusal::DoorNotInSurvey)?;
        self.check(&answer, today)?;
        let number = u32::try_from(door).map_err(|_| Refusal::DoorNotInSurvey)?;
        Ok(Some(SurveyEvent::answered(number, &answer)))
    }

    fn check(&self, answer: &Answer, today: Date) -> Result<(), Refusal> {
        let refused = |field, value: String| Err(Refusal::NotAChoice { field, value });
        let asked = &self.template;
        if !(1..=MOST_VISITS).contains(&answer.visit) {
            return refused("visit", answer.visit.to_string());
        }
        let seen = matches!(answer.said, Said::Affected | Said::NotAffected | Said::Unknown);
        if asked.asked_at == AskedAt::UnitDoors && !seen {
            return refused("said", answer.said.name().to_owned());
        }
        let by_phone = answer.way == Way::ByPhone;
        if by_phone && asked.asked_at == AskedAt::UnitDoors {
            return refused("way", answer.way.name().to_owned());
        }
        if let Some(since) = answer.since
            && (!asked.since || answer.said != Said::Affected || since.first_day() > today)
        {
            return refused("since", since.to_string());
        }
        if answer.note && !asked.note {
            return refused("note", String::new());
        }
        if answer.photo && !asked.photo {
            return refused("photo", String::new());
        }
        match (answer.consent, answer.note, answer.photo) {
            (false, true, _) => Err(Refusal::KeptWithoutConsent { field: "note" }),
            (false, _, true) => Err(Refusal::KeptWithoutConsent { field: "photo" }),
            _ => Ok(()),
        }
    }
}
