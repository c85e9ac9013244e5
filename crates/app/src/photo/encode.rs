//! From pixels to the two JPEG files that are kept.

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, RgbImage};

use super::problem::PhotoProblem;
use super::{CleanPhoto, FULL_SIDE, THUMB_SIDE};

/// JPEG quality of both files, 1 to 100: text on a notice board stays legible, a photo stays under half a megabyte.
const QUALITY: u8 = 82;

/// Shrinks, turns upright and encodes. The large buffer is given up as soon as the small one exists.
pub(super) fn to_clean_photo(
    pixels: DynamicImage,
    orientation: Orientation,
) -> Result<CleanPhoto, PhotoProblem> {
    let mut small = within(pixels, FULL_SIDE);
    small.apply_orientation(orientation);
    let full = on_white(small);
    let (width, height) = full.dimensions();
    let full = DynamicImage::ImageRgb8(full);
    let full_bytes = to_jpeg(&full)?;
    let thumb = to_jpeg(&within(full, THUMB_SIDE))?;
    Ok(CleanPhoto { full: full_bytes, thumb, width, height })
}

/// Averages blocks of pixels: sharp enough for shrinking, and unlike a filter in floating point it needs no buffer
/// beside its result.
fn within(picture: DynamicImage, side: u32) -> DynamicImage {
    let (width, height) = (picture.width(), picture.height());
    let longest = width.max(height);
    if longest <= side {
        return picture;
    }
    picture.thumbnail_exact(scaled(width, side, longest), scaled(height, side, longest))
}

/// `length × side ÷ longest`, rounded, at least one pixel.
fn scaled(length: u32, side: u32, longest: u32) -> u32 {
    let (length, side, longest) = (u64::from(length), u64::from(side), u64::from(longest));
    let rounded = (length * side + longest / 2) / longest;
    u32::try_from(rounded).map_or(1, |length| length.max(1))
}

/// JPEG has no transparency: what was see-through becomes paper.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let picture = picture.into_rgba8();
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [red, green, blue, alpha] = picture.get_pixel(x, y).0;
        image::Rgb([red, green, blue].map(|level| blend(level, alpha)))
    })
}

/// One colour level over white, all in 0 to 255.
fn blend(level: u8, alpha: u8) -> u8 {
    let (level, alpha) = (u32::from(level), u32::from(alpha));
    u8::try_from((level * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
}

fn to_jpeg(picture: &DynamicImage) -> Result<Vec<u8>, PhotoProblem> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    picture.write_with_encoder(encoder).map_err(|_| PhotoProblem::Damaged)?;
    Ok(bytes)
}
