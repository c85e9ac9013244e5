//! Order, time, and that stopping early changes nothing.

use super::*;
use proptest::prelude::*;

fn index(texts: &[&str]) -> SearchIndex {
    let entries: Vec<Entry> = texts.iter().zip(0..).map(|(text, at)| Entry { at, title: "", text }).collect();
    SearchIndex::new(&entries, || {})
}

#[test]
fn the_nearest_is_first_and_the_future_is_not_found() {
    let index = index(&["4号楼电梯停运两天", "12号楼门口路灯不亮", "12号楼单元门口路灯不亮，看不见台阶"]);
    let mut scratch = Scratch::default();
    let mut entries = |at, skip| {
        let found = index.search(&Entry { at, title: "12号楼门口路灯不亮", text: "" }, skip, 5, &mut scratch);
        found.into_iter().map(|one| one.entry).collect::<Vec<_>>()
    };
    assert_eq!(entries(9, None)[..2], [1, 2]);
    assert_eq!(entries(9, Some(1))[0], 2);
    assert_eq!(entries(1, None)[0], 1);
    assert!(!entries(1, None).contains(&2));
    assert!(entries(-1, None).is_empty());
}

proptest! {
    /// Closing the list early gives the same scores as adding everything.
    #[test]
    fn pruning_changes_nothing(
        texts in prop::collection::vec("[灯亮树楼梯水门]{2,12}", 1..40), query in "[灯亮树楼梯水门]{2,10}", most in 1_usize..5
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let index = index(&texts);
        let mut scratch = Scratch::default();
        let query = Entry { at: 1_000, title: &query, text: texts[0] };
        let all = index.search(&query, None, texts.len(), &mut scratch);
        let few = index.search(&query, None, most, &mut scratch);
        prop_assert_eq!(few.len(), most.min(all.len()));
        for (a, b) in few.iter().zip(&all) {
            prop_assert!((a.score - b.score).abs() < 1e-3, "{} {}", a.score, b.score);
        }
        prop_assert!(scratch.scores.iter().all(|score| *score == 0.0) && scratch.touched.is_empty());
    }
}
