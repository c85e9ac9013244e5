//! `allocate` and `grids`: who looks after what.

use clap::Args;
use std::path::PathBuf;

/// `guanjia allocate`.
#[derive(Args)]
pub struct AllocateArgs {
    /// Estates, officers and rules as JSON; - reads standard input.
    #[arg(value_name = "INPUT.json")]
    pub input: PathBuf,
    /// Prints JSON; else what a person reads.
    #[arg(long)]
    pub json: bool,
    /// Tells the best plan so far after so many seconds.
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub time_limit: Option<f64>,
    /// Chance for cases too large to be proved; the same seed gives the same plan.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// The objectives in another order, by commas; the others follow in their usual order.
    #[arg(long, value_name = "OBJECTIVES")]
    pub order: Option<String>,
    /// Adds how fair it gets for how many changes of hands, with the hand-overs.
    #[arg(long)]
    pub curve: bool,
}

/// Seconds over 0, at most a day.
fn seconds(typed: &str) -> Result<f64, String> {
    let found = typed.parse::<f64>().ok().filter(|seconds| *seconds > 0.0 && *seconds <= 86_400.0);
    found.ok_or_else(|| "seconds over 0 and up to 86400, such as 10 or 0.5".to_owned())
}

/// `guanjia grids`.
#[derive(Args)]
pub struct GridsArgs {
    /// The buildings and the rules, as JSON.
    #[arg(value_name = "INPUT.json")]
    pub input: PathBuf,
    /// Streets, gates and barriers as GeoJSON: walks follow them, and no grid crosses a barrier.
    #[arg(long, value_name = "LINES.geojson")]
    pub lines: Option<PathBuf>,
    /// Prints JSON; else a summary and a line for each grid.
    #[arg(long)]
    pub json: bool,
    /// How long the search may take, in seconds; without it, as long as is usual for the size.
    #[arg(long, value_name = "SECONDS")]
    pub time_limit: Option<f64>,
    /// Which of equally good searches; the same seed gives the same plan.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}
