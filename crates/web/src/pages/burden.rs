//! The burden ledger.

use crate::fault::Fault;
use crate::pages::audit::role_key;
use crate::view::report::{AskRow, BurdenPage, Deed, FormKind, FormRow, RoleRow, RuleKind, RuleRow};
use crate::view::{Choice, Section};
use crate::visitor::{Visitor, html};
use crate::words::{Arg, Words};
use axum::extract::Query;
use axum::response::Response;
use guanjia_app::burden::Burden;
use guanjia_domain::burden::{ASKS, Asked, Cost, Rule, by_week, cost_of, forms_spared};
use serde::Deserialize;

/// What can be looked back on; the first is shown when nothing is asked.
const WEEKS: [u32; 3] = [4, 12, 26];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Back {
    weeks: Option<u32>,
}

/// `GET /burden`.
pub(crate) async fn show(visitor: Visitor, Query(back): Query<Back>) -> Result<Response, Fault> {
    visitor
        .walking(Some(Section::Burden), move |visitor, tx, seat| {
            let words = visitor.look.words();
            let weeks = back.weeks.filter(|weeks| WEEKS.contains(weeks)).unwrap_or(WEEKS[0]);
            let burden = visitor.site.app().burden(tx, &seat.signed_in.who, seat.home, weeks)?;
            let choice = |n: &u32| {
                let label = words.say_with("burden-week-count", &[("n", (*n).into())]);
                Choice::new(n.to_string(), label).chosen_if(&weeks.to_string())
            };
            let cost = |rule: &Rule| rule_row(words, &cost_of(*rule, &burden.deeds), weeks);
            html(&BurdenPage {
                page: seat.frame,
                weeks: WEEKS.iter().map(choice).collect(),
                roles: role_rows(&burden),
                forms: form_rows(&burden),
                rules: Rule::ALL.iter().filter_map(cost).collect(),
                asks: ASKS.iter().filter_map(ask_row).collect(),
            })
        })
        .await
}

fn role_rows(burden: &Burden) -> Vec<RoleRow> {
    let row = |((week, role), asked): (_, Asked)| {
        let (minutes, Asked { deeds, fields, taps, .. }) = (asked.minutes(), asked);
        RoleRow { week: format!("{week}"), role: role_key(role), asked: [deeds, fields, taps, minutes] }
    };
    let by_week = by_week(&burden.deeds);
    // The latest week first, and in it the roles in the order of the house.
    let mut rows = Vec::new();
    for monday in &burden.weeks {
        let of_week = by_week.iter().filter(|((week, _), _)| week == monday);
        rows.extend(of_week.map(|(key, asked)| row((*key, *asked))));
    }
    rows
}

fn form_rows(burden: &Burden) -> Vec<FormRow> {
    let made = forms_spared(&burden.deeds).into_iter().filter(|(_, made, _)| *made > 0);
    made.filter_map(|(form, made, spared)| {
        Some(FormRow { kind: FormKind::from_slug(form.name)?, made, spared })
    })
    .collect()
}

fn rule_row(words: &Words, cost: &Cost, weeks: u32) -> Option<RuleRow> {
    let each = |sum: u64| Arg::from(i64::try_from(sum.div_ceil(u64::from(weeks))).unwrap_or(i64::MAX));
    let more = cost.roles.iter().filter(|(_, asked)| asked.deeds > 0).map(|(role, asked)| {
        let role = words.say(role_key(*role));
        words.say_with(
            "burden-more-of",
            &[
                ("role", role.into()),
                ("minutes", each(asked.minutes())),
                ("fields", each(asked.fields)),
                ("taps", each(asked.taps)),
            ],
        )
    });
    Some(RuleRow { kind: RuleKind::from_slug(cost.rule.name())?, more: more.collect() })
}

fn ask_row(ask: &guanjia_domain::burden::Ask) -> Option<AskRow> {
    Some(AskRow { deed: Deed::from_slug(ask.event)?, asks: [ask.fields, ask.taps, ask.seconds] })
}
