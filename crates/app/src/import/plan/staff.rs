//! Members of staff: found again by name and phone.

use super::super::entry::Entry;
use super::super::house::Member;
use super::super::names;
use super::super::problem::HouseProblem;
use super::Plan;
use crate::error::Result;
use crate::office::{App, Person};
use guanjia_domain::ids::StaffId;
use guanjia_domain::people::Staff;
use guanjia_sheets::{StaffRow, Workbook};

impl Plan {
    pub(super) fn take_staff(&mut self, app: &App, workbook: &Workbook) -> Result<()> {
        for row in &workbook.staff {
            let place = match self.find_member(row, workbook) {
                Found::One(place) => place,
                Found::Several => {
                    self.problem(Some(&row.place), HouseProblem::SameName { name: row.name.clone() });
                    continue;
                }
                Found::None => {
                    let id = StaffId(app.id()?);
                    let staff = Staff {
                        id,
                        post: row.post,
                        tier: row.tier,
                        organisation: None,
                        left: false,
                        comments: Vec::new(),
                    };
                    let phone = row.phone.clone().unwrap_or_default();
                    self.house
                        .staff
                        .push(Entry::new(Member { staff, person: Person { name: row.name.clone(), phone } }));
                    self.house.staff.len() - 1
                }
            };
            self.change_member(place, row, app);
        }
        Ok(())
    }

    /// Name and phone tell who it is. Where only the phone differs and nobody else has the name, it is a new phone
    /// and not a new person.
    fn find_member(&self, row: &StaffRow, workbook: &Workbook) -> Found {
        let named = self.house.named(&row.name);
        let phone = row.phone.as_deref().unwrap_or_default();
        if let Some(exact) = named.iter().find(|place| self.house.staff[**place].now.person.phone == phone) {
            return Found::One(*exact);
        }
        let key = names::fold(&row.name);
        let in_sheets = workbook.staff.iter().filter(|other| names::fold(&other.name) == key).count();
        match named.as_slice() {
            [] => Found::None,
            [one] if in_sheets == 1 => Found::One(*one),
            _ if phone.is_empty() => Found::Several,
            _ => Found::None,
        }
    }

    fn change_member(&mut self, place: usize, row: &StaffRow, app: &App) {
        let entry = &mut self.house.staff[place];
        entry.named = true;
        entry.columns.take_all(&row.others);
        let (id, could_claim) = (entry.now.staff.id, entry.now.staff.post.may_claim());
        entry.now.staff.post = row.post;
        entry.now.staff.tier = row.tier.or(entry.now.staff.tier);
        if let Some(phone) = &row.phone {
            entry.now.person.phone.clone_from(phone);
        }
        if could_claim && !row.post.may_claim() {
            let involved = self.house.claims.iter().filter(|(_, claims)| claims.involve(id, app.now()));
            let mut estates: Vec<_> =
                involved.map(|(estate, _)| self.house.estate_name(*estate).to_owned()).collect();
            estates.sort_unstable();
            if !estates.is_empty() {
                let name = row.name.clone();
                self.problem(Some(&row.place), HouseProblem::StillAccountable { name, estates });
            }
        }
    }

    /// The one whom a row of the staff sheet is about.
    pub(super) fn member_of(&self, row: &StaffRow) -> Option<StaffId> {
        let named = self.house.named(&row.name);
        let by_phone = named.iter().find(|place| {
            row.phone.as_ref().is_some_and(|phone| self.house.staff[**place].now.person.phone == *phone)
        });
        by_phone.or(named.first()).map(|place| self.house.staff[*place].now.staff.id)
    }
}

enum Found {
    None,
    One(usize),
    Several,
}
