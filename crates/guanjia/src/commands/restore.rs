//! `guanjia restore`: a backup, brought back into an empty installation of either engine.

use crate::args::RestoreArgs;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::answer;
use crate::progress::Progress;
use guanjia_app::backup;
use guanjia_store::vault::copy_key;
use std::fs;

/// Brings a backup back and verifies it.
pub fn run(asked: &RestoreArgs, language: Language) -> Result<(), Failure> {
    let folder = &asked.data.data;
    let key = folder.join("guanjia.key");
    let copied = match &asked.key {
        Some(from) => {
            fs::create_dir_all(folder).map_err(|error| Failure::file(folder, &error))?;
            copy_key(from, &key)?
        }
        None => false,
    };
    let mut bar = Progress::new(language.pick("恢复", "Restoring"));
    let server = asked.data.database.as_deref();
    let restored = backup::restore(&asked.file, folder, server, &mut |done| bar.show(done, None));
    drop(bar);
    if restored.is_err() && copied {
        fs::remove_file(&key).map_err(|error| Failure::file(&key, &error))?;
    }
    let restored = restored?;
    let (events, photos) = (restored.manifest.events, restored.photos);
    answer(&if asked.json {
        serde_json::json!({ "events": events, "photos": photos, "tables": "ok", "chain": "ok" }).to_string()
    } else {
        format!("RESTORED events={events} photos={photos} tables=ok chain=ok")
    })
}
