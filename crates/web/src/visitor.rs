//! Who is looking, and in which language: what every page handler starts from.

use crate::address::counted;
use crate::cookies::{cookie, cookie_name, device, forwarded};
use crate::fault::Fault;
use crate::look::Look;
use crate::site::Site;
use crate::view::{Community, PageFrame, Role as ShownRole, Section, Viewer};
use askama::Template;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{Html, IntoResponse, Redirect, Response};
use guanjia_app::AppError;
use guanjia_app::access::SignedIn;
use guanjia_domain::people::Post;
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Refusal, RefusalKind, Role};
use guanjia_store::{StoreError, Tx};
use std::net::{IpAddr, SocketAddr};
use subtle::ConstantTimeEq;

/// Somebody looks at a page.
#[derive(Clone)]
pub struct Visitor {
    /// The site.
    pub site: Site,
    /// Language and the like.
    pub look: Look,
    /// Path and query of the page.
    pub path: String,
    /// From where, as it is counted.
    pub address: IpAddr,
    /// What kind of device, as far as its browser says.
    pub device: &'static str,
    session: Option<(CommunityCode, String)>,
}

/// Somebody who is signed in, with the frame of the page.
pub struct Seat {
    /// Who, with what they may do.
    pub signed_in: SignedIn,
    /// The office they belong to.
    pub home: CommunityCode,
    /// The frame of the page.
    pub frame: PageFrame,
    csrf: String,
}

impl Seat {
    /// Whether a form came from a page of this session.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`].
    pub fn check(&self, csrf: &str) -> Result<(), AppError> {
        if bool::from(csrf.as_bytes().ct_eq(self.csrf.as_bytes())) {
            Ok(())
        } else {
            Err(Refusal::Forbidden.into())
        }
    }
}

/// What a page for people who are signed in answers.
pub enum Page {
    /// Here it is.
    Shown(Response),
    /// They must sign in first.
    SignInFirst,
    /// They must set up a second factor first.
    FactorFirst,
}

impl Visitor {
    /// A frame for somebody who need not be signed in.
    #[must_use]
    pub fn frame(&self) -> PageFrame {
        self.look.frame(&self.site, &self.path, "")
    }

    /// The session cookie.
    #[must_use]
    pub fn session(&self) -> Option<&(CommunityCode, String)> {
        self.session.as_ref()
    }

    /// The secret of the session; empty without one.
    #[must_use]
    pub fn secret(&self) -> String {
        self.session.as_ref().map(|(_, secret)| secret.clone()).unwrap_or_default()
    }

    /// Reads for a page that anybody may see.
    ///
    /// # Errors
    /// What the work says.
    pub async fn open<T: Send + 'static>(
        self,
        work: impl FnOnce(&Self, &mut Tx) -> Result<T, AppError> + Send + 'static,
    ) -> Result<T, Fault> {
        let site = self.site.clone();
        Ok(site.run(move |site| site.app().db.read(|tx| work(&self, tx))).await?)
    }

    /// Reads for a page of somebody who is signed in; others are sent to the sign-in page and come back.
    ///
    /// # Errors
    /// What the work says.
    pub async fn signed<P: IntoResponse + Send + 'static>(
        self,
        section: Option<Section>,
        work: impl FnOnce(&Self, &mut Tx, Seat) -> Result<P, AppError> + Send + 'static,
    ) -> Result<Response, Fault> {
        let site = self.site.clone();
        let path = self.path.clone();
        let shown = site
            .run(move |site| {
                site.app().db.read(|tx| match self.seat(tx, section)? {
                    Some(seat) => Ok(Page::Shown(work(&self, tx, seat)?.into_response())),
                    None if self.factor_is_due(tx)? => Ok(Page::FactorFirst),
                    None => Ok(Page::SignInFirst),
                })
            })
            .await?;
        Ok(match shown {
            Page::Shown(response) => response,
            Page::FactorFirst => Redirect::to("/account").into_response(),
            Page::SignInFirst => Redirect::to(&format!("/sign-in?next={}", encoded(&path))).into_response(),
        })
    }

    /// As [`Visitor::signed`], for a page that walks through a whole period: a few at once.
    ///
    /// # Errors
    /// As [`Visitor::signed`]; [`Refusal::TooManyTries`] when too many wait already.
    pub async fn walking<P: IntoResponse + Send + 'static>(
        self,
        section: Option<Section>,
        work: impl FnOnce(&Self, &mut Tx, Seat) -> Result<P, AppError> + Send + 'static,
    ) -> Result<Response, Fault> {
        let turn = self.site.walk().await?;
        self.signed(section, move |visitor, tx, seat| {
            let _until_done = turn;
            work(visitor, tx, seat)
        })
        .await
    }

    /// Who is signed in, for a form: with its token checked.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`] without a session or with another token.
    pub async fn acting(&self, csrf: &str) -> Result<Seat, Fault> {
        let (visitor, csrf) = (self.clone(), csrf.to_owned());
        let seat = self
            .site
            .run(move |site| {
                let seat = site.app().db.read(|tx| visitor.seat(tx, None))?;
                let seat = seat.ok_or(Refusal::Forbidden)?;
                seat.check(&csrf)?;
                Ok(seat)
            })
            .await?;
        Ok(seat)
    }

    /// Who is signed in, for a form of pairs in which a name may stand several times: with its token checked.
    ///
    /// # Errors
    /// As [`Visitor::acting`].
    pub async fn acting_by(&self, fields: &[(String, String)]) -> Result<Seat, Fault> {
        let csrf = fields.iter().find(|(name, _)| name == "csrf");
        self.acting(csrf.map_or("", |(_, value)| value)).await
    }

    /// Whether somebody is signed in who must set up a second factor before anything else.
    fn factor_is_due(&self, tx: &mut Tx) -> Result<bool, AppError> {
        let Some((home, secret)) = &self.session else { return Ok(false) };
        Ok(self.site.app().session(tx, *home, secret)?.is_some_and(|it| it.factor_due))
    }

    /// Who is signed in, if anybody is. Whoever must set up a second factor first is nobody outside the own account.
    ///
    /// # Errors
    /// What the store says.
    pub fn seat(&self, tx: &mut Tx, section: Option<Section>) -> Result<Option<Seat>, AppError> {
        let Some((home, secret)) = &self.session else { return Ok(None) };
        let app = self.site.app();
        let Some(live) = app.session(tx, *home, secret)? else { return Ok(None) };
        let place = self.path.split('?').next().unwrap_or_default();
        let own = place == "/account" || place.starts_with("/account/") || place == "/sign-out";
        if live.factor_due && !own {
            return Ok(None);
        }
        let (signed_in, csrf) = (live.signed_in, live.csrf);
        let mut frame = self.look.frame(&self.site, &self.path, &csrf);
        let community = tx.community(*home)?;
        frame.community =
            community.map(|community| Community { name: community.name, code: home.to_string() });
        frame.viewer = Some(Viewer { name: signed_in.person.name.clone(), role: shown_role(&signed_in) });
        frame.sections = sections(&signed_in.who);
        frame.section = section;
        frame.live = true;
        let unread = app.unread(tx, &signed_in.who)?;
        frame.unread = u32::try_from(unread).unwrap_or(u32::MAX);
        Ok(Some(Seat { signed_in, home: *home, frame, csrf }))
    }
}

impl FromRequestParts<Site> for Visitor {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Self::Rejection> {
        let path = parts.uri.path_and_query().map_or("/", |it| it.as_str()).to_owned();
        let direct =
            parts.extensions.get::<ConnectInfo<SocketAddr>>().map_or([0, 0, 0, 0].into(), |it| it.0.ip());
        let forwarded = forwarded(&parts.headers).filter(|_| site.config().behind_proxy);
        let address = counted(forwarded.unwrap_or(direct));
        let session = cookie(&parts.headers, cookie_name(site)).and_then(|value| {
            let (community, secret) = value.split_once('.')?;
            Some((community.parse().ok()?, secret.to_owned()))
        });
        let device = device(&parts.headers);
        Ok(Self { site: site.clone(), look: Look::of(&parts.headers), path, address, device, session })
    }
}

/// A page.
///
/// # Errors
/// None in practice: templates are checked when the program is built.
pub(crate) fn html(page: &impl Template) -> Result<Html<String>, AppError> {
    let html = page.render().map_err(|error| StoreError::Refused(error.to_string()))?;
    Ok(Html(html))
}

/// A page whose form failed: what was typed is still there.
pub(crate) fn failed(page: &impl Template) -> Result<Response, AppError> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(page)?).into_response())
}

/// The same, by what was refused: 409 when somebody was faster.
pub(crate) fn failed_by(page: &impl Template, refusal: &Refusal) -> Result<Response, AppError> {
    let conflict = refusal.kind() == RefusalKind::Conflict;
    let status = if conflict { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, html(page)?).into_response())
}

/// A path as a value of a query.
pub(crate) fn encoded(path: &str) -> String {
    path.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
        out
    })
}

fn shown_role(signed_in: &SignedIn) -> ShownRole {
    match (signed_in.who.role, signed_in.post) {
        (Role::Secretary, _) => ShownRole::Secretary,
        (_, Some(Post::DeputyHead)) => ShownRole::DeputyHead,
        (Role::GridWorker, _) => ShownRole::GridWorker,
        (Role::StreetOffice, _) => ShownRole::StreetOffice,
        (Role::DistrictBureau, _) => ShownRole::DistrictBureau,
        (Role::Organisation, _) => ShownRole::Organisation,
        (Role::SystemAdministrator, _) => ShownRole::Administrator,
        (Role::SecurityAdministrator, _) => ShownRole::SecurityAdministrator,
        (Role::Auditor, _) => ShownRole::Auditor,
        _ => ShownRole::Steward,
    }
}

/// What each role finds in the navigation: what that person does all day comes first.
fn sections(who: &Principal) -> &'static [Section] {
    match who.role {
        // Above communities there are no estates: their administrator adds communities.
        Role::SystemAdministrator if who.home.is_office() => {
            &[Section::Work, Section::Communities, Section::People, Section::Help]
        }
        Role::Secretary => &[
            Section::Work,
            Section::Requests,
            Section::FileRequest,
            Section::Issues,
            Section::OwnWork,
            Section::Projects,
            Section::Numbers,
            Section::Calls,
            Section::Estates,
            Section::Cards,
            Section::Plan,
            Section::Claims,
            Section::Grids,
            Section::HandOvers,
            Section::People,
            Section::Import,
            Section::Duty,
            Section::Rights,
            Section::Print,
            Section::Reports,
            Section::Burden,
            Section::Inbox,
            Section::Help,
        ],
        Role::Officer => &[
            Section::Work,
            Section::Requests,
            Section::FileRequest,
            Section::Issues,
            Section::Spot,
            Section::OwnWork,
            Section::Projects,
            Section::Numbers,
            Section::Calls,
            Section::Estates,
            Section::Cards,
            Section::Plan,
            Section::Duty,
            Section::Print,
            Section::Reports,
            Section::Burden,
            Section::Inbox,
            Section::Help,
        ],
        Role::GridWorker => &[
            Section::Work,
            Section::Spot,
            Section::FileRequest,
            Section::Requests,
            Section::OwnWork,
            Section::Projects,
            Section::Estates,
            Section::Cards,
            Section::Duty,
            Section::Print,
            Section::Burden,
            Section::Inbox,
            Section::Help,
        ],
        Role::StreetOffice => &[
            Section::Work,
            Section::Issues,
            Section::Projects,
            Section::Numbers,
            Section::Calls,
            Section::Communities,
            Section::Inbox,
            Section::Help,
        ],
        Role::DistrictBureau => {
            &[Section::Work, Section::Projects, Section::Calls, Section::Inbox, Section::Help]
        }
        Role::Organisation => &[Section::Work, Section::Calls, Section::Inbox, Section::Help],
        Role::SystemAdministrator => &[
            Section::Work,
            Section::People,
            Section::Import,
            Section::Matters,
            Section::DutyList,
            Section::Estates,
            Section::Grids,
            Section::Plan,
            Section::Print,
            Section::Help,
        ],
        Role::SecurityAdministrator => &[Section::Work, Section::Security, Section::People, Section::Help],
        Role::Auditor => &[Section::Work, Section::Audit, Section::Help],
        Role::Resident | Role::System => &[],
    }
}
