//! `guanjia user roles`.

use super::program;
use crate::args::RolesArgs;
use crate::data::known;
use crate::failure::Failure;
use crate::output::answer;
use crate::roles::RoleName;
use guanjia_app::access::DUTY_ROLES;
use guanjia_domain::Role;
use serde::Serialize;

/// A role as it is printed.
#[derive(Serialize)]
struct Line {
    role: &'static str,
    accounts: usize,
    second_factor: bool,
}

/// Says which roles must have a second factor, if that was asked, and prints every role.
pub fn run(asked: &RolesArgs) -> Result<(), Failure> {
    let app = asked.place.data.open()?;
    let community = known(&app, &asked.place.community)?;
    let who = program(community);
    if let Some(typed) = &asked.second_factor {
        app.set_two_factor_duty(&who, community, &roles(typed)?)?;
    }
    let accounts = app.db.read(|tx| app.accounts(tx, &who, community))?;
    let duty = app.db.read(|tx| tx.community(community))?.map(|it| it.two_factor).unwrap_or_default();
    let line = |role: Role| Line {
        role: role.name(),
        accounts: accounts.iter().filter(|it| it.role == role).count(),
        second_factor: duty.contains(&role),
    };
    let lines: Vec<Line> = DUTY_ROLES.into_iter().map(line).collect();
    if asked.json {
        let json = serde_json::to_string(&lines).map_err(guanjia_store::StoreError::from)?;
        return answer(&json);
    }
    lines.iter().try_for_each(|it| {
        let factor = if it.second_factor { "second_factor" } else { "-" };
        answer(&format!("{}\t{}\t{factor}", it.role, it.accounts))
    })
}

fn roles(typed: &str) -> Result<Vec<Role>, Failure> {
    if typed == "none" {
        return Ok(Vec::new());
    }
    let role = |name: &str| {
        name.trim().parse::<RoleName>().map(|it| it.0).map_err(|error| {
            Failure::usage(
                format!("--second-factor：没有角色“{name}”。"),
                format!("--second-factor “{name}”: {error}."),
            )
        })
    };
    typed.split(',').map(role).collect()
}
