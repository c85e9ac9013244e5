//! Families of instances, with what is wanted of each.

/// A family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// Capacitated p-median, 50 buildings, all optima proved.
    Pmedcap,
    /// Capacitated p-median, 100 to 402 buildings of a town.
    Sjc,
    /// Capacitated p-median up to 1 304 buildings.
    Medium,
    /// Capacitated p-median beyond.
    Large,
    /// Contiguous service areas with given centres.
    Areas,
    /// Estates first.
    Integrity,
    /// The band first.
    Band,
}

impl Family {
    /// All.
    pub const ALL: [Self; 7] =
        [Self::Pmedcap, Self::Sjc, Self::Medium, Self::Large, Self::Areas, Self::Integrity, Self::Band];

    /// The family of a p-median instance, by the name of its file and its buildings.
    pub fn of_median(file: &str, buildings: usize) -> Self {
        match buildings {
            _ if file.starts_with("pmedcap") => Self::Pmedcap,
            _ if file.starts_with("SJC") => Self::Sjc,
            0..=1_304 => Self::Medium,
            _ => Self::Large,
        }
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pmedcap => "pmedcap",
            Self::Sjc => "SJC",
            Self::Medium => "p-median to 1304",
            Self::Large => "p-median beyond",
            Self::Areas => "service areas",
            Self::Integrity => "integrity first",
            Self::Band => "band first",
        }
    }

    /// The time an instance has, in seconds.
    pub const fn seconds(self) -> f64 {
        match self {
            Self::Pmedcap => 2.0,
            Self::Sjc | Self::Integrity | Self::Band => 5.0,
            Self::Medium => 20.0,
            Self::Large => 60.0,
            Self::Areas => 30.0,
        }
    }

    /// Per cent over the best known value that are wanted at most; `None` where a plan is measured in other ways.
    pub const fn gap(self) -> Option<f64> {
        match self {
            // Equal but for the rounding of sums.
            Self::Pmedcap => Some(1e-6),
            Self::Sjc | Self::Areas => Some(0.05),
            Self::Medium => Some(0.2),
            Self::Large => Some(0.5),
            Self::Integrity | Self::Band => None,
        }
    }
}
