use super::*;
use proptest::prelude::*;

fn gazetteer() -> Gazetteer {
    let estate = |name: &str, aliases: &[&str], buildings: &[&str]| Estate {
        name: name.into(),
        aliases: aliases.iter().map(|alias| (*alias).into()).collect(),
        buildings: buildings.iter().map(|building| (*building).into()).collect(),
    };
    Gazetteer::new(&[
        estate("理工大长风住宅小区", &["理工大长风", "长风小区"], &["1#", "2栋", "三号楼", "4", "12号楼"]),
        estate("晋祠路一号院", &["一号院", "长风小区"], &["A座", "商业楼"]),
        estate("三营盘", &[], &[]),
    ])
}

/// Estate, building, unit and room of the best finding, joined by `|`.
fn read(text: &str) -> String {
    find(text, &gazetteer()).map_or_else(String::new, |found| {
        let estate = found.estate.map(|estate| estate.to_string());
        [estate, found.building, found.unit, found.room].map(Option::unwrap_or_default).join("|")
    })
}

#[test]
fn places_are_read_however_they_are_written() {
    for (text, expected) in [
        ("3-2-501", "|3号楼|2单元|501室"),
        ("3号楼2单元501室", "|3号楼|2单元|501室"),
        ("三栋二单元", "|3号楼|2单元|"),
        ("3#2-501", "|3号楼|2单元|501室"),
        ("12号楼", "|12号楼||"),
        ("4幢1单元", "|4号楼|1单元|"),
        ("\u{ff11}\u{ff12}号楼", "|12号楼||"),
        ("\u{ff13}\u{ff0d}\u{ff12}\u{ff0d}\u{ff15}\u{ff10}\u{ff11}", "|3号楼|2单元|501室"),
        ("理工大长风4号楼2单元", "0|4号楼|2单元|"),
        ("理工大长风小区的4号楼, 2单元 501", "0|4号楼|2单元|501室"),
        ("理工大长风4-2", "0|4号楼|2单元|"),
        ("理工大长风4-501", "0|4号楼||501室"),
        ("我家在二十三号楼十一单元五零一室", "|23号楼|11单元|501室"),
        ("3号楼2单元5层501漏水", "|3号楼|2单元|501室"),
        ("3号2单元没灯", "|3号楼|2单元|"),
        ("3楼2单元没灯", "|3号楼|2单元|"),
        ("3 号楼 2 单元 501 室", "|3号楼|2单元|501室"),
        ("3a栋东单元", "|3A号楼|东单元|"),
        ("A座1203", "|A座||1203室"),
        ("晋祠路一号院商业楼门口", "1|商业楼||"),
        ("2单元501", "||2单元|501室"),
        ("501室漏水", "|||501室"),
        ("三营盘的树", "2|||"),
        ("12号楼的灯坏了,理工大长风", "0|12号楼||"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_place_is_no_finding() {
    for text in [
        "",
        "2026-02-13 16:30",
        "电话0351-6012345",
        "13800001234",
        "等了3-5天",
        "比分3-2",
        "住在3楼",
        "3月5号",
        "10-200块",
        "40多户没有灯",
        "长风小区",
        "00号楼",
        "12345号楼",
        "A",
    ] {
        assert_eq!(read(text), "", "{text}");
    }
    assert_eq!(read("3号楼200户"), "|3号楼||");
}

#[test]
fn every_place_of_a_text_is_found_with_its_span() {
    let text = "理工大长风4号楼树挡光,12号楼没灯;三营盘3#也是";
    let found: Vec<_> = find_all(text, &gazetteer())
        .into_iter()
        .map(|found| (text[found.span].to_owned(), found.estate, found.confidence))
        .collect();
    let expected = [("理工大长风4号楼", Some(0), 95), ("12号楼", Some(0), 90), ("三营盘3#", Some(2), 80)];
    assert_eq!(found, expected.map(|(text, estate, confidence)| (text.to_owned(), estate, confidence)));
}

#[test]
fn doubt_lowers_the_confidence() {
    let sure = |text: &str| find(text, &gazetteer()).unwrap().confidence;
    assert!(sure("理工大长风4号楼") > sure("4号楼"));
    assert!(sure("理工大长风99号楼") < 50);
    assert!(sure("3-5号楼") < 50);
    assert!(sure("501室") < 50);
    assert!(sure("3-501") < sure("3-2-501"));
}

#[test]
fn normal_forms() {
    for (text, normal) in [
        ("三栋", "3号楼"),
        ("3", "3号楼"),
        (" 03# ", "3号楼"),
        ("3#楼", "3号楼"),
        ("第3幢", "3号楼"),
        ("3 号 楼", "3号楼"),
        ("九十九号楼", "99号楼"),
        ("\u{ff13}座", "3号楼"),
        ("3a", "3A号楼"),
        ("b3栋", "B3号楼"),
        ("A栋", "A座"),
    ] {
        assert_eq!(normal_building(text).as_deref(), Some(normal), "{text}");
    }
    for text in ["", "商业楼", "3-2", "0", "号楼", "10000号楼", "3号楼东"] {
        assert_eq!(normal_building(text), None, "{text}");
    }
    assert_eq!(normal_unit("二单元").as_deref(), Some("2单元"));
    assert_eq!(normal_unit("西单元").as_deref(), Some("西单元"));
    assert_eq!(normal_unit("单元"), None);
    for text in ["501", "0501", "501室", "五零一", "501号"] {
        assert_eq!(normal_room(text).as_deref(), Some("501室"), "{text}");
    }
    assert_eq!(normal_room("地下室"), None);
}

#[test]
fn a_long_text_is_read_in_linear_time() {
    let begun = std::time::Instant::now();
    for piece in ["3", "3-", "三", "十", "3号楼", "理工大长风", " ", "3 - ", "A"] {
        let _found = find_all(&piece.repeat(30_000), &gazetteer());
    }
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
}

proptest! {
    #[test]
    fn any_text_is_answered_with_spans_inside_it(
        text in any::<String>(),
        near in "[0-9一二三十#号楼栋单元室 A理工大长风,\u{ff13}\\-]{0,40}",
    ) {
        for text in [&text, &near] {
            let mut done = 0;
            for found in find_all(text, &gazetteer()) {
                prop_assert!(found.span.start >= done && !text[found.span.clone()].is_empty());
                done = found.span.end;
            }
            let _never_panics = (normal_building(text), normal_unit(text), normal_room(text));
        }
    }

    #[test]
    fn what_is_written_in_normal_form_is_read_back(building in 1_u32..999, unit in 1_u32..99, room in 101_u32..9999) {
        let text = format!("{building}号楼{unit}单元{room}室");
        let found = find(&text, &Gazetteer::default()).unwrap();
        prop_assert_eq!(found.span, 0..text.len());
        for (part, normal, form) in [
            (found.building, format!("{building}号楼"), normal_building as fn(&str) -> Option<String>),
            (found.unit, format!("{unit}单元"), normal_unit),
            (found.room, format!("{room}室"), normal_room),
        ] {
            prop_assert_eq!(part, Some(normal.clone()));
            prop_assert_eq!(form(&normal), Some(normal));
        }
        prop_assert_eq!(read(&format!("{building}-{unit}-{room}")), format!("|{building}号楼|{unit}单元|{room}室"));
    }
}
