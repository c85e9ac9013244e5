//! `community`: which communities are here.

use crate::data::Data;
use clap::{Args, Subcommand};

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
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080", env = "GUANJIA_PUBLIC_URL")]
    pub public_url: String,
}
