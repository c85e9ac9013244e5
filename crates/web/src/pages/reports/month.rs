//! A month in figures.

use super::month_of;
use super::rates::rate_rows;
use crate::fault::Fault;
use crate::present::class_name;
use crate::view::Section;
use crate::view::report::{Figure, FigureKind, MonthPage, SplitRow};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::extract::Path;
use axum::response::Response;
use guanjia_domain::matter::find_class;
use guanjia_domain::report::{self, Month, Split};

/// `GET /reports/{month}`.
pub(crate) async fn show(visitor: Visitor, Path(month): Path<String>) -> Result<Response, Fault> {
    visitor
        .walking(Some(Section::Reports), move |visitor, tx, seat| {
            let (app, who, words) = (visitor.site.app(), &seat.signed_in.who, visitor.look.words());
            let month = month_of(&month)?;
            let months = app.report_months(tx, who, seat.home)?;
            let report = app.month_report(tx, who, seat.home, month)?;
            let rates = app.month_rates(tx, &report)?;
            let known = |month: Month| months.contains(&month).then(|| month.to_string());
            let tally = &report.tally;
            let estates = tally.estates.iter().map(|(id, split)| SplitRow {
                name: report.scope.estate(*id).to_owned(),
                figures: columns(month, split, &format!("?estate={id}")),
            });
            let classes = tally.classes.iter().map(|(code, split)| SplitRow {
                name: class_words(words, code),
                figures: columns(
                    month,
                    split,
                    &format!("?class={}", if code.is_empty() { "-" } else { code }),
                ),
            });
            html(&MonthPage {
                page: seat.frame,
                month: month.to_string(),
                present: month == Month::of(app.now()),
                own_only: !report.scope.whole,
                beside: (known(month.before()), known(month.next())),
                figures: figures(month, &tally.all, FigureKind::ALL, ""),
                rates: rate_rows(words, month, &rates),
                estates: estates.collect(),
                classes: classes.collect(),
            })
        })
        .await
}

fn columns(month: Month, split: &Split, only: &str) -> Vec<Figure> {
    figures(month, split, &MonthPage::COLUMNS, only)
}

fn figures(month: Month, split: &Split, kinds: &[FigureKind], only: &str) -> Vec<Figure> {
    let figure = |kind: &FigureKind| Figure {
        kind: *kind,
        count: report::Figure::of_name(kind.slug()).map_or(0, |figure| split.of(figure)),
        href: format!("/reports/{month}/figures/{}{only}", kind.slug()),
    };
    kinds.iter().map(figure).collect()
}

/// The name of a class, also of none.
pub(super) fn class_words(words: &Words, code: &str) -> String {
    let none = || words.say("report-no-class");
    find_class(code).map_or_else(none, |class| class_name(words, class)).to_owned()
}
