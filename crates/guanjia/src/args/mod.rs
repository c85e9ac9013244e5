//! What can be asked for, with an example each.

mod export;
mod people;
mod planning;
mod report;
mod running;
mod sheets;
mod upkeep;
mod users;

pub use export::*;
pub use people::*;
pub use planning::*;
pub use report::*;
pub use running::*;
pub use sheets::*;
pub use upkeep::*;
pub use users::*;

use crate::data::Data;
use clap::{Parser, Subcommand};

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
    /// Writes lists in the columns of the import, or everything in an open form. 导出表格或全部数据。
    #[command(
        after_help = "Examples:\n  guanjia export --template places --community 140109013001 --out 小区楼栋.xlsx\n  \
        guanjia export --everything --reason 换系统 --out 全部.zip\n  \
        guanjia import 全部.zip --data data/new"
    )]
    Export(ExportArgs),
    /// Who signs in: list, add, invite, lock, unlock, reset, roles, tokens. 账号管理。
    User(UserArgs),
    /// Writes or checks the settings file of an installation. 设置文件。
    #[command(after_help = "Examples:\n  guanjia settings --write-default --data data/guanjia\n  \
        guanjia settings --check --data data/guanjia")]
    Settings(SettingsArgs),
    /// Says when things are due, a line of JSON each. 计算办理时限。
    #[command(after_help = "Example:\n  \
        echo '{\"id\":\"1\",\"start\":\"2026-02-13T16:30:00+08:00\",\"limit\":\"5wd\"}' | guanjia deadline --json")]
    Deadline(DeadlineArgs),
    /// Allocates estates to stewards by difficulty and workload, proved or certified. 分配片管家。
    #[command(after_help = "Examples:\n  guanjia allocate 分配.json\n  \
        guanjia allocate 分配.json --json --time-limit 10 --order max_load,changes,load_spread,distance\n\n\
        The least input:\n  {\"estates\":[{\"id\":\"e1\",\"difficulty\":80,\"workload\":1200}],\
        \"officers\":[{\"id\":\"o1\",\"tier\":1}]}")]
    Allocate(AllocateArgs),
    /// Designs grids of buildings: band of households, estates whole, short walks. 划分网格。
    #[command(after_help = "Examples:\n  guanjia grids input.json --json --time-limit 10\n  \
        guanjia grids input.json --lines streets.geojson\n\n\
        Form of input.json (only buildings with id and households are required):\n  \
        {\"buildings\":[{\"id\":\"b1\",\"estate\":\"e1\",\"households\":60,\"x\":112.5101,\"y\":37.8302}],\n   \
        \"adjacency\":[[\"b1\",\"b2\"]],\"distance\":\"euclidean|haversine|matrix\",\"matrix\":null,\n   \
        \"households\":{\"min\":300,\"max\":500},\"grids\":null,\"objective\":\"median|weighted_median\",\n   \
        \"keep_estates_whole\":\"prefer|never|must\",\"contiguous\":true,\n   \
        \"centres\":[{\"building\":\"b7\",\"max_households\":640}],\"band\":\"hard|soft\",\n   \
        \"priority\":\"integrity|balanced|band\"}\n\n\
        --lines: a FeatureCollection of LineString, MultiLineString or Polygon in degrees (WGS-84, longitude first;\n\
        a file with the member \"datum\":\"GCJ-02\" is converted; buildings must be in WGS-84 or CGCS2000).\n\
        Features with the property \"kind\" barrier, road (a main road), river or wall are barriers; all others are\n\
        streets and gates, and one across a barrier leads through it. Buildings must be in degrees (\"distance\":\n\
        \"haversine\"); walks are in metres. Given links stay but for those that a barrier cuts; without \"adjacency\"\n\
        neighbours are found. The answer says what was cut (\"ground\").\n\n\
        Work is counted in steps: the same input, seed and --time-limit give the same plan wherever the search ends\n\
        before its limit (\"finished\":true). Ctrl-C gives back the best plan so far.")]
    Grids(GridsArgs),
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
    /// A month in figures, with its registers as a workbook. 月报与台账。
    #[command(after_help = "Examples:\n  guanjia report --month 2026-10 --community 140109013001\n  \
        guanjia report --month 2026-10 --xlsx 2026-10月报.xlsx --json")]
    Report(ReportArgs),
    /// Proves that the ledger is whole and the read tables say what it says. 核验账本。
    #[command(after_help = "Example:\n  guanjia verify --data data/guanjia")]
    Verify(VerifyArgs),
    /// Makes the read tables again from the ledger. 由账本重建数据表。
    #[command(after_help = "Example:\n  guanjia rebuild --data data/guanjia")]
    Rebuild(Data),
    /// Copies everything into one file, while the service runs, and proves the copy by bringing it back. 备份。
    #[command(after_help = "Examples:\n  guanjia backup --data data/guanjia --to /media/usb\n  \
        guanjia backup --data data/guanjia --to backups --keep 30")]
    Backup(BackupArgs),
    /// Brings a backup back into an empty folder, or into an empty PostgreSQL database. 恢复备份。
    #[command(after_help = "Example:\n  \
        guanjia restore guanjia-20261122-020000.zip --key guanjia.key --data data/guanjia")]
    Restore(RestoreArgs),
    /// Looks the installation over and says what somebody should do about it. 检查运行状况。
    #[command(after_help = "Example:\n  guanjia doctor --data data/guanjia")]
    Doctor(DoctorArgs),
    /// Measures filings, boards and footprint beside the engine's own figures. 性能测试。
    Bench(crate::commands::bench::BenchArgs),
}
