//! Words that sound like an emergency. A hint on the form, never a decision.

/// The emergencies that cannot wait for a community's working day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UrgentKind {
    /// Fire or smoke.
    Fire,
    /// Smell or leak of gas.
    Gas,
    /// Somebody is shut in a lift.
    TrappedInLift,
    /// Another danger to life: electricity, a fall, falling parts, an open shaft, a person who lies unconscious.
    Danger,
}

/// Each inner list is one sign: all of its words must occur.
type Signs = &'static [&'static [&'static str]];

/// The first kind that matches wins; fire stands before gas because a burning leak needs the fire brigade first.
const KINDS: [(UrgentKind, Signs); 4] = [
    (
        UrgentKind::Fire,
        &[
            &["着火"],
            &["起火"],
            &["失火"],
            &["着了火"],
            &["火灾"],
            &["冒烟"],
            &["浓烟"],
            &["烧起来"],
            &["冒火星"],
            &["on fire"],
            &["smoke", "coming"],
            &["burning", "smell"],
        ],
    ),
    (
        UrgentKind::Gas,
        &[
            &["燃气味"],
            &["煤气味"],
            &["天然气味"],
            &["燃气", "泄漏"],
            &["煤气", "泄漏"],
            &["天然气", "泄漏"],
            &["燃气", "泄露"],
            &["煤气", "泄露"],
            &["燃气", "漏气"],
            &["煤气", "漏气"],
            &["天然气", "漏气"],
            &["闻到", "煤气"],
            &["闻到", "燃气"],
            &["煤气中毒"],
            &["一氧化碳"],
            &["gas leak"],
            &["smell", "gas"],
        ],
    ),
    (
        UrgentKind::TrappedInLift,
        &[
            &["电梯", "困"],
            &["电梯", "关在里面"],
            &["电梯", "出不来"],
            &["trapped", "lift"],
            &["stuck in", "lift"],
            &["trapped", "elevator"],
            &["stuck in", "elevator"],
        ],
    ),
    (
        UrgentKind::Danger,
        &[
            &["触电"],
            &["漏电"],
            &["电线", "裸露"],
            &["电线", "掉下来"],
            &["坠落"],
            &["坠楼"],
            &["跳楼"],
            &["轻生"],
            &["自杀"],
            &["昏迷"],
            &["晕倒"],
            &["不省人事"],
            &["没有呼吸"],
            &["爆炸"],
            &["溺水"],
            &["塌陷"],
            &["坍塌"],
            &["墙皮", "砸"],
            &["外墙", "砸"],
            &["井盖", "掉进"],
            &["井盖没了"],
            &["井盖不见"],
            &["持刀"],
            &["打人", "流血"],
            &["electric shock"],
            &["unconscious"],
            &["exploded"],
            &["collapsed"],
        ],
    ),
];

/// Phrases about prevention or denial. They are taken out first, else a fire drill rings the alarm.
const HARMLESS: [&str; 21] = [
    "没有着火",
    "没着火",
    "防止着火",
    "万一着火",
    "怕着火",
    "容易着火",
    "没有火灾",
    "火灾隐患",
    "火灾演练",
    "预防火灾",
    "火灾报警器",
    "没有燃气味",
    "防坠落",
    "一氧化碳报警器",
    "没有触电",
    "漏电保护",
    // 困 in other words than "trapped": hardship, worry, doubt, sleepiness.
    "困难",
    "贫困",
    "困扰",
    "困惑",
    "犯困",
];

/// What emergency a text sounds like, if any.
///
/// Plain look-up of phrases in Chinese and English. It is meant to be generous: a false hint costs one glance,
/// a missed one may cost a life. The caller shows the emergency numbers and offers the *urgent* mark; nothing
/// is alerted because of these words alone.
#[must_use]
pub fn urgent_words(text: &str) -> Option<UrgentKind> {
    let mut text = text.to_lowercase();
    for phrase in HARMLESS {
        // A separator keeps the words on both sides from growing together into a sign.
        text = text.replace(phrase, "|");
    }
    KINDS
        .iter()
        .find(|(_, signs)| signs.iter().any(|sign| sign.iter().all(|word| text.contains(word))))
        .map(|(kind, _)| *kind)
}
