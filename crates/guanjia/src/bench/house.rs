//! The installation that is measured: the reference community with its ninety days, a token and a session.

use super::Ground;
use super::child::{Server, argument};
use crate::failure::Failure;
use guanjia_app::demo::{self, CastMember, DemoPlan};
use guanjia_app::{App, Clock, SystemClock};
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::{BuildingId, EstateId, RequestId};
use guanjia_domain::permission::Principal;
use std::sync::Arc;
use tempfile::TempDir;

/// An installation; its folder is removed with the value.
pub struct House {
    folder: TempDir,
    database: Option<String>,
    /// The reference community.
    pub community: CommunityCode,
    /// A steward of it.
    pub steward: Principal,
    /// The steward's API token.
    pub token: String,
    /// The steward's session, as a browser sends it.
    pub cookie: String,
    /// Where things happen: every building with its estate.
    pub places: Vec<(EstateId, BuildingId)>,
    /// The page of a resident's private link.
    pub resident: String,
}

impl House {
    /// Makes it through the use cases.
    pub fn make(ground: &Ground) -> Result<Self, Failure> {
        let folder = TempDir::with_prefix_in("guanjia-bench-", &ground.folder)
            .map_err(|error| Failure::file(&ground.folder, &error))?;
        let plan = DemoPlan { end: SystemClock.now(), seed: DemoPlan::SEED };
        let (app, cast) = demo::open(folder.path(), ground.database.as_deref(), plan, &mut |_, _| {})?;
        let (Some(CastMember::Holder { community, holder }), Some(CastMember::Resident { request, .. })) =
            (cast.member("steward"), cast.member("resident"))
        else {
            return Err(Failure::refused("演示社区中没有片管家。", "The demo has no steward."));
        };
        let token = app.make_api_token(community, holder)?;
        let session = app.begin_session(community, holder)?;
        let steward = app.db.read(|tx| app.signed_in(tx, community, holder))?.who;
        let places = app.db.read(|tx| -> Result<_, guanjia_store::StoreError> {
            Ok(tx.buildings(community, None, app.now())?.into_iter().map(|it| (it.estate, it.id)).collect())
        })?;
        let resident = resident_page(&app, community, request);
        let cookie = format!("guanjia={community}.{}", session.secret);
        Ok(Self {
            folder,
            database: ground.database.clone(),
            community,
            steward,
            token,
            cookie,
            places,
            resident,
        })
    }

    /// Opens it in this process.
    pub fn open(&self) -> Result<App, Failure> {
        Ok(App::open(self.folder.path(), self.database.as_deref(), Arc::new(SystemClock))?)
    }

    /// Serves it.
    pub fn serve(&self) -> Result<Server, Failure> {
        self.start("serve")
    }

    /// Serves it as the demo that it is.
    pub fn serve_demo(&self) -> Result<Server, Failure> {
        self.start("demo")
    }

    fn start(&self, command: &str) -> Result<Server, Failure> {
        let mut arguments = vec![command, "--listen", "127.0.0.1:0", "--data", argument(self.folder.path())?];
        if let Some(database) = &self.database {
            arguments.extend(["--database", database]);
        }
        Server::start(&arguments)
    }

    /// A folder beside its data, on the same disk.
    pub fn folder_for(&self, what: &str) -> Result<std::path::PathBuf, Failure> {
        let folder = self.folder.path().join(what);
        std::fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
        Ok(folder)
    }
}

fn resident_page(app: &App, community: CommunityCode, request: RequestId) -> String {
    format!("/l/{community}/{}", app.resident_link(community, request, None))
}
