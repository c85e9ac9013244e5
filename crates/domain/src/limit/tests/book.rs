//! Which limit holds, and which change of the book is refused.

use super::*;
use crate::matter::{MatterList, OwnMatter};
use crate::refusal::Refusal;

fn one(scope: &str, measure: Measure, text: &str) -> LimitChange {
    LimitChange::One(scope.parse().unwrap(), measure, Some(limit(text)))
}

fn with(changes: &[LimitChange]) -> LimitBook {
    let matters = MatterList::default();
    changes.iter().fold(LimitBook::default(), |book, change| book.changed(change, &matters).unwrap())
}

fn done(book: &LimitBook, matter: Option<&str>, urgent: bool) -> String {
    book.limits_for(&MatterList::default(), matter, urgent)[&Measure::Done].to_string()
}

#[test]
fn the_most_special_row_holds() {
    let book = LimitBook::default();
    assert_eq!(done(&book, Some("0101"), true), "2h");
    assert_eq!(done(&book, Some("0101"), false), "same_day", "a small matter");
    assert_eq!(done(&book, Some("0102"), false), "5wd");
    assert_eq!(done(&book, None, false), "5wd");
    let book = with(&[one("01", Measure::Done, "3wd"), one("0102", Measure::Done, "2wd")]);
    assert_eq!(done(&book, Some("0102"), false), "2wd");
    assert_eq!(done(&book, Some("0104"), false), "3wd");
    assert_eq!(done(&book, Some("0101"), false), "same_day", "small stands before the class");
    assert_eq!(book.revision, 2);
}

#[test]
fn a_matter_may_have_several_measures() {
    let rows = [
        one("0302", Measure::Stop, "240wm"),
        one("0302", Measure::Penalise, "7wd"),
        one("0302", Measure::Demolish, "20wd"),
        one("all", Measure::FirstContact, "1wd"),
    ];
    let book = with(&rows);
    let limits = book.limits_for(&MatterList::default(), Some("0302"), false);
    let written: Vec<_> = limits.iter().map(|(it, limit)| format!("{} {limit}", it.name())).collect();
    assert_eq!(written, ["first_contact 1wd", "stop 240wm", "penalise 7wd", "demolish 20wd", "done 5wd"]);
    let text = serde_json::to_string(&book).unwrap();
    assert_eq!(serde_json::from_str::<LimitBook>(&text).unwrap(), book);
}

#[test]
fn ready_made_sets_say_what_was_published() {
    let book = with(&[LimitChange::Set(LimitSet::Beijing2021)]);
    for (matter, urgent, due) in [
        (Some("0801"), true, "2h"),
        (Some("0801"), false, "24h"),
        (Some("0601"), false, "15d"),
        (Some("0102"), false, "7d"),
        (Some("0101"), false, "same_day"),
        (None, false, "7d"),
    ] {
        assert_eq!(done(&book, matter, urgent), due, "{matter:?} {urgent}");
    }
    let weifang = with(&[LimitChange::Set(LimitSet::Weifang)]);
    assert_eq!(done(&weifang, Some("0102"), false), "5wd");
    assert_eq!(done(&weifang, Some("0101"), false), "same_day", "small matters do not stay overnight");
    let taken_out = LimitChange::One(Scope::Small, Measure::Done, None);
    assert_eq!(
        done(&weifang.changed(&taken_out, &MatterList::default()).unwrap(), Some("0101"), false),
        "5wd"
    );
    assert_eq!(done(&with(&[LimitChange::Set(LimitSet::SameDay)]), Some("0601"), false), "same_day");
    for set in LimitSet::ALL {
        assert_eq!(LimitSet::of_name(set.name()), Some(set));
        assert_eq!(done(&with(&[LimitChange::Set(set)]), None, true), "2h");
    }
}

#[test]
fn what_cannot_be_is_refused_with_its_reason() {
    let (book, mut matters) = (LimitBook::default(), MatterList::default());
    let refused = |change: &LimitChange, matters: &MatterList| book.changed(change, matters).unwrap_err();
    let unknown = one("0199", Measure::Done, "1wd");
    assert!(matches!(refused(&unknown, &matters), Refusal::NotAChoice { field: "scope", .. }));
    let long = one("all", Measure::Done, "400d");
    assert_eq!(refused(&long, &matters), Refusal::LimitTooLong { most: limit("366d") });
    let none = LimitChange::One(Scope::All, Measure::Done, None);
    assert_eq!(refused(&none, &matters), Refusal::LimitNeeded);
    assert!("0wd".parse::<Limit>().is_err() && "077".parse::<Scope>().is_err());
    matters.put("0199".to_owned(), OwnMatter::default());
    assert!(book.changed(&unknown, &matters).is_ok());
    // Taking a row out lets the next one hold.
    let small = LimitChange::One(Scope::Small, Measure::Done, None);
    assert_eq!(done(&with(&[small]), Some("0101"), false), "5wd");
}
