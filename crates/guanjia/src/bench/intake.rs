//! How many filings a second come in over HTTP, each with everything it needs and on the disk before it is answered.

use super::client::{Load, Outcome, drive};
use super::figures::{Figures, Wanted};
use super::house::House;
use super::{Ground, pgbench, plain};
use crate::failure::Failure;
use guanjia_app::{Clock, Ids, SystemClock};
use guanjia_store::StoreError;
use guanjia_store::verify::verify;
use std::io::{Error, Write};
use std::time::{Duration, Instant};

/// Filings of the single client.
const ALONE: u64 = 2_000;
/// What is said, with the number in front cut to [`CHARACTERS`].
const SAID: &str = "单元门口的路灯坏了好几天，晚上老人下楼看不清台阶，昨天已经有人崴了脚，请尽快派人来修，\
                    顺便看看旁边那盏是不是也快坏了，谢谢社区和物业的同志们";
/// How many characters a filing has.
const CHARACTERS: usize = 60;

/// Measures filing.
pub fn intake(ground: &Ground, requests: u64, connections: usize, most: Duration) -> Result<(), Failure> {
    let house = House::make(ground)?;
    let filings = Filings { house: &house, ids: Ids::default() };
    let before = house.open()?.db.read(|tx| tx.requests_filed(house.community))?;
    let server = house.serve()?;
    let load = Load { address: server.address, connections, requests, most };
    let alone = filings.file(Load { connections: 1, requests: ALONE, ..load })?;
    let used = server.processor_time();
    let together = filings.file(load)?;
    let used = server.processor_time().zip(used).map(|(after, before)| after - before);
    drop(server);
    let mut figures = Figures::new("intake", ground.engine());
    let least = if ground.database.is_some() { 2_500.0 } else { 5_000.0 };
    figures.add("filings", together.rate(), "/s", Wanted::AtLeast(least));
    figures.add("connections", connections as f64, "", Wanted::Told);
    figures.add("filed", together.with(201) as f64, "", Wanted::Told);
    figures.add("p50", together.within(0.5), "ms", Wanted::Told);
    figures.add("p95", together.within(0.95), "ms", Wanted::Told);
    figures.add("p99", together.within(0.99), "ms", Wanted::Told);
    figures.add("one client p50", alone.within(0.5), "ms", Wanted::AtMost(1.0));
    if let Some(seconds) = used {
        let each = seconds * 1e6 / together.micros.len().max(1) as f64;
        figures.add("server's processor time each", each, "µs", Wanted::Told);
    }
    check(&house, before, &[&alone, &together], &mut figures)?;
    beside(ground, &house, &filings, load, together.rate(), &mut figures)?;
    figures.tell(ground.json)
}

/// Every answer was 201, every 201 is there, and the installation verifies.
fn check(house: &House, before: u64, outcomes: &[&Outcome], figures: &mut Figures) -> Result<(), Failure> {
    let app = house.open()?;
    let filed: u64 = outcomes.iter().map(|outcome| outcome.with(201)).sum();
    let others: u64 = outcomes.iter().map(|outcome| outcome.micros.len() as u64 - outcome.with(201)).sum();
    let stored = app.db.read(|tx| tx.requests_filed(house.community))? - before;
    figures.add("answers other than 201", others as f64, "", Wanted::AtMost(0.0));
    figures.add("acknowledged and not stored once", filed.abs_diff(stored) as f64, "", Wanted::AtMost(0.0));
    let began = Instant::now();
    let report = verify(&app.db, &mut |_| {})?;
    let seconds = began.elapsed().as_secs_f64();
    if let Some(fault) = report.fault {
        return Err(Failure::refused(
            format!("核验未通过：{fault}。"),
            format!("It does not verify: {fault}."),
        ));
    }
    figures.add("events verified", report.events as f64, "", Wanted::Told);
    // A ledger of nothing but beginnings has a row to compare for every event, several times what lives that end have:
    // what is wanted of those is measured by the boards.
    let each = seconds * 1e6 / report.events.max(1) as f64;
    figures.add("verify 1 000 000 beginnings", each, "s", Wanted::Told);
    Ok(())
}

/// The engine's own figures from the same run.
fn beside(
    ground: &Ground,
    house: &House,
    filings: &Filings,
    load: Load,
    rate: f64,
    figures: &mut Figures,
) -> Result<(), Failure> {
    let folder = house.folder_for("bare")?;
    let Some(database) = &ground.database else {
        let sizes = house.open()?.db.read(|tx| tx.sizes(house.community))?;
        let server = plain::start_minimal(&folder, house.community, sizes)?;
        let bare = filings.file(Load { address: server.address, ..load })?;
        figures.add("minimal durable server", bare.rate(), "/s", Wanted::Told);
        let others = bare.micros.len() as u64 - bare.with(201);
        figures.add("its answers other than 201", others as f64, "", Wanted::AtMost(0.0));
        figures.add("share of it", rate * 100.0 / bare.rate(), "%", Wanted::Told);
        figures.not_run("pgbench: the engine is SQLite");
        return Ok(());
    };
    match pgbench::two_tables(database, &folder, load.connections) {
        Ok(own) => {
            figures.add("pgbench two-table statement", own, "/s", Wanted::Told);
            figures.add("share of it", rate * 100.0 / own, "%", Wanted::Told);
        }
        Err(reason) => figures.not_run(reason),
    }
    figures.not_run("minimal durable server: it writes SQLite");
    Ok(())
}

/// Makes filings.
struct Filings<'a> {
    house: &'a House,
    ids: Ids,
}

impl Filings<'_> {
    fn file(&self, load: Load) -> Result<Outcome, Failure> {
        drive(load, &|n, out| self.write(n, load, out)).map_err(|error| broke(&error))
    }

    fn write(&self, n: u64, load: Load, out: &mut Vec<u8>) {
        let places = &self.house.places;
        let Some((estate, building)) = places.get(n as usize % places.len().max(1)) else { return };
        let text: String = format!("第{n}件：{SAID}").chars().take(CHARACTERS).collect();
        let body =
            format!(r#"{{"estate":"{estate}","building":"{building}","text":"{text}","channel":"phone"}}"#);
        // Without randomness there is no id, and the server refuses what is left.
        let id = self.ids.next(SystemClock.now()).map_err(|_: StoreError| ()).unwrap_or_default();
        let written = write!(
            out,
            "PUT /api/v1/requests/{id} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            load.address,
            self.house.token,
            body.len(),
        );
        // Writing into memory cannot fail.
        let _always = written;
    }
}

/// A connection of the load client broke.
pub fn broke(error: &Error) -> Failure {
    Failure::refused(
        format!("压测连接中断：{error}。"),
        format!("A connection of the load client broke: {error}."),
    )
}
