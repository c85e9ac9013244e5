//! `guanjia user`: who signs in.

mod change;
mod list;
mod roles;

use crate::args::{InviteArgs, TokenArgs, UserCommand, Who};
use crate::data::known;
use crate::failure::Failure;
use crate::output::answer;
use guanjia_app::{App, AppError};
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Role};
use guanjia_store::access::Holder;

/// Does what was asked.
pub fn run(what: &UserCommand) -> Result<(), Failure> {
    match what {
        UserCommand::Token(asked) => token(asked),
        UserCommand::Invite(asked) => invite(asked),
        UserCommand::List(asked) => list::run(asked),
        UserCommand::Add(asked) => change::add(asked),
        UserCommand::Lock(asked) => change::lock(asked, true),
        UserCommand::Unlock(asked) => change::lock(asked, false),
        UserCommand::Reset(asked) => change::reset(asked),
        UserCommand::Roles(asked) => roles::run(asked),
    }
}

/// Whoever has the installation's files acts as the program.
const fn program(community: CommunityCode) -> Principal {
    Principal::plain(Role::System, community, None)
}

fn token(asked: &TokenArgs) -> Result<(), Failure> {
    let app = asked.place.data.open()?;
    let community = known(&app, &asked.place.community)?;
    let holder = of_role(&app, community, asked.role.0)?;
    answer(&app.make_api_token(community, holder)?)
}

fn invite(asked: &InviteArgs) -> Result<(), Failure> {
    let app = asked.place.data.open()?;
    let community = known(&app, &asked.place.community)?;
    let holder = match asked.role {
        Some(role) => of_role(&app, community, role.0)?,
        None => of_who(&app, community, &asked.who)?,
    };
    give_link(&app, community, holder, &asked.link.public_url)
}

/// Prints a link by which somebody chooses a password.
fn give_link(app: &App, community: CommunityCode, holder: Holder, base: &str) -> Result<(), Failure> {
    let secret = app.invite(&program(community), community, holder, false)?;
    answer(&format!("INVITE {}/welcome/{community}/{secret}", base.trim_end_matches('/')))
}

fn of_role(app: &App, community: CommunityCode, role: Role) -> Result<Holder, Failure> {
    let found = app.db.read(|tx| app.account_of_role(tx, community, role));
    found.map_err(|error| match error {
        AppError::Refused(_) => Failure::refused(
            format!("{community} 没有这个角色的人员。请先导入工作人员表。"),
            format!("Nobody in {community} has this role. Import a staff sheet first."),
        ),
        AppError::Store(error) => error.into(),
    })
}

/// The account of somebody by name or id.
fn of_who(app: &App, community: CommunityCode, who: &Who) -> Result<Holder, Failure> {
    match (&who.name, who.id) {
        (_, Some(id)) => Ok(app.db.read(|tx| app.holder(tx, community, id))?),
        (Some(name), None) => of_name(app, community, name),
        (None, None) => Err(Failure::usage("请写 --name 或 --id。", "Give --name or --id.")),
    }
}

fn of_name(app: &App, community: CommunityCode, name: &str) -> Result<Holder, Failure> {
    let accounts = app.db.read(|tx| app.accounts(tx, &program(community), community))?;
    let found: Vec<_> = accounts.iter().filter(|it| it.person.name == name).collect();
    match found.as_slice() {
        [one] => Ok(one.state.holder),
        [] => Err(Failure::refused(
            format!("{community} 没有名为“{name}”的人员或单位。"),
            format!("Nobody in {community} is called “{name}”."),
        )),
        several => {
            let ids: Vec<_> = several.iter().map(|it| format!("  --id {}", it.state.holder.id())).collect();
            let ids = ids.join("\n");
            Err(Failure::refused(
                format!("{community} 有 {} 位“{name}”。请写其中一个：\n{ids}", several.len()),
                format!("{} in {community} are called “{name}”. Give one of these:\n{ids}", several.len()),
            ))
        }
    }
}
