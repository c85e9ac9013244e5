use super::*;
use crate::Refusal;

fn named(zh: &str) -> OwnMatter {
    OwnMatter { zh: zh.into(), ..OwnMatter::default() }
}

#[test]
fn the_common_list_holds_until_it_is_changed() {
    let mut list = MatterList::default();
    for class in MAJOR_CLASSES {
        let of_class = list.of_class(class.code);
        assert!(of_class.iter().map(|(code, _)| code.as_str()).eq(class.matters().map(|it| it.code)));
        for (code, matter) in of_class {
            assert_eq!(list.decide(&code, &matter), Ok(()), "{code} may stay as it is");
        }
    }
    let lamp = OwnMatter { zh: "路灯坏了".into(), ..list.get("0101").unwrap() };
    list.put("0101".into(), lamp);
    assert_eq!(list.get("0101").unwrap().zh, "路灯坏了");
    assert!(list.is_in_use("0101") && list.is_in_use("0102") && !list.is_in_use("0199"));
}

#[test]
fn a_retired_matter_keeps_its_name_and_number_and_makes_room() {
    let mut list = MatterList::default();
    assert_eq!(list.decide("0411", &named("新事项")), Err(Refusal::ClassFull { most: 10 }));
    list.put("0410".into(), OwnMatter { retired: true, ..list.get("0410").unwrap() });
    assert!(!list.is_in_use("0410"));
    assert_eq!(list.get("0410").unwrap().zh, "维修资金");
    assert_eq!(list.next_code("04"), Ok("0411".into()));
    assert_eq!(list.decide("0411", &named("新事项")), Ok(()));
    list.put("0411".into(), named("新事项"));
    let back = OwnMatter { retired: false, ..list.get("0410").unwrap() };
    assert_eq!(list.decide("0410", &back), Err(Refusal::ClassFull { most: 10 }));
}

#[test]
fn what_is_wrong_is_refused_with_its_field() {
    let list = MatterList::default();
    let field = |code: &str, matter: OwnMatter| list.decide(code, &matter).err().and_then(|it| it.field());
    assert_eq!(field("0110", named("")), Some("zh"));
    assert_eq!(field("0110", named(&"长".repeat(61))), Some("zh"));
    assert_eq!(field("0110", named("路灯不亮")), Some("zh"), "taken");
    assert_eq!(field("7701", named("某事")), Some("class"));
    assert_eq!(field("01100", named("某事")), Some("class"));
    let mapped = |city: &str| OwnMatter { city_code: Some(city.into()), ..named("某事") };
    assert_eq!(field("0110", mapped("event:9999")), Some("city_code"));
    assert_eq!(field("0110", mapped("event:0110")), None);
    let needed = OwnMatter { retired: true, ..list.get("9999").unwrap() };
    assert_eq!(list.decide("9999", &needed), Err(Refusal::MatterNeeded));
    assert!(list.next_code("77").is_err());
}

#[test]
fn every_mapping_leads_to_a_city_list() {
    for matter in MATTERS {
        assert!(matter.city_code.is_none_or(|code| city_name(code).is_some()), "{}", matter.code);
    }
    assert_eq!(city_name("event:0110"), Some("道路破损"));
    assert!(city_codes().count() > 150);
}
