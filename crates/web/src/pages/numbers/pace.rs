//! `GET /numbers/pace`.

use super::{lasted, number};
use crate::fault::Fault;
use crate::present::class_name;
use crate::view::Section;
use crate::view::numbers::{PacePage, PaceRow, PaceSide};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::response::Response;
use guanjia_app::numbers::PaceLine;
use guanjia_domain::matter::find_class;
use guanjia_domain::numbers::{Said, Side, Sides};
use guanjia_domain::{Refusal, Role};

/// `GET /numbers/pace`.
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .walking(Some(Section::Numbers), |visitor, tx, seat| {
            let (app, words, who) = (visitor.site.app(), visitor.look.words(), &seat.signed_in.who);
            // Which grid is meant is the community's to know.
            if who.role == Role::StreetOffice {
                return Err(Refusal::NotFound.into());
            }
            let reach = app.numbers_reach(tx, who, seat.home, None)?;
            let sheet = app.pace(tx, seat.home, &reach)?;
            let rows = sheet.lines.iter().map(|line| row(words, line)).collect();
            html(&PacePage { page: seat.frame, rows, few: sheet.few })
        })
        .await
}

/// Estate and kind of matter.
pub(super) fn title(words: &Words, line: &PaceLine) -> String {
    let class = find_class(&line.pace.class).map_or("", |class| class_name(words, class));
    format!("{} · {class}", line.estate)
}

fn row(words: &Words, line: &PaceLine) -> PaceRow {
    PaceRow {
        title: title(words, line),
        since: line.since.0,
        before: side(words, line, Side::Before),
        after: side(words, line, Side::After),
    }
}

/// One side, with the requests of each grid that were compared.
fn side(words: &Words, line: &PaceLine, side: Side) -> PaceSide {
    let pace = &line.pace;
    let (estate, class, part) = (pace.estate, &pace.class, side.name());
    let list = |at: usize| {
        let grid = pace.grids[at];
        let href = format!("/numbers/requests?of=pace&part={part}&estate={estate}&grid={grid}&class={class}");
        (line.grids[at].clone(), href)
    };
    let lists = vec![list(0), list(1)];
    let said = match side {
        Side::Before => &pace.before,
        Side::After => &pace.after,
    };
    match said {
        Said::Few(one, other) => {
            let counts = [("one", number(*one).into()), ("other", number(*other).into())];
            let said = words.say_with("pace-said-few", &counts);
            PaceSide { said, behind: String::new(), differs: false, lists }
        }
        Said::Enough(sides) => PaceSide {
            said: ratio(words, &line.grids, sides),
            behind: behind(words, &line.grids, sides),
            differs: sides.differ(),
            lists,
        },
    }
}

/// The ratio in a sentence.
pub(super) fn ratio(words: &Words, [slow, fast]: &[String; 2], sides: &Sides) -> String {
    let Some(it) = sides.ratio else { return words.say("pace-said-no-ratio").to_owned() };
    let (ratio, low) = (format!("{:.1}", it.ratio), format!("{:.1}", it.low));
    let high = it.high.map(|high| format!("{high:.1}"));
    let key = if high.is_some() { "pace-said" } else { "pace-said-open" };
    let high = high.unwrap_or_default();
    let parts = [("slow", slow), ("fast", fast), ("ratio", &ratio), ("low", &low), ("high", &high)];
    words.say_with(key, &parts.map(|(name, text)| (name, text.into())))
}

/// The numbers behind it.
fn behind(words: &Words, [slow, fast]: &[String; 2], sides: &Sides) -> String {
    let median = |at: usize| sides.medians[at].map_or_else(|| "—".to_owned(), |it| lasted(words, it));
    let chance =
        if sides.chance < 0.001 { "< 0.1%".to_owned() } else { format!("{:.1}%", sides.chance * 100.0) };
    let [(one, one_ended), (other, other_ended)] = sides.of;
    let (one_median, other_median) = (median(0), median(1));
    words.say_with(
        "pace-behind",
        &[
            ("slow", slow.into()),
            ("one", number(one).into()),
            ("one-ended", number(one_ended).into()),
            ("one-median", (&one_median).into()),
            ("fast", fast.into()),
            ("other", number(other).into()),
            ("other-ended", number(other_ended).into()),
            ("other-median", (&other_median).into()),
            ("chance", (&chance).into()),
        ],
    )
}
