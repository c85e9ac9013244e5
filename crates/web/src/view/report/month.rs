//! A month in figures; each leads to its requests.

use super::kinds::{FigureKind, RateKind, RegisterKind};
use askama::Template;

use crate::view::numbers::Link;
use crate::view::{PageFrame, samples};

/// A figure.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Which.
    pub kind: FigureKind,
    /// How many requests.
    pub count: u64,
    /// The requests behind it.
    pub href: String,
}

/// The figures of an estate or a class.
#[derive(Debug, Clone)]
pub struct SplitRow {
    /// Its name.
    pub name: String,
    /// Its figures, those of [`MonthPage::COLUMNS`].
    pub figures: Vec<Figure>,
}

/// A rate.
#[derive(Debug, Clone)]
pub struct RateRow {
    /// Which.
    pub kind: RateKind,
    /// Whole per cent, and the ends of the interval; `None` where nothing counts.
    pub share: Option<[u32; 3]>,
    /// Hits and of how many, with their requests.
    pub of: (Link, Link),
    /// Those that are left out, by reason.
    pub out: Vec<Link>,
}

/// `GET /reports/{month}`. `POST /reports/{month}/xlsx` with `csrf` takes it away.
#[derive(Template)]
#[template(path = "report/month.html")]
pub struct MonthPage {
    /// The frame.
    pub page: PageFrame,
    /// As `2026-10`.
    pub month: String,
    /// Whether it still runs.
    pub present: bool,
    /// Whether only the reader's own estates are counted.
    pub own_only: bool,
    /// The months beside it that have a report: the one before, the one after.
    pub beside: (Option<String>, Option<String>),
    /// All figures.
    pub figures: Vec<Figure>,
    /// Rates of what was said in the month.
    pub rates: Vec<RateRow>,
    /// By estate.
    pub estates: Vec<SplitRow>,
    /// By class of matters.
    pub classes: Vec<SplitRow>,
}

impl MonthPage {
    /// The figures of the tables by estate and by class.
    pub const COLUMNS: [FigureKind; 6] = [
        FigureKind::Reported,
        FigureKind::Ended,
        FigureKind::OnTheSpot,
        FigureKind::SameDay,
        FigureKind::Open,
        FigureKind::Overdue,
    ];

    fn columns(&self) -> &'static [FigureKind] {
        &Self::COLUMNS
    }

    fn registers(&self) -> &'static [RegisterKind] {
        RegisterKind::ALL
    }

    /// An invented month.
    pub fn sample(page: PageFrame) -> Self {
        let figure = |kind: FigureKind| Figure {
            kind,
            count: kind.slug().len() as u64 * 13,
            href: format!("/reports/2026-10/figures/{}", kind.slug()),
        };
        let row =
            |name: &str| SplitRow { name: name.to_owned(), figures: Self::COLUMNS.map(figure).to_vec() };
        Self {
            month: "2026-10".to_owned(),
            present: false,
            own_only: true,
            beside: (Some("2026-09".to_owned()), Some("2026-11".to_owned())),
            figures: FigureKind::ALL.iter().map(|kind| figure(*kind)).collect(),
            rates: RateKind::ALL
                .iter()
                .map(|kind| RateRow {
                    kind: *kind,
                    share: Some([83, 70, 91]),
                    of: (Link::sample("41"), Link::sample("49")),
                    out: vec![Link::sample("没联系上 3"), Link::sample("没有回访 9")],
                })
                .collect(),
            estates: vec![row(samples::ESTATE), row(samples::LONG)],
            classes: vec![row("环境卫生"), row("房屋设施")],
            page,
        }
    }

    /// A month in which nothing was.
    pub fn sample_empty(page: PageFrame) -> Self {
        let mut empty = Self::sample(page);
        (empty.present, empty.own_only, empty.beside) = (true, false, (None, None));
        (empty.estates, empty.classes) = (Vec::new(), Vec::new());
        let none = || Link { words: "0".to_owned(), href: None };
        for rate in &mut empty.rates {
            (rate.share, rate.of, rate.out) = (None, (none(), none()), Vec::new());
        }
        empty.figures.iter_mut().for_each(|figure| figure.count = 0);
        empty
    }
}
