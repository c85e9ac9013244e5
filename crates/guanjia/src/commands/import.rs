//! `guanjia import`: spreadsheets in, all or nothing; empty ones out.

use crate::args::{ImportArgs, SheetLanguage, TemplateKind};
use crate::data::known;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::{answer, tell};
use crate::progress::Progress;
use guanjia_app::import::{Change, ImportError, ImportProblem, Preview, SheetFile, Sheets, Thing};
use guanjia_app::{App, AppError, SystemClock, everything};
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Role};
use guanjia_sheets::{Lang, template};
use std::path::Path;
use std::sync::Arc;

/// The most problems that are told one by one.
const MOST_TOLD: usize = 100;

/// Imports, looks at what an import would do, or writes an empty sheet.
pub fn run(asked: &ImportArgs, language: Language) -> Result<(), Failure> {
    if let (Some(kind), Some(out)) = (asked.template, &asked.out) {
        return write_template(kind, asked.lang, out);
    }
    if let [file] = asked.files.as_slice()
        && everything::is_everything(file)
    {
        return everything(file, asked, language);
    }
    let Some(typed) = asked.community.as_deref() else {
        return Err(Failure::usage(
            "请用 --community 指明社区代码。",
            "Name the community with --community CODE.",
        ));
    };
    let files = asked.files.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?;
    let app = asked.data.open()?;
    let community = known(&app, typed)?;
    let who = Principal::plain(Role::System, community, None);
    let mut bar = Progress::new(language.pick("读取表格", "Reading the sheets"));
    let sheets = app.db.read(|tx| {
        app.read_sheets_as(tx, community, &files, &asked.named, &mut |rows| bar.show(rows, None))
    })?;
    drop(bar);
    let only_look = asked.dry_run || !sheets.problems.is_empty();
    let found = if only_look {
        look(&app, &who, community, &sheets)?
    } else {
        app.remember_headings(&who, community, &sheets, &asked.named)?;
        import(&app, &who, community, sheets)?
    };
    report(&found, asked, language)
}

/// A file of everything, into an empty installation.
fn everything(file: &Path, asked: &ImportArgs, language: Language) -> Result<(), Failure> {
    let mut bar = Progress::new(language.pick("导入全部数据", "Taking everything in"));
    let (folder, server) = (&asked.data.data, asked.data.database.as_deref());
    let done =
        everything::bring_in(file, folder, server, Arc::new(SystemClock), &mut |done| bar.show(done, None))?;
    drop(bar);
    let (events, photos) = (done.manifest.lines.get("tables/event.jsonl").copied().unwrap_or(0), done.photos);
    answer(&if asked.json {
        serde_json::json!({ "events": events, "photos": photos, "tables": "ok", "chain": "ok" }).to_string()
    } else {
        format!("IMPORTED events={events} photos={photos} tables=ok chain=ok")
    })?;
    tell(language.pick(
        "密码不随数据迁移。请用 guanjia user invite 重新邀请工作人员；原文件含个人信息明文，用完请删除。",
        "Passwords do not move: invite everybody again with guanjia user invite. The file holds personal data in clear: delete it when it has served.",
    ));
    tell(language.pick(
        "居民和单位的专属链接由密钥生成：如果导入前没有把原来的 guanjia.key 放进这个文件夹，这些链接已失效。想让它们继续有效，请清空文件夹，放入 guanjia.key 后重新导入。",
        "Private links of residents and organisations are made from the key: unless guanjia.key of the earlier installation lay in this folder before, they have ended. To keep them, empty the folder, copy guanjia.key into it first, and import again.",
    ));
    Ok(())
}

fn read(path: &Path) -> Result<SheetFile, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::file(path, &error))?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    Ok(SheetFile { name, bytes })
}

fn look(app: &App, who: &Principal, community: CommunityCode, sheets: &Sheets) -> Result<Preview, Failure> {
    Ok(app.db.read(|tx| -> Result<_, AppError> { app.preview_import(tx, who, community, sheets) })?)
}

/// The outcome; problems that the rules of the house found stand in it.
fn import(app: &App, who: &Principal, community: CommunityCode, sheets: Sheets) -> Result<Preview, Failure> {
    match app.commit_import(who, community, sheets.workbook).wait() {
        Ok(mut done) => {
            done.notices.splice(0..0, sheets.notices);
            Ok(done)
        }
        Err(ImportError::Problems(problems)) => {
            Ok(Preview { problems, notices: sheets.notices, ..Preview::default() })
        }
        Err(ImportError::App(error)) => Err(error.into()),
    }
}

fn report(found: &Preview, asked: &ImportArgs, language: Language) -> Result<(), Failure> {
    let lang = language.of_sheets();
    let done = found.problems.is_empty() && !asked.dry_run;
    if asked.json {
        answer(&json(found, done, lang).to_string())?;
    } else {
        say(found, lang);
        if found.problems.is_empty() {
            tallies(found, language)?;
        }
    }
    if !found.problems.is_empty() {
        let count = found.problems.len() as u64 + found.more_problems;
        return Err(Failure::refused(
            format!("有 {count} 个问题，什么都没有写入。请改正后再导入。"),
            format!("{count} problems: nothing was written. Correct them and import again."),
        ));
    }
    if !asked.json {
        tell(language.pick(
            if done { "已全部导入。" } else { "这是预览，什么都没有写入。" },
            if done { "Everything was imported." } else { "This was a preview: nothing was written." },
        ));
    }
    Ok(())
}

fn say(found: &Preview, lang: Lang) {
    for problem in found.notices.iter().chain(&found.problems).take(MOST_TOLD) {
        tell(&problem.line(lang));
    }
}

/// A line a kind that the sheets name: new, changed, unchanged.
fn tallies(found: &Preview, language: Language) -> Result<(), Failure> {
    for thing in Thing::ALL {
        let tally = found.counts.of(thing);
        if tally.new + tally.changed + tally.unchanged == 0 {
            continue;
        }
        let name = language.pick(chinese(thing), english(thing));
        answer(&match language {
            Language::Chinese => {
                format!("{name}：新增 {}，变更 {}，不变 {}", tally.new, tally.changed, tally.unchanged)
            }
            Language::English => {
                format!("{name}: {} new, {} changed, {} unchanged", tally.new, tally.changed, tally.unchanged)
            }
        })?;
    }
    Ok(())
}

const fn chinese(thing: Thing) -> &'static str {
    match thing {
        Thing::Estate => "小区",
        Thing::Building => "楼栋",
        Thing::Room => "户室",
        Thing::Staff => "工作人员",
        Thing::Grid => "网格",
        Thing::Organisation => "单位",
        Thing::Claim => "片管家认领",
        Thing::Resident => "居民",
    }
}

const fn english(thing: Thing) -> &'static str {
    match thing {
        Thing::Estate => "Estates",
        Thing::Building => "Buildings",
        Thing::Room => "Rooms",
        Thing::Staff => "Staff",
        Thing::Grid => "Grids",
        Thing::Organisation => "Organisations",
        Thing::Claim => "Claims",
        Thing::Resident => "Residents",
    }
}

fn json(found: &Preview, done: bool, lang: Lang) -> serde_json::Value {
    let told = |problem: &ImportProblem| {
        serde_json::json!({
            "file": problem.file(),
            "sheet": problem.sheet(),
            "row": problem.row(),
            "column": problem.column(),
            "text": problem.text(lang),
            "cure": problem.cure(lang),
        })
    };
    let all = |problems: &[ImportProblem]| problems.iter().map(told).collect::<Vec<_>>();
    let changes: Vec<_> = found.lines.iter().filter(|line| line.change != Change::Unchanged).collect();
    serde_json::json!({
        "done": done,
        "counts": found.counts,
        "changes": changes,
        "problems": all(&found.problems),
        "more_problems": found.more_problems,
        "notices": all(&found.notices),
    })
}

fn write_template(kind: TemplateKind, lang: SheetLanguage, out: &Path) -> Result<(), Failure> {
    let bytes = template(kind.into(), lang.into())
        .map_err(|error| Failure::refused(format!("无法生成表格：{error}。"), format!("{error}.")))?;
    std::fs::write(out, bytes).map_err(|error| Failure::file(out, &error))
}
