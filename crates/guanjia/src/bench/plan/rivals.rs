//! Other solvers on the same instances: a program (`scripts/solvers/rival.py`) asks each in a process of its own.

use super::row::Other;
use crate::bench::figures::Figures;
use crate::failure::Failure;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// What the program calls them, and what people do.
const SOLVERS: [(&str, &str); 3] = [("highs", "HiGHS"), ("cp_sat", "CP-SAT"), ("metis", "METIS")];
/// The program's exit code where a solver's package is missing.
const NOT_INSTALLED: i32 = 3;
/// Its exit code where the solver has no model of such an instance.
const NO_MODEL: i32 = 4;
/// Seconds that they have at least: they stop by themselves once they have proved their plan.
const LEAST: f64 = 10.0;
/// What a solver may take beyond its time, to load and to build its model, before its process is ended.
const PATIENCE: Duration = Duration::from_secs(90);

/// What the plan of another solver is worth, if it keeps the rules, and what is to be said of it.
pub type Measure<'m> = &'m dyn Fn(&[Vec<u32>]) -> (Option<f64>, String);

/// A plan of another solver.
#[derive(Deserialize)]
pub struct Answer {
    /// Building the model and solving it.
    seconds: f64,
    /// Whether it says that no plan of its model is better.
    #[serde(default)]
    proved: bool,
    /// The buildings of each grid, or the estates of each officer; `None` where it found nothing.
    #[serde(default)]
    groups: Option<Vec<Vec<u32>>>,
}

/// The other solvers.
pub struct Rivals {
    program: Option<PathBuf>,
    seconds: Option<f64>,
    files: tempfile::TempDir,
    missing: BTreeSet<&'static str>,
}

impl Rivals {
    /// Asked by a program, each with so many seconds; else with those that the instance has here, but ten at least.
    pub fn new(program: Option<PathBuf>, seconds: Option<f64>) -> Result<Self, Failure> {
        let files = tempfile::tempdir().map_err(|error| Failure::file(&std::env::temp_dir(), &error))?;
        Ok(Self { program, seconds, files, missing: BTreeSet::new() })
    }

    /// What each makes of an instance.
    pub fn plans(&mut self, input: &Value, limit: f64, judge: Measure<'_>) -> Result<Vec<Other>, Failure> {
        let (Some(program), limit) = (self.program.clone(), self.seconds.unwrap_or(limit.max(LEAST))) else {
            return Ok(Vec::new());
        };
        let (file, out) = (self.files.path().join("input.json"), self.files.path().join("answer.json"));
        std::fs::write(&file, input.to_string()).map_err(|error| Failure::file(&file, &error))?;
        let mut others = Vec::new();
        for (solver, name) in SOLVERS {
            let status = asked(&program, [solver, &limit.to_string()], (&file, &out))?;
            let mut other = Other { solver: name, value: None, seconds: None, told: String::new() };
            match status.and_then(|status| status.code()) {
                Some(NO_MODEL) => continue,
                Some(NOT_INSTALLED) => {
                    self.missing.insert(name);
                    "not installed".clone_into(&mut other.told);
                }
                Some(0) => {
                    let text = super::text(&out)?;
                    match serde_json::from_str::<Answer>(&text) {
                        Ok(answer) => other.take(&answer, judge),
                        Err(error) => other.told = format!("its answer cannot be read: {error}"),
                    }
                }
                Some(code) => other.told = format!("ended with code {code}"),
                None => "ended: it did not stop at its time".clone_into(&mut other.told),
            }
            others.push(other);
        }
        Ok(others)
    }

    /// Says which were not asked.
    pub fn tell(&self, figures: &mut Figures) {
        if self.program.is_none() {
            figures.not_run("HiGHS, CP-SAT, METIS: start scripts/compare-solvers");
        }
        for name in &self.missing {
            figures.not_run(format!("{name}: its package is not installed"));
        }
    }
}

impl Other {
    fn take(&mut self, answer: &Answer, judge: Measure<'_>) {
        self.seconds = Some(answer.seconds);
        match &answer.groups {
            None => "no plan in its time".clone_into(&mut self.told),
            Some(groups) => {
                (self.value, self.told) = judge(groups);
                if answer.proved {
                    let proved = ["its model proved", &self.told].map(str::trim).join("; ");
                    proved.trim_end_matches("; ").clone_into(&mut self.told);
                }
            }
        }
    }
}

/// Runs the program to its end; `None` where it had to be ended.
fn asked(
    program: &Path,
    [solver, seconds]: [&str; 2],
    (file, out): (&Path, &Path),
) -> Result<Option<ExitStatus>, Failure> {
    let answer = std::fs::File::create(out).map_err(|error| Failure::file(out, &error))?;
    let mut command = Command::new(program);
    command.arg(solver).arg(file).arg(seconds).stdin(Stdio::null()).stdout(answer).stderr(Stdio::null());
    let told = |error: std::io::Error| Failure::file(program, &error);
    let mut process = command.spawn().map_err(told)?;
    let limit = Duration::try_from_secs_f64(seconds.parse().unwrap_or_default()).unwrap_or_default();
    let began = Instant::now();
    while began.elapsed() < limit + PATIENCE {
        if let Some(status) = process.try_wait().map_err(told)? {
            return Ok(Some(status));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    process.kill().and_then(|()| process.wait()).map_err(told)?;
    Ok(None)
}
