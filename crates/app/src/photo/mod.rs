//! Photos from strangers' phones: read within hard limits, turned upright, and written anew as plain JPEG.
//!
//! What leaves this module was encoded here from bare pixels, so nothing that came along with a picture can survive in
//! it: no EXIF or GPS position, no XMP, IPTC or colour profile, no embedded thumbnail, no second file appended to the
//! first. A wide-gamut picture therefore looks slightly paler than on the phone; a position that leaks costs more.
//!
//! The module does no input or output. [`clean`] works on one picture; a server calls [`PhotoPress::clean`], which
//! does the same under a bound of memory for the whole process.

mod decode;
mod encode;
mod press;
mod problem;
mod sniff;
#[cfg(test)]
mod tests;

pub use press::PhotoPress;
pub use problem::{ForeignKind, PhotoProblem};

/// Largest upload in bytes: 15 MB, more than a 50-megapixel phone writes as JPEG.
pub const MAX_BYTES: usize = 15_000_000;

/// Largest width or height in pixels that is decoded at all.
pub const MAX_SIDE: u32 = 8_192;

/// Largest pixel buffer in bytes that a decoder may fill: 128 MB.
pub const MAX_DECODED_BYTES: u64 = 128_000_000;

/// Longest side in pixels of the picture that is kept; a lamp post number stays legible.
pub const FULL_SIDE: u32 = 1_600;

/// Longest side in pixels of the thumbnail in lists.
pub const THUMB_SIDE: u32 = 320;

/// A photo that is safe to store and to serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CleanPhoto {
    /// Upright JPEG, longest side at most [`FULL_SIDE`], without metadata.
    pub full: Vec<u8>,
    /// Upright JPEG, longest side at most [`THUMB_SIDE`], without metadata.
    pub thumb: Vec<u8>,
    /// Width of `full` in pixels, 1 to [`FULL_SIDE`].
    pub width: u32,
    /// Height of `full` in pixels, 1 to [`FULL_SIDE`].
    pub height: u32,
}

/// Reads one photo and writes it anew.
///
/// The kind is taken from the first bytes, never from a name or a header of the request. Memory of one call: at most
/// three times [`MAX_DECODED_BYTES`] (a progressive JPEG keeps its coefficients beside its pixels).
///
/// # Errors
/// [`PhotoProblem`] says what is wrong; it never panics, whatever the bytes are.
pub fn clean(bytes: &[u8]) -> Result<CleanPhoto, PhotoProblem> {
    let header = decode::read_header(bytes)?;
    develop(bytes, &header)
}

fn develop(bytes: &[u8], header: &decode::Header) -> Result<CleanPhoto, PhotoProblem> {
    let pixels = decode::read_pixels(bytes, header)?;
    decode::guarded(|| encode::to_clean_photo(pixels, header.orientation))
}
