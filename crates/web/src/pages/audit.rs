//! The access log, for the auditor.

use crate::fault::Fault;
use crate::view::office::{AccessLine, AuditPage};
use crate::view::{More, Section};
use crate::visitor::{Visitor, encoded, html};
use crate::words::Words;
use axum::extract::Query;
use axum::response::Response;
use guanjia_app::access::AccessEntry;
use guanjia_domain::Role;
use serde::Deserialize;

/// How many entries a page shows.
const ROWS: usize = 100;

#[derive(Deserialize)]
pub(crate) struct Filter {
    #[serde(default)]
    who: String,
    after: Option<u64>,
}

/// `GET /audit?who=&after=`.
pub(crate) async fn show(visitor: Visitor, Query(filter): Query<Filter>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Audit), move |visitor, tx, seat| {
            let (app, who) = (visitor.site.app(), filter.who.trim().to_owned());
            let log = app.access_log(tx, &seat.signed_in.who, seat.home, &who, filter.after, ROWS)?;
            let more =
                log.next.map(|next| More { href: format!("/audit?who={}&after={next}", encoded(&who)) });
            let lines = log.entries.into_iter().map(|entry| line(visitor.look.words(), entry)).collect();
            html(&AuditPage { lines, who, more, page: seat.frame })
        })
        .await
}

fn line(words: &Words, entry: AccessEntry) -> AccessLine {
    let access = &entry.access;
    let role = words.say(role(access.actor.role));
    AccessLine {
        at: access.at.0,
        who: if entry.name.is_empty() { role.to_owned() } else { format!("{} · {role}", entry.name) },
        what: words.say(key(&access.action)).to_owned(),
        about: match entry.number {
            Some(number) => format!("#{number}"),
            None if access.actor.id == Some(access.object) => "—".to_owned(),
            None => access.object.to_string(),
        },
        reason: entry.reason,
        // What was refused was not looked at: the log holds accesses only.
        refused: false,
    }
}

/// The word for an action of the log.
fn key(action: &str) -> &'static str {
    match action {
        "sign_in" => "access-sign-in",
        "sign_out" => "access-sign-out",
        "reveal" => "access-reveal",
        "invite" => "access-invite",
        "erase" => "access-erase",
        "export" => "access-export",
        "import" => "access-import",
        "read_mediation" => "access-read-mediation",
        "backup" => "access-backup",
        "backup_failed" => "access-backup-failed",
        _ => "access-other",
    }
}

const fn role(role: Role) -> &'static str {
    match role {
        Role::Resident => "actor-resident",
        Role::GridWorker => "role-grid-worker",
        Role::Officer => "role-steward",
        Role::Secretary => "role-secretary",
        Role::Organisation => "role-organisation",
        Role::StreetOffice => "role-street-office",
        Role::DistrictBureau => "role-district-bureau",
        Role::SystemAdministrator => "role-administrator",
        Role::SecurityAdministrator => "role-security",
        Role::Auditor => "role-auditor",
        Role::System => "actor-system",
    }
}
