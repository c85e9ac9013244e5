//! A line of the table: an instance, what came out, and what is known.

use serde_json::{Value, json};

/// An instance and its plan.
pub struct Row {
    /// What it is called.
    pub instance: String,
    /// The objective.
    pub value: f64,
    /// The best known value.
    pub best: Option<f64>,
    /// No plan is better than this.
    pub bound: Option<f64>,
    /// How long the search took, in seconds of one core.
    pub seconds: f64,
    /// How long it may take.
    pub limit: f64,
    /// What else is to be said.
    pub told: String,
    /// Who looked at the plan.
    pub judges: Vec<&'static str>,
    /// What they object to.
    pub objections: Vec<String>,
    /// What other solvers make of it.
    pub others: Vec<Other>,
}

/// Another solver's plan.
pub struct Other {
    /// Its name.
    pub solver: &'static str,
    /// What its plan is worth by our own measure; `None` without a plan, or where it breaks a rule.
    pub value: Option<f64>,
    /// How long it took.
    pub seconds: Option<f64>,
    /// What else is to be said.
    pub told: String,
}

impl Row {
    /// Per cent over the best known value.
    pub fn gap(&self) -> Option<f64> {
        self.best.map(|best| 100.0 * (self.value / best - 1.0))
    }

    /// The head of the table.
    pub fn head() -> String {
        format!(
            "  {:<30} {:>13} {:>13} {:>8} {:>13} {:>7} {:>5}  judged by",
            "instance", "value", "best known", "gap %", "lower bound", "s", "of s"
        )
    }

    /// The lines of the table.
    pub fn lines(&self) -> Vec<String> {
        let best = self.best.map_or_else(|| "-".to_owned(), number);
        let gap = self.gap().map_or_else(|| "-".to_owned(), |gap| format!("{gap:.4}"));
        let bound = self.bound.map_or_else(|| "best found".to_owned(), number);
        let mut lines = vec![format!(
            "  {:<30} {:>13} {best:>13} {gap:>8} {bound:>13} {:>7.2} {:>5}  {}",
            self.instance,
            number(self.value),
            self.seconds,
            self.limit,
            self.judges.join(", ")
        )];
        if !self.told.is_empty() {
            lines.push(format!("  {:<30} {}", "", self.told));
        }
        lines.extend(self.objections.iter().take(5).map(|it| format!("  {:<30} OBJECTION {it}", "")));
        for other in &self.others {
            let value = other.value.map_or_else(|| "-".to_owned(), number);
            let gap = other.value.zip(self.best).map(|(value, best)| 100.0 * (value / best - 1.0));
            let gap = gap.map_or_else(|| "-".to_owned(), |gap| format!("{gap:.4}"));
            let seconds = other.seconds.map_or_else(|| "-".to_owned(), |it| format!("{it:.2}"));
            lines.push(format!(
                "    {:<28} {value:>13} {:>13} {gap:>8} {:>13} {seconds:>7} {:>5}  {}",
                other.solver, "", "", "", other.told
            ));
        }
        lines
    }

    /// The same for programs.
    pub fn json(&self) -> Value {
        let other = |it: &Other| json!({ "solver": it.solver, "value": it.value, "seconds": it.seconds, "told": it.told });
        json!({
            "instance": self.instance, "value": self.value, "best_known": self.best, "gap_percent": self.gap(),
            "lower_bound": self.bound, "seconds": self.seconds, "limit": self.limit, "told": self.told,
            "judges": self.judges, "objections": self.objections,
            "others": self.others.iter().map(other).collect::<Vec<_>>(),
        })
    }
}

/// Whole numbers as they are, others with two decimals.
fn number(value: f64) -> String {
    let digits = if value.fract() == 0.0 { 0 } else { 2 };
    format!("{value:.digits$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_not_invented() {
        let row = Row {
            instance: "cpmp/a.dat".to_owned(),
            value: 101.0,
            best: None,
            bound: None,
            seconds: 0.5,
            limit: 2.0,
            told: String::new(),
            judges: vec!["own checker"],
            objections: vec!["grid g1 is empty".to_owned()],
            others: vec![Other {
                solver: "HiGHS",
                value: None,
                seconds: None,
                told: "not installed".to_owned(),
            }],
        };
        let lines = row.lines();
        assert!(lines[0].contains("best found") && lines[1].contains("OBJECTION grid g1"), "{lines:?}");
        assert!(lines[2].contains("HiGHS") && lines[2].contains("not installed"), "{lines:?}");
        assert_eq!((row.gap(), row.json()["gap_percent"].is_null()), (None, true));
        let known = Row { best: Some(100.0), bound: Some(99.5), ..row };
        assert!(known.lines()[0].contains("1.0000") && known.lines()[0].contains("99.50"));
    }
}
