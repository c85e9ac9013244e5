//! What calls hold of somebody: the rights desk finds, copies and erases it.
//!
//! A call has no names. But what is asked and what was tried is written about a request, so it may say who reported
//! it. Texts of a call that is about that one request alone are theirs; of a call about several, those that name them.

use crate::error::Result;
use crate::office::{App, Person};
use crate::own_work::texts::words_slot;
use guanjia_domain::CommunityCode;
use guanjia_domain::call::Call;
use guanjia_domain::ids::{CallId, RequestId};
use guanjia_domain::phone::Phone;
use guanjia_store::{Kind, Slot, Tx};
use uuid::Uuid;

/// Texts of a call that are about somebody.
#[derive(Clone, Debug)]
pub struct HeldCall {
    /// Which call.
    pub id: CallId,
    /// Since when, milliseconds of the epoch.
    pub at: i64,
    /// The texts by number.
    pub words: Vec<(u32, String)>,
}

impl App {
    /// The texts of calls about a request that whoever has this phone reported, or that name them.
    pub(crate) fn held_calls(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        owner: Uuid,
        phone: &Phone,
    ) -> Result<Vec<HeldCall>> {
        let (mut held, request) = (Vec::new(), RequestId(owner));
        let mut persons = Vec::new();
        for (n, _) in tx.kept_of(community, owner, Kind::Reporter)? {
            let person: Option<Person> =
                self.opened(tx, &Slot { community, owner, kind: Kind::Reporter, n })?;
            persons.extend(person.filter(|it| it.phone == phone.as_str()).map(|person| (n, person)));
        }
        for call in tx.calls_of(community, request)? {
            let alone =
                persons.iter().any(|(n, _)| *n == 0) && self.is_alone(tx, community, &call, request)?;
            let mut words = Vec::new();
            for n in 0..call.words {
                let text = self.work_text(tx, community, call.id.0, n)?;
                let named = persons.iter().any(|(_, person)| names(&text, person));
                if !text.is_empty() && (alone || named) {
                    words.push((n, text));
                }
            }
            if !words.is_empty() {
                held.push(HeldCall { id: call.id, at: call.blown_at.0, words });
            }
        }
        Ok(held)
    }

    /// Whether a call is about nothing else that is still there.
    fn is_alone(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        call: &Call,
        request: RequestId,
    ) -> Result<bool> {
        for other in call.requests.iter().filter(|it| **it != request) {
            if tx.request(community, *other)?.is_some_and(|it| !it.erased) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Takes out these texts of a call.
    pub(crate) fn erase_call_texts(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        held: &HeldCall,
    ) -> Result<()> {
        for (n, _) in &held.words {
            tx.erase_item(&words_slot(community, held.id.0, *n))?;
        }
        Ok(())
    }
}

/// Whether a text names somebody, by name or phone.
fn names(text: &str, person: &Person) -> bool {
    let there = |part: &str| part.chars().count() > 1 && text.contains(part);
    there(&person.name) || there(&person.phone)
}
