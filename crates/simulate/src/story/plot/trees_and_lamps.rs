//! Trees that shade windows and unit doors without lamp.

use super::Act::{Accept, Return, Take, ToCompany, ToWorker};
use super::{Act, SceneOf, When};
use crate::story::needs::Scene::Home;
use guanjia_domain::request::Channel::{self, Counter, Group, Phone, Web};

const TREES: &str = "0201";
const LAMPS: &str = "0102";

const fn of_story(
    place: (u32, u32, &'static str),
    matter: &'static str,
    channel: Channel,
    filed: When,
    text: &'static str,
    acts: &'static [(When, Act)],
) -> SceneOf {
    SceneOf {
        estate: super::STORY_ESTATE,
        place,
        tells: Home,
        matter,
        channel,
        urgent: false,
        filed,
        text,
        acts,
    }
}

/// Trees and lamps come one by one, through different people and channels, and each ends in another pair of hands:
/// nobody sees yet that they are one matter.
pub(super) const STORY: &[SceneOf] = &[
    of_story(
        (4, 2, "201"),
        TREES,
        Web,
        (26, 10, 20),
        "4号楼前面的杨树长得太高,我家二楼一整天见不到太阳,请帮忙修一修。",
        &[
            ((26, 11, 5), Accept),
            ((26, 11, 20), ToCompany),
            ((25, 16, 40), Return("树太高,修剪要先报园林部门同意,物业自己不能动。")),
        ],
    ),
    of_story(
        (4, 3, "102"),
        TREES,
        Phone,
        (19, 15, 10),
        "来电说4号楼窗外的树把一层挡得严严实实,白天也要开灯,老人腿疼怕潮。",
        &[((19, 15, 30), Accept), ((19, 15, 42), ToWorker), ((19, 17, 5), Take)],
    ),
    of_story(
        (4, 5, "301"),
        TREES,
        Group,
        (12, 20, 15),
        "群里反映4号楼5单元树枝已经伸到三楼窗台,衣服被子晒不干,蚊虫也多。",
        &[((11, 9, 10), Accept)],
    ),
    of_story(
        (4, 1, "202"),
        TREES,
        Web,
        (4, 12, 35),
        "窗前两棵大树好几年没修剪了,屋里照不进太阳,又阴又潮。",
        &[((4, 14, 20), Accept), ((4, 14, 31), ToCompany)],
    ),
    of_story(
        (5, 3, "201"),
        TREES,
        Counter,
        (21, 9, 50),
        "到社区反映5号楼南边的树遮光严重,客厅白天要开灯,想请人修剪。",
        &[((21, 10, 5), Accept), ((21, 10, 12), ToCompany), ((21, 14, 30), Take)],
    ),
    of_story(
        (5, 6, "102"),
        TREES,
        Web,
        (8, 8, 45),
        "5号楼6单元一楼,树冠把窗户全罩住了,养的花都死了,求修剪。",
        &[((8, 9, 40), Accept)],
    ),
    of_story(
        (9, 2, "302"),
        TREES,
        Group,
        (16, 19, 25),
        "9号楼前的梧桐比房子还高,三楼以下都晒不到太阳,邻居们都有意见。",
        &[((15, 10, 20), Accept), ((15, 10, 28), ToWorker)],
    ),
    of_story(
        (9, 4, "101"),
        TREES,
        Phone,
        (6, 10, 5),
        "来电反映一楼采光被树挡住,孩子在家写作业全靠台灯,希望修剪。",
        &[((6, 10, 40), Accept)],
    ),
    of_story(
        (12, 1, "401"),
        LAMPS,
        Web,
        (24, 21, 10),
        "12号楼1单元门口没有灯,晚上下班回来开门要用手机照着找锁眼。",
        &[
            ((23, 9, 5), Accept),
            ((23, 9, 20), ToCompany),
            ((22, 11, 15), Return("门口原来就没有安装线路,不属于日常维修。")),
        ],
    ),
    of_story(
        (12, 3, "602"),
        LAMPS,
        Phone,
        (17, 18, 40),
        "来电说12号楼3单元门前台阶晚上黑得看不见,老伴上周在这里崴了脚。",
        &[((16, 8, 50), Accept), ((16, 9, 0), ToWorker), ((16, 10, 30), Take)],
    ),
    of_story(
        (12, 4, "202"),
        LAMPS,
        Group,
        (10, 21, 50),
        "12号楼4单元门口一直缺灯,孩子上晚自习回来害怕,能不能装一盏?",
        &[((9, 9, 30), Accept)],
    ),
    of_story(
        (12, 6, "501"),
        LAMPS,
        Web,
        (3, 20, 5),
        "12号楼6单元出门就是一片黑,台阶边上还停着自行车,差点绊倒。",
        &[((2, 9, 15), Accept), ((2, 9, 25), ToCompany)],
    ),
    of_story(
        (7, 2, "301"),
        LAMPS,
        Web,
        (14, 20, 30),
        "7号楼2单元门口没有照明,老人晚上出门倒垃圾看不清路,怕摔跤。",
        &[((13, 9, 20), Accept), ((13, 9, 31), ToCompany), ((13, 15, 0), Take)],
    ),
    of_story(
        (7, 5, "102"),
        LAMPS,
        Counter,
        (7, 11, 20),
        "到社区反映7号楼5单元门头灯只剩一个空灯座,问过物业没有下文。",
        &[((7, 11, 30), Accept)],
    ),
    of_story(
        (14, 1, "402"),
        LAMPS,
        Phone,
        (18, 19, 15),
        "来电说14号楼1单元门前没有灯,送药的找不到单元门,请尽快安装。",
        &[((17, 9, 0), Accept), ((17, 9, 12), ToWorker)],
    ),
    of_story(
        (14, 4, "201"),
        LAMPS,
        Group,
        (5, 22, 10),
        "14号楼4单元门口的灯座空了很久,晚上进出全靠感觉,什么时候能装上?",
        &[((4, 8, 55), Accept)],
    ),
];
