//! How long the first page of a report and its workbook take, with so many requests in the database.

use super::figures::{Figures, Wanted};
use super::house::House;
use super::{Ground, bulk};
use crate::failure::Failure;
use guanjia_app::report::{Listing, Which};
use guanjia_domain::Role;
use guanjia_domain::permission::Principal;
use guanjia_domain::report::{Month, Register};
use guanjia_web::ReportLabels;
use guanjia_web::words::{Language, Words};
use std::time::Instant;

/// Lines of a page.
const LINES: usize = 100;

/// Measures reports.
pub fn reports(ground: &Ground, requests: u64) -> Result<(), Failure> {
    let mut figures = Figures::new("reports", ground.engine());
    let house = House::make(ground)?;
    let began = Instant::now();
    bulk::fill(&house, requests)?;
    figures.add("requests", requests as f64, "", Wanted::Told);
    figures.add("filled in", began.elapsed().as_secs_f64(), "s", Wanted::Told);
    let app = house.open()?;
    let (community, month) = (house.community, Month::of(app.now()));
    let who = Principal::plain(Role::System, community, None);
    let began = Instant::now();
    let listing = Listing { month, which: Which::Register(Register::Requests), estate: None, class: None };
    let page = app.db.read(|tx| app.register_page(tx, &who, community, &listing, None, LINES))?;
    figures.add("first page of a register", began.elapsed().as_secs_f64() * 1e3, "ms", Wanted::AtMost(300.0));
    figures.add("its lines", page.lines.len() as f64, "", Wanted::Told);
    let began = Instant::now();
    app.db.read(|tx| app.month_report(tx, &who, community, month).map(drop))?;
    figures.add("figures of the month", began.elapsed().as_secs_f64(), "s", Wanted::Told);
    let began = Instant::now();
    let done = app.db.read(|tx| {
        let labels = ReportLabels::new(Words::of(Language::ZhCn), app.matters(tx, community)?);
        app.write_month_book(tx, &who, community, month, &labels, std::io::sink())
    })?;
    figures.add("workbook of the month", began.elapsed().as_secs_f64(), "s", Wanted::AtMost(10.0));
    figures.add("its rows", done.rows as f64, "", Wanted::Told);
    figures.tell(ground.json)
}
