//! The second factor: asked for, never accepted twice, and replaced by recovery codes when the phone is lost.

use crate::filled::code;
use crate::house::{AUDIT, House, NOW, PASSWORD, SECURITY, WORKER, on_both_engines, refusal};
use guanjia_app::access::SignIn;
use guanjia_domain::{Refusal, Role};
use guanjia_store::access::Holder;
use hmac::{Hmac, Mac};
use sha1::Sha1;
use uuid::Uuid;

const STEP: i64 = 30_000;

/// The code that a phone shows: reckoned here once more, from what somebody would type into it.
fn phone(typed: &str, at: i64) -> String {
    let bits: Vec<u8> = typed
        .chars()
        .filter(|c| *c != ' ')
        .flat_map(|c| {
            let five = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".find(c).unwrap();
            (0..5).rev().map(move |bit| u8::try_from(five >> bit & 1).unwrap())
        })
        .collect();
    let secret: Vec<u8> =
        bits.chunks_exact(8).map(|eight| eight.iter().fold(0, |byte, bit| byte * 2 + bit)).collect();
    let mut mac = Hmac::<Sha1>::new_from_slice(&secret).unwrap();
    mac.update(&(at / STEP).to_be_bytes());
    let tag = mac.finalize().into_bytes();
    let at = usize::from(tag[19] % 16);
    let number = u32::from_be_bytes(tag[at..at + 4].try_into().unwrap()) % (1 << 31);
    format!("{:06}", number % 1_000_000)
}

/// Sets a second factor up; gives back what was typed into the phone, and the recovery codes.
fn set_up(house: &House, id: Uuid) -> (String, Vec<String>) {
    let (app, holder) = (&house.app, Holder::Staff(id));
    let offer = app.offer_factor(&house.passwords, code(), holder, PASSWORD).unwrap();
    let first = phone(&offer.typed, app.now().0);
    let codes = app.confirm_factor(&house.who(id), code(), holder, &first, "").unwrap();
    (offer.typed, codes)
}

fn step(house: &House, id: Uuid) -> String {
    match house.sign_in(id, PASSWORD).unwrap() {
        SignIn::Code(step) => step,
        SignIn::In(_) => std::process::abort(),
    }
}

#[test]
fn a_code_is_asked_for_and_accepted_once() {
    on_both_engines(|house| {
        let (typed, _) = set_up(house, AUDIT);
        let enter = |step: &str, code: &str| house.app.enter_code(step, code, "");
        let first = phone(&typed, NOW.0);
        assert_eq!(refusal(enter(&step(house, AUDIT), &first)), Some(Refusal::CodeUsed), "set up with it");

        house.clock.pass(STEP);
        let next = phone(&typed, NOW.0 + STEP);
        let spaced = format!(" {} {}", &next[..3], &next[3..]);
        let session = enter(&step(house, AUDIT), &spaced).unwrap();
        assert!(house.is_in(&session));
        assert_eq!(refusal(enter(&step(house, AUDIT), &next)), Some(Refusal::CodeUsed));

        house.clock.pass(10 * STEP);
        assert_eq!(refusal(enter(&step(house, AUDIT), &next)), Some(Refusal::CodeWrong));
        let late = step(house, AUDIT);
        house.clock.pass(5 * 60_000);
        let now = phone(&typed, house.app.now().0);
        assert_eq!(refusal(enter(&late, &now)), Some(Refusal::LinkEnded), "five minutes have passed");
        let other = step(house, AUDIT);
        assert_eq!(refusal(enter(&step(house, AUDIT)[..20], &now)), Some(Refusal::LinkEnded));
        assert_eq!(
            refusal(enter(&other, &now)),
            Some(Refusal::LinkEnded),
            "a later sign-in ends an earlier one"
        );
        house.app.db.write(code(), |_| Ok::<_, guanjia_store::StoreError>(())).wait().unwrap();
        assert_eq!(house.logged("sign_in_failed"), 3);
    });
}

#[test]
fn one_of_many_who_use_a_code_at_once_is_in() {
    on_both_engines(|house| {
        let (typed, recovery) = set_up(house, AUDIT);
        house.clock.pass(STEP);
        for code in [phone(&typed, NOW.0 + STEP), recovery[0].clone()] {
            let step = step(house, AUDIT);
            let entered = std::thread::scope(|scope| {
                let runs: Vec<_> =
                    (0..20).map(|_| scope.spawn(|| house.app.enter_code(&step, &code, "").is_ok())).collect();
                runs.into_iter().filter_map(|run| run.join().unwrap().then_some(())).count()
            });
            assert_eq!(entered, 1);
        }
    });
}

#[test]
fn a_recovery_code_works_once_and_for_its_own_account() {
    on_both_engines(|house| {
        let (_, codes) = set_up(house, AUDIT);
        let (_, others) = set_up(house, WORKER);
        let enter = |code: &str| refusal(house.app.enter_code(&step(house, AUDIT), code, ""));
        assert_eq!(codes.len(), 10);
        assert_eq!(enter(&codes[3].to_lowercase()), None);
        assert_eq!(enter(&codes[3]), Some(Refusal::CodeWrong));
        assert_eq!(enter(&others[0]), Some(Refusal::CodeWrong));
        assert_eq!(house.app.db.read(|tx| tx.recovery_left(code(), AUDIT)).unwrap(), 9);
    });
}

#[test]
fn a_new_password_by_link_does_not_go_around_the_code() {
    on_both_engines(|house| {
        set_up(house, WORKER);
        assert!(matches!(house.accept(WORKER, "a whole new password"), Ok(SignIn::Code(_))));
        house.app.reset_factor(&house.who(SECURITY), code(), WORKER).unwrap();
        assert!(matches!(house.sign_in(WORKER, "a whole new password"), Ok(SignIn::In(_))));
        assert_eq!(house.logged("factor_reset"), 1);
    });
}

#[test]
fn a_role_that_must_have_one_cannot_give_it_up() {
    on_both_engines(|house| {
        let (app, security) = (&house.app, house.who(SECURITY));
        let session = house.enter(WORKER);
        let due =
            || app.db.read(|tx| app.session(tx, code(), &session.secret)).unwrap().map(|it| it.factor_due);
        assert_eq!(due(), Some(false));
        app.set_two_factor_duty(&security, code(), &[Role::GridWorker]).unwrap();
        assert_eq!(due(), Some(true));
        let odd = app.set_two_factor_duty(&security, code(), &[Role::Resident]);
        assert!(matches!(refusal(odd), Some(Refusal::NotAChoice { .. })));

        let (holder, who) = (Holder::Staff(WORKER), house.who(WORKER));
        let drop = |word| app.drop_factor(&house.passwords, &who, code(), holder, word);
        set_up(house, WORKER);
        assert_eq!(refusal(drop(PASSWORD)), Some(Refusal::FactorIsDuty));
        app.set_two_factor_duty(&security, code(), &[]).unwrap();
        assert_eq!(refusal(drop("wrong")), Some(Refusal::PasswordWrong { field: "present" }));
        drop(PASSWORD).unwrap();
        assert!(matches!(house.sign_in(WORKER, PASSWORD), Ok(SignIn::In(_))));
    });
}
