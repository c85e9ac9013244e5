//! Columns of the sheets 工作人员, 网格 and 单位.

use super::FieldId as Id;
use super::{Field, SheetKind, SheetSpec, Word, word};

const POSTS: &[Word] = &[
    word("书记", "secretary", &["党委书记", "党支部书记", "书记兼主任", "社区书记"]),
    word("副书记", "deputy secretary", &["党委副书记", "党支部副书记"]),
    word("副主任", "deputy head", &["居委会副主任"]),
    word("两委委员", "committee member", &["委员", "两委", "两委成员", "支委"]),
    word("党员干部", "party-member cadre", &["党员", "支部委员"]),
    word("社工", "social worker", &["社区工作者", "社会工作者", "专职社工"]),
    word("网格员", "grid worker", &["专职网格员", "网格长"]),
];

const CLASSES: &[Word] = &[
    word("物业公司", "property company", &["物业", "物业服务企业"]),
    word("业委会", "owners' committee", &["业主委员会", "物管会", "owners committee"]),
    word("居委会", "residents' committee", &["居民委员会", "residents committee"]),
    word("驻区单位", "stationed organisation", &["驻地单位", "辖区单位", "共建单位", "其他"]),
];

const PHONE: Field = Field::new(Id::Phone, "电话", "Phone")
    .aliases(&["手机", "手机号", "联系电话", "联系方式", "手机号码"])
    .hint("可选，手机或带区号的座机", "Optional, mobile or landline with area code")
    .width(18);

pub(super) const STAFF: SheetSpec = SheetSpec {
    kind: SheetKind::Staff,
    zh: "工作人员",
    en: "Staff",
    aliases: &["人员名单", "社区工作人员", "干部"],
    declined: &[],
    fields: &[
        Field::new(Id::Name, "姓名", "Name")
            .required()
            .hint("必填", "Required")
            .example("张某某", "Zhang M."),
        Field::new(Id::Post, "岗位", "Post")
            .aliases(&["职务", "职位"])
            .required()
            .words(POSTS)
            .hint(
                "必填，书记/副书记/副主任/两委委员/党员干部/社工/网格员",
                "Required, one of the list: from secretary to grid worker",
            )
            .example("两委委员", "committee member"),
        Field::new(Id::Tier, "梯次", "Tier")
            .aliases(&["梯队", "层级"])
            .hint(
                "可选，1 至 3，1 最高；网格员不填",
                "Optional, 1 to 3, 1 is the highest; not for grid workers",
            )
            .example("2", "2"),
        PHONE.example("13800000000", "13800000000"),
        Field::new(Id::Estates, "负责小区", "Estates")
            .aliases(&["认领小区", "包联小区", "片管小区", "责任小区"])
            .hint(
                "可选，片管家认领的小区，多个用分号隔开",
                "Optional, estates claimed as steward, semicolons between",
            )
            .example("和平苑", "Heping Court")
            .width(28),
        Field::new(Id::DeputyEstates, "AB角小区", "Deputy estates")
            .aliases(&["AB角", "B角小区", "代管小区"])
            .hint("可选，作为 AB 角代管的小区", "Optional, estates as deputy")
            .width(28),
    ],
};

pub(super) const GRIDS: SheetSpec = SheetSpec {
    kind: SheetKind::Grids,
    zh: "网格",
    en: "Grids",
    aliases: &["网格划分", "网格信息"],
    declined: &[],
    fields: &[
        Field::new(Id::Name, "网格名称", "Grid name")
            .aliases(&["网格", "网格名", "grid", "name"])
            .required()
            .hint("必填，不能重名", "Required, unique")
            .example("第一网格", "Grid 1")
            .width(18),
        Field::new(Id::GridWorker, "网格员", "Grid worker")
            .aliases(&["网格员姓名", "网格长", "grid workers"])
            .hint("可选，多人用分号隔开", "Optional, semicolons between several")
            .example("王某某", "Wang M.")
            .width(18),
        Field::new(Id::Scope, "范围", "Scope")
            .aliases(&["网格范围", "管辖范围", "包含楼栋", "覆盖范围"])
            .required()
            .hint(
                "必填，如 和平苑:1-4号楼、6号楼；和平苑:5号楼1-2单元",
                "Required, as Heping Court:1-4号楼、6号楼; Heping Court:5号楼1-2单元",
            )
            .example("和平苑:1-4号楼", "Heping Court:1-4号楼")
            .width(48),
    ],
};

pub(super) const ORGANISATIONS: SheetSpec = SheetSpec {
    kind: SheetKind::Organisations,
    zh: "单位",
    en: "Organisations",
    aliases: &["单位信息", "辖区单位"],
    declined: &[],
    fields: &[
        Field::new(Id::Name, "名称", "Name")
            .aliases(&["单位名称", "单位"])
            .required()
            .hint("必填，全称", "Required, full name")
            .example("某某物业服务有限公司", "Example Property Services")
            .width(28),
        Field::new(Id::Class, "类别", "Class")
            .aliases(&["单位类别", "单位类型", "类型"])
            .required()
            .words(CLASSES)
            .hint(
                "必填，物业公司/业委会/居委会/驻区单位",
                "Required, property company/owners' committee/residents' committee/stationed organisation",
            )
            .example("物业公司", "property company"),
        PHONE.example("0351-1234567", "0351-1234567"),
        Field::new(Id::Estates, "服务小区", "Estates served")
            .aliases(&["所在小区", "小区", "负责小区"])
            .hint("可选，多个用分号隔开", "Optional, semicolons between")
            .example("和平苑", "Heping Court")
            .width(28),
    ],
};
