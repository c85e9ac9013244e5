//! Notices and policy leaflets: made, and taken back.

use super::texts::short;
use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::calendar::china_time;
use guanjia_domain::duty::FURTHEST;
use guanjia_domain::ids::{EstateId, LeafletId};
use guanjia_domain::own_work::{Leaflet, LeafletKind, Work, WorkEvent, WorkKind};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::{Answer, Tx};
use jiff::ToSpan;
use jiff::civil::Date;

/// A leaflet as it was typed.
#[derive(Clone, Debug)]
pub struct NewLeaflet {
    /// What it is.
    pub kind: LeafletKind,
    /// For which estate; `None` is the whole community, which is the secretary's to say.
    pub estate: Option<EstateId>,
    /// Its title.
    pub title: String,
    /// Its words.
    pub words: String,
    /// In force until the end of which day.
    pub until: Date,
}

impl App {
    /// Today in China.
    #[must_use]
    pub fn today(&self) -> Date {
        china_time::date(self.now().into())
    }

    /// Makes a leaflet.
    ///
    /// # Errors
    /// What is wrong with title, words and day.
    pub fn make_leaflet(
        &self,
        who: &Principal,
        community: CommunityCode,
        new: &NewLeaflet,
    ) -> Result<Answer<LeafletId, AppError>> {
        let (title, words) = (short("title", &new.title)?, Text::new("words", &new.words)?);
        let NewLeaflet { kind, estate, until, .. } = *new;
        let today = self.today();
        if until < today || until > today.saturating_add(FURTHEST.days()) {
            return Err(Refusal::NotAChoice { field: "until", value: until.to_string() }.into());
        }
        let (app, who, id) = (self.clone(), who.clone(), LeafletId(self.id()?));
        Ok(self.db.write(community, move |tx| {
            match estate {
                Some(estate) => app.keeps(tx, &who, community, estate)?,
                None => allow(&who, Action::KeepDesk, &Area::community(community, None))?,
            }
            app.keep_work_text(tx, community, (id.0, 0), &title)?;
            app.keep_work_text(tx, community, (id.0, 1), words.as_str())?;
            let made = WorkEvent::LeafletMade { kind, estate, until };
            app.record_work(tx, &who, community, (WorkKind::Leaflet, id.0), None, made)?;
            Ok(id)
        }))
    }

    /// Takes a leaflet back before its day.
    pub fn withdraw_leaflet(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: LeafletId,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let leaflet = app.leaflet(tx, &who, community, id)?;
            if leaflet.estate.is_none() {
                allow(&who, Action::KeepDesk, &Area::community(community, None))?;
            }
            if leaflet.withdrawn {
                return Err(Refusal::WorkEnded.into());
            }
            let before = Some(Work::Leaflet(leaflet));
            let key = (WorkKind::Leaflet, id.0);
            app.record_work(tx, &who, community, key, before, WorkEvent::LeafletWithdrawn)
        })
    }

    /// A leaflet that somebody may put up: one of an estate that they keep, or of the whole community.
    pub(super) fn leaflet(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: LeafletId,
    ) -> Result<Leaflet> {
        let Some(Work::Leaflet(leaflet)) = tx.work(community, WorkKind::Leaflet, id.0)? else {
            return Err(Refusal::NotFound.into());
        };
        match leaflet.estate {
            Some(estate) => self.keeps(tx, who, community, estate)?,
            None => allow(who, Action::File, &Area::community(community, None))?,
        }
        Ok(leaflet)
    }
}
