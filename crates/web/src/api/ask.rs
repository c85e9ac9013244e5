//! What is asked of a request: the bodies of the verbs, and the commands they become.

use super::body::json;
use super::problem::Wrong;
use guanjia_domain::limit::Limit;
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{Command, Request};
use guanjia_domain::text::Text;
use guanjia_domain::{Moment, Party, Refusal};
use serde::Deserialize;
use utoipa::ToSchema;

macro_rules! asked {
    ($($(#[$of:meta])* $name:ident { $($(#[$inner:meta])* $field:ident),* })+) => {$(
        $(#[$of])*
        #[derive(Deserialize, ToSchema)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name {
            $($(#[$inner])* $field: Option<String>,)*
        }
    )+};
}

asked! {
    /// Nothing more is needed.
    Nothing {}
    /// To whom it is handed.
    Dispatch {
        /// `grid_worker:…` or `organisation:…` with the id.
        #[schema(value_type = String, required)]
        to,
        /// What they should know.
        #[schema(max_length = 2000)]
        words
    }
    /// What was done.
    Dispose {
        /// The public reply.
        #[schema(value_type = String, required, min_length = 1, max_length = 2000)]
        reply,
        /// An internal note.
        #[schema(max_length = 2000)]
        note
    }
    /// How it ends.
    Close {
        /// The reason of a special end; null for what was done and checked.
        #[schema(max_length = 2000)]
        special
    }
    /// Who is called for help.
    Escalate {
        /// `street_office`, or `district_bureau:…` with the id.
        #[schema(value_type = String, required)]
        to,
        /// Why.
        #[schema(value_type = String, required, min_length = 1, max_length = 2000)]
        reason
    }
    /// Until when it is put aside.
    Suspend {
        /// A moment in the future, within a year.
        #[schema(value_type = String, format = DateTime, required)]
        until,
        /// Why.
        #[schema(value_type = String, required, min_length = 1, max_length = 2000)]
        reason
    }
    /// How much more time it gets.
    Extend {
        /// Such as 3wd, 90wm, 24h, 7d, same_day; counted from now.
        #[schema(value_type = String, required)]
        limit,
        /// Why.
        #[schema(value_type = String, required, min_length = 1, max_length = 2000)]
        reason
    }
    /// Why.
    Reason {
        /// The reason.
        #[schema(value_type = String, required, min_length = 1, max_length = 2000)]
        reason
    }
}

/// What is asked, as far as the body says it.
pub(super) enum Ask {
    /// The steward takes it on, or whoever was asked does.
    Accept,
    /// Whoever has it gives it back.
    Return(Text),
    /// This.
    Do(Command),
}

impl Ask {
    /// What a verb and its body ask.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] for a verb that the API does not have; else what is wrong with the body.
    pub(super) fn read(verb: &str, body: &[u8]) -> Result<Self, Wrong> {
        let body: &[u8] = if body.is_empty() { b"{}" } else { body };
        Ok(Self::Do(match verb {
            "accept" => {
                let Nothing {} = json(body)?;
                return Ok(Self::Accept);
            }
            "return" => return Ok(Self::Return(reason(body)?)),
            "dispatch" => {
                let it: Dispatch = json(body)?;
                Command::Dispatch { to: party(it.to)?, words: optional("words", it.words)? }
            }
            "dispose" => {
                let it: Dispose = json(body)?;
                let (reply, note) = (text("reply", it.reply)?, optional("note", it.note)?);
                Command::Dispose { reply, note, photos: 0 }
            }
            "check" => {
                let Nothing {} = json(body)?;
                Command::Check { words: None }
            }
            "close" => {
                let it: Close = json(body)?;
                Command::Close { special: optional("special", it.special)? }
            }
            "escalate" => {
                let it: Escalate = json(body)?;
                Command::Escalate { to: party(it.to)?, reason: text("reason", it.reason)? }
            }
            "suspend" => {
                let it: Suspend = json(body)?;
                Command::Suspend { until: moment(it.until)?, reason: text("reason", it.reason)? }
            }
            "extend" => {
                let it: Extend = json(body)?;
                Command::Extend { more: limit(it.limit)?, reason: text("reason", it.reason)? }
            }
            "reopen" => Command::Reopen { reason: reason(body)? },
            "void" => Command::Void { reason: reason(body)? },
            _ => return Err(Refusal::NotFound.into()),
        }))
    }

    /// The command, by who asks it of which request.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`] for somebody who speaks for nobody.
    pub(super) fn command(&self, who: &Principal, request: &Request) -> Result<Command, Refusal> {
        let party = who.party_in(request.handler, request.asked);
        match self {
            Self::Accept => match party.filter(|_| request.asked == party) {
                Some(by) => Ok(Command::Take { by }),
                None => Ok(Command::Accept),
            },
            Self::Return(reason) => {
                let by = party.ok_or(Refusal::Forbidden)?;
                Ok(Command::Return { by, reason: reason.clone() })
            }
            Self::Do(command) => Ok(command.clone()),
        }
    }
}

fn reason(body: &[u8]) -> Result<Text, Wrong> {
    let it: Reason = json(body)?;
    text("reason", it.reason)
}

fn text(field: &'static str, typed: Option<String>) -> Result<Text, Wrong> {
    Ok(Text::new(field, &typed.unwrap_or_default())?)
}

fn optional(field: &'static str, typed: Option<String>) -> Result<Option<Text>, Wrong> {
    Ok(Text::optional(field, &typed.unwrap_or_default())?)
}

fn party(typed: Option<String>) -> Result<Party, Wrong> {
    let typed = typed.ok_or(Refusal::TextMissing { field: "to" })?;
    typed.parse().map_err(|_| Refusal::NotAChoice { field: "to", value: typed }.into())
}

fn moment(typed: Option<String>) -> Result<Moment, Wrong> {
    let typed = typed.ok_or(Refusal::TextMissing { field: "until" })?;
    let at: Result<jiff::Timestamp, _> = typed.parse();
    at.map(Moment::from).map_err(|_| Wrong::BadValue("until".to_owned()))
}

fn limit(typed: Option<String>) -> Result<Limit, Wrong> {
    let typed = typed.ok_or(Refusal::TextMissing { field: "limit" })?;
    typed.parse().map_err(Wrong::BadLimit)
}
