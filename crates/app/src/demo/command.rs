//! From a step of the story to what the use cases take.

use crate::error::Result;
use crate::request::{self, Filing, StoredPhoto};
use guanjia_domain::ids::RequestId;
use guanjia_domain::limit::Limit;
use guanjia_domain::request::{Channel, Command};
use guanjia_domain::text::Text;
use guanjia_simulate::story::{self, What};
use std::num::NonZeroU32;

/// A filing of the story as somebody would send it.
pub(super) fn filing(id: RequestId, told: &story::Filing, photos: Vec<StoredPhoto>) -> Filing {
    let taken_down = matches!(told.channel, Channel::Phone | Channel::Counter | Channel::Group);
    Filing {
        id,
        place: told.place,
        text: told.text.clone(),
        matter: Some(told.matter.to_owned()),
        channel: told.channel,
        urgent: told.urgent,
        on_behalf: taken_down,
        reporter: reporter(&told.reporter),
        photos,
        done_on_spot: false,
    }
}

/// Who reported or joined.
pub(super) fn reporter(told: &story::Reporter) -> request::Reporter {
    request::Reporter { name: told.name.clone(), phone: told.phone.clone() }
}

/// What is done with a request that exists, with so many photos where it takes any; `None` for filing and joining,
/// which have ways of their own.
pub(super) fn command(what: &What, photos: u32) -> Result<Option<Command>> {
    Ok(Some(match what {
        What::File(_) | What::Join(_) => return Ok(None),
        What::Accept => Command::Accept,
        What::Refuse(reason) => Command::Refuse { reason: text(reason)? },
        What::DoneOnSpot(words) => Command::DoneOnSpot { words: Some(text(words)?), photos },
        What::Dispatch(to, words) => {
            Command::Dispatch { to: *to, words: words.as_deref().map(text).transpose()? }
        }
        What::Take(by) => Command::Take { by: *by },
        What::Return(by, reason) => Command::Return { by: *by, reason: text(reason)? },
        What::Extend { reason, working_days } => {
            let days = NonZeroU32::new(*working_days).unwrap_or(NonZeroU32::MIN);
            Command::Extend { reason: text(reason)?, more: Limit::WorkingDays(days) }
        }
        What::Suspend { reason, until } => Command::Suspend { reason: text(reason)?, until: (*until).into() },
        What::Resume => Command::Resume,
        What::Escalate(to, reason) => Command::Escalate { to: *to, reason: text(reason)? },
        What::Dispose { reply, note } => {
            Command::Dispose { reply: text(reply)?, note: note.as_deref().map(text).transpose()?, photos }
        }
        What::Check => Command::Check { words: None },
        What::Rework(reason) => Command::Rework { reason: text(reason)? },
        What::Close => Command::Close { special: None },
        What::Reopen(reason) => Command::Reopen { reason: text(reason)? },
        What::Void(reason) => Command::Void { reason: text(reason)? },
        What::Merge(into) => Command::Merge { into: *into },
        What::FollowUp(outcome) => Command::FollowUp(*outcome),
        What::Rate(satisfied) => Command::Rate { satisfied: *satisfied },
    }))
}

fn text(words: &str) -> Result<Text> {
    Ok(Text::new("text", words)?)
}
