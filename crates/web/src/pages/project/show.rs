//! The page of a project.

use super::facts::facts;
use super::forms::{Failed, Making};
use super::steps::yes_no;
use super::table::table;
use super::words::{next_words, stage_of};
use crate::fault::Fault;
use crate::pages::own_work::id;
use crate::view::project::kinds::worded;
use crate::view::project::{Field, ObjectionLine, ProjectPage, StepForm};
use crate::view::{PageFrame, Photo, PhotoPhase, Section};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::extract::Path;
use axum::response::Response;
use guanjia_app::project::ProjectSheet;
use guanjia_app::{App, AppError, Person};
use guanjia_domain::ids::ProjectId;
use guanjia_domain::project::{Next, Step};
use guanjia_domain::request;
use guanjia_store::Tx;
use guanjia_store::requests::PhotoRow;

/// `GET /projects/{id}`.
pub(crate) async fn show(visitor: Visitor, Path(project): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Projects), move |visitor, tx, seat| {
            let (app, who) = (visitor.site.app(), &seat.signed_in.who);
            let project = id::<ProjectId>(&project)?;
            let community = app.find_project(tx, who, project)?;
            let sheet = app.project_sheet(tx, who, community, project)?;
            html(&page_of(app, tx, visitor.look.words(), seat.frame, &sheet, None, None)?)
        })
        .await
}

/// The page of a project; `revealed` is the place of an objection and who it was.
pub(super) fn page_of(
    app: &App,
    tx: &mut Tx,
    words: &'static Words,
    page: PageFrame,
    sheet: &ProjectSheet,
    failed: Option<&Failed>,
    revealed: Option<&(u32, Person)>,
) -> Result<ProjectPage, AppError> {
    let making = Making::new(app, tx, words, sheet, failed)?;
    let next_form = making.next();
    let more = making.more(next_form.as_ref());
    let objections = objections(&making, revealed);
    let in_objections = || objections.iter().flat_map(|it| &it.forms);
    // A form that failed and is gone: somebody was faster.
    let shown = next_form.iter().chain(&more).chain(in_objections()).any(|form| form.failed);
    let gone = failed.filter(|_| !shown);
    let lost = gone.map(|it| it.sent.form.owned("words")).filter(|it| !it.is_empty());
    let it = &sheet.project;
    let href = format!("/projects/{}", it.id);
    let waiting = sheet.told.iter().filter(|it| it.telling.told.is_none()).count();
    let number = super::words::count;
    Ok(ProjectPage {
        next_href: next_href(sheet, &href),
        version: it.version,
        title: sheet.text(Some(0)).to_owned(),
        stage: stage_of(it.stage),
        next: next_words(words, &sheet.next),
        facts: facts(words, sheet),
        table: table(words, sheet),
        photos: shown_photos(&sheet.photos, &href),
        linked: linked(sheet),
        told: (number(waiting), number(sheet.told.len() - waiting)),
        has_notice: sheet.keeps,
        lost: lost.into_iter().collect(),
        trouble: gone.map(|it| it.problems.0.clone()).unwrap_or_default(),
        next_form,
        objections,
        more,
        href,
        page: PageFrame { section: Some(Section::Projects), ..page },
    })
}

/// Photos with their addresses below `base`.
pub(super) fn shown_photos(photos: &[PhotoRow], base: &str) -> Vec<Photo> {
    let photo = |it: &PhotoRow| Photo {
        thumb: format!("{base}/photos/{}/thumb", it.n),
        full: format!("{base}/photos/{}/full", it.n),
        phase: match it.phase {
            request::PhotoPhase::After => PhotoPhase::After,
            request::PhotoPhase::Before => PhotoPhase::Before,
        },
    };
    photos.iter().map(photo).collect()
}

/// The page on which the next step is done, when it is another one, or another part of this one.
fn next_href(sheet: &ProjectSheet, href: &str) -> Option<String> {
    match sheet.next {
        Next::Answer(_) => Some(format!("{href}#objections")),
        Next::Assign(_) if sheet.may(Step::Assign) => {
            let items = &sheet.project.items;
            let idle = items.iter().position(|it| it.serves.is_empty() && it.dropped.is_none())?;
            Some(format!("{href}/items/{}", idle + 1))
        }
        Next::Tell(_) => Some(format!("{href}/told")),
        _ => None,
    }
}

fn linked(sheet: &ProjectSheet) -> Vec<(String, String)> {
    if !sheet.keeps {
        return Vec::new();
    }
    let line = |(it, place): &(request::Request, guanjia_app::request::PlaceName)| {
        (format!("/requests/{}", it.id), format!("#{} {}", it.number, place.line()))
    };
    sheet.linked.iter().map(line).collect()
}

fn objections(it: &Making, revealed: Option<&(u32, Person)>) -> Vec<ObjectionLine> {
    let (sheet, words) = (it.sheet, it.words);
    let line = |(n, own): (u32, &guanjia_domain::project::Objection)| {
        let in_clear = revealed.filter(|(at, _)| *at == n).map(|(_, person)| person);
        let contact = in_clear.or_else(|| sheet.objectors.get(&own.words));
        let mut forms = Vec::new();
        if own.answer.is_none() && sheet.may(Step::Answer) {
            forms.push(it.told(answer(it, n)));
        }
        if in_clear.is_none() && contact.is_some() {
            forms.push(it.told(reveal(n)));
        }
        ObjectionLine {
            voice: worded!(words, Voice, own.voice.name()),
            words: sheet.text(Some(own.words)).to_owned(),
            at: own.at.0,
            contact: contact.map(|it| format!("{} {}", it.name, it.phone).trim().to_owned()),
            answer: own.answer.map(|(heeded, n)| {
                let key = if heeded { "objection-heeded" } else { "objection-not-heeded" };
                (words.say(key).to_owned(), sheet.text(Some(n)).to_owned())
            }),
            forms,
        }
    };
    (0..).zip(&sheet.project.objections).map(line).collect()
}

fn answer(it: &Making, n: u32) -> StepForm {
    let deed = format!("answer-{n}");
    let heeded = it.typed(&deed, "heeded", "");
    let choices = yes_no(it, &heeded, "objection-heeded", "objection-not-heeded");
    let fields = vec![
        Field::Hidden { name: "n", value: n.to_string() },
        Field::Tiles { name: "heeded", label: "objection-heed", choices },
        Field::Area {
            name: "words",
            label: "objection-answer",
            value: it.typed(&deed, "words", ""),
            required: true,
        },
    ];
    StepForm::new("answer", "do-answer", "pen", fields).marked(n.to_string())
}

fn reveal(n: u32) -> StepForm {
    let reason = Field::Line {
        name: "reason",
        label: "field-reason",
        value: String::new(),
        kind: "text",
        required: true,
    };
    let fields = vec![Field::Hidden { name: "n", value: n.to_string() }, reason];
    StepForm::new("reveal", "do-reveal-objector", "eye", fields).marked(n.to_string())
}
