//! The file of a request.

use crate::fault::Fault;
use crate::pages::requests::reporter;
use crate::present::{channel_of, clock_of, contact, matter_name, party_words, photos, state_of, trail};
use crate::view::Section;
use crate::view::print::RequestFilePage;
use crate::visitor::{Visitor, html};
use axum::extract::Path;
use axum::response::Response;
use guanjia_app::request::Happening;
use guanjia_domain::request::{Audience, RequestEvent};
use guanjia_domain::{Party, Refusal};

/// `GET /requests/{id}/file`.
pub(crate) async fn file(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Requests), move |visitor, tx, seat| {
            let (app, words, who) = (visitor.site.app(), visitor.look.words(), &seat.signed_in.who);
            let id = id.parse().map_err(|_| Refusal::NotFound)?;
            let community = app.find_request(tx, who, id)?;
            let detail = app.detail(tx, who, community, id)?;
            let request = &detail.request;
            let party = detail.asked.as_ref().unwrap_or(&detail.handler);
            let (open, notes) = apart(&detail.trail);
            let oldest_first = |happenings: &[Happening]| {
                let mut steps = trail(words, happenings);
                steps.reverse();
                steps
            };
            html(&RequestFilePage {
                community: app.community(tx, community)?.name,
                id: id.to_string(),
                number: request.number,
                state: state_of(request.state, request.closing),
                clock: clock_of(request),
                matter: matter_name(words, &*app.matters(tx, community)?, request.matter.as_deref()),
                place: detail.place.line(),
                channel: channel_of(request.channel),
                filed_at: request.reported_at.0,
                due: request.due_at().0,
                text: detail.text.clone().unwrap_or_else(|| words.say("text-erased").to_owned()),
                photos: photos(&detail, &format!("/requests/{id}")),
                reporter: reporter(&detail, None, app.was_on_behalf(&detail)),
                joined: request.joined,
                steward: contact(&detail.steward),
                handler: (party.party != Party::Steward).then(|| party_words(words, party)),
                reply: open.iter().rev().find(|it| is_reply(it)).and_then(|it| it.words.clone()),
                steps: oldest_first(&open),
                notes: oldest_first(&notes),
                page: seat.frame,
            })
        })
        .await
}

fn is_reply(it: &Happening) -> bool {
    matches!(it.event, RequestEvent::Disposed { .. })
}

/// What happened without what only the office may read, and that alone.
fn apart(happenings: &[Happening]) -> (Vec<Happening>, Vec<Happening>) {
    let (mut open, mut notes) = (Vec::new(), Vec::new());
    for it in happenings {
        let is_internal = matches!(it.event.words(), Some((_, Audience::Staff)));
        let said = it.words.clone().filter(|_| is_internal);
        let note = it.note.clone().or(said);
        if note.is_some() {
            notes.push(Happening { words: None, note, ..it.clone() });
        }
        let words = it.words.clone().filter(|_| !is_internal);
        open.push(Happening { words, note: None, ..it.clone() });
    }
    (open, notes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use guanjia_domain::{Actor, Moment};

    #[test]
    fn the_reply_stays_and_the_note_beside_it_does_not() {
        let disposed = Happening {
            seq: 1,
            at: Moment(0),
            actor: Actor::SYSTEM,
            actor_name: String::new(),
            event: RequestEvent::Disposed { reply: 1, note: Some(2), photos: 0 },
            to: None,
            words: Some("灯换好了。".to_owned()),
            note: Some("居民情绪激动。".to_owned()),
        };
        let event = RequestEvent::Returned { words: 3 };
        let returned =
            Happening { event, words: Some("不归我们管。".to_owned()), note: None, ..disposed.clone() };
        let (open, notes) = apart(&[disposed, returned]);
        assert_eq!(open.iter().map(|it| it.words.as_deref()).collect::<Vec<_>>(), [Some("灯换好了。"), None]);
        assert!(open.iter().all(|it| it.note.is_none()));
        let kept: Vec<_> = notes.iter().map(|it| (it.words.clone(), it.note.as_deref())).collect();
        assert_eq!(kept, [(None, Some("居民情绪激动。")), (None, Some("不归我们管。"))]);
    }
}
