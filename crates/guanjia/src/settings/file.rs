//! The file itself, as it is written for whoever wants to change something.

/// Its name in the folder of the data.
pub const FILE: &str = "guanjia.toml";

/// The file with every setting, its default and its range. A setting holds from the next start on.
pub const DEFAULT: &str = include_str!("guanjia.toml");
