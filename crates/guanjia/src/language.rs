//! In which language a person is spoken to.

/// Chinese where the environment asks for it, else English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Chinese.
    Chinese,
    /// English.
    English,
}

impl Language {
    /// As `LC_ALL`, `LC_MESSAGES` and `LANG` say: the first that is set and not empty counts.
    pub fn of_environment() -> Self {
        let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let value = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set).unwrap_or_default();
        Self::of_locale(&value)
    }

    fn of_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("zh") { Self::Chinese } else { Self::English }
    }

    /// The one of two texts that is in this language.
    pub fn pick<T>(self, chinese: T, english: T) -> T {
        match self {
            Self::Chinese => chinese,
            Self::English => english,
        }
    }

    /// The same language for what reads spreadsheets.
    pub fn of_sheets(self) -> guanjia_sheets::Lang {
        self.pick(guanjia_sheets::Lang::Zh, guanjia_sheets::Lang::En)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_zh_is_chinese() {
        for (locale, language) in [
            ("zh_CN.UTF-8", Language::Chinese),
            ("zh", Language::Chinese),
            ("C.UTF-8", Language::English),
            ("", Language::English),
        ] {
            assert_eq!(Language::of_locale(locale), language, "{locale}");
        }
    }
}
