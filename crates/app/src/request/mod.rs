//! What people do with requests.

mod act;
mod file;
mod hold;
mod links;
mod news;
mod notices;
mod photos;
mod read;
mod reminders;
mod reveal;
mod similar;

pub use act::Deed;
pub(crate) use file::person_of;
pub use file::{Filed, Filing, Reporter};
pub(crate) use hold::{DIGEST, RELEASE_TIMER};
pub use links::{HandlerLink, ResidentLink};
pub(crate) use links::{hex, same};
pub(crate) use news::{Manner, News};
pub(crate) use notices::inboxes_of;
pub use photos::StoredPhoto;
pub use read::{Detail, Happening, PartyName, PlaceName};
pub(crate) use reminders::is_still_due;
pub use similar::SimilarRequest;

use guanjia_domain::CommunityCode;
use guanjia_domain::permission::Area;
use guanjia_domain::request::Request;

/// The area of a request for the permission function.
#[must_use]
pub fn area_of(community: CommunityCode, street: Option<CommunityCode>, request: &Request) -> Area {
    Area {
        estate: Some(request.place.estate),
        building: request.place.building,
        unit: request.place.unit,
        handler: Some(request.handler),
        asked: request.asked,
        filed_by: Some(request.filed_by),
        urgent: request.urgent,
        ..Area::community(community, street)
    }
}
