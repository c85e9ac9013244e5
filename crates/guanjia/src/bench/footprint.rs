//! How light the product is: ready when, how much memory, how many bytes a resident's page has.

use super::Ground;
use super::boards::ask;
use super::client::Load;
use super::figures::{Figures, Wanted};
use super::house::House;
use crate::failure::Failure;
use std::time::Duration;

/// Starts of which the median counts.
const STARTS: usize = 5;
/// Pages that are asked for before the memory is read.
const PAGES: u64 = 200;
const PATIENCE: Duration = Duration::from_secs(30);

/// Measures start, memory and pages with the demo.
pub fn footprint(ground: &Ground) -> Result<(), Failure> {
    let mut figures = Figures::new("footprint", ground.engine());
    let house = House::make(ground)?;
    let mut ready = Vec::new();
    for _ in 0..STARTS {
        ready.push(house.serve_demo()?.ready);
    }
    ready.sort_unstable();
    let median = ready.get(STARTS / 2).copied().unwrap_or_default();
    figures.add("ready", median.as_secs_f64() * 1_000.0, "ms", Wanted::AtMost(300.0));
    let server = house.serve_demo()?;
    let load = Load { address: server.address, connections: 4, requests: PAGES, most: PATIENCE };
    let form = format!("/c/{}/report", house.community);
    for (name, path, wanted) in [
        ("bytes of the resident's own page", house.resident.as_str(), Wanted::AtMost(15_000.0)),
        ("bytes of the page for reporting", &form, Wanted::AtMost(15_000.0)),
        ("bytes of the steward's board", "/work", Wanted::Told),
    ] {
        let page = ask(load, path, &house.cookie)?;
        figures.add(name, page.body as f64, "", wanted);
        if page.with(200) != page.micros.len() as u64 {
            figures.not_run(format!("{path}: it did not answer 200"));
        }
    }
    match server.resident_memory() {
        Some(bytes) => figures.add("resident memory", bytes as f64 / 1e6, "MB", Wanted::AtMost(80.0)),
        None => figures.not_run("resident memory: the system does not tell it under /proc"),
    }
    figures.tell(ground.json)
}
