//! Every page for everybody: axe-core finds no violation, and the keyboard reaches and shows everything; on a phone and
//! on a desk, in both languages, and in the elder view, where residents' pages are also measured.
//!
//! The pages are those of the access table, each as a role that may see it: a new page is covered by its line there.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail loudly, as tests do"
)]

mod axe;
mod browser {
    pub mod access {
        #[expect(dead_code, reason = "shared with the access test, which uses all of it")]
        pub mod house;
        #[expect(dead_code, reason = "shared with the access test, which uses all of it")]
        pub mod table;
    }
    #[expect(dead_code, reason = "shared with the stories, which use all of it")]
    pub mod driver;
    pub mod http;
    pub mod server;
}

use axe::{View, walk};
use browser::driver::{Screen, Tongue};

#[tokio::test]
async fn every_page_on_a_phone_in_chinese() {
    walk(Screen::Phone, Tongue::Chinese, View::Normal).await;
}

#[tokio::test]
async fn every_page_on_a_phone_in_english() {
    walk(Screen::Phone, Tongue::English, View::Normal).await;
}

#[tokio::test]
async fn every_page_on_a_desk_in_chinese() {
    walk(Screen::Desk, Tongue::Chinese, View::Normal).await;
}

#[tokio::test]
async fn every_page_on_a_desk_in_english() {
    walk(Screen::Desk, Tongue::English, View::Normal).await;
}

#[tokio::test]
async fn every_page_in_the_elder_view_in_chinese() {
    walk(Screen::Phone, Tongue::Chinese, View::Elder).await;
}

#[tokio::test]
async fn every_page_in_the_elder_view_in_english_and_in_the_dark() {
    walk(Screen::Phone, Tongue::English, View::ElderDark).await;
}
