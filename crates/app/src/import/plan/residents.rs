//! Residents: found again by ID number, or by name together with room or phone, so that nobody is doubled.

use super::super::card::{Card, Said};
use super::super::columns::slot;
use super::super::house::{House, room_of};
use super::super::problem::HouseProblem;
use super::super::tally::Change;
use super::Plan;
use crate::card::OWNER;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::card::Resident;
use guanjia_domain::ids::{BuildingId, EstateId, ResidentId, RoomId};
use guanjia_domain::{CommunityCode, Entity, Subject};
use guanjia_sheets::{ResidentRow, Workbook};
use guanjia_store::Tx;
use guanjia_store::vault::Token;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use uuid::Uuid;

/// A resident whom the sheets name.
pub(in super::super) struct PlannedResident {
    pub id: ResidentId,
    /// As stored; `None` for a new one. Boxed with the earlier card: most rows of a first list have neither.
    pub before: Option<Box<Resident>>,
    pub estate: EstateId,
    pub room: Option<RoomId>,
    /// The card as it shall be.
    pub card: Card,
    /// The card as it is stored, of one that changes.
    pub earlier: Option<Box<Card>>,
    pub tokens: Vec<Token>,
    pub change: Change,
}

/// Where a row says that somebody lives.
#[derive(Clone, Copy)]
struct Home {
    estate: EstateId,
    /// The building, if the row names one that there is.
    building: Option<BuildingId>,
    /// The room, if a building has it.
    room: Option<RoomId>,
    /// What the row says beside.
    said: Said,
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

/// Who of the plan is found by each token. Most tokens are one person's, and a long list has hundreds of thousands.
#[derive(Default)]
struct Planned {
    first: HashMap<Token, usize>,
    others: HashMap<Token, Vec<usize>>,
}

impl Planned {
    fn found_by(&self, token: &Token) -> impl Iterator<Item = usize> {
        let others = self.others.get(token).into_iter().flatten();
        self.first.get(token).into_iter().chain(others).copied()
    }

    fn enter(&mut self, token: Token, place: usize) {
        if self.found_by(&token).any(|it| it == place) {
            return;
        }
        match self.first.entry(token) {
            Entry::Vacant(free) => drop(free.insert(place)),
            Entry::Occupied(_) => self.others.entry(token).or_default().push(place),
        }
    }
}

/// Whether somebody may be the one a row is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    No,
    /// Only the name says so, and the phones say otherwise.
    Unclear,
    Yes,
}

/// Whether one of the homes is there, whatever estate the room belonged to then.
fn lives_in(resident: &Resident, room: RoomId) -> bool {
    resident.room == Some(room) || resident.homes.iter().any(|it| it.room == Some(room))
}

impl Candidate {
    fn fit(&self, house: &House, home: Home, card: &Card) -> Fit {
        let numbers = (&card.identity_number, &self.card.identity_number);
        let other_number = matches!(numbers, (Some(one), Some(other)) if one != other);
        if other_number || self.card.name != card.name {
            return Fit::No;
        }
        if card.phones.iter().any(|it| self.card.phones.contains(it)) {
            return Fit::Yes;
        }
        let other_phones = !card.phones.is_empty() && !self.card.phones.is_empty();
        match home.room {
            Some(room) if lives_in(&self.resident, room) => Fit::Yes,
            // The room had not been known when they were listed first.
            Some(_) if self.resident.room.is_none() && card.address == self.card.address => Fit::Yes,
            Some(_) => Fit::No,
            None if self.resident.estate != home.estate => Fit::No,
            None if home.said.room && card.address == self.card.address => Fit::Yes,
            None if home.said.room => Fit::No,
            // Another building is another person of that name; without one the name alone is not enough against phones.
            None if home.building.is_some_and(|it| self.building(house).is_some_and(|own| own != it)) => {
                Fit::No
            }
            None if other_phones => Fit::Unclear,
            None => Fit::Yes,
        }
    }

    fn building(&self, house: &House) -> Option<BuildingId> {
        let known = self.resident.room.and_then(|room| house.building_of_room(room));
        let written = || {
            let first = self.card.address.as_deref()?.split(' ').next()?;
            Some(house.buildings[house.building(self.resident.estate, first)?].now.id)
        };
        known.or_else(written)
    }

    /// Whether everything is the same by which people are told apart.
    fn is_the_same(&self, house: &House, home: Home, card: &Card) -> bool {
        let same_home = home.room.map_or(self.resident.room.is_none(), |room| lives_in(&self.resident, room));
        self.fit(house, home, card) == Fit::Yes && same_home && self.card.phones == card.phones
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
        let mut planned = Planned::default();
        let (mut unknown, mut example) = (0, String::new());
        for row in &workbook.residents {
            let Some(estate) = self.house.estate_id(&row.estate) else { continue };
            let (building, room) = self.place(estate, row);
            if room.is_none() && row.room.is_some() {
                if unknown == 0 {
                    let parts = [row.building.as_deref(), row.unit.as_deref(), row.room.as_deref()];
                    example = parts.into_iter().flatten().fold(row.estate.clone(), |all, part| all + part);
                }
                unknown += 1;
            }
            let card = Card::of_row(row);
            let home = Home { estate, building, room, said: Said::by(row) };
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
                planned.enter(*token, place);
            }
        }
        if unknown > 0 {
            self.notice(None, HouseProblem::RoomsUnknown { residents: unknown, example });
        }
        Ok(())
    }

    /// The building and the room of a row, as far as there are such.
    fn place(&self, estate: EstateId, row: &ResidentRow) -> (Option<BuildingId>, Option<RoomId>) {
        let building = row.building.as_deref().and_then(|name| self.house.building(estate, name));
        let Some(building) = building.map(|place| &self.house.buildings[place].now) else {
            return (None, None);
        };
        let room = row.room.as_deref().and_then(|room| room_of(building, row.unit.as_deref(), room));
        (Some(building.id), room.map(|(_, room)| room))
    }

    /// The one whom a row is about, if they are known. An ID number tells it alone; a name needs a phone or a room
    /// beside it. Where that fits several, the one with the same phones in the same room is it, and else nobody
    /// guesses.
    fn find(
        &self,
        app: &App,
        tx: &mut Tx,
        community: CommunityCode,
        planned: &Planned,
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
        fitting.retain(|it| it.fit(&self.house, home, card) != Fit::No);
        let same = |it: &Candidate| it.is_the_same(&self.house, home, card);
        if fitting.len() > 1 && fitting.iter().filter(|it| same(it)).count() == 1 {
            fitting.retain(same);
        }
        let several = fitting.len();
        Ok(match fitting.pop() {
            None => Found::Nobody,
            // Two rows of one file in one room under other phones: father and son, or one person twice.
            Some(it) if several > 1 || it.is_another_row(card) => Found::Several,
            Some(it) if it.fit(&self.house, home, card) == Fit::Unclear => Found::Several,
            Some(it) => Found::One(Box::new(it)),
        })
    }

    fn candidates(
        &self,
        app: &App,
        tx: &mut Tx,
        community: CommunityCode,
        planned: &Planned,
        token: &Token,
    ) -> Result<Vec<Candidate>> {
        let mut found = Vec::new();
        for place in planned.found_by(token) {
            let it = &self.residents[place];
            let resident = Resident::registered(it.id, it.estate, it.room, app.now());
            found.push(Candidate { resident, card: it.card.clone(), planned: Some(place) });
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
        Home { estate, room, said, .. }: Home,
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
        let mut card = card.over(earlier.clone(), &said);
        let same_door = room.is_some() && room == resident.room;
        let another = !same_door && room.is_some_and(|room| planned.is_some() || lives_in(&resident, room));
        // A further home, or a second one that the same file names: where they are at home first stays.
        let further = another && resident.room.is_some();
        if (same_door && earlier.address.is_some()) || further {
            card.address.clone_from(&earlier.address);
        }
        if further && room.is_some_and(|room| !lives_in(&resident, room)) {
            self.notice(None, HouseProblem::SecondHome { name: card.masked_name() });
        }
        let (estate, room) = if further {
            (resident.estate, resident.room)
        } else {
            // A row without a room says nothing about a room that is known.
            (estate, room.or(resident.room.filter(|_| resident.estate == estate)))
        };
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
        let (id, before) = (resident.id, Some(Box::new(resident)));
        let earlier = (!same).then(|| Box::new(earlier));
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
