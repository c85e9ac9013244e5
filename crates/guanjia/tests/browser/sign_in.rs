//! An account from its one-time link to the second factor: set up with a phone, asked for at the next sign-in, and
//! replaced by a recovery code.

use super::driver::Browser;
use super::stage::Stage;
use hmac::{Hmac, Mac};
use sha1::Sha1;

const NAME: &str = "shenji";
const PASSWORD: &str = "桥有七个洞，我都数过了";

/// The auditor is given a link by the security administrator, and sets the second factor up.
pub async fn two_steps(stage: &mut Stage) {
    stage.enter("security").await;
    let office = &mut stage.office;
    office.go("/security").await;
    let find = "return [...document.querySelectorAll('.doors a')].find(row => row.textContent.includes('示例审计员'))\
                .getAttribute('href')";
    let account = office.eval(find).await.as_str().unwrap().to_owned();
    office.go(&account).await;
    office.submit("form[action$='/link'] button").await;
    let link = office.value("#made-link").await;

    let mut auditor = stage.another().await;
    auditor.go(&link).await;
    auditor.fill("#name", NAME).await;
    auditor.fill("#password", PASSWORD).await;
    auditor.fill("#again", PASSWORD).await;
    auditor.submit("form.card .button--main").await;
    auditor.go("/account").await;
    auditor.fill("#present", "不是这个密码").await;
    auditor.submit("form[action='/account/factor'] .button--main").await;
    assert_eq!(auditor.count("#present-wrong").await, 1, "a wrong password is told at its field");
    auditor.fill("#present", PASSWORD).await;
    auditor.submit("form[action='/account/factor'] .button--main").await;
    assert_eq!(auditor.count("svg.qr").await, 1);
    let secret = auditor.text("#factor-typed").await;
    auditor.fill("#code", &code(&auditor, &secret, 0).await).await;
    auditor.submit("form[action='/account/factor/confirm'] .button--main").await;
    assert_eq!(auditor.count("ol li code").await, 10);
    let recovery = auditor.text("ol li code").await;

    // The next code of the phone is accepted already: its clock may be half a minute fast.
    let next = code(&auditor, &secret, 1).await;
    sign_in_again(&mut auditor, &next).await;
    assert_eq!(auditor.path().await, "/work");
    sign_in_again(&mut auditor, &next).await;
    assert_eq!(auditor.count("#code-wrong").await, 1, "a code works once");
    auditor.fill("#code", &recovery).await;
    auditor.submit("form[action='/sign-in/code'] .button--main").await;
    assert_eq!(auditor.path().await, "/work");
    auditor.go("/account").await;
    auditor.close().await;
}

async fn sign_in_again(auditor: &mut Browser, code: &str) {
    auditor.submit(".bar__out button").await;
    auditor.go("/sign-in").await;
    auditor.fill("#name", NAME).await;
    auditor.fill("#password", PASSWORD).await;
    auditor.submit("form[action='/sign-in'] .button--main").await;
    auditor.fill("#code", code).await;
    auditor.submit("form[action='/sign-in/code'] .button--main").await;
}

/// What the phone shows now, or `later` steps of half a minute from now.
async fn code(page: &Browser, secret: &str, later: u64) -> String {
    let now = page.eval("return Math.floor(Date.now() / 30000)").await.as_u64().unwrap();
    let bits: Vec<u8> = secret
        .chars()
        .filter_map(|letter| "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".find(letter))
        .flat_map(|five| (0..5).rev().map(move |bit| u8::try_from(five >> bit & 1).unwrap()))
        .collect();
    let key: Vec<u8> =
        bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |sum, bit| sum * 2 + bit)).collect();
    let mut mac = Hmac::<Sha1>::new_from_slice(&key).unwrap();
    mac.update(&(now + later).to_be_bytes());
    let tag = mac.finalize().into_bytes();
    let at = usize::from(tag[19] % 16);
    let number = u32::from_be_bytes(tag[at..at + 4].try_into().unwrap()) % (1 << 31);
    format!("{:06}", number % 1_000_000)
}
