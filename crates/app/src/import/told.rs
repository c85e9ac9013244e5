//! What people say of the columns of a sheet: remembered for the next sheet with the same headings.

use super::read::Sheets;
use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Refusal, Subject};
use guanjia_sheets::{Mappings, Source, is_field_word};
use guanjia_store::{Answer, Tx};

/// Columns by their number, each with the word of a field.
pub type ToldColumns = Vec<(u32, String)>;

impl App {
    /// Remembers what the columns of a sheet hold, under the mark of its headings. What is known already makes no
    /// event.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`]; [`Refusal::NotAChoice`] for a word that is no field, or a field of two columns.
    pub fn tell_columns(
        &self,
        who: &Principal,
        community: CommunityCode,
        source: &str,
        columns: ToldColumns,
    ) -> Answer<(), AppError> {
        let (app, who, source) = (self.clone(), who.clone(), source.to_owned());
        self.db.write(community, move |tx| app.tell_columns_now(tx, &who, community, &source, &columns))
    }

    fn tell_columns_now(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        source: &str,
        columns: &ToldColumns,
    ) -> Result<()> {
        allow(who, Action::ChangePlaces, &Area::community(community, None))?;
        check(source, columns)?;
        let before = tx.entity(community, Subject::Community)?.ok_or(Refusal::NotFound)?;
        let Entity::Community(it) = &before else { return Err(Refusal::NotFound.into()) };
        if it.sheets.of(source).unwrap_or_default() == columns.as_slice() {
            return Ok(());
        }
        let event = HouseEvent::SheetColumnsTold { source: source.to_owned(), columns: columns.clone() };
        self.record_house(tx, who, community, Subject::Community, Some(before), event)
    }

    /// Everything that was said of columns so far.
    pub(super) fn told_columns(&self, tx: &mut Tx, community: CommunityCode) -> Result<Mappings> {
        let told = tx.community(community)?.map(|it| it.sheets).unwrap_or_default();
        let one = |it: &guanjia_domain::told_sheets::ToldSheet| {
            (it.source.clone(), it.columns.iter().cloned().collect())
        };
        Ok(Mappings { sources: told.iter().map(one).collect(), names: Vec::new() })
    }

    /// Remembers the sheets in which one of the headings stands of which somebody said what it is.
    ///
    /// # Errors
    /// As [`App::tell_columns`].
    pub fn remember_headings(
        &self,
        who: &Principal,
        community: CommunityCode,
        sheets: &Sheets,
        names: &[(String, String)],
    ) -> Result<()> {
        let is_named = |source: &&Source| {
            source.columns.iter().any(|column| names.iter().any(|(name, _)| *name == column.name))
        };
        for source in sheets.sources.iter().map(|(_, source)| source).filter(is_named) {
            let told = source.columns.iter().filter_map(|it| Some((it.number, it.field.clone()?))).collect();
            self.tell_columns(who, community, &source.mark, told).wait()?;
        }
        Ok(())
    }
}

/// A mark is what the reader makes, a word a field of one kind of sheet, and no field is in two columns.
fn check(source: &str, columns: &ToldColumns) -> Result<()> {
    let wrong = |value: &str| Refusal::NotAChoice { field: "column", value: value.to_owned() };
    let is_mark = source.len() == 32 && source.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_mark || columns.len() > guanjia_sheets::MOST_COLUMNS as usize {
        return Err(wrong(source).into());
    }
    let kind_of = |word: &'_ str| word.split_once('.').map(|(kind, _)| kind.to_owned());
    let kind = columns.iter().find_map(|(_, word)| kind_of(word));
    for (at, (_, word)) in columns.iter().enumerate() {
        let own = kind_of(word);
        let other_kind = own.is_some() && own != kind;
        let twice = own.is_some() && columns.iter().skip(at + 1).any(|(_, other)| other == word);
        if !is_field_word(word) || other_kind || twice {
            return Err(wrong(word).into());
        }
    }
    Ok(())
}
