//! Texts that would like to be programs.

pub async fn nothing_runs() {}
