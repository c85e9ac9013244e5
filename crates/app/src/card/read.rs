//! A card as somebody may see it: masked, and without what nobody agreed to.

use super::access::allow_in;
use crate::error::Result;
use crate::import::Card;
use crate::office::App;
use crate::place::Fits;
use crate::request::PlaceName;
use guanjia_domain::CommunityCode;
use guanjia_domain::card::{CardField, CareTag, ConsentTexts, Given, Home, RULES, Resident, is_child};
use guanjia_domain::ids::ResidentId;
use guanjia_domain::masking::{Field, mask};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::request::Place;
use guanjia_store::{Kind, Slot, Tx};
use jiff::civil::Date;

/// How a field is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// It holds nothing.
    Empty,
    /// It holds something that nobody agreed to yet: not even masked.
    Waiting,
    /// Masked.
    Masked(String),
    /// As it is: it says nothing about anybody by itself.
    Clear(String),
}

/// A field of a card.
#[derive(Clone, Debug)]
pub struct FieldLine {
    /// Which.
    pub field: CardField,
    /// How it is shown.
    pub shown: Shown,
}

/// A care tag that the reader may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagLine {
    /// Which.
    pub tag: CareTag,
    /// Its last day.
    pub until: Date,
}

/// One home.
#[derive(Clone, Debug)]
pub struct HomeLine {
    /// The home.
    pub home: Home,
    /// Where.
    pub place: PlaceName,
}

/// A consent.
#[derive(Clone, Debug)]
pub struct ConsentLine {
    /// The consent.
    pub given: Given,
    /// Whether it counts now.
    pub holds: bool,
    /// The guardian's name, masked.
    pub guardian: Option<String>,
    /// What was written with it.
    pub words: Option<String>,
}

/// A card as somebody may see it.
#[derive(Clone, Debug)]
pub struct CardSheet {
    /// Whose.
    pub resident: Resident,
    /// The name, masked.
    pub name: String,
    /// Whether they are under 14.
    pub child: bool,
    /// The fields in order, without the tags.
    pub fields: Vec<FieldLine>,
    /// The tags that the reader may see.
    pub tags: Vec<TagLine>,
    /// The homes.
    pub homes: Vec<HomeLine>,
    /// Consents, the newest first.
    pub consents: Vec<ConsentLine>,
    /// The community's own words, of every version that was agreed to.
    pub texts: ConsentTexts,
    /// Whether the reader may change it.
    pub may_change: bool,
    /// Whether the reader may read fields in clear.
    pub may_reveal: bool,
    /// Whether the reader may erase it.
    pub may_erase: bool,
    /// The tags that the reader may see and set.
    pub may_tag: Vec<CareTag>,
}

impl App {
    /// A card.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::NotFound`] also once it was erased; what the permission function says.
    pub fn card_sheet(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: ResidentId,
    ) -> Result<CardSheet> {
        let (resident, card, areas) = self.card_for(tx, who, Action::ReadResidents, community, id)?;
        let may = |action| allow_in(who, action, &areas).is_ok();
        let child = is_child(card.born_on(), self.now());
        Ok(CardSheet {
            name: mask(Field::Name, &card.name),
            fields: fields(&resident, &card, child),
            tags: self.tags(&resident, &card, child, who, &areas),
            homes: self.homes(tx, community, &resident)?,
            consents: self.consents(tx, community, &resident, child)?,
            texts: self.community(tx, community)?.consents,
            may_change: may(Action::ChangeResidents),
            may_reveal: may(Action::RevealResident),
            may_erase: may(Action::Erase),
            may_tag: CareTag::ALL.iter().copied().filter(|tag| may(Action::ReadCare(*tag))).collect(),
            child,
            resident,
        })
    }

    /// Tags that were agreed to, have not ended, and are meant for the reader.
    fn tags(&self, it: &Resident, card: &Card, child: bool, who: &Principal, areas: &[Area]) -> Vec<TagLine> {
        let rule = guanjia_domain::card::rule(CardField::CareTags);
        let Some(given) = it.consent(guanjia_domain::card::ConsentKind::Care, child) else {
            return Vec::new();
        };
        let day = given.consent.given_on;
        let shown = |tag: &CareTag| {
            !tag.has_ended(day, self.now()) && allow_in(who, Action::ReadCare(*tag), areas).is_ok()
        };
        let tags = card.tags().into_iter().filter(|tag| it.is_agreed(rule, child) && shown(tag));
        tags.map(|tag| TagLine { tag, until: tag.until(day) }).collect()
    }

    fn homes(&self, tx: &mut Tx, community: CommunityCode, it: &Resident) -> Result<Vec<HomeLine>> {
        let mut homes = Vec::new();
        for home in &it.homes {
            let place = match home.room {
                Some(room) => tx.place_of_room(community, home.estate, room)?.into_name(),
                None => {
                    let place = Place { estate: home.estate, building: None, unit: None, room: None };
                    self.place_name(tx, community, &place)?
                }
            };
            homes.push(HomeLine { home: *home, place });
        }
        Ok(homes)
    }

    fn consents(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        it: &Resident,
        child: bool,
    ) -> Result<Vec<ConsentLine>> {
        let mut lines = Vec::new();
        for given in it.consents.iter().rev() {
            let guardian = match given.consent.by {
                guanjia_domain::card::Giver::Own => None,
                guanjia_domain::card::Giver::Guardian(id) => {
                    let card = self.card(tx, community, id)?.map(|(_, card)| card);
                    Some(card.map_or_else(String::new, |card| mask(Field::Name, &card.name)))
                }
            };
            let slot = Slot { community, owner: it.id.0, kind: Kind::Words, n: given.n };
            let words = tx.kept(&slot)?.map(|sealed| self.vault.open_text(&slot, &sealed)).transpose()?;
            lines.push(ConsentLine { given: given.clone(), holds: given.holds(child), guardian, words });
        }
        Ok(lines)
    }
}

fn fields(it: &Resident, card: &Card, child: bool) -> Vec<FieldLine> {
    let line = |rule: &guanjia_domain::card::FieldRule| {
        let text = card.text(rule.field);
        let waits = rule.sensitive && !it.is_agreed(rule, child);
        let shown = match (text.is_empty(), waits) {
            (true, _) => Shown::Empty,
            (_, true) => Shown::Waiting,
            _ => masked(rule.field, text),
        };
        FieldLine { field: rule.field, shown }
    };
    RULES.iter().filter(|rule| rule.field != CardField::CareTags).map(line).collect()
}

fn masked(field: CardField, text: String) -> Shown {
    let kind = match field {
        CardField::Name => Field::Name,
        CardField::Phones => Field::Phone,
        CardField::Address => Field::Address,
        CardField::Born => Field::Born,
        CardField::IdentityNumber => Field::IdentityNumber,
        CardField::Remark | CardField::Columns => return Shown::Masked("****".to_owned()),
        _ => return Shown::Clear(text),
    };
    Shown::Masked(mask(kind, &text))
}
