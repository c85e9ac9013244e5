//! The door surveys: 28 unit doors without a lamp, and over 40 households whose windows are shaded.

use super::{LAMPS, PutRight};
use crate::error::Result;
use crate::survey::{NewSurvey, Scope, SentAnswer};
use guanjia_domain::Refusal;
use guanjia_domain::ids::{RoomId, SurveyId};
use guanjia_domain::survey::{NewAnswer, Said, Spot, Survey, Template, Way};
use std::collections::HashSet;

/// How many unit doors have no lamp.
const DARK_DOORS: usize = 28;
/// The buildings without lamps, those of the reports first.
const DARK: [usize; 5] = [12, 7, 14, 4, 9];
/// The buildings behind the trees, each with the highest floor that they shade.
const SHADED: [(usize, i16); 3] = [(4, 2), (5, 1), (9, 1)];
/// Nobody opens at one door of so many.
const AWAY: usize = 41;

impl PutRight<'_> {
    /// Plans a survey over the whole estate, shares it out, and takes the answers of each surveyor in one go.
    pub(super) fn look_at_doors(&self, matter: &str) -> Result<()> {
        let (app, community, steward) = (self.app, self.community, &self.steward);
        let question = match matter {
            LAMPS => "单元门口有没有灯？灯亮不亮？",
            _ => "窗外的树是不是挡住了阳光？",
        };
        let new = NewSurvey {
            estate: self.estate,
            issue: self.issues.get(matter).copied(),
            matter: Some(matter.to_owned()),
            template: Template::for_matter(Some(matter)),
            question: question.to_owned(),
            hint: "说明来意，只问这一件事；不愿意答就不勉强。".to_owned(),
            scope: Scope { whole: true, ..Scope::default() },
        };
        let id = app.plan_survey(steward, community, new)?.wait()?;
        let workers = app.db.read(|tx| -> Result<_> {
            let survey = tx.survey(community, id)?.ok_or(Refusal::NotFound)?;
            let near = app.surveyors(tx, community, &survey)?.into_iter().filter(|it| it.near);
            Ok(near.map(|it| it.staff).collect())
        })?;
        app.share_survey(steward, community, id, workers).wait()?;
        app.begin_survey(steward, community, id).wait()?;
        self.answer(id, matter)?;
        app.end_survey(steward, community, id).wait()
    }

    fn answer(&self, id: SurveyId, matter: &str) -> Result<()> {
        let (app, community) = (self.app, self.community);
        let survey = app.db.read(|tx| tx.survey(community, id))?.ok_or(Refusal::NotFound)?;
        let affected = self.affected(&survey, matter)?;
        for share in &survey.shares {
            let mut answers = Vec::new();
            for n in share.doors() {
                let Some(door) = survey.doors.get(n as usize) else { continue };
                let said = match affected.contains(&(n as usize)) {
                    true => Said::Affected,
                    false if matter != LAMPS && (n as usize).is_multiple_of(AWAY) => Said::NobodyHome,
                    false => Said::NotAffected,
                };
                let answer = NewAnswer {
                    id: app.id()?.into(),
                    door: door.spot.id(),
                    visit: 1,
                    said,
                    since: None,
                    way: Way::AtDoor,
                    consent: false,
                    note: false,
                    photo: false,
                };
                answers.push(SentAnswer { answer, note: String::new(), photo: None });
            }
            app.answer_doors(&self.staff(share.worker)?, community, id, answers).wait()?;
        }
        Ok(())
    }

    /// The numbers of the doors that are affected.
    fn affected(&self, survey: &Survey, matter: &str) -> Result<HashSet<usize>> {
        let spots = || survey.doors.iter().map(|door| &door.spot).enumerate();
        if matter == LAMPS {
            let of = |number: usize| {
                spots().filter(move |(_, spot)| Some(spot.building) == self.building(number)).map(|(n, _)| n)
            };
            return Ok(DARK.into_iter().flat_map(of).take(DARK_DOORS).collect());
        }
        let reported: HashSet<RoomId> = self.reports(matter)?.iter().filter_map(|it| it.place.room).collect();
        let behind = |spot: &Spot| {
            let shaded = |(number, floor): &(usize, i16)| {
                Some(spot.building) == self.building(*number) && spot.floor <= *floor
            };
            SHADED.iter().any(shaded) || spot.room.is_some_and(|room| reported.contains(&room))
        };
        Ok(spots().filter(|(_, spot)| behind(spot)).map(|(n, _)| n).collect())
    }
}
