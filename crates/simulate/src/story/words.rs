//! Puts a text together: opening, sentence, request to act.

use super::needs::{Need, Scene};
use crate::rng::Rng;
use guanjia_domain::request::Channel;

/// Texts shorter than this get a closing phrase in any case.
pub(super) const SHORTEST: usize = 15;
/// Longest text, in characters.
pub(super) const LONGEST: usize = 80;

const DURATIONS: [&str; 12] = [
    "两天",
    "三天",
    "四五天",
    "一个星期",
    "快十天",
    "半个月",
    "二十来天",
    "快一个月",
    "好几天",
    "一整天",
    "大半个月",
    "一个多星期",
];
const TIMES: [&str; 10] = [
    "晚上十点",
    "半夜",
    "早上六点多",
    "中午",
    "傍晚",
    "天黑以后",
    "晚上九点多",
    "凌晨",
    "下午两点",
    "下班的时候",
];
const YARDS: [&str; 10] = [
    "东门口",
    "西门口",
    "中心花园",
    "南围墙边",
    "小广场",
    "北侧通道",
    "车棚旁边",
    "垃圾站旁边",
    "凉亭那边",
    "主路拐角",
];
const OPENINGS: [&str; 8] = [
    "您好,",
    "你好,反映个情况,",
    "麻烦社区看一下,",
    "管家您好,",
    "社区的同志好,",
    "又来麻烦了,",
    "想反映一下,",
    "帮忙问问,",
];
const REQUESTS: [&str; 10] = [
    "请尽快处理。",
    "希望早点解决,谢谢。",
    "能不能派人来看看?",
    "麻烦管一管。",
    "盼回复。",
    "请帮忙催一下。",
    "辛苦了。",
    "请给个说法。",
    "什么时候能处理好?",
    "谢谢管家。",
];
const THANKS: [&str; 4] = ["谢谢。", "麻烦告知一下,谢谢。", "方便的话请回个电话。", "辛苦了。"];
const FOUND: [&str; 4] = ["巡查发现,", "走访时看到,", "今天巡查,", ""];
const FOUND_END: [&str; 4] = ["。", ",已拍照。", ",需要处理。", ",已提醒。"];

/// Where a request is, in words.
pub(super) struct Spot<'a> {
    pub building: Option<&'a str>,
    pub unit: Option<&'a str>,
    pub room: Option<&'a str>,
}

/// The words of one request.
pub(super) fn compose(need: &Need, spot: &Spot, channel: Channel, rng: &mut Rng) -> String {
    let pattern = choose(rng, need.patterns);
    let body = pattern
        .replace("{p}", &place(need.scene, spot, rng))
        .replace("{d}", choose(rng, &DURATIONS))
        .replace("{t}", choose(rng, &TIMES));
    let (opening, ending) = if channel == Channel::Patrol {
        (choose(rng, &FOUND), choose(rng, &FOUND_END))
    } else {
        let opening = if rng.chance(0.45) { choose(rng, &OPENINGS) } else { "" };
        let short = body.chars().count() < SHORTEST;
        let ending = match (short || rng.chance(0.6), need.question) {
            (false, _) => "。",
            (true, true) => choose(rng, &THANKS),
            (true, false) => choose(rng, &REQUESTS),
        };
        (opening, ending)
    };
    let glue = if ending.starts_with(['。', ',']) { "" } else { "," };
    let text = format!("{opening}{body}{glue}{ending}");
    if text.chars().count() > LONGEST { format!("{body}。") } else { text }
}

fn place(scene: Scene, spot: &Spot, rng: &mut Rng) -> String {
    let building = spot.building.unwrap_or_default();
    let unit = spot.unit.unwrap_or_default();
    match (scene, spot.room) {
        (Scene::Home, Some(room)) if rng.chance(0.35) => format!("{building}{unit}{room}"),
        (Scene::Home | Scene::Door, _) => format!("{building}{unit}"),
        (Scene::Block, _) => building.to_owned(),
        (Scene::Yard | Scene::Person, _) => match spot.building {
            Some(building) => format!("{building}{}", choose(rng, &["旁边", "前面", "后面", "南侧"])),
            None => choose(rng, &YARDS).to_owned(),
        },
    }
}

/// One of some phrases; empty if there are none.
pub(super) fn choose(rng: &mut Rng, from: &[&'static str]) -> &'static str {
    rng.pick(from).copied().unwrap_or_default()
}
