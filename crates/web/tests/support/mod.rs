//! A house for tests: two communities under one street office with everybody in it, driven through the router as
//! browsers and programs do, on a clock that is set by hand.
#![allow(dead_code, reason = "each test program uses the part that it needs")]
#![allow(clippy::expect_used, reason = "a test says what it expects")]

pub mod call;
pub mod found;
#[path = "../../../store/tests/support/postgres.rs"]
pub mod postgres;

use axum::Router;
use axum::http::Method;
use call::Call;
use guanjia_app::{App, HandClock};
use guanjia_domain::ids::RequestId;
use guanjia_domain::people::Post;
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::access::Holder;
use guanjia_web::serve::ServeConfig;
use guanjia_web::site::Site;
use std::sync::Arc;
use uuid::Uuid;

/// 2026-11-18 10:00 in China, a Wednesday.
pub const NOW: Moment = Moment(1_794_967_200_000);
/// Where the house says that it listens; nothing does.
pub const HOST: &str = "127.0.0.1:8080";

/// The community in which everybody works.
pub const HOME: &str = "140109013001";
/// Another one under the same street office.
pub const OTHER: &str = "140109013002";
/// The street office above both.
pub const STREET: &str = "140109013";
/// The district above that.
pub const DISTRICT: &str = "140109";

/// An id that is the same in every run.
pub const fn id(n: u128) -> Uuid {
    Uuid::from_u128(0x019A_0000_0000_7000_8000_0000_0000_0000 + n)
}

/// The estate of steward A, with its building of one unit and two rooms, 501 and 502, in the worker's grid.
pub const ESTATE_A: Uuid = id(0xA00);
pub const BUILDING_A: Uuid = id(0xA01);
pub const UNIT_A: Uuid = id(0xA02);
pub const ROOM_A: Uuid = id(0xA03);
/// The estate of steward B, with a building that is in nobody's grid.
pub const ESTATE_B: Uuid = id(0xB00);
pub const BUILDING_B: Uuid = id(0xB01);
pub const UNIT_B: Uuid = id(0xB02);
/// The estate of the other community.
pub const ESTATE_C: Uuid = id(0xC00);
/// The property company that serves estate A.
pub const PROPERTY: Uuid = id(0xD01);
/// The housing bureau.
pub const BUREAU: Uuid = id(0xD02);

/// Everybody who can call, and nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Nobody,
    Property,
    GridWorker,
    StewardA,
    StewardB,
    Secretary,
    Street,
    Bureau,
    Administrator,
    Security,
    Auditor,
    OtherSecretary,
}

impl Who {
    pub const ALL: [Self; 12] = [
        Self::Nobody,
        Self::Property,
        Self::GridWorker,
        Self::StewardA,
        Self::StewardB,
        Self::Secretary,
        Self::Street,
        Self::Bureau,
        Self::Administrator,
        Self::Security,
        Self::Auditor,
        Self::OtherSecretary,
    ];

    /// The office of the account.
    pub fn home(self) -> CommunityCode {
        let code = match self {
            Self::Street => STREET,
            Self::Bureau => DISTRICT,
            Self::OtherSecretary => OTHER,
            _ => HOME,
        };
        code.parse().expect("a division code")
    }

    /// The account; nobody has none.
    pub fn holder(self) -> Option<Holder> {
        match self {
            Self::Nobody => None,
            Self::Property => Some(Holder::Organisation(PROPERTY)),
            staff => Some(Holder::Staff(staff.id())),
        }
    }

    /// The staff member.
    pub const fn id(self) -> Uuid {
        id(0xE00 + self as u128)
    }

    /// The post of a staff member.
    pub const fn post(self) -> Option<Post> {
        Some(match self {
            Self::Nobody | Self::Property => return None,
            Self::GridWorker => Post::GridWorker,
            Self::StewardA => Post::CommitteeMember,
            Self::StewardB => Post::SocialWorker,
            Self::Secretary | Self::OtherSecretary => Post::Secretary,
            Self::Street => Post::StreetOfficial,
            Self::Bureau => Post::BureauOfficial,
            Self::Administrator => Post::SystemAdministrator,
            Self::Security => Post::SecurityAdministrator,
            Self::Auditor => Post::Auditor,
        })
    }
}

/// An installation with people in it.
pub struct House {
    /// Always there; taken out when the house is torn down.
    app: Option<App>,
    pub clock: Arc<HandClock>,
    pub router: Router,
    folder: tempfile::TempDir,
    _database: Option<postgres::DatabaseUrl>,
}

impl House {
    /// On the embedded database.
    pub fn sqlite() -> Self {
        Self::founded(None)
    }

    /// On PostgreSQL, where there is a server.
    pub fn postgres() -> Option<Self> {
        postgres::database_url().map(|url| Self::founded(Some(url)))
    }

    /// Runs a test on each engine.
    pub async fn on_each_engine(test: impl AsyncFn(Self)) {
        test(Self::sqlite()).await;
        if let Some(house) = Self::postgres() {
            test(house).await;
        }
    }

    fn founded(database: Option<postgres::DatabaseUrl>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = Arc::new(HandClock::at(NOW));
        let url = database.as_deref().map(str::to_owned);
        let app = blocking(|| {
            let app = App::open(folder.path(), url.as_deref(), clock.clone()).expect("an installation");
            found::found(&app, &clock);
            app
        });
        let config = ServeConfig {
            listen: HOST.parse().expect("an address"),
            demo: None,
            insecure_lan: false,
            behind_proxy: false,
            public_url: None,
        };
        let site = Site::new(app.clone(), config).expect("a site");
        Self { app: Some(app), clock, router: guanjia_web::routes::router(site), folder, _database: database }
    }

    /// The use cases.
    pub fn app(&self) -> &App {
        self.app.as_ref().expect("a house that stands")
    }

    /// How many files of photos of the community lie on the disk.
    pub fn photo_files(&self) -> usize {
        let folder = self.folder.path().join("photos").join(HOME);
        std::fs::read_dir(folder).map_or(0, Iterator::count)
    }

    /// A token for somebody; nobody has an empty one.
    pub fn token(&self, who: Who) -> String {
        let Some(holder) = who.holder() else { return String::new() };
        blocking(|| self.app().make_api_token(who.home(), holder).expect("a token"))
    }

    /// The session cookie of somebody, and what the forms of the session must carry.
    pub fn session(&self, who: Who) -> Option<(String, String)> {
        let holder = who.holder()?;
        Some(blocking(|| {
            let session = self.app().begin_session(who.home(), holder).expect("a session");
            let csrf = self.app().db.read(|tx| self.app().session(tx, session.community, &session.secret));
            let csrf = csrf.expect("the store").expect("a session that has just begun").csrf;
            (format!("guanjia={}.{}", session.community, session.secret), csrf)
        }))
    }

    /// A call of the API as somebody.
    pub fn api(&self, who: Who, method: Method, path: &str) -> Call {
        let call = Call::new(self.router.clone(), method, path);
        if who == Who::Nobody {
            call
        } else {
            call.header("authorization", &format!("Bearer {}", self.token(who)))
        }
    }

    /// A page or form as somebody: forms carry the token of the session and come from this site.
    pub fn page(&self, who: Who, method: Method, path: &str) -> Call {
        let call = Call::new(self.router.clone(), method, path).header("host", HOST);
        match self.session(who) {
            Some((cookie, csrf)) => call.header("cookie", &cookie).posted_here(Some(csrf)),
            None => call.posted_here(None),
        }
    }

    /// A new id for a request.
    pub fn new_id(&self) -> RequestId {
        RequestId(self.app().id().expect("an id"))
    }
}

/// The connections of PostgreSQL end with the last of them, on a thread that may block.
impl Drop for House {
    fn drop(&mut self) {
        let (app, router) = (self.app.take(), std::mem::take(&mut self.router));
        blocking(|| drop((app, router)));
    }
}

/// Work that blocks, also from inside a runtime.
pub fn blocking<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| scope.spawn(work).join().expect("the work does not break off"))
}
