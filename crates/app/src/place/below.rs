//! The communities of a street: who looks after what in each, and adding one.

use crate::board::EstateLine;
use crate::error::Result;
use crate::first::{FirstLink, community_named};
use crate::office::{App, Person, allow};
use guanjia_domain::house::Community;
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;

/// A community as the office above it sees it.
#[derive(Clone, Debug)]
pub struct CommunitySheet {
    /// Its code.
    pub code: CommunityCode,
    /// Its names and public numbers.
    pub community: Community,
    /// Who answers for all of it; `None` while nobody is appointed.
    pub secretary: Option<Person>,
    /// Its estates with their stewards; `None` for those who only add communities.
    pub estates: Option<Vec<EstateLine>>,
}

impl App {
    /// The communities below an office, by code.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`] or [`Refusal::NotFound`] for those who neither look after communities nor add them.
    pub fn community_sheets(&self, tx: &mut Tx, who: &Principal) -> Result<Vec<CommunitySheet>> {
        let mut sheets = Vec::new();
        for (code, _) in self.communities_below(tx, who)? {
            let community = self.community(tx, code)?;
            let area = Area::community(code, community.street);
            let may = |action| permit(who, action, &area) == Verdict::Allowed;
            let (reads, adds) = (may(Action::ReadPlaces), may(Action::FoundCommunity));
            if !reads && !adds {
                allow(who, Action::ReadPlaces, &area)?;
            }
            let secretary = match self.secretary(tx, code)? {
                Some(staff) => Some(self.person(tx, code, staff.0)?),
                None => None,
            };
            let estates = if reads { Some(self.overview(tx, code)?) } else { None };
            sheets.push(CommunitySheet { code, community, secretary, estates });
        }
        Ok(sheets)
    }

    /// Whether somebody adds communities below their office: a system administrator of a street or a district.
    #[must_use]
    pub fn founds_communities(who: &Principal) -> bool {
        // One code below the office stands for all of them.
        let below = format!("{:0<12}", who.home.as_str()).parse();
        below.is_ok_and(|code| {
            permit(who, Action::FoundCommunity, &Area::community(code, None)) == Verdict::Allowed
        })
    }

    /// Adds a community below the own office and invites its first administrator. Blocks.
    ///
    /// # Errors
    /// [`Refusal::NotAChoice`] when no community of this office has that name or code, [`Refusal::NameTaken`] when it
    /// is there already, [`Refusal::Forbidden`] for those who add none.
    pub fn found_below(&self, who: &Principal, division: &str) -> Result<(String, FirstLink)> {
        let new = community_named(division)?;
        if !who.home.is_above(&new.code) {
            let value = division.chars().take(60).collect();
            return Err(Refusal::NotAChoice { field: "division", value }.into());
        }
        allow(who, Action::FoundCommunity, &Area::community(new.code, new.street))?;
        let (code, name) = (new.code, new.name.clone());
        self.found_community(who.actor(), new).wait()?;
        Ok((name, self.appoint_administrator(code)?))
    }
}
