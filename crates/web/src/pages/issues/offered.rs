//! Matters that a text is likely about: proposed to whoever files or accepts, never chosen for them.

use crate::fault::Fault;
use crate::present::matter_name;
use crate::view::Choice;
use crate::view::issue::OfferedPart;
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::Form;
use axum::response::Response;
use guanjia_app::{App, AppError, office_allow};
use guanjia_domain::CommunityCode;
use guanjia_domain::permission::{Action, Area};
use guanjia_domain::text::Text;
use guanjia_store::Tx;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Typing {
    #[serde(default)]
    text: String,
}

/// `POST /requests/matters`: asked while somebody types; what they type stands in no address.
pub(crate) async fn offer(visitor: Visitor, Form(typing): Form<Typing>) -> Result<Response, Fault> {
    visitor
        .signed(None, move |visitor, tx, seat| {
            office_allow(&seat.signed_in.who, Action::File, &Area::community(seat.home, None))?;
            let (app, words) = (visitor.site.app(), visitor.look.words());
            let offered = offered(app, tx, words, seat.home, &typing.text, "")?;
            html(&OfferedPart { page: seat.frame, offered })
        })
        .await
}

/// The matters of a text as choices.
pub(crate) fn offered(
    app: &App,
    tx: &mut Tx,
    words: &Words,
    home: CommunityCode,
    text: &str,
    chosen: &str,
) -> Result<Vec<Choice>, AppError> {
    let list = app.matters(tx, home)?;
    let short: String = text.chars().take(Text::MAX).collect();
    let codes = app.suggested_matters(tx, home, &short)?;
    let choice = |code: String| {
        let name = matter_name(words, &list, Some(&code))?;
        Some(Choice::new(code, name).chosen_if(chosen))
    };
    Ok(codes.into_iter().filter_map(choice).collect())
}
