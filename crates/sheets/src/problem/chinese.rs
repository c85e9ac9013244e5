//! The problems in Chinese: what is wrong, and the cure.

use super::{ProblemKind as Kind, Skipped};

pub(super) fn words(kind: &Kind) -> (String, String) {
    match kind {
        Kind::FileTooLarge { size, limit } => {
            say(format!("文件有 {size} MB，超过 {limit} MB 的上限"), "请拆成几个文件分别导入")
        }
        Kind::NotASheet => say("这不是表格文件", "请用 Excel 或 WPS 另存为 .xlsx 或 .csv 后再导入"),
        Kind::LegacyOrLocked => {
            say("这是旧版 .xls 文件或设了打开密码", "请去掉密码，另存为“Excel 工作簿 (.xlsx)”后再导入")
        }
        Kind::Damaged { detail } => {
            say(format!("文件已损坏（{detail}）"), "请用 Excel 打开并另存一份后再导入")
        }
        Kind::Bomb { part } => say(
            format!("文件内的“{part}”解压后大得不正常，没有打开"),
            "请核对文件来源，或把内容复制到新的工作簿再导入",
        ),
        Kind::UnreadableText => say("看不懂文件的文字编码", "请另存为“CSV UTF-8”或 .xlsx 后再导入"),
        Kind::TooManySheets { limit } => say(format!("工作表超过 {limit} 张"), "请拆成几个文件分别导入"),
        Kind::TooManyRows { limit } => say(format!("超过 {limit} 行"), "请拆成几个文件分别导入"),
        Kind::TooManyCells { limit } => {
            say(format!("有内容的单元格超过 {limit} 个"), "请删去无关的列，或拆成几个文件分别导入")
        }
        Kind::CellOutside { cell } => {
            say(format!("单元格 {cell} 在第 256 列以外"), "请清除该单元格，数据只放在 A 至 IV 列")
        }
        Kind::TooLong { limit } => say(format!("内容超过 {limit} 个字"), "请缩短，其余写入备注"),
        Kind::RowsOutOfOrder => say("行的次序错乱", "请用 Excel 打开并另存一份后再导入"),
        Kind::NoKnownSheet => {
            say("没有一张工作表带有认识的表头", "请用“下载模板”得到的表格，或把表头改成模板中的列名")
        }
        Kind::SheetIgnored => {
            say("没有认识的表头，这张表未读取", "若其中有要导入的数据，请把表头改成模板中的列名")
        }
        Kind::MissingColumn { zh, .. } => say(format!("缺少“{zh}”列"), "请加上这一列并填写，或使用模板"),
        Kind::RepeatedColumn { column } => say(format!("“{column}”列出现了两次"), "请只保留一列"),
        Kind::UnknownColumns { columns } => say(
            format!("不认识的列：{}", columns.join("、")),
            "这些列按原名保留；若是写错了列名，请改成模板中的列名",
        ),
        Kind::DeclinedColumns { columns } => say(
            format!("有意不导入的列：{}", columns.join("、")),
            "无需处理：或是事先选了不导入，或是本系统不建的“重点人员”名单",
        ),
        Kind::RowSkipped { why } => {
            let text = match why {
                Skipped::Sum => "这一行是合计或小计，未读取",
                Skipped::Header => "这一行是重复的表头，未读取",
                Skipped::Remark => "这一行是说明文字，未读取",
            };
            say(text, "若其中有要导入的数据，请另起一行填写")
        }
        Kind::BuildingOfSheet { building } => {
            say(format!("表中没有楼栋列，按工作表名称算作“{building}”"), "若不是这栋楼，请加上“楼栋”列")
        }
        Kind::BecameDate => say(
            "这一格被 Excel 变成了日期，原来写的是什么已看不出",
            "请先把这一列设为“文本”格式，再照原样重新填写，如 3-2",
        ),
        Kind::TwoHouseholders { first } => say(
            format!("与工作表「{}」第 {} 行都写作同一户的户主", first.sheet, first.row),
            "一户只有一位户主，请改正其中一行；若是两户合住，请在“户编号”列分开",
        ),
        Kind::DeclinedTag => say(
            "有不属于关爱类别的标签，未导入",
            "关爱类别只收：独居、高龄、残疾、轮椅、低保、孕产、新生儿；其余无需处理",
        ),
        Kind::NotADay => say("这一格不是日期，未导入", "请写成 2019-05-01；不知道就留空"),
        Kind::Required => say("必填内容为空", "请填写"),
        Kind::CellError { code } => say(format!("单元格是错误值 {code}"), "请改正公式，或粘贴为数值"),
        Kind::NotANumber { value } => say(format!("“{value}”不是数字"), "请只填数字，不带单位"),
        Kind::Negative => say("数量不能小于 0", "请填 0 或正整数"),
        Kind::Fraction => say("数量不能带小数", "请填整数"),
        Kind::OutOfRange { least, most } => say(format!("数值应在 {least} 至 {most} 之间"), "请核对后改正"),
        Kind::NotAChoice { value, choices } => {
            let choices: Vec<&str> = choices.iter().map(|(chinese, _)| chinese.as_str()).collect();
            say(format!("“{value}”不是可选的内容"), format!("请从中选一：{}", choices.join("、")))
        }
        Kind::BadPhone => say(
            "电话号码不对",
            "手机号应为 1 开头的 11 位数字；座机请带区号，如 0351-1234567；多个号码用分号隔开",
        ),
        Kind::AreaCodeMissing => say("座机号码缺少区号", "请写成 0351-6012345 的样子"),
        Kind::IdentityLostDigits => say(
            "身份证号被存成了数字，后几位已丢失",
            "请先把这一列设为“文本”格式，再重新填写完整的 18 位号码",
        ),
        Kind::IdentityLegacy => say("这是 15 位的旧身份证号", "请填 18 位号码，或留空"),
        Kind::IdentityForm => say("身份证号应为 18 位（末位可为 X）", "请核对后改正，或留空"),
        Kind::IdentityDate => say("身份证号中的出生日期不存在", "请对照证件改正"),
        Kind::IdentityCheckDigit => say("身份证号的校验位不符，可能有一位写错", "请对照证件改正"),
        Kind::BadTier { value } => say(format!("梯次“{value}”不对"), "请填 1、2 或 3（1 最高），或留空"),
        Kind::BadScope { value } => say(
            format!("看不懂网格范围“{value}”"),
            "请写成“小区:1-4号楼、6号楼”或“小区:5号楼1-2单元”，几个小区用分号隔开",
        ),
        Kind::BadAddress { value } => {
            say(format!("看不懂门牌“{value}”，或缺少楼号"), "请写成“3号楼2单元501室”或“3-2-501”")
        }
        Kind::Duplicate { first } => say(
            format!("与工作表「{}」第 {} 行重复", first.sheet, first.row),
            "请删去其中一行，或改正写错的内容",
        ),
        Kind::UnknownEstate { name, near } => {
            let cure = near.as_ref().map_or_else(
                || "请先在“小区”表中列出，或改正名称".to_owned(),
                |near| format!("是不是“{near}”？请改正名称，或在“小区”表中列出"),
            );
            say(format!("没有名为“{name}”的小区"), cure)
        }
        Kind::UnknownBuilding { estate, name } => {
            say(format!("“{estate}”没有“{name}”"), "请先在“楼栋”表中列出这栋楼，或改正楼号")
        }
        Kind::UnknownUnit { estate, building, name } => {
            say(format!("“{estate}”{building}没有{name}"), "请改正单元号，或改正“楼栋”表中的单元数")
        }
        Kind::ClaimedTwice { estate, other, first } => say(
            format!("“{estate}”已由{other}认领（工作表「{}」第 {} 行）", first.sheet, first.row),
            "一个小区只能有一位片管家，请只保留一处；另一位可写在“AB角小区”",
        ),
        Kind::DeputyIsSteward { estate } => {
            say(format!("“{estate}”的片管家和 AB 角是同一人"), "请把 AB 角改为另一位工作人员")
        }
        Kind::GridWorkerClaims => say(
            "网格员不能认领小区",
            "请清空“负责小区”和“AB角小区”，网格写在“网格”表；若岗位写错，请改正岗位",
        ),
        Kind::GridOverlap { what, other, first } => say(
            format!("{what}已划入网格“{other}”（工作表「{}」第 {} 行）", first.sheet, first.row),
            "一栋楼或一个单元只能属于一个网格，请改正其中一处",
        ),
        Kind::GridGap { buildings, example } => {
            say(format!("有 {buildings} 栋楼未划入任何网格，如{example}"), "可以先导入，之后在“网格”中补划")
        }
        Kind::UnknownGridWorker { name } => {
            say(format!("网格员“{name}”不在工作人员中"), "请在“工作人员”表中列出，否则该网格暂无网格员")
        }
        Kind::IncompleteBuilding => say(
            "缺少单元数、层数或每层户数，“户室”表中也没有这栋楼",
            "请填这三项；形状不规则的楼，请在“户室”表逐室列出",
        ),
        Kind::BuildingTooLarge { rooms, limit } => {
            say(format!("这栋楼算出 {rooms} 室，超过 {limit} 室的上限"), "请核对单元数、层数和每层户数")
        }
        Kind::HouseholdsDiffer { given, counted } => {
            say(format!("户数写的是 {given}，逐室相加是 {counted}"), "请改正其中一处，或把“楼栋”表的户数留空")
        }
    }
}

fn say(text: impl Into<String>, cure: impl Into<String>) -> (String, String) {
    (text.into(), cure.into())
}
