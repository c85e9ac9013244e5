//! `guanjia train`: models from a community's or a city's own texts.

use super::classify;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::tell;
use crate::progress::Progress;
use crate::text::{conll, model, unfit};
use clap::{Args, Subcommand};
use guanjia_discover::address::Tagger;
use guanjia_discover::category::Confusion;
use std::path::PathBuf;

/// `guanjia train`.
#[derive(Args)]
pub struct TrainArgs {
    /// What is trained.
    #[command(subcommand)]
    what: Train,
}

/// What can be trained.
#[derive(Subcommand)]
enum Train {
    /// The tagger of addresses, from tagged addresses in CoNLL form. 训练地址模型。
    #[command(after_help = "Example:\n  guanjia train address train.conll --out address.model")]
    Address(FileArgs),
    /// The categories, from a table id,text,label. 训练分类模型。
    #[command(
        after_help = "Example:\n  guanjia train category train.csv --out data/guanjia/category.model\n\nIn the folder of the data, as category.model, it proposes matters from the next start on; its labels are codes of matters."
    )]
    Category(FileArgs),
}

/// From where to where.
#[derive(Args)]
struct FileArgs {
    /// What is learned from.
    #[arg(value_name = "TRAIN")]
    train: PathBuf,
    /// Where the model goes.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Trains and writes the model.
pub fn run(asked: &TrainArgs, language: Language) -> Result<(), Failure> {
    let (bytes, files) = match &asked.what {
        Train::Category(files) => {
            let category = classify::learn(&files.train, language)?;
            if let Some(table) = category.held_out() {
                tell(&held_out(table, language));
            }
            (category.to_bytes(), files)
        }
        Train::Address(files) => {
            let addresses = conll::read(&files.train)?;
            let mut bar = Progress::new(language.pick("训练", "training"));
            let tagger = Tagger::train(&addresses, |part| bar.show((part * 100.0) as u64, Some(100)));
            let tagger = tagger.ok_or_else(|| {
                unfit(
                    &files.train,
                    "标签只有一种；训练至少要有两种",
                    "it has one tag only; training needs two at least",
                )
            })?;
            (tagger.to_bytes(), files)
        }
    };
    model::write(&files.out, &bytes)?;
    let out = files.out.display();
    tell(&language.pick(format!("模型已写入 {out}。"), format!("The model is in {out}.")));
    Ok(())
}

/// How the texts were classified while they were held out, label by label.
fn held_out(table: &Confusion, language: Language) -> String {
    let share =
        |share: Option<f64>| share.map_or_else(|| "—".to_owned(), |share| format!("{:.0}%", 100.0 * share));
    let f1 = table.macro_f1();
    let head = language.pick(
        format!("未学过的文字：正确 {}，宏平均 F1 {f1:.3}。", share(table.accuracy())),
        format!("Texts held out: {} right, macro F1 {f1:.3}.", share(table.accuracy())),
    );
    let line = |label: usize| {
        let (name, texts) = (&table.labels()[label], table.texts(label));
        let (precision, recall) = (share(table.precision(label)), share(table.recall(label)));
        let taken = table.taken_for(label).map_or_else(String::new, |(given, count)| {
            let other = &table.labels()[given];
            language.pick(format!("；误为 {other} {count} 次"), format!("; {count} taken for {other}"))
        });
        language.pick(
            format!("  {name}：{texts} 条，准确率 {precision}，召回率 {recall}{taken}"),
            format!("  {name}: {texts} texts, precision {precision}, recall {recall}{taken}"),
        )
    };
    let lines = (0..table.labels().len()).map(line);
    std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n")
}
