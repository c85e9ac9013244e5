//! The numbers that everybody may read: the office's, the supervision phone (监督电话), local emergency lines; and
//! whose number stands for a steward. None of them is a person's, so they stand in the ledger.

use crate::error::{AppError, Result};
use crate::office::{App, Person, allow};
use guanjia_domain::house::Community;
use guanjia_domain::office::{Office, StewardPhone, emergency_lines, public_number};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Refusal, Subject};
use guanjia_store::{Answer, Tx};

/// The numbers as they were typed.
#[derive(Clone, Debug, Default)]
pub struct Hotlines {
    /// The office's phone.
    pub office_phone: String,
    /// When somebody is there.
    pub hours: String,
    /// Which number is published for stewards.
    pub steward_phone: StewardPhone,
    /// The supervision phone.
    pub supervision: String,
    /// Local emergency lines: name, number.
    pub emergency: Vec<(String, String)>,
}

impl App {
    /// Sets the public numbers of a community. What stays as it is makes no event. Answers whether anything changed.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`]; what [`Office::typed`], [`public_number`] and [`emergency_lines`] say.
    pub fn set_hotlines(
        &self,
        who: &Principal,
        community: CommunityCode,
        typed: Hotlines,
    ) -> Answer<bool, AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| app.set_hotlines_now(tx, &who, community, &typed))
    }

    fn set_hotlines_now(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        typed: &Hotlines,
    ) -> Result<bool> {
        allow(who, Action::ChangePlaces, &Area::community(community, None))?;
        let office = Office::typed(&typed.office_phone, &typed.hours, typed.steward_phone)?;
        let supervision = public_number("supervision", &typed.supervision)?;
        let emergency = emergency_lines(&typed.emergency)?;
        let present = self.community(tx, community)?;
        let mut events = Vec::new();
        if present.office != office {
            events.push(HouseEvent::OfficeSet { office });
        }
        if (&present.supervision, &present.emergency) != (&supervision, &emergency) {
            events.push(HouseEvent::CommunityPhonesSet { supervision, emergency });
        }
        let changed = !events.is_empty();
        for event in events {
            let before = tx.entity(community, Subject::Community)?;
            let Some(Entity::Community(_)) = &before else { return Err(Refusal::NotFound.into()) };
            self.record_house(tx, who, community, Subject::Community, before, event)?;
        }
        Ok(changed)
    }
}

impl Person {
    /// The same person as everybody may read them: with the number that the community publishes for its stewards.
    #[must_use]
    pub fn published(&self, community: &Community) -> Self {
        let phone = community.office.published(&self.phone).unwrap_or_default().to_owned();
        Self { name: self.name.clone(), phone }
    }
}
