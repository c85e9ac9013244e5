//! `guanjia doctor`: what somebody should do about this installation.

use crate::args::DoctorArgs;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::answer;
use guanjia_app::doctor::Finding;
use guanjia_domain::Moment;
use guanjia_domain::calendar::china_time;

/// Looks, tells, and fails when something needs doing.
pub fn run(asked: &DoctorArgs, language: Language) -> Result<(), Failure> {
    let app = asked.data.open()?;
    let found = app.findings(&asked.data.data)?;
    for finding in &found {
        let (what, words) = told(finding, language);
        let state = if finding.is_trouble() { "trouble" } else { "ok" };
        answer(&if asked.json {
            serde_json::json!({ "what": what, "state": state, "message": words }).to_string()
        } else {
            format!("{state:<8} {words}")
        })?;
    }
    match found.iter().filter(|finding| finding.is_trouble()).count() {
        0 => Ok(()),
        n => Err(Failure::refused(
            format!("有 {n} 项需要处理，见上。"),
            format!("{n} of these need somebody, see above."),
        )),
    }
}

fn time(at: Moment) -> String {
    china_time::date_time(at.into()).strftime("%Y-%m-%d %H:%M").to_string()
}

/// A stable name of a finding, and its words with the cure.
fn told(finding: &Finding, language: Language) -> (&'static str, String) {
    let say = |chinese: String, english: String| match language {
        Language::Chinese => chinese,
        Language::English => english,
    };
    match finding {
        Finding::Data { communities, events } => (
            "data",
            say(
                format!("{communities} 个社区（含上级单位），{events} 条事件。"),
                format!("{communities} communities and offices, {events} events."),
            ),
        ),
        Finding::Key { fits: true } => {
            ("key", say("密钥正确。".into(), "The key opens what is sealed.".into()))
        }
        Finding::Key { fits: false } => (
            "key",
            say(
                "密钥打不开数据。请放回原来的 guanjia.key，或设置 GUANJIA_KEY。".into(),
                "The key does not open the data. Put the right guanjia.key back, or set GUANJIA_KEY.".into(),
            ),
        ),
        Finding::KeyIsOpen => (
            "key-file",
            say(
                "本机其他用户可以读取密钥文件。请运行 chmod 600 guanjia.key。".into(),
                "Others on this machine can read the key file. Run chmod 600 guanjia.key.".into(),
            ),
        ),
        Finding::Backup { at, failed: Some(failed), .. } => {
            let (failed, at) = (time(*failed), at.map_or_else(|| "—".into(), time));
            (
                "backup",
                say(
                    format!(
                        "{failed} 的备份失败了（上次成功：{at}）。请看日志里的原因，再运行 guanjia backup。"
                    ),
                    format!(
                        "The backup of {failed} failed (the last good one: {at}). The log says why; then run \
                         guanjia backup."
                    ),
                ),
            )
        }
        Finding::Backup { at: None, .. } => (
            "backup",
            say(
                "还没有备份。请运行 guanjia backup，并让它每天夜里自动运行。".into(),
                "There is no backup yet. Run guanjia backup, and let it run every night.".into(),
            ),
        ),
        Finding::Backup { at: Some(at), late, .. } => (
            "backup",
            say(
                format!(
                    "最近一次备份：{}。{}",
                    time(*at),
                    if *late { "太久了，请运行 guanjia backup。" } else { "" }
                ),
                format!(
                    "Last backup: {}.{}",
                    time(*at),
                    if *late { " Too long ago: run guanjia backup." } else { "" }
                ),
            ),
        ),
        Finding::Room { bytes } => {
            let gigabytes = *bytes / 1_000_000_000;
            let (zh, en) = if finding.is_trouble() {
                ("请腾出空间，或换一块盘。", " Make room, or move to another disk.")
            } else {
                ("", "")
            };
            (
                "room",
                say(
                    format!("磁盘剩余 {gigabytes} GB。{zh}"),
                    format!("{gigabytes} GB are left on the disk.{en}"),
                ),
            )
        }
        Finding::Clock { newest } => (
            "clock",
            say(
                format!("最近的事件在 {}，晚于本机时间。请校准本机的时钟。", time(*newest)),
                format!(
                    "The newest event is of {}, later than this machine's clock. Set the clock.",
                    time(*newest)
                ),
            ),
        ),
        Finding::Calendars { missing, .. } if missing.is_empty() => {
            ("calendar", say("节假日日历齐全。".into(), "The calendars of holidays are known.".into()))
        }
        Finding::Calendars { missing, .. } => {
            let years = missing.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            (
                "calendar",
                say(
                    format!("缺少 {years} 年的节假日通知；在此之前按周一至周五计算。通知发布后请升级。"),
                    format!(
                        "The holidays of {years} are not known yet; until then Monday to Friday count. \
                         Upgrade once the notice is out."
                    ),
                ),
            )
        }
        Finding::Folder { reason } => (
            "folder",
            say(
                format!("数据目录不能写入：{reason}。请检查权限。"),
                format!("The data folder cannot be written to: {reason}. Look at its permissions."),
            ),
        ),
        Finding::Server { settings } => {
            let names = settings.join(", ");
            (
                "server",
                say(
                    format!("PostgreSQL 关闭了 {names}，断电会丢失已确认的诉求。请打开。"),
                    format!(
                        "PostgreSQL has {names} turned off: a power cut loses acknowledged requests. Turn it on."
                    ),
                ),
            )
        }
    }
}
