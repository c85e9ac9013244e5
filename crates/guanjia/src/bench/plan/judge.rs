//! The checker that lies beside the published instances, where Python is there to run it.

use crate::bench::figures::Figures;
use crate::failure::Failure;
use serde_json::Value;
use std::io::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// `instance.py` of a folder, if it can be run.
pub struct Judge {
    script: Option<PathBuf>,
    answers: tempfile::TempDir,
}

impl Judge {
    /// Looks for the script and for Python, and says what is missing.
    pub fn of(folder: &Path, figures: &mut Figures) -> Result<Self, Failure> {
        let script = folder.join("instance.py");
        let mut python = Command::new("python3");
        let python = python.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
        let has_python = python.status().is_ok_and(|status| status.success());
        let missing = match (script.is_file(), has_python) {
            (false, _) => Some("instance.py check: it is not in the folder"),
            (true, false) => Some("instance.py check: python3 is not installed"),
            (true, true) => None,
        };
        if let Some(missing) = missing {
            figures.not_run(missing);
        }
        let answers = tempfile::tempdir().map_err(|error| Failure::file(&std::env::temp_dir(), &error))?;
        Ok(Self { script: missing.is_none().then_some(script), answers })
    }

    /// What it objects to in the answer for an instance, whose value should be `value`; `None` where it cannot be run.
    pub fn objections(
        &self,
        instance: &Path,
        answer: &Value,
        value: f64,
    ) -> Result<Option<Vec<String>>, Failure> {
        let Some(script) = &self.script else { return Ok(None) };
        let file = self.answers.path().join("answer.json");
        std::fs::write(&file, answer.to_string()).map_err(|error| Failure::file(&file, &error))?;
        let mut command = Command::new("python3");
        command.arg(script).arg("check").arg(instance).arg(&file).stdin(Stdio::null());
        let output = command.output().map_err(|error| Failure::file(script, &error))?;
        let text = String::from_utf8_lossy(&output.stdout);
        let said = text.lines().last().and_then(|line| serde_json::from_str::<Value>(line).ok());
        let Some(said) = said else {
            return Err(Failure::file(script, &Error::other("it says nothing that can be read")));
        };
        let faults = said["faults"].as_array().into_iter().flatten();
        let mut found: Vec<String> = faults.map(|it| format!("instance.py: {it}")).collect();
        let theirs = said["value"].as_f64().unwrap_or(f64::NAN);
        let differs = (theirs - value).abs() > 1e-6 * value.abs().max(1.0);
        if differs || theirs.is_nan() {
            found.push(format!("instance.py: the value is {theirs}, not {value}"));
        }
        Ok(Some(found))
    }
}
