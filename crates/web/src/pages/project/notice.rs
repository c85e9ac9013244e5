//! The notice, and the text for the group.

use super::record::paragraphs;
use crate::fault::Fault;
use crate::pages::own_work::id;
use crate::view::Section;
use crate::view::project::NoticePage;
use crate::visitor::{Visitor, html};
use axum::extract::Path;
use axum::response::Response;
use guanjia_domain::ids::ProjectId;
use guanjia_domain::permission::{Action, Area};

/// `GET /projects/{id}/notice`.
pub(crate) async fn show(visitor: Visitor, Path(project): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Projects), move |visitor, tx, seat| {
            let (app, who) = (visitor.site.app(), &seat.signed_in.who);
            let project = id::<ProjectId>(&project)?;
            let community = app.find_project(tx, who, project)?;
            let sheet = app.project_sheet(tx, who, community, project)?;
            let area = Area { estate: Some(sheet.project.estate), ..Area::community(community, None) };
            guanjia_app::office_allow(who, Action::KeepProject, &area)?;
            let words = visitor.look.words();
            let title = sheet.text(Some(0)).to_owned();
            let from = format!("{} · {}", app.community(tx, community)?.name, sheet.estate);
            let mut paragraphs = paragraphs(words, &sheet);
            // The public reply is the community's own last word; it may say the same in other words.
            let reply = sheet.text(sheet.project.reply);
            if !reply.is_empty() && reply != paragraphs.join("\n") {
                paragraphs.push(reply.to_owned());
            }
            let text = paragraphs.join("\n");
            let args = [
                ("title", title.as_str().into()),
                ("words", text.as_str().into()),
                ("from", from.as_str().into()),
            ];
            html(&NoticePage {
                href: format!("/projects/{project}"),
                group_text: words.say_with("notice-group-text", &args),
                title,
                paragraphs,
                from,
                page: seat.frame,
            })
        })
        .await
}
