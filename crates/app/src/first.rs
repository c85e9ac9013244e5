//! The first start: an installation that nobody can sign in to yet gets an administrator and a link.

use crate::access::{Passwords, SignIn};
use crate::error::Result;
use crate::office::{App, Person};
use crate::people::NewStaff;
use crate::place::NewCommunity;
use guanjia_domain::ids::StaffId;
use guanjia_domain::people::Post;
use guanjia_domain::permission::Principal;
use guanjia_domain::{Actor, CommunityCode, Refusal, Role, division};
use guanjia_store::access::Holder;

/// The office that the first administrator belongs to, until there are communities.
const FIRST_OFFICE: &str = "L0";

/// An invitation of a first administrator: works once, for thirty minutes.
#[derive(Clone, Debug)]
pub struct FirstLink {
    /// The office.
    pub community: CommunityCode,
    /// The secret of the invitation.
    pub secret: String,
}

impl FirstLink {
    /// The path of the page that the link opens.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/welcome/{}/{}", self.community, self.secret)
    }
}

impl App {
    /// A link for the first administrator, while nobody has used one: of an empty installation, or of one whose link
    /// ended unused. `None` once there are others or the administrator has signed in. Blocks.
    ///
    /// # Errors
    /// What the store says.
    pub fn first_link(&self) -> Result<Option<FirstLink>> {
        let office = first_office()?;
        let offices = self.db.read(|tx| -> Result<_> { Ok(tx.communities()?) })?;
        match offices.as_slice() {
            [] => {
                let new = NewCommunity {
                    code: office,
                    name: "管家".to_owned(),
                    full_name: "管家".to_owned(),
                    street: None,
                    supervision: String::new(),
                    emergency: Vec::new(),
                };
                self.found_community(Actor::SYSTEM, new).wait()?;
                self.appoint_administrator(office).map(Some)
            }
            [(only, _)] if *only == office => self.unused_first(office),
            _ => Ok(None),
        }
    }

    /// Whether an office is only the place of the first administrator, who still has to choose the community.
    #[must_use]
    pub fn is_first_office(&self, office: CommunityCode) -> bool {
        office.as_str() == FIRST_OFFICE
    }

    /// The first administrator chooses the community, a name and a password, and is signed in there. Blocks.
    ///
    /// # Errors
    /// [`Refusal::NotAChoice`] when no community has that name or code, and as
    /// [`App::accept_invitation`].
    pub fn accept_first(
        &self,
        passwords: &Passwords,
        (office, secret): (CommunityCode, &str),
        division: &str,
        name: &str,
        password: &str,
        device: &str,
    ) -> Result<SignIn> {
        self.db.read(|tx| self.welcome(tx, office, secret))?;
        // Everything that can be wrong is found before anything is founded.
        passwords.hash(password)?;
        let chosen = community_named(division)?;
        if self.db.read(|tx| tx.community(chosen.code))?.is_none() {
            self.found_community(Actor::SYSTEM, chosen.clone()).wait()?;
        }
        let link = self.appoint_administrator(chosen.code)?;
        let session =
            self.accept_invitation(passwords, link.community, &link.secret, name, password, device)?;
        let (app, secret) = (self.clone(), secret.to_owned());
        self.db
            .write(office, move |tx| -> Result<bool> { Ok(tx.use_link(office, &secret, app.now())?) })
            .wait()?;
        Ok(session)
    }

    /// Appoints an administrator of an office that has none, and invites them. Blocks.
    ///
    /// # Errors
    /// What the store says.
    pub fn appoint_administrator(&self, office: CommunityCode) -> Result<FirstLink> {
        let who = Principal::plain(Role::System, office, None);
        let id = StaffId(self.id()?);
        let person = Person { name: "系统管理员".to_owned(), phone: String::new() };
        let new = NewStaff { id, post: Post::SystemAdministrator, tier: None, organisation: None, person };
        let (app, actor) = (self.clone(), who.clone());
        self.db.write(office, move |tx| app.put_staff(tx, &actor, office, &new)).wait()?;
        let secret = self.invite(&who, office, Holder::Staff(id.0), true)?;
        Ok(FirstLink { community: office, secret })
    }

    /// A new link for an administrator who has not chosen a password yet.
    fn unused_first(&self, office: CommunityCode) -> Result<Option<FirstLink>> {
        let accounts = self.db.read(|tx| -> Result<Vec<_>> {
            let mut accounts = Vec::new();
            for staff in tx.staff(office)? {
                accounts
                    .extend(tx.account(office, staff.id.0)?.map(|password| (staff.id, password.is_some())));
            }
            Ok(accounts)
        })?;
        match accounts.as_slice() {
            _ if accounts.iter().any(|(_, has_password)| *has_password) => Ok(None),
            [] => self.appoint_administrator(office).map(Some),
            [(id, _), ..] => {
                let who = Principal::plain(Role::System, office, None);
                let secret = self.invite(&who, office, Holder::Staff(id.0), true)?;
                Ok(Some(FirstLink { community: office, secret }))
            }
        }
    }
}

/// The community of a full name, a part of it that only one has, or a code; a local code founds a local community.
pub(crate) fn community_named(typed: &str) -> Result<NewCommunity> {
    let refused = || Refusal::NotAChoice { field: "division", value: typed.chars().take(60).collect() };
    let typed = typed.trim();
    let new = |code: CommunityCode, name: &str, full_name: &str| NewCommunity {
        code,
        name: name.to_owned(),
        full_name: full_name.to_owned(),
        street: code.as_str().get(..9).and_then(|street| street.parse().ok()),
        supervision: String::new(),
        emergency: Vec::new(),
    };
    let found: Vec<_> =
        division::search(typed).into_iter().filter(division::Division::is_community).collect();
    let exact = found.iter().find(|it| it.full_name == typed || it.code == typed);
    match (exact, found.as_slice(), typed.parse::<CommunityCode>()) {
        (Some(it), ..) | (None, [it], _) => {
            Ok(new(it.code.parse().map_err(|_| refused())?, &it.name, &it.full_name))
        }
        (None, _, Ok(local)) if local.as_str() != FIRST_OFFICE => Ok(new(local, typed, typed)),
        _ => Err(refused().into()),
    }
}

fn first_office() -> Result<CommunityCode> {
    let refused = |_| Refusal::NotAChoice { field: "community", value: FIRST_OFFICE.to_owned() };
    Ok(FIRST_OFFICE.parse().map_err(refused)?)
}
