//! Parts that several pages share.

use super::kinds::{HandlerKind, PhotoPhase, State};
use super::measure::TargetLine;
use super::time::Clock;

/// One line of a list of requests.
#[derive(Debug, Clone)]
pub struct RequestRow {
    /// The id of the request.
    pub id: String,
    /// Where its page is.
    pub href: String,
    /// Its state.
    pub state: State,
    /// Its clock.
    pub clock: Clock,
    /// The next of its other limits that is still to be met.
    pub next: Option<TargetLine>,
    /// The place, from large to small ("长风小区 · 4号楼 · 2单元").
    pub place: String,
    /// The first words of the text, as far as the reader may see them.
    pub excerpt: String,
    /// The matter ("路灯"), when it is known.
    pub matter: Option<String>,
    /// Who works on it now.
    pub handler: Option<String>,
    /// When it was filed, milliseconds of the epoch.
    pub filed_at: i64,
    /// Households that joined it, the first one not counted.
    pub joined: u32,
    /// Whether it is urgent.
    pub urgent: bool,
}

/// An entry of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The value that the form sends.
    pub value: String,
    /// The words that people read.
    pub label: String,
    /// Whether it is chosen now.
    pub chosen: bool,
}

impl Choice {
    /// An entry that is not chosen.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), chosen: false }
    }

    /// The same entry, chosen when its value is the given one.
    #[must_use]
    pub fn chosen_if(mut self, value: &str) -> Self {
        self.chosen = self.value == value;
        self
    }
}

/// Entries of a choice that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceGroup {
    /// What they have in common.
    pub label: String,
    /// The entries.
    pub choices: Vec<Choice>,
}

/// Handlers of one kind that a request can be handed to. The value of a choice is `kind:id`.
#[derive(Debug, Clone)]
pub struct HandlerGroup {
    /// What they are.
    pub kind: HandlerKind,
    /// Who they are.
    pub choices: Vec<Choice>,
}

/// A photo of a request. Both addresses are below `'self'`.
#[derive(Debug, Clone)]
pub struct Photo {
    /// The address of a small version.
    pub thumb: String,
    /// The address of the photo.
    pub full: String,
    /// When it was taken.
    pub phase: PhotoPhase,
}

/// Somebody to call.
#[derive(Debug, Clone)]
pub struct Contact {
    /// The name.
    pub name: String,
    /// The office phone, which may be published.
    pub phone: Option<String>,
}

/// An open request of the same estate: never words of others, only what it is about and how it stands.
#[derive(Debug, Clone)]
pub struct SimilarRequest {
    /// The id, which the join and the merge forms send as `request`.
    pub id: String,
    /// What it is about ("路灯").
    pub matter: String,
    /// The building or estate.
    pub place: String,
    /// When it was filed, milliseconds of the epoch.
    pub filed_at: i64,
    /// Its state.
    pub state: State,
    /// Households behind it, at least one.
    pub households: u32,
}

/// A number to call in danger that is not one of the three national ones ("燃气抢修").
#[derive(Debug, Clone)]
pub struct EmergencyLine {
    /// Whose number it is.
    pub name: String,
    /// The number.
    pub phone: String,
}

/// A link to read on, for lists that are longer than a page.
#[derive(Debug, Clone)]
pub struct More {
    /// The address of the next rows (keyset), of the same page.
    pub href: String,
}
