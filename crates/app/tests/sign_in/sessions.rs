//! Sessions: how long they live, who sees and ends them, and what ends them at once.

use crate::filled::code;
use crate::house::{HOUR, OTHER, PASSWORD, SECURITY, SYSTEM, WORKER, on_both_engines, refusal};
use guanjia_app::access::{IDLE, LIFETIME};
use guanjia_domain::Refusal;
use guanjia_domain::people::Post;
use guanjia_store::access::Holder;

#[test]
fn a_session_ends_by_the_clock() {
    on_both_engines(|house| {
        let idle = house.enter(WORKER);
        house.clock.pass(IDLE);
        assert!(house.is_in(&idle), "the last moment");
        house.clock.pass(IDLE + 1);
        assert!(!house.is_in(&idle));

        let used = house.enter(WORKER);
        for _ in 0..LIFETIME / (6 * HOUR) {
            house.clock.pass(6 * HOUR);
            assert!(house.is_in(&used));
            // The touch is not waited for by the page; here it must be there before the clock goes on.
            house.app.db.write(code(), |_| Ok::<_, guanjia_store::StoreError>(())).wait().unwrap();
        }
        house.clock.pass(1);
        assert!(!house.is_in(&used), "a week is the end, however busy");
        house.enter(WORKER);
        let left = house.app.db.read(|tx| tx.sessions(code(), WORKER)).unwrap();
        assert_eq!(left.len(), 1, "what has ended is not kept");
    });
}

#[test]
fn the_owner_and_the_security_administrator_see_and_end_sessions() {
    on_both_engines(|house| {
        let app = &house.app;
        let worker = app.db.read(|tx| app.signed_in(tx, code(), Holder::Staff(WORKER))).unwrap();
        let (own, lost) = (house.enter(WORKER), house.enter(WORKER));
        let seen = app.db.read(|tx| app.own_sessions(tx, code(), WORKER, &own.secret)).unwrap();
        let lost_one = seen.iter().find(|it| !it.own && it.device == "computer").unwrap();
        assert_eq!(seen.iter().filter(|it| it.own).count(), 1);
        app.end_own_sessions(&worker, code(), Some(&lost_one.id), &own.secret).unwrap();
        assert!(house.is_in(&own) && !house.is_in(&lost));

        let other = house.enter(SYSTEM);
        let forbidden = app.end_sessions(&worker.who, code(), SYSTEM, None);
        assert_eq!(refusal(forbidden), Some(Refusal::Forbidden));
        let forbidden = app.end_sessions(&house.who(SYSTEM), code(), WORKER, None);
        assert_eq!(refusal(forbidden), Some(Refusal::Forbidden));
        assert!(house.is_in(&other) && house.is_in(&own));
        app.end_sessions(&house.who(SECURITY), code(), WORKER, None).unwrap();
        assert!(!house.is_in(&own) && house.is_in(&other));
        let odd = app.end_own_sessions(&worker, code(), Some("§"), "");
        assert_eq!(refusal(odd), Some(Refusal::NotFound));
    });
}

#[test]
fn a_new_password_a_new_post_and_a_lock_end_sessions_at_once() {
    on_both_engines(|house| {
        let (app, security, program) = (&house.app, house.who(SECURITY), house.program());
        let worker = (code(), Holder::Staff(WORKER));
        let (own, other) = (house.enter(WORKER), house.enter(WORKER));
        let change =
            |words| app.change_password(&house.passwords, &house.who(WORKER), worker, words, &own.secret);
        assert_eq!(
            refusal(change(("wrong", "long enough now"))),
            Some(Refusal::PasswordWrong { field: "present" })
        );
        assert_eq!(refusal(change((PASSWORD, "short"))), Some(Refusal::WeakPassword { least: 10 }));
        assert!(house.is_in(&other), "nothing changed");
        change((PASSWORD, PASSWORD)).unwrap();
        assert!(house.is_in(&own) && !house.is_in(&other));

        house.appoint(&program, WORKER, Post::SocialWorker).unwrap();
        assert!(!house.is_in(&own), "the post changed");

        let session = house.enter(WORKER);
        let token = app.make_api_token(code(), Holder::Staff(WORKER)).unwrap();
        let holds = || app.db.read(|tx| app.api_token(tx, &token)).unwrap().is_some();
        app.lock_account(&security, code(), WORKER, true).unwrap();
        assert!(!house.is_in(&session) && !holds());
        assert_eq!(refusal(house.sign_in(WORKER, PASSWORD)), Some(Refusal::SignInFailed));
        app.lock_account(&security, code(), WORKER, false).unwrap();
        assert!(!house.is_in(&session) && holds());
        house.enter(WORKER);
    });
}

#[test]
fn failures_are_counted_until_somebody_is_in() {
    on_both_engines(|house| {
        let failures = || {
            house.app.db.write(code(), |_| Ok::<_, guanjia_store::StoreError>(())).wait().unwrap();
            house.app.db.read(|tx| tx.account_state(code(), WORKER)).unwrap().unwrap().failures
        };
        for n in 1..=3 {
            assert_eq!(refusal(house.sign_in(WORKER, "wrong")), Some(Refusal::SignInFailed));
            assert_eq!(failures(), n);
        }
        house.enter(WORKER);
        assert_eq!(failures(), 0);
    });
}

#[test]
fn tokens_of_views_end_with_what_their_giver_was_trusted_by() {
    on_both_engines(|house| {
        let (app, security, program) = (&house.app, house.who(SECURITY), house.program());
        house.appoint(&program, WORKER, Post::Secretary).unwrap();
        house.appoint(&program, OTHER, Post::Secretary).unwrap();
        let view = {
            let who = house.who(WORKER);
            let query = app.db.read(|tx| app.query_names(tx, &who, code())).unwrap().read("count").unwrap();
            app.save_view(&who, code(), &query).unwrap().wait().unwrap()
        };
        let give = || app.give_view_token(&house.who(WORKER), code(), view).unwrap().wait().unwrap();
        let works = |token: &str| app.take_view_by_token(token, view).is_ok();
        let seen = |giver| app.db.read(|tx| app.token_spans(tx, &security, code(), giver)).unwrap();
        let shown = || {
            let views = app.db.read(|tx| app.saved_views(tx, &house.who(WORKER), code())).unwrap();
            views[0].token.is_some_and(|(_, own)| own)
        };
        let over = |token: &str, why: &str| {
            assert!(!works(token) && seen(WORKER).is_empty() && !shown(), "{why}");
        };

        let (own, lost, token) = (house.enter(WORKER), house.enter(WORKER), give());
        assert!(works(&token) && shown());
        assert_eq!((seen(WORKER).len(), seen(OTHER).len()), (1, 0));
        assert_eq!(seen(WORKER)[0].until, seen(WORKER)[0].given_at.plus(90 * 24 * HOUR));
        let strange = app.db.read(|tx| app.token_spans(tx, &house.who(SYSTEM), code(), WORKER));
        assert_eq!(refusal(strange), Some(Refusal::Forbidden));

        // Signing one device out leaves it, signing out everywhere does not.
        let worker = app.db.read(|tx| app.signed_in(tx, code(), Holder::Staff(WORKER))).unwrap();
        let sessions = app.db.read(|tx| app.own_sessions(tx, code(), WORKER, &own.secret)).unwrap();
        let one = sessions.iter().find(|it| !it.own).unwrap().id.clone();
        app.end_own_sessions(&worker, code(), Some(&one), &own.secret).unwrap();
        assert!(works(&token) && !(house.is_in(&own) && house.is_in(&lost)));
        app.end_own_sessions(&worker, code(), None, &own.secret).unwrap();
        over(&token, "signed out everywhere");

        let token = give();
        let change = (PASSWORD, "又长又新的口令一句话在此");
        app.change_password(&house.passwords, &worker.who, (code(), Holder::Staff(WORKER)), change, "")
            .unwrap();
        over(&token, "a new password");

        let token = give();
        app.end_sessions(&security, code(), WORKER, None).unwrap();
        over(&token, "signed out by the administrator");

        let token = give();
        app.lock_account(&security, code(), WORKER, true).unwrap();
        app.lock_account(&security, code(), WORKER, false).unwrap();
        over(&token, "locked, also after it is unlocked");

        let token = give();
        let strange = app.give_view_token(&house.who(OTHER), code(), view).unwrap().wait().unwrap();
        assert!(works(&strange) && !works(&token), "one token at a time");
        app.end_sessions(&security, code(), WORKER, None).unwrap();
        assert!(works(&strange), "another's token stays");

        let token = give();
        house.appoint(&program, WORKER, Post::SocialWorker).unwrap();
        house.appoint(&program, WORKER, Post::Secretary).unwrap();
        over(&token, "another post, also after the old one came back");

        let token = give();
        let secret = app.invite(&security, code(), Holder::Staff(WORKER), false).unwrap();
        app.accept_invitation(&house.passwords, code(), &secret, "新名字", PASSWORD, "phone").unwrap();
        over(&token, "a password by link");

        let token = give();
        let (its, who) = (app.clone(), program.clone());
        let left = app.db.write(code(), move |tx| its.dismiss_staff(tx, &who, code(), WORKER.into()));
        left.wait().unwrap();
        assert!(!works(&token));
        assert_eq!(guanjia_store::verify::verify(&app.db, &mut |_| {}).unwrap().fault, None);
    });
}
