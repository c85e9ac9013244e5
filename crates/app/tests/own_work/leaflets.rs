//! Notices and leaflets, and the places where they hang.

use super::house::{DAY, House, on_both_engines, refusal};
use guanjia_app::Result;
use guanjia_app::own_work::{NewLeaflet, NewPut};
use guanjia_domain::Refusal;
use guanjia_domain::ids::{EstateId, LeafletId};
use guanjia_domain::own_work::{LeafletKind, Spot};
use jiff::ToSpan;

fn make(house: &House, who: &str, estate: Option<EstateId>, days: i64) -> Result<LeafletId> {
    let new = NewLeaflet {
        kind: LeafletKind::Notice,
        estate,
        title: "停水通知".into(),
        words: "周三上午停水。".into(),
        until: house.app.today().saturating_add(days.days()),
    };
    house.app.make_leaflet(&house.who(who), house.code, &new)?.wait()
}

fn put(house: &House, who: &str, id: LeafletId, new: NewPut) -> Result<()> {
    house.app.put_leaflet(&house.who(who), house.code, id, new).wait()
}

fn door(house: &House) -> NewPut {
    NewPut {
        spot: Spot::UnitDoor,
        estate: None,
        building: Some(house.building),
        unit: Some(house.units[0]),
        group: None,
        until: None,
        photo: None,
    }
}

#[test]
fn it_hangs_until_its_day_and_is_then_to_be_taken_down() {
    on_both_engines(|house| {
        let [estate, other] = house.estates;
        let id = make(house, "甲某", Some(estate), 3).unwrap();
        assert_eq!(refusal(make(house, "甲某", Some(other), 3)), Refusal::Forbidden);
        assert_eq!(refusal(make(house, "甲某", None, 3)), Refusal::Forbidden);
        assert!(matches!(refusal(make(house, "甲某", Some(estate), -1)), Refusal::NotAChoice { .. }));
        put(house, "网格", id, door(house)).unwrap();
        let board = NewPut { spot: Spot::Board, building: None, unit: None, ..door(house) };
        put(house, "甲某", id, board).unwrap();
        assert_eq!(refusal(put(house, "乙某", id, board)), Refusal::Forbidden);
        let nowhere = NewPut { building: None, unit: None, ..door(house) };
        assert!(matches!(refusal(put(house, "甲某", id, nowhere)), Refusal::TextMissing { .. }));
        let public = |estate| house.app.db.read(|tx| house.app.leaflets_in_force(tx, house.code, estate));
        assert_eq!(public(Some(estate)).unwrap()[0].title, "停水通知");
        assert!(public(Some(other)).unwrap().is_empty() && public(None).unwrap().is_empty());
        let hanging = |who: &str| {
            let all = house.app.db.read(|tx| house.app.leaflets(tx, &house.who(who), house.code)).unwrap();
            all.iter().map(|it| it.leaflet.to_take_down(house.app.today()).count()).sum::<usize>()
        };
        assert_eq!(hanging("甲某"), 0);
        house.clock.pass(4 * DAY);
        assert!(public(Some(estate)).unwrap().is_empty());
        assert_eq!((hanging("甲某"), hanging("网格"), hanging("乙某")), (2, 2, 0));
        let take = |who: &str, n| house.app.take_leaflet_down(&house.who(who), house.code, id, n).wait();
        take("网格", 0).unwrap();
        take("网格", 0).unwrap();
        assert_eq!(refusal(take("甲某", 9)), Refusal::NotFound);
        assert_eq!(hanging("甲某"), 1);
        assert_eq!(refusal(put(house, "甲某", id, door(house))), Refusal::WorkEnded);
        house.holds_together();
    });
}

#[test]
fn one_for_everybody_is_the_secretarys_and_everybody_puts_it_up() {
    on_both_engines(|house| {
        let [estate, other] = house.estates;
        let id = make(house, "书记", None, 9).unwrap();
        let board = NewPut { spot: Spot::Board, building: None, unit: None, ..door(house) };
        put(house, "乙某", id, board).unwrap();
        put(house, "网格", id, NewPut { estate: Some(estate), ..door(house) }).unwrap();
        let wrong = NewPut { estate: Some(other), ..door(house) };
        assert!(matches!(refusal(put(house, "乙某", id, wrong)), Refusal::PlaceMismatch { .. }));
        let sheet = house.app.db.read(|tx| house.app.leaflet_sheet(tx, &house.who("丙某"), house.code, id));
        let places = sheet.unwrap().places;
        assert!(places[1].0.contains("1号楼") && places[1].1 == "网格", "{places:?}");
        let withdraw = |who: &str| house.app.withdraw_leaflet(&house.who(who), house.code, id).wait();
        assert_eq!(refusal(withdraw("乙某")), Refusal::Forbidden);
        withdraw("书记").unwrap();
        assert_eq!(refusal(withdraw("书记")), Refusal::WorkEnded);
        let public = house.app.db.read(|tx| house.app.leaflets_in_force(tx, house.code, Some(estate)));
        assert!(public.unwrap().is_empty());
        house.holds_together();
    });
}
