//! Every page is rendered in both languages, with little, with much and with nothing in it.

use askama::Template;

use super::public::{
    CommunityPage, ErrorPage, HandlerLinkPage, LandingPage, ReportPage, SignInPage, SimilarPart, TrailPage, WelcomePage,
};
use super::requests::{NewRequestPage, SpotPage};
use super::work::GridWorkerPage;
use super::{PageFrame, Role, Section, samples};
use crate::words::{Language, Words};

type Rendered = (&'static str, String);

/// Renders samples of a page; the name is the one of its file in the picture folder.
macro_rules! render {
    ($list:ident, $frame:expr, $( $name:literal => $sample:expr ),+ $(,)?) => {
        $( $list.push(($name, $sample($frame).render().expect($name))); )+
    };
}

fn signed_in(words: &'static Words, role: Role, section: Section) -> PageFrame {
    let mut page = samples::frame(words, role, Section::ALL);
    page.section = Some(section);
    page.live = true;
    page
}

fn public_pages(words: &'static Words) -> Vec<Rendered> {
    let mut list = Vec::new();
    render!(list, samples::public_frame(words),
        "landing" => LandingPage::sample,
        "landing-empty" => LandingPage::sample_empty,
        "community" => CommunityPage::sample,
        "community-empty" => CommunityPage::sample_empty,
        "report" => ReportPage::sample,
        "report-empty" => ReportPage::sample_empty,
        "report-long" => ReportPage::sample_long,
        "similar" => SimilarPart::sample,
        "trail" => TrailPage::sample,
        "trail-filed" => TrailPage::sample_empty,
        "trail-long" => TrailPage::sample_long,
        "handler-link" => HandlerLinkPage::sample,
        "handler-link-empty" => HandlerLinkPage::sample_empty,
        "handler-link-long" => HandlerLinkPage::sample_long,
        "sign-in" => SignInPage::sample,
        "sign-in-wrong" => SignInPage::sample_empty,
        "welcome" => WelcomePage::sample,
        "welcome-wrong" => WelcomePage::sample_long,
        "error-stale" => ErrorPage::sample,
        "error-404" => ErrorPage::sample_empty,
    );
    list
}

fn worker_pages(words: &'static Words) -> Vec<Rendered> {
    let mut list = Vec::new();
    render!(list, signed_in(words, Role::GridWorker, Section::Work),
        "grid-worker" => GridWorkerPage::sample,
        "grid-worker-empty" => GridWorkerPage::sample_empty,
        "spot" => SpotPage::sample,
        "new" => NewRequestPage::sample,
        "new-wrong" => NewRequestPage::sample_long,
    );
    list
}

fn all_pages(language: Language) -> Vec<Rendered> {
    let words = Words::of(language);
    [public_pages(words), worker_pages(words)].concat()
}

/// Writes every page into the folder of `GUANJIA_PAGES`, for pictures; without it only renders.
#[test]
fn every_page_is_rendered_in_both_languages() {
    for language in Language::ALL {
        for (name, html) in all_pages(language) {
            assert!(html.contains("</"), "{name} is empty");
            if let Ok(folder) = std::env::var("GUANJIA_PAGES") {
                let path = std::path::Path::new(&folder).join(format!("{name}.{}.html", language.tag()));
                std::fs::write(path, html).expect("a folder to write to");
            }
        }
    }
}

#[test]
fn no_page_needs_an_inline_style_or_script() {
    for (name, html) in all_pages(Language::ZhCn) {
        for banned in [" style=", "<style", "javascript:", " onclick", " onload", " onsubmit", "hx-on"] {
            assert!(!html.contains(banned), "{name} has `{banned}`");
        }
        assert!(!html.replace("<script src=", "").contains("<script"), "{name} has a script of its own");
    }
}

#[test]
fn every_form_that_writes_carries_the_token() {
    for (name, html) in all_pages(Language::En) {
        for form in html.split("<form").skip(1) {
            let form = form.split("</form>").next().unwrap_or_default();
            if form.contains("method=\"post\"") {
                assert!(form.contains("name=\"csrf\" value=\"sample-token\""), "{name} has a form without a token");
            }
        }
    }
}

#[test]
fn no_message_key_shows_on_a_page() {
    for language in Language::ALL {
        for (name, html) in all_pages(language) {
            for key in ["field-", "state-", "verb-", "nav-", "problem-", "cure-"] {
                let shown = html.contains(&format!(">{key}"));
                assert!(!shown, "{name} shows a key that begins with `{key}`");
            }
        }
    }
}

#[test]
fn a_resident_page_is_small() {
    for (name, html) in public_pages(Words::of(Language::En)) {
        // The failed form carries 2 400 characters of the reporter and is not counted.
        assert!(name == "report-long" || html.len() < 15_000, "{name} has {} bytes", html.len());
    }
}
