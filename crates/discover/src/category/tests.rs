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
fn one_class_is_refused_by_name() {
    assert_eq!(
        Category::train(&[("a", "x"), ("b", "x")], |_| {}),
        Err(TrainError::OneClass(Some("x".to_owned())))
    );
    assert_eq!(Category::train(&[], |_| {}), Err(TrainError::OneClass(None)));
    assert_eq!(Category::train(&[("。", "x"), ("", "y")], |_| {}), Err(TrainError::NoText));
}
