//! The files of the repository, read once.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders that are made, not written.
const MADE: &[&str] = &[".git", "target", "data", "screenshots", "node_modules", "proptest-regressions"];

/// Kinds of files that are read as text.
const TEXT: &[&str] = &[
    "rs", "toml", "md", "html", "css", "js", "mjs", "sql", "sh", "ftl", "json", "svg", "txt", "yml", "yaml",
];

/// A file, its text where it is one of the kinds that are read.
pub struct File {
    /// From the root of the repository, with forward slashes.
    pub path: String,
    /// Empty for other kinds.
    pub text: String,
    is_text: bool,
    on_disk: PathBuf,
}

/// All files.
#[derive(Default)]
pub struct Tree {
    files: Vec<File>,
}

impl Tree {
    /// Reads the repository that this crate lies in.
    pub fn of_this_repository() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut tree = Self::default();
        tree.read(&root, &root);
        tree.files.sort_by(|left, right| left.path.cmp(&right.path));
        tree
    }

    /// A made-up tree for the tests of the rules.
    pub fn planted(files: &[(&str, &str)]) -> Self {
        let files = files.iter().map(|(path, text)| File {
            path: (*path).to_owned(),
            text: (*text).to_owned(),
            is_text: true,
            on_disk: PathBuf::new(),
        });
        Self { files: files.collect() }
    }

    /// Text files that are written here; vendored ones are other people's.
    pub fn texts(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.is_text && !is_vendored(&file.path))
    }

    /// All files below a folder, vendored ones too.
    pub fn below(&self, folder: &str) -> impl Iterator<Item = &File> {
        self.files.iter().filter(move |file| file.path.starts_with(folder))
    }

    /// The file at exactly this path.
    pub fn get(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    fn read(&mut self, root: &Path, folder: &Path) {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        for entry in entries {
            let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                if !MADE.contains(&name.as_str()) {
                    self.read(root, &path);
                }
                continue;
            }
            let short = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            let is_text = TEXT.contains(&extension(&short)) || is_script(&short);
            let text = if is_text { fs::read_to_string(&path).unwrap_or_default() } else { String::new() };
            self.files.push(File { path: short, text, is_text, on_disk: path });
        }
    }
}

impl File {
    /// The bytes as they lie on the disk; of a planted file, its text.
    pub fn bytes(&self) -> Vec<u8> {
        fs::read(&self.on_disk).unwrap_or_else(|_| self.text.clone().into_bytes())
    }
}

/// What follows the last dot of the file's name.
pub fn extension(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// Shell scripts without an extension: the three commands at the root, and the build server's.
pub fn is_script(path: &str) -> bool {
    matches!(path, "run" | "test" | "dist" | ".ci/run")
        || (path.starts_with("scripts/") && extension(path).is_empty())
}

/// Whether a file only serves tests or measurements.
pub fn is_test(path: &str) -> bool {
    path.contains("/tests/") || path.contains("/benches/") || path.ends_with("/tests.rs")
}

/// Whether a file was taken over from elsewhere as it is.
pub fn is_vendored(path: &str) -> bool {
    path.contains("/vendor/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_files() {
        assert_eq!(extension("a/b.c/d.rs"), "rs");
        assert_eq!(extension(".ci/run"), "");
        assert!(is_script("test") && is_script("scripts/full/long") && !is_script("crates/run"));
        assert!(is_test("crates/a/src/b/tests.rs") && !is_test("crates/a/src/contests.rs"));
    }

    #[test]
    fn vendored_texts_are_left_out() {
        let tree = Tree::planted(&[("crates/web/assets/vendor/a.js", "x"), ("crates/web/assets/b.js", "y")]);
        assert_eq!(tree.texts().count(), 1);
        assert_eq!(tree.below("crates/web/").count(), 2);
    }
}
