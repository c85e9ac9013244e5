//! Who is told how a project ended.

use super::forms::Failed;
use crate::fault::Fault;
use crate::pages::own_work::id;
use crate::view::project::kinds::{offered, worded};
use crate::view::project::{Field, StepForm, TellRow, ToldPage};
use crate::view::{PageFrame, Section};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::extract::Path;
use axum::response::Response;
use guanjia_app::project::{ProjectSheet, TellLine};
use guanjia_domain::ids::ProjectId;
use guanjia_domain::project::{Hearer, Step, Way};
use guanjia_domain::request::{Request, State};

/// `GET /projects/{id}/told`.
pub(crate) async fn show(visitor: Visitor, Path(project): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Projects), move |visitor, tx, seat| {
            let (app, who) = (visitor.site.app(), &seat.signed_in.who);
            let project = id::<ProjectId>(&project)?;
            let community = app.find_project(tx, who, project)?;
            let sheet = app.project_sheet(tx, who, community, project)?;
            html(&told_page(visitor.look.words(), seat.frame, &sheet, None))
        })
        .await
}

/// The list.
pub(super) fn told_page(
    words: &'static Words,
    page: PageFrame,
    sheet: &ProjectSheet,
    failed: Option<&Failed>,
) -> ToldPage {
    let rows = |told: bool| {
        let of = sheet.told.iter().filter(move |it| it.telling.told.is_some() == told);
        of.map(|it| row(words, sheet.keeps, it)).collect::<Vec<_>>()
    };
    let chosen = failed.map(|it| it.sent.form.owned("way")).unwrap_or_default();
    // On the link somebody is told by closing their request, nowhere else.
    let by_hand = |slug: &str| slug != Way::Link.name();
    let ways = offered!(words, Way, &chosen, by_hand);
    let fields = vec![Field::Tiles { name: "way", label: "told-way", choices: ways }];
    let form = StepForm::new("tell", "do-tell", "check", fields);
    let problems = failed.map(|it| it.problems.clone()).unwrap_or_default();
    ToldPage {
        href: format!("/projects/{}", sheet.project.id),
        title: sheet.text(Some(0)).to_owned(),
        version: sheet.project.version,
        has_slips: sheet.told.iter().any(|it| matches!(it.telling.to, Hearer::Door(_))),
        waiting: rows(false),
        done: rows(true),
        form: sheet.may(Step::Tell).then_some(StepForm { problems, ..form }),
        page: PageFrame { section: Some(Section::Projects), ..page },
    }
}

fn row(words: &Words, keeps: bool, it: &TellLine) -> TellRow {
    let number = it.request.as_ref().map_or(0, |it| it.number);
    let who = match it.telling.to {
        Hearer::Door(_) => it.place.clone(),
        Hearer::Reporter { .. } => format!("#{number} {}", it.place),
        Hearer::Joined { n, .. } => {
            let number = i64::try_from(number).unwrap_or(i64::MAX);
            words.say_with("told-joined", &[("number", number.into()), ("n", n.into())])
        }
    };
    let told = it.telling.told.map(|told| {
        let way = worded!(words, Way, told.way.name());
        if it.by.is_empty() { way } else { format!("{way} · {}", it.by) }
    });
    let said = match it.telling.to {
        Hearer::Door(_) => it.telling.content,
        Hearer::Reporter { .. } => it.request.as_ref().and_then(answer),
        Hearer::Joined { .. } => None,
    };
    TellRow {
        n: it.n,
        who,
        href: it.request.as_ref().filter(|_| keeps).map(|it| format!("/requests/{}", it.id)),
        told,
        said: said.map(|good| {
            let (key, tone) = if good { ("told-content", "done") } else { ("told-not-content", "late") };
            (words.say(key).to_owned(), tone)
        }),
    }
}

/// What the reporter says on their link: a request that was taken up again is not solved.
fn answer(it: &Request) -> Option<bool> {
    if it.state != State::Closed { Some(false) } else { it.confirmed }
}
