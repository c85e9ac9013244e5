//! The problems in English: what is wrong, and the cure.

use super::{ProblemKind as Kind, Skipped};

pub(super) fn words(kind: &Kind) -> (String, String) {
    match kind {
        Kind::FileTooLarge { size, limit } => {
            say(format!("the file has {size} MB, more than {limit} MB"), "Split it and import the parts")
        }
        Kind::NotASheet => say("this is no spreadsheet", "Save it as .xlsx or .csv and import that"),
        Kind::LegacyOrLocked => say(
            "this is an old .xls file, or a password locks it",
            "Remove the password, save it as “Excel workbook (.xlsx)” and import that",
        ),
        Kind::Damaged { detail } => {
            say(format!("the file is damaged ({detail})"), "Open it in Excel, save a copy and import that")
        }
        Kind::Bomb { part } => say(
            format!("“{part}” inside the file unpacks to an unreasonable size and was not opened"),
            "Check where the file comes from, or copy its content into a new workbook",
        ),
        Kind::UnreadableText => say(
            "the text encoding of the file is not known",
            "Save it as “CSV UTF-8” or .xlsx and import that",
        ),
        Kind::TooManySheets { limit } => say(format!("more than {limit} sheets"), "Split the file"),
        Kind::TooManyRows { limit } => say(format!("more than {limit} rows"), "Split the file"),
        Kind::TooManyCells { limit } => say(
            format!("more than {limit} filled cells"),
            "Delete columns that are not needed, or split the file",
        ),
        Kind::CellOutside { cell } => say(
            format!("cell {cell} is beyond the 256th column"),
            "Clear that cell; data belongs into columns A to IV",
        ),
        Kind::TooLong { limit } => {
            say(format!("more than {limit} characters"), "Shorten it and put the rest into the remark")
        }
        Kind::RowsOutOfOrder => {
            say("the rows are out of order", "Open the file in Excel, save a copy and import that")
        }
        Kind::NoKnownSheet => say(
            "no sheet has a header that is known",
            "Use a template of this program, or rename the header cells as in the template",
        ),
        Kind::SheetIgnored => say(
            "no known header, so this sheet was not read",
            "If it holds data to import, rename its header cells as in the template",
        ),
        Kind::MissingColumn { zh, en } => {
            say(format!("the column “{en}” ({zh}) is missing"), "Add it and fill it in, or use the template")
        }
        Kind::RepeatedColumn { column } => {
            say(format!("the column “{column}” is there twice"), "Keep one of them")
        }
        Kind::UnknownColumns { columns } => say(
            format!("columns that are not known: {}", columns.join(", ")),
            "They are kept under their names; if a name is misspelt, write it as in the template",
        ),
        Kind::DeclinedColumns { columns } => say(
            format!("columns that are left out on purpose: {}", columns.join(", ")),
            "Nothing to do: they were chosen to be left out, or are the “key persons” of whom this program keeps no list",
        ),
        Kind::RowSkipped { why } => {
            let text = match why {
                Skipped::Sum => "this row holds sums and was left out",
                Skipped::Header => "this row repeats the header and was left out",
                Skipped::Remark => "this row is a remark and was left out",
            };
            say(text, "If it holds data, write them in a row of their own")
        }
        Kind::BuildingOfSheet { building } => say(
            format!("there is no column for the building; by the name of the sheet it is “{building}”"),
            "If it is another building, add the column “Building”",
        ),
        Kind::BecameDate => say(
            "Excel has turned this cell into a date, and what was written can no longer be seen",
            "Set the column to “Text”, then write it again as it was, for example 3-2",
        ),
        Kind::TwoHouseholders { first } => say(
            format!(
                "this row and row {} of sheet “{}” are both the householder of one household",
                first.row, first.sheet
            ),
            "A household has one householder: correct one of the rows, or tell two households apart by “Household number”",
        ),
        Kind::DeclinedTag => say(
            "a tag that is no care tag was left out",
            "Care tags are: living alone, very old, disabled, wheelchair, low income, expecting, newborn; nothing to do for others",
        ),
        Kind::NotADay => say(
            "the cell is no date and was left out",
            "Write 2019-05-01, or leave it empty if it is not known",
        ),
        Kind::Required => say("a required cell is empty", "Fill it in"),
        Kind::CellError { code } => {
            say(format!("the cell holds the error {code}"), "Correct the formula, or paste its value")
        }
        Kind::NotANumber { value } => {
            say(format!("“{value}” is no number"), "Write digits only, without a unit")
        }
        Kind::Negative => say("a count cannot be below 0", "Write 0 or a whole number above it"),
        Kind::Fraction => say("a count cannot have a fraction", "Write a whole number"),
        Kind::OutOfRange { least, most } => {
            say(format!("the number should lie between {least} and {most}"), "Check and correct it")
        }
        Kind::NotAChoice { value, choices } => {
            let choices: Vec<&str> = choices.iter().map(|(_, english)| english.as_str()).collect();
            say(
                format!("“{value}” is none of the words of this column"),
                format!("Choose one of: {}", choices.join(", ")),
            )
        }
        Kind::BadPhone => say(
            "this is no telephone number",
            "A mobile number has 11 digits and begins with 1; write a landline with its area code, as 0351-1234567; put semicolons between several",
        ),
        Kind::AreaCodeMissing => say("the area code is missing", "Write it in front, as 0351-6012345"),
        Kind::IdentityLostDigits => say(
            "the ID number was stored as a number and has lost its last digits",
            "Set the column to “Text”, then type all 18 characters again",
        ),
        Kind::IdentityLegacy => {
            say("this is an old ID number of 15 digits", "Write the one of 18, or leave the cell empty")
        }
        Kind::IdentityForm => say(
            "an ID number has 18 digits, the last may be X",
            "Check and correct it, or leave the cell empty",
        ),
        Kind::IdentityDate => {
            say("the date of birth inside the ID number does not exist", "Correct it by the card")
        }
        Kind::IdentityCheckDigit => say(
            "the check digit of the ID number does not fit, so one digit is probably wrong",
            "Correct it by the card",
        ),
        Kind::BadTier { value } => say(
            format!("the tier “{value}” does not exist"),
            "Write 1, 2 or 3 (1 is the highest), or leave it empty",
        ),
        Kind::BadScope { value } => say(
            format!("the scope “{value}” cannot be read"),
            "Write “estate:1-4号楼、6号楼” or “estate:5号楼1-2单元”, with semicolons between estates",
        ),
        Kind::BadAddress { value } => say(
            format!("the address “{value}” cannot be read, or names no building"),
            "Write it as “3号楼2单元501室” or “3-2-501”",
        ),
        Kind::Duplicate { first } => say(
            format!("the same as sheet “{}”, row {}", first.sheet, first.row),
            "Delete one of the two rows, or correct what is wrong in it",
        ),
        Kind::UnknownEstate { name, near } => {
            let cure = near.as_ref().map_or_else(
                || "List it in the sheet of estates, or correct the name".to_owned(),
                |near| format!("Do you mean “{near}”? Correct the name, or list it in the sheet of estates"),
            );
            say(format!("there is no estate “{name}”"), cure)
        }
        Kind::UnknownBuilding { estate, name } => say(
            format!("“{estate}” has no building “{name}”"),
            "List it in the sheet of buildings, or correct the number",
        ),
        Kind::UnknownUnit { estate, building, name } => say(
            format!("{building} of “{estate}” has no unit {name}"),
            "Correct the unit, or the number of units in the sheet of buildings",
        ),
        Kind::ClaimedTwice { estate, other, first } => say(
            format!("“{estate}” is already claimed by {other} (sheet “{}”, row {})", first.sheet, first.row),
            "An estate has exactly one steward: keep one of the two; the other may be its deputy",
        ),
        Kind::DeputyIsSteward { estate } => {
            say(format!("steward and deputy of “{estate}” are one person"), "Name somebody else as deputy")
        }
        Kind::GridWorkerClaims => say(
            "a grid worker cannot claim an estate",
            "Empty both estate columns and use the sheet of grids, or correct the post",
        ),
        Kind::GridOverlap { what, other, first } => say(
            format!("{what} already lies in the grid “{other}” (sheet “{}”, row {})", first.sheet, first.row),
            "A building or unit belongs to one grid: correct one of the two",
        ),
        Kind::GridGap { buildings, example } => say(
            format!("{buildings} buildings lie in no grid, for example {example}"),
            "You can import now and add them to a grid later",
        ),
        Kind::UnknownGridWorker { name } => say(
            format!("the grid worker “{name}” is not among the staff"),
            "List them in the sheet of staff, else the grid has no worker yet",
        ),
        Kind::IncompleteBuilding => say(
            "units, floors or rooms per floor are missing, and the sheet of rooms does not list this building",
            "Fill in the three, or list every room of an irregular building in the sheet of rooms",
        ),
        Kind::BuildingTooLarge { rooms, limit } => say(
            format!("this building would have {rooms} rooms, more than {limit}"),
            "Check units, floors and rooms per floor",
        ),
        Kind::HouseholdsDiffer { given, counted } => say(
            format!("{given} households are given, the rooms add up to {counted}"),
            "Correct one of the two, or leave the count of the building empty",
        ),
    }
}

fn say(text: impl Into<String>, cure: impl Into<String>) -> (String, String) {
    (text.into(), cure.into())
}
