//! Invented data for the gallery and the tests. Every name here is made up.

use super::{
    Choice, ChoiceGroup, Clock, Community, Contact, EmergencyLine, HandlerGroup, HandlerKind, Happening,
    Measure, PageFrame, Photo, PhotoPhase, RequestRow, Role, Section, SimilarRequest, State, TargetLine,
    TrailEntry, Viewer,
};
use crate::words::Words;

/// An id as requests carry it.
pub const ID: &str = "019aa000-0000-7000-8000-000000000001";
/// An estate.
pub const ESTATE: &str = "长风苑";
/// A steward, with the role.
pub const STEWARD: &str = "片管家 林知夏";
/// A property company.
pub const PROPERTY: &str = "长风苑物业服务中心";
/// Words that try to break the layout: long, without a place to break.
pub const LONG: &str = "理工大学长风西街东区第三生活区教职工住宅小区南门外临时停车管理办公室NoSpaceHereAtAllBecauseSomebodyTypedItSo";

/// 2026-11-22 15:33 in China, the time of every sample.
pub const NOW: i64 = 1_795_332_780_000;

/// The frame of a public page.
pub fn public_frame(words: &'static Words) -> PageFrame {
    let mut page = PageFrame::new(words, NOW, "/gallery", "sample-token");
    page.community = Some(community());
    page.demo = true;
    page
}

/// The frame of somebody who is signed in.
pub fn frame(words: &'static Words, role: Role, sections: &'static [Section]) -> PageFrame {
    let mut page = public_frame(words);
    page.viewer = Some(Viewer { name: "林知夏".to_owned(), role });
    page.sections = sections;
    page.section = Some(Section::Work);
    page.unread = 3;
    page
}

/// The sample community.
pub fn community() -> Community {
    Community { name: "晋祠路社区".to_owned(), code: "140109013001".to_owned() }
}

pub(super) fn communities() -> Vec<Choice> {
    choices(&[("140109013001", "晋祠路社区"), ("140109013999", "示范第二社区")])
}

pub(super) fn divisions() -> Vec<Choice> {
    choices(&[("山西省太原市万柏林区长风西街街道晋祠路社区", "140109013001")])
}

/// A list of choices from pairs of value and label.
pub fn choices(pairs: &[(&str, &str)]) -> Vec<Choice> {
    pairs.iter().map(|(value, label)| Choice::new(*value, *label)).collect()
}

pub(super) fn estates() -> Vec<Choice> {
    choices(&[("e-1", ESTATE), ("e-2", "汾河里"), ("e-3", LONG)])
}

pub(super) fn buildings() -> Vec<Choice> {
    choices(&[("b-4", "4号楼"), ("b-12", "12号楼")])
}

pub(super) fn matters() -> Vec<Choice> {
    choices(&[
        ("lamp", "路灯"),
        ("tree", "树木遮挡"),
        ("water", "跑水漏水"),
        ("rubbish", "垃圾清运"),
        ("lift", "电梯"),
        ("noise", "噪声"),
    ])
}

pub(super) fn matter_groups() -> Vec<ChoiceGroup> {
    vec![ChoiceGroup { label: "环境与设施".to_owned(), choices: matters() }]
}

pub(super) fn handlers() -> Vec<HandlerGroup> {
    vec![
        HandlerGroup {
            kind: HandlerKind::GridWorker, choices: choices(&[("grid_worker:1", "网格一 周沐")])
        },
        HandlerGroup { kind: HandlerKind::Organisation, choices: choices(&[("organisation:1", PROPERTY)]) },
    ]
}

pub(super) fn offices() -> Vec<HandlerGroup> {
    let street = choices(&[("street_office:1", "长风西街街道办事处")]);
    let bureaus = choices(&[("district_bureau:1", "区住建局"), ("district_bureau:2", "区园林局")]);
    vec![
        HandlerGroup { kind: HandlerKind::StreetOffice, choices: street },
        HandlerGroup { kind: HandlerKind::DistrictBureau, choices: bureaus },
    ]
}

pub(super) fn steward() -> Contact {
    Contact { name: "林知夏".to_owned(), phone: Some("0351-5550123".to_owned()) }
}

pub(super) fn emergency() -> Vec<EmergencyLine> {
    let line = |name: &str, phone: &str| EmergencyLine { name: name.to_owned(), phone: phone.to_owned() };
    vec![line("燃气抢修", "0351-5550111"), line("电梯救援", "96333")]
}

pub(super) fn similar(now: i64) -> Vec<SimilarRequest> {
    vec![SimilarRequest {
        id: ID.to_owned(),
        matter: "路灯".to_owned(),
        place: "4号楼".to_owned(),
        filed_at: now - 3 * 86_400_000,
        state: State::InProgress,
        households: 2,
    }]
}

pub(super) fn photos(phases: &[PhotoPhase]) -> Vec<Photo> {
    let address = || "/assets/photo-sample.svg".to_owned();
    phases.iter().map(|&phase| Photo { thumb: address(), full: address(), phase }).collect()
}

pub(super) fn step(at: i64, what: Happening, actor: Option<&str>, about: Option<&str>) -> TrailEntry {
    TrailEntry {
        at,
        what,
        actor: actor.map(str::to_owned),
        about: about.map(str::to_owned),
        note: None,
        internal: false,
        photos: Vec::new(),
    }
}

pub(super) fn rows(now: i64) -> Vec<RequestRow> {
    let minute = 60_000;
    let row = |state, clock, place: &str, excerpt: &str, matter: &str| RequestRow {
        id: ID.to_owned(),
        href: format!("/requests/{ID}"),
        state,
        clock,
        next: None,
        place: format!("{ESTATE} · {place}"),
        excerpt: excerpt.to_owned(),
        matter: Some(matter.to_owned()),
        handler: None,
        filed_at: now - 90 * minute,
        joined: 0,
        urgent: false,
    };
    let mut rows = vec![
        row(
            State::Reported,
            Clock::Running(now + 25 * minute),
            "9号楼 2单元",
            "厨房闻到燃气味，已经关阀。",
            "燃气",
        ),
        row(
            State::InProgress,
            Clock::Running(now - 130 * minute),
            "12号楼",
            "东头路灯坏了，晚上看不清台阶。",
            "路灯",
        ),
        row(
            State::Dispatched,
            Clock::Running(now + 130 * minute),
            "4号楼",
            "梧桐挡住二楼窗户，白天也要开灯。",
            "树木遮挡",
        ),
        row(
            State::Suspended,
            Clock::Suspended(Some(now + 9 * 86_400_000)),
            "南门",
            "道闸等厂家配件。",
            "停车",
        ),
        row(State::Disposed, Clock::Met, "7号楼 1单元 302", "楼道杂物已清。", "楼道堆物"),
        row(State::Escalated, Clock::UnknownCalendar, "全小区", LONG, "供暖"),
    ];
    rows[0].urgent = true;
    rows[0].next = targets(now).pop();
    rows[1].handler = Some(PROPERTY.to_owned());
    rows[2].joined = 3;
    rows
}

/// Limits besides the one for being done.
pub(super) fn targets(now: i64) -> Vec<TargetLine> {
    let line = |measure, clock, due| TargetLine { measure, clock, due };
    vec![
        line(Measure::FirstContact, Clock::Met, now - 1_800_000),
        line(Measure::OnSite, Clock::Running(now + 1_800_000), now + 1_800_000),
    ]
}

/// Fifty rows, as the steward's board shows them at once.
pub fn fifty_rows(now: i64) -> Vec<RequestRow> {
    rows(now).into_iter().cycle().take(50).collect()
}
