//! What is wrong with a query, in the reader's words.

use crate::view::report::QueryWrong;
use crate::words::{Language, Words};
use guanjia_domain::query::{QueryError, QueryErrorKind as Kind};

/// The mistake with its place and its cure.
pub(super) fn told(words: &Words, wrong: &QueryError) -> QueryWrong {
    let (message, cure) = keys(&wrong.kind);
    let chinese = words.language() == Language::ZhCn;
    let field = wrong.kind.field().map_or("", |field| if chinese { field.twin() } else { field.word() });
    let found: String = wrong.kind.found().chars().take(40).collect();
    let args = [("found", found.as_str().into()), ("field", field.into())];
    let at = u32::try_from(wrong.at).unwrap_or(u32::MAX);
    QueryWrong { at, message: words.say_with(message, &args), cure: words.say(cure).to_owned() }
}

const fn keys(kind: &Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::NoField(_) => ("query-error-no-field", "query-error-no-field-cure"),
        Kind::NoOperator(_) => ("query-error-no-operator", "query-error-no-operator-cure"),
        Kind::NoOrder(_) => ("query-error-no-order", "query-error-no-order-cure"),
        Kind::NoValue(_) => ("query-error-no-value", "query-error-no-value-cure"),
        Kind::NotListed(..) => ("query-error-not-listed", "query-error-not-listed-cure"),
        Kind::NoGroup(_) => ("query-error-no-group", "query-error-no-group-cure"),
        Kind::TooManyGroups => ("query-error-too-many-groups", "query-error-too-many-groups-cure"),
        Kind::NoMeasure => ("query-error-no-measure", "query-error-no-measure-cure"),
        Kind::Unclosed => ("query-error-unclosed", "query-error-unclosed-cure"),
        Kind::UnclosedText => ("query-error-unclosed-text", "query-error-unclosed-text-cure"),
        Kind::Unexpected(_) => ("query-error-unexpected", "query-error-unexpected-cure"),
        Kind::TooLong => ("query-error-too-long", "query-error-too-long-cure"),
        Kind::TooDeep => ("query-error-too-deep", "query-error-too-deep-cure"),
        Kind::OtherCommunity => ("query-error-other-community", "query-error-other-community-cure"),
        Kind::Backwards(_) => ("query-error-backwards", "query-error-backwards-cure"),
    }
}
