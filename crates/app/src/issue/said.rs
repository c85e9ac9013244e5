//! A request as it is compared: what was said, and who speaks.

use crate::error::Result;
use crate::office::{App, Person};
use crate::request::PlaceName;
use guanjia_domain::CommunityCode;
use guanjia_domain::issue::Voice;
use guanjia_domain::request::{Request, State};
use guanjia_store::issues::Comparable;
use guanjia_store::{Kind, Slot, StoreError, Tx};

/// A request with its text and voices.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub request: Request,
    /// What was said; `None` once erased.
    pub text: Option<String>,
    /// Where.
    pub place: PlaceName,
    /// Whoever reported it, then those who joined.
    pub voices: Vec<Voice>,
}

impl Said {
    /// Whether it still says something: what was voided, refused or became part of another does not.
    pub fn speaks(&self) -> bool {
        self.text.is_some() && !is_none(&self.request)
    }
}

/// Whether a request turned out to be none, or part of another.
pub(super) const fn is_none(request: &Request) -> bool {
    matches!(request.state, State::Voided | State::Merged | State::Refused)
}

impl App {
    /// Opens what the vault holds of a request.
    pub(super) fn said(&self, tx: &mut Tx, community: CommunityCode, it: Comparable) -> Result<Said> {
        let Comparable { request, text, reporter } = it;
        let slot = |kind, n| Slot { community, owner: request.id.0, kind, n };
        let text = text.map(|sealed| self.vault.open_text(&slot(Kind::Words, 0), &sealed)).transpose()?;
        let voices = self.voices(tx, community, &request, reporter)?;
        let place = self.place_name(tx, community, &request.place)?;
        Ok(Said { request, text, place, voices })
    }

    /// Who speaks through a request. Of a request whose reporter was erased, only the room is known; without one it
    /// counts for nobody, for it could be somebody who speaks elsewhere too. Those who joined without a phone, or were
    /// erased since, count each for themselves.
    pub(super) fn voices(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        request: &Request,
        reporter: Option<Vec<u8>>,
    ) -> Result<Vec<Voice>> {
        let mut voices = Vec::new();
        if is_none(request) {
            return Ok(voices);
        }
        let room = request.place.room.map(|room| room.0.as_u128());
        if !request.erased || room.is_some() {
            let phone = reporter.map(|it| self.phone(community, request, 0, &it)).transpose()?.flatten();
            voices.push(Voice { room, phone });
        }
        if request.joined > 0 {
            let known = tx.kept_of(community, request.id.0, Kind::Reporter)?;
            for n in 1..=request.joined {
                let sealed = known.iter().find(|(at, _)| *at == n).map(|(_, sealed)| sealed);
                let phone = sealed.map(|it| self.phone(community, request, n, it)).transpose()?.flatten();
                voices.push(Voice { room: None, phone });
            }
        }
        Ok(voices)
    }

    fn phone(
        &self,
        community: CommunityCode,
        request: &Request,
        n: u32,
        sealed: &[u8],
    ) -> Result<Option<Vec<u8>>> {
        let slot = Slot { community, owner: request.id.0, kind: Kind::Reporter, n };
        let person: Person =
            serde_json::from_slice(&self.vault.open(&slot, sealed)?).map_err(StoreError::from)?;
        Ok(Some(person.phone.into_bytes()).filter(|phone| !phone.is_empty()))
    }
}
