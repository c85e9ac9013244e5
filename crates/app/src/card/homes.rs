//! Where somebody lives: a home more, another word for one, or one less.

use crate::error::{AppError, Result};
use crate::office::App;
use guanjia_domain::card::{Home, Stay};
use guanjia_domain::ids::{ResidentId, RoomId};
use guanjia_domain::permission::{Action, Principal};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::{Answer, Tx};

impl App {
    /// Says for each home, in their order, as what somebody is at home there, or that they no longer are (`None`).
    /// Whoever has no home left has left the community, and the clock of retention begins.
    ///
    /// # Errors
    /// [`Refusal::CardChanged`]; [`Refusal::NotAChoice`] when the number of homes is another.
    pub fn set_homes(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: ResidentId,
        seen: u64,
        stays: Vec<Option<Stay>>,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let (resident, card, _) = app.card_for(tx, &who, Action::ChangeResidents, community, id)?;
            resident.must_be(seen)?;
            if stays.len() != resident.homes.len() {
                return Err(Refusal::NotAChoice { field: "stay", value: stays.len().to_string() }.into());
            }
            let kept = resident.homes.iter().zip(&stays);
            let homes = kept.filter_map(|(home, stay)| stay.map(|stay| Home { stay, ..*home })).collect();
            if let Some(event) = resident.settle(homes)? {
                app.record_card(tx, &who, community, resident, card, vec![event])?;
            }
            Ok(())
        })
    }

    /// Somebody who is known is at home in a further room. Found by phone; whoever adds it looks after both homes.
    ///
    /// # Errors
    /// [`Refusal::NotAChoice`] when the number is nobody's, or several people's, or belongs to somebody whose card is
    /// not the writer's: the three are never told apart.
    pub fn add_home(
        &self,
        who: &Principal,
        community: CommunityCode,
        room: RoomId,
        phone: &str,
        stay: Stay,
    ) -> Answer<ResidentId, AppError> {
        let (app, who, phone) = (self.clone(), who.clone(), phone.to_owned());
        self.db.write(community, move |tx| app.add_home_now(tx, &who, community, room, &phone, stay))
    }

    fn add_home_now(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        room: RoomId,
        phone: &str,
        stay: Stay,
    ) -> Result<ResidentId> {
        let estate = self.room_for(tx, who, Action::ChangeResidents, community, room)?.estate;
        let nobody = || Refusal::NotAChoice { field: "known_phone", value: String::new() };
        let known = self.resident_of_phone(tx, community, phone, |_, _| true)?.ok_or_else(nobody)?;
        let id = known.0.id;
        let found = self.card_for(tx, who, Action::ChangeResidents, community, id);
        let (resident, card, _) = match found {
            Err(AppError::Refused(_)) => return Err(nobody().into()),
            other => other?,
        };
        let mut homes = resident.homes.clone();
        homes.push(Home { estate, room: Some(room), stay });
        if let Some(event) = resident.settle(homes)? {
            self.record_card(tx, who, community, resident, card, vec![event])?;
        }
        Ok(id)
    }
}
