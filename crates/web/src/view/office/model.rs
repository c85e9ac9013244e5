//! The model that proposes matters, with its confusion table.

use crate::view::{PageFrame, samples};
use askama::Template;

/// A class of the model.
#[derive(Debug, Clone, Default)]
pub struct LabelLine {
    /// Its name.
    pub name: String,
    /// How many texts of it were held out.
    pub texts: u32,
    /// Of what was taken for it, the share that is of it.
    pub precision: String,
    /// Of what is of it, the share that was recognised.
    pub recall: String,
    /// What it is taken for most often, with how many texts.
    pub taken: Option<(String, u32)>,
    /// How many of its texts were taken for each class, in the order of the lines.
    pub cells: Vec<u32>,
}

/// `GET /matters/model`.
#[derive(Template)]
#[template(path = "office/model.html")]
pub struct ModelPage {
    /// The frame.
    pub page: PageFrame,
    /// Whether the city trained it.
    pub of_city: bool,
    /// The share of all texts that was recognised.
    pub right: String,
    /// Its classes; none where an older program trained it.
    pub lines: Vec<LabelLine>,
}

impl ModelPage {
    fn sum(&self) -> String {
        let texts: u32 = self.lines.iter().map(|line| line.texts).sum();
        let args = [("texts", i64::from(texts).into()), ("right", self.right.as_str().into())];
        self.page.say_with("model-sum", &args)
    }

    fn taken(&self, line: &LabelLine) -> String {
        line.taken.as_ref().map_or_else(
            || "—".to_owned(),
            |(name, count)| {
                let args = [("name", name.as_str().into()), ("n", i64::from(*count).into())];
                self.page.say_with("model-taken-for", &args)
            },
        )
    }

    /// Three classes of the product's own model.
    pub fn sample(page: PageFrame) -> Self {
        let line = |name: &str, cells: [u32; 3], taken: Option<(&str, u32)>| LabelLine {
            name: name.to_owned(),
            texts: cells.iter().sum(),
            precision: "88%".to_owned(),
            recall: "91%".to_owned(),
            taken: taken.map(|(name, count)| (name.to_owned(), count)),
            cells: cells.to_vec(),
        };
        let lines = vec![
            line("道路照明", [41, 2, 0], Some(("绿化树木", 2))),
            line("绿化树木", [3, 38, 1], Some(("道路照明", 3))),
            line("电梯门禁", [0, 0, 36], None),
        ];
        Self { page, of_city: false, right: "95%".to_owned(), lines }
    }

    /// A city's model of an older program.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { page, of_city: true, right: String::new(), lines: Vec::new() }
    }

    /// Long names of a city's classes.
    pub fn sample_long(page: PageFrame) -> Self {
        let it = Self::sample(page);
        let lines = it.lines.into_iter().map(|line| LabelLine { name: samples::LONG.to_owned(), ..line });
        Self { of_city: true, lines: lines.collect(), ..it }
    }
}
