//! A community with its three administrators, each with a password.

use crate::filled::{code, filled};
use crate::postgres;
use guanjia_app::access::{NewSession, Passwords, SignIn};
use guanjia_app::people::NewStaff;
use guanjia_app::{App, AppError, HandClock, Person, Result};
use guanjia_domain::people::Post;
use guanjia_domain::permission::Principal;
use guanjia_domain::{Moment, Refusal, Role};
use guanjia_store::access::Holder;
use std::sync::Arc;
use uuid::Uuid;

pub const NOW: Moment = Moment(1_795_233_600_000);
pub const HOUR: i64 = 60 * 60 * 1_000;
pub const PASSWORD: &str = "晋祠路的桥有七个洞吗";

pub const SYSTEM: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);
pub const SECURITY: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0002);
pub const AUDIT: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0003);
pub const WORKER: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0004);
/// Nobody yet.
pub const OTHER: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0005);

pub struct House {
    pub app: App,
    pub clock: Arc<HandClock>,
    pub passwords: Passwords,
    _folder: tempfile::TempDir,
    _database: Option<postgres::DatabaseUrl>,
}

pub fn on_both_engines(test: impl Fn(&House)) {
    test(&House::found(None));
    if let Some(database) = postgres::database_url() {
        test(&House::found(Some(database)));
    }
}

impl House {
    fn found(database: Option<postgres::DatabaseUrl>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(HandClock::at(NOW));
        let app = filled(folder.path(), database.as_deref(), clock.clone(), &[]);
        let passwords = Passwords::new().unwrap();
        let house = Self { app, clock, passwords, _folder: folder, _database: database };
        for (id, post) in [
            (SYSTEM, Post::SystemAdministrator),
            (SECURITY, Post::SecurityAdministrator),
            (AUDIT, Post::Auditor),
            (WORKER, Post::GridWorker),
        ] {
            house.appoint(&house.program(), id, post).unwrap();
            house.accept(id, PASSWORD).unwrap();
        }
        house
    }

    pub fn program(&self) -> Principal {
        Principal::plain(Role::System, code(), None)
    }

    pub fn who(&self, id: Uuid) -> Principal {
        self.app.db.read(|tx| self.app.signed_in(tx, code(), Holder::Staff(id))).unwrap().who
    }

    /// Appoints somebody whose sign-in name is the id, or gives them another post.
    pub fn appoint(&self, who: &Principal, id: Uuid, post: Post) -> Result<()> {
        let person = Person { name: format!("某{}", id.as_u128() % 100), phone: String::new() };
        let new = NewStaff { id: id.into(), post, tier: None, organisation: None, person };
        let (app, who) = (self.app.clone(), who.clone());
        self.app.db.write(code(), move |tx| app.put_staff(tx, &who, code(), &new)).wait()
    }

    /// An invitation by the program, accepted.
    pub fn accept(&self, id: Uuid, password: &str) -> Result<SignIn> {
        let secret = self.app.invite(&self.program(), code(), Holder::Staff(id), false)?;
        self.app.accept_invitation(&self.passwords, code(), &secret, &id.to_string(), password, "phone")
    }

    pub fn sign_in(&self, id: Uuid, password: &str) -> Result<SignIn> {
        self.app.sign_in(&self.passwords, &id.to_string(), password, "computer")
    }

    /// Signs in where no code is asked for.
    pub fn enter(&self, id: Uuid) -> NewSession {
        match self.sign_in(id, PASSWORD).unwrap() {
            SignIn::In(session) => session,
            SignIn::Code(_) => std::process::abort(),
        }
    }

    pub fn is_in(&self, session: &NewSession) -> bool {
        self.app.db.read(|tx| self.app.session(tx, code(), &session.secret)).unwrap().is_some()
    }

    /// How often something stands in the access log.
    pub fn logged(&self, action: &str) -> usize {
        let auditor = Principal::plain(Role::Auditor, code(), None);
        let question = guanjia_app::access::AccessQuestion {
            filter: guanjia_store::access::AccessFilter { action: Some(action.into()), ..Default::default() },
            ..Default::default()
        };
        let page =
            self.app.db.read(|tx| self.app.access_log(tx, &auditor, code(), &question, None, 1_000)).unwrap();
        page.entries.len()
    }
}

/// Why something was refused.
pub fn refusal<T>(outcome: Result<T>) -> Option<Refusal> {
    match outcome {
        Err(AppError::Refused(refusal)) => Some(refusal),
        _ => None,
    }
}
