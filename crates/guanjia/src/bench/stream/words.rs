//! How the invented people put it: words of the project's own, apart from those that its model has learned.

/// A kind of common issue.
pub struct Kind {
    /// Its code in the list of matters.
    pub matter: &'static str,
    /// The names of its figures: precision, recall, days until the alert.
    pub names: [&'static str; 3],
    /// What is the matter.
    pub matters: &'static [&'static str],
    /// What follows from it.
    pub follows: &'static [&'static str],
}

/// The kinds that are injected.
pub const KINDS: [Kind; 5] = [
    Kind {
        matter: "0201",
        names: ["trees and light, precision", "trees and light, recall", "trees and light, days late"],
        matters: &[
            "楼前那排杨树多年没修，树冠把窗户遮住",
            "窗外的大树把光全遮了",
            "南面树长得太高，屋里见不到太阳",
            "树枝贴着窗户长，采光全没了",
        ],
        follows: &["大白天要开灯", "被子晾不干", "屋里潮得发霉", "老人整天见不着阳光"],
    },
    Kind {
        matter: "0102",
        names: ["lamps, precision", "lamps, recall", "lamps, days late"],
        matters: &[
            "单元门口一直没装灯，天黑以后看不见路",
            "单元门外黑漆漆的，门口少一盏灯",
            "晚上进单元门全靠手机照，门口没有灯",
            "门洞口没灯，单元门前的台阶看不清",
        ],
        follows: &["老人差点摔倒", "下夜班不敢走", "找不到锁眼", "上周有人崴了脚"],
    },
    Kind {
        matter: "0501",
        names: ["lifts, precision", "lifts, recall", "lifts, days late"],
        matters: &[
            "电梯又停了，贴了张纸就没人管",
            "电梯坏着不修，只能爬楼",
            "两部电梯停了一部，另一部也老出毛病",
            "电梯停运好几天，没人给个说法",
        ],
        follows: &["家里病人下不去", "买菜要爬十几层", "早上上班挤不上", "推婴儿车的上不来"],
    },
    Kind {
        matter: "0705",
        names: ["parking, precision", "parking, recall", "parking, days late"],
        matters: &[
            "晚上七点以后就找不到车位，绕好几圈",
            "车位不够，外面的车也进来停",
            "停车位太紧张，回来晚就没地方停车",
            "院里车多车位少，下班回来没处停",
        ],
        follows: &["只好停到马路上被贴条", "天天为停车吵架", "车被堵在里面出不来", "孩子在车缝里走很危险"],
    },
    Kind {
        matter: "0809",
        names: ["heating, precision", "heating, recall", "heating, days late"],
        matters: &[
            "暖气摸着是温的，家里只有十四五度",
            "供暖以后暖气一直不热",
            "暖气不热，一家人穿着棉衣",
            "来暖一星期了，暖气片还是凉的",
        ],
        follows: &["孩子冻得感冒了", "老人夜里睡不着", "交了钱没热气", "客厅待不住人"],
    },
];

/// How a request begins; `#` is the building.
pub const BEFORE: [&str; 8] =
    ["", "#号楼", "我住#号楼，", "你好，#号楼这边", "反映个事，", "#号楼的住户：", "我们楼", "来电说"];
/// How it ends.
pub const AFTER: [&str; 6] = ["", "，请来看看", "，什么时候能解决", "，急", "，盼回复", "，说过好几回了"];

/// Requests that are nobody else's, with the matter that may have been chosen for them.
pub const NOISE: [(&str, &str); 24] = [
    ("1001", "租客想开居住证明，材料要带哪几样"),
    ("1003", "今年城乡医保的缴费截止到哪天"),
    ("1005", "家里老二明年上学，按片区归哪所小学"),
    ("1002", "户口本页丢了一张怎么补"),
    ("0408", "快递柜的屏幕碎了，取件码输不进去"),
    ("0906", "刚才有人从高处丢下一袋剩饭，落在我脚边"),
    ("0908", "对门的狗半夜叫个不停，说了也不听"),
    ("0602", "楼上卫生间渗下来，我家吊顶泡塌一块"),
    ("0106", "拐角那个污水井没盖，拿木板挡着"),
    ("0903", "底商的音箱从早放到晚，午觉没法睡"),
    ("1104", "想问低保一年审几次，到哪交材料"),
    ("0410", "屋面要大修，动用维修资金要几家签字"),
    ("0701", "消防车道上又横着一辆面包车"),
    ("0307", "垃圾房那头老鼠乱窜，大白天都不怕人"),
    ("1203", "水果店把筐摆满了便道，轮椅过不去"),
    ("0403", "健身角的扭腰器转盘脱了螺丝"),
    ("0508", "门卡消磁了，再配一张在哪里交钱"),
    ("0304", "门上又被糊了一层开锁的小纸片"),
    ("9902", "谢谢网格员冒雨帮我家老人送药"),
    ("1207", "这两天有生人挨户试门把手"),
    ("0505", "二单元的门弹不回来，夜里敞着"),
    ("0603", "山墙的瓷砖松了一片，风一吹往下落"),
    ("0404", "五层到六层之间堆着旧沙发，侧身才能走"),
    ("1102", "老年食堂周末开不开，能不能送到家"),
];
