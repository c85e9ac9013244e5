use super::*;
use proptest::prelude::*;

const FIELDS: [Field; 5] = [Field::Name, Field::Phone, Field::IdentityNumber, Field::Address, Field::Text];

/// The sample number of GB 11643.
const SAMPLE: &str = "11010519491231002X";

fn found(text: &str) -> Vec<(Kind, &str)> {
    scan(text).into_iter().map(|span| (span.kind, &text[span.start..span.end])).collect()
}

#[test]
fn a_name_keeps_its_first_character() {
    for (name, masked) in [
        ("张三", "张**"),
        ("欧阳某某", "欧**"),
        ("𠮷某", "𠮷**"),
        ("葛\u{e0100}某", "葛**"),
        (" \u{200b}\u{301}李某 ", "李**"),
        ("e\u{301}e", "e**"),
        ("王", "王**"),
        ("  ", ""),
        ("\u{301}", "**"),
    ] {
        assert_eq!(mask(Field::Name, name), masked, "{name:?}");
    }
}

#[test]
fn numbers_keep_too_little_to_be_joined() {
    for (phone, masked) in [
        ("13800001234", "138****1234"),
        ("+86 138-0000-1234", "138****1234"),
        ("0351-6012345", "0351-****345"),
        ("010-60123456-801", "010-****456"),
        ("13800001234;0351-6012345", "138****1234;0351-****345"),
        ("6012345", "****"),
        ("138****1234", "138****1234"),
        ("1380000****1234", "****"),
        ("", ""),
    ] {
        assert_eq!(mask(Field::Phone, phone), masked, "{phone}");
    }
    assert_eq!(mask(Field::IdentityNumber, SAMPLE), "1****************X");
    assert_eq!(mask(Field::IdentityNumber, "G12345678"), "******************");
    assert_eq!(mask(Field::Address, "理工大长风3号楼2单元501"), "理工大长风****");
    assert_eq!(mask(Field::Address, "三号楼"), "****");
    assert_eq!(mask(Field::Address, "同上"), "****");
}

#[test]
fn numbers_are_found_in_free_text_however_they_are_written() {
    for text in [
        "13800001234",
        "138 0000 1234",
        "138-0000-1234",
        "138\u{200b}0000\u{200b}1234",
        "\u{ff11}\u{ff13}\u{ff18}\u{ff10}\u{ff10}\u{ff10}\u{ff10}\u{ff11}\u{ff12}\u{ff13}\u{ff14}",
        "一三八零零零零一二三四",
        "8613800001234",
        "1 3 8 0 0 0 0 1 2 3 4",
    ] {
        let sentence = format!("请打电话{text},谢谢");
        assert_eq!(found(&sentence), [(Kind::Mobile, text)], "{text}");
    }
    assert_eq!(found("501室13800001234"), [(Kind::Mobile, "13800001234")]);
    assert_eq!(found("50113800001234"), [(Kind::Mobile, "13800001234")]);
    assert_eq!(found("3-2-501 13800001234"), [(Kind::Mobile, "13800001234")]);
    assert_eq!(
        found("1380000123413900005678"),
        [(Kind::Mobile, "13800001234"), (Kind::Mobile, "13900005678")]
    );
    assert_eq!(found("(0351)6012345转"), [(Kind::Landline, "0351)6012345")]);
    for text in [SAMPLE, "110105 19491231 002x", "110105194912310021", "110105491231002"] {
        assert_eq!(found(&format!("身份证{text}。")), [(Kind::IdentityNumber, text)], "{text}");
    }
    assert_eq!(found(&format!("号{SAMPLE}13800001234"))[0].0, Kind::IdentityNumber);
}

#[test]
fn everyday_numbers_are_left_alone() {
    for text in [
        "2026-02-13 16:30",
        "140109013001",
        "3号楼2单元501室",
        "7 119户,13 000人",
        "20260213163000",
        "110、119、120、12345",
        "6012345",
        "1280000123",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn free_text_is_masked_in_its_place() {
    let text = format!("张三13800001234,证{SAMPLE},座机0351-6012345。");
    assert_eq!(mask(Field::Text, &text), "张三138****1234,证1****************X,座机0351-****345。");
    assert_eq!(found("13800001234*"), [(Kind::Mobile, "13800001234")]);
    assert_eq!(found("*13800001234"), [(Kind::Mobile, "13800001234")]);
}

#[test]
fn a_long_text_is_scanned_in_linear_time() {
    let begun = std::time::Instant::now();
    for piece in ["1", "1 ", "13", "0 ", "一-", "138****1234 "] {
        let _spans = scan(&piece.repeat(50_000));
    }
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
}

proptest! {
    #[test]
    fn masking_twice_changes_nothing(text in any::<String>(), near in "[0-9x*; 张转,\\-]{0,60}") {
        for field in FIELDS {
            for text in [&text, &near] {
                let once = mask(field, text);
                prop_assert_eq!(mask(field, &once), once, "{:?}", field);
            }
        }
    }

    #[test]
    fn no_number_survives(before in "[^0-9*]{0,10}", phone in "1[3-9][0-9]{9}", after in "[^0-9]{0,10}") {
        let text = format!("{before}{phone}{after}");
        for field in FIELDS {
            prop_assert!(!mask(field, &text).contains(&phone), "{:?}", field);
        }
        prop_assert!(scan(&mask(Field::Text, &text)).is_empty());
    }
}
