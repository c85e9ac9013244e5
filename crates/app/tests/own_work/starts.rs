//! The beginning of a claim, and groups.

use super::house::{DAY, House, on_both_engines, refusal};
use guanjia_app::own_work::NewGroup;
use guanjia_app::place::NewClaim;
use guanjia_domain::Refusal;
use guanjia_domain::own_work::{GroupAdmin, GroupKind, StartItem};

fn open(house: &House, name: &str) -> Vec<(String, usize)> {
    let lists = house.app.db.read(|tx| house.app.start_lists(tx, &house.who(name), house.code)).unwrap();
    let open = |lines: &[guanjia_domain::own_work::StartLine]| {
        lines.iter().filter(|line| line.done_at.is_none()).count()
    };
    lists.into_iter().map(|it| (it.name, open(&it.lines))).collect()
}

#[test]
fn a_list_is_its_stewards_until_it_is_done_and_the_next_begins_anew() {
    on_both_engines(|house| {
        let [estate, _] = house.estates;
        assert_eq!(open(house, "甲某"), [("和平苑".to_owned(), 5)]);
        assert!(open(house, "丙某").is_empty() && open(house, "网格").is_empty());
        let tick = |name: &str, item, done| {
            house.app.tick_start(&house.who(name), house.code, estate, item, done).wait()
        };
        for name in ["书记", "乙某", "丙某", "网格"] {
            assert_eq!(refusal(tick(name, StartItem::Poster, true)), Refusal::Forbidden, "{name}");
        }
        tick("甲某", StartItem::Poster, true).unwrap();
        tick("甲某", StartItem::Group, true).unwrap();
        tick("甲某", StartItem::Group, false).unwrap();
        // The secretary sees, by estate, what is open and until when.
        assert_eq!(open(house, "书记"), [("和平苑".to_owned(), 4), ("安宁里".to_owned(), 5)]);
        for item in StartItem::ALL {
            tick("甲某", *item, true).unwrap();
        }
        assert!(open(house, "甲某").is_empty());
        house.clock.pass(DAY);
        let steward = house.staff["丙某"];
        let claim = NewClaim { estate, steward, deputy: None, starts_at: None, pact_signed: false };
        house.app.claim_estate(&house.who("书记"), house.code, claim).wait().unwrap();
        assert_eq!(open(house, "丙某"), [("和平苑".to_owned(), 5)]);
        house.holds_together();
    });
}

#[test]
fn groups_are_kept_by_those_who_keep_the_estate() {
    on_both_engines(|house| {
        let [estate, other] = house.estates;
        let new = |id, name: &str| NewGroup {
            id,
            name: name.to_owned(),
            kind: GroupKind::Wechat,
            admin: GroupAdmin::Owners,
            members: 480,
            joined: true,
        };
        let put = |who: &str, estate, group| {
            house
                .app
                .put_group(&house.who(who), house.code, estate, &group)
                .and_then(guanjia_store::Answer::wait)
        };
        put("甲某", estate, new(None, "和平苑邻里群")).unwrap();
        assert_eq!(refusal(put("甲某", other, new(None, "别人的"))), Refusal::Forbidden);
        assert!(matches!(refusal(put("甲某", estate, new(None, " "))), Refusal::TextMissing { .. }));
        let read =
            |who: &str| house.app.db.read(|tx| house.app.groups(tx, &house.who(who), house.code, estate));
        let group = read("网格").unwrap().remove(0);
        assert_eq!(group.name, "和平苑邻里群");
        assert!(read("乙某").is_err() && read("书记").is_ok());
        put("书记", estate, new(Some(group.group.id), "和平苑一群")).unwrap();
        assert_eq!(refusal(put("乙某", other, new(Some(group.group.id), "偷来的"))), Refusal::NotFound);
        assert_eq!(read("甲某").unwrap()[0].name, "和平苑一群");
        house.app.drop_group(&house.who("甲某"), house.code, estate, group.group.id).wait().unwrap();
        assert!(read("甲某").unwrap().is_empty());
        house.holds_together();
    });
}
