//! Training on a few texts of each kind.

use super::*;

const LAMP: [&str; 6] = [
    "楼道灯不亮",
    "路灯坏了晚上看不见",
    "单元门口没有灯",
    "声控灯坏了",
    "小区路灯一直不亮",
    "楼梯间的灯不亮了",
];
const LIFT: [&str; 6] =
    ["电梯停运", "电梯坏了没人修", "电梯按钮失灵", "电梯运行时抖动", "一号电梯又停了", "电梯门关不上"];
const TREE: [&str; 6] =
    ["树枝挡住窗户", "大树太密遮光", "树木需要修剪", "枯枝快掉下来了", "树太高影响采光", "绿化树长到窗户上"];

fn texts() -> Vec<(&'static str, &'static str)> {
    let with = |texts: [&'static str; 6], label| texts.map(|text| (text, label));
    let all = [with(LAMP, "灯"), with(LIFT, "电梯"), with(TREE, "树")];
    (0..6).flat_map(|place| all.map(|kind| kind[place])).collect()
}

fn model() -> Category {
    Category::train(&texts(), |_| {}).unwrap()
}

#[test]
fn new_texts_get_the_right_label_and_probabilities_add_up() {
    let model = model();
    for (text, label) in [("三楼的灯不亮", "灯"), ("2单元电梯停了两天", "电梯"), ("大树枝伸到窗户", "树")]
    {
        assert_eq!(model.answer(text).likeliest[0].0, label, "{text}");
        assert!((model.probabilities(text).iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }
}

#[test]
fn what_says_nothing_is_unsure_and_three_are_offered() {
    let model = model();
    let answer = model.answer("。。。");
    assert!(!answer.sure && answer.likeliest.len() == 3, "{answer:?}");
}

#[test]
fn the_file_holds_the_whole_model() {
    let model = model();
    let bytes = model.to_bytes();
    let read = Category::from_bytes(&bytes).unwrap();
    assert_eq!(read.to_bytes(), bytes);
    assert_eq!(read.answer("路灯不亮").likeliest[0].0, "灯");
    assert_eq!(Category::from_bytes(&bytes[..bytes.len() / 2]), Err(ModelError::Damaged));
}

#[test]
fn a_model_says_how_held_out_texts_were_classified_and_an_older_one_does_not() {
    let model = model();
    let table = model.held_out().unwrap();
    assert_eq!(table.labels(), model.labels());
    assert_eq!((0..3).map(|label| table.texts(label)).sum::<u32>(), 18);
    assert!(table.accuracy().unwrap() > 0.5, "{table:?}");
    assert_eq!(Category::from_bytes(&model.to_bytes()).unwrap().held_out(), Some(table));
    let mut writer = Writer::new(NAME, 1);
    writer.number(model.labels.len() as u64);
    model.labels.iter().for_each(|label| writer.text(label));
    model.grams.write(&mut writer);
    writer.fractions(&model.machines.weights);
    writer.fractions(&model.calibration.factors());
    let older = Category::from_bytes(&writer.done()).unwrap();
    assert_eq!((older.held_out(), older.labels()), (None, model.labels()));
}

#[test]
fn the_products_own_phrases_are_mostly_known_though_not_learned() {
    let table = Category::measured_on_matters();
    let classes = table.widened(|code| code[..2].to_owned());
    assert!(classes.accuracy().unwrap() > 0.6, "{:?}", classes.accuracy());
    assert!(Category::of_matters().held_out().is_none());
}

#[test]
fn one_class_is_refused_by_name() {
    assert_eq!(
        Category::train(&[("a", "x"), ("b", "x")], |_| {}),
        Err(TrainError::OneClass(Some("x".to_owned())))
    );
    assert_eq!(Category::train(&[], |_| {}), Err(TrainError::OneClass(None)));
    assert_eq!(Category::train(&[("。", "x"), ("", "y")], |_| {}), Err(TrainError::NoText));
}

/// Texts that are not among those written for the model.
#[test]
fn the_products_own_model_knows_new_words_for_the_matters() {
    let model = Category::of_matters();
    assert_eq!(model.labels().len(), guanjia_domain::matter::MATTERS.len());
    let asked = [
        ("五号楼二单元楼道里的灯又不亮了", "0103"),
        ("树长得太高把我家窗户遮住，没有阳光", "0201"),
        ("12号楼门口晚上没有灯，看不见台阶", "0102"),
        ("电梯从早上停运到现在，老人下不来", "0501"),
        ("楼上卫生间漏水，滴到我家", "0602"),
        ("家里暖气片不热，才十六度", "0809"),
        ("有人把电动车推进楼道充电", "0707"),
        ("狗没拴绳子把小孩吓哭了", "0907"),
        ("停车位不够，每天晚上没地方停车", "0705"),
        ("想给母亲办残疾证需要什么材料", "1008"),
        ("半夜楼上蹦跳吵得睡不着", "0901"),
        ("消防通道停满了私家车", "0701"),
    ];
    let among_three =
        |text| model.answer(text).likeliest.into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    let first = asked.iter().filter(|(text, code)| among_three(text)[0] == *code).count();
    let third = asked.iter().filter(|(text, code)| among_three(text).contains(code)).count();
    assert!(first >= 10 && third == 12, "{first} first, {third} among three");
}

#[test]
fn every_matter_has_texts_of_its_own() {
    let of = |code: &str| matters::phrases().filter(|(other, _)| *other == code).count();
    for matter in guanjia_domain::matter::MATTERS {
        assert!(of(matter.code) >= 3, "{} {} has too few", matter.code, matter.zh);
    }
    let mut all: Vec<&str> = matters::phrases().map(|(_, text)| text).collect();
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), count, "a text stands twice");
}
