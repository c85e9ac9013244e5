//! A finding of a hazard round: it becomes a request, or belongs to the one that is open at the same place.

use crate::error::{AppError, Result};
use crate::office::App;
use crate::place::Fits as _;
use crate::request::{Deed, Filing, Reporter, StoredPhoto};
use guanjia_domain::ids::{BuildingId, EstateId, RequestId, RoundId, UnitId};
use guanjia_domain::own_work::{Hazard, Work, WorkEvent, WorkKind};
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{Channel, Command, Place};
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Refusal, matter};
use guanjia_store::Answer;

/// Something that was found.
#[derive(Clone, Debug)]
pub struct NewFinding {
    /// Chosen by the page, so that sending it twice is one finding.
    pub id: RequestId,
    /// The estate of the round, as the page showed it.
    pub estate: EstateId,
    /// What.
    pub hazard: Hazard,
    /// In which building; `None` is outside.
    pub building: Option<BuildingId>,
    /// In which unit.
    pub unit: Option<UnitId>,
    /// Danger to life: the finder says so.
    pub urgent: bool,
    /// More words; may be empty.
    pub words: String,
    /// Photos whose files are on the disk already.
    pub photos: Vec<StoredPhoto>,
}

/// What became of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The request.
    pub request: RequestId,
    /// Whether it was open already.
    pub again: bool,
}

impl App {
    /// Records a finding. Two taps type nothing: then the name of the matter is what was said.
    ///
    /// # Errors
    /// What is wrong with its words or photos.
    pub fn find_hazard(
        &self,
        who: &Principal,
        community: CommunityCode,
        round: RoundId,
        new: NewFinding,
    ) -> Result<Answer<Found, AppError>> {
        let NewFinding { id, estate, hazard, building, unit, .. } = new;
        let found = matter::find(hazard.matter()).ok_or(Refusal::NotFound)?;
        let words =
            Text::optional("text", &new.words)?.map_or_else(|| found.zh.to_owned(), Text::into_string);
        let again = Text::optional("text", &words)?;
        let place = Place { estate, building, unit, room: None };
        let filing = Filing {
            id,
            place,
            text: words,
            matter: Some(found.code.to_owned()),
            channel: Channel::Patrol,
            urgent: new.urgent,
            on_behalf: false,
            reporter: Reporter::default(),
            photos: new.photos.clone(),
            done_on_spot: false,
        };
        let (app, who, ready) = (self.clone(), who.clone(), self.make_ready(community, filing)?);
        Ok(self.db.file(community, ready.foreseen(), move |tx| {
            let open = app.round(tx, &who, community, round)?;
            if let Some(known) = open.findings.iter().find(|it| it.request == id) {
                return Ok(Found { request: id, again: known.again });
            }
            open.check_room()?;
            if open.estate != estate {
                return Err(Refusal::PlaceMismatch { field: "building" }.into());
            }
            tx.place(community, &place)?.fits(&place)?;
            app.keeps_place(&who, community, &place)?;
            let known = tx.open_at(community, &place, hazard.matter())?;
            let request = match known {
                Some(request) => {
                    let photos = u32::try_from(new.photos.len()).unwrap_or(u32::MAX);
                    let command = Command::Add { words: again.clone(), photos, internal: true };
                    let deed = Deed { request, seen: None, command, photos: new.photos.clone() };
                    app.act_now(tx, &who, community, &deed)?.id
                }
                None => app.file_ready(tx, &who, community, &ready)?.request.id,
            };
            let again = known.is_some();
            let event = WorkEvent::RoundFound { hazard, building, unit, request, again };
            let before = Some(Work::Round(open));
            app.record_work(tx, &who, community, (WorkKind::Round, round.0), before, event)?;
            Ok(Found { request, again })
        }))
    }
}
