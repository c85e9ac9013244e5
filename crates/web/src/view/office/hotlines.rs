//! The numbers that everybody may read.

use askama::Template;

use crate::view::{Choice, PageFrame, Problem, Problems};

/// What was typed, or what holds now.
#[derive(Debug, Clone, Default)]
pub struct HotlinesForm {
    /// The office's phone.
    pub office_phone: String,
    /// When somebody is there.
    pub hours: String,
    /// Which number is published for stewards: `own`, `office` or `hidden`.
    pub steward_phone: String,
    /// The supervision phone.
    pub supervision: String,
    /// Local emergency lines: name, number.
    pub emergency: Vec<(String, String)>,
}

/// `GET /hotlines`, and again after a failed form.
///
/// The form sends `csrf`, `office_phone`, `hours`, `steward_phone`, `supervision`, and for each line of
/// [`HotlinesForm::emergency`] one `emergency_name` and one `emergency_phone`.
#[derive(Template)]
#[template(path = "office/hotlines.html")]
pub struct HotlinesPage {
    /// The frame.
    pub page: PageFrame,
    /// What was typed.
    pub form: HotlinesForm,
    /// Whether it was saved a moment ago.
    pub saved: bool,
    /// What was wrong.
    pub problems: Problems,
}

impl HotlinesPage {
    /// How many emergency lines there may be.
    pub const LINES: usize = 6;

    fn published(&self) -> Vec<Choice> {
        let choice =
            |slug: &str, key| Choice::new(slug, self.page.say(key)).chosen_if(&self.form.steward_phone);
        vec![
            choice("own", "hotlines-own"),
            choice("office", "hotlines-office"),
            choice("hidden", "hotlines-hidden"),
        ]
    }

    /// The lines that are there, and empty ones up to the most there may be.
    fn lines(&self) -> Vec<(usize, &str, &str)> {
        let there = self.form.emergency.iter().map(|(name, phone)| (name.as_str(), phone.as_str()));
        let all = there.chain(std::iter::repeat(("", ""))).take(Self::LINES);
        all.enumerate().map(|(place, (name, phone))| (place + 1, name, phone)).collect()
    }

    /// Invented numbers, saved.
    pub fn sample(page: PageFrame) -> Self {
        let form = HotlinesForm {
            office_phone: "0351-5550100".to_owned(),
            hours: "周一至周五 8:30–18:00".to_owned(),
            steward_phone: "own".to_owned(),
            supervision: "0351-5550199".to_owned(),
            emergency: vec![("燃气抢修".to_owned(), "96777".to_owned())],
        };
        Self { page, form, saved: true, problems: Problems::default() }
    }

    /// A number that is none.
    pub fn sample_long(page: PageFrame) -> Self {
        let problem =
            Problem::new(page.words, "supervision", "refusal-bad-phone", "refusal-bad-phone-cure", &[]);
        Self { saved: false, problems: vec![problem].into(), ..Self::sample(page) }
    }
}
