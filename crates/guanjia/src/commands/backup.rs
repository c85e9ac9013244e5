//! `guanjia backup`: everything in one file, proved by bringing it back.

use crate::args::BackupArgs;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::{answer, tell};
use crate::progress::Progress;
use guanjia_app::App;
use guanjia_app::backup::{self, Written};
use guanjia_domain::calendar::china_time;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// Backups that are named by their time begin and end so.
const NAME: (&str, &str) = ("guanjia-", ".zip");

/// Makes a backup, and removes old ones when that is asked for.
pub fn run(asked: &BackupArgs, language: Language) -> Result<(), Failure> {
    let app = asked.data.open()?;
    let is_folder = asked.to.is_dir() || asked.to.extension().is_none();
    let path = if is_folder {
        let now = china_time::date_time(app.now().into());
        asked.to.join(format!("{}{}{}", NAME.0, now.strftime("%Y%m%d-%H%M%S"), NAME.1))
    } else {
        asked.to.clone()
    };
    let mut bar = Progress::new(language.pick("备份", "Backing up"));
    let written = make(asked, &app, is_folder, &path, &mut bar);
    drop(bar);
    if written.is_err() && is_folder {
        // Whoever names a file looks at the screen; a folder is what a timer names at night.
        backup::note_failure(&app);
    }
    let written = written?;
    let removed = match asked.keep {
        Some(keep) if is_folder => remove_old(&asked.to, keep as usize)?,
        _ => 0,
    };
    report(asked, &path, &written, removed)?;
    tell(language.pick(
        "密钥 guanjia.key 不在备份里。请另存一份，没有它备份无法恢复。",
        "The key (guanjia.key) is not in the backup. Keep a copy elsewhere: without it the backup cannot be used.",
    ));
    Ok(())
}

fn make(
    asked: &BackupArgs,
    app: &App,
    is_folder: bool,
    path: &Path,
    bar: &mut Progress,
) -> Result<Written, Failure> {
    if is_folder {
        fs::create_dir_all(&asked.to).map_err(|error| Failure::file(&asked.to, &error))?;
    }
    Ok(backup::write(app, path, &mut |done| bar.show(done, None))?)
}

fn report(asked: &BackupArgs, path: &Path, written: &Written, removed: usize) -> Result<(), Failure> {
    let manifest = &written.manifest;
    let photos = manifest.entries.keys().filter(|name| name.starts_with("photos/")).count();
    let (path, events, bytes) = (path.display().to_string(), manifest.events, written.bytes);
    answer(&if asked.json {
        serde_json::json!({
            "file": path, "events": events, "photos": photos, "bytes": bytes, "proved": true, "removed": removed,
        })
        .to_string()
    } else {
        format!("BACKUP {path} events={events} photos={photos} bytes={bytes} proved=yes removed={removed}")
    })
}

/// Removes all but the newest backups that are named by their time: the names sort as the times do.
fn remove_old(folder: &Path, keep: usize) -> Result<usize, Failure> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::file(folder, &error))?;
    let mut ours: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).filter(|path| is_ours(path)).collect();
    ours.sort_unstable();
    let old = ours.len().saturating_sub(keep);
    for path in ours.iter().take(old) {
        fs::remove_file(path).map_err(|error| Failure::file(path, &error))?;
    }
    Ok(old)
}

fn is_ours(path: &Path) -> bool {
    let time = path
        .file_name()
        .and_then(OsStr::to_str)
        .and_then(|name| name.strip_prefix(NAME.0)?.strip_suffix(NAME.1))
        .and_then(|time| time.split_once('-'));
    let digits = |text: &str, n: usize| text.len() == n && text.bytes().all(|it| it.is_ascii_digit());
    time.is_some_and(|(day, hour)| digits(day, 8) && digits(hour, 6))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_named_by_its_time_is_ever_removed() {
        let folder = tempfile::tempdir().unwrap();
        let names =
            ["guanjia-20260101-020000.zip", "guanjia-20260102-020000.zip", "guanjia-20260103-020000.zip"];
        let others = ["guanjia-2026.zip", "guanjia-20260101-020000.zip.part", "工作照.zip", "guanjia.key"];
        for name in names.iter().chain(&others) {
            fs::write(folder.path().join(name), "").unwrap();
        }
        assert_eq!(remove_old(folder.path(), 2).unwrap(), 1);
        assert_eq!(remove_old(folder.path(), 2).unwrap(), 0);
        assert!(!folder.path().join(names[0]).exists());
        assert!(names[1..].iter().chain(&others).all(|name| folder.path().join(name).exists()));
    }
}
