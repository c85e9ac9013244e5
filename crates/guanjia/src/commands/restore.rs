//! `guanjia restore`: a backup, brought back into an empty installation of either engine.

use crate::args::RestoreArgs;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::{answer, tell};
use crate::progress::Progress;
use guanjia_app::backup::{self, Target};
use guanjia_store::vault::copy_key;
use std::fs;

/// Brings a backup back and verifies it.
pub fn run(asked: &RestoreArgs, language: Language) -> Result<(), Failure> {
    let folder = &asked.data.data;
    let beside = asked.file.with_file_name(backup::LIST);
    let list = asked.erased.clone().or_else(|| beside.exists().then_some(beside));
    let erased = list.as_deref().map(backup::read_list).transpose()?.unwrap_or_default();
    let key = folder.join("guanjia.key");
    let copied = match &asked.key {
        Some(from) => {
            fs::create_dir_all(folder).map_err(|error| Failure::file(folder, &error))?;
            copy_key(from, &key)?
        }
        None => false,
    };
    let mut bar = Progress::new(language.pick("恢复", "Restoring"));
    let target = Target { folder, server: asked.data.database.as_deref(), erased: &erased };
    let restored = backup::restore(&asked.file, target, &mut |done| bar.show(done, None));
    drop(bar);
    if restored.is_err() && copied {
        fs::remove_file(&key).map_err(|error| Failure::file(&key, &error))?;
    }
    let restored = restored?;
    let (events, photos, again) = (restored.manifest.events, restored.photos, restored.erased_again);
    answer(&if asked.json {
        serde_json::json!({ "events": events, "photos": photos, "erased_again": again, "tables": "ok", "chain": "ok" }).to_string()
    } else {
        format!("RESTORED events={events} photos={photos} erased_again={again} tables=ok chain=ok")
    })?;
    tell(unknown(list.is_some(), language));
    Ok(())
}

/// What nobody can know of what was erased since.
const fn unknown(has_list: bool, language: Language) -> &'static str {
    match (has_list, matches!(language, Language::Chinese)) {
        (true, true) => "名单里的删除已重新执行。最后一次备份之后的删除不在名单里，请向信息权利登记人核对。",
        (true, false) => {
            "What the list names was erased again. What was erased after the last backup is not on it."
        }
        (false, true) => "没有删除名单（guanjia-erased.jsonl）：备份之后删除过的内容会重新出现。",
        (false, false) => {
            "There is no list of erasures: whatever was erased after the backup was made is back."
        }
    }
}
