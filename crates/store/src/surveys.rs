//! Reading door surveys.

use crate::engine::Tx;
use crate::error::{Result, StoreError};
use crate::value::Row;
use crate::values;
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::{IssueId, RoomId, SurveyId};
use guanjia_domain::survey::{Said, Survey, Tally};
use std::collections::HashMap;

/// A survey without its doors.
fn head(row: &Row) -> Result<Survey> {
    Ok(serde_json::from_str(&row.get::<String>(0)?)?)
}

impl Tx<'_> {
    /// A survey with its doors and every answer.
    ///
    /// # Errors
    /// What the engine says.
    pub fn survey(&mut self, community: CommunityCode, id: SurveyId) -> Result<Option<Survey>> {
        let sql = "SELECT body FROM survey WHERE community_id = ?1 AND id = ?2";
        let Some(mut survey) = self.first(sql, values![community, id.0], head)? else { return Ok(None) };
        let doors = "SELECT body FROM survey_door WHERE community_id = ?1 AND survey_id = ?2 ORDER BY place";
        survey.doors = self.query(doors, values![community, id.0], |row| {
            Ok(serde_json::from_str(&row.get::<String>(0)?)?)
        })?;
        Ok(Some(survey))
    }

    /// The newest surveys, without their doors.
    ///
    /// # Errors
    /// What the engine says.
    pub fn surveys(&mut self, community: CommunityCode, most: u32) -> Result<Vec<Survey>> {
        self.query(
            "SELECT body FROM survey WHERE community_id = ?1 ORDER BY id DESC LIMIT ?2",
            values![community, most],
            head,
        )
    }

    /// The surveys of a common issue, the oldest first, with their doors.
    ///
    /// # Errors
    /// What the engine says.
    pub fn surveys_of_issue(&mut self, community: CommunityCode, issue: IssueId) -> Result<Vec<Survey>> {
        let ids = self.query(
            "SELECT id FROM survey WHERE community_id = ?1 AND issue_id = ?2 ORDER BY id",
            values![community, issue.0],
            |row| Ok(SurveyId(row.get(0)?)),
        )?;
        let mut found = Vec::new();
        for id in ids {
            found.extend(self.survey(community, id)?);
        }
        Ok(found)
    }

    /// How far the surveys of a community are, by what came out at their doors.
    ///
    /// # Errors
    /// What the engine says.
    pub fn survey_tallies(&mut self, community: CommunityCode) -> Result<HashMap<SurveyId, Tally>> {
        let counted = self.query(
            "SELECT survey_id, said, count(*) FROM survey_door WHERE community_id = ?1 GROUP BY survey_id, said",
            values![community],
            |row| Ok((SurveyId(row.get(0)?), row.get::<String>(1)?, row.get::<u32>(2)?)),
        )?;
        let mut tallies: HashMap<SurveyId, Tally> = HashMap::new();
        for (id, said, doors) in counted {
            tallies.entry(id).or_default().add(said_from(&said)?, doors);
        }
        Ok(tallies)
    }

    /// The surveys that ask in a room, the oldest first, without their doors.
    ///
    /// # Errors
    /// What the engine says.
    pub fn surveys_of_room(&mut self, community: CommunityCode, room: RoomId) -> Result<Vec<SurveyId>> {
        self.query(
            "SELECT survey_id FROM survey_door WHERE community_id = ?1 AND room_id = ?2 ORDER BY survey_id",
            values![community, room.0],
            |row| Ok(SurveyId(row.get(0)?)),
        )
    }
}

fn said_from(word: &str) -> Result<Option<Said>> {
    if word.is_empty() {
        return Ok(None);
    }
    Said::of_name(word).map(Some).ok_or_else(|| StoreError::Damaged(format!("said {word}")))
}
