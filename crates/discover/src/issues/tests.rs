//! Issues from short texts of an invented community.

use super::*;
use crate::statistics::Chance;

const DAY: i64 = 86_400_000;

fn request<'a>(id: &'a str, day: i64, reporter: &'a str, estate: &str, text: &'a str) -> Request<'a> {
    Request {
        id,
        at: 1_750_000_000_000 + day * DAY,
        text,
        reporter: Some(reporter),
        place: Located::chosen(Some(estate), None, None),
        ..Request::default()
    }
}

/// Trees and lamps in one estate, the same words about the trees from another, and things that are alone.
fn community() -> Vec<Request<'static>> {
    vec![
        request("r01", 0, "h1", "长风", "4号楼南边的大树太密，把窗户全挡住了，白天也要开灯"),
        request("r02", 1, "h2", "长风", "大树太密挡住窗户，家里白天要开灯，能不能修剪一下"),
        request("r03", 1, "h3", "滨河", "4号楼南边的大树太密，把窗户全挡住了，白天也要开灯"),
        request("r04", 2, "h4", "长风", "楼前大树太密，窗户全挡住了，一楼白天也要开灯，请修剪"),
        request("r05", 2, "h5", "长风", "12号楼单元门口没有灯，晚上看不见台阶，老人差点摔倒"),
        request("r06", 3, "h6", "长风", "单元门口没有灯，晚上看不见台阶"),
        request("r07", 3, "h7", "长风", "想咨询一下生育登记需要带什么材料"),
        request("r08", 4, "h8", "滨河", "电梯从昨天起停运，十八楼的老人下不来"),
        request("r09", 5, "h9", "长风", "地下车库的道闸经常抬不起来，早上排长队"),
        request("r10", 6, "h1", "长风", "什么时候来修剪？大树太密窗户全挡住了"),
    ]
}

fn groups(requests: &[Request]) -> Vec<Vec<String>> {
    groups_with(requests, &Constraints::default())
}

fn groups_with(requests: &[Request], constraints: &Constraints) -> Vec<Vec<String>> {
    let found = discover(requests, constraints, &Weights::default(), |_, _| {});
    let name = |one: &usize| requests[*one].id.to_owned();
    found.issues.iter().map(|issue| issue.members.iter().map(name).collect()).collect()
}

#[test]
fn trees_and_lamps_are_found_and_the_copy_for_another_estate_stays_out() {
    let requests = community();
    assert_eq!(groups(&requests), [vec!["r01", "r02", "r04", "r10"], vec!["r05", "r06"]]);
    let found = discover(&requests, &Constraints::default(), &Weights::default(), |_, _| {});
    assert_eq!(found.unassigned.len(), 4);
    let trees = &found.issues[0];
    assert_eq!((trees.households, trees.place.estate.as_deref()), (3, Some("长风")));
    assert!(trees.score > 0.5 && trees.score <= 1.0 && trees.weakest.1 <= trees.score);
    assert!(trees.why.contains(&Why::Time { days: 7, households: 3, requests: 4 }));
    let Some(Why::Words(words)) = trees.why.first() else { panic!("no words") };
    assert!(words.iter().any(|phrase| phrase.contains("大树太密")), "{words:?}");
}

#[test]
fn without_the_gate_the_copy_joins() {
    let mut requests = community();
    for request in &mut requests {
        request.place = Located::default();
    }
    assert!(groups(&requests)[0].contains(&"r03".to_owned()), "the gate earns its place");
}

#[test]
fn the_order_of_arrival_changes_nothing() {
    let expected = groups(&community());
    for seed in 0..8 {
        let mut requests = community();
        Chance::new(seed).shuffle(&mut requests);
        for (place, request) in requests.iter_mut().enumerate() {
            // Other hours of the same day in China: the first moments lie at 15:06:40 UTC, 23:06:40 in China.
            request.at -= place as i64 * 3_600_000;
        }
        assert_eq!(groups(&requests), expected, "seed {seed}");
    }
}

#[test]
fn what_a_person_decided_holds() {
    let requests = community();
    let constraints = Constraints { together: vec![(6, 7)], apart: vec![(0, 1), (3, 1), (9, 1)] };
    let found = groups_with(&requests, &constraints);
    assert!(found.contains(&vec!["r07".to_owned(), "r08".to_owned()]), "{found:?}");
    assert!(found.contains(&vec!["r01".to_owned(), "r04".to_owned(), "r10".to_owned()]), "{found:?}");
}

#[test]
fn a_matter_in_common_speaks_for_and_another_against() {
    let score = |category| Weights::default().score(&Features { category, ..Features::default() });
    assert!(score(1.0) > score(0.0) && score(0.0) > score(-2.0));
    let mut requests = vec![
        request("a", 0, "h1", "长风", "楼前路灯不亮，出门看不清"),
        request("b", 1, "h2", "长风", "出门看不清台阶，容易摔倒，栏杆也松了"),
    ];
    (requests[0].category, requests[1].category) = (Some("0101"), Some("0608"));
    assert!(groups(&requests).is_empty());
}

#[test]
fn nothing_in_nothing_out() {
    assert!(groups(&[]).is_empty());
    assert!(groups(&[request("a", 0, "h", "长风", "")]).is_empty());
}

/// Neighbours who put one thing in words that have little in common: the name of the matter that was chosen, as the
/// title, brings them together, and another matter beside them stays out.
#[test]
fn the_name_of_the_matter_joins_what_words_alone_do_not() {
    let texts = [
        "4号楼前面的杨树长得太高,我家二楼一整天见不到太阳,请帮忙修一修。",
        "来电说4号楼窗外的树把一层挡得严严实实,白天也要开灯,老人腿疼怕潮。",
        "群里反映4号楼5单元树枝已经伸到三楼窗台,衣服被子晒不干,蚊虫也多。",
        "5号楼6单元一楼,树冠把窗户全罩住了,养的花都死了,求修剪。",
        "12号楼1单元门口没有灯,晚上下班回来开门要用手机照着找锁眼。",
        "来电说12号楼3单元门前台阶晚上黑得看不见,老伴上周在这里崴了脚。",
    ];
    let (ids, houses) = (["a", "b", "c", "d", "e", "f"], ["1", "2", "3", "4", "5", "6"]);
    let (trees, lamps) = (("树木遮挡采光", "0201"), ("单元门口缺灯", "0102"));
    let one = |at: usize| {
        let (title, category) = if at < 4 { trees } else { lamps };
        let plain = request(ids[at], at as i64, houses[at], "长风", texts[at]);
        Request { title, category: Some(category), ..plain }
    };
    let requests: Vec<Request> = (0..6).map(one).collect();
    assert_eq!(groups(&requests), [vec!["a", "b", "c", "d"], vec!["e", "f"]]);
    let untitled: Vec<Request> = requests.iter().map(|it| Request { title: "", ..it.clone() }).collect();
    assert!(groups(&untitled).iter().all(|it| it.len() < 4));
}
