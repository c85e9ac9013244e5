//! Everything in one file.

use super::warn;
use crate::args::ExportArgs;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::answer;
use crate::progress::Progress;
use guanjia_app::App;
use guanjia_app::everything::{self, Leaving};
use guanjia_domain::CommunityCode;

/// Writes the installation, or one community of it.
pub(super) fn everything(
    app: &App,
    community: Option<CommunityCode>,
    asked: &ExportArgs,
    language: Language,
) -> Result<(), Failure> {
    let mut bar = Progress::new(language.pick("导出全部数据", "Handing everything over"));
    let leaving = Leaving { community, reason: asked.reason.clone() };
    let manifest = everything::write(app, &asked.out, &leaving, &mut |done| bar.show(done, None))?;
    drop(bar);
    let lines = |name: &str| manifest.lines.get(name).copied().unwrap_or(0);
    let (events, texts) = (lines("tables/event.jsonl"), lines("texts.jsonl"));
    let (path, photos) = (asked.out.display().to_string(), lines("tables/photo.jsonl"));
    answer(&if asked.json {
        serde_json::json!({ "file": path, "events": events, "texts": texts, "photos": photos }).to_string()
    } else {
        format!("EXPORTED {path} events={events} texts={texts} photos={photos}")
    })?;
    warn(language);
    Ok(())
}
