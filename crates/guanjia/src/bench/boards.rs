//! How many boards a second a steward can be shown, with so many requests in the database.

use super::client::{Load, Outcome, drive};
use super::figures::{Figures, Wanted};
use super::house::House;
use super::intake::broke;
use super::{Ground, bulk, plain};
use crate::failure::Failure;
use guanjia_domain::ids::EstateId;
use guanjia_store::StoreError;
use guanjia_store::verify::verify;
use std::time::{Duration, Instant};

/// Boards that are asked for before anything is measured.
const WARM_UP: u64 = 500;
/// Rows of a board.
const ROWS: u32 = 50;
/// How long the plain question is asked.
const PLAIN: Duration = Duration::from_secs(3);

/// Measures boards.
pub fn boards(ground: &Ground, requests: u64, connections: usize, most: Duration) -> Result<(), Failure> {
    let mut figures = Figures::new("boards", ground.engine());
    let house = House::make(ground)?;
    let began = Instant::now();
    bulk::fill(&house, requests)?;
    figures.add("requests", requests as f64, "", Wanted::Told);
    figures.add("filled in", began.elapsed().as_secs_f64(), "s", Wanted::Told);
    check(&house, &mut figures)?;
    let server = house.serve()?;
    let load = Load { address: server.address, connections, requests: u64::MAX, most };
    ask(Load { requests: WARM_UP, ..load }, "/work", &house.cookie)?;
    let used = server.processor_time();
    let shown = ask(load, "/work", &house.cookie)?;
    let used = server.processor_time().zip(used).map(|(after, before)| after - before);
    figures.add("boards", shown.rate(), "/s", Wanted::AtLeast(5_000.0));
    figures.add("connections", connections as f64, "", Wanted::Told);
    figures.add("p50", shown.within(0.5), "ms", Wanted::Told);
    figures.add("p99", shown.within(0.99), "ms", Wanted::AtMost(10.0));
    if let Some(seconds) = used {
        let each = seconds * 1e6 / shown.micros.len().max(1) as f64;
        figures.add("server's processor time each", each, "µs", Wanted::Told);
    }
    figures.add("bytes of a board", shown.body as f64, "", Wanted::Told);
    let others = shown.micros.len() as u64 - shown.with(200);
    figures.add("answers other than 200", others as f64, "", Wanted::AtMost(0.0));
    drop(server);
    let asked = plain_boards(&house)?;
    figures.add("its rows by plain SQL, one thread", asked, "/s", Wanted::Told);
    let hello = plain::start_hello()?;
    let load = Load { address: hello.address, most: PLAIN, ..load };
    let hello = ask(load, "/", "")?;
    figures.add("server that only says hello", hello.rate(), "/s", Wanted::Told);
    figures.tell(ground.json)
}

/// Asks for a page over and over.
pub fn ask(load: Load, path: &str, cookie: &str) -> Result<Outcome, Failure> {
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {cookie}\r\nAccept-Language: zh-CN\r\n\r\n",
        load.address
    );
    drive(load, &|_, out| out.extend_from_slice(request.as_bytes())).map_err(|error| broke(&error))
}

/// The rows of the same boards without the product: read by the engine and thrown away.
fn plain_boards(house: &House) -> Result<f64, Failure> {
    let app = house.open()?;
    let estates: Vec<EstateId> =
        house.steward.stewards.iter().chain(&house.steward.deputises).copied().collect();
    let (began, mut asked) = (Instant::now(), 0_u64);
    while began.elapsed() < PLAIN {
        let estate = estates.get(asked as usize % estates.len().max(1)).copied();
        let Some(estate) = estate else { break };
        app.db.read(|tx| tx.plain_board(house.community, estate, ROWS).map(drop))?;
        asked += 1;
    }
    Ok(asked as f64 / began.elapsed().as_secs_f64())
}

fn check(house: &House, figures: &mut Figures) -> Result<(), Failure> {
    let app = house.open()?;
    let began = Instant::now();
    let report = verify(&app.db, &mut |_| {})?;
    if let Some(fault) = report.fault {
        return Err(StoreError::Damaged(fault.to_string()).into());
    }
    let seconds = began.elapsed().as_secs_f64();
    figures.add("events verified", report.events as f64, "", Wanted::Told);
    figures.add(
        "verify 1 000 000 events",
        seconds * 1e6 / report.events.max(1) as f64,
        "s",
        Wanted::AtMost(5.0),
    );
    Ok(())
}
