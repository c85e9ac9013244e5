//! Names of places and institutions in free text, without a gazetteer: what stands before 小区, 花园, 学院, 路 ….
//!
//! The left end of a name is not marked in Chinese. So a name is kept as the few characters before its last word, and
//! two texts speak of the same place when those characters stand in the other text, wherever.

use rustc_hash::FxHashSet;

/// What kind of thing a name is: how much it tells about where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An estate, a school, a company: one place.
    Site,
    /// A road, a village, a street: a neighbourhood.
    Area,
}

/// Last words of names, the longest first where one ends in another.
const WORDS: &[(&str, Kind)] = &[
    ("幼儿园", Kind::Site),
    ("中小学", Kind::Site),
    ("小区", Kind::Site),
    ("花园", Kind::Site),
    ("家园", Kind::Site),
    ("嘉园", Kind::Site),
    ("佳园", Kind::Site),
    ("公馆", Kind::Site),
    ("广场", Kind::Site),
    ("大厦", Kind::Site),
    ("学院", Kind::Site),
    ("大学", Kind::Site),
    ("中学", Kind::Site),
    ("小学", Kind::Site),
    ("学校", Kind::Site),
    ("医院", Kind::Site),
    ("公司", Kind::Site),
    ("公园", Kind::Site),
    ("新城", Kind::Site),
    ("名城", Kind::Site),
    ("国际", Kind::Site),
    ("华府", Kind::Site),
    ("宿舍", Kind::Site),
    ("公寓", Kind::Site),
    ("新村", Kind::Site),
    ("山庄", Kind::Site),
    ("名邸", Kind::Site),
    ("市场", Kind::Site),
    ("苑", Kind::Site),
    ("社区", Kind::Site),
    ("街道", Kind::Area),
    ("大道", Kind::Area),
    ("地铁站", Kind::Area),
    ("村", Kind::Site),
    ("镇", Kind::Area),
    ("路", Kind::Area),
    ("街", Kind::Area),
];

/// Characters that do not stand inside a name: particles, pronouns, directions, verbs of reporting.
const OUTSIDE: &str = "的了是在和与及或对向给请把被将从到至于为住位我你他她它们本该各此这那某何有没无不未已也都就还又再很\
                       个等区县市省年月日号栋楼期让求问关反映投诉建议咨询举报解决加强进行旁边附近周边对面";

/// Names that name nothing.
const GENERAL: &[&str] =
    &["高层", "居民", "住宅", "商业", "农贸", "一个", "整个", "老旧", "附属", "公立", "私立", "民办"];

/// How many characters before the last word are kept.
const KEPT: usize = 8;

/// A name in a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Name {
    /// The two to four characters before the last word, half-width, letters small.
    pub core: Vec<char>,
    /// Whether it names one place.
    pub site: bool,
}

/// The names in a text, each once, in order.
pub fn names(text: &str) -> Vec<Name> {
    let chars: Vec<char> = text.chars().map(crate::normal::half_width_small).collect();
    let mut seen = FxHashSet::default();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let Some((length, kind)) = word_at(&chars, at) else {
            at += 1;
            continue;
        };
        let start = (at.saturating_sub(KEPT)..at)
            .rev()
            .take_while(|place| chars[*place].is_alphanumeric() && !OUTSIDE.contains(chars[*place]))
            .last();
        if let Some(start) = start.filter(|start| at - start >= 2) {
            let core = chars[start..at].to_vec();
            let text: String = core.iter().collect();
            let name = Name { core, site: kind == Kind::Site };
            if !GENERAL.iter().any(|general| text.ends_with(general)) && seen.insert(name.clone()) {
                found.push(name);
            }
        }
        at += length;
    }
    found
}

/// The sites that a text names, as the characters before their last words: 翠湖 of 翠湖花园.
#[must_use]
pub fn sites(text: &str) -> Vec<String> {
    names(text).into_iter().filter(|name| name.site).map(|name| name.core.into_iter().collect()).collect()
}

/// With which characters the last words begin: most places of a text are passed over by one look.
const fn may_begin(c: char) -> bool {
    matches!(
        c,
        '幼' | '中'
            | '小'
            | '花'
            | '家'
            | '嘉'
            | '佳'
            | '公'
            | '广'
            | '大'
            | '学'
            | '医'
            | '新'
            | '名'
            | '国'
            | '华'
            | '宿'
            | '山'
            | '市'
            | '苑'
            | '社'
            | '街'
            | '地'
            | '村'
            | '镇'
            | '路'
    )
}

fn word_at(chars: &[char], at: usize) -> Option<(usize, Kind)> {
    if !may_begin(chars[at]) {
        return None;
    }
    WORDS.iter().find_map(|(word, kind)| {
        let length = word.chars().count();
        let there = at + length <= chars.len() && word.chars().zip(&chars[at..]).all(|(a, b)| a == *b);
        // 村民 and 村里 speak of people, not of where.
        let of_people = *word == "村" && matches!(chars.get(at + 1), Some('民' | '里' | '委' | '干'));
        (there && !of_people).then_some((length, *kind))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cores(text: &str) -> Vec<String> {
        names(text).into_iter().map(|name| name.core.into_iter().collect()).collect()
    }

    #[test]
    fn every_last_word_may_begin() {
        assert!(WORDS.iter().all(|(word, _)| word.chars().next().is_some_and(may_begin)));
    }

    #[test]
    fn names_end_at_particles() {
        assert_eq!(cores("我们是理工长风小区的居民，位于滨河路旁边"), ["理工长风", "滨河"]);
        assert_eq!(cores("本小区和该学校"), [""; 0]);
        assert_eq!(cores("翠湖花园与翠湖花园"), ["翠湖"]);
    }
}
