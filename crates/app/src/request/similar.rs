//! "Is it this?": open requests of the same estate that say the same, and joining one instead of repeating it.

use super::file::{Reporter, person_of};
use crate::error::{AppError, Result};
use crate::office::App;
use crate::request::Deed;
use guanjia_discover::{Scale, similar};
use guanjia_domain::ids::{BuildingId, EstateId, RequestId, UnitId};
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{Command, Request};
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Refusal, Role};
use guanjia_store::{Answer, Kind, Slot, Tx};

/// How many open requests of an estate are compared, the newest first.
const COMPARED: u32 = 500;

/// An open request that says the same.
#[derive(Clone, Debug)]
pub struct SimilarRequest {
    /// The request.
    pub request: Request,
    /// From 0 to 1.
    pub score: f64,
}

impl App {
    /// Open requests of an estate that are similar to what is being typed, best first. Whoever types sees what they
    /// are about and where, never anybody's words.
    ///
    /// # Errors
    /// What the store says.
    pub fn similar_requests(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        (estate, building, unit): (EstateId, Option<BuildingId>, Option<UnitId>),
        text: &str,
        but: Option<RequestId>,
    ) -> Result<Vec<SimilarRequest>> {
        let short: String = text.chars().take(Text::MAX).collect();
        let tokens = self.vault.index().tokens(community, &short);
        if tokens.is_empty() {
            return Ok(Vec::new());
        }
        let mut open = tx.comparable(community, estate, building, unit, COMPARED)?;
        open.retain(|candidate| Some(candidate.id) != but);
        let mut found = Vec::new();
        for hit in similar(&tokens, &open, &Scale::default(), 5) {
            if let Some(request) = tx.request(community, hit.id)? {
                found.push(SimilarRequest { request, score: hit.score });
            }
        }
        Ok(found)
    }

    /// "Me too": joins an open request instead of repeating it. `as_id` is the id that the client had chosen for its
    /// own filing; joining twice with it is joining once.
    ///
    /// # Errors
    /// [`Refusal::BadPhone`] and the like; the answer carries what the rules say.
    pub fn join_request(
        &self,
        who: &Principal,
        community: CommunityCode,
        request: RequestId,
        as_id: RequestId,
        reporter: &Reporter,
        words: &str,
    ) -> Result<Answer<Request, AppError>> {
        let person = person_of(reporter)?;
        let words = Text::optional("text", words)?;
        let tokens = self.contact_tokens(community, &person);
        let once = self.vault.index().value(community.as_str(), "join", &format!("{request} {as_id}"));
        let app = self.clone();
        // The ledger tells those who joined apart, so that each one's later words can be found and erased.
        let id = if who.role == Role::Resident { Some(as_id.0) } else { who.id };
        let who = Principal { id, ..who.clone() };
        Ok(self.db.write(community, move |tx| {
            let known = tx.owners_of(community, &once)?;
            let before = tx.request(community, request)?.ok_or(Refusal::NotFound)?;
            if !known.is_empty() {
                return Ok(before);
            }
            let command = Command::Join { words: words.clone() };
            let joined =
                app.act_now(tx, &who, community, &Deed { request, seen: None, command, photos: vec![] })?;
            tx.remember_contact(community, &once, "join", request.0)?;
            if !person.is_empty() {
                let slot = Slot { community, owner: request.0, kind: Kind::Reporter, n: joined.joined };
                let sealed = app.sealed(&slot, &person)?;
                tx.keep(&slot, &sealed)?;
                for token in &tokens {
                    tx.remember_contact(community, token, "request", request.0)?;
                }
            }
            Ok(joined)
        }))
    }
}
