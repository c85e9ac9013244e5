//! `guanjia export`: lists in the columns of the import, or everything in an open form.

mod everything;

use crate::args::{ExportArgs, TemplateKind};
use crate::data::known;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::{answer, tell};
use guanjia_app::App;
use guanjia_app::export::Wanted;
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Role};
use guanjia_sheets::{Table, csv, xlsx};
use std::path::{Path, PathBuf};

/// Writes what was asked for.
pub fn run(asked: &ExportArgs, language: Language) -> Result<(), Failure> {
    let app = asked.data.open()?;
    let community = asked.community.as_deref().map(|typed| known(&app, typed)).transpose()?;
    match (asked.template, community) {
        (Some(kind), Some(community)) => lists(&app, community, kind, asked, language),
        _ => everything::everything(&app, community, asked, language),
    }
}

fn lists(
    app: &App,
    community: CommunityCode,
    kind: TemplateKind,
    asked: &ExportArgs,
    language: Language,
) -> Result<(), Failure> {
    let files = names(&asked.out)?;
    let who = Principal::plain(Role::System, community, None);
    let wanted = Wanted { list: kind.into(), lang: asked.lang.into(), reason: asked.reason.clone() };
    let tables = app.export(&who, community, &wanted)?;
    let written = files(&tables)?;
    for (path, bytes) in &written {
        std::fs::write(path, bytes).map_err(|error| Failure::file(path, &error))?;
    }
    let rows: usize = tables.iter().map(|table| table.rows.len()).sum();
    let paths: Vec<_> = written.iter().map(|(path, _)| path.display().to_string()).collect();
    answer(&if asked.json {
        serde_json::json!({ "files": paths, "rows": rows }).to_string()
    } else {
        format!("EXPORTED rows={rows} {}", paths.join(" "))
    })?;
    warn(language);
    Ok(())
}

/// The files of tables, by the end of the name that was asked for.
type Files = Box<dyn Fn(&[Table]) -> Result<Vec<(PathBuf, Vec<u8>)>, Failure>>;

/// Before anything leaves: whether it can be written as it is named.
fn names(out: &Path) -> Result<Files, Failure> {
    let end = out.extension().and_then(|end| end.to_str()).unwrap_or_default().to_lowercase();
    let out = out.to_owned();
    match end.as_str() {
        "xlsx" => Ok(Box::new(move |tables| {
            let bytes = xlsx(tables)
                .map_err(|error| Failure::refused(format!("无法生成表格：{error}。"), format!("{error}.")))?;
            Ok(vec![(out.clone(), bytes)])
        })),
        "csv" => Ok(Box::new(move |tables| {
            let one = |table: &Table| {
                let name = if tables.len() == 1 { out.clone() } else { beside(&out, &table.name) };
                (name, csv(table))
            };
            Ok(tables.iter().map(one).collect())
        })),
        _ => Err(Failure::usage(
            "请把文件名写成 .xlsx 或 .csv 结尾。",
            "Let the name of the file end with .xlsx or .csv.",
        )),
    }
}

/// `表.csv` → `表-小区.csv`.
fn beside(out: &Path, sheet: &str) -> PathBuf {
    let stem = out.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    out.with_file_name(format!("{stem}-{sheet}.csv"))
}

fn warn(language: Language) {
    tell(language.pick(
        "注意：导出的文件含个人信息明文。请加密保存，只交给应当收到的人，用完即删。",
        "Mind: what was written holds personal data in clear. Encrypt it, hand it only to whom it is for, delete it when it has served.",
    ));
}
