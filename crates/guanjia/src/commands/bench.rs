//! `guanjia bench`: how fast and how light, beside what the engine itself can do.

use crate::bench::{
    Ground, arrival, boards, footprint, hello_server, intake, minimal_server, plan, reports, stream, text,
};
use crate::data::code;
use crate::failure::Failure;
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::time::Duration;

/// `guanjia bench`.
#[derive(Args)]
pub struct BenchArgs {
    /// What is measured.
    #[command(subcommand)]
    what: Bench,
}

/// The benchmarks.
#[derive(Subcommand)]
enum Bench {
    /// Durable filings over HTTP. 诉求登记。
    #[command(after_help = "Example:\n  guanjia bench intake --requests 10000 --connections 64 --json")]
    Intake {
        #[command(flatten)]
        ground: GroundArgs,
        /// Filings in all.
        #[arg(long, default_value_t = 10_000)]
        requests: u64,
        /// Connections of the load client.
        #[arg(long, default_value_t = 64)]
        connections: usize,
        /// No new filing is begun after so many seconds.
        #[arg(long, default_value_t = 600)]
        seconds: u64,
    },
    /// Boards of a steward over HTTP. 片管家看板。
    #[command(after_help = "Example:\n  guanjia bench boards --requests 1000000")]
    Boards {
        #[command(flatten)]
        ground: GroundArgs,
        /// Requests in the database, two in a hundred of them open.
        #[arg(long, default_value_t = 10_000)]
        requests: u64,
        /// Connections of the load client.
        #[arg(long, default_value_t = 16)]
        connections: usize,
        /// How long boards are asked for, in seconds.
        #[arg(long, default_value_t = 10)]
        seconds: u64,
    },
    /// A list of residents, imported. 导入居民。
    #[command(after_help = "Example:\n  guanjia bench import --residents 100000")]
    Import {
        #[command(flatten)]
        ground: GroundArgs,
        /// Residents in the list, each with room, phone and relation.
        #[arg(long, default_value_t = 100_000)]
        residents: u64,
    },
    /// Reports over many requests: first page, figures, workbook. 月报。
    #[command(after_help = "Example:\n  guanjia bench reports --requests 1000000")]
    Reports {
        #[command(flatten)]
        ground: GroundArgs,
        /// Requests in the database.
        #[arg(long, default_value_t = 1_000_000)]
        requests: u64,
    },
    /// Time to be ready, memory, bytes of a resident's page. 启动与占用。
    #[command(after_help = "Example:\n  guanjia bench footprint")]
    Footprint {
        #[command(flatten)]
        ground: GroundArgs,
    },
    /// Allocation of stewards and design of grids: value, best known, gap, time, bound. 分配与网格方案。
    #[command(after_help = "Examples:\n  guanjia bench plan --seeds 3 --json\n  \
        guanjia bench plan --instances instances --quick\n\n\
        The folder of instances holds p1/*.json (allocation), cpmp/*.txt and *.dat (capacitated p-median),\n\
        sap/*.txt (service areas), p2/*_buildings.csv (estates), BEST.csv (best known values) and instance.py (a\n\
        checker of its own, run where python3 is installed). What was not run stands at the end.")]
    Plan {
        /// Communities of each size that are invented for the allocation.
        #[arg(long, default_value_t = 1)]
        seeds: u64,
        /// The seed of the first, of the invented towns and of the searches.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// A folder of published instances.
        #[arg(long, value_name = "FOLDER")]
        instances: Option<PathBuf>,
        /// Leaves out instances that may take longer than so many seconds.
        #[arg(long, value_name = "SECONDS")]
        limit: Option<f64>,
        /// The first instance of each family, and none that may take longer than 30 seconds.
        #[arg(long)]
        quick: bool,
        /// A program that asks other solvers; scripts/compare-solvers installs them and gives its own.
        #[arg(long, value_name = "PROGRAM", requires = "instances")]
        rivals: Option<PathBuf>,
        /// The seconds that other solvers have; without it, those of the instance, but ten at least.
        #[arg(long, value_name = "SECONDS", requires = "rivals")]
        rival_seconds: Option<f64>,
        /// Prints the figures as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Texts: the rows of the shared evaluation table, with baselines and ablations. 文本。
    #[command(after_help = "Example:\n  GUANJIA_SHARED=../shared guanjia bench text --json")]
    Text {
        /// The folder of the shared evaluation data; nothing of it is kept.
        #[arg(long, value_name = "FOLDER", env = "GUANJIA_SHARED", default_value = "../shared")]
        shared: PathBuf,
        /// Requests in the index whose searches are timed.
        #[arg(long, default_value_t = 1_000_000)]
        requests: usize,
        /// Prints the figures as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Common issues in an invented stream of requests, found day by day. 共性问题演练。
    #[command(after_help = "Example:\n  guanjia bench stream --seed 1 --days 120")]
    Stream {
        /// Which stream.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// How long it is, in days.
        #[arg(long, default_value_t = 120)]
        days: u32,
        /// Estates of the community.
        #[arg(long, default_value_t = 13)]
        estates: usize,
        /// Prints the figures as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Writes the rows of filings and nothing else; the other benchmarks start it.
    #[command(hide = true)]
    MinimalServer {
        /// An empty folder.
        #[arg(long)]
        data: PathBuf,
        /// The community in the rows.
        #[arg(long)]
        community: String,
        /// Bytes of event, request, sealed text and tokens.
        #[arg(long, value_delimiter = ',')]
        sizes: Vec<usize>,
    },
    /// Says hello; the other benchmarks start it.
    #[command(hide = true)]
    HelloServer,
}

/// What is measured on what.
#[derive(Args)]
struct GroundArgs {
    /// The engine.
    #[arg(long, value_enum, default_value = "sqlite")]
    engine: Engine,
    /// An empty PostgreSQL database; what the benchmark makes there stays.
    #[arg(long, value_name = "URL", required_if_eq("engine", "postgres"))]
    database: Option<String>,
    /// Where the data are made and removed again: the disk that is measured.
    #[arg(long, value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Prints the figures as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Engine {
    /// The embedded database.
    Sqlite,
    /// A PostgreSQL server.
    Postgres,
}

/// Measures what was asked for.
pub fn run(asked: BenchArgs) -> Result<(), Failure> {
    match asked.what {
        Bench::Intake { ground, requests, connections, seconds } => {
            intake(&ground.into(), requests, connections.max(1), Duration::from_secs(seconds))
        }
        Bench::Boards { ground, requests, connections, seconds } => {
            boards(&ground.into(), requests, connections.max(1), Duration::from_secs(seconds))
        }
        Bench::Import { ground, residents } => arrival(&ground.into(), residents),
        Bench::Reports { ground, requests } => reports(&ground.into(), requests),
        Bench::Footprint { ground } => footprint(&ground.into()),
        Bench::Plan { seeds, seed, instances, limit, quick, rivals, rival_seconds, json } => {
            plan::plan(&plan::Asked { seeds, seed, instances, limit, quick, rivals, rival_seconds, json })
        }
        Bench::Text { shared, requests, json } => text(&shared, requests.max(1), json),
        Bench::Stream { seed, days, estates, json } => stream(seed, days.max(1), estates.max(2), json),
        Bench::MinimalServer { data, community, sizes } => minimal_server(&data, code(&community)?, &sizes),
        Bench::HelloServer => hello_server(),
    }
}

impl From<GroundArgs> for Ground {
    fn from(asked: GroundArgs) -> Self {
        Self {
            database: asked.database.filter(|_| asked.engine == Engine::Postgres),
            folder: asked.folder.unwrap_or_else(std::env::temp_dir),
            json: asked.json,
        }
    }
}
