//! Somebody begins or ends to work here.

use super::{NewOrganisation, NewStaff};
use crate::access::MOST_NAME;
use crate::error::{AppError, Result};
use crate::office::App;
use guanjia_domain::permission::Principal;
use guanjia_domain::phone::Phone;
use guanjia_domain::text::clean_line;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::access::Holder;
use guanjia_store::{Answer, Tx};
use uuid::Uuid;

/// Somebody new.
#[derive(Clone, Debug)]
pub enum Newcomer {
    /// A staff member.
    Staff(NewStaff),
    /// An organisation.
    Organisation(NewOrganisation),
}

impl Newcomer {
    const fn holder(&self) -> Holder {
        match self {
            Self::Staff(it) => Holder::Staff(it.id.0),
            Self::Organisation(it) => Holder::Organisation(it.id.0),
        }
    }

    const fn phone_mut(&mut self) -> &mut String {
        match self {
            Self::Staff(it) => &mut it.person.phone,
            Self::Organisation(it) => &mut it.phone,
        }
    }
}

impl App {
    /// Takes somebody on, and keeps a sign-in name for them, unless it is empty: then they choose one themselves.
    ///
    /// # Errors
    /// Before anything is handed in: [`Refusal::BadPhone`], [`Refusal::TextTooLong`] for the sign-in name. Then as
    /// [`App::put_staff`] and [`App::put_organisation`], and [`Refusal::NameTaken`] for the sign-in name.
    pub fn engage(
        &self,
        who: &Principal,
        community: CommunityCode,
        mut new: Newcomer,
        sign_in_name: &str,
    ) -> Result<Answer<(), AppError>> {
        let typed = clean_line(new.phone_mut());
        if !typed.is_empty() {
            let phone = typed.parse::<Phone>().map_err(|_| Refusal::BadPhone { field: "phone" })?;
            phone.as_str().clone_into(new.phone_mut());
        }
        let (name, field) = (clean_line(sign_in_name), "sign_in_name");
        let length = name.chars().count();
        if length > MOST_NAME {
            return Err(Refusal::TextTooLong { field, length, most: MOST_NAME }.into());
        }
        let (app, who) = (self.clone(), who.clone());
        Ok(self.db.write(community, move |tx| {
            match &new {
                Newcomer::Staff(new) => app.put_staff(tx, &who, community, new)?,
                Newcomer::Organisation(new) => app.put_organisation(tx, &who, community, new)?,
            }
            if !name.is_empty()
                && !tx.take_sign_in_name(&app.sign_in_token(&name), community, new.holder())?
            {
                return Err(Refusal::NameTaken { field, name: name.clone() }.into());
            }
            Ok(())
        }))
    }

    /// Somebody ends to work here: their sessions and links end at once.
    pub fn dismiss(&self, who: &Principal, community: CommunityCode, id: Uuid) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx: &mut Tx| match app.holder(tx, community, id)? {
            Holder::Staff(id) => app.dismiss_staff(tx, &who, community, id.into()),
            Holder::Organisation(id) => app.dismiss_organisation(tx, &who, community, id.into()),
        })
    }
}
