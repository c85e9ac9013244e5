//! `guanjia train`: models from a community's or a city's own texts.

use super::classify;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::tell;
use crate::progress::Progress;
use crate::text::{conll, model, unfit};
use clap::{Args, Subcommand};
use guanjia_discover::address::Tagger;
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
    #[command(after_help = "Example:\n  guanjia train category train.csv --out category.model")]
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
        Train::Category(files) => (classify::learn(&files.train, language)?.to_bytes(), files),
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
