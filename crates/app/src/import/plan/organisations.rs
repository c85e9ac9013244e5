//! Organisations: found again by name. A sheet of estates that names the property company says the same as a sheet of
//! organisations.

use super::super::entry::Entry;
use super::super::house::Body;
use super::super::names;
use super::Plan;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::ids::{EstateId, OrganisationId};
use guanjia_domain::people::{Organisation, OrganisationKind};
use guanjia_sheets::Workbook;
use std::collections::HashSet;

impl Plan {
    pub(super) fn take_organisations(&mut self, app: &App, workbook: &Workbook) -> Result<()> {
        // Those that serve every estate, which is written as an empty list.
        let mut everywhere: HashSet<OrganisationId> = self
            .house
            .organisations
            .iter()
            .map(|it| &it.now.organisation)
            .filter(|it| it.estates.is_empty())
            .map(|it| it.id)
            .collect();
        for row in &workbook.organisations {
            let place = self.body(app, &row.name, row.kind)?;
            let estates: Vec<EstateId> =
                row.estates.iter().filter_map(|name| self.house.estate_id(name)).collect();
            let entry = &mut self.house.organisations[place];
            entry.columns.take_all(&row.others);
            let body = &mut entry.now;
            body.organisation.kind = row.kind;
            if let Some(phone) = &row.phone {
                body.phone.clone_from(phone);
            }
            if !same_set(&estates, &body.organisation.estates) && !estates.is_empty() {
                body.organisation.estates = estates;
            }
            if body.organisation.estates.is_empty() {
                everywhere.insert(body.organisation.id);
            } else {
                everywhere.remove(&body.organisation.id);
            }
        }
        for row in &workbook.estates {
            let (Some(name), Some(estate)) = (&row.property_company, self.house.estate_id(&row.name)) else {
                continue;
            };
            let place = self.body(app, name, OrganisationKind::PropertyCompany)?;
            let body = &mut self.house.organisations[place].now;
            if let Some(phone) = &row.property_phone {
                body.phone.clone_from(phone);
            }
            let organisation = &mut body.organisation;
            if !everywhere.contains(&organisation.id) && !organisation.estates.contains(&estate) {
                organisation.estates.push(estate);
            }
        }
        Ok(())
    }

    /// The place of an organisation; a new one where there is none of that name.
    fn body(&mut self, app: &App, name: &str, kind: OrganisationKind) -> Result<usize> {
        let key = names::fold(name);
        let known = |it: &Entry<Body>| names::fold(&it.now.organisation.name) == key;
        if let Some(place) = self.house.organisations.iter().position(known) {
            self.house.organisations[place].named = true;
            return Ok(place);
        }
        let id = OrganisationId(app.id()?);
        let organisation = Organisation { id, kind, name: name.to_owned(), estates: Vec::new(), left: false };
        self.house.organisations.push(Entry::new(Body { organisation, phone: String::new() }));
        Ok(self.house.organisations.len() - 1)
    }
}

/// Whether two lists hold the same, in whatever order.
pub(super) fn same_set<T: std::hash::Hash + Eq>(one: &[T], other: &[T]) -> bool {
    one.iter().collect::<HashSet<_>>() == other.iter().collect::<HashSet<_>>()
}
