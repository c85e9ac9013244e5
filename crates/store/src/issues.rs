//! Reading common issues, and the requests that they are made of.

use crate::engine::Tx;
use crate::error::{Result, StoreError};
use crate::value::Row;
use crate::values;
use guanjia_domain::ids::{EstateId, IssueId, RequestId};
use guanjia_domain::issue::{Issue, IssueEvent};
use guanjia_domain::request::Request;
use guanjia_domain::{Actor, CommunityCode, Entity, Event, Moment, Subject};

fn issue(row: &Row) -> Result<Issue> {
    Ok(serde_json::from_str(&row.get::<String>(0)?)?)
}

/// A request with its sealed first text and reporter, as it is compared.
#[derive(Clone, Debug)]
pub struct Comparable {
    /// The request.
    pub request: Request,
    /// What was said; `None` once erased.
    pub text: Option<Vec<u8>>,
    /// Who said it.
    pub reporter: Option<Vec<u8>>,
}

macro_rules! comparable {
    ($rest:literal) => {
        concat!(
            "SELECT r.body, w.sealed, p.sealed FROM request r \
             LEFT JOIN vault w ON w.community_id = r.community_id AND w.owner_id = r.id AND w.kind = 'words' \
             AND w.n = 0 \
             LEFT JOIN vault p ON p.community_id = r.community_id AND p.owner_id = r.id AND p.kind = 'reporter' \
             AND p.n = 0 WHERE r.community_id = ?1 ",
            $rest
        )
    };
}

fn comparable(row: &Row) -> Result<Comparable> {
    let request = serde_json::from_str(&row.get::<String>(0)?)?;
    Ok(Comparable { request, text: row.get(1)?, reporter: row.get(2)? })
}

impl Tx<'_> {
    /// One common issue.
    ///
    /// # Errors
    /// What the engine says.
    pub fn issue(&mut self, community: CommunityCode, id: IssueId) -> Result<Option<Issue>> {
        let one = "SELECT body FROM common_issue WHERE community_id = ?1 AND id = ?2";
        self.first(one, values![community, id.0], issue)
    }

    /// The requests of an issue, in the order in which they came to it.
    ///
    /// # Errors
    /// What the engine says.
    pub fn issue_requests(&mut self, community: CommunityCode, id: IssueId) -> Result<Vec<RequestId>> {
        Ok(self.issue(community, id)?.map_or_else(Vec::new, |issue| issue.requests().collect()))
    }

    /// The candidates and confirmed issues of an estate, the newest first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn open_issues(&mut self, community: CommunityCode, estate: EstateId) -> Result<Vec<Issue>> {
        let found = self.of_the_work("open issues", community, estate.0.as_bytes(), |tx| {
            tx.query(
                "SELECT body FROM common_issue WHERE community_id = ?1 AND estate_id = ?2 AND is_living = 1",
                values![community, estate.0],
                issue,
            )
        })?;
        let mut found = (*found).clone();
        found.sort_by_key(|it| std::cmp::Reverse(it.id));
        Ok(found)
    }

    /// Every issue of an estate, ended ones too, the oldest first: what people decided on them holds.
    ///
    /// # Errors
    /// What the engine says.
    pub fn all_issues(&mut self, community: CommunityCode, estate: EstateId) -> Result<Vec<Issue>> {
        let all = "SELECT body FROM common_issue WHERE community_id = ?1 AND estate_id = ?2";
        let mut found = self.query(all, values![community, estate.0], issue)?;
        found.sort_by_key(|it| it.id);
        Ok(found)
    }

    /// The living issue that a request belongs to.
    ///
    /// # Errors
    /// What the engine says.
    pub fn issue_of(&mut self, community: CommunityCode, request: RequestId) -> Result<Option<IssueId>> {
        self.first(
            "SELECT issue_id FROM issue_member WHERE community_id = ?1 AND request_id = ?2",
            values![community, request.0],
            |row| Ok(IssueId(row.get(0)?)),
        )
    }

    /// The requests of an estate that are open or were reported since a moment, the newest first, `most` at most.
    ///
    /// # Errors
    /// What the engine says.
    pub fn recent_of_estate(
        &mut self,
        community: CommunityCode,
        estate: EstateId,
        since: Moment,
        most: u32,
    ) -> Result<Vec<Comparable>> {
        self.query(
            comparable!(
                "AND r.estate_id = ?2 AND (r.is_open = 1 OR r.reported_at >= ?3) ORDER BY r.id DESC LIMIT ?4"
            ),
            values![community, estate.0, since, most],
            comparable,
        )
    }

    /// Requests by their ids, as they are compared, in the order of the ids; what is not there is left out.
    ///
    /// # Errors
    /// What the engine says.
    pub fn comparable_each(
        &mut self,
        community: CommunityCode,
        ids: &[RequestId],
    ) -> Result<Vec<Comparable>> {
        let questions: Vec<_> = ids.iter().map(|id| values![community, id.0].to_vec()).collect();
        let found = self.first_of_each(comparable!("AND r.id = ?2"), &questions, comparable)?;
        Ok(found.into_iter().flatten().collect())
    }

    /// The requests that a community had since a moment, for counting.
    ///
    /// # Errors
    /// What the engine says.
    pub fn reported_since(&mut self, community: CommunityCode, since: Moment) -> Result<Vec<Comparable>> {
        self.query(
            "SELECT r.body, p.sealed FROM request r LEFT JOIN vault p ON p.community_id = r.community_id
             AND p.owner_id = r.id AND p.kind = 'reporter' AND p.n = 0
             WHERE r.community_id = ?1 AND r.reported_at >= ?2 ORDER BY r.id",
            values![community, since],
            |row| {
                let request = serde_json::from_str(&row.get::<String>(0)?)?;
                Ok(Comparable { request, text: None, reporter: row.get(1)? })
            },
        )
    }

    /// How many requests a community had in each week since a moment: the number of the week, from 0, and the count.
    ///
    /// # Errors
    /// What the engine says.
    pub fn weekly_counts(&mut self, community: CommunityCode, since: Moment) -> Result<Vec<(u64, u64)>> {
        let found = self.of_the_work("weekly counts", community, &since.0.to_be_bytes(), |tx| {
            tx.query(
                "SELECT (reported_at - ?2) / 604800000, count(*) FROM request
                 WHERE community_id = ?1 AND reported_at >= ?2 GROUP BY 1 ORDER BY 1",
                values![community, since],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
        })?;
        Ok((*found).clone())
    }

    /// Records what happened to an issue; `before` is `None` for a new one.
    ///
    /// # Errors
    /// As [`Tx::record`].
    pub fn record_issue(
        &mut self,
        community: CommunityCode,
        id: IssueId,
        before: Option<Issue>,
        (actor, at): (Actor, Moment),
        events: Vec<IssueEvent>,
    ) -> Result<Issue> {
        let told = |event: IssueEvent| Event { at, actor, subject: Subject::Issue(id), body: event.into() };
        let events: Vec<Event> = events.into_iter().map(told).collect();
        match self.record(community, before.map(Entity::Issue), &events)? {
            Entity::Issue(issue) => Ok(issue),
            _ => Err(StoreError::Damaged("an issue became something else".into())),
        }
    }
}
