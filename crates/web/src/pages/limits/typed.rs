//! What was typed about a limit.

use crate::view::office::LimitForm;
use guanjia_domain::Refusal;
use guanjia_domain::limit::{LimitBook, LimitChange, LimitSet, Measure, Scope};
use serde::Deserialize;

/// As it was typed.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(crate) struct Typed {
    pub(super) csrf: String,
    #[serde(default)]
    pub(super) revision: u32,
    #[serde(default)]
    set: String,
    #[serde(default)]
    scope: String,
    #[serde(default)]
    measure: String,
    #[serde(default)]
    amount: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    pub(super) confirm: String,
}

impl Typed {
    /// Nothing but the row that is to be changed.
    pub(super) fn of_scope(scope: &str) -> Self {
        Self { scope: scope.to_owned(), ..Self::default() }
    }

    /// The change.
    pub(super) fn change(&self) -> Result<LimitChange, Refusal> {
        let not = |field, value: &str| Refusal::NotAChoice { field, value: value.chars().take(40).collect() };
        if !self.set.is_empty() {
            return LimitSet::of_name(&self.set).map(LimitChange::Set).ok_or_else(|| not("set", &self.set));
        }
        let scope: Scope = self.scope.parse().map_err(|_| not("scope", &self.scope))?;
        let measure = Measure::of_name(&self.measure).ok_or_else(|| not("measure", &self.measure))?;
        let limit = match self.unit.as_str() {
            "none" => None,
            "same_day" => Some("same_day".parse().map_err(Refusal::BadLimit)?),
            unit @ ("wd" | "wm" | "h" | "d") => {
                Some(format!("{}{unit}", self.amount.trim()).parse().map_err(Refusal::BadLimit)?)
            }
            other => return Err(not("unit", other)),
        };
        Ok(LimitChange::One(scope, measure, limit))
    }

    /// The fields of the form, to be sent again.
    pub(super) fn fields(&self) -> Vec<(String, String)> {
        let fields = [
            ("revision", self.revision.to_string()),
            ("set", self.set.clone()),
            ("scope", self.scope.clone()),
            ("measure", self.measure.clone()),
            ("amount", self.amount.clone()),
            ("unit", self.unit.clone()),
        ];
        fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// The form again; a row that was only chosen shows its limit for being done.
    pub(super) fn form(&self, book: &LimitBook) -> LimitForm {
        let (scope, amount) = (self.scope.clone(), self.amount.clone());
        let measure = if self.measure.is_empty() { Measure::Done.name() } else { &self.measure }.to_owned();
        if !self.unit.is_empty() {
            return LimitForm { scope, measure, amount, unit: self.unit.clone() };
        }
        let limit = scope.parse().ok().and_then(|scope| book.at(&scope, Measure::Done));
        let text = limit.map(|it| it.to_string()).unwrap_or_default();
        let split = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
        let (amount, unit) = text.split_at(split);
        LimitForm { scope, measure, amount: amount.to_owned(), unit: unit.to_owned() }
    }
}
