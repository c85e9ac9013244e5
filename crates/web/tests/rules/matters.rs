//! A matter that is small, and then is not.

use super::support::{House, Who};
use super::{filed, request, sent};

#[tokio::test(flavor = "multi_thread")]
async fn ticking_small_shows_which_requests_move_and_moves_them_when_it_is_saved() {
    House::on_each_engine(async |house| {
        let (id, other) = (filed(&house, "0102"), filed(&house, "0107"));
        let before = request(&house, id);
        let form = |name: &'static str, small: &'static str| {
            vec![
                ("class", "01"),
                ("code", "0102"),
                ("zh", name),
                ("en", ""),
                ("city_code", ""),
                ("small", small),
            ]
        };
        // Another name moves nothing, and is saved at once.
        let renamed = sent(&house, Who::Administrator, "/matters", &form("单元门口没有灯", "")).await;
        assert_eq!(renamed, (303, "/matters?class=01&saved=true".to_owned()));
        let (status, text) = sent(&house, Who::Secretary, "/matters", &form("单元门口没有灯", "yes")).await;
        assert_eq!(status, 200);
        assert!(text.contains("id=\"moves\"") && text.contains(&format!("/requests/{id}")), "{text}");
        assert!(!text.contains(&format!("/requests/{other}")) && text.contains("单元门口没有灯"));
        assert_eq!(request(&house, id).due_at(), before.due_at(), "looking moves nothing");
        // The administrator sees how many, and not whose.
        let (_, text) = sent(&house, Who::Administrator, "/matters", &form("单元门口没有灯", "yes")).await;
        assert!(text.contains("1 open") && !text.contains(&format!("/requests/{id}")));
        let confirmed = [form("单元门口没有灯", "yes"), vec![("confirm", "yes")]].concat();
        let saved = sent(&house, Who::Secretary, "/matters", &confirmed).await;
        assert_eq!(saved, (303, "/matters?class=01&saved=true&moved=1".to_owned()));
        let after = request(&house, id);
        assert!(after.due_at() < before.due_at(), "a small matter ends with the day");
        assert_eq!(after.clock.started(), before.clock.started(), "no clock begins anew");
        let back = [form("单元门口没有灯", ""), vec![("confirm", "yes")]].concat();
        assert_eq!(sent(&house, Who::Secretary, "/matters", &back).await.0, 303);
        assert_eq!(request(&house, id).due_at(), before.due_at(), "and back again");
        let (status, text) = sent(&house, Who::Secretary, "/matters", &form("", "yes")).await;
        assert!(status == 422 && text.contains("aria-invalid=\"true\""));
        assert_eq!(sent(&house, Who::StewardA, "/matters", &form("单元门", "yes")).await.0, 403);
    })
    .await;
}
