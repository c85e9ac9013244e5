use super::*;
use crate::calendar::china_time;

#[test]
fn limits_are_written_as_they_are_read() {
    for text in ["5wd", "90wm", "24h", "7d", "same_day", "25000wd", "12000000wm"] {
        assert_eq!(limit(text).to_string(), text);
        assert_eq!(serde_json::to_value(limit(text)).unwrap(), serde_json::json!(text));
    }
    assert_eq!(limit(" 05wd "), limit("5wd"));
    assert!(serde_json::from_str::<Limit>("\"5 days\"").is_err());
}

#[test]
fn no_time_nonsense_and_centuries_are_refused() {
    let refused = |text: &str| text.parse::<Limit>().unwrap_err();
    for text in ["0wd", "000wm", "0h", "0d"] {
        assert!(matches!(refused(text), LimitError::Zero(_)), "{text}");
    }
    for text in ["", "wd", "5", "5 wd", "-5wd", "+5wd", "5.5h", "5WD", "5wdx", "sameday", "5天", "\u{ff15}wd"]
    {
        assert!(matches!(refused(text), LimitError::Form(_)), "{text}");
    }
    for text in ["25001wd", "12000001wm", "876001h", "36501d", "99999999999999999999d"] {
        assert!(matches!(refused(text), LimitError::TooLong { .. }), "{text}");
    }
    assert!(refused(&"9".repeat(10_000)).to_string().len() < 300);
    assert!(refused("0wd").chinese().contains("0wd"));
}

#[test]
fn hours_are_written_as_they_are_read() {
    for text in ["09:00-12:00,14:00-18:00", "00:00-24:00", "08:30-08:31"] {
        assert_eq!(text.parse::<WorkingHours>().unwrap().to_string(), text);
    }
    assert_eq!(
        "9:00\u{ff0d}12:00".parse::<WorkingHours>().unwrap_err(),
        HoursError::Form("9:00\u{ff0d}12:00".into())
    );
    let loose: WorkingHours = " 9\u{ff1a}00 ~ 12:00\u{ff0c}14:00\u{2014}18:00 ".parse().unwrap();
    assert_eq!(loose, WorkingHours::default());
}

#[test]
fn hours_without_work_are_refused() {
    let refused = |text: &str| text.parse::<WorkingHours>().unwrap_err();
    assert_eq!(refused(" "), HoursError::Empty);
    for text in ["9-12", "09:00", "24:01-24:30", "09:60-10:00", "09:00-12:00,", "a:00-b:00", "+9:00-12:00"] {
        assert!(matches!(refused(text), HoursError::Form(_)), "{text}");
    }
    assert!(matches!(refused("09:00-09:00"), HoursError::Backwards(_)));
    assert!(matches!(refused("18:00-02:00"), HoursError::Backwards(_)));
    assert!(matches!(refused("09:00-12:00,11:00-18:00"), HoursError::Overlap(_)));
    assert!(matches!(refused("09:00-12:00,12:00-18:00"), HoursError::Overlap(_)));
    assert!(matches!(refused("14:00-18:00,09:00-12:00"), HoursError::Overlap(_)));
}

#[test]
fn instants_are_written_in_chinese_standard_time() {
    assert_eq!(china_time::text(at("2026-02-27T16:30:00")), "2026-02-27T16:30:00+08:00");
    assert_eq!(china_time::date("2026-02-27T16:00:00Z".parse().unwrap()), jiff::civil::date(2026, 2, 28));
}
