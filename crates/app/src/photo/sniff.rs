//! The kind of a file from its first bytes.

use image::ImageFormat;

use super::problem::ForeignKind;

/// How far into a text file the root element of a drawing or a page is looked for.
const TEXT_PREFIX: usize = 1_024;

/// The format to decode, or the name of what came instead.
pub(super) fn kind_of(bytes: &[u8]) -> Result<ImageFormat, ForeignKind> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Ok(ImageFormat::Jpeg),
        [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Ok(ImageFormat::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(ImageFormat::WebP),
        _ => Err(foreign_kind(bytes)),
    }
}

fn foreign_kind(bytes: &[u8]) -> ForeignKind {
    match bytes {
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => brand_kind(brand),
        [b'G', b'I', b'F', b'8', ..] => ForeignKind::Gif,
        [b'I', b'I', 0x2A, 0, ..] | [b'M', b'M', 0, 0x2A, ..] => ForeignKind::Tiff,
        [b'B', b'M', ..] => ForeignKind::Bmp,
        [b'%', b'P', b'D', b'F', ..] => ForeignKind::Pdf,
        [b'P', b'K', 3, 4, ..] => ForeignKind::Zip,
        _ => text_kind(&bytes[..bytes.len().min(TEXT_PREFIX)]),
    }
}

/// The major brand of an ISO base media file: still pictures and films share the container.
fn brand_kind(brand: &[u8]) -> ForeignKind {
    match brand {
        [b'h', b'e', b'i' | b'v', ..] | [b'm', b'i' | b's', b'f', b'1', ..] => ForeignKind::Heic,
        [b'a', b'v', b'i', ..] => ForeignKind::Avif,
        _ => ForeignKind::Video,
    }
}

fn text_kind(prefix: &[u8]) -> ForeignKind {
    let text = String::from_utf8_lossy(prefix).to_ascii_lowercase();
    if text.contains("<svg") {
        ForeignKind::Svg
    } else if text.contains("<html") || text.contains("<!doctype html") || text.contains("<script") {
        ForeignKind::Html
    } else {
        ForeignKind::Unknown
    }
}
