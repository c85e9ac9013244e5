//! A share with its denominator, its interval and who is left out.

/// Some requests, and the address of their list; without one for whoever may not see them.
#[derive(Debug, Clone)]
pub struct Link {
    /// The words.
    pub words: String,
    /// Where they are listed.
    pub href: Option<String>,
}

impl Link {
    /// Invented.
    pub fn sample(words: &str) -> Self {
        Self { words: words.to_owned(), href: Some("/numbers/requests?of=open".to_owned()) }
    }
}

/// A measure in a line.
#[derive(Debug, Clone)]
pub struct RateRow {
    /// The name of the measure.
    pub name: String,
    /// What it says, in a sentence.
    pub about: String,
    /// The share; words instead where too few are counted.
    pub share: String,
    /// Its interval; nothing where too few are counted.
    pub interval: String,
    /// Those that count as a hit.
    pub hits: Link,
    /// Those that count and are none.
    pub misses: Link,
    /// Those that are left out, by reason.
    pub out: Vec<Link>,
}

impl RateRow {
    /// Invented measures.
    pub fn samples() -> Vec<Self> {
        let row = |name: &str, share: &str, interval: &str| Self {
            name: name.to_owned(),
            about: "时限内给了答复。".to_owned(),
            share: share.to_owned(),
            interval: interval.to_owned(),
            hits: Link::sample("41 件"),
            misses: Link::sample("9 件"),
            out: vec![Link::sample("未联系上 3"), Link::sample("还没回访 12")],
        };
        vec![row("响应率", "82%", "69%–90%"), row("满意率", "不足 10 件，不算比例", "")]
    }
}
