//! How trained models are written: a name, a version, numbers in little-endian order, and a checksum at the end.

/// Why a model cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// It is another kind of file.
    NotAModel,
    /// It was written by another version of the program.
    OtherVersion(u32),
    /// It is cut off or changed.
    Damaged,
}

impl std::fmt::Display for ModelError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotAModel => write!(out, "it is no model of this kind"),
            Self::OtherVersion(version) => {
                write!(out, "it has version {version}, which this program does not read")
            }
            Self::Damaged => write!(out, "it is cut off or changed"),
        }
    }
}

impl std::error::Error for ModelError {}

/// Writes a model.
pub struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    /// Begins with a name of eight bytes and a version.
    pub fn new(name: [u8; 8], version: u32) -> Self {
        let mut bytes = name.to_vec();
        bytes.extend(version.to_le_bytes());
        Self { bytes }
    }

    /// A whole number.
    pub fn number(&mut self, number: u64) {
        self.bytes.extend(number.to_le_bytes());
    }

    /// A text with its length.
    pub fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.bytes.extend(text.as_bytes());
    }

    /// Fractions with their count.
    pub fn fractions(&mut self, fractions: &[f32]) {
        self.number(fractions.len() as u64);
        for fraction in fractions {
            self.bytes.extend(fraction.to_le_bytes());
        }
    }

    /// Whole numbers with their count.
    pub fn numbers(&mut self, numbers: &[u64]) {
        self.number(numbers.len() as u64);
        for number in numbers {
            self.number(*number);
        }
    }

    /// Ends with the checksum.
    pub fn done(mut self) -> Vec<u8> {
        let sum = checksum(&self.bytes);
        self.number(sum);
        self.bytes
    }
}

/// Reads a model.
pub struct Reader<'a> {
    version: u32,
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Looks at name, version and checksum. Versions up to this program's are read.
    pub fn new(bytes: &'a [u8], name: [u8; 8], newest: u32) -> Result<Self, ModelError> {
        let rest = bytes.strip_prefix(&name).ok_or(ModelError::NotAModel)?;
        let (found, rest) = rest.split_first_chunk().ok_or(ModelError::Damaged)?;
        let version = u32::from_le_bytes(*found);
        if version == 0 || version > newest {
            return Err(ModelError::OtherVersion(version));
        }
        let (rest, sum) = rest.split_last_chunk().ok_or(ModelError::Damaged)?;
        let summed = checksum(&bytes[..bytes.len() - sum.len()]);
        if summed != u64::from_le_bytes(*sum) {
            return Err(ModelError::Damaged);
        }
        Ok(Self { version, rest })
    }

    /// The version in which the model was written.
    pub const fn version(&self) -> u32 {
        self.version
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], ModelError> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(ModelError::Damaged)?;
        self.rest = rest;
        Ok(taken)
    }

    /// A whole number.
    pub fn number(&mut self) -> Result<u64, ModelError> {
        let (taken, rest) = self.rest.split_first_chunk().ok_or(ModelError::Damaged)?;
        self.rest = rest;
        Ok(u64::from_le_bytes(*taken))
    }

    /// A count of things of at least `size` bytes each: never more than there are bytes left.
    pub fn count(&mut self, size: usize) -> Result<usize, ModelError> {
        let count = usize::try_from(self.number()?).map_err(|_| ModelError::Damaged)?;
        if count.checked_mul(size).is_none_or(|bytes| bytes > self.rest.len()) {
            return Err(ModelError::Damaged);
        }
        Ok(count)
    }

    /// A text.
    pub fn text(&mut self) -> Result<String, ModelError> {
        let length = self.count(1)?;
        String::from_utf8(self.take(length)?.to_vec()).map_err(|_| ModelError::Damaged)
    }

    /// Fractions; each must be a number.
    pub fn fractions(&mut self) -> Result<Vec<f32>, ModelError> {
        let count = self.count(4)?;
        let (chunks, _) = self.take(count * 4)?.as_chunks();
        let fractions: Vec<f32> = chunks.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect();
        if fractions.iter().all(|fraction| fraction.is_finite()) {
            Ok(fractions)
        } else {
            Err(ModelError::Damaged)
        }
    }

    /// Whole numbers.
    pub fn numbers(&mut self) -> Result<Vec<u64>, ModelError> {
        let count = self.count(8)?;
        let (chunks, _) = self.take(count * 8)?.as_chunks();
        Ok(chunks.iter().map(|bytes| u64::from_le_bytes(*bytes)).collect())
    }

    /// Nothing may follow.
    pub fn done(self) -> Result<(), ModelError> {
        if self.rest.is_empty() { Ok(()) } else { Err(ModelError::Damaged) }
    }
}

/// FNV-1a (Fowler, Noll and Vo): it finds accidents, not attacks.
fn checksum(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A number for a feature; the same on every machine, so that models need not hold words.
pub fn feature(kind: u8, text: impl IntoIterator<Item = char>) -> u64 {
    let start = (0xcbf2_9ce4_8422_2325 ^ u64::from(kind)).wrapping_mul(0x0100_0000_01b3);
    let mixed = text
        .into_iter()
        .fold(start, |sum, c| (sum ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3).rotate_left(23));
    (mixed ^ (mixed >> 29)).wrapping_mul(0x94D0_49BB_1331_11EB)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: [u8; 8] = *b"gj-test\0";

    fn written() -> Vec<u8> {
        let mut writer = Writer::new(NAME, 1);
        writer.text("照明");
        writer.fractions(&[1.5, -2.0]);
        writer.numbers(&[7]);
        writer.done()
    }

    fn read(bytes: &[u8]) -> Result<(String, Vec<f32>, Vec<u64>), ModelError> {
        let mut reader = Reader::new(bytes, NAME, 1)?;
        let out = (reader.text()?, reader.fractions()?, reader.numbers()?);
        reader.done()?;
        Ok(out)
    }

    #[test]
    fn what_was_written_is_read() {
        assert_eq!(read(&written()), Ok(("照明".to_owned(), vec![1.5, -2.0], vec![7])));
    }

    #[test]
    fn damage_anywhere_is_found() {
        let whole = written();
        assert_eq!(read(b"id,text,label"), Err(ModelError::NotAModel));
        for length in 8..whole.len() {
            assert_eq!(read(&whole[..length]), Err(ModelError::Damaged), "{length}");
        }
        for at in 12..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 4;
            assert_eq!(read(&changed), Err(ModelError::Damaged), "{at}");
        }
        let mut newer = whole;
        newer[8] = 2;
        assert_eq!(read(&newer), Err(ModelError::OtherVersion(2)));
    }
}
