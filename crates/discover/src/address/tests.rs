//! A small tagger trained on invented addresses.

use super::invented::invented;
use super::*;
use crate::statistics::Chance;

fn tagger() -> Tagger {
    let mut chance = Chance::new(3);
    let addresses: Vec<Tagged> = (0..300).map(|_| invented(&mut chance)).collect();
    Tagger::train(&addresses, |_| {}).unwrap()
}

fn parts(tagger: &Tagger, text: &str) -> Vec<(String, String)> {
    let value = |span: &Span| text.chars().skip(span.start).take(span.end - span.start).collect();
    tagger.spans(text).iter().map(|span| (span.tag.clone(), value(span))).collect()
}

#[test]
fn both_writings_are_read_in_new_addresses() {
    let tagger = tagger();
    let found = parts(&tagger, "南内环路77号翠湖花园12号楼3单元1204室");
    assert!(found.contains(&("houseno".to_owned(), "12号楼".to_owned())), "{found:?}");
    assert!(found.contains(&("cellno".to_owned(), "3单元".to_owned())), "{found:?}");
    assert!(found.contains(&("roomno".to_owned(), "1204室".to_owned())), "{found:?}");
    let found = parts(&tagger, "滨河路9号阳光小区 ８－２－301");
    assert!(found.contains(&("roomno".to_owned(), "301".to_owned())), "{found:?}");
    assert!(tagger.spans("").is_empty());
}

#[test]
fn the_file_holds_the_whole_tagger() {
    let tagger = tagger();
    let bytes = tagger.to_bytes();
    assert_eq!(Tagger::from_bytes(&bytes), Ok(tagger));
    assert_eq!(Tagger::from_bytes(&bytes[..bytes.len() - 9]), Err(ModelError::Damaged));
    assert_eq!(Tagger::from_bytes(b"PK"), Err(ModelError::NotAModel));
}

#[test]
fn one_tag_is_no_training() {
    let one = Tagged { signs: vec!["路".to_owned()], tags: vec!["B-road".to_owned()] };
    assert!(Tagger::train(&[one], |_| {}).is_none());
}

#[test]
fn only_whole_parts_count() {
    let span = |tag: &str, start, end| Span { tag: tag.to_owned(), start, end };
    let score = score_spans(&[(
        vec![span("road", 0, 3), span("roomno", 3, 5)],
        vec![span("road", 0, 3), span("roomno", 3, 4)],
    )]);
    assert!((score.all[2] - 0.5).abs() < 1e-12);
    assert!((score.per_tag["road"][2] - 1.0).abs() < 1e-12 && score.per_tag["roomno"][2].abs() < 1e-12);
}
