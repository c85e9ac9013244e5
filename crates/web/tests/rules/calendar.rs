//! The calendars, and what first pages say of a year that nobody knows.

use super::support::{House, Who};
use super::{filed, request, sent, shown};
use guanjia_domain::Moment;

const NOTICE: &str = "国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：2026年12月31日至2027年1月2日放假，共3天。\
                      2026年12月26日（周六）上班。\n二、劳动节：5月1日至3日放假。\n三、国庆节：10月1日至7日放假。";

fn form<'a>(revision: &'a str, hours: &'a str, notice: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("revision", revision),
        ("year", "2026"),
        ("hours", hours),
        ("duty", "every_day"),
        ("cut_off", "18:00"),
        ("notice", notice),
    ]
}

const HOURS: &str = "09:00-12:00,14:00-18:00";

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_is_looked_at_with_the_december_before_and_a_stale_page_keeps_it() {
    House::on_each_engine(async |house| {
        let first = shown(&house, Who::Secretary, "/work").await;
        assert!(first.contains("The working calendar of 2027 is missing"));
        assert!(first.contains("href=\"/calendar?year=2027#notice\""));
        let auditor = shown(&house, Who::Auditor, "/work").await;
        assert!(auditor.contains("calendar of 2027") && !auditor.contains("/calendar?year=2027"));
        // Due on the last working day of the year, until the notice takes it.
        house.clock.set(Moment(1_798_077_600_000)); // 2026-12-24 10:00, a Thursday
        let id = filed(&house, "0102");
        let before = request(&house, id);
        let (status, text) = sent(&house, Who::Secretary, "/calendar", &form("0", HOURS, NOTICE)).await;
        assert_eq!(status, 200);
        assert!(text.contains("2026 · Month 12") && text.contains("day--changed"), "{text}");
        assert!(text.contains(">2027</h2>"), "the year of the notice is shown");
        assert!(text.contains(&format!("/requests/{id}")), "it moves");
        let confirmed = [form("0", HOURS, NOTICE), vec![("confirm", "yes")]].concat();
        let saved = sent(&house, Who::Secretary, "/calendar", &confirmed).await;
        assert_eq!(saved, (303, "/calendar?saved=1&year=2026".to_owned()));
        let after = request(&house, id);
        let day = |text: &str| Moment::from(text.parse::<jiff::Timestamp>().expect("an instant"));
        assert_eq!(before.due_at(), day("2026-12-31T10:00:00+08:00"));
        assert_eq!(after.due_at(), day("2026-12-30T10:00:00+08:00"), "Saturday the 26th is worked");
        assert_eq!(after.clock.started(), before.clock.started());
        assert!(!shown(&house, Who::Secretary, "/work").await.contains("The working calendar of"));
        for stale in [
            form("0", "08:00-17:00", NOTICE),
            [form("0", "08:00-17:00", NOTICE), vec![("confirm", "yes")]].concat(),
        ] {
            let (status, text) = sent(&house, Who::Secretary, "/calendar", &stale).await;
            assert_eq!(status, 409);
            assert!(text.contains("Somebody has just changed limits or calendar"));
            assert!(text.contains("value=\"08:00-17:00\"") && text.contains("2026年12月31日至2027年1月2日"));
            assert!(text.contains("name=\"revision\" value=\"1\""));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_without_a_working_minute_is_refused_with_the_reason() {
    House::on_each_engine(async |house| {
        for (hours, notice, reason) in [
            (HOURS, "2027 rest 01-01..12-31", "not a single working minute 2027"),
            ("09:00-09:00", "", "ends before it has begun"),
            ("", "", "no working hours are given"),
            (HOURS, "2027 rest 01-02", "2027-01-01 is a holiday by law"),
            (HOURS, "明天放假", "holds no year"),
        ] {
            let (status, text) = sent(&house, Who::Secretary, "/calendar", &form("0", hours, notice)).await;
            assert_eq!(status, 422, "{hours} {notice}");
            assert!(text.contains(reason), "{hours} {notice}: {text}");
            assert!(text.contains(&format!("value=\"{hours}\"")) && text.contains(notice), "typed: {notice}");
            assert!(!text.contains("id=\"moves\""));
        }
        let nobody = [form("0", HOURS, ""), vec![("duty", "week")]].concat();
        let nobody: Vec<_> = nobody.into_iter().filter(|it| *it != ("duty", "every_day")).collect();
        let (status, text) = sent(&house, Who::Secretary, "/calendar", &nobody).await;
        assert!(status == 422 && text.contains("not a single working minute"));
        assert_eq!(sent(&house, Who::StewardA, "/calendar", &form("0", HOURS, "")).await.0, 403);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn days_of_duty_by_date_are_typed_shown_and_kept() {
    House::on_each_engine(async |house| {
        let id = filed(&house, "0101");
        let days = "2026-11-18..2026-11-20 closed\n2026年11月21日 有人";
        let form = [form("0", HOURS, ""), vec![("duty_days", days)]].concat();
        let (status, text) = sent(&house, Who::Secretary, "/calendar", &form).await;
        assert!(
            status == 200
                && text.contains(&format!("/requests/{id}"))
                && text.contains("day--off day--changed")
        );
        let confirmed = [form, vec![("confirm", "yes")]].concat();
        assert_eq!(
            sent(&house, Who::Secretary, "/calendar", &confirmed).await.1,
            "/calendar?saved=1&year=2026"
        );
        let text = shown(&house, Who::Secretary, "/calendar").await;
        assert!(text.contains("2026-11-18..2026-11-20 closed\n2026-11-21 on duty"), "{text}");
        let wrong = [
            ("revision", "1"),
            ("hours", HOURS),
            ("duty", "every_day"),
            ("cut_off", "18:00"),
            ("duty_days", "明天 有人"),
        ];
        let (status, text) = sent(&house, Who::Secretary, "/calendar", &wrong).await;
        assert!(status == 422 && text.contains("line 1: “明天 有人” cannot be read"), "{text}");
        assert!(text.contains(">明天 有人</textarea>"));
    })
    .await;
}
