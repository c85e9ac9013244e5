//! The command line: reads what is asked, calls a use case, prints the answer.
//!
//! Standard output carries only answers, in the forms that other programs read; everything said to a person goes to
//! standard error. Exit codes: 0 done, 1 refused or failed, 2 wrong usage.

mod args;
mod bench;
mod commands;
mod data;
mod failure;
mod form;
mod interrupt;
mod language;
mod notify;
mod output;
mod progress;
mod roles;
mod settings;
mod text;

use args::{Cli, Command};
use clap::Parser;
use failure::Failure;
use language::Language;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let language = Language::of_environment();
    match run(cli.command, language) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output::tell(&failure.told(language));
            ExitCode::from(failure.code())
        }
    }
}

fn run(command: Command, language: Language) -> Result<(), Failure> {
    match command {
        Command::Demo(asked) => commands::demo::run(&asked, language),
        Command::Serve(asked) => commands::serve::run(&asked, language),
        Command::Community(asked) => commands::community::run(&asked.what),
        Command::Import(asked) => commands::import::run(&asked, language),
        Command::Export(asked) => commands::export::run(&asked, language),
        Command::User(asked) => commands::user::run(&asked.what),
        Command::Settings(asked) => commands::settings::run(&asked),
        Command::Grids(asked) => commands::grids::run(&asked, language),
        Command::Deadline(asked) => commands::deadline::run(&asked, language),
        Command::Allocate(asked) => commands::allocate::run(&asked, language),
        Command::Discover(asked) => commands::discover::run(&asked, language),
        Command::Similar(asked) => commands::similar::run(&asked, language),
        Command::Classify(asked) => commands::classify::run(&asked, language),
        Command::Address(asked) => commands::address::run(&asked),
        Command::Alarms(asked) => commands::alarms::run(&asked),
        Command::Train(asked) => commands::train::run(&asked, language),
        Command::Report(asked) => commands::report::run(&asked),
        Command::Verify(asked) => commands::verify::run(&asked, language),
        Command::Rebuild(asked) => commands::rebuild::run(&asked),
        Command::Backup(asked) => commands::backup::run(&asked, language),
        Command::Restore(asked) => commands::restore::run(&asked, language),
        Command::Doctor(asked) => commands::doctor::run(&asked, language),
        Command::Bench(asked) => commands::bench::run(asked),
    }
}

/// Help and version are answers; anything else clap says is wrong usage.
fn usage(error: &clap::Error) -> ExitCode {
    // Where nobody listens any more there is nobody to tell.
    let _closed = error.print();
    if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS }
}
