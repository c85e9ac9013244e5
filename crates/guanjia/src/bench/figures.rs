//! Figures, for a person and as JSON, each beside what it should be.

use super::plan::Row;
use crate::failure::Failure;
use crate::output::{answer, tell};
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::io::IsTerminal;

/// What a figure should be.
#[derive(Clone, Copy, Debug)]
pub enum Wanted {
    /// At least this.
    AtLeast(f64),
    /// At most this.
    AtMost(f64),
    /// It is only told.
    Told,
}

/// One measured figure.
#[derive(Debug)]
struct Figure {
    name: Cow<'static, str>,
    value: f64,
    unit: &'static str,
    wanted: Wanted,
}

/// The figures of a run.
pub struct Figures {
    bench: &'static str,
    engine: &'static str,
    figures: Vec<Figure>,
    table: Vec<Row>,
    not_run: Vec<String>,
}

impl Figures {
    /// For a benchmark on an engine.
    pub const fn new(bench: &'static str, engine: &'static str) -> Self {
        Self { bench, engine, figures: Vec::new(), table: Vec::new(), not_run: Vec::new() }
    }

    /// Adds a figure.
    pub fn add(
        &mut self,
        name: impl Into<Cow<'static, str>>,
        value: f64,
        unit: &'static str,
        wanted: Wanted,
    ) {
        self.figures.push(Figure { name: name.into(), value, unit, wanted });
    }

    /// Adds a line to the table of instances. All take half an hour: on a terminal each is said when it is done.
    pub fn row(&mut self, row: Row) {
        if std::io::stderr().is_terminal() {
            tell(&format!("{}: {:.1} s", row.instance, row.seconds));
        }
        self.table.push(row);
    }

    /// Says what could not be measured, and why.
    pub fn not_run(&mut self, what: impl Into<String>) {
        self.not_run.push(what.into());
    }

    /// Prints them. Exit code 1 when one is not what it should be.
    pub fn tell(&self, as_json: bool) -> Result<(), Failure> {
        if as_json {
            answer(&self.json().to_string())?;
        } else {
            self.lines().iter().try_for_each(|line| answer(line))?;
        }
        let missed: Vec<_> =
            self.figures.iter().filter(|it| !it.is_fine()).map(|it| it.name.as_ref()).collect();
        if missed.is_empty() {
            return Ok(());
        }
        let names = missed.join(", ");
        Err(Failure::refused(format!("未达到目标：{names}。"), format!("Short of what is wanted: {names}.")))
    }

    fn lines(&self) -> Vec<String> {
        let head = format!("{} on {}", self.bench, self.engine);
        let figures = self.figures.iter().map(Figure::line);
        let not_run = self.not_run.iter().map(|what| format!("  not run: {what}"));
        let table = (!self.table.is_empty()).then(Row::head).into_iter();
        let table = table.chain(self.table.iter().flat_map(Row::lines));
        std::iter::once(head).chain(table).chain(figures).chain(not_run).collect()
    }

    fn json(&self) -> Value {
        let figures: Map<_, _> = self
            .figures
            .iter()
            .map(|it| {
                (it.name.to_string(), json!({ "value": it.value, "unit": it.unit, "ok": it.is_fine() }))
            })
            .collect();
        let mut whole = json!({ "bench": self.bench, "engine": self.engine, "figures": figures, "not_run": self.not_run });
        if !self.table.is_empty() {
            whole["instances"] = self.table.iter().map(Row::json).collect();
        }
        whole
    }
}

impl Figure {
    fn is_fine(&self) -> bool {
        match self.wanted {
            Wanted::AtLeast(least) => self.value >= least,
            Wanted::AtMost(most) => self.value <= most,
            Wanted::Told => true,
        }
    }

    fn line(&self) -> String {
        let verdict = if self.is_fine() { "ok" } else { "SHORT" };
        let wanted = match self.wanted {
            Wanted::AtLeast(least) => format!("  (wanted: at least {}: {verdict})", shown(least)),
            Wanted::AtMost(most) => format!("  (wanted: at most {}: {verdict})", shown(most)),
            Wanted::Told => String::new(),
        };
        format!("  {:<36} {:>12} {}{wanted}", self.name, shown(self.value), self.unit)
    }
}

fn shown(value: f64) -> String {
    let digits = match value.abs() {
        whole if value.fract() == 0.0 || whole >= 100.0 => 0,
        // A share: what is wanted of it is said to a thousandth.
        share if share < 1.0 => 3,
        _ => 2,
    };
    format!("{value:.digits$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_that_is_short_is_said_and_counted() {
        let mut figures = Figures::new("intake", "sqlite");
        figures.add("filings", 12_345.6, "/s", Wanted::AtLeast(5_000.0));
        figures.add("p50", 1.254, "ms", Wanted::AtMost(1.0));
        figures.not_run("pgbench: it is not installed");
        let lines = figures.lines();
        assert!(lines[1].contains("12346 /s") && lines[1].contains("5000: ok"), "{}", lines[1]);
        assert!(lines[2].contains("1.25 ms") && lines[2].contains("SHORT"), "{}", lines[2]);
        assert!(lines[3].contains("not run: pgbench"), "{}", lines[3]);
        assert_eq!(figures.json()["figures"]["p50"]["ok"], false);
        assert!(figures.tell(true).is_err());
    }
}
