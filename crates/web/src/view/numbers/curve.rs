//! How long it takes until the end, as a picture and as a table.

/// A time in the table beside the picture.
#[derive(Debug, Clone)]
pub struct CurveRow {
    /// After how long.
    pub after: String,
    /// The share that has ended by then.
    pub share: String,
    /// Its interval.
    pub interval: String,
}

/// The curve. The picture is 640 wide and 260 high; its lines stand in `d` attributes, nothing has a style of its own.
#[derive(Debug, Clone, Default)]
pub struct CurvePicture {
    /// The line of the share that has ended.
    pub line: String,
    /// The band of its interval.
    pub band: String,
    /// Marks below: place from the left, words.
    pub marks: Vec<(u32, String)>,
    /// The table.
    pub rows: Vec<CurveRow>,
    /// What the picture says, in a sentence.
    pub about: String,
}

impl CurvePicture {
    /// An invented curve.
    pub fn sample() -> Self {
        let row = |after: &str, share: &str, interval: &str| CurveRow {
            after: after.to_owned(),
            share: share.to_owned(),
            interval: interval.to_owned(),
        };
        Self {
            line: "M40 220H60V160H140V90H300V60H600".to_owned(),
            band: "M40 220H60V180H140V110H300V80H600V40H300V70H140V140H60V200H40Z".to_owned(),
            marks: vec![(40, "0".to_owned()), (140, "1 天".to_owned()), (600, "30 天".to_owned())],
            rows: vec![row("1 天", "64%", "58%–70%"), row("7 天", "91%", "86%–95%")],
            about: "一半的诉求在 9 小时内办结。".to_owned(),
        }
    }
}
