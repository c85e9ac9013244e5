//! How long what may take.

use super::support::{House, Who};
use super::{filed, request, sent, shown};

const DAY: i64 = 24 * 60 * 60 * 1_000;

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_is_looked_at_then_saved_and_a_stale_page_keeps_what_was_typed() {
    House::on_each_engine(async |house| {
        let id = filed(&house, "0102");
        let before = request(&house, id);
        let fields = |revision: &'static str, amount: &'static str| {
            vec![
                ("revision", revision),
                ("scope", "all"),
                ("measure", "done"),
                ("amount", amount),
                ("unit", "d"),
            ]
        };
        let (status, text) = sent(&house, Who::Secretary, "/limits", &fields("0", "3")).await;
        assert_eq!(status, 200);
        assert!(text.contains("id=\"moves\"") && text.contains(&format!("/requests/{id}")), "{text}");
        assert!(
            text.contains("name=\"confirm\" value=\"yes\"") && text.contains("name=\"amount\" value=\"3\"")
        );
        assert_eq!(request(&house, id).due_at(), before.due_at(), "looking moves nothing");
        let confirmed = [fields("0", "3"), vec![("confirm", "yes")]].concat();
        let saved = sent(&house, Who::Secretary, "/limits", &confirmed).await;
        assert_eq!(saved, (303, "/limits?saved=1".to_owned()));
        let after = request(&house, id);
        assert_eq!(after.due_at(), after.clock.started().plus(3 * DAY));
        assert_eq!(after.clock.started(), before.clock.started(), "no clock begins anew");
        assert!(shown(&house, Who::Secretary, "/limits?saved=1").await.contains("3 days"));
        // Both what is only looked at and what is confirmed on the old page.
        for stale in [fields("0", "77"), [fields("0", "77"), vec![("confirm", "yes")]].concat()] {
            let (status, text) = sent(&house, Who::Secretary, "/limits", &stale).await;
            assert_eq!(status, 409);
            assert!(text.contains("Somebody has just changed limits or calendar"));
            assert!(text.contains("value=\"77\""), "what was typed is still there");
            assert!(text.contains("name=\"revision\" value=\"1\""), "and can be sent again");
        }
        assert_eq!(request(&house, id).due_at(), after.due_at());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_that_leaves_no_time_is_refused_with_the_reason() {
    House::on_each_engine(async |house| {
        let fields = |amount: &'static str, unit: &'static str| {
            [("revision", "0"), ("scope", "all"), ("measure", "done"), ("amount", amount), ("unit", unit)]
        };
        for (amount, unit, reason) in [
            ("0", "wd", "leaves no time"),
            ("", "h", "is no limit"),
            ("-3", "d", "is no limit"),
            ("9999", "d", "366 days"),
            ("", "none", "cannot be taken out"),
        ] {
            let (status, text) = sent(&house, Who::Secretary, "/limits", &fields(amount, unit)).await;
            assert_eq!(status, 422, "{amount}{unit}");
            assert!(
                text.contains(reason) && text.contains("aria-invalid=\"true\""),
                "{amount}{unit}: {text}"
            );
            assert!(
                text.contains(&format!("name=\"amount\" type=\"text\" value=\"{amount}\"")),
                "{amount}{unit}"
            );
            assert!(!text.contains("id=\"moves\""), "nothing is offered to be saved");
        }
        let unknown = [fields("3", "d").as_slice(), &[("community", "140109013002")]].concat();
        let (status, _) = sent(&house, Who::Secretary, "/limits", &unknown).await;
        assert_eq!(status, 422, "a field that is none");
        assert!(shown(&house, Who::Secretary, "/limits").await.contains("name=\"revision\" value=\"0\""));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ready_made_set_keeps_small_matters_on_the_same_day_and_says_so() {
    House::on_each_engine(async |house| {
        let (small, other) = (filed(&house, "0101"), filed(&house, "0102"));
        let evening = request(&house, small).due_at();
        let said = "Small matters stay on the same day under this set too";
        let set = |name: &'static str| [("revision", "0"), ("set", name)];
        for name in ["weifang", "beijing_2021"] {
            let (status, text) = sent(&house, Who::Secretary, "/limits", &set(name)).await;
            assert!(status == 200 && text.contains(said), "{name}");
            assert!(!text.contains(&format!("/requests/{small}")), "it stays where it is");
        }
        let (_, text) = sent(&house, Who::Secretary, "/limits", &set("same_day")).await;
        assert!(!text.contains(said) && text.contains(&format!("/requests/{other}")));
        let confirmed = [("revision", "0"), ("set", "beijing_2021"), ("confirm", "yes")];
        assert_eq!(sent(&house, Who::Secretary, "/limits", &confirmed).await.0, 303);
        assert_eq!(request(&house, small).due_at(), evening);
        // Whoever wants the longer limit takes the row out, and sees what moves.
        let out =
            [("revision", "1"), ("scope", "small"), ("measure", "done"), ("amount", ""), ("unit", "none")];
        let (status, text) = sent(&house, Who::Secretary, "/limits", &out).await;
        assert!(status == 200 && text.contains(&format!("/requests/{small}")));
        let confirmed = [out.as_slice(), &[("confirm", "yes")]].concat();
        assert_eq!(sent(&house, Who::Secretary, "/limits", &confirmed).await.1, "/limits?saved=1");
        let after = request(&house, small);
        assert_eq!(after.due_at(), after.clock.started().plus(7 * DAY));
    })
    .await;
}
