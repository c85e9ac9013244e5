//! Types, commands, events, state, permissions, clocks and masking: pure.
//!
//! A command is decided in one place, and what it changes is a list of events; the state is folded from events.
//! Time, ids and rules come in as arguments, so that the server and the simulation drive the same code.

pub mod allocation;
pub mod burden;
pub mod call;
pub mod card;
pub mod claim;
pub mod community;
pub mod duty;
pub mod event;
pub mod grid;
pub mod grid_design;
pub mod hand_over;
pub mod house;
pub mod ids;
pub mod issue;
pub mod ledger;
pub mod moment;
pub mod numbers;
pub mod office;
pub mod own_work;
pub mod partition;
pub mod party;
pub mod people;
pub mod permission;
pub mod place;
pub mod project;
pub mod query;
pub mod refusal;
pub mod report;
pub mod request;
pub mod rights;
pub mod saved_view;
pub mod survey;
pub mod text;
pub mod timetable;
pub mod told_sheets;

pub use community::CommunityCode;
pub use event::{Body, Event, HouseEvent, Subject};
pub use house::Entity;
pub use moment::Moment;
pub use party::{Actor, Party, Role};
pub use refusal::{Refusal, RefusalKind};

pub mod calendar;
mod digits;
pub mod division;
pub mod identity_number;
pub mod limit;
pub mod masking;
pub mod matter;
pub mod phone;
pub mod place_text;
mod worded;
