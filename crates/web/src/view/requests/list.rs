//! All requests that the reader may see.

use askama::Template;

use crate::view::{Choice, More, PageFrame, RequestRow, State, samples};

/// What is looked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Words.
    pub q: String,
    /// State.
    pub state: Option<State>,
}

/// `GET /requests?q=&state=&estate=&after=`.
#[derive(Template)]
#[template(path = "requests/list.html")]
pub struct ListPage {
    /// The frame.
    pub page: PageFrame,
    /// What is looked for.
    pub filter: Filter,
    /// Estates to filter by, the filtered one chosen.
    pub estates: Vec<Choice>,
    /// At most fifty rows.
    pub rows: Vec<RequestRow>,
    /// The rest.
    pub more: Option<More>,
}

impl ListPage {
    fn states(&self) -> Vec<Choice> {
        let chosen = self.filter.state.map_or("", State::slug);
        let all = State::ALL.iter();
        all.map(|state| Choice::new(state.slug(), self.page.say(state.key())).chosen_if(chosen)).collect()
    }

    /// An invented list.
    pub fn sample(page: PageFrame) -> Self {
        let filter = Filter { q: "路灯".to_owned(), state: None };
        Self { rows: samples::rows(page.now), filter, estates: samples::estates(), more: None, page }
    }

    /// Nothing was found.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { rows: Vec::new(), ..Self::sample(page) }
    }
}
