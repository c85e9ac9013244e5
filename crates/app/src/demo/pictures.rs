//! Photos of the demo: drawn, because nothing in it was ever photographed. A house in the evening whose door has no
//! lamp and then has one; a tree that covers the windows and then leaves them free.

use crate::error::Result;
use crate::office::App;
use crate::request::StoredPhoto;
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::RequestId;
use guanjia_store::StoreError;
use image::{ImageFormat, Rgb, RgbImage};
use std::io::Cursor;

const WIDTH: u32 = 640;
const HEIGHT: u32 = 480;
/// One of so many requests that could have a photo has one.
const ONE_OF: u8 = 4;

/// What is to be seen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scene {
    Lamp,
    Tree,
}

/// A photo of a request when it is reported, where it has one.
pub(super) fn before(
    app: &App,
    home: CommunityCode,
    id: RequestId,
    matter: &str,
) -> Result<Vec<StoredPhoto>> {
    picture(app, home, id, matter, false)
}

/// A photo of what was done about it, where there is one of how it was.
pub(super) fn after(app: &App, home: CommunityCode, id: RequestId, matter: &str) -> Result<Vec<StoredPhoto>> {
    picture(app, home, id, matter, true)
}

/// A photo of the works of a project, before or after.
pub(super) fn of_works(app: &App, home: CommunityCode, matter: &str, done: bool) -> Result<StoredPhoto> {
    let scene = if scene_of(matter) == Some(Scene::Lamp) { Scene::Lamp } else { Scene::Tree };
    drawn(app, home, scene, done)
}

fn picture(
    app: &App,
    home: CommunityCode,
    id: RequestId,
    matter: &str,
    done: bool,
) -> Result<Vec<StoredPhoto>> {
    let chosen = id.0.as_bytes().last().is_some_and(|byte| byte.is_multiple_of(ONE_OF));
    let Some(scene) = scene_of(matter).filter(|_| chosen) else { return Ok(Vec::new()) };
    Ok(vec![drawn(app, home, scene, done)?])
}

fn drawn(app: &App, home: CommunityCode, scene: Scene, done: bool) -> Result<StoredPhoto> {
    let mut bytes = Cursor::new(Vec::new());
    draw(scene, done)
        .write_to(&mut bytes, ImageFormat::Png)
        .map_err(|error| StoreError::Refused(error.to_string()))?;
    app.store_photo(home, &bytes.into_inner())
}

fn scene_of(matter: &str) -> Option<Scene> {
    match matter.get(..2) {
        Some("01") => Some(Scene::Lamp),
        Some("02") => Some(Scene::Tree),
        _ => None,
    }
}

fn draw(scene: Scene, done: bool) -> RgbImage {
    RgbImage::from_fn(WIDTH, HEIGHT, |x, y| {
        let (x, y) = (x as f32, y as f32);
        let shade = 0.96 + 0.04 * ((x * 12.9 + y * 78.2).sin() * 437.5).fract();
        let colour = match scene {
            Scene::Lamp => evening(x, y, done),
            Scene::Tree => morning(x, y, done),
        };
        Rgb(colour.map(|part| (part * shade).clamp(0.0, 255.0) as u8))
    })
}

fn is_within(x: f32, y: f32, left: f32, top: f32, wide: f32, high: f32) -> bool {
    (left..left + wide).contains(&x) && (top..top + high).contains(&y)
}

/// Windows in rows; the door at the foot of the house.
fn is_window(x: f32, y: f32) -> bool {
    is_within(x, y, 110.0, 50.0, 420.0, 250.0)
        && (x - 110.0).rem_euclid(84.0) < 46.0
        && (y - 50.0).rem_euclid(84.0) < 56.0
}

fn evening(x: f32, y: f32, lit: bool) -> [f32; 3] {
    let is_door = is_within(x, y, 280.0, 330.0, 80.0, 120.0);
    let dark = if is_door {
        [52.0, 38.0, 34.0]
    } else if is_window(x, y) {
        [62.0, 66.0, 80.0]
    } else if is_within(x, y, 80.0, 30.0, 480.0, 420.0) {
        [70.0, 62.0, 60.0]
    } else if y > 450.0 {
        [40.0, 40.0, 42.0]
    } else {
        [24.0, 30.0, 52.0]
    };
    let away = ((x - 320.0).powi(2) + (y - 312.0).powi(2)).sqrt();
    if away < 9.0 {
        return if lit { [255.0, 246.0, 214.0] } else { [30.0, 30.0, 30.0] };
    }
    let glow = if lit { 190.0 * (-away / 90.0).exp() } else { 0.0 };
    [dark[0] + glow, dark[1] + glow * 0.88, dark[2] + glow * 0.62]
}

fn morning(x: f32, y: f32, trimmed: bool) -> [f32; 3] {
    let (middle, wide, high) = if trimmed { (400.0, 90.0, 60.0) } else { (210.0, 220.0, 170.0) };
    let ragged = 12.0 * ((x * 0.11).sin() + (y * 0.13).cos());
    let crown = ((x - 330.0) / wide).powi(2) + ((y - middle) / high).powi(2) + ragged / 100.0;
    if crown < 1.0 {
        return [62.0 + ragged, 104.0 + ragged, 58.0];
    }
    if is_within(x, y, 318.0, 300.0, 24.0, 160.0) {
        [96.0, 74.0, 54.0]
    } else if is_window(x, y) {
        [150.0, 178.0, 196.0]
    } else if is_within(x, y, 80.0, 30.0, 480.0, 420.0) {
        [206.0, 190.0, 168.0]
    } else if y > 450.0 {
        [128.0, 128.0, 124.0]
    } else {
        [196.0, 216.0, 232.0]
    }
}
