//! The access log, for the auditor.

mod export;
mod question;

pub(crate) use export::export;

use crate::fault::Fault;
use crate::view::office::{AccessLine, AuditPage};
use crate::view::{Choice, More, Section};
use crate::visitor::{Visitor, encoded, html};
use crate::words::Words;
use axum::extract::Query;
use axum::response::Response;
use guanjia_app::access::AccessEntry;
use guanjia_domain::Role;
use question::Asked;
use serde::Deserialize;

/// How many entries a page shows.
const ROWS: usize = 100;

#[derive(Deserialize)]
pub(crate) struct Filter {
    #[serde(flatten)]
    asked: Asked,
    #[serde(default)]
    after: String,
}

/// `GET /audit?who=&from=&until=&action=&after=`.
pub(crate) async fn show(visitor: Visitor, Query(filter): Query<Filter>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Audit), move |visitor, tx, seat| {
            let (app, words, asked) = (visitor.site.app(), visitor.look.words(), filter.asked);
            let (question, before) = (asked.question(), filter.after.parse().ok());
            let log = app.access_log(tx, &seat.signed_in.who, seat.home, &question, before, ROWS)?;
            let action = |it: &&'static str| Choice::new(*it, words.say(key(it))).chosen_if(&asked.action);
            let address = |next: u64| {
                let Asked { who, from, until, action } = &asked;
                let parts = [("who", who), ("from", from), ("until", until), ("action", action)];
                let query: String =
                    parts.iter().map(|(name, value)| format!("{name}={}&", encoded(value))).collect();
                format!("/audit?{query}after={next}")
            };
            html(&AuditPage {
                more: log.next.map(|next| More { href: address(next) }),
                lines: log.entries.into_iter().map(|entry| line(words, entry)).collect(),
                actions: ACTIONS.iter().map(action).collect(),
                who: asked.who,
                from: asked.from,
                until: asked.until,
                page: seat.frame,
            })
        })
        .await
}

fn line(words: &Words, entry: AccessEntry) -> AccessLine {
    let access = &entry.access;
    let role = words.say(role_key(access.actor.role));
    AccessLine {
        at: access.at.0,
        who: if entry.name.is_empty() { role.to_owned() } else { format!("{} · {role}", entry.name) },
        what: words.say(key(&access.action)).to_owned(),
        about: match entry.number {
            Some(number) => format!("#{number}"),
            None if !entry.about.is_empty() && entry.about != entry.name => entry.about,
            None if access.actor.id == Some(access.object) => "—".to_owned(),
            None => access.object.to_string(),
        },
        reason: entry.reason,
        // What was refused was not looked at: the log holds accesses only.
        refused: false,
    }
}

/// The actions that can be looked for.
const ACTIONS: [&str; 20] = [
    "sign_in",
    "sign_in_failed",
    "sign_out",
    "reveal",
    "export",
    "export_log",
    "export_survey",
    "take_view",
    "view_token",
    "erase",
    "invite",
    "password",
    "factor_on",
    "factor_off",
    "factor_reset",
    "lock",
    "unlock",
    "sessions",
    "import",
    "backup",
];

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
        "sign_in_failed" => "access-sign-in-failed",
        "password" => "access-password",
        "factor_on" => "access-factor-on",
        "factor_off" => "access-factor-off",
        "factor_reset" => "access-factor-reset",
        "lock" => "access-lock",
        "unlock" => "access-unlock",
        "sessions" => "access-sessions",
        "export_log" => "access-export-log",
        "export_survey" => "access-export-survey",
        "take_view" => "access-report-taken",
        "view_token" => "access-view-token",
        _ => "access-other",
    }
}

pub(crate) const fn role_key(role: Role) -> &'static str {
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
