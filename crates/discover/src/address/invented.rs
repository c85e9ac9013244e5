//! Invented addresses, so that the program reads the usual writings before a community has trained on its own.

use super::{Tagged, Tagger, signs};
use crate::statistics::Chance;

/// So many are invented.
const ADDRESSES: usize = 600;

const PROVINCES: &[&str] = &["山西省", "河北省", "陕西省", "河南省", "浙江省", "山西", "江苏省"];
const CITIES: &[&str] =
    &["太原市", "大同市", "晋中市", "西安市", "石家庄市", "杭州市", "太原", "郑州市", "南京市"];
const DISTRICTS: &[&str] = &[
    "万柏林区",
    "小店区",
    "迎泽区",
    "杏花岭区",
    "尖草坪区",
    "晋源区",
    "清徐县",
    "榆次区",
    "长安区",
    "高陵县",
];
const TOWNS: &[&str] = &[
    "长风西街街道",
    "千峰街道",
    "和平街道",
    "下元街道",
    "坞城街道",
    "北营街道",
    "姚村镇",
    "金胜镇",
    "西铭乡",
];
const COMMUNITIES: &[&str] =
    &["晋祠路社区", "兴华社区", "彭村社区", "南寒社区", "寇庄村", "王村", "大井峪村"];
const ROADS: &[&str] = &[
    "晋祠路",
    "长风西街",
    "千峰南路",
    "滨河西路",
    "和平北路",
    "漪汾街",
    "南内环街",
    "学府街",
    "体育路",
    "新建南路",
    "迎泽大街",
];
const ESTATES: &[&str] = &[
    "理工大长风住宅小区",
    "铁路宿舍",
    "翠湖花园",
    "阳光小区",
    "公园一号",
    "丽华苑",
    "汾河新村",
    "恒大绿洲",
    "矿务局小区",
    "纺织苑",
    "金色家园",
    "望景苑小区",
    "滨河嘉园",
    "盛世华庭",
    "省建材宿舍",
];

impl Tagger {
    /// A tagger that was trained on invented addresses only: it knows how building, unit, floor and room are written;
    /// the names of real places it has to guess.
    #[must_use]
    pub fn of_invented_addresses() -> Self {
        let mut chance = Chance::new(20_260_101);
        let addresses: Vec<Tagged> = (0..ADDRESSES).map(|_| invented(&mut chance)).collect();
        Self::train(&addresses, |_| {}).unwrap_or_default()
    }
}

/// Writes parts one after another.
struct Pen<'a> {
    chance: &'a mut Chance,
    out: Tagged,
}

impl Pen<'_> {
    fn write(&mut self, tag: &str, text: &str) {
        for (place, sign) in signs(text).into_iter().enumerate() {
            self.out.signs.push(sign.text);
            self.out.tags.push(format!("{}-{tag}", if place == 0 { "B" } else { "I" }));
        }
    }

    /// With a chance of `share` in ten, one of a list.
    fn maybe(&mut self, share: usize, tag: &str, list: &[&str]) {
        if self.chance.below(10) < share {
            let text = list[self.chance.below(list.len())];
            self.write(tag, text);
        }
    }

    fn number(&mut self, from: usize, to: usize) -> usize {
        from + self.chance.below(to - from)
    }

    fn one(&mut self, list: &[&'static str]) -> &'static str {
        list[self.chance.below(list.len())]
    }
}

/// One address: more or less of the beginning, an estate or a village, and a door in one of many writings.
pub(super) fn invented(chance: &mut Chance) -> Tagged {
    let mut pen = Pen { chance, out: Tagged::default() };
    pen.maybe(3, "prov", PROVINCES);
    pen.maybe(5, "city", CITIES);
    pen.maybe(5, "district", DISTRICTS);
    pen.maybe(4, "town", TOWNS);
    pen.maybe(3, "community", COMMUNITIES);
    if pen.chance.below(2) == 0 {
        pen.maybe(10, "road", ROADS);
        let number = pen.number(1, 600);
        pen.write("roadno", &format!("{number}号"));
    }
    pen.maybe(9, "poi", ESTATES);
    door(&mut pen);
    pen.out
}

fn door(pen: &mut Pen) {
    let (house, cell, floor) = (pen.number(1, 40), pen.number(1, 7), pen.number(1, 33));
    let room = format!("{floor}{:02}", pen.number(1, 9));
    let chinese = ["一", "二", "三", "四", "五", "六", "七"];
    match pen.chance.below(8) {
        0 | 1 => {
            let word = pen.one(&["号楼", "栋", "幢", "座", "号", "#", "#楼", "楼"]);
            pen.write("houseno", &format!("{house}{word}"));
            let word = pen.one(&["单元", "单元", "门"]);
            pen.write("cellno", &format!("{cell}{word}"));
            let word = pen.one(&["室", "", "号", "户"]);
            pen.write("roomno", &format!("{room}{word}"));
        }
        2 | 3 => {
            pen.write("houseno", &house.to_string());
            pen.write("redundant", "-");
            pen.write("cellno", &cell.to_string());
            pen.write("redundant", "-");
            pen.write("roomno", &room);
        }
        4 => {
            let word = pen.one(&["#", "号楼", "栋"]);
            pen.write("houseno", &format!("{house}{word}"));
            pen.write("cellno", &cell.to_string());
            pen.write("redundant", "-");
            pen.write("roomno", &room);
        }
        5 => {
            let word = pen.one(&["栋", "号楼", "座"]);
            pen.write("houseno", &format!("{}{word}", chinese[house % 7]));
            pen.write("cellno", &format!("{}单元", chinese[cell % 7]));
            let word = pen.one(&["楼", "层"]);
            pen.write("floorno", &format!("{floor}{word}"));
        }
        6 => {
            let letter = pen.one(&["A", "B", "C", "D"]);
            pen.write("houseno", &format!("{letter}座"));
            let word = pen.one(&["室", "房", ""]);
            pen.write("roomno", &format!("{room}{word}"));
        }
        _ => {
            let word = pen.one(&["号楼", "栋", "幢"]);
            pen.write("houseno", &format!("{house}{word}"));
            if pen.chance.below(2) == 0 {
                pen.write("roomno", &format!("{room}室"));
            }
        }
    }
}
