//! `guanjia user`: API tokens and invitations.

use crate::args::{InviteArgs, TokenArgs, UserCommand};
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
    }
}

fn token(asked: &TokenArgs) -> Result<(), Failure> {
    let app = asked.data.open()?;
    let community = known(&app, &asked.community)?;
    let holder = of_role(&app, community, asked.role.0)?;
    answer(&app.make_api_token(community, holder)?)
}

fn invite(asked: &InviteArgs) -> Result<(), Failure> {
    let app = asked.data.open()?;
    let community = known(&app, &asked.community)?;
    let holder = match (asked.role, &asked.name) {
        (Some(role), _) => of_role(&app, community, role.0)?,
        (None, Some(name)) => of_name(&app, community, name)?,
        (None, None) => return Err(Failure::usage("请写 --role 或 --name。", "Give --role or --name.")),
    };
    let who = Principal::plain(Role::System, community, None);
    let secret = app.invite(&who, community, holder, false)?;
    let base = asked.link.public_url.trim_end_matches('/');
    answer(&format!("INVITE {base}/welcome/{community}/{secret}"))
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

fn of_name(app: &App, community: CommunityCode, name: &str) -> Result<Holder, Failure> {
    let found = app.db.read(|tx| -> Result<_, AppError> {
        let mut found = Vec::new();
        for staff in tx.staff(community)?.into_iter().filter(|it| !it.left) {
            if app.person(tx, community, staff.id.0)?.name == name {
                found.push(Holder::Staff(staff.id.0));
            }
        }
        let organisations = tx.organisations(community)?.into_iter();
        let named = organisations.filter(|it| !it.left && it.name == name);
        found.extend(named.map(|it| Holder::Organisation(it.id.0)));
        Ok(found)
    })?;
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(Failure::refused(
            format!("{community} 没有名为“{name}”的人员或单位。"),
            format!("Nobody in {community} is called “{name}”."),
        )),
        several => Err(Failure::refused(
            format!("{community} 有 {} 位“{name}”。请在页面上邀请。", several.len()),
            format!(
                "{} people in {community} are called “{name}”. Invite the right one on the page.",
                several.len()
            ),
        )),
    }
}
