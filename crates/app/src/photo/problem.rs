//! Why a photo was not taken, with a stable code and the cure to show.

use std::fmt;

/// A kind of file that people send as a photo and that is not decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForeignKind {
    /// The iPhone's own format; the cure is the camera setting "most compatible" or a screenshot.
    Heic,
    /// AV1 still picture.
    Avif,
    /// Graphics Interchange Format.
    Gif,
    /// Tagged Image File Format, raw pictures of cameras among them.
    Tiff,
    /// Windows bitmap.
    Bmp,
    /// A drawing in XML, which may carry script.
    Svg,
    /// A page.
    Html,
    /// A document.
    Pdf,
    /// A ZIP archive, or an office document, which is one.
    Zip,
    /// A film.
    Video,
    /// None of the kinds known here.
    Unknown,
}

impl ForeignKind {
    /// The name that people know the kind by; empty for [`ForeignKind::Unknown`].
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Heic => "HEIC",
            Self::Avif => "AVIF",
            Self::Gif => "GIF",
            Self::Tiff => "TIFF",
            Self::Bmp => "BMP",
            Self::Svg => "SVG",
            Self::Html => "HTML",
            Self::Pdf => "PDF",
            Self::Zip => "ZIP",
            Self::Video => "MP4",
            Self::Unknown => "",
        }
    }
}

/// Why a photo was refused. Each has a [`code`](PhotoProblem::code) and a [`cure_key`](PhotoProblem::cure_key).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoProblem {
    /// No bytes came.
    Empty,
    /// More than [`MAX_BYTES`](super::MAX_BYTES).
    TooManyBytes {
        /// Bytes that came.
        bytes: usize,
    },
    /// Neither JPEG, PNG nor WebP.
    UnsupportedKind {
        /// What the first bytes say it is.
        kind: ForeignKind,
    },
    /// A side over [`MAX_SIDE`](super::MAX_SIDE), or more pixels than
    /// [`MAX_DECODED_BYTES`](super::MAX_DECODED_BYTES) hold. Found from the header, before a pixel is decoded.
    TooManyPixels {
        /// Width in pixels as the header claims, 0 when the decoder did not say.
        width: u32,
        /// Height in pixels as the header claims, 0 when the decoder did not say.
        height: u32,
    },
    /// The right kind, but truncated or broken inside.
    Damaged,
}

impl PhotoProblem {
    /// The stable code, for the API and for logs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "photo_empty",
            Self::TooManyBytes { .. } => "photo_too_many_bytes",
            Self::UnsupportedKind { .. } => "photo_kind_unsupported",
            Self::TooManyPixels { .. } => "photo_too_many_pixels",
            Self::Damaged => "photo_damaged",
        }
    }

    /// The key of the translated sentence that says what to do now.
    #[must_use]
    pub const fn cure_key(self) -> &'static str {
        match self {
            Self::Empty => "photo-empty-cure",
            Self::TooManyBytes { .. } => "photo-too-many-bytes-cure",
            Self::UnsupportedKind { kind: ForeignKind::Heic } => "photo-heic-cure",
            Self::UnsupportedKind { kind: ForeignKind::Video } => "photo-video-cure",
            Self::UnsupportedKind { .. } => "photo-kind-unsupported-cure",
            Self::TooManyPixels { .. } => "photo-too-many-pixels-cure",
            Self::Damaged => "photo-damaged-cure",
        }
    }

    /// The HTTP status that fits: 413 for size in bytes, 415 for a foreign kind, 422 for the rest.
    #[must_use]
    pub const fn status(self) -> u16 {
        match self {
            Self::TooManyBytes { .. } => 413,
            Self::UnsupportedKind { .. } => 415,
            Self::Empty | Self::TooManyPixels { .. } | Self::Damaged => 422,
        }
    }
}

impl fmt::Display for PhotoProblem {
    /// For logs: the code with its figures. People read the translation of the code.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())?;
        match self {
            Self::TooManyBytes { bytes } => write!(out, " ({bytes} bytes)"),
            Self::UnsupportedKind { kind } => write!(out, " ({kind:?})"),
            Self::TooManyPixels { width, height } => write!(out, " ({width} x {height})"),
            Self::Empty | Self::Damaged => Ok(()),
        }
    }
}

impl std::error::Error for PhotoProblem {}
