//! What the columns of a sheet hold, said by hand and remembered.

use super::{again, lang, look, staged};
use crate::fault::Fault;
use crate::refusals::told;
use crate::view::office::{TellColumn, TellSheet};
use crate::view::{Choice, ChoiceGroup, Problem};
use crate::visitor::{Seat, Visitor};
use crate::words::Words;
use axum::extract::Form;
use axum::response::Response;
use guanjia_app::import::{SheetFile, Sheets, ToldColumns, UploadId};
use guanjia_app::{App, AppError};
use guanjia_domain::Refusal;
use guanjia_sheets::{FieldChoice, LEFT_OUT, Source, SourceColumn, field_choices};

/// Sheets that are asked about at once, and columns of one: more than that nobody says by hand.
const MOST_SHEETS: usize = 8;
const MOST_COLUMNS: usize = 40;
/// What the name of a column's form field begins with.
const COLUMN: &str = "column-";

/// The sheets of an upload that somebody can say something of.
pub(super) fn sheets(words: &Words, found: &Sheets) -> Vec<TellSheet> {
    let fields = field_choices(lang(words));
    let tell = |(_, source): &(String, Source)| {
        // A column that its heading says is not asked about.
        let asked = |it: &&SourceColumn| source.kind.is_none() || source.told || it.field.is_none();
        let column = |it: &SourceColumn| TellColumn {
            number: it.number,
            letter: it.letter.clone(),
            name: it.name.clone(),
            samples: it.samples.clone(),
            fields: groups(words, &fields, source.kind.as_deref(), it.field.as_deref()),
        };
        TellSheet {
            sheet: source.sheet.to_string(),
            source: source.mark.clone(),
            unknown: source.kind.is_none(),
            columns: source.columns.iter().filter(asked).take(MOST_COLUMNS).map(column).collect(),
        }
    };
    let told = found.sources.iter().map(tell);
    told.filter(|sheet| !sheet.columns.is_empty()).take(MOST_SHEETS).collect()
}

/// The fields of every sheet, first of the one that it was read as: that may be wrong, too.
fn groups(words: &Words, all: &[FieldChoice], kind: Option<&str>, now: Option<&str>) -> Vec<ChoiceGroup> {
    let mut groups: Vec<ChoiceGroup> = Vec::new();
    let is_own = |it: &&FieldChoice| it.word.split('.').next() == kind;
    for field in all.iter().filter(is_own).chain(all.iter().filter(|it| !is_own(it))) {
        let choice = Choice {
            chosen: now == Some(field.word.as_str()),
            ..Choice::new(field.word.as_str(), field.name.1)
        };
        match groups.last_mut().filter(|group| group.label == field.name.0) {
            Some(group) => group.choices.push(choice),
            None => groups.push(ChoiceGroup { label: field.name.0.to_owned(), choices: vec![choice] }),
        }
    }
    let out =
        Choice { chosen: now == Some(LEFT_OUT), ..Choice::new(LEFT_OUT, words.say("columns-left-out")) };
    groups.push(ChoiceGroup { label: words.say("columns-other").to_owned(), choices: vec![out] });
    groups
}

/// What the form says.
#[derive(Default)]
struct Told {
    csrf: String,
    mark: String,
    source: String,
    columns: ToldColumns,
}

impl Told {
    fn of(fields: Vec<(String, String)>) -> Result<Self, Refusal> {
        let mut told = Self::default();
        for (name, value) in fields {
            let number = name.strip_prefix(COLUMN).and_then(|number| number.parse().ok());
            match (name.as_str(), number) {
                ("csrf", _) => told.csrf = value,
                ("mark", _) => told.mark = value,
                ("source", _) => told.source = value,
                (_, Some(number)) if !value.is_empty() => told.columns.push((number, value)),
                (_, Some(_)) => {}
                _ => return Err(Refusal::NotAChoice { field: "form", value: name }),
            }
        }
        Ok(told)
    }
}

/// `POST /import/columns`: remembers what was said and looks at the files again.
pub(crate) async fn tell(
    visitor: Visitor,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let told = Told::of(fields)?;
    let seat = visitor.acting(&told.csrf).await?;
    let words = visitor.look.words();
    Ok(visitor.site.run(move |site| remember(site.app(), seat, words, told)).await?)
}

fn remember(app: &App, seat: Seat, words: &Words, said: Told) -> Result<Response, AppError> {
    let (who, home) = (seat.signed_in.who.clone(), seat.home);
    let files: Vec<SheetFile> = match staged(app, &seat, &said.mark) {
        Ok(files) => files,
        Err(AppError::Refused(Refusal::LinkEnded)) => {
            let gone = Problem::new(words, "files", "problem-upload-gone", "cure-upload-gone", &[]);
            return again(app, seat, None, vec![gone].into());
        }
        Err(error) => return Err(error),
    };
    match app.tell_columns(&who, home, &said.source, said.columns).wait() {
        Ok(()) => {
            discard(app, &seat, &said.mark);
            look(app, seat, words, &files)
        }
        Err(AppError::Refused(refusal)) if crate::pages::claims::is_told(&refusal) => {
            again(app, seat, None, vec![Problem { field: "files".into(), ..told(words, &refusal) }].into())
        }
        Err(error) => Err(error),
    }
}

/// The files are kept anew with the next look.
fn discard(app: &App, seat: &Seat, mark: &str) {
    let Ok(upload) = mark.parse().map(UploadId) else { return };
    let (home, discarding) = (seat.home, app.clone());
    if let Err(error) = app.db.write(home, move |tx| discarding.discard_upload(tx, home, upload)).wait() {
        tracing::warn!(%error, "an upload stays until its hour is over");
    }
}
