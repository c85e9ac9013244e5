//! Lists out of the house: the same columns in which they came in, so that an import of them changes nothing, and
//! leaving is as easy as coming.
//!
//! What leaves is personal data in clear: who took it, and of residents why, stands in the access log.

mod house;
mod log;
mod people;
mod residents;
mod turn;

pub use turn::Exports;
pub(crate) use turn::Turn;

use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::CommunityCode;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::text::Text;
use guanjia_sheets::{Filled, Lang, Table, Template, table};
use guanjia_store::Tx;

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
    /// The sheets of a list, as they are stored now. The access log says who took them, and why, before they are read:
    /// reading them takes a while, and nobody's work waits for it. Blocks.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::Forbidden`]; [`guanjia_domain::Refusal::TextMissing`] without a reason for residents;
    /// [`guanjia_domain::Refusal::TooManyTries`] while a list of the community is being made.
    pub fn export(&self, who: &Principal, community: CommunityCode, wanted: &Wanted) -> Result<Vec<Table>> {
        // First whether they may: who may not is not asked for a reason.
        allow(who, action(wanted.list), &Area::community(community, None))?;
        let reason = match wanted.list {
            Template::Residents => Some(Text::new("reason", &wanted.reason)?),
            Template::Places | Template::People => Text::optional("reason", &wanted.reason)?,
        };
        let _turn = self.exports.take(community)?;
        let (app, actor, list) = (self.clone(), who.actor(), wanted.list);
        let log = move |tx: &mut Tx| app.log_export(tx, community, actor, name(list), reason.as_ref());
        self.db.write(community, log).wait()?;
        self.db.read(|tx| self.lists(tx, community, list, wanted.lang))
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
