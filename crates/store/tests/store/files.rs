//! Photo files.

use crate::house::code;
use guanjia_store::files::{Files, Size};
use guanjia_store::{Key, StoreError, Vault};
use std::path::PathBuf;
use std::time::Duration;
use tempfile::TempDir;
use uuid::Uuid;

const LISTED: Uuid = Uuid::from_u128(1);
const STRAY: Uuid = Uuid::from_u128(2);

fn open() -> (TempDir, Files) {
    let folder = TempDir::new().unwrap();
    let files = Files::open(&folder.path().join("photos"), Vault::new(&Key::from_bytes([7; 32]))).unwrap();
    (folder, files)
}

fn names(folder: &TempDir) -> Vec<String> {
    let of_community = folder.path().join("photos").join(code().as_str());
    let mut names: Vec<_> = std::fs::read_dir(of_community)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort_unstable();
    names
}

fn path(folder: &TempDir, name: &str) -> PathBuf {
    folder.path().join("photos").join(code().as_str()).join(name)
}

#[test]
fn a_photo_is_read_as_it_was_written_and_sealed_on_the_disk() {
    let (folder, files) = open();
    files.write(code(), LISTED, b"full photo", b"thumb").unwrap();
    assert_eq!(files.read(code(), LISTED, Size::Full).unwrap(), Some(b"full photo".to_vec()));
    assert_eq!(files.read(code(), LISTED, Size::Thumb).unwrap(), Some(b"thumb".to_vec()));
    assert_eq!(files.read(code(), STRAY, Size::Full).unwrap(), None);
    for name in names(&folder) {
        let bytes = std::fs::read(path(&folder, &name)).unwrap();
        assert!(!bytes.windows(5).any(|window| window == b"photo" || window == b"thumb"), "{name}");
    }
    // A thumb put in the place of the photo is not taken for it.
    std::fs::copy(path(&folder, &format!("{LISTED}.thumb")), path(&folder, &format!("{LISTED}.full")))
        .unwrap();
    assert!(matches!(files.read(code(), LISTED, Size::Full), Err(StoreError::WrongKey(_))));
}

#[test]
fn removing_twice_is_no_error() {
    let (folder, files) = open();
    files.write(code(), LISTED, b"full", b"thumb").unwrap();
    files.remove(code(), LISTED).unwrap();
    files.remove(code(), LISTED).unwrap();
    assert_eq!(names(&folder), [""; 0]);
}

#[test]
fn the_sweep_takes_what_no_request_lists() {
    let (folder, files) = open();
    files.write(code(), LISTED, b"full", b"thumb").unwrap();
    files.write(code(), STRAY, b"full", b"thumb").unwrap();
    // The power went while a photo of a listed request was written again.
    std::fs::write(path(&folder, &format!("{LISTED}.part")), b"half").unwrap();
    let day = Duration::from_secs(24 * 60 * 60);
    assert_eq!(files.sweep(code(), &[LISTED], day).unwrap(), 0, "its request may be under way");
    assert_eq!(files.sweep(code(), &[LISTED], Duration::ZERO).unwrap(), 3);
    assert_eq!(names(&folder), [format!("{LISTED}.full"), format!("{LISTED}.thumb")]);
    let nowhere = "140109013009".parse().unwrap();
    assert_eq!(files.sweep(nowhere, &[], Duration::ZERO).unwrap(), 0);
}
