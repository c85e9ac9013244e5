//! `user`: who signs in.

use super::LinkArgs;
use crate::data::Data;
use crate::roles::{PostName, RoleName};
use clap::{Args, Subcommand};

/// `guanjia user`.
#[derive(Args)]
pub struct UserArgs {
    /// What to do.
    #[command(subcommand)]
    pub what: UserCommand,
}

/// What to do with accounts.
#[derive(Subcommand)]
pub enum UserCommand {
    /// Prints an API token that acts for the first account of a role. 打印接口令牌。
    #[command(after_help = "Example:\n  guanjia user token --role steward --community 140109013001")]
    Token(TokenArgs),
    /// Prints a link by which somebody chooses a sign-in name and a password. 打印邀请链接。
    #[command(after_help = "Example:\n  guanjia user invite --role secretary --community 140109013001")]
    Invite(InviteArgs),
    /// Lists the accounts of a community. 列出账号。
    #[command(after_help = "Example:\n  guanjia user list --community 140109013001 --json")]
    List(ListArgs),
    /// Appoints somebody and prints a link to sign in by. 新增人员。
    #[command(
        after_help = "Example:\n  guanjia user add --community 140109013001 --name 林知夏 --post security_administrator"
    )]
    Add(AddArgs),
    /// Locks an account: its sessions end at once. 锁定账号。
    #[command(after_help = "Example:\n  guanjia user lock --community 140109013001 --name 林知夏")]
    Lock(OneArgs),
    /// Unlocks an account. 解除锁定。
    #[command(after_help = "Example:\n  guanjia user unlock --community 140109013001 --name 林知夏")]
    Unlock(OneArgs),
    /// Prints a link for a new password. 重置密码。
    #[command(
        after_help = "Example:\n  guanjia user reset --community 140109013001 --name 林知夏 --second-factor"
    )]
    Reset(ResetArgs),
    /// Lists the roles, or says which must have a second factor. 角色与两步验证。
    #[command(
        after_help = "Example:\n  guanjia user roles --community 140109013001 --second-factor admin,security,audit"
    )]
    Roles(RolesArgs),
}

/// `guanjia user token`.
#[derive(Args)]
pub struct TokenArgs {
    /// steward, grid_worker, secretary, street, bureau, property, admin, security, audit.
    #[arg(long)]
    pub role: RoleName,
    #[command(flatten)]
    pub place: Place,
}

/// `guanjia user invite`.
#[derive(Args)]
pub struct InviteArgs {
    /// The first account of a role.
    #[arg(long, required_unless_present_any = ["name", "id"], conflicts_with_all = ["name", "id"])]
    pub role: Option<RoleName>,
    #[command(flatten)]
    pub who: Who,
    #[command(flatten)]
    pub link: LinkArgs,
    #[command(flatten)]
    pub place: Place,
}

/// Which community of which installation.
#[derive(Args)]
pub struct Place {
    /// The code of the community or office.
    #[arg(long, value_name = "CODE")]
    pub community: String,
    #[command(flatten)]
    pub data: Data,
}

/// Somebody.
#[derive(Args)]
pub struct Who {
    /// Somebody by name.
    #[arg(long, conflicts_with = "id")]
    pub name: Option<String>,
    /// Somebody by the id that the list shows.
    #[arg(long)]
    pub id: Option<uuid::Uuid>,
}

/// `guanjia user list`.
#[derive(Args)]
pub struct ListArgs {
    /// Prints JSON.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub place: Place,
}

/// `guanjia user add`.
#[derive(Args)]
pub struct AddArgs {
    /// The name.
    #[arg(long)]
    pub name: String,
    /// The post, such as grid_worker, social_worker, security_administrator.
    #[arg(long)]
    pub post: PostName,
    /// The tier, 1 to 3, for posts that take estates.
    #[arg(long)]
    pub tier: Option<u8>,
    /// The office phone.
    #[arg(long, default_value = "")]
    pub phone: String,
    #[command(flatten)]
    pub link: LinkArgs,
    #[command(flatten)]
    pub place: Place,
}

/// `guanjia user lock` and `unlock`.
#[derive(Args)]
pub struct OneArgs {
    #[command(flatten)]
    pub who: Who,
    #[command(flatten)]
    pub place: Place,
}

/// `guanjia user reset`.
#[derive(Args)]
pub struct ResetArgs {
    #[command(flatten)]
    pub who: Who,
    /// Also takes the second factor off: phone and recovery codes are lost.
    #[arg(long)]
    pub second_factor: bool,
    #[command(flatten)]
    pub link: LinkArgs,
    #[command(flatten)]
    pub place: Place,
}

/// `guanjia user roles`.
#[derive(Args)]
pub struct RolesArgs {
    /// The roles that must have a second factor, by commas, in place of those before; “none” for none.
    #[arg(long, value_name = "ROLES")]
    pub second_factor: Option<String>,
    /// Prints JSON.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub place: Place,
}
