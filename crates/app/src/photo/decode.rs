//! From bytes to pixels: the header decides first, under limits, and a decoder's panic is an answer, not an outage.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use super::problem::PhotoProblem;
use super::{MAX_BYTES, MAX_DECODED_BYTES, MAX_SIDE, sniff};

/// What a picture says of itself before a pixel is decoded.
#[derive(Debug)]
pub(super) struct Header {
    format: ImageFormat,
    /// How the camera was held; applied to the pixels, since the note itself is dropped.
    pub(super) orientation: Orientation,
    /// The most memory in bytes that decoding takes, the upload not counted.
    pub(super) peak_bytes: u64,
}

/// Checks size, kind and dimensions. Costs a copy of the upload at most.
pub(super) fn read_header(bytes: &[u8]) -> Result<Header, PhotoProblem> {
    if bytes.is_empty() {
        return Err(PhotoProblem::Empty);
    }
    if bytes.len() > MAX_BYTES {
        return Err(PhotoProblem::TooManyBytes { bytes: bytes.len() });
    }
    let format = sniff::kind_of(bytes).map_err(|kind| PhotoProblem::UnsupportedKind { kind })?;
    guarded(|| {
        let decoder = reader(bytes, format).into_decoder().map_err(|error| problem_of(&error))?;
        let (width, height) = decoder.dimensions();
        let pixel_bytes = decoder.total_bytes();
        if pixel_bytes > MAX_DECODED_BYTES {
            return Err(PhotoProblem::TooManyPixels { width, height });
        }
        Ok(Header { format, orientation: orientation_of(bytes), peak_bytes: peak_bytes(format, pixel_bytes) })
    })
}

/// Decodes within the limits that [`read_header`] has checked.
pub(super) fn read_pixels(bytes: &[u8], header: &Header) -> Result<DynamicImage, PhotoProblem> {
    guarded(|| reader(bytes, header.format).decode().map_err(|error| problem_of(&error)))
}

/// Runs `work`; a panic inside a decoder becomes [`PhotoProblem::Damaged`].
pub(super) fn guarded<T>(work: impl FnOnce() -> Result<T, PhotoProblem>) -> Result<T, PhotoProblem> {
    // Nothing outlives the unwinding: `work` owns all that it builds and only reads the upload.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(PhotoProblem::Damaged))
}

fn reader(bytes: &[u8], format: ImageFormat) -> ImageReader<Cursor<&[u8]>> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_DECODED_BYTES);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    reader
}

/// A progressive JPEG holds two-byte coefficients for every sample beside the pixels; a lossless WebP holds its own
/// four-byte canvas. PNG is decoded line by line.
fn peak_bytes(format: ImageFormat, pixel_bytes: u64) -> u64 {
    match format {
        ImageFormat::Png => pixel_bytes.saturating_mul(2),
        _ => pixel_bytes.saturating_mul(3),
    }
}

fn problem_of(error: &ImageError) -> PhotoProblem {
    match error {
        ImageError::Limits(_) => PhotoProblem::TooManyPixels { width: 0, height: 0 },
        _ => PhotoProblem::Damaged,
    }
}

/// The EXIF orientation, upright where there is none or it makes no sense: a picture that lies on its side is still a
/// report, a broken note is no reason to refuse it.
fn orientation_of(bytes: &[u8]) -> Orientation {
    exif::Reader::new()
        .read_from_container(&mut Cursor::new(bytes))
        .ok()
        .and_then(|notes| notes.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?.value.get_uint(0))
        .and_then(|code| Orientation::from_exif(u8::try_from(code).ok()?))
        .unwrap_or(Orientation::NoTransforms)
}
