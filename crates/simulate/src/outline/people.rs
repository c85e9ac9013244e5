//! People: all invented, and visibly so. Officers are called after solar terms, grid workers after trees and flowers,
//! clerks and contacts after directions, residents after the years of the sexagenary cycle. Surnames follow the old
//! primer of the Hundred Family Surnames in its order.

use super::{ClaimOutline, EstateOutline, OfficerOutline, PersonOutline, Position, id};

const OFFICERS: [&str; 11] = [
    "赵立春",
    "钱雨水",
    "孙惊蛰",
    "李春分",
    "周清明",
    "吴谷雨",
    "郑立夏",
    "王小满",
    "冯芒种",
    "陈夏至",
    "褚小暑",
];
const NEIGHBOUR_OFFICERS: [&str; 2] = ["卫大暑", "蒋立秋"];
/// Grid workers of the reference community.
pub(super) const TREES: &[&str] = &[
    "沈国槐",
    "韩海棠",
    "杨木槿",
    "朱丁香",
    "秦银杏",
    "尤紫荆",
    "许雪松",
    "何连翘",
    "吕玉兰",
    "施白桦",
    "张垂柳",
    "孔合欢",
    "曹石榴",
    "严蔷薇",
    "华梧桐",
    "金侧柏",
    "魏油松",
    "陶山桃",
];
/// Grid workers of the neighbour.
pub(super) const NEIGHBOUR_TREES: &[&str] = &["姜文竹", "戚芍药"];
const CONTACTS: [&str; 16] = [
    "谢向东",
    "邹向南",
    "喻向西",
    "柏向北",
    "水东南",
    "窦东北",
    "章西南",
    "云西北",
    "苏在东",
    "潘在南",
    "葛在西",
    "奚在北",
    "范居中",
    "彭居左",
    "郎居右",
    "鲁居前",
];
const CLERKS: [&str; 2] = ["韦上元", "昌中元"];
const SURNAMES: [&str; 36] = [
    "马", "苗", "凤", "花", "方", "俞", "任", "袁", "柳", "酆", "鲍", "史", "唐", "费", "廉", "岑", "薛",
    "雷", "贺", "倪", "汤", "滕", "殷", "罗", "毕", "郝", "邬", "安", "常", "乐", "于", "时", "傅", "皮",
    "卞", "齐",
];
const STEMS: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
const BRANCHES: [&str; 12] = ["子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"];

/// Number of different invented residents; see [`resident`].
pub const RESIDENTS: usize = 1_800;

/// An invented number: no subscriber holds 130 0000 xxxx. `number` below 10 000.
pub(super) fn phone(number: usize) -> String {
    format!("1300000{:04}", number % 10_000)
}

/// Name and telephone of an invented resident who reports; the same for the same number, repeating after
/// [`RESIDENTS`].
#[must_use]
pub fn resident(number: usize) -> (String, String) {
    let number = number % RESIDENTS;
    let surname = SURNAMES[number % SURNAMES.len()];
    // With 36 surnames, 13 · round + 7 · surname (mod 60) meets another year in each round: no name comes twice.
    let year = (number / SURNAMES.len() + number * 7) % 60;
    (format!("{surname}{}{}", STEMS[year % 10], BRANCHES[year % 12]), phone(1_000 + number))
}

pub(super) fn clerk(number: usize) -> PersonOutline {
    person(format!("clerk{}", number + 1), CLERKS[number], 21 + number)
}

/// The person who answers for organisation `number`.
pub(super) fn contact(key: &str, number: usize) -> PersonOutline {
    person(format!("{key}-contact"), CONTACTS[number % CONTACTS.len()], 301 + number)
}

/// `number` from 1.
pub(super) fn grid_worker(prefix: &str, number: u32, names: &[&str]) -> PersonOutline {
    let index = number as usize - 1;
    let base = if prefix == "g" { 201 } else { 251 };
    person(format!("{prefix}{number:02}-worker"), names[index % names.len()], base + index)
}

/// Secretary and two deputies, six cadres, two social workers.
pub(super) fn officers() -> Vec<OfficerOutline> {
    OFFICERS
        .iter()
        .enumerate()
        .map(|(index, name)| {
            let (tier, position) = match index {
                0 => (1, Position::Secretary),
                1 | 2 => (1, Position::DeputyHead),
                3..=8 => (2, Position::PartyMemberCadre),
                _ => (3, Position::SocialWorker),
            };
            officer(format!("o{:02}", index + 1), name, 101 + index, tier, position)
        })
        .collect()
}

pub(super) fn neighbour_officers() -> Vec<OfficerOutline> {
    vec![
        officer("no01".to_owned(), NEIGHBOUR_OFFICERS[0], 151, 1, Position::Secretary),
        officer("no02".to_owned(), NEIGHBOUR_OFFICERS[1], 152, 3, Position::SocialWorker),
    ]
}

/// `stewards` names the officer of each estate by number; the next officer in the list stands in.
pub(super) fn claims(
    estates: &[EstateOutline],
    officers: &[OfficerOutline],
    stewards: &[usize],
) -> Vec<ClaimOutline> {
    estates
        .iter()
        .zip(stewards)
        .map(|(estate, &steward)| ClaimOutline {
            estate: estate.id,
            steward: officers[steward].person.id,
            deputy: officers[(steward + 1) % officers.len()].person.id,
        })
        .collect()
}

fn officer(key: String, name: &str, number: usize, tier: u8, position: Position) -> OfficerOutline {
    OfficerOutline { person: person(key, name, number), tier, position }
}

fn person(key: String, name: &str, number: usize) -> PersonOutline {
    PersonOutline { id: id(&key), name: name.to_owned(), phone: phone(number), key }
}
