//! The first sheets of the workbook: the figures, and the rates with what they are shares of.

use super::labels::{Labels, Sheet};
use super::month::MonthReport;
use guanjia_domain::numbers::{FEWEST, Measure, Out, Rate, Rates};
use guanjia_domain::report::{Figure, Split};
use guanjia_sheets::{Book, BookCell};
use std::io::Write;
use zip::result::ZipResult;

/// The figures: of all, by estate, by class.
pub(super) fn figures<W: Write>(
    book: &mut Book<W>,
    report: &MonthReport,
    labels: &dyn Labels,
) -> ZipResult<()> {
    let names: Vec<String> = Figure::ALL.iter().map(|figure| labels.figure(*figure)).collect();
    let header: Vec<&str> = std::iter::once("").chain(names.iter().map(String::as_str)).collect();
    book.sheet(&report.tally.by.month.to_string(), &header)?;
    let mut row = |name: &str, split: &Split| {
        let counts = Figure::ALL.iter().map(|figure| BookCell::Number(split.of(*figure)));
        let cells: Vec<_> = std::iter::once(BookCell::text(name)).chain(counts).collect();
        book.row(&cells).map(drop)
    };
    row(&labels.all(), &report.tally.all)?;
    for (estate, split) in &report.tally.estates {
        row(report.scope.estate(*estate), split)?;
    }
    for (class, split) in &report.tally.classes {
        row(&labels.class(class), split)?;
    }
    Ok(())
}

/// The rates: share, hits, of how many, the ends of the interval, how many are left out and for which reason.
pub(super) fn rates<W: Write>(book: &mut Book<W>, rates: &Rates, labels: &dyn Labels) -> ZipResult<()> {
    let reasons = Out::ALL.iter().map(|why| labels.out(*why));
    let columns: Vec<String> = labels.columns(Sheet::Rates).into_iter().chain(reasons).collect();
    let header: Vec<&str> = columns.iter().map(String::as_str).collect();
    book.sheet(&labels.sheet(Sheet::Rates), &header)?;
    for (measure, rate) in &rates.rates {
        book.row(&cells(*measure, rate, labels))?;
    }
    Ok(())
}

/// Of fewer than ten nothing but the counts is told, here as on the page.
fn cells(measure: Measure, rate: &Rate, labels: &dyn Labels) -> Vec<BookCell<'static>> {
    let number = |count: u32| BookCell::Number(count.into());
    let known = rate.share().zip(rate.interval()).filter(|_| rate.of >= FEWEST);
    let share =
        |of: fn((f64, (f64, f64))) -> f64| known.map_or(BookCell::Empty, |it| BookCell::Share(of(it)));
    let few = if known.is_none() { BookCell::text(labels.few()) } else { BookCell::Empty };
    let told = [
        BookCell::text(labels.rate(measure)),
        share(|(share, _)| share),
        number(rate.hits),
        number(rate.of),
        share(|(_, (low, _))| low),
        share(|(_, (_, high))| high),
        few,
        number(rate.left_out()),
    ];
    let reasons = Out::ALL.iter().map(|why| number(rate.out.get(why).copied().unwrap_or(0)));
    told.into_iter().chain(reasons).collect()
}
