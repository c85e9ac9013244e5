//! The query page.

use askama::Template;

use crate::view::{PageFrame, samples};

/// What is wrong with a query.
#[derive(Debug, Clone)]
pub struct QueryWrong {
    /// At which character, from 1.
    pub at: u32,
    /// What is wrong there.
    pub message: String,
    /// What to do about it.
    pub cure: String,
}

/// A line of an answer.
#[derive(Debug, Clone)]
pub struct AnswerRow {
    /// What it is told apart by.
    pub of: Vec<String>,
    /// Requests.
    pub count: u64,
    /// Median hours.
    pub median: Option<u32>,
    /// How many are still open.
    pub open: u64,
}

/// A field of the language.
#[derive(Debug, Clone)]
pub struct FieldRow {
    /// Its word.
    pub word: &'static str,
    /// Its Chinese twin.
    pub twin: &'static str,
    /// What it can be compared with.
    pub values: String,
}

/// A saved query.
#[derive(Debug, Clone)]
pub struct ViewRow {
    /// The id.
    pub id: String,
    /// The query.
    pub query: String,
    /// The page with its answer.
    pub href: String,
    /// Who saved it.
    pub by: String,
    /// Whether the reader may remove it.
    pub own: bool,
    /// Until which day a program may take its answer.
    pub token_until: Option<String>,
}

/// A token that the reader gave a program.
#[derive(Debug, Clone)]
pub struct TokenRow {
    /// The id of its view.
    pub id: String,
    /// The query whose answer it takes away.
    pub query: String,
    /// The day it was given.
    pub given: String,
    /// The day it ends.
    pub until: String,
}

/// `GET /query?q=`. `POST /query` with `csrf` and `q` saves it; `POST /query/{id}/remove`, `/token` and `/end-token`
/// with `csrf`. `GET /query/{id}/answer.csv` takes an answer away.
#[derive(Template)]
#[template(path = "report/query.html")]
pub struct QueryPage {
    /// The frame.
    pub page: PageFrame,
    /// What was typed.
    pub typed: String,
    /// What is wrong with it.
    pub wrong: Option<QueryWrong>,
    /// What else went wrong: message and cure.
    pub refused: Option<(String, String)>,
    /// The names of what the answer is told apart by; `None` before something was asked.
    pub heads: Option<Vec<&'static str>>,
    /// Whether medians are asked for.
    pub medians: bool,
    /// The answer.
    pub rows: Vec<AnswerRow>,
    /// How many requests are in groups that are not shown.
    pub left_out: u32,
    /// Number and page of the first requests.
    pub behind: Vec<(u64, String)>,
    /// The saved ones.
    pub views: Vec<ViewRow>,
    /// The tokens that the reader gave, and can end.
    pub tokens: Vec<TokenRow>,
    /// The fields.
    pub fields: Vec<FieldRow>,
    /// A token that was just made, and where it is used: shown once.
    pub token: Option<(String, String)>,
}

impl QueryPage {
    fn examples(&self) -> [(String, &str); 3] {
        ["query-example-1", "query-example-2", "query-example-3"].map(|key| {
            let query = self.page.say(key);
            (format!("/query?q={}", crate::visitor::encoded(query)), query)
        })
    }

    /// An answer, with a saved query and a token.
    pub fn sample(page: PageFrame) -> Self {
        let row =
            |of: &str, count, median| AnswerRow { of: vec![of.to_owned()], count, median, open: count / 7 };
        let view = |query: &str, own, token: Option<&str>| ViewRow {
            id: samples::ID.to_owned(),
            query: query.to_owned(),
            href: "/query?q=count".to_owned(),
            by: "林知夏".to_owned(),
            own,
            token_until: token.map(str::to_owned),
        };
        let text = "count, median hours where overdue = yes by estate";
        Self {
            typed: text.to_owned(),
            wrong: None,
            refused: None,
            heads: Some(vec!["col-estate"]),
            medians: true,
            rows: vec![row(samples::ESTATE, 42, Some(31)), row(samples::LONG, 7, None)],
            left_out: 3,
            behind: vec![(118, format!("/requests/{}", samples::ID))],
            views: vec![
                view(text, true, Some("2027-02-20")),
                view(&format!("count where estate = \"{}\"", samples::LONG), false, None),
            ],
            tokens: vec![TokenRow {
                id: samples::ID.to_owned(),
                query: text.to_owned(),
                given: "2026-11-22".to_owned(),
                until: "2027-02-20".to_owned(),
            }],
            fields: vec![
                FieldRow { word: "estate", twin: "小区", values: samples::ESTATE.to_owned() },
                FieldRow { word: "state", twin: "状态", values: "reported, closed".to_owned() },
            ],
            token: Some((
                "140109013001.0123456789abcdef".to_owned(),
                format!("/query/{}/answer.csv", samples::ID),
            )),
            page,
        }
    }

    /// Before anything was asked.
    pub fn sample_empty(page: PageFrame) -> Self {
        let (typed, heads, token) = (String::new(), None, None);
        let (rows, behind, views, tokens) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { typed, heads, token, rows, behind, views, tokens, left_out: 0, ..Self::sample(page) }
    }

    /// A query with a mistake.
    pub fn sample_long(page: PageFrame) -> Self {
        let wrong = QueryWrong {
            at: 13,
            message: samples::LONG.to_owned(),
            cure: page.say("query-error-no-field-cure").to_owned(),
        };
        Self {
            typed: format!("count where {} = 1", samples::LONG),
            wrong: Some(wrong),
            refused: Some((samples::LONG.to_owned(), String::new())),
            heads: None,
            token: None,
            ..Self::sample(page)
        }
    }
}
