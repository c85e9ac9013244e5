//! Three emergencies, and an open request in every state.

use super::Act::{
    Accept, Check, Close, Dispose, Extend, Suspend, Take, ToBureau, ToCompany, ToStreet, ToWorker,
};
use super::{Act, SceneOf, When};
use crate::story::needs::Scene::{self, Block, Door, Home, Yard};
use guanjia_domain::request::Channel::{self, Counter, Group, Patrol, Phone, Web};

const fn elsewhere(
    (estate, building, unit, room): (&'static str, u32, u32, &'static str),
    tells: Scene,
    matter: &'static str,
    channel: Channel,
    filed: When,
    text: &'static str,
    acts: &'static [(When, Act)],
) -> SceneOf {
    let place = (building, unit, room);
    SceneOf { estate, place, tells, matter, channel, urgent: false, filed, text, acts }
}

const fn emergency(mut scene: SceneOf) -> SceneOf {
    scene.urgent = true;
    scene
}

pub(super) const OTHERS: &[SceneOf] = &[
    emergency(elsewhere(
        ("e03", 2, 1, ""),
        Door,
        "0502",
        Phone,
        (61, 18, 12),
        "汾河苑2号楼1单元电梯停在九层,里面困了一位老人和一个孩子。",
        &[
            ((61, 18, 13), Accept),
            ((61, 18, 14), ToCompany),
            ((61, 18, 15), Take),
            ((61, 18, 41), Dispose("维保人员二十五分钟到场,两人平安救出,电梯已停用检修。")),
            ((61, 19, 10), Check),
            ((61, 19, 20), Close),
        ],
    )),
    emergency(elsewhere(
        ("e07", 6, 2, "301"),
        Home,
        "0807",
        Phone,
        (23, 21, 40),
        "红砖里6号楼2单元三楼有很浓的燃气味,敲门没有人应,怕出事。",
        &[
            ((23, 21, 41), Accept),
            ((23, 21, 42), ToWorker),
            ((23, 21, 44), Take),
            ((23, 22, 35), Dispose("燃气公司已关阀检修,系软管老化,更换后复测正常。")),
            ((22, 9, 5), Check),
            ((22, 9, 12), Close),
        ],
    )),
    emergency(elsewhere(
        ("e02", 3, 2, ""),
        Door,
        "1208",
        Phone,
        (2, 21, 15),
        "晋祠路一号院3号楼2单元楼道里电动车电瓶在冒烟,味道很呛人。",
        &[
            ((2, 21, 16), Accept),
            ((2, 21, 17), ToWorker),
            ((2, 21, 20), Take),
            ((2, 22, 5), Dispose("消防人员已处置,无人受伤;电瓶已移走,楼道照明已恢复。")),
        ],
    )),
    elsewhere(
        ("e05", 2, 1, ""),
        Yard,
        "0104",
        Web,
        (1, 17, 20),
        "西苑小区2号楼前面的路砖翘起来了,昨天有人骑车摔了一跤。",
        &[],
    ),
    elsewhere(
        ("e04", 3, 2, ""),
        Door,
        "0608",
        Web,
        (2, 16, 5),
        "长风里3号楼2单元二楼扶手松了,上下楼一拉就晃,请来固定一下。",
        &[((1, 9, 10), Accept)],
    ),
    elsewhere(
        ("e08", 4, 2, ""),
        Door,
        "0505",
        Phone,
        (5, 10, 30),
        "来电说柳溪花园4号楼2单元的门关不严,夜里风吹得一直响。",
        &[((5, 10, 50), Accept), ((5, 11, 0), ToCompany)],
    ),
    elsewhere(
        ("e06", 1, 2, "1203"),
        Home,
        "0602",
        Web,
        (7, 9, 15),
        "锦绣家园楼上卫生间漏水,天花板滴了好几天,双方说不到一起。",
        &[((7, 9, 40), Accept), ((7, 9, 50), ToWorker), ((7, 14, 20), Take)],
    ),
    elsewhere(
        ("e09", 2, 1, ""),
        Door,
        "0503",
        Group,
        (6, 19, 40),
        "同心佳苑2号楼1单元电梯到站老是抖,家里老人都不敢一个人坐。",
        &[
            ((5, 9, 0), Accept),
            ((5, 9, 15), ToCompany),
            ((5, 10, 10), Take),
            ((3, 11, 0), Extend("曳引轮要向厂家订货,已约好到货时间。", 5)),
        ],
    ),
    elsewhere(
        ("e10", 3, 2, "601"),
        Home,
        "0601",
        Counter,
        (20, 10, 15),
        "桃园北院顶层下雨就漏,卧室墙皮掉了一大片,想重做防水。",
        &[
            ((20, 10, 40), Accept),
            ((20, 11, 0), ToCompany),
            ((19, 9, 30), Take),
            ((15, 15, 0), Suspend("动用维修资金需要业主表决,表决期内暂缓。", 25)),
        ],
    ),
    elsewhere(
        ("e11", 2, 3, ""),
        Block,
        "1201",
        Patrol,
        (9, 15, 40),
        "巡查发现机电新村2号楼一层扩建阳台,占用公共绿地,已拍照。",
        &[((9, 16, 20), Accept), ((9, 16, 30), ToStreet("社区没有执法权限,当事人不听劝阻,请街道协调到场。"))],
    ),
    elsewhere(
        ("e13", 3, 4, "501"),
        Home,
        "0609",
        Phone,
        (13, 9, 25),
        "槐荫里3号楼4单元客厅墙上的裂缝越来越宽,担心房子不安全。",
        &[
            ((13, 10, 0), Accept),
            ((13, 10, 20), ToBureau("房龄较长,裂缝明显发展,请派专业人员鉴定。")),
            ((11, 10, 0), Take),
        ],
    ),
    elsewhere(
        ("e12", 1, 1, ""),
        Door,
        "0506",
        Web,
        (2, 8, 50),
        "文兴公寓1单元门禁刷卡没反应,只能等邻居开门,请来修一下。",
        &[
            ((2, 9, 10), Accept),
            ((2, 9, 20), ToCompany),
            ((2, 10, 0), Take),
            ((1, 15, 30), Dispose("读卡器已更换,原有的卡都可以正常使用。")),
        ],
    ),
    elsewhere(
        ("e02", 5, 1, ""),
        Door,
        "0607",
        Group,
        (2, 13, 40),
        "晋祠路一号院5号楼1单元楼道窗户掉了一块玻璃,风直往里灌。",
        &[
            ((2, 14, 0), Accept),
            ((2, 14, 10), ToCompany),
            ((2, 15, 0), Take),
            ((1, 11, 30), Dispose("玻璃已装好,并检查了其他楼层的窗扇。")),
            ((1, 16, 0), Check),
        ],
    ),
];
