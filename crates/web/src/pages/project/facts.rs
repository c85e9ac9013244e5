//! What is known of a project, line by line.

use super::words::yuan;
use crate::present::party_words;
use crate::view::project::kinds::worded;
use crate::words::Words;
use guanjia_app::project::ProjectSheet;
use guanjia_domain::project::Bill;

/// Labels and words; what nobody has said yet is left out.
pub(super) fn facts(words: &Words, sheet: &ProjectSheet) -> Vec<(&'static str, String)> {
    let (it, mut facts) = (&sheet.project, vec![("field-estate", sheet.estate.clone())]);
    if let Some(owner) = it.owner {
        let deciders: Vec<_> = owner.deciders().iter().map(|it| worded!(words, Decider, it.name())).collect();
        let own = worded!(words, Owner, owner.name());
        facts.push(("project-owner", with(&own, sheet.text(it.owner_words))));
        facts.push(("project-deciders", deciders.join(words.say("list-arrow"))));
    }
    if let Some(until) = it.consulted_until {
        facts.push(("project-until", with(&until.to_string(), sheet.text(it.consulted_words))));
    }
    if let Some(council) = &it.council {
        let key = if council.agreed { "council-agreed" } else { "council-not-agreed" };
        let day = council.day.to_string();
        let args = [("day", day.as_str().into()), ("yes", council.yes.into()), ("no", council.no.into())];
        facts.push(("decider-council", with(&words.say_with(key, &args), sheet.text(council.words))));
    }
    if let Some(bill) = &it.bill {
        facts.push(("project-bill", bill_words(words, bill)));
        facts.push(("project-design", sheet.text(it.design_words).to_owned()));
    }
    if let (Some(approval), Some(by)) = (&it.approval, &sheet.approver) {
        let key = match (approval.approved_at, approval.sent_back) {
            (Some(_), _) => "approval-yes",
            (None, true) => "approval-back",
            (None, false) => "approval-waits",
        };
        let said = format!("{} · {}", party_words(words, by), words.say(key));
        facts.push(("project-approver", with(&said, sheet.text(approval.words))));
    }
    facts.extend(sheet.works_by.clone().map(|by| ("project-works-by", by)));
    let written = [
        ("project-rework", it.rework_words),
        ("project-accepted", it.acceptance.and_then(|it| it.words)),
        ("public-reply", it.reply),
    ];
    for (label, n) in written {
        let text = sheet.text(n);
        if !text.is_empty() {
            facts.push((label, text.to_owned()));
        }
    }
    if let Some(not_now) = it.not_now {
        facts.push(("project-not-now", with(&not_now.until.to_string(), sheet.text(Some(not_now.words)))));
    }
    facts
}

fn with(first: &str, more: &str) -> String {
    if more.is_empty() { first.to_owned() } else { format!("{first}\n{more}") }
}

/// Quantities, cost and fund.
fn bill_words(words: &Words, bill: &Bill) -> String {
    let mut lines: Vec<String> = bill
        .lines
        .iter()
        .map(|it| {
            let (need, price) = (worded!(words, Need, it.need.name()), yuan(it.unit_price));
            let args =
                [("need", need.as_str().into()), ("n", it.quantity.into()), ("price", price.as_str().into())];
            words.say_with("bill-line", &args)
        })
        .collect();
    let (total, fund) = (yuan(bill.total()), worded!(words, Fund, bill.fund.name()));
    lines.push(
        words.say_with("bill-total", &[("total", total.as_str().into()), ("fund", fund.as_str().into())]),
    );
    lines.join("\n")
}
