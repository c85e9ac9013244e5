//! The first start: an installation that nobody can sign in to yet gets an administrator and a link.

use crate::access::{Passwords, SignIn, chosen_name};
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
    /// A link for the first administrator: of an empty installation, or of one that began so, as long as nobody there
    /// has a password. `None` from then on. Blocks.
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
            some if some.iter().any(|(code, _)| *code == office) => self.unused_first(office),
            _ => Ok(None),
        }
    }

    /// Whether an office is only the place of the first administrator, who still has to choose the community.
    #[must_use]
    pub fn is_first_office(&self, office: CommunityCode) -> bool {
        office.as_str() == FIRST_OFFICE
    }

    /// The first administrator chooses the community, a name and a password, and is signed in there. All of it is done,
    /// or nothing. Blocks.
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
        let name = chosen_name(name)?;
        self.db.read(|tx| self.welcome(tx, office, secret))?;
        let (new, hash) = (community_named(division)?, passwords.hash(password)?);
        let (token, id) = (self.sign_in_token(&name), StaffId(self.id()?));
        let (code, holder) = (new.code, Holder::Staff(id.0));
        let (app, secret) = (self.clone(), secret.to_owned());
        // One change, or none: a second try, or two at once, must not leave a second administrator behind.
        self.db
            .write(office, move |tx| -> Result<()> {
                app.welcome(tx, office, &secret)?;
                if !tx.use_link(office, &secret, app.now())? {
                    return Err(Refusal::LinkEnded.into());
                }
                if tx.community(code)?.is_none() {
                    app.found_now(tx, Actor::SYSTEM, &new)?;
                }
                app.put_staff(tx, &program(code), code, &administrator(id))?;
                if !tx.take_sign_in_name(&token, code, holder)? {
                    return Err(Refusal::NameTaken { field: "name", name: name.clone() }.into());
                }
                Ok(tx.change_password(code, id.0, &hash)?)
            })
            .wait()?;
        self.let_in(code, holder, device)
    }

    /// Appoints an administrator of an office that has none, and invites them. Blocks.
    ///
    /// # Errors
    /// What the store says.
    pub fn appoint_administrator(&self, office: CommunityCode) -> Result<FirstLink> {
        let (app, id) = (self.clone(), StaffId(self.id()?));
        self.db
            .write(office, move |tx| app.put_staff(tx, &program(office), office, &administrator(id)))
            .wait()?;
        let secret = self.invite(&program(office), office, Holder::Staff(id.0), true)?;
        Ok(FirstLink { community: office, secret })
    }

    /// A new link for an administrator who has not chosen a password yet.
    fn unused_first(&self, office: CommunityCode) -> Result<Option<FirstLink>> {
        let waiting = self.db.read(|tx| -> Result<_> {
            for (community, _) in tx.communities()? {
                if tx.accounts(community)?.iter().any(|it| it.has_password && !it.closed) {
                    return Ok(None);
                }
            }
            let accounts = tx.accounts(office)?;
            Ok(Some(accounts.into_iter().map(|it| (it.holder, it.closed)).find(|(_, closed)| !closed)))
        })?;
        match waiting {
            None => Ok(None),
            Some(None) => self.appoint_administrator(office).map(Some),
            Some(Some((holder, _))) => {
                let secret = self.invite(&program(office), office, holder, true)?;
                Ok(Some(FirstLink { community: office, secret }))
            }
        }
    }
}

/// Nobody has signed in yet, so the program acts.
const fn program(office: CommunityCode) -> Principal {
    Principal::plain(Role::System, office, None)
}

fn administrator(id: StaffId) -> NewStaff {
    let person = Person { name: "系统管理员".to_owned(), phone: String::new() };
    NewStaff { id, post: Post::SystemAdministrator, tier: None, organisation: None, person }
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
