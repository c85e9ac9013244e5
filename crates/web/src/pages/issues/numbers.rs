//! Numbers in words: what is unusual, and what stands elsewhere too.

use super::kind_of;
use crate::present::{class_name, matter_name};
use crate::view::issue::{KindElsewhere, StreetWeek, Unusual};
use crate::words::Words;
use guanjia_app::issue::{Standing, WeekAlarm};
use guanjia_app::{App, AppError};
use guanjia_domain::CommunityCode;
use guanjia_domain::issue::IssueState;
use guanjia_domain::matter::find_class;
use guanjia_domain::permission::Principal;
use guanjia_store::Tx;

/// The unusual numbers of a community.
pub(super) fn unusual(
    app: &App,
    tx: &mut Tx,
    words: &Words,
    who: &Principal,
    home: CommunityCode,
) -> Result<Unusual, AppError> {
    let found = app.unusual_numbers(tx, who, home)?;
    let cells = i64::try_from(found.cells).unwrap_or(i64::MAX);
    let about = |key| {
        words.say_with(
            key,
            &[("days", found.days.into()), ("before", found.before.into()), ("cells", cells.into())],
        )
    };
    let line = |it: &guanjia_app::issue::UnusualCell| {
        let class = find_class(&it.class).map_or("", |class| class_name(words, class));
        let usual = format!("{:.1}", it.usual);
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        words.say_with(
            "unusual-line",
            &[
                ("estate", it.name.as_str().into()),
                ("class", class.into()),
                ("days", found.days.into()),
                ("households", number(it.households).into()),
                ("usual", usual.as_str().into()),
                ("once", number(it.once_in).into()),
                ("cells", cells.into()),
            ],
        )
    };
    let key = match (found.enough, found.found.is_empty()) {
        (false, _) => "unusual-too-short",
        (true, true) => "unusual-nothing",
        (true, false) => "unusual-about",
    };
    Ok(Unusual { lines: found.found.iter().map(line).collect(), about: about(key) })
}

/// Kinds that stand in several estates.
pub(super) fn elsewhere(
    app: &App,
    tx: &mut Tx,
    words: &Words,
    who: &Principal,
    communities: &[(CommunityCode, String)],
) -> Result<Vec<KindElsewhere>, AppError> {
    let list = match communities.first() {
        Some((code, _)) => app.matters(tx, *code)?,
        None => return Ok(Vec::new()),
    };
    let place = |it: Standing| {
        let state = if it.confirmed { IssueState::Confirmed } else { IssueState::Candidate };
        let name =
            [it.community, it.estate].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ");
        (name, kind_of(state), u32::try_from(it.households).unwrap_or(u32::MAX))
    };
    let kinds = app.same_kind_elsewhere(tx, who, communities)?;
    Ok(kinds
        .into_iter()
        .map(|it| KindElsewhere {
            title: matter_name(words, &list, Some(&it.matter)).unwrap_or(it.matter),
            places: it.standings.into_iter().map(place).collect(),
        })
        .collect())
}

/// The last whole week of a street.
pub(super) fn street_week(
    app: &App,
    tx: &mut Tx,
    words: &Words,
    who: &Principal,
    communities: &[(CommunityCode, String)],
) -> Result<Option<StreetWeek>, AppError> {
    let Some(week) = app.street_weeks(tx, who, communities)? else { return Ok(None) };
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let weeks = i64::try_from(week.weeks).unwrap_or(i64::MAX);
    let count = words.say_with("week-count", &[("n", number(week.count).into())]);
    let said = |alarm: Option<WeekAlarm>, told, short| match alarm {
        Some(it) => words.say_with(told, &[("threshold", format!("{:.0}", it.threshold).as_str().into())]),
        None => words.say_with(short, &[("weeks", weeks.into())]),
    };
    let lines = vec![
        count,
        said(week.ears, "week-ears", "week-ears-short"),
        said(week.farrington, "week-farrington", "week-farrington-short"),
    ];
    let alarm = [week.ears, week.farrington].into_iter().flatten().any(|it| it.alarm);
    Ok(Some(StreetWeek { alarm, lines }))
}
