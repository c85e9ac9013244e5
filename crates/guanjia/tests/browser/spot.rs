//! Done on the spot: a grid worker's two taps.

use super::stage::Stage;

pub async fn two_taps(stage: &mut Stage) {
    stage.enter("grid_worker").await;
    let page = &mut stage.office;
    page.go("/spot").await;
    let before = today(&page.text("#main .hint").await);
    page.taps();
    page.press(".tiles .tile").await;
    page.submit("form[action='/spot'] .button--main").await;
    assert_eq!(page.taps(), 2, "two taps are enough, or nobody will record it");
    assert_eq!(today(&page.text("#main .hint").await), before + 1, "it is counted");
    page.go("/work").await;
    page.go("/requests").await;
}

/// The last number of a sentence.
fn today(sentence: &str) -> u32 {
    let mut numbers = sentence.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty());
    numbers.next_back().and_then(|it| it.parse().ok()).unwrap_or_else(|| panic!("no number in “{sentence}”"))
}
