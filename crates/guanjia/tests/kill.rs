//! `kill -9` while filings come in, with and without photos: whatever was acknowledged is there once, nothing
//! is there in
//! half, and no photo is left that nobody lists.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test: what fails is its failure")]

mod kill {
    pub mod clients;
    pub mod house;
}
#[path = "browser/picture.rs"]
mod picture;
#[path = "../../store/tests/support/postgres.rs"]
mod postgres;

use guanjia_domain::Subject;
use guanjia_domain::ids::RequestId;
use guanjia_domain::request::RequestEvent;
use guanjia_domain::{Body, CommunityCode};
use guanjia_store::files::Size;
use guanjia_store::verify::verify;
use guanjia_store::{Kind, Slot, Tx};
use kill::clients::{Acknowledged, Clients};
use kill::house::House;
use std::collections::HashSet;
use std::time::Duration;

/// How long a server may work before it is killed, in milliseconds: the rounds take turns.
const LIVES: [u64; 5] = [350, 700, 500, 900, 250];

fn rounds(usual: usize) -> usize {
    if std::env::var_os("GUANJIA_TEST_FULL").is_some() { 50 } else { usual }
}

#[test]
fn killed_on_sqlite() {
    survive(&House::make(None), rounds(5));
}

#[test]
fn killed_on_postgresql() {
    let Some(url) = postgres::database_url() else { return };
    survive(&House::make(Some(&url)), 1);
}

fn survive(house: &House, rounds: usize) {
    let before = all_requests(house);
    let mut server = house.serve();
    let clients = Clients::start(house);
    for life in LIVES.iter().cycle().take(rounds) {
        std::thread::sleep(Duration::from_millis(*life));
        server.kill();
        server = house.serve();
    }
    // Those who still wait for an answer get it from the last server.
    let acknowledged = clients.finish();
    server.kill();
    check(house, &before, &acknowledged);
}

fn all_requests(house: &House) -> HashSet<RequestId> {
    let app = house.open();
    let all = app.db.read(|tx| tx.requests_after(house.community, None, None, None, u32::MAX)).unwrap();
    all.iter().map(|request| request.id).collect()
}

fn check(house: &House, before: &HashSet<RequestId>, acknowledged: &Acknowledged) {
    let app = house.open();
    let report = verify(&app.db, &mut |_| {}).unwrap();
    assert_eq!(report.fault, None);
    let stored: HashSet<_> = all_requests(house).difference(before).copied().collect();
    let said = || acknowledged.plain.iter().chain(&acknowledged.with_photo);
    assert!(acknowledged.plain.len() > 50, "only {} filings were acknowledged", acknowledged.plain.len());
    assert!(!acknowledged.with_photo.is_empty(), "no filing with a photo was acknowledged");
    let lost: Vec<_> = said().filter(|id| !stored.contains(id)).collect();
    assert!(lost.is_empty(), "{} acknowledged filings are lost: {lost:?}", lost.len());
    app.db
        .read(|tx| -> guanjia_store::Result<()> {
            for id in &stored {
                is_whole(tx, house.community, *id)?;
            }
            for id in &acknowledged.with_photo {
                let photos = tx.photos(house.community, *id)?;
                assert_eq!(photos.len(), 1, "{id}: its photo");
                for size in [Size::Full, Size::Thumb] {
                    assert!(
                        app.files.read(house.community, photos[0].file, size)?.is_some(),
                        "{id}: {size:?}"
                    );
                }
            }
            Ok(())
        })
        .unwrap();
    no_orphans(house);
}

/// One report of it, its words, and what makes it findable.
fn is_whole(tx: &mut Tx, community: CommunityCode, id: RequestId) -> guanjia_store::Result<()> {
    let events = tx.events_of(community, Subject::Request(id))?;
    let reported = |body: &Body| matches!(body, Body::Request(RequestEvent::Reported(_)));
    assert_eq!(events.iter().filter(|it| reported(&it.event.body)).count(), 1, "{id}: reported once");
    let words = Slot { community, owner: id.0, kind: Kind::Words, n: 0 };
    assert!(tx.kept(&words)?.is_some(), "{id}: its words");
    assert!(tx.filed_digest(community, id)?.is_some(), "{id}: what makes it findable");
    Ok(())
}

/// After a sweep every file belongs to a photo that a request lists, and every such photo has both its files.
fn no_orphans(house: &House) {
    let app = house.open();
    let listed = app.db.read(|tx| tx.listed_files(house.community)).unwrap();
    app.files.sweep(house.community, &listed, Duration::ZERO).unwrap();
    let files: HashSet<_> = std::fs::read_dir(house.photos())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let wanted: HashSet<_> =
        listed.iter().flat_map(|id| [format!("{id}.full"), format!("{id}.thumb")]).collect();
    assert_eq!(files, wanted);
}
