//! What each person sees first: boards of requests and the overview of estates.

mod overview;
mod recent;

pub use overview::EstateLine;
pub use recent::Recent;

use crate::day::day_start;
use crate::error::Result;
use crate::office::App;
use crate::request::{Detail, area_of};
use guanjia_domain::ids::{EstateId, RequestId};
use guanjia_domain::limit::Limit;
use guanjia_domain::permission::{Action, Principal, Verdict, permit};
use guanjia_domain::request::{Place, Request, RequestEvent};
use guanjia_domain::{CommunityCode, Role};
use guanjia_store::requests::{After, Listed};
use guanjia_store::{Kind, Slot, Tx};
use std::sync::Arc;

/// A row of a board.
#[derive(Clone, Debug)]
pub struct BoardRow {
    /// The request.
    pub request: Request,
    /// The first characters of what was said; empty once erased.
    pub excerpt: String,
    /// The community it belongs to: offices above see several.
    pub community: CommunityCode,
}

/// What is looked for in the list of requests.
#[derive(Clone, Copy, Debug)]
pub struct Search<'a> {
    /// Of this estate, or of all.
    pub estate: Option<EstateId>,
    /// Words that the text holds, or a number; nothing is everything.
    pub query: &'a str,
    /// Older than this one.
    pub before: Option<RequestId>,
    /// How many at the most.
    pub most: u32,
}

/// How many characters of a text a list shows.
const EXCERPT: usize = 60;

impl App {
    /// Opens the text of listed requests for a list.
    ///
    /// # Errors
    /// What the store says.
    fn rows(&self, community: CommunityCode, listed: Vec<Listed>) -> Result<Vec<Arc<BoardRow>>> {
        let open = |Listed { request, text }| {
            let slot = Slot { community, owner: request.id.0, kind: Kind::Words, n: 0 };
            let text = text.as_deref().map(|sealed| self.vault.open_text(&slot, sealed)).transpose()?;
            let excerpt = text.map(|text| shortened(&text)).unwrap_or_default();
            Ok(Arc::new(BoardRow { request, excerpt, community }))
        };
        listed.into_iter().map(open).collect()
    }

    /// Open requests of several estates, the most pressing first. Only those that changed since they were last shown
    /// are read.
    ///
    /// # Errors
    /// What the store says.
    pub fn estates_board(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        estates: &[EstateId],
        from: After,
        most: u32,
    ) -> Result<Vec<Arc<BoardRow>>> {
        let pressing = tx.pressing(community, estates, from, most)?;
        let now = self.now();
        let known = self.recent.find(community, pressing.iter().map(|it| (it.id, it.version)), now);
        let missing: Vec<_> =
            pressing.iter().zip(&known).filter(|(_, row)| row.is_none()).map(|(it, _)| it.id).collect();
        let read = self.rows(community, tx.listed_each(community, &missing)?)?;
        let kept = read.iter().map(|row| (row.request.id, row.request.version, Arc::clone(row)));
        self.recent.keep(community, kept, now);
        // One snapshot: what the index names is there, in the order in which it was asked for.
        let mut read = read.into_iter();
        Ok(known.into_iter().filter_map(|row| row.or_else(|| read.next())).collect())
    }

    /// What somebody has to do: what they were asked to take, then what they work on.
    ///
    /// # Errors
    /// What the store says.
    pub fn tasks(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        most: u32,
    ) -> Result<Vec<Arc<BoardRow>>> {
        let mut listed: Vec<Listed> = Vec::new();
        for party in who.parties() {
            listed.extend(tx.asked_of(community, party, most)?);
        }
        for party in who.parties() {
            for more in tx.handled_by(community, party, None, most)? {
                if !listed.iter().any(|it| it.request.id == more.request.id) {
                    listed.push(more);
                }
            }
        }
        self.rows(community, listed)
    }

    /// Rows of requests by their ids, those that are there, in the order of the ids.
    ///
    /// # Errors
    /// What the store says.
    pub(crate) fn rows_of(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        ids: &[RequestId],
    ) -> Result<Vec<Arc<BoardRow>>> {
        self.rows(community, tx.listed_each(community, ids)?)
    }

    /// The communities an office above looks after.
    ///
    /// # Errors
    /// What the store says.
    pub fn communities_below(&self, tx: &mut Tx, who: &Principal) -> Result<Vec<(CommunityCode, String)>> {
        let below = tx.communities()?.into_iter().filter(|(code, community)| {
            who.home.is_above(code) || (community.street == Some(who.home) && *code != who.home)
        });
        Ok(below
            .filter(|(code, _)| {
                code.as_str().len() == 12 || !code.as_str().starts_with(|c: char| c.is_ascii_digit())
            })
            .map(|(code, community)| (code, community.name))
            .collect())
    }

    /// The newest requests that somebody may read and that fit a search.
    ///
    /// # Errors
    /// What the store says.
    pub fn list(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        search: &Search,
    ) -> Result<Vec<Arc<BoardRow>>> {
        let Search { estate, query, before, most } = *search;
        let street = self.community(tx, community)?.street;
        let may = |listed: &Listed| {
            permit(who, Action::ReadRequest, &area_of(community, street, &listed.request)) == Verdict::Allowed
        };
        let query = query.trim();
        let found = if query.is_empty() {
            self.newest_of(tx, who, community, estate, before, most)?
        } else if let Ok(number) = query.trim_start_matches(['#', '＃', '号']).parse::<u64>() {
            tx.numbered(community, number)?.into_iter().collect()
        } else {
            let tokens = self.vault.index().tokens(community, query);
            if tokens.is_empty() {
                return Ok(Vec::new());
            }
            let mut found = Vec::new();
            // Some of what is found may not be theirs to read, so more are looked up than shown.
            for id in tx.holding(community, &tokens, before, most as usize * 8)? {
                found.extend(tx.listed(community, id)?);
            }
            found
        };
        let fits = |it: &Listed| estate.is_none_or(|estate| it.request.place.estate == estate) && may(it);
        let mut rows = self.rows(community, found.into_iter().filter(fits).take(most as usize).collect())?;
        if !query.is_empty() && query.parse::<u64>().is_err() {
            rows.retain(|row| !row.excerpt.is_empty());
        }
        Ok(rows)
    }

    /// The newest: for the secretary of everything, for others of the estates they hold.
    fn newest_of(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        estate: Option<EstateId>,
        before: Option<RequestId>,
        most: u32,
    ) -> Result<Vec<Listed>> {
        let estates: Vec<EstateId> = match (estate, who.role) {
            (None, Role::Secretary | Role::GridWorker) => {
                return Ok(tx.newest(community, None, before, most)?);
            }
            (Some(estate), _) => vec![estate],
            (None, _) => who.stewards.iter().chain(&who.deputises).copied().collect(),
        };
        let mut found = Vec::new();
        for estate in estates {
            found.extend(tx.newest(community, Some(estate), before, most)?);
        }
        found.sort_by_key(|it| std::cmp::Reverse(it.request.id));
        found.truncate(most as usize);
        Ok(found)
    }

    /// Requests that a worker filed and somebody else now works on: what became of it.
    ///
    /// # Errors
    /// What the store says.
    pub fn followed(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        estates: &[EstateId],
        most: u32,
    ) -> Result<Vec<Arc<BoardRow>>> {
        let mut found = self.estates_board(tx, community, estates, None, 200)?;
        let party = who.party();
        found.retain(|row| {
            let request = &row.request;
            request.filed_by == who.actor() && Some(request.handler) != party && request.asked != party
        });
        found.truncate(most as usize);
        Ok(found)
    }

    /// How many small matters of an estate are still open that came in before this morning.
    ///
    /// # Errors
    /// What the store says.
    pub fn stayed_overnight(&self, tx: &mut Tx, community: CommunityCode, estate: EstateId) -> Result<u64> {
        let morning = day_start(self.now());
        let open = self.estates_board(tx, community, &[estate], None, 500)?;
        let small = |it: &BoardRow| it.request.first_limit() == Limit::SameDay;
        Ok(open.iter().filter(|it| small(it) && it.request.reported_at < morning).count() as u64)
    }

    /// How many matters a worker has put right on the spot today: for the worker's own page only.
    ///
    /// # Errors
    /// What the store says.
    pub fn spots_today(&self, tx: &mut Tx, who: &Principal, community: CommunityCode) -> Result<u32> {
        let morning = day_start(self.now());
        let mine = self.own_newest(tx, who, community)?;
        let today = mine.iter().filter(|it| it.done_on_spot_by.is_some() && it.reported_at >= morning);
        Ok(u32::try_from(today.count()).unwrap_or(u32::MAX))
    }

    /// Where a worker filed last.
    ///
    /// # Errors
    /// What the store says.
    pub fn last_place(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Option<Place>> {
        Ok(self.own_newest(tx, who, community)?.first().map(|it| it.place))
    }

    /// Of the newest requests of the community, those that somebody filed.
    fn own_newest(&self, tx: &mut Tx, who: &Principal, community: CommunityCode) -> Result<Vec<Request>> {
        let newest = tx.newest(community, None, None, 100)?;
        Ok(newest.into_iter().map(|it| it.request).filter(|it| it.filed_by == who.actor()).collect())
    }

    /// The requests that became part of one, for its page: those that somebody may read, and how many others.
    ///
    /// # Errors
    /// What the store says.
    pub fn merged_into(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        detail: &Detail,
    ) -> Result<(Vec<Arc<BoardRow>>, u32)> {
        let street = self.community(tx, community)?.street;
        let (mut listed, mut hidden) = (Vec::new(), 0);
        for it in &detail.trail {
            let RequestEvent::MergedFrom { from } = it.event else { continue };
            let Some(found) = tx.listed(community, from)? else { continue };
            match permit(who, Action::ReadRequest, &area_of(community, street, &found.request)) {
                Verdict::Allowed => listed.push(found),
                _ => hidden += 1,
            }
        }
        Ok((self.rows(community, listed)?, hidden))
    }

    /// Whether a request was filed for somebody else.
    #[must_use]
    pub fn was_on_behalf(&self, detail: &Detail) -> bool {
        detail.trail.iter().any(|it| matches!(&it.event, RequestEvent::Reported(new) if new.on_behalf))
    }
}

/// The beginning of a text, in one line.
fn shortened(text: &str) -> String {
    let line = text.replace('\n', " ");
    if line.chars().count() <= EXCERPT {
        return line;
    }
    line.chars().take(EXCERPT - 1).chain(['…']).collect()
}
