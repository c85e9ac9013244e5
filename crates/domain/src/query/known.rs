//! The closed lists that a query may name.

use super::error::QueryErrorKind;
use super::field::Field;
use crate::community::CommunityCode;
use crate::request::{Channel, State};

/// What the own community knows.
#[derive(Clone, Debug)]
pub struct Known<'a> {
    /// The own community.
    pub community: CommunityCode,
    /// The names of the estates that the reader may see.
    pub estates: Vec<&'a str>,
    /// The codes of matters, each with the words people write for it.
    pub matters: Vec<(&'a str, &'a str)>,
    /// The codes of classes, each with the words people write for it.
    pub classes: Vec<(&'a str, &'a str)>,
}

/// The kinds of party, as a query names them.
pub(super) const PARTIES: [&str; 5] =
    ["steward", "grid_worker", "organisation", "street_office", "district_bureau"];

impl Known<'_> {
    /// The word as the list has it.
    ///
    /// # Errors
    /// [`QueryErrorKind::NotListed`]; [`QueryErrorKind::OtherCommunity`].
    pub(super) fn word(&self, field: Field, typed: &str) -> Result<String, QueryErrorKind> {
        let coded = |list: &[(&str, &str)]| {
            list.iter()
                .find(|(code, words)| *code == typed || *words == typed)
                .map(|(code, _)| (*code).to_owned())
        };
        let found = match field {
            Field::Estate => self.estates.iter().find(|name| **name == typed).map(|name| (*name).to_owned()),
            Field::Matter => coded(&self.matters),
            Field::Class => coded(&self.classes),
            Field::State => State::of_name(typed).map(|state| state.name().to_owned()),
            Field::Channel => Channel::of_name(typed).map(|channel| channel.name().to_owned()),
            Field::Handler => PARTIES.iter().find(|kind| **kind == typed).map(|kind| (*kind).to_owned()),
            Field::Community if typed == self.community.as_str() => Some(typed.to_owned()),
            Field::Community => return Err(QueryErrorKind::OtherCommunity),
            _ => None,
        };
        found.ok_or_else(|| QueryErrorKind::NotListed(field, typed.to_owned()))
    }
}
