//! `guanjia demo`: the invented community, and a link for each role.

use super::serve::serve;
use crate::args::DemoArgs;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::answer;
use crate::progress::Progress;
use guanjia_app::demo::{self, DemoPlan, ROLES};
use guanjia_app::{App, Clock, SystemClock};
use guanjia_web::demo::DemoLinks;
use guanjia_web::serve::ServeConfig;

/// Makes the demo where it is not there yet, serves it, prints the links.
pub fn run(asked: &DemoArgs, language: Language) -> Result<(), Failure> {
    let plan = DemoPlan { end: SystemClock.now(), seed: asked.seed };
    let mut bar = Progress::new(language.pick("正在准备演示社区", "Making the demo"));
    let database = asked.data.database.as_deref();
    let (app, cast) =
        demo::open(&asked.data.data, database, plan, &mut |done, all| bar.show(done, Some(all)))?;
    drop(bar);
    let key = key(&app);
    let config = ServeConfig {
        listen: asked.listen,
        demo: Some(DemoLinks { cast, key: key.clone() }),
        insecure_lan: false,
        behind_proxy: false,
        public_url: None,
    };
    serve(app, config, move |base| {
        answer(&format!("READY {base}"))?;
        ROLES
            .iter()
            .try_for_each(|role| answer(&format!("LOGIN {role} {base}/demo/sign-in/{role}?key={key}")))
    })
}

/// The key in the links: the same at every start, so that a link kept in a browser goes on working.
fn key(app: &App) -> String {
    app.vault.index().value("", "demo links", "").iter().map(|byte| format!("{byte:02x}")).collect()
}
