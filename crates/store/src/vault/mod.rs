//! The vault: names, phones, free text and photos, sealed under a key that is not in the database.
//!
//! Sealed with XChaCha20-Poly1305 (RFC 8439 with the 24-byte nonce of draft-irtf-cfrg-xchacha), each item bound to
//! its place, so that none can be moved to another person. Erasing deletes the rows; SQLite overwrites them
//! (`secure_delete`).

mod index;
mod key;

pub use index::{Index, Token, pack, unpack};
pub use key::{Key, copy_key};

use crate::engine::Tx;
use crate::error::{Result, StoreError};
use crate::values;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use guanjia_domain::CommunityCode;
use std::sync::Arc;
use uuid::Uuid;

/// What kind of thing is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A text of a request, a group, a mediation, a leaflet, a project or a call, by number.
    Words,
    /// Name and phone of whoever reported, or joined, by number.
    Reporter,
    /// A staff member's or organisation's name and phone.
    Person,
    /// A resident's card.
    Card,
    /// Why somebody looked at something.
    Reason,
    /// A photo, in a file.
    Photo,
    /// A spreadsheet waiting for its import to be confirmed.
    Upload,
    /// A party of a mediation, or whoever objects to a project, by number: name and phone.
    Party,
    /// The note of an answer at a door.
    Note,
    /// The secret of a second factor: 0 in force, 1 until its first code is typed.
    Factor,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 10] = [
        Self::Words,
        Self::Reporter,
        Self::Person,
        Self::Card,
        Self::Reason,
        Self::Photo,
        Self::Upload,
        Self::Party,
        Self::Note,
        Self::Factor,
    ];

    /// The kind of a stable name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Reporter => "reporter",
            Self::Person => "person",
            Self::Card => "card",
            Self::Reason => "reason",
            Self::Photo => "photo",
            Self::Upload => "upload",
            Self::Party => "party",
            Self::Note => "note",
            Self::Factor => "factor",
        }
    }
}

/// Where an item belongs; sealed into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The community.
    pub community: CommunityCode,
    /// The request or person it belongs to.
    pub owner: Uuid,
    /// What it is.
    pub kind: Kind,
    /// Its number, from 0.
    pub n: u32,
}

impl Slot {
    fn bound(&self) -> Vec<u8> {
        let mut bound = Vec::with_capacity(48);
        bound.extend_from_slice(self.community.as_str().as_bytes());
        bound.push(0);
        bound.extend_from_slice(self.owner.as_bytes());
        bound.extend_from_slice(self.kind.name().as_bytes());
        bound.extend_from_slice(&self.n.to_be_bytes());
        bound
    }
}

/// Seals and opens, and makes texts findable. Cheap to clone.
#[derive(Clone)]
pub struct Vault {
    cipher: Arc<XChaCha20Poly1305>,
    index: Arc<Index>,
}

const NONCE: usize = 24;

impl Vault {
    /// The vault under a key.
    #[must_use]
    pub fn new(key: &Key) -> Self {
        let cipher = XChaCha20Poly1305::new((&key.derive("vault")).into());
        Self { cipher: Arc::new(cipher), index: Arc::new(Index::new(key)) }
    }

    /// What makes texts, names and phones findable.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Seals `plain` for its slot.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when the system gives no randomness.
    pub fn seal(&self, slot: &Slot, plain: &[u8]) -> Result<Vec<u8>> {
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce).map_err(|error| StoreError::Unavailable(error.to_string()))?;
        let sealed = self
            .cipher
            .encrypt(XNonce::from_slice(&nonce), Payload { msg: plain, aad: &slot.bound() })
            .map_err(|_| StoreError::Refused("too long to seal".into()))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens what was sealed for the slot.
    ///
    /// # Errors
    /// [`StoreError::WrongKey`] when the key, the slot or a byte differs.
    pub fn open(&self, slot: &Slot, sealed: &[u8]) -> Result<Vec<u8>> {
        let wrong = || StoreError::WrongKey(format!("{} {} of {}", slot.kind.name(), slot.n, slot.owner));
        let (nonce, body) = sealed.split_at_checked(NONCE).ok_or_else(wrong)?;
        self.cipher
            .decrypt(XNonce::from_slice(nonce), Payload { msg: body, aad: &slot.bound() })
            .map_err(|_| wrong())
    }

    /// Opens a text.
    ///
    /// # Errors
    /// As [`Vault::open`].
    pub fn open_text(&self, slot: &Slot, sealed: &[u8]) -> Result<String> {
        String::from_utf8(self.open(slot, sealed)?).map_err(|error| StoreError::Damaged(error.to_string()))
    }
}

impl Tx<'_> {
    /// Keeps a sealed item, in place of one that was there.
    ///
    /// # Errors
    /// What the engine says.
    pub fn keep(&mut self, slot: &Slot, sealed: &[u8]) -> Result<()> {
        if slot.kind == Kind::Person {
            self.house_changed(slot.community)?;
        }
        self.put(
            "INSERT INTO vault (community_id, owner_id, kind, n, sealed) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (community_id, owner_id, kind, n) DO UPDATE SET sealed = excluded.sealed",
            values![slot.community, slot.owner, slot.kind.name(), slot.n, sealed],
        )
    }

    /// A sealed item; `None` when there is none, or it was erased.
    ///
    /// # Errors
    /// What the engine says.
    pub fn kept(&mut self, slot: &Slot) -> Result<Option<Vec<u8>>> {
        self.first(
            "SELECT sealed FROM vault WHERE community_id = ?1 AND owner_id = ?2 AND kind = ?3 AND n = ?4",
            values![slot.community, slot.owner, slot.kind.name(), slot.n],
            |row| row.get(0),
        )
    }

    /// All sealed items of a kind that belong to an owner, with their numbers.
    ///
    /// # Errors
    /// What the engine says.
    pub fn kept_of(
        &mut self,
        community: CommunityCode,
        owner: Uuid,
        kind: Kind,
    ) -> Result<Vec<(u32, Vec<u8>)>> {
        self.query(
            "SELECT n, sealed FROM vault WHERE community_id = ?1 AND owner_id = ?2 AND kind = ?3 ORDER BY n",
            values![community, owner, kind.name()],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }

    /// Erases one item.
    ///
    /// # Errors
    /// What the engine says.
    pub fn erase_item(&mut self, slot: &Slot) -> Result<()> {
        if slot.kind == Kind::Person {
            self.house_changed(slot.community)?;
        }
        self.put(
            "DELETE FROM vault WHERE community_id = ?1 AND owner_id = ?2 AND kind = ?3 AND n = ?4",
            values![slot.community, slot.owner, slot.kind.name(), slot.n],
        )
    }

    /// Erases everything the vault holds of an owner: items, what made them findable, and the list of photos,
    /// whose files the caller removes after the commit.
    ///
    /// # Errors
    /// What the engine says.
    pub fn erase_owner(&mut self, community: CommunityCode, owner: Uuid) -> Result<Vec<Uuid>> {
        self.house_changed(community)?;
        let files = self.query(
            "SELECT file_id FROM photo WHERE community_id = ?1 AND request_id = ?2",
            values![community, owner],
            |row| row.get(0),
        )?;
        for sql in [
            "DELETE FROM vault WHERE community_id = ?1 AND owner_id = ?2",
            "DELETE FROM contact WHERE community_id = ?1 AND owner_id = ?2",
            "DELETE FROM search_entry WHERE community_id = ?1 AND request_id = ?2",
            "DELETE FROM photo WHERE community_id = ?1 AND request_id = ?2",
        ] {
            self.put(sql, values![community, owner])?;
        }
        Ok(files)
    }
}
