//! The own work in a few lines, for the work page.

use crate::view::{Contact, samples};

/// What the work page says of it.
#[derive(Debug, Clone, Default)]
pub struct OwnBrief {
    /// Who is called tonight.
    pub tonight: Vec<Contact>,
    /// What presses first of the lists: estate, step, day, whether it is late.
    pub steps: Vec<(String, String, String, bool)>,
    /// How many steps there are besides.
    pub more_steps: u32,
    /// How many leaflets are to be taken down.
    pub hanging: u32,
    /// How many rounds are not over.
    pub rounds: u32,
    /// How many door surveys go on.
    pub surveys: u32,
}

impl OwnBrief {
    /// An invented brief.
    pub fn sample() -> Self {
        let tonight = vec![Contact { name: "林知夏".to_owned(), phone: Some("13800000000".to_owned()) }];
        let step = (samples::ESTATE.to_owned(), "群".to_owned(), "2026-11-20".to_owned(), true);
        Self { tonight, steps: vec![step], more_steps: 3, hanging: 2, rounds: 1, surveys: 1 }
    }
}
