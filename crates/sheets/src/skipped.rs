//! Rows of a table that hold no data: explanations, examples, sums, remarks.

use crate::problem::Skipped;
use crate::read::{Cell, Value};
use crate::text::key;

/// Whether a row explains the columns (必填…, 可选…) instead of holding data.
pub(crate) fn is_explanation(cells: &[Cell]) -> bool {
    let marks = ["必填", "可选", "选填", "required", "optional"];
    let explains = |cell: &Cell| match &cell.value {
        Value::Text(text) => {
            let text = key(text);
            marks.iter().any(|mark| {
                text.strip_prefix(mark).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            })
        }
        _ => false,
    };
    cells.first().is_some_and(explains) || cells.iter().filter(|cell| explains(cell)).count() >= 2
}

/// What the first cell of a template's example row begins with.
pub(crate) const EXAMPLE_MARKS: [&str; 2] = ["示例：", "Example: "];

/// Whether a row is the template's example.
pub(crate) fn is_example(cells: &[Cell]) -> bool {
    cells.first().is_some_and(|cell| match &cell.value {
        Value::Text(text) => {
            let text = key(text);
            EXAMPLE_MARKS.iter().any(|mark| text.starts_with(&key(mark)))
        }
        _ => false,
    })
}

/// How a row of sums begins.
const SUMS: [&str; 8] = ["合计", "小计", "总计", "共计", "累计", "本页小计", "total", "subtotal"];
/// How a remark below a table begins.
const REMARKS: [&str; 7] = ["备注", "说明", "注", "填表", "制表", "审核", "note"];
/// Most characters of a cell that says that the row holds sums: 合计（户）.
const LONGEST_SUM: usize = 8;

/// Why a row below the header holds no data, if it holds none.
pub(crate) fn reason(cells: &[Cell]) -> Option<Skipped> {
    let texts: Vec<String> = cells.iter().map(text).collect();
    let is_sum = |text: &String| {
        let short = text.chars().count() <= LONGEST_SUM;
        short && SUMS.iter().any(|sum| text.strip_prefix(sum).is_some_and(|rest| !rest.starts_with(is_word)))
    };
    if texts.iter().take(3).any(is_sum) {
        return Some(Skipped::Sum);
    }
    let first = texts.first()?;
    let fills_row = texts.len() >= 3 && texts.iter().all(|text| text == first);
    let is_remark = REMARKS
        .iter()
        .any(|mark| first.strip_prefix(mark).is_some_and(|rest| rest.starts_with([':', '：']) || fills_row));
    let alone = texts.len() == 1 || fills_row;
    (alone && (is_remark || fills_row)).then_some(Skipped::Remark)
}

/// 合计栋 would be a name; 合计(户) and 合计: are sums.
fn is_word(c: char) -> bool {
    c.is_alphabetic()
}

fn text(cell: &Cell) -> String {
    match &cell.value {
        Value::Text(text) => key(text),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[&str]) -> Option<Skipped> {
        let cell = |(column, text): (u32, &&str)| Cell { column, value: Value::Text((*text).to_owned()) };
        reason(&(0..).zip(texts).map(cell).collect::<Vec<_>>())
    }

    #[test]
    fn sums_and_remarks_are_no_data() {
        for row in [&["合计", "24"][..], &["", "小 计：", "3"], &["3", "合计（户）"], &["Total", "7"]]
        {
            assert_eq!(of(row), Some(Skipped::Sum), "{row:?}");
        }
        for row in [&["说明：红色为空置"][..], &["以上为一季度数据", "以上为一季度数据", "以上为一季度数据"]]
        {
            assert_eq!(of(row), Some(Skipped::Remark), "{row:?}");
        }
        for row in [&["和平苑", "1号楼"][..], &["甲某"], &["1", "1"], &["合计里小区", "无"]] {
            assert_eq!(of(row), None, "{row:?}");
        }
    }
}
