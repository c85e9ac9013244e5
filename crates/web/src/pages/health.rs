//! For whoever runs the server.

use crate::fault::Fault;
use crate::visitor::Visitor;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use guanjia_app::AppError;
use guanjia_app::backup::Backups;
use guanjia_domain::Refusal;

/// `GET /healthz`: the process answers.
pub(crate) async fn alive() -> &'static str {
    "ok\n"
}

/// `GET /readyz`: the database answers too.
pub(crate) async fn ready(visitor: Visitor) -> Result<&'static str, Fault> {
    visitor.open(|_, tx| Ok(tx.communities().map(|_| "ready\n")?)).await
}

/// `GET /metrics`: a few numbers for a monitor on this machine; nothing about persons.
pub(crate) async fn metrics(visitor: Visitor) -> Result<Response, Fault> {
    if !visitor.address.is_loopback() {
        return Err(Refusal::NotFound.into());
    }
    let text = visitor
        .open(|_, tx| {
            let communities = tx.communities()?;
            let mut text = String::from("# TYPE guanjia_events_total counter\n");
            let mut backups = Backups::default();
            for (code, _) in &communities {
                backups = backups.or(Backups::of(tx, *code)?);
                let seq = tx.ledger_length(*code)?;
                text.push_str(&format!("guanjia_events_total{{community=\"{code}\"}} {seq}\n"));
            }
            text.push_str(&format!(
                "# TYPE guanjia_communities gauge\nguanjia_communities {}\n",
                communities.len()
            ));
            for (name, at) in [("made", backups.made), ("failed", backups.failed)] {
                let seconds = at.map_or(0, |at| at.0 / 1_000);
                text.push_str(&format!(
                    "# TYPE guanjia_backup_{name}_seconds gauge\nguanjia_backup_{name}_seconds {seconds}\n"
                ));
            }
            Ok::<_, AppError>(text)
        })
        .await?;
    Ok(([("content-type", "text/plain; version=0.0.4")], text).into_response())
}

/// Everything else.
pub(crate) async fn not_found() -> StatusCode {
    StatusCode::NOT_FOUND
}
