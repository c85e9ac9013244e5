//! The table of a survey to take away: doors and what came out there, without notes and photos.

use super::{id, mark};
use crate::fault::Fault;
use crate::form::Form;
use crate::pages::import::XLSX;
use crate::visitor::Visitor;
use crate::words::Words;
use axum::extract::{Path, RawForm};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use guanjia_app::AppError;
use guanjia_app::survey::SurveySheet;
use guanjia_domain::survey::{Door, Way};
use guanjia_sheets::{Table, xlsx};
use guanjia_store::StoreError;

const COLUMNS: [&str; 8] = [
    "survey-col-building",
    "survey-col-unit",
    "survey-col-room",
    "survey-col-households",
    "survey-col-said",
    "survey-col-since",
    "survey-col-visits",
    "survey-col-way",
];

/// `POST /surveys/{id}/export`. That it was taken away stands in the access log.
pub(crate) async fn take(
    visitor: Visitor,
    Path(survey): Path<String>,
    RawForm(bytes): RawForm,
) -> Result<Response, Fault> {
    let form = Form::encoded(&bytes, &["csrf"])?;
    let seat = visitor.acting(form.get("csrf")).await?;
    let words = visitor.look.words();
    let site = visitor.site.clone();
    let answer = site.run(move |site| {
        let sheet = site.app().take_survey_away(&seat.signed_in.who, seat.home, id(&survey)?).wait()?;
        let bytes = xlsx(&[table(words, &sheet)]).map_err(|error| StoreError::Refused(error.to_string()))?;
        let headers = [
            (header::CONTENT_TYPE, XLSX),
            (header::CONTENT_DISPOSITION, "attachment; filename=\"survey.xlsx\""),
        ];
        Ok::<_, AppError>((headers, bytes).into_response())
    });
    Ok(answer.await?)
}

fn table(words: &Words, sheet: &SurveySheet) -> Table {
    Table {
        name: words.say("survey-sheet").to_owned(),
        header: COLUMNS.map(|key| words.say(key).to_owned()).into(),
        rows: sheet.survey.doors.iter().map(|door| row(words, sheet, door)).collect(),
    }
}

fn row(words: &Words, sheet: &SurveySheet, door: &Door) -> Vec<String> {
    let answer = door.answer();
    let by_phone = answer.is_some_and(|it| it.way == Way::ByPhone);
    let since = answer.and_then(|it| it.since).map(|since| since.to_string());
    let mut row: Vec<String> = sheet.names.spot(&door.spot).map(str::to_owned).into();
    row.extend([
        door.spot.households.to_string(),
        words.say(mark(door.said()).key()).to_owned(),
        since.unwrap_or_default(),
        answer.map_or(0, |it| it.visit).to_string(),
        if by_phone { words.say("survey-yes").to_owned() } else { String::new() },
    ]);
    row
}
