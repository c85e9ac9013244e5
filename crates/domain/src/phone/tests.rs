use super::*;
use proptest::prelude::*;

fn normal(text: &str) -> String {
    text.parse::<Phone>().unwrap_or_else(|error| panic!("{text}: {error}")).as_str().to_owned()
}

fn cell(text: &str) -> Vec<String> {
    let phones = Phone::parse_cell(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    phones.iter().map(|phone| phone.as_str().to_owned()).collect()
}

#[test]
fn mobile_numbers_become_eleven_digits() {
    for text in [
        "13800001234",
        "138 0000 1234",
        "138-0000-1234",
        "+86 13800001234",
        "+86-138-0000-1234",
        "008613800001234",
        "8613800001234",
        "013800001234",
        "\u{ff11}\u{ff13}\u{ff18}\u{ff10}\u{ff10}\u{ff10}\u{ff10}\u{ff11}\u{ff12}\u{ff13}\u{ff14}",
        "13800001234.0",
        "'13800001234\u{200b}",
    ] {
        assert_eq!(normal(text), "13800001234", "{text}");
    }
    assert!("13800001234".parse::<Phone>().unwrap().is_mobile());
}

#[test]
fn landlines_keep_area_code_and_extension() {
    for (text, expected) in [
        ("0351-6012345", "0351-6012345"),
        ("(0351)6012345", "0351-6012345"),
        ("\u{ff08}0351\u{ff09}601 2345", "0351-6012345"),
        ("03516012345", "0351-6012345"),
        ("+86 351 6012345", "0351-6012345"),
        ("0351-6012345-801", "0351-6012345-801"),
        ("0351-6012345转801", "0351-6012345-801"),
        ("010-60123456", "010-60123456"),
        ("010-6012-3456", "010-60123456"),
        ("02160123456", "021-60123456"),
        ("0755-26012345", "0755-26012345"),
    ] {
        assert_eq!(normal(text), expected, "{text}");
    }
    assert!(!"0351-6012345".parse::<Phone>().unwrap().is_mobile());
}

#[test]
fn each_fault_is_named() {
    for (text, expected) in [
        (" ", PhoneError::Empty),
        ("1.38E+10", PhoneError::DigitsLost),
        ("手机13800001234", PhoneError::Character('手')),
        ("1380000123", PhoneError::Length { digits: 10 }),
        ("138000012345", PhoneError::Length { digits: 12 }),
        ("12800001234", PhoneError::MobilePrefix),
        ("6012345", PhoneError::AreaCodeMissing),
        ("0351-601234", PhoneError::Length { digits: 10 }),
        ("0351-0012345", PhoneError::Landline),
        ("12345", PhoneError::Length { digits: 5 }),
    ] {
        let error = text.parse::<Phone>().unwrap_err();
        assert_eq!(error, expected, "{text}");
        assert!(!error.to_string().is_empty() && !error.chinese().is_empty());
    }
}

#[test]
fn a_cell_may_hold_several_numbers() {
    let both = ["13800001234", "0351-6012345"];
    for text in [
        "13800001234;0351-6012345",
        "13800001234\u{ff1b} 0351 6012345",
        "138 0000 1234 0351-6012345",
        "13800001234、0351-6012345、13800001234",
        "13800001234/(0351)6012345",
        "13800001234\u{ff0c}0351-6012345\n",
    ] {
        assert_eq!(cell(text), both, "{text}");
    }
    assert!(cell(" ; ").is_empty());
    let error = Phone::parse_cell("13800001234;6012345").unwrap_err();
    assert_eq!(error, CellError { position: 2, error: PhoneError::AreaCodeMissing });
    assert!(Phone::parse_cell(&"1 ".repeat(100_000)).is_err());
}

#[test]
fn a_number_is_not_shown_by_debug() {
    assert_eq!(format!("{:?}", "13800001234".parse::<Phone>().unwrap()), "Phone(masked)");
}

proptest! {
    #[test]
    fn the_normal_form_is_read_as_itself(text in "(1[3-9][0-9]{9}|0[3-9][0-9]{2}-?[2-9][0-9]{6,7}(-[0-9]{3})?)") {
        let once = normal(&text);
        prop_assert_eq!(normal(&once), once);
    }

    #[test]
    fn any_text_is_answered(text in any::<String>(), near in "[0-9+()\\-;, 转x.]{0,40}") {
        let _never_panics = (Phone::parse_cell(&text), Phone::parse_cell(&near));
    }
}
