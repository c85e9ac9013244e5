//! What every page works with.

use crate::limits::Limits;
use crate::serve::ServeConfig;
use crate::turns::{Turn, Turns};
use guanjia_app::access::Passwords;
use guanjia_app::{App, AppError};
use guanjia_domain::ids::RequestId;
use guanjia_domain::{CommunityCode, Refusal};
use std::sync::Arc;

/// The site: the office behind it, and how it is served. Cheap to clone.
#[derive(Clone)]
pub struct Site(Arc<Inner>);

struct Inner {
    app: App,
    config: ServeConfig,
    passwords: Passwords,
    limits: Arc<Limits>,
    turns: Turns,
    walks: Turns,
}

impl Site {
    /// A site over an office.
    ///
    /// # Errors
    /// None in practice: the parameters of the password hash are constants.
    pub fn new(app: App, config: ServeConfig) -> Result<Self, AppError> {
        let (limits, turns, walks) = (Arc::default(), Turns::default(), Turns::default());
        Ok(Self(Arc::new(Inner { app, config, passwords: Passwords::new()?, limits, turns, walks })))
    }

    /// The use cases.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.0.app
    }

    /// How it is served.
    #[must_use]
    pub fn config(&self) -> &ServeConfig {
        &self.0.config
    }

    /// Checks passwords.
    #[must_use]
    pub fn passwords(&self) -> &Passwords {
        &self.0.passwords
    }

    /// How often something may be tried.
    #[must_use]
    pub fn limits(&self) -> &Arc<Limits> {
        &self.0.limits
    }

    /// Whether browsers reach it by HTTPS.
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.0.config.behind_proxy
            || self.0.config.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }

    /// Runs work that blocks on a thread that may.
    ///
    /// # Errors
    /// What the work says; [`guanjia_store::StoreError::Unavailable`] when it broke off.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, AppError> + Send + 'static,
    ) -> Result<T, AppError> {
        let site = self.clone();
        let done = tokio::task::spawn_blocking(move || work(&site)).await;
        done.unwrap_or_else(|error| Err(guanjia_store::StoreError::Unavailable(error.to_string()).into()))
    }

    /// The same for work that reckons a password. Few do so at once; the others wait without holding a thread that
    /// somebody else needs.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::TooManyTries`] when too many wait already, else as [`Site::run`].
    pub async fn reckon<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, AppError> + Send + 'static,
    ) -> Result<T, AppError> {
        let turn = self.0.turns.take().await?;
        self.run(move |site| {
            let _until_done = turn;
            work(site)
        })
        .await
    }

    /// A turn for a page that walks through a whole period: were all readers of the database out walking, nobody could
    /// file a request.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::TooManyTries`] when too many wait already.
    pub(crate) async fn walk(&self) -> Result<Turn, Refusal> {
        self.0.walks.take().await
    }

    /// The address by which this site is reached from outside, for links and QR codes: the configured one, else
    /// where it listens. Never taken from a header.
    #[must_use]
    pub fn base_url(&self) -> String {
        self.0.config.public_url.clone().unwrap_or_else(|| format!("http://{}", self.0.config.listen))
    }

    /// The path of the private link of whoever filed a request, or joined it with `joined`.
    #[must_use]
    pub fn resident_path(
        &self,
        community: CommunityCode,
        request: RequestId,
        joined: Option<RequestId>,
    ) -> String {
        format!("/l/{community}/{}", self.app().resident_link(community, request, joined))
    }
}
