//! The rates of a month: each number leads to its requests of exactly that month, on the page and in the workbook.

use crate::figures::some;
use crate::filled::code;
use crate::house::{HOUR, House, on_both_engines};
use guanjia_app::issue::IssueLine;
use guanjia_app::project::ProjectLine;
use guanjia_app::report::{CallEntry, Cursor, Labels, Listing, RegisterLine, Sheet, Which};
use guanjia_app::{AppError, Result};
use guanjia_domain::numbers::{Measure, Out, Part, Rates};
use guanjia_domain::permission::Principal;
use guanjia_domain::report::{Figure, Month, Register};
use guanjia_sheets::BookCell;
use std::io::{Cursor as Bytes, Read};

fn rates(house: &House, who: &Principal, month: Month) -> Rates {
    let app = &house.app;
    let read = |tx: &mut guanjia_store::Tx| -> Result<_> {
        let report = app.month_report(tx, who, code(), month)?;
        app.month_rates(tx, &report)
    };
    app.db.read(read).unwrap()
}

/// The numbers of the requests on a list, read two at a time.
fn listed(house: &House, who: &Principal, month: Month, part: (Measure, Part)) -> Vec<u64> {
    let listing = Listing { month, which: Which::Rate(part.0, part.1), estate: None, class: None };
    let (mut numbers, mut after): (Vec<_>, _) = (Vec::new(), None);
    loop {
        let app = &house.app;
        let page = app.db.read(|tx| app.register_page(tx, who, code(), &listing, after, 2)).unwrap();
        numbers.extend(page.lines.iter().map(|line| line.request.number));
        let Some(next) = page.next else { break };
        after = Cursor::of(&next.to_string());
    }
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

#[test]
fn every_number_beside_a_rate_leads_to_its_requests_of_that_month() {
    on_both_engines(|house| {
        let before = Month::of(house.app.now());
        house.file(200, "大院");
        house.clock.set(before.next().span().0.plus(5 * 24 * HOUR));
        some(house);
        let month = Month::of(house.app.now());
        for (name, all) in [("书记", 13), ("乙某", 1)] {
            let who = house.who(name);
            let rates = rates(house, &who, month);
            assert_eq!(rates.all, all, "{name}");
            let outs = Out::ALL.iter().map(|why| Part::Out(*why));
            for part in outs.chain([Part::Hit, Part::Miss, Part::Counted]) {
                for (measure, rate) in &rates.rates {
                    let numbers = listed(house, &who, month, (*measure, part));
                    assert_eq!(numbers.len() as u32, rate.many(part), "{name} {measure:?} {part:?}");
                    assert!(!numbers.contains(&1), "that one is of the month before");
                }
            }
        }
        assert_eq!(rates(house, &house.who("书记"), before).all, 1);
    });
}

/// Every word as the program calls it.
struct Bare;

impl Labels for Bare {
    fn sheet(&self, sheet: Sheet) -> String {
        format!("{sheet:?}")
    }
    fn figure(&self, figure: Figure) -> String {
        figure.name().to_owned()
    }
    fn rate(&self, measure: Measure) -> String {
        measure.name().to_owned()
    }
    fn out(&self, why: Out) -> String {
        why.name().to_owned()
    }
    fn few(&self) -> String {
        "few".to_owned()
    }
    fn all(&self) -> String {
        "all".to_owned()
    }
    fn class(&self, code: &str) -> String {
        code.to_owned()
    }
    fn columns(&self, sheet: Sheet) -> Vec<String> {
        vec![self.sheet(sheet)]
    }
    fn request(&self, line: &RegisterLine) -> Vec<BookCell<'static>> {
        vec![BookCell::Number(line.request.number)]
    }
    fn call(&self, line: &CallEntry) -> Vec<BookCell<'static>> {
        vec![BookCell::text(line.asked.clone())]
    }
    fn issue(&self, line: &IssueLine) -> Vec<BookCell<'static>> {
        vec![BookCell::Number(line.requests as u64)]
    }
    fn project(&self, line: &ProjectLine) -> Vec<BookCell<'static>> {
        vec![BookCell::text(line.title.clone())]
    }
}

#[test]
fn the_workbook_holds_the_rates_as_numbers() {
    on_both_engines(|house| {
        some(house);
        let (app, who) = (&house.app, house.who("书记"));
        let month = Month::of(app.now());
        let mut bytes = Vec::new();
        let write = |tx: &mut guanjia_store::Tx| -> std::result::Result<_, AppError> {
            app.write_month_book(tx, &who, code(), month, &Bare, &mut bytes)
        };
        assert!(app.db.read(write).unwrap().rows > 0);
        let mut book = zip::ZipArchive::new(Bytes::new(bytes)).unwrap();
        let mut sheet = String::new();
        book.by_name("xl/worksheets/sheet2.xml").unwrap().read_to_string(&mut sheet).unwrap();
        let row = |name: &str| sheet.split("<row>").find(|row| row.contains(&format!(">{name}<"))).unwrap();
        for (measure, rate) in &rates(house, &who, month).rates {
            let number = |count: u32| format!("<c><v>{count}</v></c>");
            let share = |share: f64| format!("<c s=\"2\"><v>{share}</v></c>");
            let counts = number(rate.hits) + &number(rate.of);
            let wanted = match rate.share().zip(rate.interval()).filter(|_| rate.of >= 10) {
                Some((of, (low, high))) => {
                    share(of) + &counts + &share(low) + &share(high) + "<c/>" + &number(rate.left_out())
                }
                None => format!("<c/>{counts}<c/><c/>"),
            };
            let row = row(measure.name());
            assert!(row.contains(&wanted), "{measure:?}: {row}");
            let last = Out::ALL.iter().map(|why| number(rate.many(Part::Out(*why)))).collect::<String>();
            assert!(row.contains(&(last + "</row>")), "{measure:?}: {row}");
        }
        let sheet = |n: usize| format!("xl/worksheets/sheet{n}.xml");
        let last = Register::ALL.len() + 5;
        assert!(book.by_name(&sheet(last)).is_ok() && book.by_name(&sheet(last + 1)).is_err());
    });
}
