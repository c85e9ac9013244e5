//! The JSON API that outside programs rely on.
//!
//! A token says who acts and in which community; nothing in an address, a header or a body does. Errors are problem
//! documents (RFC 9457) in the caller's language. The description stands at `/api/v1/openapi.json`.

mod act;
mod ask;
mod body;
mod caller;
mod describe;
mod document;
mod estates;
mod events;
mod file;
mod list;
mod names;
mod problem;
mod reach;
mod show;

pub(crate) use act::act;
pub(crate) use caller::bearer;
pub(crate) use describe::description;
pub(crate) use estates::estates;
pub(crate) use events::events;
pub(crate) use file::file;
pub(crate) use list::list;
pub(crate) use problem::bare;
pub(crate) use show::show;
