//! Hostile, odd and ordinary pictures.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use proptest::prelude::*;

use super::decode::guarded;
use super::{CleanPhoto, FULL_SIDE, ForeignKind, MAX_BYTES, PhotoProblem, THUMB_SIDE, clean};

/// Left half red, right half blue, so that turning shows.
fn two_colours(width: u32, height: u32) -> DynamicImage {
    let half = width / 2;
    let paint = |x, _| if x < half { Rgb([250, 10, 10]) } else { Rgb([10, 10, 250]) };
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, paint))
}

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    file(&two_colours(width, height), ImageFormat::Jpeg)
}

/// A JPEG segment put right behind the start marker.
fn with_segment(jpeg: &[u8], marker: u8, payload: &[u8]) -> Vec<u8> {
    let length = u16::try_from(payload.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xFF, marker], &length, payload, &jpeg[2..]].concat()
}

/// EXIF with an orientation and a note that must not survive.
fn exif(orientation: u8) -> Vec<u8> {
    let mut tiff = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend([0x0E, 0x01, 2, 0, 12, 0, 0, 0, 38, 0, 0, 0]); // ImageDescription, 12 characters at offset 38
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    tiff.extend([0, 0, 0, 0]);
    tiff.extend(b"CANARY-EXIF\0");
    tiff
}

fn markers(jpeg: &[u8]) -> Vec<u8> {
    let (mut found, mut at) = (Vec::new(), 2);
    while at + 4 <= jpeg.len() && jpeg[at] == 0xFF && jpeg[at + 1] != 0xDA {
        found.push(jpeg[at + 1]);
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
    found
}

fn pixels(jpeg: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).unwrap().into_rgb8()
}

fn kind(bytes: &[u8]) -> ForeignKind {
    match clean(bytes) {
        Err(PhotoProblem::UnsupportedKind { kind }) => kind,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_three_kinds_come_out_as_small_jpegs() {
    let picture = two_colours(2_400, 1_200);
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let photo = clean(&file(&picture, format)).unwrap();
        assert_eq!((photo.width, photo.height), (FULL_SIDE, FULL_SIDE / 2), "{format:?}");
        assert_eq!(pixels(&photo.full).dimensions(), (FULL_SIDE, FULL_SIDE / 2));
        assert_eq!(pixels(&photo.thumb).dimensions(), (THUMB_SIDE, THUMB_SIDE / 2));
    }
}

#[test]
fn a_small_picture_keeps_its_size_and_a_thin_one_keeps_a_pixel() {
    let photo = clean(&jpeg(40, 30)).unwrap();
    assert_eq!((photo.width, photo.height), (40, 30));
    let line = clean(&file(&two_colours(8_000, 1), ImageFormat::Png)).unwrap();
    assert_eq!((line.width, line.height), (FULL_SIDE, 1));
}

#[test]
fn orientation_is_applied_to_the_pixels() {
    let upright = clean(&with_segment(&jpeg(400, 200), 0xE1, &exif(6))).unwrap();
    assert_eq!((upright.width, upright.height), (200, 400));
    let (top, bottom) =
        (*pixels(&upright.full).get_pixel(100, 40), *pixels(&upright.full).get_pixel(100, 360));
    assert!(top[0] > 200 && bottom[2] > 200, "red is on top, blue below: {top:?} {bottom:?}");
    let mirrored = clean(&with_segment(&jpeg(400, 200), 0xE1, &exif(2))).unwrap();
    assert!(pixels(&mirrored.full).get_pixel(40, 100)[2] > 200, "blue came to the left");
    let nonsense = clean(&with_segment(&jpeg(400, 200), 0xE1, &exif(99))).unwrap();
    assert_eq!((nonsense.width, nonsense.height), (400, 200));
}

#[test]
fn nothing_that_came_along_survives() {
    let mut bytes = with_segment(&jpeg(400, 200), 0xE1, &exif(1));
    bytes = with_segment(&bytes, 0xE1, b"http://ns.adobe.com/xap/1.0/\0CANARY-XMP");
    bytes = with_segment(&bytes, 0xE2, b"ICC_PROFILE\0\x01\x01CANARY-ICC");
    bytes = with_segment(&bytes, 0xED, b"Photoshop 3.0\x008BIM\x04\x04CANARY-IPTC");
    bytes = with_segment(&bytes, 0xFE, b"CANARY-COMMENT");
    bytes.extend(b"PK\x03\x04CANARY-ARCHIVE<script>");
    let CleanPhoto { full, thumb, .. } = clean(&bytes).unwrap();
    for out in [full, thumb] {
        assert!(!out.windows(6).any(|window| window == b"CANARY"));
        let named: Vec<u8> = markers(&out).into_iter().filter(|marker| *marker > 0xE0).collect();
        assert_eq!(named, [0_u8; 0], "no application segment but JFIF, no comment");
    }
}

#[test]
fn what_was_transparent_becomes_white() {
    let glass = RgbaImage::from_pixel(32, 32, Rgba([0, 0, 0, 0]));
    let photo = clean(&file(&DynamicImage::ImageRgba8(glass), ImageFormat::Png)).unwrap();
    assert_eq!(pixels(&photo.full).get_pixel(16, 16).0, [255, 255, 255]);
}

#[test]
fn foreign_kinds_are_named_whatever_they_are_called() {
    for (bytes, expected) in [
        (&b"\0\0\0\x18ftypheic\0\0\0\0"[..], ForeignKind::Heic),
        (b"\0\0\0\x18ftypmif1\0\0\0\0", ForeignKind::Heic),
        (b"\0\0\0\x18ftypavif\0\0\0\0", ForeignKind::Avif),
        (b"\0\0\0\x18ftypisom\0\0\0\0", ForeignKind::Video),
        (b"GIF89a\x01\0\x01\0", ForeignKind::Gif),
        (b"II*\0\x08\0\0\0", ForeignKind::Tiff),
        (b"BM\x3a\0\0\0", ForeignKind::Bmp),
        (b"%PDF-1.7\n", ForeignKind::Pdf),
        (b"PK\x03\x04\x14\0", ForeignKind::Zip),
        (b"<?xml version='1.0'?><svg onload='x()'/>", ForeignKind::Svg),
        (b"\xEF\xBB\xBF<!DOCTYPE HTML><title>x</title>", ForeignKind::Html),
        (b"RIFF\0\0\0\0AVI LIST", ForeignKind::Unknown),
        (b"hello", ForeignKind::Unknown),
    ] {
        assert_eq!(kind(bytes), expected);
    }
    assert_eq!(
        PhotoProblem::UnsupportedKind { kind: ForeignKind::Heic }.cure_key(),
        "photo-heic-cure",
        "the commonest foreign kind has a cure of its own"
    );
}

#[test]
fn size_is_refused_before_pixels_are_decoded() {
    assert_eq!(clean(&[]), Err(PhotoProblem::Empty));
    let bytes = MAX_BYTES + 1;
    assert_eq!(clean(&vec![0; bytes]), Err(PhotoProblem::TooManyBytes { bytes }));
    let wide = file(&DynamicImage::new_luma8(8_193, 1), ImageFormat::Png);
    assert!(matches!(clean(&wide), Err(PhotoProblem::TooManyPixels { .. })));
    let many = file(&DynamicImage::new_luma8(8_192, 8_192), ImageFormat::Png);
    assert!(clean(&many).is_ok(), "67 MB of grey fit");
    let too_many = file(&DynamicImage::new_rgb8(8_192, 5_300), ImageFormat::Png);
    assert_eq!(clean(&too_many), Err(PhotoProblem::TooManyPixels { width: 8_192, height: 5_300 }));
}

#[test]
fn a_panic_of_a_decoder_is_an_answer() {
    assert_eq!(guarded::<()>(|| panic!("planted")), Err(PhotoProblem::Damaged));
}

#[test]
fn every_cut_of_a_picture_is_answered() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let whole = file(&two_colours(48, 32), format);
        for end in 0..whole.len() {
            if let Err(problem) = clean(&whole[..end]) {
                assert!(!problem.code().is_empty() && !problem.cure_key().is_empty());
            }
        }
        assert!(clean(&whole[..whole.len() / 2]).is_err() || format == ImageFormat::Jpeg, "{format:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn random_damage_is_answered(
        format in prop::sample::select(vec![ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP]),
        hits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..24),
        tail in prop::collection::vec(any::<u8>(), 0..64),
    ) {
        let mut bytes = file(&two_colours(64, 48), format);
        for (place, value) in hits {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        bytes.extend(tail);
        if let Ok(photo) = clean(&bytes) {
            prop_assert!(photo.width.max(photo.height) <= FULL_SIDE);
            prop_assert_eq!(&photo.full[..3], &[0xFF, 0xD8, 0xFF]);
        }
    }
}
