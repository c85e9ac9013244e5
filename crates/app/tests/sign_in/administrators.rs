//! Three administrators: none does another's work, none gives themselves a second role, none is the last to go.

use crate::filled::code;
use crate::house::{AUDIT, PASSWORD, SECURITY, SYSTEM, WORKER, on_both_engines, refusal};
use guanjia_domain::Refusal;
use guanjia_domain::people::Post;
use guanjia_store::access::Holder;
use guanjia_store::verify::verify;
use uuid::Uuid;

const SECOND: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0009);

#[test]
fn the_last_administrator_of_a_kind_stays() {
    on_both_engines(|house| {
        let (app, program, security) = (&house.app, house.program(), house.who(SECURITY));
        let last = |post| Some(Refusal::LastAdministrator { post });
        for (id, post) in [
            (SYSTEM, Post::SystemAdministrator),
            (SECURITY, Post::SecurityAdministrator),
            (AUDIT, Post::Auditor),
        ] {
            let session = house.enter(id);
            assert_eq!(refusal(app.dismiss(&program, code(), id).wait()), last(post));
            assert_eq!(refusal(house.appoint(&program, id, Post::GridWorker)), last(post));
            assert_eq!(refusal(app.lock_account(&program, code(), id, true)), last(post));
            assert!(house.is_in(&session), "nothing changed");
        }
        house.appoint(&program, SECOND, Post::Auditor).unwrap();
        app.lock_account(&security, code(), SECOND, true).unwrap();
        let locked_does_not_count = app.lock_account(&security, code(), AUDIT, true);
        assert_eq!(refusal(locked_does_not_count), last(Post::Auditor));
        app.lock_account(&security, code(), SECOND, false).unwrap();
        app.dismiss(&program, code(), AUDIT).wait().unwrap();
        assert_eq!(refusal(app.dismiss(&program, code(), SECOND).wait()), last(Post::Auditor));
    });
}

#[test]
fn nobody_makes_themselves_a_second_role() {
    on_both_engines(|house| {
        let (app, system, security) = (&house.app, house.who(SYSTEM), house.who(SECURITY));
        let invite = |who, id| refusal(app.invite(who, code(), Holder::Staff(id), false));
        assert_eq!(refusal(house.appoint(&system, SYSTEM, Post::Secretary)), Some(Refusal::OwnAccount));
        assert_eq!(refusal(app.lock_account(&security, code(), SECURITY, true)), Some(Refusal::OwnAccount));
        assert_eq!(refusal(app.reset_factor(&security, code(), SECURITY)), Some(Refusal::OwnAccount));
        assert_eq!(invite(&security, SECURITY), Some(Refusal::OwnAccount));

        // Whoever appoints people does not open an account that is in use, nor an administrator's.
        for id in [WORKER, AUDIT, SECURITY] {
            assert_eq!(invite(&system, id), Some(Refusal::Forbidden));
        }
        house.appoint(&system, SECOND, Post::Auditor).unwrap();
        assert_eq!(invite(&system, SECOND), Some(Refusal::Forbidden));
        assert_eq!(invite(&security, SECOND), None);
        assert_eq!(refusal(house.appoint(&security, SECOND, Post::GridWorker)), Some(Refusal::Forbidden));
        house.appoint(&system, SECOND, Post::GridWorker).unwrap();
        assert_eq!(invite(&system, SECOND), None, "somebody new, who is no administrator any more");
        for who in [&system, &house.who(AUDIT)] {
            let locked = app.lock_account(who, code(), WORKER, true);
            assert_eq!(refusal(locked), Some(Refusal::Forbidden));
        }
    });
}

#[test]
fn whoever_left_comes_back_without_the_old_password() {
    on_both_engines(|house| {
        let (app, system) = (&house.app, house.who(SYSTEM));
        let session = house.enter(WORKER);
        app.dismiss(&system, code(), WORKER).wait().unwrap();
        assert!(!house.is_in(&session));
        let former = app.db.read(|tx| app.former_colleagues(tx, &system, code())).unwrap();
        assert_eq!(former.iter().map(guanjia_app::people::ColleagueSheet::id).collect::<Vec<_>>(), [WORKER]);
        app.take_back(&system, code(), WORKER).wait().unwrap();
        assert!(!house.is_in(&session), "a session does not rise again");
        assert_eq!(refusal(house.sign_in(WORKER, PASSWORD)), Some(Refusal::SignInFailed));
        house.accept(WORKER, PASSWORD).unwrap();
        house.enter(WORKER);
        assert_eq!(house.who(WORKER).role, guanjia_domain::Role::GridWorker);
        assert!(verify(&app.db, &mut |_| {}).unwrap().fault.is_none());
    });
}

#[test]
fn dismissing_and_taking_back_opens_no_account_of_somebody_else() {
    on_both_engines(|house| {
        let (app, system, security) = (&house.app, house.who(SYSTEM), house.who(SECURITY));
        let invite = |who| refusal(app.invite(who, code(), Holder::Staff(WORKER), false));
        house.enter(WORKER);
        app.lock_account(&security, code(), WORKER, true).unwrap();
        app.dismiss(&system, code(), WORKER).wait().unwrap();
        app.take_back(&system, code(), WORKER).wait().unwrap();
        assert_eq!(invite(&system), Some(Refusal::NotFound), "the lock is the security administrator's");
        assert_eq!(refusal(house.accept(WORKER, PASSWORD)), Some(Refusal::NotFound));
        app.lock_account(&security, code(), WORKER, false).unwrap();
        assert_eq!(invite(&system), Some(Refusal::Forbidden), "somebody has signed in with it");
        assert_eq!(invite(&security), None);
    });
}
