//! Twenty pixel floods at once, in a process of their own so that its memory is theirs.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test: what cannot be read is its failure")]

use std::fs;
use std::io::Cursor;
use std::thread;

use guanjia_app::photo::PhotoPress;
use image::{DynamicImage, ImageFormat};

/// Highest resident memory of this process so far, in MB.
fn peak_resident_mb() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1_000
}

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

#[test]
fn twenty_floods_at_once_stay_under_512_mb() {
    // Refused by its header: a file of some kilobytes that claims 144 MB of pixels. Written in grey, so that writing it
    // does not set the peak.
    let refused = file(&DynamicImage::new_luma8(12_000, 12_000), ImageFormat::Png);
    // Taken: as much as the limits let through, so each has the press to itself.
    let taken = file(&DynamicImage::new_rgb8(8_192, 5_200), ImageFormat::Jpeg);
    let light = file(&DynamicImage::new_rgb8(4_000, 3_000), ImageFormat::Jpeg);
    let press = PhotoPress::new();
    thread::scope(|scope| {
        for place in 0..20 {
            let (press, refused, taken, light) = (&press, &refused, &taken, &light);
            scope.spawn(move || match place % 4 {
                0 => assert!(press.clean(refused).is_err()),
                1 => assert!(press.clean(taken).is_ok()),
                _ => assert!(press.clean(light).is_ok()),
            });
        }
    });
    let peak = peak_resident_mb();
    assert!(peak < 512, "twenty photos at once took {peak} MB");
}
