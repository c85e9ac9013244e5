//! Communities made up for a test: what people could have in their sheets, with everything that is awkward in it.

use guanjia_sheets::Table;
use proptest::prelude::*;

/// Texts as people type them, among them such as a spreadsheet program would run.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        prop::sample::select(vec![
            "=1+1",
            "+86",
            "-",
            "@某",
            "＝SUM(A1)",
            "＋一",
            "－二",
            "＠三",
            "'甲",
            "'=乙",
            "𠮷\"丁,；"
        ])
        .prop_map(str::to_owned),
        "[甲乙丙a-z0-9]{1,6}",
    ]
}

const ESTATES: [&str; 3] = ["和平苑", "=柳巷里", "＠三号院"];
const BUILDINGS: [&str; 4] = ["1号楼", "2号楼", "东配楼", "A座"];
/// Numbers whose check digit fits, of nobody.
const NUMBERS: [&str; 3] = ["11010519491231002X", "440524198001010013", ""];

/// What a resident's row is made of: building, unit, room, number, phones, flags, words.
type Person = (usize, usize, usize, usize, Vec<u32>, [usize; 3], Vec<String>);

fn person() -> impl Strategy<Value = Person> {
    let phones = prop::collection::vec(0u32..100_000_000, 0..3);
    let words = prop::collection::vec(text(), 3);
    (0..6usize, 0..3usize, 1..9usize, 0..3usize, phones, prop::array::uniform3(0..3usize), words)
}

fn line(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

fn sheet(name: &str, header: &str, rows: Vec<Vec<String>>) -> Table {
    Table { name: name.into(), header: header.split('|').map(str::to_owned).collect(), rows }
}

/// The sheets of a whole community.
pub fn community() -> impl Strategy<Value = Vec<Table>> {
    let homes = prop::collection::vec((1..4usize, 1..4usize, 0..4u32), 2..7);
    let words = prop::collection::vec(text(), 12);
    (homes, prop::collection::vec(person(), 0..12), words).prop_map(|(homes, people, words)| {
        let word = |n: usize| words[n % words.len()].as_str();
        let estates = (0..ESTATES.len())
            .map(|n| {
                let (property, built) = (["无", "自管", "物业公司"][n], ["1998", "", "2015年"][n]);
                line(&[ESTATES[n], &format!("别名{n}"), property, built, word(n), word(n + 3), word(n + 6)])
            })
            .collect();
        let place = |n: usize| (ESTATES[n % 3], BUILDINGS[(n / 3) % 4]);
        let buildings = (0..homes.len())
            .map(|n| {
                let (estate, building) = place(n);
                line(&[estate, building, "", "", "", ["", "2"][n % 2], "112.51", "37.83", word(n + 4)])
            })
            .collect();
        let mut rooms = Vec::new();
        for (n, (units, floors, households)) in homes.iter().enumerate() {
            let (estate, building) = place(n);
            for unit in 1..=*units {
                for floor in 1..=*floors {
                    let (unit, door) = (format!("{unit}单元"), format!("{floor}0{}", n + 1));
                    let floor = if n == 1 { "-1".to_owned() } else { floor.to_string() };
                    rooms.push(line(&[
                        estate,
                        building,
                        &unit,
                        &door,
                        &households.to_string(),
                        &floor,
                        word(n),
                    ]));
                }
            }
        }
        let staff = vec![
            line(&["甲某", "书记", "1", "13800000001", ESTATES[0], "", word(1)]),
            line(&["=乙某", "社工", "", "0351-6012345", ESTATES[1], ESTATES[0], word(2)]),
            line(&["丙某", "网格员", "", "", "", "", word(3)]),
        ];
        let mut grids = Vec::new();
        for n in 0..homes.len().min(3) {
            let (estate, building) = place(n);
            let scope =
                if n == 0 { format!("{estate}:{building}1单元") } else { format!("{estate}:{building}") };
            grids.push(line(&[&format!("+{n}网格"), ["丙某", ""][n % 2], &scope]));
        }
        let organisations = vec![
            line(&["-某物业", "物业公司", "4008123456", &format!("{};{}", ESTATES[0], ESTATES[2])]),
            line(&["某业委会", "业委会", "", ""]),
        ];
        let mut residents = Vec::new();
        for (at, (home, unit, room, number, phones, flags, words)) in people.iter().enumerate() {
            let (estate, building) = place(home % homes.len());
            let number = if at < NUMBERS.len() { NUMBERS[(number + at) % NUMBERS.len()] } else { "" };
            let used = residents.iter().any(|row: &Vec<String>| row[5] == number && !number.is_empty());
            let phones: Vec<_> = phones.iter().map(|it| format!("138{it:08}")).collect();
            let flag = |n: usize| ["", "是", "否"][flags[n]];
            residents.push(line(&[
                estate,
                building,
                &format!("{}单元", unit % homes[home % homes.len()].0 + 1),
                &format!("{room}01"),
                &format!("{}某{at}", ["张", "=李", "＋王"][at % 3]),
                if used { "" } else { number },
                &phones.join(";"),
                &words[0],
                ["", "常住人口", "流动人口"][flags[0]],
                flag(1),
                flag(2),
                &words[1],
                &words[2],
            ]));
        }
        vec![
            sheet("小区", "名称|别名|物业性质|建成年份|备注|绿化率|业主姓名", estates),
            sheet("楼栋", "小区|楼栋|单元数|层数|每层户数|地下层|经度|纬度|电梯", buildings),
            sheet("户室", "小区|楼栋|单元|室|户数|楼层|朝向", rooms),
            sheet("工作人员", "姓名|岗位|梯次|电话|负责小区|AB角小区|生肖", staff),
            sheet("网格", "网格名称|网格员|范围", grids),
            sheet("单位", "名称|类别|电话|服务小区", organisations),
            sheet(
                "居民",
                "小区|楼栋|单元|室|姓名|身份证号|电话|与户主关系|人员类型|是否人户分离|是否已迁出|备注|车牌",
                residents,
            ),
        ]
    })
}
