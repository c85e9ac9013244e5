//! Numbers: shares, pace, load, and the requests behind each figure.

pub(crate) mod brief;
pub(super) mod keys;
pub(crate) mod list;
pub(crate) mod load;
pub(crate) mod pace;
mod plot;
mod rates;
pub(crate) mod rule;
pub(crate) mod sheet;

use crate::view::Choice;
use crate::words::Words;
use guanjia_app::numbers::Period;
use guanjia_domain::Moment;

/// A period in words.
fn period_words(words: &Words, period: Period) -> String {
    match period {
        Period::Days(days) => words.say_with("numbers-last-days", &[("n", i64::from(days).into())]),
        Period::Month(first) => {
            let (year, month) = (first.year().to_string(), first.strftime("%m").to_string());
            words.say_with("numbers-month", &[("year", (&year).into()), ("month", (&month).into())])
        }
    }
}

/// The periods that can be chosen.
fn periods(words: &Words, now: Moment, chosen: Period) -> Vec<Choice> {
    let choice = |it: Period| Choice::new(it.word(), period_words(words, it)).chosen_if(&chosen.word());
    Period::choices(now).into_iter().map(choice).collect()
}

/// Some minutes in words: minutes, hours with a half, or days with a half.
fn lasted(words: &Words, minutes: i64) -> String {
    let (key, each) = match minutes {
        0..90 => ("lasted-minutes", 1),
        90..2_880 => ("lasted-hours", 60),
        _ => ("lasted-days", 1_440),
    };
    let tenths = minutes * 10 / each;
    let text =
        if tenths % 10 == 0 { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) };
    words.say_with(key, &[("n", (&text).into())])
}

/// A share as people read it.
fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}

/// A range of shares.
fn range((low, high): (f64, f64)) -> String {
    format!("{}–{}", percent(low), percent(high))
}

fn number(count: u32) -> i64 {
    count.into()
}
