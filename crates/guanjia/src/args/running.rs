//! `demo`, `serve`, `deadline`.

use crate::data::Data;
use clap::builder::FalseyValueParser;
use clap::{Args, ValueEnum};
use std::net::SocketAddr;

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
    /// Where to listen; without it as the settings say, else 127.0.0.1:8080.
    #[arg(long, env = "GUANJIA_LISTEN")]
    pub listen: Option<SocketAddr>,
    #[command(flatten)]
    pub data: Data,
    /// Plain HTTP in an office network that you trust.
    #[arg(long, env = "GUANJIA_INSECURE_LAN", value_parser = FalseyValueParser::new())]
    pub insecure_lan: bool,
    /// A proxy on this machine terminates HTTPS and says where requests come from.
    #[arg(long, env = "GUANJIA_BEHIND_PROXY", value_parser = FalseyValueParser::new())]
    pub behind_proxy: bool,
    /// The address by which people reach the service, for links and QR codes.
    #[arg(long, value_name = "URL", env = "GUANJIA_PUBLIC_URL")]
    pub public_url: Option<String>,
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
