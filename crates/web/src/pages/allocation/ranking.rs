//! The estates from hard to easy, with their parts, what is missing, and what hangs on a weight.

use super::fair::whole;
use super::fields::shown;
use super::index::INDICATOR_KEYS;
use crate::form::Form;
use crate::view::allocation::{Flip, IndexRow};
use crate::words::Words;
use guanjia_app::allocation::AllocationSheet;
use guanjia_domain::allocation::{EstateBasis, Figures};
use guanjia_domain::place::Property;
use guanjia_plan::allocation::form::Form as Asked;
use guanjia_plan::allocation::index::{Card, INDICATORS, cards, sensitivity};

/// The share by which each weight is changed to see which places turn.
const CHANGE: f64 = 0.1;
/// The most turned places that are told.
const MOST_FLIPS: usize = 24;

/// The rows of the index, and what turns.
pub(super) fn rows(
    words: &Words,
    sheet: &AllocationSheet,
    asked: &Asked,
    form: Option<&Form>,
) -> (Vec<IndexRow>, Vec<Flip>) {
    let draft = &sheet.allocation.draft;
    let name = |place: usize| asked.estates[place].name.as_deref().unwrap_or("—");
    let mut each: Vec<(usize, &EstateBasis, Card)> = draft
        .basis
        .iter()
        .zip(cards(asked))
        .enumerate()
        .map(|(place, (it, card))| (place, it, card))
        .collect();
    each.sort_by(|(.., one), (.., other)| {
        other.difficulty.unwrap_or(-1.0).total_cmp(&one.difficulty.unwrap_or(-1.0))
    });
    let row = |(rank, (place, it, card)): (usize, &(usize, &EstateBasis, Card))| {
        let typed = draft.ask.figures.iter().find(|known| known.estate == it.estate);
        let typed = typed.copied().unwrap_or(Figures::unknown(it.estate));
        let field = |field, known: Option<u32>| shown(form, (field, it.estate.0), known);
        let part = |indicator: &&str| {
            let known = card.parts.iter().find(|part| part.indicator == *indicator);
            known.map_or_else(|| "—".to_owned(), |part| format!("{:.1}", part.points))
        };
        let missing: Vec<&str> =
            card.missing.iter().filter_map(|field| missing(field)).map(|key| words.say(key)).collect();
        // What was typed for want of anything better is not what the house knows.
        let stored = |known: Option<u32>, typed: Option<u32>| {
            known.filter(|_| typed.is_none()).map(|it| it.to_string()).unwrap_or_default()
        };
        IndexRow {
            id: it.estate.to_string(),
            estate: name(*place).to_owned(),
            rank: u32::try_from(rank + 1).unwrap_or(u32::MAX),
            difficulty: card.difficulty.map_or_else(|| "—".to_owned(), |it| format!("{it:.1}")),
            parts: INDICATORS.iter().map(part).collect(),
            workload: card.workload.map_or_else(|| "—".to_owned(), whole),
            missing: missing.join(words.say("list-comma")),
            stored: [
                stored(it.households, typed.households),
                words.say(property(it.property)).to_owned(),
                stored(it.organisations, typed.organisations),
            ],
            typed: [
                field("households", typed.households),
                field("residents", typed.residents),
                field("elderly", typed.elderly.map(u32::from)),
                field("tenants", typed.tenants.map(u32::from)),
                field("care", typed.care),
                field("organisations", typed.organisations),
            ],
        }
    };
    let found = sensitivity(asked, CHANGE);
    let flips = found.iter().take(MOST_FLIPS).map(|it| {
        let key =
            INDICATORS.iter().position(|known| *known == it.indicator).map_or("", |at| INDICATOR_KEYS[at]);
        let change = format!("{:+.0}", 100.0 * it.change);
        let args = [("indicator", words.say(key).into()), ("change", change.as_str().into())];
        let names = [("harder", name(it.harder).into()), ("easier", name(it.easier).into())];
        words.say_with("index-flip", &[args, names].concat())
    });
    let flips = flips.collect();
    (each.iter().enumerate().map(row).collect(), flips)
}

/// The key of a figure that is missing; the parts of the composition have their own.
fn missing(field: &str) -> Option<&'static str> {
    Some(match field {
        "households" => "part-households",
        "residents" => "part-residents",
        "composition" => "part-composition",
        "property" => "part-property",
        "organisations" => "part-organisations",
        "elderly_share" => "figure-elderly",
        "tenant_share" => "figure-tenants",
        "care_households" => "figure-care",
        _ => return None,
    })
}

const fn property(it: Property) -> &'static str {
    match it {
        Property::None => "property-none",
        Property::SelfManaged => "property-self",
        Property::Company => "property-company",
    }
}
