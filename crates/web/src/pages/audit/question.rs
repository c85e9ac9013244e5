//! What the auditor looks for.

use guanjia_app::access::AccessQuestion;
use guanjia_app::day::day_start;
use guanjia_domain::Moment;
use guanjia_store::access::AccessFilter;
use jiff::civil::Date;
use serde::Deserialize;

/// As it was typed; empty fields ask for everything.
#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    /// Part of a name.
    #[serde(default)]
    pub who: String,
    /// The first day.
    #[serde(default)]
    pub from: String,
    /// The last day.
    #[serde(default)]
    pub until: String,
    /// The action.
    #[serde(default)]
    pub action: String,
}

impl Asked {
    /// The question; a day that is none is not asked for.
    pub(super) fn question(&self) -> AccessQuestion {
        let day = |typed: &str| typed.parse::<Date>().ok();
        let until = day(&self.until).and_then(|day| day.tomorrow().ok()).map(begin);
        let filter = AccessFilter {
            from: day(&self.from).map(begin),
            until,
            action: Some(self.action.clone()).filter(|it| !it.is_empty()),
        };
        AccessQuestion { named: self.who.trim().to_owned(), filter }
    }
}

/// Midnight in China at the beginning of a day.
fn begin(day: Date) -> Moment {
    let noon = jiff::tz::Offset::constant(8).to_timestamp(day.at(12, 0, 0, 0)).unwrap_or_default();
    day_start(noon.into())
}
