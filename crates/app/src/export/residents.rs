//! Residents' cards as rows of their sheet.

use super::house::House;
use crate::error::Result;
use crate::import::{Card, card_slot};
use crate::office::App;
use guanjia_sheets::{FieldId as Id, Filled, OutRow, SheetKind};
use guanjia_store::Tx;
use guanjia_store::places::ResidentRow;

impl House {
    /// The sheet 居民. Whose data were erased is not listed.
    pub(super) fn residents(&self, app: &App, tx: &mut Tx) -> Result<Filled> {
        let mut rows = Vec::new();
        for resident in tx.all_residents(self.community)? {
            let card: Option<Card> = app.opened(tx, &card_slot(self.community, resident.id.0))?;
            rows.extend(card.map(|card| self.resident(&resident, &card)));
        }
        Ok(Filled { sheet: SheetKind::Residents, rows })
    }

    fn resident(&self, resident: &ResidentRow, card: &Card) -> OutRow {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let yes = |flag: bool| if flag { "是" } else { "" };
        let [building, unit, room] = self.home(resident, card);
        let tags: Vec<&str> = card.care_tags.iter().map(|tag| care(tag)).collect();
        let row = OutRow::default()
            .with(Id::Estate, self.estate(resident.estate))
            .with(Id::Building, building)
            .with(Id::Unit, unit)
            .with(Id::Room, room)
            .with(Id::Name, &card.name)
            .with(Id::IdentityNumber, text(&card.identity_number))
            .with(Id::Phone, card.phones.join(";"))
            .with(Id::Relation, text(&card.relation))
            .with(Id::Category, category(&text(&card.category)))
            .with(Id::Remark, text(&card.remark))
            .with(Id::CareTags, tags.join(";"))
            .with(Id::HouseholdNumber, text(&card.household_number))
            .with(Id::Separated, card.separated.map_or("", |flag| if flag { "是" } else { "否" }))
            .with(Id::MovedOut, yes(card.moved_out))
            .with(Id::Deceased, yes(card.deceased));
        card.columns.0.iter().fold(row, |row, (name, value)| row.with_other(name, value))
    }

    /// Building, unit and room: of the room that is known, or as they were written.
    fn home(&self, resident: &ResidentRow, card: &Card) -> [String; 3] {
        if let Some(home) = resident.room.and_then(|room| self.rooms.get(&room)) {
            return home.clone();
        }
        let address = card.address.as_deref().unwrap_or_default();
        let parts: Vec<String> = address.split(' ').filter(|it| !it.is_empty()).map(str::to_owned).collect();
        let is_unit = |text: &String| text.ends_with("单元");
        let is_building = |text: &String| text.ends_with(['楼', '栋', '幢', '座']);
        let mut home = [const { String::new() }; 3];
        for (at, part) in parts.iter().enumerate() {
            let place = match at {
                _ if is_unit(part) => 1,
                0 if is_building(part) || parts.len() == 3 || parts.get(1).is_some_and(is_unit) => 0,
                0 if parts.len() == 2 => 0,
                _ => 2,
            };
            home[place].clone_from(part);
        }
        home
    }
}

fn category(word: &str) -> &str {
    match word {
        "permanent" => "常住人口",
        "floating" => "流动人口",
        other => other,
    }
}

fn care(word: &str) -> &str {
    match word {
        "living_alone" => "独居",
        "very_old" => "高龄",
        "disabled" => "残疾",
        "low_income" => "低保",
        "expecting" => "孕产",
        other => other,
    }
}
