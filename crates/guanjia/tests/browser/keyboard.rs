//! Without a mouse: the tabulator reaches what matters, and shows where it is.

use super::driver::Browser;
use super::stage::Stage;

/// More steps than any of these pages has stations before its main button.
const FAR: usize = 80;
const ENTER: char = '\u{E007}';

pub async fn forms_without_a_mouse(stage: &mut Stage) {
    let page = &mut stage.public;
    page.go(&stage.place.door()).await;
    walk_to(page, "textarea text").await;
    walk_to(page, "button button button--main").await;
    page.go("/sign-in").await;
    walk_to(page, "input name").await;
    walk_to(page, "input password").await;
    walk_to(page, "button button button--main").await;
    page.go("/").await;
    let (first, _) = page.tab().await;
    assert_eq!(first, "a skip", "the way past the navigation comes first");
    stage.enter("steward").await;
    let page = &mut stage.office;
    page.go("/work").await;
    walk_to(page, "a line__link").await;
    page.submit_by_key(ENTER).await;
    let path = page.path().await;
    assert!(path.starts_with("/requests/") || path.starts_with("/issues/"), "{path}");
}

/// Walks with the tabulator until it stands on `goal`; every station must show its focus.
async fn walk_to(page: &mut Browser, goal: &str) {
    let mut seen = Vec::new();
    for _ in 0..FAR {
        let (at, visible) = page.tab().await;
        // Between the last and the first station the browser's own controls have the focus.
        assert!(visible || at.starts_with("body"), "the focus on {at} cannot be seen");
        if at.starts_with(goal) {
            return;
        }
        seen.push(at);
    }
    panic!("the tabulator does not reach {goal}: {}", seen.join(", "));
}
