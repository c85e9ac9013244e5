//! An installation whose server is killed and started again at the same address.

use guanjia_app::demo::{self, CastMember, DemoPlan};
use guanjia_app::{App, Clock, SystemClock};
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::{BuildingId, EstateId};
use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use tempfile::TempDir;

pub struct House {
    folder: TempDir,
    database: Option<String>,
    pub address: SocketAddr,
    pub community: CommunityCode,
    pub token: String,
    pub cookie: String,
    pub csrf: String,
    pub estate: EstateId,
    pub building: BuildingId,
}

impl House {
    pub fn make(database: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let plan = DemoPlan { end: SystemClock.now(), seed: DemoPlan::SEED };
        let (app, cast) = demo::open(folder.path(), database, plan, &mut |_, _| {}).unwrap();
        let Some(CastMember::Holder { community, holder }) = cast.member("secretary") else {
            panic!("the demo has no secretary");
        };
        let token = app.make_api_token(community, holder).unwrap();
        let session = app.begin_session(community, holder).unwrap();
        let live = app.db.read(|tx| app.session(tx, community, &session.secret)).unwrap().unwrap();
        let csrf = live.csrf;
        let place = app.db.read(|tx| tx.buildings(community, None, app.now())).unwrap().swap_remove(0);
        // A port that was free a moment ago; every server of this house takes it.
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        Self {
            folder,
            database: database.map(ToOwned::to_owned),
            address,
            community,
            token,
            cookie: format!("guanjia={community}.{}", session.secret),
            csrf,
            estate: place.estate,
            building: place.id,
        }
    }

    pub fn open(&self) -> App {
        App::open(self.folder.path(), self.database.as_deref(), Arc::new(SystemClock)).unwrap()
    }

    pub fn photos(&self) -> PathBuf {
        self.folder.path().join("photos").join(self.community.to_string())
    }

    /// Starts a server and waits until it answers.
    pub fn serve(&self) -> Server {
        let program = std::env::var_os("GUANJIA_BIN")
            .map_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_guanjia")), PathBuf::from);
        let mut command = Command::new(program);
        command.args(["serve", "--listen", &self.address.to_string(), "--data"]).arg(self.folder.path());
        if let Some(database) = &self.database {
            command.args(["--database", database]);
        }
        let mut process = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert!(line.starts_with("READY "), "the server did not start: {line}");
        Server(process)
    }
}

pub struct Server(Child);

impl Server {
    /// `kill -9`.
    pub fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have been killed already.
        let _ended = self.0.kill().and_then(|()| self.0.wait());
    }
}
