//! What an import would do, as the page shows it.

use super::{aspect, lang};
use crate::pages::estates::shown;
use crate::view::office::{ImportLine, ImportProblem, ImportTally, Preview};
use crate::words::Words;
use guanjia_app::import::{
    Change, Difference, ImportProblem as Found, Line, Preview as Import, SheetFile, Thing,
};

/// How many problems the page lists.
const LISTED: usize = 200;

/// The preview of files under a mark, which is empty when there is nothing to confirm.
pub(super) fn preview(words: &Words, mark: String, files: &[SheetFile], found: &Import) -> Preview {
    let tally = |thing: Thing| {
        let its = found.counts.of(thing);
        ImportTally {
            kind: words.say(kind(thing)).to_owned(),
            new: shown(its.new),
            changed: shown(its.changed),
            unchanged: shown(its.unchanged),
        }
    };
    let is_named = |it: &ImportTally| it.new + it.changed + it.unchanged > 0;
    Preview {
        mark,
        files: files.iter().map(|file| file.name.clone()).collect(),
        tallies: Thing::ALL.into_iter().map(tally).filter(is_named).collect(),
        problems: found.problems.iter().take(LISTED).map(|it| problem(words, it)).collect(),
        problem_count: shown(found.problems.len() as u64 + found.more_problems),
        notices: found.notices.iter().take(LISTED).map(|it| problem(words, it)).collect(),
        lines: found.lines.iter().map(|it| line(words, it)).collect(),
        sheets: Vec::new(),
    }
}

fn line(words: &Words, it: &Line) -> ImportLine {
    let change = if it.change == Change::New { "import-new" } else { "import-changed" };
    let difference = |it: &Difference| {
        (words.say(aspect::word(it.aspect)).to_owned(), it.before.clone(), it.after.clone())
    };
    ImportLine {
        kind: words.say(kind(it.thing)).to_owned(),
        change: words.say(change).to_owned(),
        name: it.name.clone(),
        differences: it.differences.iter().map(difference).collect(),
    }
}

fn problem(words: &Words, it: &Found) -> ImportProblem {
    let lang = lang(words);
    ImportProblem {
        file: it.file().unwrap_or("—").to_owned(),
        sheet: it.sheet().unwrap_or("—").to_owned(),
        row: it.row(),
        column: it.column(),
        message: it.text(lang),
        cure: it.cure(lang),
    }
}

const fn kind(thing: Thing) -> &'static str {
    match thing {
        Thing::Estate => "thing-estate",
        Thing::Building => "thing-building",
        Thing::Room => "thing-room",
        Thing::Staff => "thing-staff",
        Thing::Grid => "thing-grid",
        Thing::Organisation => "thing-organisation",
        Thing::Claim => "thing-claim",
        Thing::Resident => "thing-resident",
    }
}
