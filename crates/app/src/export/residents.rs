//! Residents' cards as rows of their sheet.

use super::house::House;
use crate::error::Result;
use crate::import::{Card, Columns};
use crate::office::App;
use guanjia_domain::Moment;
use guanjia_domain::card::{Basis, CardField, CareTag, ConsentKind, Resident, is_child, rule};
use guanjia_domain::ids::EstateId;
use guanjia_sheets::{FieldId as Id, Filled, OutRow, SheetKind};
use guanjia_store::Tx;
use guanjia_store::places::ResidentRow;

impl House {
    /// The sheet 居民. Whose data were erased is not listed, and what nobody agreed to does not leave the house: what
    /// one card does not show, a list of all cards does not either.
    pub(super) fn residents(&self, app: &App, tx: &mut Tx) -> Result<Filled> {
        let mut rows = Vec::new();
        let now = app.now();
        for row in tx.all_residents(self.community)? {
            if let Some((resident, card)) = app.card(tx, self.community, row.id)? {
                rows.push(self.resident(&row, &agreed(&resident, card, now)));
            }
        }
        Ok(Filled { sheet: SheetKind::Residents, rows })
    }

    fn resident(&self, resident: &ResidentRow, card: &Card) -> OutRow {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let yes = |flag: bool| if flag { "是" } else { "" };
        let (estate, [building, unit, room]) = self.home(resident, card);
        let tags: Vec<&str> = card.care_tags.iter().map(|tag| care(tag)).collect();
        let row = OutRow::default()
            .with(Id::Estate, self.estate(estate))
            .with(Id::Building, building)
            .with(Id::Unit, unit)
            .with(Id::Room, room)
            .with(Id::Name, &card.name)
            .with(Id::IdentityNumber, text(&card.identity_number))
            .with(Id::Born, text(&card.born))
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

    /// Estate, building, unit and room: of the room that is known, as it stands today, or as they were written.
    fn home(&self, resident: &ResidentRow, card: &Card) -> (EstateId, [String; 3]) {
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
        (resident.estate, home)
    }
}

/// A card with what its person, or a child's guardian, agreed to.
fn agreed(resident: &Resident, card: Card, now: Moment) -> Card {
    let child = is_child(card.born_on(), now);
    let may = |field| match rule(field).basis {
        Basis::PublicDuty => true,
        Basis::Consent(_) => resident.is_agreed(rule(field), child),
    };
    let given = resident.consent(ConsentKind::Care, child).map(|it| it.consent.given_on);
    let stands = |word: &String| {
        let tag = CareTag::of_name(word);
        tag.is_some_and(|tag| given.is_some_and(|given| !tag.has_ended(given, now)))
    };
    Card {
        identity_number: card.identity_number.filter(|_| may(CardField::IdentityNumber)),
        care_tags: card.care_tags.into_iter().filter(|tag| may(CardField::CareTags) && stands(tag)).collect(),
        remark: card.remark.filter(|_| may(CardField::Remark)),
        columns: if may(CardField::Columns) { card.columns } else { Columns::default() },
        ..card
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
        "wheelchair" => "轮椅",
        "low_income" => "低保",
        "expecting" => "孕产",
        "newborn" => "新生儿",
        other => other,
    }
}
