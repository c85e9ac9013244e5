//! The read tables: which rows show the state of a subject. Committing, verifying and rebuilding all use this one
//! description, so they cannot disagree.

use crate::engine::Tx;
use crate::error::Result;
use crate::value::Value;
use guanjia_domain::call::Call;
use guanjia_domain::card::Resident;
use guanjia_domain::claim::Claims;
use guanjia_domain::grid::Drawings;
use guanjia_domain::house::Community;
use guanjia_domain::issue::Issue;
use guanjia_domain::numbers::Line;
use guanjia_domain::people::{Organisation, Staff};
use guanjia_domain::place::{Building, Estate};
use guanjia_domain::project::Project;
use guanjia_domain::request::Request;
use guanjia_domain::rights::RightsCase;
use guanjia_domain::survey::Survey;
use guanjia_domain::{CommunityCode, Entity};
use std::collections::HashMap;
use std::sync::LazyLock;

/// A read table with its statements.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns after `community_id`; the first `keys` of them are the rest of the key.
    pub columns: &'static [&'static str],
    /// How many columns the key has after `community_id`.
    pub keys: usize,
    insert: &'static str,
    put: &'static str,
    delete: &'static str,
    /// Reads every row of a community in the order of the key.
    pub scan: &'static str,
    /// Empties the table for a community.
    pub clear: &'static str,
    /// Finds the next community after one; each step is one look into the index.
    pub next_community: &'static str,
}

/// A row of a read table without its community.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Of which table.
    pub table: &'static Table,
    /// Its values, the key first.
    pub values: Vec<Value>,
}

impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}
impl Eq for Table {}

macro_rules! tables {
    ($($constant:ident $name:literal $keys:literal [$($column:literal)+];)+) => {
        $(
            #[doc = concat!("The table `", $name, "`.")]
            pub static $constant: LazyLock<Table> = LazyLock::new(|| table($name, &[$($column),+], $keys));
        )+
        /// Every read table, those that others build on first.
        pub static ALL: LazyLock<Vec<&'static Table>> = LazyLock::new(|| vec![$(&*$constant),+]);
    };
}

tables! {
    COMMUNITY "community" 0 ["name" "street" "body"];
    ESTATE "estate" 1 ["id" "name" "body"];
    CLAIM "claim" 2 ["estate_id" "starts_at" "steward_id" "deputy_id" "pact_signed_at"];
    BUILDING "building" 1 ["id" "estate_id" "name" "households" "outline"];
    UNIT "unit" 1 ["id" "building_id" "place" "name" "households"];
    ROOM "room" 1 ["id" "unit_id" "place" "floor" "name" "households"];
    BUILDING_MOVE "building_move" 2 ["building_id" "starts_at" "estate_id"];
    GRID "grid" 1 ["id" "name"];
    GRID_DRAWING "grid_drawing" 2 ["grid_id" "starts_at" "worker_id" "parts"];
    HAND_OVER "hand_over" 1 ["id" "body"];
    GRID_DESIGN "grid_design" 1 ["id" "body"];
    STAFF "staff" 1 ["id" "post" "tier" "organisation_id" "has_left"];
    LOAD_COMMENT "load_comment" 2 ["staff_id" "n" "at"];
    ORGANISATION "organisation" 1 ["id" "kind" "name" "has_left" "body"];
    RESIDENT "resident" 1 ["id" "estate_id" "room_id" "erased"];
    RESIDENT_HOME "resident_home" 2 ["resident_id" "place" "estate_id" "room_id" "stay"];
    RIGHTS_CASE "rights_case" 1 ["id" "claim" "asked_at" "due_at" "answered_at" "outcome"];
    REQUEST "request" 1 ["id" "number" "state" "is_open" "urgent" "estate_id" "building_id" "unit_id" "handler"
        "asked" "reported_at" "due_at" "ended_at" "version" "body" "life" "life_of"];
    OWN_WORK "own_work" 2 ["kind" "id" "is_open" "body"];
    ALLOCATION "allocation" 1 ["id" "is_open" "body"];
    PROJECT "project" 1 ["id" "estate_id" "stage" "is_open" "body"];
    PROJECT_LINK "project_link" 2 ["subject_id" "project_id"];
    WHISTLE_CALL "whistle_call" 1 ["id" "estate_id" "stage" "is_open" "body"];
    WHISTLE_CALL_REQUEST "whistle_call_request" 2 ["request_id" "call_id"];
    COMMON_ISSUE "common_issue" 1 ["id" "estate_id" "state" "is_living" "body"];
    ISSUE_MEMBER "issue_member" 2 ["issue_id" "request_id" "confirmed"];
    SAVED_VIEW "saved_view" 1 ["id" "removed" "body"];
    SURVEY "survey" 1 ["id" "estate_id" "issue_id" "stage" "body"];
    SURVEY_DOOR "survey_door" 2 ["survey_id" "place" "room_id" "said" "body"];
}

/// Writes the statements of a table once, for the life of the program.
fn table(name: &'static str, columns: &'static [&'static str], keys: usize) -> Table {
    let numbered =
        |from: usize, to: usize| (from..=to).map(|n| format!("?{n}")).collect::<Vec<_>>().join(", ");
    let key_names =
        std::iter::once("community_id").chain(columns[..keys].iter().copied()).collect::<Vec<_>>();
    let key = key_names.join(", ");
    let matches =
        key_names.iter().zip(1..).map(|(name, n)| format!("{name} = ?{n}")).collect::<Vec<_>>().join(" AND ");
    let rest = &columns[keys..];
    let conflict = if rest.is_empty() {
        "DO NOTHING".to_owned()
    } else {
        let set =
            rest.iter().map(|column| format!("{column} = excluded.{column}")).collect::<Vec<_>>().join(", ");
        format!("DO UPDATE SET {set}")
    };
    let all = columns.join(", ");
    let insert =
        format!("INSERT INTO {name} (community_id, {all}) VALUES ({})", numbered(1, columns.len() + 1));
    let kept = |sql: String| -> &'static str { Box::leak(sql.into_boxed_str()) };
    Table {
        name,
        columns,
        keys,
        put: kept(format!("{insert} ON CONFLICT ({key}) {conflict}")),
        insert: kept(insert),
        delete: kept(format!("DELETE FROM {name} WHERE {matches}")),
        scan: kept(format!("SELECT {all} FROM {name} WHERE community_id = ?1 ORDER BY {key}")),
        clear: kept(format!("DELETE FROM {name} WHERE community_id = ?1")),
        next_community: kept(format!("SELECT min(community_id) FROM {name} WHERE community_id > ?1")),
    }
}

impl TableRow {
    /// The key without the community.
    #[must_use]
    pub fn key(&self) -> &[Value] {
        &self.values[..self.table.keys]
    }
}

fn json(value: &impl serde::Serialize) -> Result<Value> {
    Ok(Value::Text(serde_json::to_string(value)?))
}

fn row(table: &'static LazyLock<Table>, values: Vec<Value>) -> TableRow {
    TableRow { table, values }
}

macro_rules! row {
    ($table:ident, $($value:expr),+ $(,)?) => { row(&$table, vec![$(Value::from($value)),+]) };
}

/// The rows that show the state of a subject.
///
/// # Errors
/// None in practice: the states can always be written as JSON.
pub fn rows_of(entity: &Entity) -> Result<Vec<TableRow>> {
    match entity {
        Entity::Community(it) => community(it),
        Entity::Estate(it, claims) => estate(it, claims),
        Entity::Building(it) => building(it),
        Entity::Grid(it) => grid(it),
        Entity::Staff(it) => Ok(staff(it)),
        Entity::Organisation(it) => organisation(it),
        Entity::Resident(it) => Ok(resident(it)),
        Entity::Rights(it) => Ok(vec![rights_case(it)]),
        Entity::Request(it) => Ok(vec![request(it)?]),
        Entity::Work(it) => {
            let (kind, id) = it.key();
            Ok(vec![row!(OWN_WORK, kind.name(), id, it.is_open(), json(it)?)])
        }
        Entity::HandOver(it) => Ok(vec![row!(HAND_OVER, it.id.0, json(it)?)]),
        Entity::Allocation(it) => Ok(vec![row!(ALLOCATION, it.id.0, it.is_open(), json(it)?)]),
        Entity::GridDesign(it) => Ok(vec![row!(GRID_DESIGN, it.id.0, json(it)?)]),
        Entity::Project(it) => project(it),
        Entity::Call(it) => call(it),
        Entity::Issue(it) => issue(it),
        Entity::Survey(it) => survey(it),
        Entity::View(it) => Ok(vec![row!(SAVED_VIEW, it.id.0, it.removed, json(it)?)]),
    }
}

fn community(it: &Community) -> Result<Vec<TableRow>> {
    Ok(vec![row!(COMMUNITY, it.name.as_str(), it.street, json(it)?)])
}

fn estate(it: &Estate, claims: &Claims) -> Result<Vec<TableRow>> {
    let own = row!(ESTATE, it.id.0, it.facts.name.as_str(), json(&it.facts)?);
    let claims = claims.iter().map(|claim| {
        row!(
            CLAIM,
            it.id.0,
            claim.starts_at,
            claim.steward.0,
            claim.deputy.map(|deputy| deputy.0),
            claim.pact_signed_at,
        )
    });
    Ok(std::iter::once(own).chain(claims).collect())
}

fn building(it: &Building) -> Result<Vec<TableRow>> {
    let outline = json(&it.outline)?;
    let mut rows =
        vec![row!(BUILDING, it.id.0, it.standing.first.0, it.name.as_str(), it.households(), outline)];
    for to in &it.standing.moves {
        rows.push(row!(BUILDING_MOVE, it.id.0, to.starts_at, to.estate.0));
    }
    for (unit, place) in it.units.iter().zip(0i64..) {
        rows.push(row!(UNIT, unit.id.0, it.id.0, place, unit.name.as_str(), unit.households()));
        for (room, place) in unit.rooms.iter().zip(0i64..) {
            rows.push(row!(
                ROOM,
                room.id.0,
                unit.id.0,
                place,
                i64::from(room.floor),
                room.name.as_str(),
                i64::from(room.households),
            ));
        }
    }
    Ok(rows)
}

fn grid(it: &Drawings) -> Result<Vec<TableRow>> {
    let mut rows = Vec::new();
    for drawing in it.iter() {
        let (worker, parts) = (drawing.worker.map(|worker| worker.0), json(&drawing.parts)?);
        rows.push(row!(GRID_DRAWING, it.id.0, drawing.starts_at, worker, parts));
    }
    // A planned grid that was taken back is none, and its name is free.
    if !rows.is_empty() {
        rows.insert(0, row!(GRID, it.id.0, it.name.as_str()));
    }
    Ok(rows)
}

fn staff(it: &Staff) -> Vec<TableRow> {
    let organisation = it.organisation.map(|organisation| organisation.0);
    let own = row!(STAFF, it.id.0, it.post.name(), it.tier.map(i64::from), organisation, it.left);
    let comments = it.comments.iter().filter(|comment| !comment.erased);
    let comments = comments.map(|comment| row!(LOAD_COMMENT, it.id.0, comment.n, comment.at));
    std::iter::once(own).chain(comments).collect()
}

fn organisation(it: &Organisation) -> Result<Vec<TableRow>> {
    Ok(vec![row!(ORGANISATION, it.id.0, it.kind.name(), it.name.as_str(), it.left, json(it)?)])
}

/// The members of an issue that has ended belong to nothing, or to the issue it became part of.
fn issue(it: &Issue) -> Result<Vec<TableRow>> {
    let living = it.state.is_living();
    let own = row!(COMMON_ISSUE, it.id.0, it.estate.0, it.state.name(), living, json(it)?);
    let members = it.members.iter().filter(|_| living);
    let members = members.map(|member| row!(ISSUE_MEMBER, it.id.0, member.request.0, member.confirmed));
    Ok(std::iter::once(own).chain(members).collect())
}

/// Whoever was erased is at home nowhere any more.
fn resident(it: &Resident) -> Vec<TableRow> {
    let own = row!(RESIDENT, it.id.0, it.estate.0, it.room.map(|room| room.0), it.erased);
    let homes = it.homes.iter().zip(0i64..).filter(|_| !it.erased);
    let homes = homes.map(|(home, place)| {
        row!(RESIDENT_HOME, it.id.0, place, home.estate.0, home.room.map(|room| room.0), home.stay.name())
    });
    std::iter::once(own).chain(homes).collect()
}

fn rights_case(it: &RightsCase) -> TableRow {
    let (answered_at, outcome) = it.answered.unzip();
    let outcome = outcome.map(|outcome| outcome.name().to_owned());
    row!(RIGHTS_CASE, it.id.0, it.right.name(), it.asked_at, it.due_at, answered_at, outcome)
}

fn project(it: &Project) -> Result<Vec<TableRow>> {
    let own = row!(PROJECT, it.id.0, it.estate.0, it.stage.name(), it.is_open(), json(it)?);
    let links = it.linked_to().into_iter().map(|subject| row!(PROJECT_LINK, subject, it.id.0));
    Ok(std::iter::once(own).chain(links).collect())
}

fn call(it: &Call) -> Result<Vec<TableRow>> {
    let own = row!(WHISTLE_CALL, it.id.0, it.estate.0, it.stage.name(), it.is_open(), json(it)?);
    let about = it.linked_to().into_iter().map(|request| row!(WHISTLE_CALL_REQUEST, request, it.id.0));
    Ok(std::iter::once(own).chain(about).collect())
}

fn survey(it: &Survey) -> Result<Vec<TableRow>> {
    let issue = it.issue.map(|issue| issue.0);
    let mut rows = vec![row!(SURVEY, it.id.0, it.estate.0, issue, it.stage.name(), json(it)?)];
    for (door, place) in it.doors.iter().zip(0i64..) {
        let (room, said) = (door.spot.room.map(|room| room.0), door.said().map_or("", |said| said.name()));
        rows.push(row!(SURVEY_DOOR, it.id.0, place, room, said, json(door)?));
    }
    Ok(rows)
}

fn request(it: &Request) -> Result<TableRow> {
    Ok(row!(
        REQUEST,
        it.id.0,
        it.number,
        it.state.name(),
        it.state.is_open(),
        it.urgent,
        it.place.estate.0,
        it.place.building.map(|building| building.0),
        it.place.unit.map(|unit| unit.0),
        it.handler.to_string(),
        it.asked.map(|asked| asked.to_string()),
        it.reported_at,
        it.due_at(),
        it.ended_at,
        it.version,
        json(it)?,
        Line::of(it).text(),
        it.version,
    ))
}

impl Tx<'_> {
    /// Writes the rows of a state over those that stand there under the same keys.
    pub(crate) fn show_over(&mut self, community: CommunityCode, state: &Entity) -> Result<()> {
        for row in rows_of(state)? {
            self.put(row.table.put, &with(community, &row.values))?;
        }
        Ok(())
    }

    /// Makes the read tables show `after` instead of `before`: rows that are gone are deleted, new or changed ones
    /// written, the rest left alone. Where several change, the old ones are deleted first: two that exchange their
    /// names must not have the same one in between.
    pub(crate) fn show(
        &mut self,
        community: CommunityCode,
        before: &[TableRow],
        after: &[TableRow],
    ) -> Result<()> {
        let key = |row: &'_ TableRow| (row.table.name, row.key().to_vec());
        let (old_rows, new_rows): (HashMap<_, _>, HashMap<_, _>) = (
            before.iter().map(|row| (key(row), row)).collect(),
            after.iter().map(|row| (key(row), row)).collect(),
        );
        let changed: Vec<_> =
            after.iter().filter(|new| old_rows.get(&key(new)).is_none_or(|old| old != new)).collect();
        let several = changed.len() > 1;
        for old in before {
            let next = new_rows.get(&key(old));
            if next.is_none_or(|new| several && *new != old) {
                self.put(old.table.delete, &with(community, old.key()))?;
            }
        }
        for new in changed {
            let is_there = !several && old_rows.contains_key(&key(new));
            let sql = if is_there { new.table.put } else { new.table.insert };
            self.put(sql, &with(community, &new.values))?;
        }
        Ok(())
    }
}

fn with(community: CommunityCode, values: &[Value]) -> Vec<Value> {
    std::iter::once(Value::from(community)).chain(values.iter().cloned()).collect()
}
