//! Lists out of the house: the same columns in which they came in, so that an import of them changes nothing, and
//! leaving is as easy as coming.
//!
//! What leaves is personal data in clear: who took it, and of residents why, stands in the access log.

mod house;
mod log;
mod people;
mod residents;

use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::CommunityCode;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::text::Text;
use guanjia_sheets::{Filled, Lang, Table, Template, table};
use guanjia_store::{Answer, Tx};

/// What is exported: by names as the templates have them.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The list.
    pub list: Template,
    /// The language of headings and words.
    pub lang: Lang,
    /// Why; needed for residents.
    pub reason: String,
}

impl App {
    /// The sheets of a list, as they are stored now. The access log says who took them, and why.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::Forbidden`]; [`guanjia_domain::Refusal::TextMissing`] without a reason for residents.
    pub fn export(
        &self,
        who: &Principal,
        community: CommunityCode,
        wanted: &Wanted,
    ) -> Result<Answer<Vec<Table>, AppError>> {
        // First whether they may: who may not is not asked for a reason.
        allow(who, action(wanted.list), &Area::community(community, None))?;
        let reason = match wanted.list {
            Template::Residents => Some(Text::new("reason", &wanted.reason)?),
            Template::Places | Template::People => Text::optional("reason", &wanted.reason)?,
        };
        let (app, who, list, lang) = (self.clone(), who.clone(), wanted.list, wanted.lang);
        Ok(self.db.write(community, move |tx| {
            allow(&who, action(list), &Area::community(community, None))?;
            app.log_export(tx, community, who.actor(), name(list), reason.as_ref())?;
            app.lists(tx, community, list, lang)
        }))
    }

    /// The sheets of a list, without a word in the access log: for what logs itself.
    pub(crate) fn lists(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        list: Template,
        lang: Lang,
    ) -> Result<Vec<Table>> {
        let house = house::House::read(self, tx, community)?;
        let filled: Vec<Filled> = match list {
            Template::Places => house.places(self, tx)?,
            Template::People => house.people(self, tx)?,
            Template::Residents => vec![house.residents(self, tx)?],
        };
        Ok(filled.into_iter().map(|filled| table(filled, lang)).collect())
    }
}

/// What the access log calls a list.
const fn name(list: Template) -> &'static str {
    match list {
        Template::Places => "places",
        Template::People => "people",
        Template::Residents => "residents",
    }
}

const fn action(list: Template) -> Action {
    match list {
        Template::Places | Template::People => Action::ExportHouse,
        Template::Residents => Action::ExportResidents,
    }
}
