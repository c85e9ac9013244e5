//! `guanjia settings`: the settings file of an installation.

use crate::args::SettingsArgs;
use crate::failure::Failure;
use crate::output::answer;
use crate::settings::{DEFAULT, FILE, Settings};
use std::io::Write;

/// Writes the annotated file, checks the one that is there, or prints what can be set.
pub fn run(asked: &SettingsArgs) -> Result<(), Failure> {
    let path = asked.data.join(FILE);
    if asked.write_default {
        std::fs::create_dir_all(&asked.data).map_err(|error| Failure::file(&asked.data, &error))?;
        let made = std::fs::File::options().write(true).create_new(true).open(&path);
        made.and_then(|mut file| file.write_all(DEFAULT.as_bytes()))
            .map_err(|error| Failure::file(&path, &error))?;
        return answer(&format!("WRITTEN {}", path.display()));
    }
    if asked.check {
        Settings::of(&asked.data)?;
        return answer(&format!("OK {}", path.display()));
    }
    answer(DEFAULT.trim_end())
}
