//! The board of a steward.

use askama::Template;

use crate::view::issue::IssueBrief;
use crate::view::office::HandOverRow;
use crate::view::own_work::OwnBrief;
use crate::view::{Choice, Clock, More, PageFrame, RequestRow, State, samples};

/// What presses now.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counters {
    /// Open requests.
    pub open: u32,
    /// Urgent and open.
    pub urgent: u32,
    /// Limit passed.
    pub overdue: u32,
    /// Due before midnight.
    pub due_today: u32,
    /// Not accepted yet.
    pub waiting: u32,
}

/// `GET /work?state=&estate=&after=` for a steward, and for a deputy on the estates of others.
///
/// The filter is a `GET` form of the same address with `state` (a slug of [`State`]) and `estate`.
#[derive(Template)]
#[template(path = "work/steward.html")]
pub struct StewardPage {
    /// The frame.
    pub page: PageFrame,
    /// The own work in a few lines.
    pub own: OwnBrief,
    /// Common issues that wait for a word.
    pub issues: IssueBrief,
    /// Hand-overs that wait for an answer of the reader.
    pub hand_overs: Vec<HandOverRow>,
    /// The estates of the steward; value = id, the filtered one chosen.
    pub estates: Vec<Choice>,
    /// The state that is filtered by.
    pub state: Option<State>,
    /// What presses.
    pub counters: Counters,
    /// At most fifty rows, the most pressing first.
    pub rows: Vec<RequestRow>,
    /// The rest.
    pub more: Option<More>,
}

impl StewardPage {
    fn states(&self) -> Vec<Choice> {
        let open = State::ALL.iter().filter(|state| state.is_open());
        let chosen = self.state.map_or("", State::slug);
        open.map(|state| Choice::new(state.slug(), self.page.say(state.key())).chosen_if(chosen)).collect()
    }

    fn is_filtered(&self) -> bool {
        self.state.is_some() || self.estates.iter().any(|estate| estate.chosen)
    }

    /// An invented board.
    pub fn sample(page: PageFrame) -> Self {
        let counters = Counters { open: 23, urgent: 1, overdue: 2, due_today: 5, waiting: 4 };
        let more = Some(More { href: "/work?after=sample".to_owned() });
        let hand_overs = vec![HandOverRow::sample(page.now)];
        let (rows, estates) = (samples::rows(page.now), samples::estates());
        let issues = IssueBrief::sample(page.now);
        Self { issues, hand_overs, rows, estates, state: None, own: OwnBrief::sample(), counters, more, page }
    }

    /// Nothing open.
    pub fn sample_empty(page: PageFrame) -> Self {
        let (counters, own, hand_overs) = (Counters::default(), OwnBrief::default(), Vec::new());
        let issues = IssueBrief::default();
        Self { issues, rows: Vec::new(), own, hand_overs, counters, more: None, ..Self::sample(page) }
    }

    /// Fifty rows, some of them with long words.
    pub fn sample_long(page: PageFrame) -> Self {
        let mut rows = samples::fifty_rows(page.now);
        samples::LONG.clone_into(&mut rows[0].place);
        rows[0].clock = Clock::Missed;
        Self { rows, ..Self::sample(page) }
    }
}
