//! What a request is about: the community's own short list, and words that sound like an emergency.
//!
//! City lists run to two hundred minor classes, most of them about the street and few about a house. People
//! choose from this list instead: at most ten matters in a class. Where the city knows the same thing,
//! [`Matter::city_code`] names it, so that a report upward needs no second entry.

mod city;
mod list;
mod table;
mod urgent;

#[cfg(test)]
mod tests;

pub use city::{city_codes, city_name};
pub use list::{MOST_IN_CLASS, MatterList, OwnMatter};
pub use table::{MAJOR_CLASSES, MATTERS};
pub use urgent::{UrgentKind, urgent_words};

/// A class of matters (大类).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MajorClass {
    /// Two digits, unique; `99` holds what fits nowhere else.
    pub code: &'static str,
    /// Chinese name.
    pub zh: &'static str,
    /// English name.
    pub en: &'static str,
}

/// One matter that people can choose (小类).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Matter {
    /// Four digits, unique; the first two are the class.
    pub code: &'static str,
    /// Code of the [`MajorClass`].
    pub major: &'static str,
    /// Chinese name.
    pub zh: &'static str,
    /// English name.
    pub en: &'static str,
    /// The same thing in a published city list, as `list:code`: the list is `event` (CJ/T 214 style),
    /// `component` or `livelihood` (百姓生活); the code is the list's major and minor code joined.
    /// `None` where the city lists have nothing alike.
    pub city_code: Option<&'static str>,
    /// A small matter that should not stay overnight (小事不隔夜).
    pub small: bool,
    /// Usually a danger to life: the form offers to mark it urgent. It only suggests; the person decides.
    pub urgent_hint: bool,
}

/// The matter with this code, if it is on the list.
#[must_use]
pub fn find(code: &str) -> Option<&'static Matter> {
    MATTERS.iter().find(|matter| matter.code == code)
}

/// The class with this code, if it is on the list.
#[must_use]
pub fn find_class(code: &str) -> Option<&'static MajorClass> {
    MAJOR_CLASSES.iter().find(|class| class.code == code)
}

impl MajorClass {
    /// The matters of this class, in the order of the list.
    pub fn matters(&self) -> impl Iterator<Item = &'static Matter> + use<> {
        let code = self.code;
        MATTERS.iter().filter(move |matter| matter.major == code)
    }
}

impl Matter {
    const fn named(code: &'static str, zh: &'static str, en: &'static str) -> Self {
        let major = code.split_at(2).0;
        Self { code, major, zh, en, city_code: None, small: false, urgent_hint: false }
    }

    const fn city(mut self, code: &'static str) -> Self {
        self.city_code = Some(code);
        self
    }

    const fn small(mut self) -> Self {
        self.small = true;
        self
    }

    const fn urgent(mut self) -> Self {
        self.urgent_hint = true;
        self
    }
}
