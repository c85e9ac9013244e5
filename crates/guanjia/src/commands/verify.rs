//! `guanjia verify`: proof that nothing was changed behind the product's back.

use crate::args::VerifyArgs;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::answer;
use crate::progress::Progress;
use guanjia_store::verify::{Fault, verify};

/// Prints one line when everything fits; fails with the first fault otherwise.
pub fn run(asked: &VerifyArgs, language: Language) -> Result<(), Failure> {
    let db = asked.data.database()?;
    let mut bar = Progress::new(language.pick("核验", "Verifying"));
    let report = verify(&db, &mut |entries| bar.show(entries, None))?;
    drop(bar);
    let Some(fault) = report.fault else {
        let events = report.events;
        return answer(&if asked.json {
            serde_json::json!({ "events": events, "tables": "ok", "chain": "ok" }).to_string()
        } else {
            format!("events={events} tables=ok chain=ok")
        });
    };
    if asked.json {
        answer(&serde_json::json!({ "events": report.events, "fault": fault.to_string() }).to_string())?;
    }
    Err(Failure::refused(chinese(&fault), format!("{fault}.")))
}

fn chinese(fault: &Fault) -> String {
    let title = |book: &str| if book == "audit" { "访问记录" } else { "账本" };
    match fault {
        Fault::Chain { community, book, seq } => {
            let book = title(book);
            format!("{community}：{book}第 {seq} 条被改动、插入或移动过，或它前面缺了一条。")
        }
        Fault::Head { community, book, seq } => {
            format!("{community}：{}止于第 {seq} 条，与末端记录不符。", title(book))
        }
        Fault::Event { community, seq, reason } => format!("{community}：第 {seq} 条事件：{reason}。"),
        Fault::Row { community, table, key, what } => {
            format!(
                "{community}：数据表 {table} 中的 {key} 与账本不符（{what}）。可运行 guanjia rebuild 重建。"
            )
        }
    }
}
