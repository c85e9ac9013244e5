//! `GET /numbers/requests`: the requests behind a figure.

use super::{keys, period_words};
use crate::fault::Fault;
use crate::form::chosen;
use crate::present::{class_name, rows};
use crate::view::numbers::CountedPage;
use crate::view::{More, Section};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::extract::Query;
use axum::response::Response;
use guanjia_app::numbers::{Compared, Period, Question};
use guanjia_domain::ids::{EstateId, GridId, RequestId};
use guanjia_domain::matter::find_class;
use guanjia_domain::numbers::{Measure, Part, Side, Why};
use guanjia_domain::{Refusal, Role};
use serde::Deserialize;

/// How many rows a list shows.
const ROWS: usize = 50;

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    of: String,
    #[serde(default)]
    part: String,
    #[serde(default)]
    period: String,
    #[serde(default)]
    estate: String,
    #[serde(default)]
    grid: String,
    #[serde(default)]
    class: String,
    #[serde(default)]
    after: String,
}

impl Asked {
    fn question(&self) -> Result<Question, Refusal> {
        let none =
            |field, value: &str| Refusal::NotAChoice { field, value: value.chars().take(60).collect() };
        let part = || Part::of_name(&self.part).ok_or_else(|| none("part", &self.part));
        Ok(match self.of.as_str() {
            "all" | "" => Question::All,
            "asked" => Question::Asked,
            "open" => Question::Open,
            "pace" => {
                let estate = chosen::<EstateId>("estate", &self.estate)?;
                let estate = estate.ok_or_else(|| none("estate", &self.estate))?;
                let grid = chosen::<GridId>("grid", &self.grid)?.ok_or_else(|| none("grid", &self.grid))?;
                let side = Side::of_name(&self.part).ok_or_else(|| none("part", &self.part))?;
                let compared = Compared::new(estate, grid, &self.class, side);
                Question::Pace(compared.ok_or_else(|| none("class", &self.class))?)
            }
            "night" if self.part.is_empty() => Question::Night(None),
            "night" => {
                Question::Night(Some(Why::of_name(&self.part).ok_or_else(|| none("part", &self.part))?))
            }
            other => {
                let measure = Measure::of_name(other).ok_or_else(|| none("of", other))?;
                Question::Measured(measure, part()?)
            }
        })
    }
}

/// What is counted, in words.
fn title(words: &Words, question: Question, period: Period) -> String {
    let what = match question {
        Question::All | Question::Asked => words.say("counted-all").to_owned(),
        Question::Open => return words.say("counted-open").to_owned(),
        Question::Night(_) => return words.say("counted-night").to_owned(),
        Question::Pace(compared) => {
            let class = find_class(compared.class).map_or("", |class| class_name(words, class));
            let side = match compared.side {
                Side::Before => "pace-before",
                Side::After => "pace-since",
            };
            return format!("{} · {class} · {}", words.say("pace-title"), words.say(side));
        }
        Question::Measured(measure, part) => {
            format!("{} · {}", words.say(keys::of_measure(measure).0), words.say(keys::of_part(part)))
        }
    };
    format!("{what} · {}", period_words(words, period))
}

/// `GET /numbers/requests`.
pub(crate) async fn show(visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    visitor
        .walking(Some(Section::Numbers), move |visitor, tx, seat| {
            let (app, words, who) = (visitor.site.app(), visitor.look.words(), &seat.signed_in.who);
            // An office above sees sums: the requests behind them are the community's.
            if who.role == Role::StreetOffice {
                return Err(Refusal::NotFound.into());
            }
            let estate = chosen::<EstateId>("estate", &asked.estate)?;
            let reach = app.numbers_reach(tx, who, seat.home, estate)?;
            let (question, before) = (asked.question()?, chosen::<RequestId>("after", &asked.after)?);
            let period = Period::of(&asked.period, app.now());
            let (found, all) = app.counted(tx, seat.home, (&reach, period, question), before, ROWS)?;
            let more = found.last().filter(|_| found.len() == ROWS).map(|last| More {
                href: format!(
                    "/numbers/requests?of={}&part={}&period={}&estate={}&grid={}&class={}&after={}",
                    asked.of,
                    asked.part,
                    period.word(),
                    asked.estate,
                    asked.grid,
                    crate::visitor::encoded(&asked.class),
                    last.request.id
                ),
            });
            html(&CountedPage {
                title: title(words, question, period),
                count: all,
                rows: rows(app, tx, words, &found)?,
                more,
                page: seat.frame,
            })
        })
        .await
}
