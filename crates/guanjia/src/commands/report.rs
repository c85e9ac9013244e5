//! `guanjia report`: a month in figures, and its registers as a workbook.

use crate::args::{ReportArgs, SheetLanguage};
use crate::data::known;
use crate::failure::Failure;
use crate::output::answer;
use guanjia_app::App;
use guanjia_app::report::{BookDone, MonthReport};
use guanjia_domain::ids::EstateId;
use guanjia_domain::numbers::{Measure, Rate};
use guanjia_domain::permission::Principal;
use guanjia_domain::report::{Figure, Split};
use guanjia_domain::{CommunityCode, Role};
use guanjia_web::ReportLabels;
use guanjia_web::words::{Language as Tongue, Words};
use serde_json::{Map, Value, json};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Prints the figures and writes the workbook.
pub fn run(asked: &ReportArgs) -> Result<(), Failure> {
    let app = asked.data.open()?;
    let community = match &asked.community {
        Some(typed) => known(&app, typed)?,
        None => only(&app)?,
    };
    let who = Principal::plain(Role::System, community, None);
    let (report, rates) = app.db.read(|tx| {
        let report = app.month_report(tx, &who, community, asked.month)?;
        let rates = app.month_rates(tx, &report)?;
        Ok::<_, guanjia_app::AppError>((report, rates))
    })?;
    let written = match &asked.xlsx {
        Some(path) => Some((path, write(&app, &who, asked, path)?)),
        None => None,
    };
    if asked.json {
        let mut told = json!({
            "community": community.to_string(),
            "month": asked.month.to_string(),
            "figures": figures(&report.tally.all),
            "rates": rates.rates.iter().map(of_rate).collect::<Map<_, _>>(),
            "estates": estates(&report),
            "classes": report.tally.classes.iter().map(of_class).collect::<Map<_, _>>(),
        });
        if let (Some((path, done)), Some(told)) = (&written, told.as_object_mut()) {
            let file =
                json!({ "path": path.display().to_string(), "rows": done.rows, "left_out": done.left_out });
            told.insert("xlsx".to_owned(), file);
        }
        return answer(&told.to_string());
    }
    for figure in Figure::ALL {
        answer(&format!("{}\t{}", figure.name(), report.tally.all.of(*figure)))?;
    }
    match &written {
        Some((path, done)) => answer(&format!("WRITTEN rows={} {}", done.rows, path.display())),
        None => Ok(()),
    }
}

/// The community, where there is one only that has estates.
fn only(app: &App) -> Result<CommunityCode, Failure> {
    let codes = app.db.read(|tx| -> Result<Vec<CommunityCode>, guanjia_store::StoreError> {
        let mut codes = Vec::new();
        for (code, _) in tx.communities()? {
            if !tx.estate_names(code)?.is_empty() {
                codes.push(code);
            }
        }
        Ok(codes)
    })?;
    match codes[..] {
        [one] => Ok(one),
        _ => {
            let all = codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
            Err(Failure::usage(
                format!("请用 --community 指明社区：{all}"),
                format!("Name the community with --community: {all}"),
            ))
        }
    }
}

fn write(app: &App, who: &Principal, asked: &ReportArgs, path: &Path) -> Result<BookDone, Failure> {
    let broken = |error: &std::io::Error| Failure::file(path, error);
    let _until_written = app.begin_report(who, who.home)?;
    let mut file = BufWriter::new(File::create(path).map_err(|error| broken(&error))?);
    let words = Words::of(match asked.lang {
        SheetLanguage::Zh => Tongue::ZhCn,
        SheetLanguage::En => Tongue::En,
    });
    let done = app.db.read(|tx| {
        let labels = ReportLabels::new(words, app.matters(tx, who.home)?);
        app.write_month_book(tx, who, who.home, asked.month, &labels, &mut file)
    })?;
    file.flush().map_err(|error| broken(&error))?;
    Ok(done)
}

fn figures(split: &Split) -> Value {
    Figure::ALL
        .iter()
        .map(|figure| (figure.name().to_owned(), split.of(*figure).into()))
        .collect::<Map<_, _>>()
        .into()
}

fn of_class((code, split): (&String, &Split)) -> (String, Value) {
    (code.clone(), figures(split))
}

fn of_rate((measure, rate): (&Measure, &Rate)) -> (String, Value) {
    let out: Map<_, _> = rate.out.iter().map(|(why, many)| (why.name().to_owned(), (*many).into())).collect();
    let told = json!({
        "share": rate.share(), "hits": rate.hits, "of": rate.of, "interval": rate.interval(),
        "left_out": rate.left_out(), "out": out,
    });
    (measure.name().to_owned(), told)
}

fn estates(report: &MonthReport) -> Value {
    let of = |(id, split): (&EstateId, &Split)| json!({ "name": report.scope.estate(*id), "figures": figures(split) });
    report.tally.estates.iter().map(of).collect()
}
