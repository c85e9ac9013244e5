//! Founding a community, and the offices above it.

use crate::error::{AppError, Result};
use crate::office::App;
use guanjia_domain::{Actor, CommunityCode, Event, HouseEvent, Refusal, Subject};
use guanjia_store::{Answer, Tx};

/// A community as it is founded.
#[derive(Clone, Debug)]
pub struct NewCommunity {
    /// Its division code.
    pub code: CommunityCode,
    /// Its short name.
    pub name: String,
    /// Its full name.
    pub full_name: String,
    /// The street office above it.
    pub street: Option<CommunityCode>,
    /// The supervision phone; empty while there is none.
    pub supervision: String,
    /// Local emergency phones: what, number.
    pub emergency: Vec<(String, String)>,
}

impl App {
    /// Founds a community, or an office above communities: an office is a tenant without estates.
    pub fn found_community(&self, actor: Actor, new: NewCommunity) -> Answer<(), AppError> {
        let app = self.clone();
        self.db.write(new.code, move |tx| app.found_now(tx, actor, &new))
    }

    /// The same as part of a change.
    pub(crate) fn found_now(&self, tx: &mut Tx, actor: Actor, new: &NewCommunity) -> Result<()> {
        if tx.community(new.code)?.is_some() {
            return Err(Refusal::NameTaken { field: "community", name: new.code.to_string() }.into());
        }
        let at = self.now();
        let event = |body: HouseEvent| Event { at, actor, subject: Subject::Community, body: body.into() };
        let founded = HouseEvent::CommunityFounded {
            name: new.name.clone(),
            full_name: new.full_name.clone(),
            street: new.street,
        };
        let phones = HouseEvent::CommunityPhonesSet {
            supervision: new.supervision.clone(),
            emergency: new.emergency.clone(),
        };
        tx.record(new.code, None, &[event(founded), event(phones)])?;
        Ok(())
    }
}
