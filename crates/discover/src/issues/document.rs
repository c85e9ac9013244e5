//! A request made ready for comparison.

use super::Request;
use super::names::{Name, names};
use super::vocabulary::{Vector, Vocabulary};

/// How often the title counts in the whole text: it is what people chose to say.
const TITLE_TIMES: u16 = 2;
/// So many characters of a body are read; what follows are laws quoted and tables.
const BODY: usize = 1_200;
/// So many names of a text are compared.
const NAMES: usize = 10;
/// Milliseconds of a day, and of China's offset.
const DAY: i64 = 86_400_000;
const OFFSET: i64 = 8 * 3_600_000;

/// A name as the numbers of its pairs.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Numbers of the pairs of its core, ascending.
    pub pairs: Vec<u32>,
    /// Whether it names one place.
    pub site: bool,
    /// How telling its most telling pair is.
    pub weight: f32,
    /// Whether it stands in the title.
    pub in_title: bool,
}

/// What is compared.
#[derive(Clone, Debug)]
pub struct Document {
    /// The title, or the first sentence where there is none.
    pub title: Vector,
    /// Title and body.
    pub full: Vector,
    /// The same without the pairs of names: what is the matter, wherever.
    pub matter: Vector,
    /// Names, those of the title first.
    pub mentions: Vec<Mention>,
    /// Districts (A3区) named.
    pub districts: Vec<[char; 3]>,
    /// The pairs of the title in their order.
    pub sequence: Vec<u32>,
    /// The day, China's time.
    pub day: i64,
}

/// All documents of some requests, with the vocabulary they share.
pub fn documents(requests: &[&Request], step: &mut impl FnMut()) -> (Vec<Document>, Vocabulary) {
    let mut words = Vocabulary::default();
    let counted: Vec<_> = requests
        .iter()
        .map(|request| {
            let (title, body) = split(request);
            let head = words.count(title);
            let rest = words.count(body);
            let full = joined(&head, &rest);
            words.spread(&full);
            let mut found = names(title);
            let in_title = found.len();
            for name in names(body) {
                if !found.contains(&name) {
                    found.push(name);
                }
            }
            found.truncate(NAMES.max(in_title));
            step();
            (head, full, found, in_title)
        })
        .collect();
    let documents = counted
        .into_iter()
        .zip(requests)
        .map(|((head, full, found, in_title), request)| {
            let mentions: Vec<Mention> = found
                .iter()
                .enumerate()
                .filter_map(|(place, name)| mention(name, place < in_title, &words))
                .collect();
            let named: Vec<u32> = mentions.iter().flat_map(|mention| mention.pairs.iter().copied()).collect();
            let matter: Vec<_> = full.iter().copied().filter(|(pair, _)| !named.contains(pair)).collect();
            step();
            Document {
                title: words.vector(&head),
                full: words.vector(&full),
                matter: words.vector(&matter),
                mentions,
                districts: districts(request),
                sequence: crate::bigrams(split(request).0).filter_map(|pair| words.number(pair)).collect(),
                day: day(request.at),
            }
        })
        .collect();
    (documents, words)
}

/// The day of a moment, China's time.
pub const fn day(at: i64) -> i64 {
    (at + OFFSET).div_euclid(DAY)
}

/// Title and body; without a title the first sentence serves.
pub fn split<'a>(request: &Request<'a>) -> (&'a str, &'a str) {
    let body_end = request.text.char_indices().nth(BODY).map_or(request.text.len(), |(at, _)| at);
    let body = &request.text[..body_end];
    if !request.title.trim().is_empty() {
        return (request.title, body);
    }
    let end = body.find(['。', '！', '？', '\n', '；']).unwrap_or(body.len());
    let most = body.char_indices().nth(60).map_or(body.len(), |(at, _)| at);
    (&body[..end.min(most)], body)
}

/// The counts of both, the title's several times.
fn joined(title: &[(u32, u16)], body: &[(u32, u16)]) -> Vec<(u32, u16)> {
    let mut all: Vec<(u32, u16)> =
        title.iter().map(|(pair, count)| (*pair, count * TITLE_TIMES)).chain(body.iter().copied()).collect();
    all.sort_unstable_by_key(|(pair, _)| *pair);
    all.dedup_by(|next, first| {
        let same = next.0 == first.0;
        if same {
            first.1 = first.1.saturating_add(next.1);
        }
        same
    });
    all
}

fn mention(name: &Name, in_title: bool, words: &Vocabulary) -> Option<Mention> {
    let mut pairs: Vec<u32> =
        name.core.windows(2).filter_map(|pair| words.number([pair[0], pair[1]])).collect();
    pairs.sort_unstable();
    pairs.dedup();
    let weight = pairs.iter().map(|pair| words.weight(*pair)).fold(0.0, f32::max);
    (!pairs.is_empty()).then_some(Mention { pairs, site: name.site, weight, in_title })
}

/// Two characters before 区 or 县.
fn districts(request: &Request) -> Vec<[char; 3]> {
    let chars: Vec<char> = request
        .title
        .chars()
        .chain(request.text.chars().take(80))
        .map(crate::normal::half_width_small)
        .collect();
    let mut found: Vec<[char; 3]> = chars
        .windows(3)
        .filter(|w| {
            matches!(w[2], '区' | '县') && !matches!(w[1], '小' | '社' | '片' | '园' | '校' | '地' | '辖')
        })
        .map(|w| [w[0], w[1], w[2]])
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}
