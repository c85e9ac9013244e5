//! `guanjia user list`.

use super::program;
use crate::args::ListArgs;
use crate::data::known;
use crate::failure::Failure;
use crate::output::answer;
use guanjia_app::access::AccountSheet;
use guanjia_domain::Moment;
use guanjia_domain::calendar::china_time;
use serde::Serialize;

/// An account as it is printed. Names are printed: whoever runs the program has the key.
#[derive(Serialize)]
struct Line {
    id: uuid::Uuid,
    name: String,
    role: &'static str,
    /// `open`, `unused` (no password was chosen yet) or `locked`.
    state: &'static str,
    second_factor: bool,
    failures: u32,
    signed_in_at: Option<String>,
}

impl From<AccountSheet> for Line {
    fn from(sheet: AccountSheet) -> Self {
        let it = sheet.state;
        Self {
            id: it.holder.id(),
            name: sheet.person.name,
            role: sheet.role.name(),
            state: match (it.locked_at, it.has_password) {
                (Some(_), _) => "locked",
                (None, true) => "open",
                (None, false) => "unused",
            },
            second_factor: it.factor_since.is_some(),
            failures: it.failures,
            signed_in_at: it.signed_in_at.map(written),
        }
    }
}

fn written(at: Moment) -> String {
    china_time::text(at.into())
}

/// Prints every account: a line each with tabs between, or JSON.
pub fn run(asked: &ListArgs) -> Result<(), Failure> {
    let app = asked.place.data.open()?;
    let community = known(&app, &asked.place.community)?;
    let accounts = app.db.read(|tx| app.accounts(tx, &program(community), community))?;
    let lines: Vec<Line> = accounts.into_iter().map(Line::from).collect();
    if asked.json {
        let json = serde_json::to_string(&lines).map_err(guanjia_store::StoreError::from)?;
        return answer(&json);
    }
    for it in lines {
        let factor = if it.second_factor { "second_factor" } else { "-" };
        let last = it.signed_in_at.unwrap_or_else(|| "-".to_owned());
        answer(&format!("{}\t{}\t{}\t{}\t{factor}\t{last}", it.id, it.name, it.role, it.state))?;
    }
    Ok(())
}
