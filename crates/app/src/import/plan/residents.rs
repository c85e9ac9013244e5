//! Residents: found again by ID number, or by name together with room or phone, so that nobody is doubled.

use super::super::card::Card;
use super::super::columns::slot;
use super::super::house::room_of;
use super::super::problem::HouseProblem;
use super::super::tally::Change;
use super::Plan;
use crate::card::OWNER;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::card::Resident;
use guanjia_domain::ids::{EstateId, ResidentId, RoomId};
use guanjia_domain::{CommunityCode, Entity, Subject};
use guanjia_sheets::{ResidentRow, Workbook};
use guanjia_store::Tx;
use guanjia_store::vault::Token;
use std::collections::HashMap;
use uuid::Uuid;

/// A resident whom the sheets name.
pub(in super::super) struct PlannedResident {
    pub id: ResidentId,
    /// As stored; `None` for a new one.
    pub before: Option<Resident>,
    pub estate: EstateId,
    pub room: Option<RoomId>,
    /// The card as it shall be.
    pub card: Card,
    /// The card as it is stored, of one that changes.
    pub earlier: Option<Card>,
    pub tokens: Vec<Token>,
    pub change: Change,
}

/// Where a row says that somebody lives.
#[derive(Clone, Copy)]
struct Home {
    estate: EstateId,
    /// The room, if a building has it.
    room: Option<RoomId>,
    /// Whether the row names a room at all.
    told: bool,
}

/// Somebody who may be the one a row is about.
struct Candidate {
    resident: Resident,
    card: Card,
    /// Place in the plan, for one that an earlier row has named.
    planned: Option<usize>,
}

/// Whom a row is about.
enum Found {
    Nobody,
    One(Box<Candidate>),
    Several,
}

impl Candidate {
    /// Whether this may be the one with that name.
    fn fits(&self, home: Home, card: &Card) -> bool {
        let numbers = (&card.identity_number, &self.card.identity_number);
        let other_number = matches!(numbers, (Some(one), Some(other)) if one != other);
        let same_phone = card.phones.iter().any(|it| self.card.phones.contains(it));
        !other_number && self.card.name == card.name && (self.is_here(home, card) || same_phone)
    }

    fn is_here(&self, home: Home, card: &Card) -> bool {
        let same_place = match (self.resident.room, home.room) {
            (Some(known), Some(room)) => known == room,
            // A row without a room says nothing against the one with that name.
            _ => !home.told || card.address == self.card.address,
        };
        self.resident.estate == home.estate && same_place
    }

    /// Whether everything is the same by which people are told apart.
    fn is_the_same(&self, home: Home, card: &Card) -> bool {
        self.is_here(home, card) && self.resident.room == home.room && self.card.phones == card.phones
    }

    /// Whether it is another row of the same sheets, and its phones are others.
    fn is_another_row(&self, card: &Card) -> bool {
        let (one, other) = (&self.card.phones, &card.phones);
        let alike = one.is_empty() || other.is_empty() || one.iter().any(|it| other.contains(it));
        let known = card.identity_number.is_some() && card.identity_number == self.card.identity_number;
        self.planned.is_some() && !alike && !known
    }
}

impl Plan {
    pub(super) fn take_residents(
        &mut self,
        app: &App,
        tx: &mut Tx,
        community: CommunityCode,
        workbook: &Workbook,
    ) -> Result<()> {
        let mut planned: HashMap<Token, Vec<usize>> = HashMap::new();
        let (mut unknown, mut example) = (0, String::new());
        for row in &workbook.residents {
            let Some(estate) = self.house.estate_id(&row.estate) else { continue };
            let room = self.room(estate, row);
            if room.is_none() && row.room.is_some() {
                if unknown == 0 {
                    let parts = [row.building.as_deref(), row.unit.as_deref(), row.room.as_deref()];
                    example = parts.into_iter().flatten().fold(row.estate.clone(), |all, part| all + part);
                }
                unknown += 1;
            }
            let card = Card::of_row(row);
            let home = Home { estate, room, told: row.room.is_some() };
            let found = match self.find(app, tx, community, &planned, home, &card)? {
                Found::Nobody => None,
                Found::One(found) => Some(*found),
                Found::Several => {
                    let name = card.masked_name();
                    self.problem(Some(&row.place), HouseProblem::SeveralResidents { name });
                    continue;
                }
            };
            let place = self.plan_resident(app, community, found, home, card)?;
            for token in &self.residents[place].tokens {
                let places = planned.entry(*token).or_default();
                if !places.contains(&place) {
                    places.push(place);
                }
            }
        }
        if unknown > 0 {
            self.notice(None, HouseProblem::RoomsUnknown { residents: unknown, example });
        }
        Ok(())
    }

    fn room(&self, estate: EstateId, row: &ResidentRow) -> Option<RoomId> {
        let building = self.house.building(estate, row.building.as_deref()?)?;
        let building = &self.house.buildings[building].now;
        room_of(building, row.unit.as_deref(), row.room.as_deref()?).map(|(_, room)| room)
    }

    /// The one whom a row is about, if they are known. An ID number tells it alone; a name needs a phone or a room
    /// beside it. Where that fits several, the one with the same phones in the same room is it, and else nobody
    /// guesses.
    fn find(
        &self,
        app: &App,
        tx: &mut Tx,
        community: CommunityCode,
        planned: &HashMap<Token, Vec<usize>>,
        home: Home,
        card: &Card,
    ) -> Result<Found> {
        if let Some(number) = &card.identity_number {
            let token = token(app, community, "identity", number);
            if let Some(found) = self.candidates(app, tx, community, planned, &token)?.pop() {
                return Ok(Found::One(Box::new(found)));
            }
        }
        let token = token(app, community, "name", &card.name);
        let mut fitting = self.candidates(app, tx, community, planned, &token)?;
        fitting.retain(|it| it.fits(home, card));
        if fitting.len() > 1 && fitting.iter().filter(|it| it.is_the_same(home, card)).count() == 1 {
            fitting.retain(|it| it.is_the_same(home, card));
        }
        let several = fitting.len();
        Ok(match fitting.pop() {
            None => Found::Nobody,
            // Two rows of one file in one room under other phones: father and son, or one person twice.
            Some(it) if several > 1 || it.is_another_row(card) => Found::Several,
            Some(it) => Found::One(Box::new(it)),
        })
    }

    fn candidates(
        &self,
        app: &App,
        tx: &mut Tx,
        community: CommunityCode,
        planned: &HashMap<Token, Vec<usize>>,
        token: &Token,
    ) -> Result<Vec<Candidate>> {
        let mut found = Vec::new();
        for place in planned.get(token).into_iter().flatten() {
            let it = &self.residents[*place];
            let resident = Resident::registered(it.id, it.estate, it.room, app.now());
            found.push(Candidate { resident, card: it.card.clone(), planned: Some(*place) });
        }
        for (kind, owner) in tx.owners_of(community, token)? {
            let id = ResidentId(owner);
            if kind != OWNER || found.iter().any(|it| it.resident.id == id) {
                continue;
            }
            let Some(Entity::Resident(resident)) = tx.entity(community, Subject::Resident(id))? else {
                continue;
            };
            if let Some(card) = app.opened(tx, &slot(community, owner))?.filter(|_| !resident.erased) {
                found.push(Candidate { resident, card, planned: None });
            }
        }
        Ok(found)
    }

    /// Enters a row into the plan and says where.
    fn plan_resident(
        &mut self,
        app: &App,
        community: CommunityCode,
        found: Option<Candidate>,
        Home { estate, room, told }: Home,
        card: Card,
    ) -> Result<usize> {
        let Some(Candidate { resident, card: earlier, planned }) = found else {
            let tokens = app.card_tokens(community, &card);
            let id = ResidentId(app.id()?);
            let change = Change::New;
            let (before, earlier) = (None, None);
            self.residents.push(PlannedResident { id, before, estate, room, card, earlier, tokens, change });
            return Ok(self.residents.len() - 1);
        };
        let mut card = card.over(earlier.clone(), told);
        if room.is_some() && room == resident.room && earlier.address.is_some() {
            // The same door, spelt otherwise.
            card.address.clone_from(&earlier.address);
        }
        // A row without a room says nothing about a room that is known.
        let room = room.or(resident.room.filter(|_| resident.estate == estate));
        let tokens = app.card_tokens(community, &card);
        if let Some(place) = planned {
            let it = &mut self.residents[place];
            if it.change == Change::Unchanged && (it.card != card || it.room != room || it.estate != estate) {
                it.change = Change::Changed;
            }
            (it.estate, it.room, it.card, it.tokens) = (estate, room, card, tokens);
            return Ok(place);
        }
        let same = card == earlier && resident.estate == estate && resident.room == room;
        let change = if same { Change::Unchanged } else { Change::Changed };
        let (id, before) = (resident.id, Some(resident));
        let earlier = (!same).then_some(earlier);
        self.residents.push(PlannedResident { id, before, estate, room, card, earlier, tokens, change });
        Ok(self.residents.len() - 1)
    }
}

fn token(app: &App, community: CommunityCode, kind: &str, value: &str) -> Token {
    app.vault.index().value(community.as_str(), kind, value)
}

impl PlannedResident {
    /// The owner of card and tokens.
    pub(in super::super) const fn owner(&self) -> Uuid {
        self.id.0
    }
}
