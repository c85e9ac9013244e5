//! Guessing is slow for whoever guesses, and only for them; forms are short.

use super::support::{HOME, House, Who, blocking};
use axum::http::Method;
use guanjia_app::access::Passwords;
use guanjia_domain::Role;
use guanjia_domain::permission::Principal;

const PASSWORD: &str = "晋祠路的桥有七个洞吗";

/// Signs in from an address, and says how it went.
async fn tries(house: &House, name: &str, password: &str, from: &str) -> u16 {
    let call = house.page(Who::Nobody, Method::POST, "/sign-in").at_address(from);
    call.form(&[("name", name), ("password", password)]).answer().await.status.as_u16()
}

/// Somebody with a name and a password.
fn with_a_name(house: &House, who: Who, name: &str) {
    blocking(|| {
        let (app, home) = (house.app(), who.home());
        let (holder, program) =
            (who.holder().expect("an account"), Principal::plain(Role::System, home, None));
        let secret = app.invite(&program, home, holder, false).expect("an invitation");
        let passwords = Passwords::new().expect("passwords");
        app.accept_invitation(&passwords, home, &secret, name, PASSWORD, "phone").expect("somebody comes in");
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn who_guesses_waits_and_the_owner_does_not() {
    House::on_each_engine(async |house| {
        with_a_name(&house, Who::StewardA, "steward");
        for n in 0..5 {
            // One client, with as many addresses as it likes.
            let from = format!("2001:db8:0:7::{n}");
            assert_eq!(tries(&house, "steward", "wrong wrong", &from).await, 422);
        }
        assert_eq!(tries(&house, "Steward ", PASSWORD, "2001:db8:0:7::99").await, 429);
        assert_eq!(tries(&house, "steward", PASSWORD, "192.0.2.7").await, 303, "from elsewhere");

        // Whoever gives out links and unlocks ends the waits.
        let id = Who::StewardA.id();
        let unlock = house.page(Who::Security, Method::POST, &format!("/security/{id}/unlock"));
        unlock.form(&[]).expect(303).await;
        assert_eq!(tries(&house, "steward", PASSWORD, "2001:db8:0:7::99").await, 303);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_a_name_is_not_counted() {
    House::on_each_engine(async |house| {
        let long = "名".repeat(41);
        for _ in 0..40 {
            assert_eq!(tries(&house, &long, "wrong wrong", "192.0.2.7").await, 422);
        }
        for _ in 0..5 {
            assert_eq!(tries(&house, &"名".repeat(40), "wrong wrong", "192.0.2.7").await, 422);
        }
        assert_eq!(tries(&house, &"名".repeat(40), "wrong wrong", "192.0.2.7").await, 429);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_photos_and_sheets_make_a_form_long() {
    House::on_each_engine(async |house| {
        let long = "a".repeat(300 * 1024);
        let posted = async |path: &str| {
            let call = house.page(Who::Nobody, Method::POST, path);
            call.form(&[("name", "a"), ("password", long.as_str()), ("words", "b")]).answer().await.status
        };
        for path in ["/sign-in", "/welcome/L0/a", "/account/password", "/people"] {
            assert_eq!(posted(path).await, 413, "{path}");
        }
        let parts = house.page(Who::Nobody, Method::POST, "/sign-in").parts(&[("name", long.as_str())], None);
        assert_eq!(parts.answer().await.status, 415, "it is not read at all");
        let by_link = format!("/l/{HOME}/a/add");
        assert_eq!(posted(&by_link).await, 422, "a form without photos is as short there");
        let photo = vec![b'a'; 300 * 1024];
        let report = house.page(Who::Nobody, Method::POST, &format!("/c/{HOME}/report"));
        let answer = report.parts(&[("step", "place")], Some(&photo)).answer().await;
        assert_eq!(answer.status, 200, "photos may be long");
        let report = house.page(Who::Nobody, Method::POST, &format!("/c/{HOME}/report"));
        let answer = report.parts(&[("step", "place")], Some(&vec![b'a'; 15_000_001])).answer().await;
        assert_eq!(answer.status, 422, "each of them up to fifteen megabytes");
    })
    .await;
}
