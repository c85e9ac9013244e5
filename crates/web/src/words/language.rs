//! Which language a person reads.

use unic_langid::LanguageIdentifier;

/// A language that every page is complete in. Chinese is the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Chinese as written in mainland China.
    #[default]
    ZhCn,
    /// English.
    En,
}

impl Language {
    /// Both languages, the source first.
    pub const ALL: [Self; 2] = [Self::ZhCn, Self::En];

    /// The tag of BCP 47, as in `<html lang>` and in the folder names of `locales/`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language of a tag, also of a longer or shorter one (`zh`, `en-GB`); `None` for one we do not have.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "zh" => Some(Self::ZhCn),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The first language of an `Accept-Language` header that we have; Chinese when there is none.
    /// Browsers write the header in order of preference, so the weights are not read.
    pub fn negotiate(accept_language: &str) -> Self {
        let tags = accept_language.split(',').map(|part| part.split(';').next().unwrap_or_default());
        tags.filter_map(Self::from_tag).next().unwrap_or_default()
    }

    /// The identifier that Fluent takes its plural rules from.
    pub(super) fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().unwrap_or_default()
    }
}
