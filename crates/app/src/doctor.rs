//! The state of an installation, looked at from all sides that somebody who runs it can do something about.

use crate::backup::Backups;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::Moment;
use guanjia_store::{Kind, Location, Slot, StoreError, Tx};
use std::path::Path;

/// How old a backup may be: a day and a half, so that one that runs at night is never late by noon.
pub const BACKUP_AGE: i64 = 36 * 60 * 60 * 1_000;
/// How much room the disk should have left, in bytes: a year of photos of a community.
pub const ROOM: u64 = 2 * 1024 * 1024 * 1024;
/// How far the last event may lie in the future before the clock is called wrong, in milliseconds.
const CLOCK: i64 = 5 * 60 * 1_000;

/// Something that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// How many communities and events there are.
    Data {
        /// Communities and offices.
        communities: usize,
        /// Events of all ledgers.
        events: u64,
    },
    /// The key opens what is sealed; or not.
    Key {
        /// Whether it does.
        fits: bool,
    },
    /// The key file can be read by others on this machine.
    KeyIsOpen,
    /// When the last backup was made.
    Backup {
        /// When; `None` when never.
        at: Option<Moment>,
        /// When one failed after that.
        failed: Option<Moment>,
        /// Whether that is too long ago.
        late: bool,
    },
    /// How much room the disk of the data has left.
    Room {
        /// In bytes.
        bytes: u64,
    },
    /// The newest event lies in the future: the clock of this machine was set back.
    Clock {
        /// When the newest event was.
        newest: Moment,
    },
    /// Years whose holidays are not known.
    Calendars {
        /// Which.
        missing: Vec<i16>,
        /// Whether the present year is one of them; the next one's are told in autumn.
        present: bool,
    },
    /// The data folder cannot be written to.
    Folder {
        /// What the system says.
        reason: String,
    },
    /// Settings of the PostgreSQL server with which it may lose what it has acknowledged.
    Server {
        /// Their names.
        settings: Vec<String>,
    },
}

impl Finding {
    /// Whether somebody has to do something about it.
    #[must_use]
    pub fn is_trouble(&self) -> bool {
        match self {
            Self::Data { .. } => false,
            Self::Key { fits } => !fits,
            Self::Backup { late, failed, .. } => *late || failed.is_some(),
            Self::Room { bytes } => *bytes < ROOM,
            Self::Calendars { present, .. } => *present,
            Self::KeyIsOpen | Self::Clock { .. } | Self::Folder { .. } | Self::Server { .. } => true,
        }
    }
}

impl App {
    /// Looks the installation in `folder` over.
    ///
    /// # Errors
    /// What the store says.
    pub fn findings(&self, folder: &Path) -> Result<Vec<Finding>> {
        let now = self.now();
        let mut found = Vec::new();
        let (communities, events, newest, backups, key) = self.db.read(|tx| -> Result<_> {
            let communities = tx.communities()?;
            let (mut events, mut newest, mut key) = (0, None, None);
            let mut backups = Backups::default();
            for (code, _) in &communities {
                events += tx.ledger_length(*code)?;
                newest = newest.max(tx.newest_event(*code)?);
                backups = backups.or(Backups::of(tx, *code)?);
                if key.is_none()
                    && let Some((owner, sealed)) = tx.any_person(*code)?
                {
                    let slot = Slot { community: *code, owner, kind: Kind::Person, n: 0 };
                    key = Some(self.vault.open(&slot, &sealed).is_ok());
                }
            }
            Ok((communities.len(), events, newest, backups, key))
        })?;
        found.push(Finding::Data { communities, events });
        found.extend(key.map(|fits| Finding::Key { fits }));
        found.extend(is_open(&folder.join(crate::open::KEY_FILE)).then_some(Finding::KeyIsOpen));
        if communities > 0 {
            let Backups { made, failed } = backups;
            let late = made.is_none_or(|at| now.since(at) > BACKUP_AGE);
            found.push(Finding::Backup { at: made, failed, late });
        }
        found.push(Finding::Room { bytes: room(folder)? });
        found.extend(newest.filter(|at| at.since(now) > CLOCK).map(|newest| Finding::Clock { newest }));
        let missing = self.db.read(|tx| self.missing_anywhere(tx))?;
        let year = guanjia_domain::calendar::china_time::date(now.into()).year();
        found.push(Finding::Calendars { present: missing.contains(&year), missing });
        found.extend(writable(folder).err().map(|error| Finding::Folder { reason: error.to_string() }));
        if let Location::Server(_) = self.db.location() {
            let settings = self.db.read(|tx| -> Result<_> { Ok(tx.unsafe_settings()?) })?;
            found.extend((!settings.is_empty()).then_some(Finding::Server { settings }));
        }
        Ok(found)
    }
}

impl App {
    /// The years that a community with estates does not know. Offices above count nothing by a calendar.
    fn missing_anywhere(&self, tx: &mut Tx) -> Result<Vec<i16>> {
        let mut missing = std::collections::BTreeSet::new();
        for (code, _) in tx.communities()? {
            if !tx.estates(code)?.is_empty() {
                missing.extend(self.missing_calendars(tx, code)?);
            }
        }
        Ok(missing.into_iter().collect())
    }
}

fn room(folder: &Path) -> Result<u64> {
    fs4::available_space(folder).map_err(|error| StoreError::file(folder, &error).into())
}

fn writable(folder: &Path) -> std::io::Result<()> {
    let file = folder.join(".guanjia-doctor");
    std::fs::write(&file, b"").and_then(|()| std::fs::remove_file(&file))
}

/// Whether others on this machine may read a file.
fn is_open(file: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        std::fs::metadata(file).is_ok_and(|it| it.mode() & 0o077 != 0)
    }
    #[cfg(not(unix))]
    {
        let _who_may_read_is_asked_elsewhere = file;
        false
    }
}
