//! `/allocations/{id}/rules`: who takes part, and how the tiers bind.

use super::fields::{number, read, revision, shown};
use super::plan::name_of;
use super::{head, id_of};
use crate::fault::Fault;
use crate::form::{Form, chosen};
use crate::pages::claims::is_told;
use crate::refusals::told;
use crate::view::allocation::{RulesPage, SeatRow};
use crate::view::{Choice, PageFrame, Problems, Section};
use crate::visitor::{Visitor, failed_by, html};
use axum::extract::{Path, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::allocation::AllocationSheet;
use guanjia_app::{AppError, Result as Done};
use guanjia_domain::Refusal;
use guanjia_domain::allocation::{Ask, Seat, TierRule};
use guanjia_domain::ids::{AllocationId, EstateId, StaffId};
use std::collections::HashMap;

/// The key of how the tiers bind.
pub(super) const fn tiers_key(it: TierRule) -> &'static str {
    match it {
        TierRule::Strict => "tiers-strict",
        TierRule::Prefer => "tiers-prefer",
        TierRule::Off => "tiers-off",
    }
}

/// `GET /allocations/{id}/rules`.
pub(crate) async fn show(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Claims), move |visitor, tx, seat| {
            let who = &seat.signed_in.who;
            let sheet = visitor.site.app().allocation_sheet(tx, who, seat.home, id_of(&id)?)?;
            html(&page_of(&sheet, seat.frame, None, Problems::default()))
        })
        .await
}

fn page_of(sheet: &AllocationSheet, page: PageFrame, form: Option<&Form>, problems: Problems) -> RulesPage {
    let (ask, words) = (&sheet.allocation.draft.ask, page.words);
    let names: HashMap<_, _> =
        sheet.form.officers.iter().map(|it| (it.id.as_str(), it.name.as_deref())).collect();
    let name = |id: StaffId| names.get(id.to_string().as_str()).copied().flatten().unwrap_or("—").to_owned();
    let seat = |it: &Seat| {
        let shown = |field, known: u8| shown(form, (field, it.staff.0), Some(known));
        // Whoever is away keeps the usual numbers for when they are back.
        let (least, most) = if it.most == 0 { (1, 2) } else { (it.least, it.most) };
        let away = form.map_or(it.most == 0, |form| form.ticked(&format!("away.{}", it.staff)));
        let typed = [
            shown("tier", it.tier),
            shown("least", least),
            shown("most", most),
            shown("percent", it.percent),
        ];
        SeatRow { id: it.staff.to_string(), name: name(it.staff), typed, away }
    };
    let mut seats: Vec<_> = ask.seats.iter().map(seat).collect();
    seats.sort_by(|one, other| one.name.cmp(&other.name));
    let pair = |key: &str, (estate, staff): &(EstateId, StaffId)| {
        let (estate, name) = (name_of(sheet, *estate), name(*staff));
        words.say_with(key, &[("estate", estate.as_str().into()), ("name", name.as_str().into())])
    };
    let locked = ask.pinned.iter().map(|it| pair("rules-pair-locked", it));
    let pairs = locked.chain(ask.forbidden.iter().map(|it| pair("rules-pair-forbidden", it))).collect();
    let tiers = form.map_or(ask.tiers.name(), |form| form.get("tiers"));
    let choice = |it: &TierRule| Choice::new(it.name(), words.say(tiers_key(*it))).chosen_if(tiers);
    let whole = |field: &str, known: String| form.map_or(known, |form| form.owned(field));
    let known = [
        (f64::from(ask.tie) / 10.0).to_string(),
        ask.most_changes.map(|it| it.to_string()).unwrap_or_default(),
        ask.seed.to_string(),
    ];
    let [tie, most_changes, seed] = known;
    RulesPage {
        head: head(&sheet.allocation, sheet.decides),
        tiers: TierRule::ALL.iter().map(choice).collect(),
        typed: [whole("tie", tie), whole("most_changes", most_changes), whole("seed", seed)],
        page: PageFrame { section: Some(Section::Claims), ..page },
        seats,
        pairs,
        problems,
    }
}

/// Takes over what was typed.
fn change(ask: &mut Ask, form: &Form) -> Done<()> {
    let wrong = |field| Refusal::NotAChoice { field, value: form.get(field).chars().take(40).collect() };
    ask.tiers = TierRule::of_name(form.get("tiers")).ok_or_else(|| wrong("tiers"))?;
    let tie: f64 = chosen("tie", form.get("tie"))?.unwrap_or(0.0);
    if !(0.0..=100.0).contains(&tie) {
        return Err(wrong("tie").into());
    }
    ask.tie = (tie * 10.0).round() as u16;
    ask.most_changes = chosen("most_changes", form.get("most_changes"))?;
    ask.seed = chosen("seed", form.get("seed"))?.unwrap_or(1);
    for seat in &mut ask.seats {
        let of = |field, before| number(form, (field, seat.staff.0), Some(before));
        let missing = |field| Refusal::TextMissing { field };
        seat.tier = of("tier", seat.tier)?.ok_or(missing("tier"))?;
        seat.percent = of("percent", seat.percent)?.ok_or(missing("percent"))?;
        seat.least = of("least", seat.least)?.ok_or(missing("least"))?;
        seat.most = of("most", seat.most)?.ok_or(missing("most"))?;
        if form.ticked(&format!("away.{}", seat.staff)) {
            (seat.least, seat.most) = (0, 0);
        }
    }
    Ok(())
}

/// `POST /allocations/{id}/rules`.
pub(crate) async fn save(
    visitor: Visitor,
    Path(id): Path<String>,
    RawForm(bytes): RawForm,
) -> Result<Response, Fault> {
    let known = ["csrf", "revision", "tiers", "tie", "most_changes", "seed"];
    let form = read(&bytes, &known, &["tier", "least", "most", "percent", "away"])?;
    let seat = visitor.acting(form.get("csrf")).await?;
    let words = visitor.look.words();
    let answer = visitor.site.run(move |site| {
        let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
        let id: AllocationId = id_of(&id)?;
        let done = revision(&form)
            .map_err(AppError::from)
            .and_then(|revision| app.redraft(who, home, (id, revision), |ask| change(ask, &form))?.wait());
        match done {
            Ok(()) => Ok(Redirect::to(&format!("/allocations/{id}")).into_response()),
            Err(AppError::Refused(refusal)) if is_told(&refusal) => {
                let sheet = app.db.read(|tx| app.allocation_sheet(tx, who, home, id))?;
                let problems = vec![told(words, &refusal)].into();
                failed_by(&page_of(&sheet, seat.frame, Some(&form), problems), &refusal)
            }
            Err(error) => Err(error),
        }
    });
    Ok(answer.await?)
}
