//! Saved views of the demo: the questions that the secretary of the reference community asks again and again.

use super::found::code;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::Refusal;
use guanjia_simulate::outline::Outline;
use guanjia_store::access::Holder;

/// What is overdue and where; how long matters take; what several households share.
const VIEWS: [&str; 3] = [
    "数量, 中位 小时 其中 超时 = 是 按 小区",
    "数量, 中位 小时 按 大类, 月",
    "数量 其中 同感 >= 1 按 小区, 事项",
];

/// Saves them; each is written as every reader of the page would write it.
pub(super) fn saved(app: &App, outline: &Outline) -> Result<()> {
    let community = code(outline.community.division_code)?;
    let (who, names) = app.db.read(|tx| {
        let id = app.secretary(tx, community)?.ok_or(Refusal::LastSecretary)?;
        let who = app.signed_in(tx, community, Holder::Staff(id.0))?.who;
        let names = app.query_names(tx, &who, community)?;
        Ok::<_, crate::AppError>((who, names))
    })?;
    for text in VIEWS {
        let query = names.read(text).map_err(|_| Refusal::ViewOutdated)?;
        app.save_view(&who, community, &query)?.wait()?;
    }
    Ok(())
}
