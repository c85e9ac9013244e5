//! The sizes of a real community, and a time that leaves the import far below its second.

mod common;

use common::{assert_sound, read_bytes, table};
use guanjia_sheets::xlsx;
use std::time::{Duration, Instant};

/// 13 estates, 7 119 households; 7 119 residents, one for each.
#[test]
fn a_community_is_read_quickly() {
    let estates: Vec<String> = (1..=13).map(|number| format!("第{number}小区")).collect();
    let rows: Vec<String> = estates.iter().map(|estate| format!("{estate}||物业公司")).collect();
    let mut tables =
        vec![table("小区", "名称|别名|物业性质", &rows.iter().map(String::as_str).collect::<Vec<_>>())];
    // 149 buildings of 48 households hold 7 152; the last is given 33 fewer.
    let rows: Vec<String> = (0..149)
        .map(|n| format!("{}|{}号楼|4|6|2|{}", estates[n % 13], n / 13 + 1, if n == 148 { 15 } else { 48 }))
        .collect();
    let header = "小区|楼栋|单元数|层数|每层户数|户数";
    tables.push(table("楼栋", header, &rows.iter().map(String::as_str).collect::<Vec<_>>()));
    let rows: Vec<String> = (0..7119)
        .map(|n| {
            let (building, room) = (n % 149, n / 149);
            let (unit, floor, place) = (room / 12 + 1, room / 2 % 6 + 1, room % 2 + 1);
            let estate = &estates[building % 13];
            format!(
                "{estate}|{}号楼|{unit}单元|{floor}0{place}|居民{n}||138{:08}|户主|常住人口|",
                building / 13 + 1,
                n
            )
        })
        .collect();
    let header = "小区|楼栋|单元|室|姓名|身份证号|电话|与户主关系|人员类型|备注";
    tables.push(table("居民", header, &rows.iter().map(String::as_str).collect::<Vec<_>>()));
    let bytes = xlsx(&tables).expect("a workbook");
    let start = Instant::now();
    let reading = read_bytes("社区.xlsx", &bytes);
    let taken = start.elapsed();
    assert_sound(&reading);
    let households: u32 =
        reading.workbook.expanded().iter().flat_map(|(_, rooms)| rooms).map(|room| room.households).sum();
    assert_eq!((households, reading.workbook.residents.len()), (7119, 7119));
    println!("{} rows in {taken:?}", reading.rows);
    let limit = if cfg!(debug_assertions) { Duration::from_secs(10) } else { Duration::from_millis(300) };
    assert!(taken < limit, "{taken:?}");
}
