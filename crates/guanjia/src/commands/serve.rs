//! `guanjia serve`: an installation for people.

use crate::args::ServeArgs;
use crate::failure::Failure;
use crate::language::Language;
use crate::notify;
use crate::output::{answer, tell};
use crate::settings::Settings;
use guanjia_app::App;
use guanjia_web::serve::ServeConfig;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::PoisonError;
use std::sync::{Arc, Mutex};

/// The most threads that wait for the database, for passwords or for photos: each costs memory, and more of them only
/// wait for each other.
const BLOCKING: usize = 64;

/// Where it listens unless somebody says otherwise: only this machine reaches it.
const LISTEN: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);

/// Serves until the program is told to stop.
pub fn run(asked: &ServeArgs, language: Language) -> Result<(), Failure> {
    let mut app = asked.data.open_or_make()?;
    // What people report goes on without a model of the city's own: the product's proposes instead.
    match asked.data.category() {
        Ok(own) => app.category = own.map(Arc::new),
        Err(failure) => tell(&failure.told(language)),
    }
    let first = app.first_link()?;
    let set = Settings::of(&asked.data.data)?.serve;
    let typed = asked.public_url.as_deref().map(|url| url.trim_end_matches('/').to_owned());
    let public_url = typed.or(set.public_url.map(|url| url.0));
    let config = ServeConfig {
        listen: asked.listen.or(set.listen).unwrap_or(LISTEN),
        demo: None,
        insecure_lan: asked.insecure_lan || set.insecure_lan,
        behind_proxy: asked.behind_proxy || set.behind_proxy,
        public_url: public_url.clone(),
    };
    serve(app, config, move |base| {
        answer(&format!("READY {base}"))?;
        if let Some(first) = first {
            answer(&format!("ADMIN {}{}", public_url.unwrap_or(base), first.path()))?;
            tell(language.pick(
                "以上是管理员链接：30分钟内有效，只能使用一次。",
                "That is the administrator's link: it works once, for thirty minutes.",
            ));
        }
        notify::ready();
        Ok(())
    })
}

/// Serves with the clockwork running; `ready` is told the address once it answers.
pub fn serve(
    app: App,
    config: ServeConfig,
    ready: impl FnOnce(String) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime.enable_all().max_blocking_threads(BLOCKING).build().map_err(|error| {
        Failure::refused(
            format!("无法启动：{error}。"),
            format!("The program cannot start its threads: {error}."),
        )
    })?;
    let _clockwork = app.start_clockwork()?;
    let said = Mutex::new(Ok(()));
    let say = |base| *said.lock().unwrap_or_else(PoisonError::into_inner) = ready(base);
    runtime.block_on(guanjia_web::serve::serve(app, config, say))?;
    said.into_inner().unwrap_or_else(PoisonError::into_inner)
}
