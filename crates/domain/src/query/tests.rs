//! The grammar: what is read, what is refused and where, and that a printed query reads as itself.

use super::*;
use crate::numbers::RateRule;
use crate::request::{Request, samples};
use crate::{CommunityCode, Moment};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const HOME: &str = "140109013001";

fn known() -> Known<'static> {
    Known {
        community: HOME.parse::<CommunityCode>().unwrap(),
        estates: vec!["长风苑", "汾河里"],
        matters: vec![("0101", "路灯"), ("0203", "漏水")],
        classes: vec![("01", "环境与设施"), ("02", "房屋")],
    }
}

fn read(text: &str) -> Result<Query, QueryError> {
    parse(text, &known())
}

#[test]
fn both_languages_read_alike() {
    let english = r#"count, median hours where estate = "长风苑" and not (overdue = yes or state in ("closed", "refused")) by class, month"#;
    let chinese =
        r#"数量，中位 小时 其中 小区＝长风苑 且 非（超时=是 或 状态 在（closed、refused）） 按 大类，月"#;
    assert_eq!(read(english).unwrap(), read(chinese).unwrap());
    assert_eq!(read(english).unwrap().to_string(), english);
    assert_eq!(read("").unwrap().to_string(), "count");
    assert_eq!(read("where 事项 = 路灯").unwrap().to_string(), r#"count where matter = "0101""#);
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    use QueryErrorKind as K;
    for (text, at, kind) in [
        ("count where weather = wet", 13, K::NoField("weather".into())),
        ("count where estate", 19, K::NoOperator(Field::Estate)),
        ("where state > closed", 13, K::NoOrder(Field::State)),
        ("where returns = many", 17, K::NoValue(Field::Returns)),
        ("where reported = 2026-02-30", 18, K::NoValue(Field::Reported)),
        ("where estate = 柳巷里", 16, K::NotListed(Field::Estate, "柳巷里".into())),
        ("count by steward", 10, K::NoGroup("steward".into())),
        ("count by day, month, state", 22, K::TooManyGroups),
        ("median returns", 8, K::NoMeasure),
        ("where (urgent = yes", 20, K::Unclosed),
        ("where estate = \"长风苑", 16, K::UnclosedText),
        ("count ; drop", 7, K::Unexpected(";".into())),
        ("count where urgent = yes yes", 26, K::Unexpected("yes".into())),
        ("where community = 140109013002", 19, K::OtherCommunity),
        ("where reported in 2026-02-01..2026-01-01", 31, K::Backwards(Field::Reported)),
    ] {
        assert_eq!(read(text), Err(QueryError { at, kind }), "{text}");
    }
    assert!(read(&format!("where {}urgent = yes", "not ".repeat(40))).is_err_and(|it| it.kind == K::TooDeep));
    assert!(read(&" ".repeat(MOST_CHARACTERS + 1)).is_err_and(|it| it.kind == K::TooLong));
    assert!(read(&format!("where community = {HOME}")).is_ok());
}

#[test]
fn days_that_the_whole_query_names_narrow_what_is_read() {
    let day = |text: &str| Some(text.parse().unwrap());
    let span = |text: &str| read(text).unwrap().reported();
    assert_eq!(
        span("where reported in 2026-10-01..2026-10-31 and urgent = yes"),
        (day("2026-10-01"), day("2026-10-31"))
    );
    assert_eq!(
        span("where reported >= 2026-10-01 and reported < 2026-10-05"),
        (day("2026-10-01"), day("2026-10-05"))
    );
    assert_eq!(span("where reported >= 2026-10-01 or urgent = yes"), (None, None));
}

fn rows() -> Vec<Request> {
    samples::lives()
}

#[test]
fn counts_and_medians_are_those_of_the_rows() {
    let query = read("count, median hours by state").unwrap();
    let rows = rows();
    let mut reckoner = Reckoner::new(&query);
    for request in &rows {
        let rule = RateRule::default();
        reckoner.take(&Row { request, estate: "长风苑", community: HOME, now: samples::NOW, rule });
    }
    let answer = reckoner.answer();
    assert_eq!(answer.fitted, answer.cells.iter().map(|cell| cell.count).sum::<u64>());
    let closed = answer.cells.iter().find(|cell| cell.of == ["closed"]).unwrap();
    assert_eq!((closed.count, closed.median_hours, closed.open), (3, Some(2), 0));
}

fn value(field: Field) -> BoxedStrategy<Value> {
    let day = |n: i32| Value::Day(Date::constant(2026, 1, 1).checked_add(jiff::ToSpan::days(n)).unwrap());
    let word =
        |words: &'static [&'static str]| select(words).prop_map(|it| Value::Word(it.to_owned())).boxed();
    match field.kind() {
        Kind::Number => any::<u32>().prop_map(Value::Number).boxed(),
        Kind::Day => (0..700).prop_map(day).boxed(),
        Kind::Flag => any::<bool>().prop_map(Value::Yes).boxed(),
        Kind::Word => match field {
            Field::Estate => word(&["长风苑", "汾河里"]),
            Field::Matter => word(&["0101", "0203"]),
            Field::Class => word(&["01", "02"]),
            Field::State => word(&["closed", "reported", "in_progress"]),
            Field::Channel => word(&["web", "phone"]),
            Field::Handler => word(&["steward", "grid_worker"]),
            _ => word(&[HOME]),
        },
    }
}

fn test() -> impl Strategy<Value = Expr> {
    select(Field::ALL.to_vec()).prop_flat_map(|field| {
        let ordered = matches!(field.kind(), Kind::Number | Kind::Day);
        let operators: Vec<_> =
            Operator::ALL.iter().map(|(it, _)| *it).filter(|it| ordered || !it.is_of_order()).collect();
        let one = (select(operators), value(field)).prop_map(|(it, value)| With::One(it, value));
        let some = vec(value(field), 1..4).prop_map(With::In);
        let span = (value(field), value(field)).prop_map(move |(a, b)| {
            if ordered { With::Between(a.clone().min(b.clone()), a.max(b)) } else { With::In(vec![a, b]) }
        });
        prop_oneof![one, some, span].prop_map(move |with| Expr::Test(Test { field, with }))
    })
}

fn expr() -> impl Strategy<Value = Expr> {
    test().prop_recursive(4, 30, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 2..4).prop_map(Expr::Any),
            vec(inner.clone(), 2..4).prop_map(Expr::Every),
            inner.prop_map(|it| Expr::Not(Box::new(it))),
        ]
    })
}

proptest! {
    #[test]
    fn a_printed_query_reads_as_itself(of in proptest::option::of(expr()), median: bool,
        by in proptest::sample::subsequence(Group::ALL.to_vec(), 0..=2)) {
        let mut measures = vec![Measure::Count];
        if median { measures.push(Measure::MedianHours); }
        let query = Query { measures, of, by };
        prop_assert_eq!(read(&query.to_string()), Ok(query));
    }

    #[test]
    fn any_text_is_read_or_refused_within_it(text in "\\PC{0,60}") {
        if let Err(wrong) = read(&text) {
            prop_assert!((1..=text.chars().count() + 1).contains(&wrong.at));
        }
    }

    #[test]
    fn not_is_the_opposite(of in expr()) {
        let now = Moment(samples::NOW.0);
        for request in &rows() {
            let row = Row { request, estate: "长风苑", community: HOME, now, rule: RateRule::default() };
            let of = Expr::Every(vec![of.clone(), Expr::Test(Test { field: Field::State,
                with: With::One(Operator::IsNot, Value::Word("none".into())) })]);
            let query = |of| Query { measures: vec![Measure::Count], of: Some(of), by: Vec::new() };
            let opposite = query(Expr::Not(Box::new(of.clone())));
            prop_assert_ne!(query(of).takes(&row), opposite.takes(&row));
        }
    }
}

/// Every field and measure that changes with the clock alone is known to: else a remembered answer would go stale.
#[test]
fn what_changes_with_the_clock_alone_asks_the_clock() {
    for field in Field::ALL {
        let value = match field.kind() {
            Kind::Number => Value::Number(1),
            Kind::Day => Value::Day(Date::constant(2026, 1, 1)),
            Kind::Flag => Value::Yes(true),
            Kind::Word => Value::Word("none".into()),
        };
        let test = Test { field: *field, with: With::One(Operator::IsNot, value.clone()) };
        let most = Test { field: *field, with: With::One(Operator::AtMost, value) };
        for test in [test, most] {
            let of = Expr::Not(Box::new(Expr::Any(vec![Expr::Test(test)])));
            let query = Query { measures: vec![Measure::Count], of: Some(of), by: Vec::new() };
            for request in &rows() {
                let told = |hours: i64| {
                    let now = Moment(samples::NOW.0 + hours * 3_600_000);
                    let rule = RateRule::default();
                    query.takes(&Row { request, estate: "长风苑", community: HOME, now, rule })
                };
                let moves = [1, 2, 3, 24, 24 * 400].into_iter().any(|hours| told(hours) != told(0));
                assert!(!moves || query.asks_the_clock(), "{field:?} moves with the clock");
            }
        }
    }
    let asks = |text: &str| read(text).unwrap().asks_the_clock();
    assert!(
        asks("median hours") && asks("where overdue = yes") && asks("where not (urgent = yes or hours > 3)")
    );
    assert!(!asks("count by month") && !asks("where reported > 2026-01-01"));
}
