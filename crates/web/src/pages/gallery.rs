//! Every component on one page.

use crate::fault::Fault;
use crate::view::office::GalleryPage;
use crate::visitor::{Visitor, html};
use axum::response::{IntoResponse, Response};
use guanjia_domain::Refusal;

/// `GET /gallery`, in the demo only: elsewhere there is no such page.
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Fault> {
    if visitor.site.config().demo.is_none() {
        return Err(Refusal::NotFound.into());
    }
    Ok(html(&GalleryPage::new(visitor.frame()))?.into_response())
}
