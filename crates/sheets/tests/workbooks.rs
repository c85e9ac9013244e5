//! Whole workbooks: our templates, the sheets of another grid tool, and everything that people get wrong.

mod common;

use common::{assert_sound, lines, places, read, read_bytes, spots, table};
use guanjia_domain::people::Post;
use guanjia_domain::place::Property;
use guanjia_sheets::{
    CareTag, Known, KnownBuilding, KnownEstate, Lang, ProblemKind as Kind, ResidentCategory, Template,
    read_workbook, rooms_of, template,
};

#[test]
fn every_template_reads_as_empty_in_both_languages() {
    for kind in Template::ALL {
        for lang in [Lang::Zh, Lang::En] {
            let reading = read_bytes("template.xlsx", &template(kind, lang).expect("a template"));
            assert_sound(&reading);
            assert!(reading.notices.is_empty(), "{:?}", lines(&reading.notices));
            assert_eq!(reading.rows, 0);
        }
    }
}

#[test]
fn places_are_read_and_expanded() {
    let mut tables = places();
    tables[1].rows.push(["柳巷里", "东配楼", "", "", "", ""].map(str::to_owned).to_vec());
    tables.push(table(
        "户室",
        "小区|楼栋|单元|室|户数",
        &["柳巷里|东配楼|1单元|101室|1", "柳巷里|东配楼|1|203|2"],
    ));
    let reading = read(&tables);
    assert_sound(&reading);
    let book = &reading.workbook;
    assert_eq!(book.estates[0].property, Some(Property::Company));
    assert_eq!(book.estates[0].aliases, ["老和平"]);
    let names: Vec<&str> = book.buildings.iter().map(|building| building.name.as_str()).collect();
    assert_eq!(names, ["1号楼", "2号楼", "1号楼", "东配楼"]);
    let sums: Vec<u32> =
        book.expanded().iter().map(|(_, rooms)| rooms.iter().map(|room| room.households).sum()).collect();
    assert_eq!(sums, [24, 36, 44, 3]);
    let rooms = rooms_of(&book.buildings[0]);
    assert_eq!(
        (rooms[0].room.as_str(), rooms[23].room.as_str(), rooms[23].unit.as_str()),
        ("101", "602", "2单元")
    );
}

#[test]
fn people_are_read() {
    let mut tables = places();
    tables.push(table(
        "工作人员",
        "姓名|岗位|梯次|电话|负责小区|AB角小区",
        &[
            "甲某|书记|1|13800000001|和平苑|柳巷里",
            "乙某|社工|第二梯次|0351-6012345|柳巷里|老和平",
            "丙某|网格员||13800000003||",
        ],
    ));
    tables.push(table("网格", "网格名称|网格员|范围", &["一网格|丙某|和平苑:1-2号楼；柳巷里:1号楼1单元"]));
    tables.push(table("单位", "名称|类别|电话|服务小区", &["某物业|物业公司|13800000009|和平苑、柳巷里"]));
    let reading = read(&tables);
    assert_sound(&reading);
    let book = &reading.workbook;
    assert_eq!(
        (book.staff[0].post, book.staff[1].tier, book.staff[2].post),
        (Post::Secretary, Some(2), Post::GridWorker)
    );
    assert_eq!(book.staff[1].deputy_estates, ["和平苑"], "an alias becomes the listed name");
    assert_eq!(book.grids[0].scope.len(), 3);
    assert_eq!(book.organisations[0].estates, ["和平苑", "柳巷里"]);
}

#[test]
fn every_problem_is_found_and_has_its_place() {
    let tables = [
        table(
            "小区",
            "名称|物业性质|物业电话|建成年份",
            &["和平苑|公司制|123|1998", "和平苑|无||88", "|无||"],
        ),
        table(
            "楼栋",
            "小区|楼栋|单元数|层数|每层户数|户数",
            &[
                "和平苑|1号楼|2|6|2|-1",
                "和平苑|1栋|2|6|2|1.5",
                "和平园|3号楼|2|6|2|",
                "和平苑|4号楼|两|6||",
                "和平苑|5号楼|1|6|2|",
            ],
        ),
        table(
            "工作人员",
            "姓名|岗位|梯次|电话|负责小区|AB角小区",
            &[
                "甲某|书记|1||和平苑|",
                "乙某|社工|4|1380000|和平苑|",
                "丙某|网格员|||和平苑|",
                "丁某|会计||||火星",
            ],
        ),
        table(
            "网格",
            "网格名称|网格员|范围",
            &[
                "一网格|丙某|和平苑:1号楼、9号楼",
                "二网格|丙某|和平苑:1号楼1单元;和平苑:5号楼7单元",
                "三网格||和平苑:9-1号楼",
            ],
        ),
    ];
    let reading = read(&tables);
    let found: Vec<(String, u32, String)> =
        spots(&reading).into_iter().map(|(sheet, row, letter, _)| (sheet, row, letter)).collect();
    for (sheet, row, letter) in [
        ("小区", 2, "B"),
        ("小区", 2, "C"),
        ("小区", 3, "A"),
        ("小区", 3, "D"),
        ("小区", 4, "A"),
        ("楼栋", 2, "F"),
        ("楼栋", 3, "F"),
        ("楼栋", 3, "B"),
        ("楼栋", 4, "A"),
        ("楼栋", 5, "C"),
        ("工作人员", 3, "C"),
        ("工作人员", 3, "D"),
        ("工作人员", 3, "E"),
        ("工作人员", 4, "E"),
        ("工作人员", 5, "B"),
        ("网格", 2, "C"),
        ("网格", 3, "C"),
        ("网格", 4, "C"),
    ] {
        assert!(
            found.contains(&(sheet.to_owned(), row, letter.to_owned())),
            "{sheet} {letter}{row}: {found:?}"
        );
    }
    for problem in &reading.problems {
        assert!(!problem.cure(Lang::Zh).is_empty() && !problem.cure(Lang::En).is_empty());
    }
    assert!(
        lines(&reading.problems)
            .iter()
            .any(|line| line.contains("已由甲某认领（工作表「工作人员」第 2 行）"))
    );
    assert!(
        lines(&reading.problems)
            .iter()
            .any(|line| line.contains("是不是“和平苑”") || line.contains("没有名为“和平园”"))
    );
}

#[test]
fn residents_are_checked_against_the_house() {
    let mut tables = places();
    tables.push(table(
        "居民",
        "小区|楼栋|单元|室|姓名|身份证号|电话|与户主关系|人员类型|血型",
        &[
            "和平苑|1号楼|2单元|501室|甲某|11010519491231002X|13800000001;0351-6012345|户主|常住|A",
            "和平苑|1|3|501|乙某||||流动人口|",
            "和平苑|7|1|501|丙某|110105194912310021||||",
            "老和平|1|1|101|丁某|11010519491231002x||||",
            "和平苑||1|101|戊某|||||",
        ],
    ));
    let reading = read(&tables);
    let found: Vec<(u32, String)> =
        spots(&reading).into_iter().map(|(_, row, letter, _)| (row, letter)).collect();
    let expected = [(3, "C"), (4, "F"), (4, "B"), (5, "F"), (6, "B")];
    assert_eq!(
        found,
        expected.map(|(row, letter)| (row, letter.to_owned())),
        "{:#?}",
        lines(&reading.problems)
    );
    let first = &reading.workbook.residents[0];
    assert_eq!((first.unit.as_deref(), first.room.as_deref()), (Some("2单元"), Some("501")));
    assert_eq!(first.phones, ["13800000001", "0351-6012345"]);
    assert_eq!(first.category, Some(ResidentCategory::Permanent));
    assert_eq!(first.others[0], ("血型".into(), "A".to_owned()));
    assert_eq!(reading.notices[0].what, Kind::UnknownColumns { columns: vec!["血型".to_owned()] });
    let shown = lines(&reading.problems).join("");
    assert!(!shown.contains("110105"), "no ID number in a message");
}

#[test]
fn a_sheet_of_residents_alone_refers_to_what_is_stored() {
    let sheet = table("居民", "小区|楼栋|单元|室|姓名", &["和平苑|1|1|101|甲某", "和平苑|1|9|101|乙某"]);
    let known = Known {
        estates: vec![KnownEstate {
            name: "和平苑".to_owned(),
            aliases: Vec::new(),
            buildings: vec![KnownBuilding { name: "1号楼".to_owned(), units: vec!["1单元".to_owned()] }],
        }],
        ..Known::default()
    };
    let bytes = guanjia_sheets::csv(&sheet);
    let reading = read_workbook("居民.csv", &bytes, &known, &mut |_| {});
    assert_eq!(spots(&reading).len(), 1, "{:?}", lines(&reading.problems));
    assert!(matches!(reading.problems[0].what, Kind::UnknownUnit { .. }));
}

#[test]
fn a_short_address_beside_a_building_column_names_the_unit() {
    let mut tables = places();
    tables.push(table(
        "居民",
        "小区|楼栋|门牌地址|姓名",
        &["和平苑|2号楼|3-501|甲某", "和平苑|2号楼|2号楼501|乙某", "和平苑||2-1-101|丙某"],
    ));
    let reading = read(&tables);
    assert_sound(&reading);
    let shown: Vec<_> = reading
        .workbook
        .residents
        .iter()
        .map(|row| {
            [&row.building, &row.unit, &row.room].map(|part| part.clone().unwrap_or_default()).join("/")
        })
        .collect();
    assert_eq!(shown, ["2号楼/3单元/501", "2号楼//501", "2号楼/1单元/101"]);
}

const PERSON: &str = "姓名|与其他人员关系|身份证号|性别|出生日期|联系电话|现住小区/建筑|门牌地址|所属网格|人员类型|是否重点人员|重点类别|户籍小区/建筑|户籍地址|户编号|是否人户分离|实际居住地|是否已迁出|迁出日期|迁往地|是否已死亡|死亡日期|民族|政治面貌|婚姻状况|文化程度|工作学习情况|健康状况|备注";
const BUILDING: &str = "小区/建筑名称|类型|所属网格|详细地址|建成年份|户数|楼栋数|约居住人数|企业数|底商数|是否通燃气|物业费标准|电梯数|室内车位数|室外车位数|安全负责人|安全负责人电话|纬度|经度|开发商|施工单位|物业公司|物业联系电话|备注|业委会联系人|业委会联系电话|业主姓名|业主电话|房东姓名|房东电话|商业类型";

#[test]
fn the_sheets_of_another_grid_tool_are_read_as_they_are() {
    let building = table(
        "Building",
        BUILDING,
        &[
            "必填，在网格内唯一|必填，住宅小区/商业建筑|必填，网格名称|可选，完整街道门牌号|可选，如2015",
            "和平苑|住宅小区|一网格|某路1号|2015|320|4|900|||1|1.2元|||||||||某物业|13800000001",
        ],
    );
    let person = table(
        "Person",
        PERSON,
        &[
            "必填，真实姓名|如：户主、配偶|必填，18位身份证号|男/女|YYYYMMDD|多个电话用;分隔|系统内小区名称|如1单元101室",
            "甲某|户主|11010519491231002X|男|19491231|13800000001;13800000002|和平苑|1单元101室|一网格|常住人口|1|独居老人,上访||||1",
            "乙某||||||和平苑3号楼|2单元501室",
        ],
    );
    let notes = table("注意事项", "导入前请记得删除第二行的注释", &[]);
    let reading = read(&[building, notes, person]);
    assert_sound(&reading);
    let book = &reading.workbook;
    let estate = &book.estates[0];
    assert_eq!(
        (estate.households, estate.building_count, estate.property),
        (Some(320), Some(4), Some(Property::Company))
    );
    assert_eq!((book.grids[0].name.as_str(), book.grids[0].scope[0].estate.as_str()), ("一网格", "和平苑"));
    let person = &book.residents[0];
    assert_eq!(
        (person.building.clone(), person.unit.as_deref(), person.room.as_deref()),
        (None, Some("1单元"), Some("101"))
    );
    assert_eq!(
        (person.care_tags.as_slice(), person.separated),
        ([CareTag::LivingAlone].as_slice(), Some(true))
    );
    assert!(person.others.iter().all(|(name, _)| !name.contains("重点")), "no key-person list");
}

#[test]
fn titles_marks_and_repeated_or_missing_columns_of_a_header() {
    let mut titled = table(
        "台账",
        "某社区楼栋台账",
        &["2026 年 11 月", "＊小区（必填）|楼　栋|单元数|层 数|每层户数|户数|户数"],
    );
    titled.rows.push("和平苑|１|２|６|２||".split('|').map(str::to_owned).collect());
    let reading = read(&[places()[0].clone(), titled]);
    assert_eq!(reading.problems.len(), 1, "{:?}", lines(&reading.problems));
    assert!(matches!(reading.problems[0].what, Kind::RepeatedColumn { .. }));
    assert_eq!(reading.workbook.buildings[0].units, Some(2));
    let reading = read(&[table("居民", "小区|楼栋|单元|室", &["和平苑|1|1|101"])]);
    assert!(matches!(&reading.problems[0].what, Kind::MissingColumn { zh, .. } if zh == "姓名"));
}
