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
use guanjia_domain::numbers::{Said, Sides};
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
            let (sheet, period) = (app.pace(tx, seat.home, &reach)?, app.pace_period().word());
            let rows = sheet.lines.iter().map(|line| row(words, line, &period)).collect();
            html(&PacePage { page: seat.frame, rows, few: sheet.few })
        })
        .await
}

/// Estate and kind of matter.
pub(super) fn title(words: &Words, line: &PaceLine) -> String {
    let class = find_class(&line.pace.class).map_or("", |class| class_name(words, class));
    format!("{} · {class}", line.estate)
}

fn row(words: &Words, line: &PaceLine, period: &str) -> PaceRow {
    let pace = &line.pace;
    let grid = |at: usize| {
        let (id, estate): (_, _) = (pace.grids[at], pace.estate);
        let href = format!("/numbers/requests?of=grid&grid={id}&estate={estate}&period={period}");
        (line.grids[at].clone(), href)
    };
    PaceRow {
        title: title(words, line),
        grids: [grid(0), grid(1)],
        since: line.since.0,
        before: side(words, &line.grids, &pace.before),
        after: side(words, &line.grids, &pace.after),
    }
}

fn side(words: &Words, grids: &[String; 2], said: &Said) -> PaceSide {
    match said {
        Said::Few(one, other) => {
            let counts = [("one", number(*one).into()), ("other", number(*other).into())];
            PaceSide { said: words.say_with("pace-said-few", &counts), ..PaceSide::default() }
        }
        Said::Enough(sides) => PaceSide {
            said: ratio(words, grids, sides),
            behind: behind(words, grids, sides),
            differs: sides.differ(),
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
