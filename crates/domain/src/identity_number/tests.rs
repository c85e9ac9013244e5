use super::*;
use jiff::civil::date;
use proptest::prelude::*;

/// The sample of the standard, and the same with a wrong check digit.
const VALID: &str = "11010519491231002X";
const INVALID: &str = "110105194912310021";

fn refused(text: &str) -> IdentityNumberError {
    text.parse::<IdentityNumber>().unwrap_err()
}

#[test]
fn the_sample_of_the_standard_is_read() {
    let number: IdentityNumber = VALID.parse().unwrap();
    assert_eq!(
        (number.as_str(), number.birth_date(), number.sex()),
        (VALID, date(1949, 12, 31), Sex::Female)
    );
    assert_eq!(refused(INVALID), IdentityNumberError::CheckDigit { expected: 'X' });
    let full_width: String =
        VALID.to_lowercase().chars().filter_map(|c| char::from_u32(u32::from(c) + 0xfee0)).collect();
    for text in [full_width, "'11010519491231002x".into(), " 110105 19491231\u{200b} 002X\u{3000}".into()] {
        assert_eq!(text.parse::<IdentityNumber>().unwrap(), number, "{text}");
    }
    assert!(!format!("{number:?}").contains("1949"));
}

#[test]
fn each_fault_is_named() {
    assert_eq!(refused("110105491231002"), IdentityNumberError::Legacy);
    for text in ["110105194912310000", "1.10105194912310E+17", "110105194912310000.0"] {
        assert_eq!(refused(text), IdentityNumberError::DigitsLost, "{text}");
    }
    assert_eq!(refused(""), IdentityNumberError::Length { found: 0 });
    assert_eq!(refused("11010519491231002"), IdentityNumberError::Length { found: 17 });
    assert_eq!(refused("1101051949123X0021"), IdentityNumberError::Character { position: 14, found: 'X' });
    assert_eq!(refused("11010519491231002𠮷"), IdentityNumberError::Character { position: 18, found: '𠮷' });
    for text in ["110105194913310021", "110105190002290021", "110105189912310021", "110105000000000021"] {
        assert_eq!(refused(text), IdentityNumberError::ImpossibleDate, "{text}");
    }
    let number: IdentityNumber = VALID.parse().unwrap();
    assert!(number.clone().born_by(date(1949, 12, 31)).is_ok());
    assert_eq!(number.born_by(date(1949, 12, 30)), Err(IdentityNumberError::NotYetBorn));
    assert!(refused(INVALID).chinese().contains('X') && refused(INVALID).to_string().contains('X'));
}

#[test]
fn age_turns_on_the_birthday() {
    let born = |birth: &str| {
        let first = format!("140109{birth}001");
        format!("{first}{}", check_digit(&first)).parse::<IdentityNumber>().unwrap()
    };
    let child = born("20120306");
    assert_eq!(child.sex(), Sex::Male);
    assert_eq!((child.age_on(date(2026, 3, 5)), child.age_on(date(2026, 3, 6))), (Some(13), Some(14)));
    assert!(child.is_minor_on(date(2026, 3, 5)) && !child.is_minor_on(date(2026, 3, 6)));
    assert!(child.age_on(date(2012, 3, 5)).is_none() && child.is_minor_on(date(2012, 3, 5)));
    let leap = born("20120229");
    assert_eq!((leap.age_on(date(2026, 2, 28)), leap.age_on(date(2026, 3, 1))), (Some(13), Some(14)));
    assert_eq!(leap.age_on(date(2028, 2, 29)), Some(16));
}

proptest! {
    #[test]
    fn one_wrong_digit_or_two_swapped_are_noticed(serial in 0_u32..1000, index in 0_usize..17, other in 1_u8..10) {
        let first = format!("14010919800229{serial:03}");
        let whole = format!("{first}{}", check_digit(&first));
        prop_assume!(!whole.ends_with("000"));
        let mut wrong = whole.clone().into_bytes();
        wrong[index] = b'0' + (wrong[index] - b'0' + other) % 10;
        prop_assert!(String::from_utf8(wrong).unwrap().parse::<IdentityNumber>().is_err());
        let mut swapped = whole.clone().into_bytes();
        swapped.swap(index.min(15), index.min(15) + 1);
        let swapped = String::from_utf8(swapped).unwrap();
        prop_assert!(swapped == whole || swapped.parse::<IdentityNumber>().is_err());
    }

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        let _never_panics = text.parse::<IdentityNumber>();
    }
}
