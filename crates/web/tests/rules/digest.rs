//! What a night left, as one message.

use super::support::{ESTATE_A, House, Who, blocking};
use super::{filed, shown};
use guanjia_app::call::NewCall;
use guanjia_domain::call::HandlingUnit;
use guanjia_domain::ids::CallId;
use guanjia_domain::timetable::{Quiet, Timetable};
use jiff::ToSpan;

/// 2026-11-18 23:00 in China, and nine the next morning.
const NIGHT: guanjia_domain::Moment = super::support::NOW.plus(13 * 60 * 60 * 1_000);
const MORNING: guanjia_domain::Moment = super::support::NOW.plus(23 * 60 * 60 * 1_000);

#[tokio::test(flavor = "multi_thread")]
async fn each_line_of_a_digest_leads_to_what_it_is_about() {
    House::on_each_engine(async |house| {
        let home = Who::Secretary.home();
        let requests: Vec<_> = (0..3).map(|_| filed(&house, "0102")).collect();
        let (app, clock) = (house.app(), &house.clock);
        let calls: Vec<CallId> = blocking(|| {
            let who = |person: Who| {
                let holder = person.holder().expect("an account");
                app.db.read(|tx| app.signed_in(tx, home, holder)).expect("somebody").who
            };
            let quiet = Quiet::new("22:00".parse().expect("a time"), "09:00".parse().expect("a time"));
            let quiet = Timetable { quiet: Some(quiet.expect("a night")), ..Timetable::default() };
            app.set_timetable(&who(Who::Secretary), home, quiet).wait().expect("quiet hours");
            clock.set(NIGHT);
            let call = |request| {
                let new = NewCall {
                    id: CallId(app.id().expect("an id")),
                    estate: ESTATE_A.into(),
                    requests: vec![request],
                    to: HandlingUnit::Secretary,
                    by_when: app.today().saturating_add(5.days()),
                    asked: "请书记协调补灯。".to_owned(),
                    tried: "物业说没有资金。".to_owned(),
                    duty: None,
                };
                app.blow_call(&who(Who::StewardA), home, new).expect("a call").wait().expect("blown")
            };
            let calls = requests.into_iter().map(call).collect();
            let said = app.comment_load(&who(Who::StewardA), home, "这个月走访太多。");
            said.expect("words").wait().expect("a comment");
            clock.set(MORNING);
            app.tick().expect("the timers");
            calls
        });
        let text = shown(&house, Who::Secretary, "/inbox").await;
        assert!(text.contains("4 reminders in one"), "{text}");
        for call in calls {
            assert!(text.contains(&format!("<a href=\"/calls/{call}\">")), "{text}");
        }
        assert!(text.contains("<a href=\"/numbers/load\">") && text.contains("甲小区"), "{text}");
    })
    .await;
}
