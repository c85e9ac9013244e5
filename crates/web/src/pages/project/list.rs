//! The list of projects.

use super::words::{count, next_words, stage_of};
use crate::fault::Fault;
use crate::view::project::{ProjectRow, ProjectsPage};
use crate::view::{Choice, Section};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::response::Response;
use guanjia_app::office_allow;
use guanjia_app::project::ProjectLine;
use guanjia_domain::Refusal;
use guanjia_domain::Role;
use guanjia_domain::permission::{Action, Area};

/// `GET /projects`.
pub(crate) async fn list(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Projects), |visitor, tx, seat| {
            let (app, who, home) = (visitor.site.app(), &seat.signed_in.who, seat.home);
            may_look(who.role)?;
            let words = visitor.look.words();
            let rows = app.projects(tx, who)?.iter().map(|it| row(words, it)).collect();
            let mut estates = Vec::new();
            for (id, name) in tx.estate_names(home)?.iter() {
                let area = Area { estate: Some(*id), ..Area::community(home, None) };
                if office_allow(who, Action::KeepProject, &area).is_ok() {
                    estates.push(Choice::new(id.to_string(), name.clone()));
                }
            }
            html(&ProjectsPage { page: seat.frame, rows, estates })
        })
        .await
}

/// Whether a role has to do with projects at all.
fn may_look(role: Role) -> Result<(), Refusal> {
    match role {
        Role::Secretary | Role::Officer | Role::GridWorker | Role::StreetOffice | Role::DistrictBureau => {
            Ok(())
        }
        Role::Organisation => Err(Refusal::NotFound),
        _ => Err(Refusal::Forbidden),
    }
}

/// A line of the list.
pub(crate) fn row(words: &Words, it: &ProjectLine) -> ProjectRow {
    ProjectRow {
        href: format!("/projects/{}", it.project.id),
        title: it.title.clone(),
        estate: it.estate.clone(),
        stage: stage_of(it.project.stage),
        next: next_words(words, &it.next),
        doors: count(it.project.scope.len()),
        since: it.project.begun_at.0,
    }
}
