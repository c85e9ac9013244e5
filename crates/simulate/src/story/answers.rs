//! What officers and handlers write: replies, reasons, notes. Written for this demo.

use super::needs::Group;
use super::words::choose;
use crate::rng::Rng;

const NOTES: [&str; 6] = [
    "现场看过,情况属实。",
    "已与当事人电话联系,对方表示理解。",
    "同类问题本月第二次,建议纳入巡查重点。",
    "材料已用完一批,需补充采购。",
    "照片已留存。",
    "需继续观察一周。",
];
const SPOT: [&str; 6] = [
    "已到现场处理完毕。",
    "当场协调解决,双方都同意。",
    "已联系当事人整改,现场恢复。",
    "已电话说明办理方法和所需材料。",
    "随手处理好了,请放心。",
    "现场劝导后已改正。",
];
const ASSIGN: [&str; 5] = [
    "请先到现场看一下,再定方案。",
    "请今天内联系居民。",
    "请带好工具,一次处理到位。",
    "居民白天不在家,请晚饭后联系。",
    "注意安全,处理后拍照。",
];
const REFUSE: [&str; 4] = [
    "反映的地点不在本社区范围内,已告知所属社区电话。",
    "该事项已进入司法程序,请以法院安排为准。",
    "属于个人之间的经济纠纷,建议通过调解或法律途径解决。",
    "同一事项已有最终答复,没有新的情况。",
];
const RETURN: [&str; 4] = [
    "经核对不在物业服务合同范围内,请另行派遣。",
    "涉及主管网,物业没有权限施工。",
    "需要动用维修资金,要先由业主表决。",
    "位置不属于我方管理区域。",
];
const EXTEND: [&str; 4] = [
    "配件需要订货,预计几天后到。",
    "连日下雨,室外无法施工。",
    "需要再约一次产权单位到场。",
    "施工队排期已满,已约定时间。",
];
const SUSPEND: [&str; 4] = [
    "需等业主大会表决后才能动工。",
    "居民外出,约定回来后入户。",
    "等待专业单位出具检测报告。",
    "列入下一批整治计划,到期恢复办理。",
];
const ESCALATE: [&str; 4] = [
    "社区没有执法权限,请街道协调相关部门到场。",
    "涉及多个产权单位,社区协调两次没有结果。",
    "需要专业队伍和专项资金,请上级支持。",
    "影响面较大,请上级单位牵头处理。",
];
const REWORK: [&str; 3] =
    ["回看时问题仍在,请重新处理。", "只处理了一部分,还有一处没有修。", "居民反映当天又坏了,请再检查。"];
const REOPEN: [&str; 3] = ["才过两天又出现同样的问题。", "并没有真正解决,请再来看看。", "修过之后又坏了。"];
const VOID: [&str; 3] = ["居民来电说填错了,要求撤回。", "测试时误报。", "重复录入,以另一件为准。"];

/// A public reply.
pub(super) fn reply(group: Group, rng: &mut Rng) -> String {
    let own: &[&str] = match group {
        Group::Facilities => &[
            "您反映的设施已由维修人员修好,请试用。",
            "已更换损坏的部件,并检查了同一楼栋的其他单元。",
            "已与维保单位确认修复,后续每周检查一次。",
        ],
        Group::Sanitation => &[
            "保洁和绿化人员已清理完毕,今后增加一次巡查。",
            "已清运干净,并与清运单位约定了固定时间。",
            "已安排修剪清理,感谢您的提醒。",
        ],
        Group::Parking => &[
            "车主已挪车,现场重新划线并放置了提示牌。",
            "已联系车主整改,安保每天巡查两次。",
            "通道已恢复畅通,再次占用将报交警处理。",
        ],
        Group::Utilities => &[
            "专业单位已检修完毕,现已恢复正常。",
            "查明为阀门故障,已更换,请留意是否稳定。",
            "已抢修完成,给您带来不便请谅解。",
        ],
        Group::Noise => &[
            "已上门沟通,对方承诺休息时间不再发出声响。",
            "已组织双方调解,达成了口头约定。",
            "已约定施工时间,周末和午休不再动工。",
        ],
        Group::Consult => &[
            "已为您说明办理流程,材料齐全后可到社区窗口办理。",
            "已帮您预约办理时间,请带身份证前来。",
            "已由社工上门协助办理完成。",
        ],
        Group::Roads => {
            &["灯具和线路已修复,夜间照明正常。", "路面已修补平整,养护期内请绕行。", "井盖已加固,不再有响声。"]
        }
        Group::Order => &[
            "执法人员已到场责令改正,社区将持续回看。",
            "摊点已劝离,固定时段安排人员值守。",
            "已拆除违规部分,现场清理完毕。",
        ],
        Group::Pets => &["已上门提醒饲养人,并在院内设置了拾便袋。", "已联系专业人员处置,请家长看护好孩子。"],
        Group::Security => &["已通报民警,并在各单元张贴了提醒。", "民警已核实情况,社区加强了巡逻。"],
        Group::Other => &["已收到您的建议,将在议事会上讨论。", "已按您的意见办理,谢谢支持。"],
    };
    choose(rng, own).to_owned()
}

macro_rules! one_of {
    ($($(#[$doc:meta])* $name:ident from $list:ident;)+) => {$(
        $(#[$doc])*
        pub(super) fn $name(rng: &mut Rng) -> String {
            choose(rng, &$list).to_owned()
        }
    )+};
}

one_of! {
    /// An internal note.
    note from NOTES;
    /// What was done there and then.
    spot from SPOT;
    /// Words to the handler.
    assign from ASSIGN;
    /// Why the community does not take it on.
    refuse from REFUSE;
    /// Why a handler gives it back.
    give_back from RETURN;
    /// Why it takes longer.
    extend from EXTEND;
    /// Why it is put aside.
    suspend from SUSPEND;
    /// Why help is called.
    escalate from ESCALATE;
    /// Why it is not done.
    rework from REWORK;
    /// Why it comes again.
    reopen from REOPEN;
    /// Why it is taken back.
    void from VOID;
}
