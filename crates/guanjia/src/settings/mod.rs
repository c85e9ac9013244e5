//! The settings of an installation: one file in the folder of its data, which explains itself.

mod file;

pub use file::{DEFAULT, FILE};

use crate::failure::Failure;
use guanjia_domain::limit::{Rules, WorkingHours};
use jiff::civil::Time;
use serde::Deserialize;
use std::net::SocketAddr;
use std::path::Path;

/// What the file may say. What it does not say is as the program's defaults.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// How the service is reached.
    pub serve: Serve,
    /// Where the data lie.
    pub data: Place,
    /// How limits are reckoned.
    pub limits: Limits,
}

/// How the service is reached.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Serve {
    /// Where it listens.
    pub listen: Option<SocketAddr>,
    /// The address by which people reach it.
    pub public_url: Option<PublicUrl>,
    /// A proxy on this machine terminates HTTPS.
    pub behind_proxy: bool,
    /// Plain HTTP in an office network.
    pub insecure_lan: bool,
}

/// Where the data lie.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Place {
    /// A PostgreSQL database in place of the embedded one.
    pub database: Option<String>,
}

/// How limits are reckoned.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Working hours, as `09:00-12:00,14:00-18:00`.
    hours: Option<Hours>,
    /// The last time at which *same day* still means today.
    cut_off: Option<Time>,
}

/// An address that begins with http:// or https://, without a slash at the end.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct PublicUrl(pub String);

impl TryFrom<String> for PublicUrl {
    type Error = String;

    fn try_from(typed: String) -> Result<Self, Self::Error> {
        if typed.starts_with("https://") || typed.starts_with("http://") {
            return Ok(Self(typed.trim_end_matches('/').to_owned()));
        }
        Err(format!("“{typed}” is no address: begin it with https:// or http:// (网址须以 https:// 开头)"))
    }
}

#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
struct Hours(WorkingHours);

impl TryFrom<String> for Hours {
    type Error = String;

    fn try_from(typed: String) -> Result<Self, Self::Error> {
        typed.parse().map(Self).map_err(|error| format!("“{typed}”: {error}"))
    }
}

impl Settings {
    /// The settings of the installation in a folder; without a file, the defaults.
    pub fn of(folder: &Path) -> Result<Self, Failure> {
        let path = folder.join(FILE);
        match std::fs::read_to_string(&path) {
            Ok(text) => Self::read(&text).map_err(|said| {
                let path = path.display();
                Failure::refused(
                    format!("设置文件 {path} 有误，请改正该行，或用 guanjia settings --write-default 查看默认内容：\n{said}"),
                    format!("{path} cannot be used. Correct the line; guanjia settings shows what can be set:\n{said}"),
                )
            }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(Failure::file(&path, &error)),
        }
    }

    fn read(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    /// The rules by which limits are reckoned.
    pub fn rules(&self) -> Rules {
        let mut rules = Rules::default();
        if let Some(hours) = &self.limits.hours {
            rules.hours = hours.0.clone();
        }
        if let Some(cut_off) = self.limits.cut_off {
            rules.cut_off = cut_off;
        }
        rules
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every setting of the default file, with its comment sign taken off.
    fn everything() -> String {
        let set =
            |line: &str| line.strip_prefix("# ").filter(|it| it.contains(" = ")).unwrap_or(line).to_owned();
        DEFAULT.lines().map(set).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_default_file_says_what_the_program_does_without_it() {
        let written = Settings::read(DEFAULT).unwrap();
        assert!(written.serve.listen.is_none() && written.data.database.is_none());
        let all = Settings::read(&everything()).unwrap();
        assert_eq!(all.serve.listen, Some("127.0.0.1:8080".parse().unwrap()));
        assert!(all.serve.public_url.is_some() && all.data.database.is_some());
        assert_eq!(format!("{:?}", all.rules()), format!("{:?}", Rules::default()));
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line() {
        for (text, line, word) in [
            ("[serve]\nlisten = \"127.0.0.1:8080\"\nport = 80", "line 3", "port"),
            ("\n\n[server]\n", "line 3", "server"),
            ("[serve]\nlisten = \"nowhere\"", "line 2", "listen"),
            ("[serve]\npublic_url = \"guanjia.example\"", "line 2", "https://"),
            ("[limits]\nhours = \"nine to five\"", "line 2", "nine to five"),
            ("[limits]\ncut_off = \"25:00\"", "line 2", "cut_off"),
            ("[serve\n", "line 1", "serve"),
        ] {
            let said = Settings::read(text).unwrap_err();
            assert!(said.contains(line) && said.contains(word), "{text}: {said}");
        }
    }
}
