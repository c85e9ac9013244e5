use super::*;

/// RFC 6238, appendix B, SHA-1: eight digits, of which ours are the last six.
#[test]
fn the_vectors_of_the_standard_come_out() {
    let secret = b"12345678901234567890";
    let vectors = [
        (59, 94_287_082),
        (1_111_111_109, 7_081_804),
        (1_111_111_111, 14_050_471),
        (1_234_567_890, 89_005_924),
        (2_000_000_000, 69_279_037),
        (20_000_000_000_i64, 65_353_130),
    ];
    for (seconds, code) in vectors {
        assert_eq!(number(secret, seconds / 30) % 100_000_000, code, "{seconds}");
        let typed = format!("{:06}", code % 1_000_000);
        assert_eq!(step_of(secret, &typed, Moment(seconds * 1_000)), Some(seconds / 30));
    }
}

#[test]
fn a_code_fits_half_a_minute_around_its_own() {
    let (secret, step) = (b"12345678901234567890", 40_000_000);
    let code = code_at(secret, step);
    let fits = |at: i64| step_of(secret, &code, Moment(at));
    assert_eq!(fits((step - 1) * STEP), Some(step), "a phone that is fast");
    assert_eq!(fits((step + 2) * STEP - 1), Some(step), "a phone that is slow");
    assert_eq!(fits((step + 2) * STEP), None);
    assert_eq!(fits((step - 1) * STEP - 1), None);
    assert_eq!(step_of(secret, "", Moment(0)), None);
}

/// RFC 4648, section 10, without the padding.
#[test]
fn base32_is_that_of_the_standard() {
    for (plain, coded) in
        [("", ""), ("f", "MY"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("foobar", "MZXW6YTBOI")]
    {
        assert_eq!(base32(plain.as_bytes()), coded);
    }
    assert!(uri(b"foobar", "L001").starts_with("otpauth://totp/guanjia:L001?secret=MZXW6YTBOI&"));
}
