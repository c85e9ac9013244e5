//! Statistical divisions: from the name of a community to its 12-digit code.
//!
//! The embedded edition covers the city of Taiyuan (2023, see `data/divisions/README.md`). A code is a dated
//! edition and not a law of nature: a community whose code is missing here may carry a local one.

use std::sync::LazyLock;

use serde::Serialize;

const PROVINCE: &str = "山西省";
const CITY: &str = "太原市";
/// Codes and names of the city's counties and districts.
const COUNTIES: [(&str, &str); 11] = [
    ("140105", "小店区"),
    ("140106", "迎泽区"),
    ("140107", "杏花岭区"),
    ("140108", "尖草坪区"),
    ("140109", "万柏林区"),
    ("140110", "晋源区"),
    ("140121", "清徐县"),
    ("140122", "阳曲县"),
    ("140123", "娄烦县"),
    ("140171", "山西转型综合改革示范区"),
    ("140181", "古交市"),
];
const STREETS: &str = include_str!("../data/divisions/streets-1401-taiyuan.csv");
const VILLAGES: &str = include_str!("../data/divisions/villages-1401-taiyuan.csv");
/// As many answers as a chooser shows without scrolling far.
const MOST_ANSWERS: usize = 50;

static DIVISIONS: LazyLock<Vec<Division>> = LazyLock::new(load);

/// One county, street or community of the statistics bureau's edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Division {
    /// 6 digits (county), 9 (street) or 12 (community or village).
    pub code: String,
    /// The name as people say it: 晋祠路社区, without 居委会 or 居民委员会.
    pub name: String,
    /// From the province down: 山西省太原市万柏林区长风西街街道晋祠路社区.
    pub full_name: String,
}

impl Division {
    /// Whether this is a community or village, the level that a tenant of the program has.
    pub fn is_community(&self) -> bool {
        self.code.len() == 12
    }

    /// The street that a community belongs to, the county of a street; `None` for a county.
    pub fn parent(&self) -> Option<&'static Division> {
        match self.code.len() {
            12 => by_code(&self.code[..9]),
            9 => by_code(&self.code[..6]),
            _ => None,
        }
    }
}

/// The division that carries exactly this code.
pub fn by_code(code: &str) -> Option<&'static Division> {
    let place = DIVISIONS.binary_search_by(|known| known.code.as_str().cmp(code)).ok()?;
    DIVISIONS.get(place)
}

/// Divisions that a person may mean, best first, at most 50. The query is a name or parts of it (`晋祠路`,
/// `万柏林 晋祠路`, the full name, with or without 居委会) or the beginning of a code.
pub fn search(query: &str) -> Vec<Division> {
    let query: String = query.chars().filter(|c| !c.is_whitespace() && *c != '/' && *c != '-').collect();
    let query = display_name(&query);
    if query.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(u8, &Division)> =
        DIVISIONS.iter().filter_map(|division| Some((rank(division, &query)?, division))).collect();
    // Among equals the community comes first: it is what a person chooses here; then the order of the codes.
    found.sort_by_key(|(rank, division)| (*rank, !division.is_community()));
    found.into_iter().take(MOST_ANSWERS).map(|(_, division)| division.clone()).collect()
}

/// How well the query fits, 0 best; `None` when it does not.
fn rank(division: &Division, query: &str) -> Option<u8> {
    if query.bytes().all(|byte| byte.is_ascii_digit()) {
        return division.code.starts_with(query).then_some(0);
    }
    if division.full_name == query || division.name == query {
        Some(0)
    } else if division.name.starts_with(query) {
        Some(1)
    } else if division.name.contains(query) {
        Some(2)
    } else if division.full_name.ends_with(query) {
        Some(3)
    } else if division.full_name.contains(query) {
        Some(4)
    } else {
        in_order(&division.full_name, query).then_some(5)
    }
}

/// Whether the characters of the query stand in the full name in the same order:
/// 万柏林晋祠路 leaves out the words between.
fn in_order(full_name: &str, query: &str) -> bool {
    let mut rest = full_name.chars();
    query.chars().all(|wanted| rest.any(|c| c == wanted))
}

/// 晋祠路社区居委会 → 晋祠路社区, 新店村村民委员会 → 新店村, 上兰村民委员会 → 上兰村.
fn display_name(name: &str) -> String {
    for suffix in ["居民委员会", "居委会"] {
        if let Some(stem) = name.strip_suffix(suffix) {
            return stem.to_owned();
        }
    }
    for suffix in ["民委员会", "委会"] {
        if let Some(stem) = name.strip_suffix(suffix).filter(|stem| stem.ends_with('村')) {
            return stem.strip_suffix("村村").map_or_else(|| stem.to_owned(), |root| format!("{root}村"));
        }
    }
    name.to_owned()
}

fn load() -> Vec<Division> {
    let city = format!("{PROVINCE}{CITY}");
    let mut all: Vec<Division> = COUNTIES
        .iter()
        .map(|(code, name)| Division {
            code: (*code).to_owned(),
            name: (*name).to_owned(),
            full_name: format!("{city}{name}"),
        })
        .collect();
    for (table, parent_digits) in [(STREETS, 6), (VILLAGES, 9)] {
        all.sort_by(|a, b| a.code.cmp(&b.code));
        let children: Vec<Division> =
            table.lines().skip(1).filter_map(|line| child(line, parent_digits, &all)).collect();
        all.extend(children);
    }
    all.sort_by(|a, b| a.code.cmp(&b.code));
    all
}

/// One line `140109013001,"晋祠路社区居委会",…`; no name of the edition holds a comma or a quote.
fn child(line: &str, parent_digits: usize, known: &[Division]) -> Option<Division> {
    let mut fields = line.split(',').map(|field| field.trim_matches('"'));
    let (code, name) = (fields.next()?, display_name(fields.next()?));
    let parent = code.get(..parent_digits)?;
    let parent = known.binary_search_by(|division| division.code.as_str().cmp(parent)).ok()?;
    let full_name = format!("{}{name}", known[parent].full_name);
    Some(Division { code: code.to_owned(), name, full_name })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FULL: &str = "山西省太原市万柏林区长风西街街道晋祠路社区";

    #[test]
    fn every_line_of_the_edition_is_read() {
        let of = |digits| DIVISIONS.iter().filter(|division| division.code.len() == digits).count();
        assert_eq!((of(6), of(9), of(12)), (11, 108, 1401));
    }

    #[test]
    fn the_full_name_and_its_parts_give_the_code() {
        let ways = [
            FULL,
            "晋祠路",
            "晋祠路社区",
            "晋祠路社区居委会",
            "长风西街街道晋祠路社区居民委员会",
            "万柏林 晋祠路",
            "太原/长风西街/晋祠路",
            "140109013001",
        ];
        for query in ways {
            let first = search(query).into_iter().next().unwrap_or_else(|| panic!("nothing for {query}"));
            assert_eq!(first.code, "140109013001", "{query}");
            assert_eq!(first.name, "晋祠路社区");
            assert_eq!(first.full_name, FULL);
        }
    }

    #[test]
    fn a_community_knows_its_street_and_county() {
        let community = by_code("140109013001").expect("listed");
        let street = community.parent().expect("has a street");
        assert_eq!((street.code.as_str(), street.name.as_str()), ("140109013", "长风西街街道"));
        assert_eq!(street.parent().map(|county| county.name.as_str()), Some("万柏林区"));
    }

    #[test]
    fn a_street_is_found_and_lists_its_communities_by_code() {
        assert!(search("长风西街街道").iter().any(|division| division.code == "140109013"));
        assert_eq!(search("140109013").iter().filter(|division| division.is_community()).count(), 12);
    }

    #[test]
    fn nothing_is_found_for_nothing_or_nonsense() {
        assert!(search("  ").is_empty());
        assert!(search("火星社区").is_empty());
        assert!(by_code("140109013999").is_none());
    }

    #[test]
    fn village_names_lose_the_committee_only() {
        assert_eq!(display_name("新店村村民委员会"), "新店村");
        assert_eq!(display_name("上兰村民委员会"), "上兰村");
        assert_eq!(display_name("北营村委会"), "北营村");
        assert_eq!(display_name("太原钢铁（集团）有限公司社区"), "太原钢铁（集团）有限公司社区");
    }
}
