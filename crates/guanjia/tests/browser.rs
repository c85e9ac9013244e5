//! The pages in Chromium, on a phone and on a desk, in both languages: the whole way of a request with everybody who
//! has a part in it, what goes wrong on the way, and texts that would like to be programs.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail loudly, as tests do"
)]

mod browser {
    pub mod allocation;
    pub mod common_issue;
    pub mod door_survey;
    pub mod driver;
    pub mod grid_map;
    pub mod hand_over;
    pub mod hostile;
    pub mod http;
    pub mod import;
    pub mod keyboard;
    pub mod long;
    pub mod picture;
    pub mod project;
    pub mod restart;
    pub mod secretary;
    pub mod server;
    pub mod sign_in;
    pub mod spot;
    pub mod stage;
    pub mod stale;
    pub mod story;
}

use browser::driver::{Screen, Tongue};
use browser::stage::Stage;
use browser::{
    allocation, common_issue, door_survey, grid_map, hand_over, hostile, import, keyboard, long, project,
    secretary, sign_in, spot, stale, story,
};

/// All that one screen and one language see: a stage is dear, so the scenes follow each other on one.
async fn play(screen: Screen, tongue: Tongue) {
    let mut stage = Stage::build(screen, tongue).await;
    story::play(&mut stage).await;
    spot::two_taps(&mut stage).await;
    secretary::a_claim_changes_and_is_taken_back(&mut stage).await;
    allocation::from_the_ranking_to_the_board(&mut stage).await;
    sign_in::two_steps(&mut stage).await;
    import::all_or_nothing(&mut stage).await;
    import::columns_are_told_once(&mut stage).await;
    keyboard::forms_without_a_mouse(&mut stage).await;
    stale::two_people_at_once(&mut stage).await;
    stale::a_form_sent_twice(&mut stage).await;
    common_issue::found_decided_and_told(&mut stage).await;
    hand_over::an_estate_goes_to_a_successor(&mut stage).await;
    long::names_that_do_not_end(&mut stage).await;
    stage.strike().await;
}

#[tokio::test]
async fn the_story_on_a_phone_in_chinese() {
    play(Screen::Phone, Tongue::Chinese).await;
}

#[tokio::test]
async fn the_story_on_a_phone_in_english() {
    play(Screen::Phone, Tongue::English).await;
}

#[tokio::test]
async fn the_story_on_a_desk_in_chinese() {
    play(Screen::Desk, Tongue::Chinese).await;
}

#[tokio::test]
async fn the_story_on_a_desk_in_english() {
    play(Screen::Desk, Tongue::English).await;
}

/// Grids need a house of their own: other scenes add buildings that have no place yet.
async fn divide(screen: Screen, tongue: Tongue) {
    let mut stage = Stage::build(screen, tongue).await;
    grid_map::a_grid_comes_and_goes(&mut stage).await;
    grid_map::designed_moved_approved(&mut stage).await;
    stage.strike().await;
}

#[tokio::test]
async fn grids_on_a_desk_in_chinese() {
    divide(Screen::Desk, Tongue::Chinese).await;
}

#[tokio::test]
async fn grids_on_a_phone_in_english() {
    divide(Screen::Phone, Tongue::English).await;
}

/// Before other scenes hand the estate to somebody else.
async fn put_right(screen: Screen, tongue: Tongue) {
    let mut stage = Stage::build(screen, tongue).await;
    project::from_issue_to_told(&mut stage).await;
    stage.strike().await;
}

#[tokio::test]
async fn a_project_on_a_desk_in_chinese() {
    put_right(Screen::Desk, Tongue::Chinese).await;
}

#[tokio::test]
async fn a_project_on_a_phone_in_english() {
    put_right(Screen::Phone, Tongue::English).await;
}

#[tokio::test]
async fn texts_stay_texts() {
    hostile::nothing_runs().await;
}

#[tokio::test]
async fn a_survey_without_signal_on_a_phone() {
    door_survey::nothing_lost_nothing_doubled(Screen::Phone).await;
}

#[tokio::test]
async fn a_survey_without_signal_on_a_desk() {
    door_survey::nothing_lost_nothing_doubled(Screen::Desk).await;
}
