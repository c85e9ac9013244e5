//! What fails is written into the log of the program, without the secrets that stand in private links.

use super::filed;
use super::support::{HOME, House, Who};
use axum::http::Method;
use serde_json::json;
use std::fmt::{Debug, Write as _};
use std::sync::{Mutex, OnceLock, PoisonError};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber, subscriber};

/// Everything that was logged by this program.
static SAID: OnceLock<Mutex<String>> = OnceLock::new();

fn said() -> std::sync::MutexGuard<'static, String> {
    SAID.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner)
}

struct Listener;

struct Line<'a>(&'a mut String);

impl Visit for Line<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _never_fails = write!(self.0, " {field}={value:?}");
    }
}

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("guanjia")
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut said = said();
        event.record(&mut Line(&mut said));
        said.push('\n');
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[tokio::test(flavor = "multi_thread")]
async fn no_secret_of_a_link_is_logged() {
    subscriber::set_global_default(Listener).expect("nobody else listens");
    House::on_each_engine(async |house| {
        let id = filed(&house, "单元门口的灯坏了。", &json!({})).await;
        let link = house.app().resident_link(HOME.parse().expect("a code"), id.parse().expect("an id"), None);
        let damage = house.app().db.write(HOME.parse().expect("a code"), |tx| {
            tx.put("UPDATE vault SET sealed = sealed || sealed WHERE kind = 'words'", &[])
        });
        super::support::blocking(|| damage.wait().expect("damaged"));
        let answer = house.page(Who::Nobody, Method::GET, &format!("/l/{HOME}/{link}")).answer().await;
        assert!(answer.status.is_server_error(), "{}", answer.status);
        let said = std::mem::take(&mut *said());
        assert!(said.contains("/l/{community}/{link}"), "{said}");
        assert!(!said.contains(&link) && !said.contains(&id.replace('-', "")), "{said}");
    })
    .await;
}
