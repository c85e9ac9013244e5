//! Front-end files inside the program, under addresses that change with their content.
//!
//! All files share one version, the hash of all of them: a module may name its neighbour by a relative address, and a
//! browser may keep every file for ever.

use std::borrow::Cow;
use std::fmt::Write;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/assets");

/// The style sheets, in the order of the cascade.
const SHEETS: &[&str] = &[
    "tokens",
    "base",
    "frame",
    "nav",
    "button",
    "form",
    "chooser",
    "chip",
    "card",
    "notice",
    "list",
    "table",
    "trail",
    "photo",
    "actions",
    "rooms",
    "plan",
    "doors",
    "design",
    "dialog",
    "pact",
    "gallery",
    "sheet",
    "allocation",
    "numbers",
    "elder",
    "print",
];

/// The name of the style sheet that is put together from `SHEETS`.
const STYLE: &str = "css/app.css";

static STYLE_SHEET: LazyLock<String> = LazyLock::new(|| {
    let files = SHEETS.iter().filter_map(|name| FILES.get_file(format!("css/{name}.css")));
    files.filter_map(include_dir::File::contents_utf8).collect::<Vec<_>>().join("\n")
});

static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    digest(&FILES, &mut hash);
    hash.finalize().iter().take(6).fold(String::with_capacity(12), |mut hex, byte| {
        // Writing into a String cannot fail.
        _ = write!(hex, "{byte:02x}");
        hex
    })
});

static ETAG: LazyLock<String> = LazyLock::new(|| format!("\"{}\"", *VERSION));

/// One front-end file, ready to be sent.
pub struct Asset {
    /// The content.
    pub bytes: Cow<'static, [u8]>,
    /// Its `Content-Type`.
    pub mime: &'static str,
    /// Its `ETag`, with the quotes.
    pub etag: &'static str,
}

/// The file of an address below `/assets/`, with or without the version in front (`3fa9…/css/app.css`,
/// `css/app.css`). `None` when there is no such file.
pub fn asset(path: &str) -> Option<Asset> {
    let path = path.strip_prefix(VERSION.as_str()).and_then(|rest| rest.strip_prefix('/')).unwrap_or(path);
    let bytes = if path == STYLE { STYLE_SHEET.as_bytes() } else { FILES.get_file(path)?.contents() };
    Some(Asset { bytes: Cow::Borrowed(bytes), mime: mime(path), etag: ETAG.as_str() })
}

/// Whether an address below `/assets/` carries the present version, so that it may be kept for ever.
pub fn is_current(path: &str) -> bool {
    path.strip_prefix(VERSION.as_str()).is_some_and(|rest| rest.starts_with('/'))
}

/// The address of a file in a page: `url("js/app.js")` is `/assets/3fa9…/js/app.js`.
pub fn url(path: &str) -> String {
    format!("/assets/{}/{path}", *VERSION)
}

/// The version that all addresses carry: twelve hexadecimal digits.
pub fn version() -> &'static str {
    &VERSION
}

fn digest(folder: &Dir<'static>, hash: &mut Sha256) {
    for file in folder.files() {
        hash.update(file.path().to_string_lossy().as_bytes());
        hash.update(file.contents());
    }
    folder.dirs().for_each(|inner| digest(inner, hash));
}

fn mime(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webp") => "image/webp",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_sheet_holds_every_component() {
        let folder = FILES.get_dir("css").expect("style sheets");
        assert_eq!(folder.files().count(), SHEETS.len(), "a style sheet is not in SHEETS or is missing");
        for name in SHEETS {
            assert!(FILES.get_file(format!("css/{name}.css")).is_some(), "css/{name}.css is missing");
        }
        assert!(asset(STYLE).is_some_and(|style| style.mime.starts_with("text/css")));
    }

    #[test]
    fn an_address_leads_back_to_its_file() {
        let address = url("js/app.js");
        let path = address.strip_prefix("/assets/").expect("an address below /assets/");
        assert!(is_current(path) && asset(path).is_some());
        assert!(asset("js/../../Cargo.toml").is_none());
        assert!(!is_current("js/app.js"));
    }
}
