//! Where a story plays: a server with the demo, a browser for the public and one for an office.

use super::driver::{Browser, Driver, Screen, Tongue};
use super::picture::png;
use super::server::{COMMUNITY, Server};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// Server, driver and two browsers.
pub struct Stage {
    pub server: Server,
    /// Somebody at home: residents, and whoever has a private link.
    pub public: Browser,
    /// Somebody at work.
    pub office: Browser,
    pub screen: Screen,
    pub tongue: Tongue,
    pub place: Place,
    driver: Driver,
}

/// A unit of the estate that the story is about.
#[derive(Clone, Debug)]
pub struct Place {
    pub estate: String,
    pub building: String,
    pub unit: String,
}

impl Place {
    /// A unit of the estate whose name begins so, and which `steward` of the demo looks after.
    fn of(server: &Server) -> Self {
        let places = server.places(COMMUNITY);
        let all = places["estates"].as_array().unwrap();
        let estate = all.iter().find(|it| text(&it["name"]).starts_with("理工大长风")).unwrap();
        let building = &estate["buildings"][3];
        Self {
            estate: text(&estate["id"]),
            building: text(&building["id"]),
            unit: text(&building["units"][1]["id"]),
        }
    }

    /// The address on the unit door, as its QR code holds it.
    pub fn door(&self) -> String {
        let Self { estate, building, unit } = self;
        format!("/c/{COMMUNITY}/report?estate={estate}&building={building}&unit={unit}&fixed=1")
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

impl Stage {
    pub async fn build(screen: Screen, tongue: Tongue) -> Self {
        let server = Server::start();
        let driver = Driver::start();
        let public = Browser::open(&driver, &server.base, screen, tongue).await;
        let office = Browser::open(&driver, &server.base, screen, tongue).await;
        let place = Place::of(&server);
        Self { server, public, office, screen, tongue, place, driver }
    }

    /// One more browser.
    pub async fn another(&self) -> Browser {
        Browser::open(&self.driver, &self.server.base, self.screen, self.tongue).await
    }

    /// Signs the office in as a role; what it could do before is gone.
    pub async fn enter(&mut self, role: &str) {
        let link = self.server.login(role).to_owned();
        self.office.go(&link).await;
    }

    /// A file with a photo.
    pub fn photo(&self, name: &str, mark: u8) -> PathBuf {
        let path = self.server.scratch().join(name);
        fs::write(&path, png(96, 64, mark)).unwrap();
        path
    }

    /// A file with a sheet.
    pub fn sheet(&self, name: &str, rows: &str) -> PathBuf {
        let path = self.server.scratch().join(name);
        fs::write(&path, rows).unwrap();
        path
    }

    /// Ends: no browser complained, and the server neither.
    pub async fn strike(self) {
        self.public.close().await;
        self.office.close().await;
        let log = self.server.log();
        assert!(!log.contains("ERROR") && !log.contains("panicked"), "the server complained:\n{log}");
    }
}
