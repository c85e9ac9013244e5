mod list;

use std::collections::HashSet;

use super::*;

/// The entries of the published city lists that the table refers to, with their names there.
const CITY: &[(&str, &str)] = &[
    ("component:0113", "消防设施"),
    ("component:0114", "不明井盖"),
    ("component:0118", "路灯"),
    ("component:0126", "健身设施"),
    ("component:0315", "垃圾桶(箱、台、站)"),
    ("component:0402", "行道树"),
    ("component:0405", "绿地"),
    ("component:0407", "街头座椅"),
    ("component:0501", "宣传栏"),
    ("event:0101", "私搭乱建"),
    ("event:0102", "暴露垃圾"),
    ("event:0103", "积存垃圾渣土"),
    ("event:0106", "绿地脏乱"),
    ("event:0107", "废弃车辆"),
    ("event:0110", "道路破损"),
    ("event:0116", "油烟污染"),
    ("event:0199", "其他市容环境问题"),
    ("event:0201", "非法小广告"),
    ("event:0301", "施工扰民"),
    ("event:0402", "自来水管破裂"),
    ("event:0403", "燃气管道破裂"),
    ("event:0404", "下水道堵塞或破损"),
    ("event:0405", "热力管道破裂"),
    ("event:0406", "道路积水"),
    ("event:0407", "道路积雪结冰"),
    ("event:0408", "架空线缆损坏"),
    ("event:0501", "无照经营游商"),
    ("event:0503", "占道废品收购"),
    ("event:0504", "店外经营"),
    ("event:0505", "机动车乱停放"),
    ("event:0506", "非机动车乱停放"),
    ("event:0507", "乱堆物堆料"),
    ("event:0508", "商业噪音"),
    ("event:0510", "露天烧烤"),
    ("livelihood:900101", "生活噪声扰民"),
    ("livelihood:900103", "公共区域噪声扰民"),
    ("livelihood:900201", "停车乱收费"),
    ("livelihood:900203", "物业费纠纷(商品房)"),
    ("livelihood:900401", "供暖问题"),
    ("livelihood:900402", "房屋漏雨"),
    ("livelihood:900601", "未公示擅自停止供水"),
    ("livelihood:900903", "停车秩序混乱"),
    ("livelihood:901201", "低保"),
    ("livelihood:901202", "临时救助"),
    ("livelihood:901302", "饮用水水质异色"),
    ("livelihood:901401", "就近入学"),
    ("livelihood:901502", "质量年检"),
    ("livelihood:901503", "电梯损坏"),
    ("livelihood:901601", "门禁破损"),
    ("livelihood:90170102", "业主或物业使用人装饰装修问题"),
    ("livelihood:90170105", "物业服务质量"),
    ("livelihood:90170201", "遛狗问题"),
    ("livelihood:90170311", "线路故障导致停电"),
    ("livelihood:90171402", "影响出行"),
    ("livelihood:90171902", "申请时间过长"),
];

#[test]
fn codes_are_unique_and_lead_to_their_class() {
    let codes: HashSet<_> = MATTERS.iter().map(|matter| matter.code).collect();
    assert_eq!(codes.len(), MATTERS.len());
    assert!(MATTERS.is_sorted_by_key(|matter| matter.code));
    for matter in MATTERS {
        assert!(matter.code.len() == 4 && matter.code.bytes().all(|b| b.is_ascii_digit()), "{}", matter.code);
        assert!(find_class(matter.major).is_some(), "{} has no class", matter.code);
        assert_eq!(find(matter.code), Some(matter));
        assert!(!matter.zh.is_empty() && matter.en.is_ascii() && !matter.en.is_empty());
    }
    assert_eq!(find("0000"), None);
}

#[test]
fn a_class_fits_one_screen() {
    for class in MAJOR_CLASSES {
        let count = class.matters().count();
        assert!((1..=10).contains(&count), "{} has {count} matters", class.zh);
    }
    let names: HashSet<_> = MATTERS.iter().map(|matter| matter.zh).collect();
    // Only "other" may carry the name of its class; two matters of one name could not be told apart.
    assert_eq!(names.len(), MATTERS.len());
}

#[test]
fn city_codes_exist_in_the_published_lists() {
    let used: HashSet<_> = MATTERS.iter().filter_map(|matter| matter.city_code).collect();
    let known: HashSet<_> = CITY.iter().map(|(code, _)| *code).collect();
    assert_eq!(used, known);
}

#[test]
fn emergencies_are_heard() {
    for (text, kind) in [
        ("三号楼地下室电动车着火了,浓烟很大", UrgentKind::Fire),
        ("配电箱在冒烟", UrgentKind::Fire),
        ("楼道里有很重的燃气味", UrgentKind::Gas),
        ("怀疑天然气管子泄漏", UrgentKind::Gas),
        ("燃气泄漏后着火了", UrgentKind::Fire),
        ("孩子被困在电梯里了", UrgentKind::TrappedInLift),
        ("电梯停在九层,里面困了一位老人", UrgentKind::TrappedInLift),
        ("电梯停在五楼,人出不来", UrgentKind::TrappedInLift),
        ("老人在单元门口晕倒", UrgentKind::Danger),
        ("有人触电", UrgentKind::Danger),
        ("空调外机快要坠落", UrgentKind::Danger),
        ("There is a Gas Leak in unit 2", UrgentKind::Gas),
        ("My mother is stuck in the lift", UrgentKind::TrappedInLift),
    ] {
        assert_eq!(urgent_words(text), Some(kind), "{text}");
    }
}

#[test]
fn everyday_words_raise_no_alarm() {
    for text in [
        "",
        "电梯有异响,请检修",
        "燃气表没电了,怎么换电池",
        "私家车占用消防通道",
        "楼道堆放纸箱,存在火灾隐患",
        "电动车上楼充电,怕着火",
        "4号楼前的树太高,挡住窗户",
        "希望组织一次火灾演练",
        "老人上下楼困难,想加装电梯",
        "路灯不亮",
    ] {
        assert_eq!(urgent_words(text), None, "{text}");
    }
}
