//! How somebody wishes to see the pages: language, light or dark, normal or large.

use crate::cookies::cookie;
use crate::site::Site;
use crate::view::{PageFrame, Theme};
use crate::words::{Language, Words};
use axum::http::{HeaderMap, header};

/// Language, theme and size: from the cookie `look`, else the language from the browser.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    language: Language,
    theme: Theme,
    large: bool,
}

impl Look {
    /// As the headers of a request say.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        let kept = cookie(headers, "look").unwrap_or_default();
        let mut parts = kept.split('.');
        let language = parts.next().and_then(Language::from_tag).unwrap_or_else(|| {
            let wanted =
                headers.get(header::ACCEPT_LANGUAGE).and_then(|it| it.to_str().ok()).unwrap_or_default();
            Language::negotiate(wanted)
        });
        let theme = parts.next().and_then(Theme::from_slug).unwrap_or(Theme::Auto);
        Self { language, theme, large: parts.next() == Some("large") }
    }

    /// The words of the language.
    #[must_use]
    pub fn words(&self) -> &'static Words {
        Words::of(self.language)
    }

    /// A frame for somebody who is not signed in.
    #[must_use]
    pub fn frame(&self, site: &Site, path: &str, csrf: &str) -> PageFrame {
        let mut frame = PageFrame::new(self.words(), site.app().now().0, path, csrf);
        frame.theme = self.theme;
        frame.large = self.large;
        frame.demo = site.config().demo.is_some();
        frame.insecure = site.config().insecure_lan;
        frame
    }

    /// The cookie that keeps a changed choice.
    #[must_use]
    pub fn changed(mut self, lang: Option<&str>, theme: Option<&str>, size: Option<&str>) -> String {
        self.language = lang.and_then(Language::from_tag).unwrap_or(self.language);
        self.theme = theme.and_then(Theme::from_slug).unwrap_or(self.theme);
        self.large = size.map_or(self.large, |size| size == "large");
        let size = if self.large { "large" } else { "normal" };
        format!(
            "look={}.{}.{size}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly",
            self.language.tag(),
            self.theme.slug()
        )
    }
}
