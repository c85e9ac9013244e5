//! What units are called. No unit has the name of a person.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::call::{Call, HandlingUnit};
use guanjia_domain::people::OrganisationKind;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;
use std::collections::BTreeMap;

/// A unit with its name; the community's own have none, their kind says enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitName {
    /// Which.
    pub unit: HandlingUnit,
    /// Its name; empty for steward and secretary.
    pub name: String,
}

/// The names of all units of a community.
#[derive(Clone, Debug, Default)]
pub(crate) struct UnitNames(BTreeMap<HandlingUnit, String>);

impl UnitNames {
    /// Whether a unit is one of them.
    pub(super) fn has(&self, unit: HandlingUnit) -> bool {
        self.0.contains_key(&unit)
    }

    /// A unit with its name.
    pub(crate) fn of(&self, unit: HandlingUnit) -> UnitName {
        UnitName { unit, name: self.0.get(&unit).cloned().unwrap_or_default() }
    }

    /// The name, or else the word of its kind: for refusals, which the pages translate.
    pub(crate) fn or_kind(&self, unit: HandlingUnit) -> String {
        let name = self.0.get(&unit).filter(|name| !name.is_empty());
        name.map_or_else(|| unit.kind().to_owned(), Clone::clone)
    }

    /// Every unit that can be asked.
    pub(crate) fn all(&self) -> Vec<UnitName> {
        self.0.keys().map(|unit| self.of(*unit)).collect()
    }
}

impl App {
    /// The units that can be asked in a community, and those of a call that cannot any more.
    pub(crate) fn unit_names(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        call: Option<&Call>,
    ) -> Result<UnitNames> {
        let mut names = BTreeMap::from([
            (HandlingUnit::Steward, String::new()),
            (HandlingUnit::Secretary, String::new()),
        ]);
        let street = match self.community(tx, community)?.street {
            Some(street) => tx.community(street)?.map(|it| it.name),
            None => None,
        };
        names.insert(HandlingUnit::StreetOffice, street.unwrap_or_default());
        for it in tx.organisations(community)? {
            let unit = match it.kind {
                OrganisationKind::DistrictBureau => HandlingUnit::Bureau(it.id),
                _ => HandlingUnit::Organisation(it.id),
            };
            let of_the_call = call.is_some_and(|call| call.units().contains(&unit));
            if !it.left || of_the_call {
                names.insert(unit, it.name);
            }
        }
        Ok(UnitNames(names))
    }

    /// Whether units that are to be asked are there.
    pub(super) fn check_units(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        units: &[HandlingUnit],
    ) -> Result<()> {
        let here = self.unit_names(tx, community, None)?;
        match units.iter().find(|unit| !here.has(**unit)) {
            None => Ok(()),
            Some(unit) => Err(Refusal::NotAChoice { field: "to", value: unit.to_string() }.into()),
        }
    }
}
