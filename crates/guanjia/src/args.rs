//! What can be asked for, with an example each.

use crate::data::Data;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::net::SocketAddr;
use std::path::PathBuf;

/// Runs the estate steward service of a residents' community. 社区小区管家服务。
#[derive(Parser)]
#[command(
    name = "guanjia",
    version,
    after_help = "Example:\n  guanjia demo --listen 127.0.0.1:8080 --data data/demo"
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Subcommand)]
pub enum Command {
    /// Opens the invented demo community and prints a sign-in link for each role. 打开演示社区。
    #[command(after_help = "Example:\n  guanjia demo --listen 127.0.0.1:8080 --data data/demo")]
    Demo(DemoArgs),
    /// Serves an installation; the first start prints a link for the administrator. 启动服务。
    #[command(after_help = "Example:\n  guanjia serve --listen 127.0.0.1:8080 --data data/guanjia")]
    Serve(ServeArgs),
    /// Founds a community. 建立社区。
    Community(CommunityArgs),
    /// Imports spreadsheets, all or nothing, or writes empty ones to fill in. 导入表格。
    #[command(after_help = "Examples:\n  guanjia import --template places --out 小区楼栋.xlsx\n  \
        guanjia import 小区楼栋.xlsx 工作人员.xlsx 居民.xlsx --community 140109013001 --dry-run")]
    Import(ImportArgs),
    /// Makes API tokens and invitations. 令牌与邀请。
    User(UserArgs),
    /// Says when things are due, a line of JSON each. 计算办理时限。
    #[command(after_help = "Example:\n  \
        echo '{\"id\":\"1\",\"start\":\"2026-02-13T16:30:00+08:00\",\"limit\":\"5wd\"}' | guanjia deadline --json")]
    Deadline(DeadlineArgs),
    /// Finds requests that speak of one common issue. 发现共性问题。
    #[command(after_help = "Example:\n  guanjia discover requests.jsonl --places places.json --json")]
    Discover(crate::commands::discover::DiscoverArgs),
    /// Finds earlier requests that say something similar. 查找相似诉求。
    #[command(
        after_help = "Example:\n  guanjia similar --index requests.jsonl --queries new.jsonl -k 5 --json"
    )]
    Similar(crate::commands::similar::SimilarArgs),
    /// Says which matter texts are about. 诉求分类。
    #[command(after_help = "Examples:\n  guanjia classify --test texts.csv\n  \
        guanjia classify --train train.csv --test test.csv --json")]
    Classify(crate::commands::classify::ClassifyArgs),
    /// Takes addresses apart, a line each. 拆分地址。
    #[command(after_help = "Example:\n  guanjia address --model address.model --json < addresses.txt")]
    Address(crate::commands::address::AddressArgs),
    /// Says which numbers are unusual. 异常数量预警。
    #[command(after_help = "Examples:\n  guanjia alarms weeks.csv --method farrington_flexible --json\n  \
        guanjia alarms --method scan --places geo.csv --counts counts.csv --k 15 --json")]
    Alarms(crate::commands::alarms::AlarmsArgs),
    /// Trains a model on your own texts. 训练模型。
    Train(crate::commands::train::TrainArgs),
    /// Proves that the ledger is whole and the read tables say what it says. 核验账本。
    #[command(after_help = "Example:\n  guanjia verify --data data/guanjia")]
    Verify(VerifyArgs),
    /// Makes the read tables again from the ledger. 由账本重建数据表。
    #[command(after_help = "Example:\n  guanjia rebuild --data data/guanjia")]
    Rebuild(Data),
    /// Measures filings, boards and footprint beside the engine's own figures. 性能测试。
    Bench(crate::commands::bench::BenchArgs),
}

/// `guanjia demo`.
#[derive(Args)]
pub struct DemoArgs {
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    #[command(flatten)]
    pub data: Data,
    /// Which ninety days are invented; counts only when the demo is made.
    #[arg(long, default_value_t = guanjia_app::demo::DemoPlan::SEED)]
    pub seed: u64,
}

/// `guanjia serve`.
#[derive(Args)]
pub struct ServeArgs {
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    #[command(flatten)]
    pub data: Data,
    /// Plain HTTP in an office network that you trust.
    #[arg(long)]
    pub insecure_lan: bool,
    /// A proxy on this machine terminates HTTPS and says where requests come from.
    #[arg(long)]
    pub behind_proxy: bool,
    /// The address by which people reach the service, for links and QR codes.
    #[arg(long, value_name = "URL")]
    pub public_url: Option<String>,
}

/// `guanjia community`.
#[derive(Args)]
pub struct CommunityArgs {
    /// What to do.
    #[command(subcommand)]
    pub what: CommunityCommand,
}

/// What to do with communities.
#[derive(Subcommand)]
pub enum CommunityCommand {
    /// Founds a community by its code or name and prints a link for its administrator. 建立社区。
    #[command(
        after_help = "Examples:\n  guanjia community found 山西省太原市万柏林区长风西街街道晋祠路社区\n  \
        guanjia community found L001 --name 示例社区"
    )]
    Found(FoundArgs),
}

/// `guanjia community found`.
#[derive(Args)]
pub struct FoundArgs {
    /// The division code, or the name or a part of it; a local code such as L001 needs --name.
    #[arg(value_name = "CODE|NAME")]
    pub which: String,
    /// The name, where it differs from the official one.
    #[arg(long)]
    pub name: Option<String>,
    /// The number for complaints about the service itself (监督电话).
    #[arg(long, value_name = "PHONE", default_value = "")]
    pub supervision: String,
    #[command(flatten)]
    pub link: LinkArgs,
    #[command(flatten)]
    pub data: Data,
}

/// How links are printed.
#[derive(Args)]
pub struct LinkArgs {
    /// The address by which people reach the service.
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080")]
    pub public_url: String,
}

/// `guanjia import`.
#[derive(Args)]
pub struct ImportArgs {
    /// The spreadsheets: xlsx or csv, in any order.
    #[arg(value_name = "FILES", required_unless_present = "template", conflicts_with = "template")]
    pub files: Vec<PathBuf>,
    /// The community that is filled.
    #[arg(long, value_name = "CODE", required_unless_present = "template")]
    pub community: Option<String>,
    /// Says what would happen and changes nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Prints the outcome as JSON.
    #[arg(long)]
    pub json: bool,
    /// Writes an empty sheet to fill in.
    #[arg(long, value_enum, requires = "out")]
    pub template: Option<TemplateKind>,
    /// Where the empty sheet goes.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// The language of the empty sheet.
    #[arg(long, value_enum, default_value = "zh")]
    pub lang: SheetLanguage,
    #[command(flatten)]
    pub data: Data,
}

/// Which empty sheet.
#[derive(Clone, Copy, ValueEnum)]
pub enum TemplateKind {
    /// Estates, buildings, rooms.
    Places,
    /// Staff, grids, organisations.
    People,
    /// Residents.
    Residents,
}

/// The language of an empty sheet.
#[derive(Clone, Copy, ValueEnum)]
pub enum SheetLanguage {
    /// Chinese.
    Zh,
    /// English.
    En,
}

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
}

/// `guanjia user token`.
#[derive(Args)]
pub struct TokenArgs {
    /// steward, grid_worker, secretary, street, bureau, property, admin, security, audit.
    #[arg(long)]
    pub role: crate::roles::RoleName,
    /// The code of the community or office.
    #[arg(long, value_name = "CODE")]
    pub community: String,
    #[command(flatten)]
    pub data: Data,
}

/// `guanjia user invite`.
#[derive(Args)]
pub struct InviteArgs {
    /// The first account of a role.
    #[arg(long, required_unless_present = "name", conflicts_with = "name")]
    pub role: Option<crate::roles::RoleName>,
    /// Somebody by name.
    #[arg(long)]
    pub name: Option<String>,
    /// The code of the community or office.
    #[arg(long, value_name = "CODE")]
    pub community: String,
    #[command(flatten)]
    pub link: LinkArgs,
    #[command(flatten)]
    pub data: Data,
}

/// `guanjia deadline`.
#[derive(Args)]
pub struct DeadlineArgs {
    /// Prints JSON; else id and due time, with a tab between.
    #[arg(long)]
    pub json: bool,
    /// Working hours, for working minutes.
    #[arg(long, value_name = "SPANS", default_value = "09:00-12:00,14:00-18:00")]
    pub hours: String,
    /// The last time at which `same_day` still means today.
    #[arg(long, value_name = "TIME", default_value = "18:00:00")]
    pub cut_off: jiff::civil::Time,
    /// On which days `same_day` may end.
    #[arg(long, value_enum, default_value = "every-day")]
    pub duty_calendar: Duty,
}

/// On which days somebody is on duty.
#[derive(Clone, Copy, ValueEnum)]
pub enum Duty {
    /// Every day.
    EveryDay,
    /// Working days only.
    Office,
}

/// `guanjia verify`.
#[derive(Args)]
pub struct VerifyArgs {
    #[command(flatten)]
    pub data: Data,
    /// Prints the outcome as JSON.
    #[arg(long)]
    pub json: bool,
}
