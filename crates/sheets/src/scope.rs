//! The scope of a grid as people write it: `和平苑:1-4号楼、6号楼；柳巷里:5号楼1-2单元`.

use crate::rows::ScopePart;
use crate::text::{building_key, building_name, key, numeral, tidy, unit_name};

/// Widest range; a community has no hundred buildings in a row.
const WIDEST: u32 = 100;

/// The parts that a scope names, or the piece that cannot be read.
pub(crate) fn parse(text: &str) -> Result<Vec<ScopePart>, String> {
    let mut parts = Vec::new();
    for of_estate in text.split([';', '；', '\n']).map(tidy).filter(|piece| !piece.is_empty()) {
        let Some((estate, list)) = of_estate.split_once([':', '：']) else {
            parts.push(ScopePart { estate: of_estate, building: None, unit: None });
            continue;
        };
        let estate = tidy(estate);
        let mut pieces = list.split(['、', ',', '，']).map(tidy).filter(|piece| !piece.is_empty()).peekable();
        if estate.is_empty() || pieces.peek().is_none() {
            return Err(of_estate);
        }
        for piece in pieces {
            parts.extend(buildings(&estate, &piece).ok_or(piece)?);
        }
    }
    Ok(parts)
}

/// `1-4号楼`, `6号楼`, `5号楼1-2单元`, `全部`.
fn buildings(estate: &str, piece: &str) -> Option<Vec<ScopePart>> {
    let piece = key(piece);
    if matches!(piece.as_str(), "全部" | "全小区" | "all") {
        return Some(vec![ScopePart { estate: estate.to_owned(), building: None, unit: None }]);
    }
    let units_at = piece.strip_suffix("单元").map(|head| {
        let list_starts = head
            .trim_end_matches(|c: char| c.is_ascii_digit() || c == '-' || numeral(&c.to_string()).is_some());
        (list_starts.len(), head)
    });
    if let Some((at, head)) = units_at {
        let (building, units) = head.split_at(at);
        if building.is_empty() {
            return None;
        }
        let units = numbers(units)?;
        return Some(units.into_iter().map(|unit| part(estate, building, Some(unit_name(&unit)))).collect());
    }
    if piece.contains('-') {
        return Some(
            numbers(&building_range(&piece))?.iter().map(|number| part(estate, number, None)).collect(),
        );
    }
    (!building_key(&piece).is_empty()).then(|| vec![part(estate, &piece, None)])
}

/// `1-4号楼` and `1号楼-4号楼` → `1-4`.
fn building_range(piece: &str) -> String {
    piece.split('-').map(building_key).collect::<Vec<_>>().join("-")
}

/// `3` or `1-4`, ascending.
fn numbers(text: &str) -> Option<Vec<String>> {
    match text.split_once('-') {
        None => Some(vec![numeral(text).filter(|_| !text.is_empty())?.to_string()]),
        Some((first, last)) => {
            let (first, last) = (numeral(first)?, numeral(last)?);
            let sound = first <= last && last - first < WIDEST;
            sound.then(|| (first..=last).map(|number| number.to_string()).collect())
        }
    }
}

fn part(estate: &str, building: &str, unit: Option<String>) -> ScopePart {
    ScopePart { estate: estate.to_owned(), building: Some(building_name(building)), unit }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Result<Vec<String>, String> {
        let show = |part: ScopePart| {
            [Some(part.estate), part.building, part.unit].into_iter().flatten().collect::<Vec<_>>().join("/")
        };
        parse(text).map(|parts| parts.into_iter().map(show).collect())
    }

    #[test]
    fn ranges_lists_units_and_whole_estates_are_read() {
        for (text, parts) in [
            ("和平苑:1-3号楼", vec!["和平苑/1号楼", "和平苑/2号楼", "和平苑/3号楼"]),
            ("和平苑：1号楼-2号楼、六号楼", vec!["和平苑/1号楼", "和平苑/2号楼", "和平苑/6号楼"]),
            ("和平苑:5号楼1-2单元", vec!["和平苑/5号楼/1单元", "和平苑/5号楼/2单元"]),
            ("和平苑:5号楼三单元；柳巷里", vec!["和平苑/5号楼/3单元", "柳巷里"]),
            ("柳巷里:全部", vec!["柳巷里"]),
            ("和平苑:东配楼", vec!["和平苑/东配楼"]),
        ] {
            assert_eq!(shown(text).expect(text), parts, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        assert_eq!(shown("和平苑:4-1号楼"), Err("4-1号楼".to_owned()));
        assert_eq!(shown("和平苑:1-999号楼"), Err("1-999号楼".to_owned()));
        assert_eq!(shown("和平苑:"), Err("和平苑:".to_owned()));
        assert_eq!(shown("和平苑:2单元"), Err("2单元".to_owned()));
    }
}
