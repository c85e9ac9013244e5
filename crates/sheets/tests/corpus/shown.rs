//! What was read, a line for each row, so that a person sees at once whether it is right.

use guanjia_sheets::{Others, Place, Workbook};

/// Every row of the workbook with its place.
pub fn rows(book: &Workbook) -> String {
    let mut out = String::new();
    let mut line = |kind: &str, place: &Place, parts: &[String], others: &Others| {
        let others = others.iter().map(|(name, value)| format!("{name}={value}"));
        let parts: Vec<_> = parts.iter().filter(|part| !part.is_empty()).cloned().chain(others).collect();
        out += &format!("{kind} {}!{} {}\n", place.sheet, place.row, parts.join(" | ").replace('\n', "\\n"));
    };
    for it in &book.estates {
        let at = it.position.map(|at| format!("{},{}", at.longitude, at.latitude));
        let parts = [
            it.name.clone(),
            it.aliases.join(";"),
            opt(&it.property.map(|it| format!("{it:?}"))),
            opt(&it.property_company),
            opt(&it.property_phone),
            number(it.built_year),
            opt(&at),
            opt(&it.remark),
        ];
        line("小区", &it.place, &parts, &it.others);
    }
    for it in &book.buildings {
        let measures =
            [number(it.units), number(it.floors), number(it.per_floor), number(it.households)].join("×");
        line("楼栋", &it.place, &[it.estate.clone(), it.name.clone(), measures], &it.others);
    }
    for it in &book.rooms {
        let parts = [
            it.estate.clone(),
            it.building.clone(),
            it.unit.clone(),
            it.room.clone(),
            format!("{}户", it.households),
        ];
        line("户室", &it.place, &parts, &it.others);
    }
    for it in &book.staff {
        let parts = [
            it.name.clone(),
            format!("{:?}", it.post),
            number(it.tier),
            opt(&it.phone),
            it.estates.join(";"),
            it.deputy_estates.join(";"),
        ];
        line("人员", &it.place, &parts, &it.others);
    }
    for it in &book.grids {
        let scope = it.scope.iter().map(|part| {
            [Some(&part.estate), part.building.as_ref(), part.unit.as_ref()]
                .into_iter()
                .flatten()
                .cloned()
                .collect::<String>()
        });
        line(
            "网格",
            &it.place,
            &[it.name.clone(), it.workers.join(";"), scope.collect::<Vec<_>>().join(";")],
            &it.others,
        );
    }
    for it in &book.organisations {
        let parts = [it.name.clone(), format!("{:?}", it.kind), opt(&it.phone), it.estates.join(";")];
        line("单位", &it.place, &parts, &it.others);
    }
    for it in &book.residents {
        let home = [Some(&it.estate), it.building.as_ref(), it.unit.as_ref(), it.room.as_ref()];
        let home = home.into_iter().flatten().cloned().collect::<Vec<_>>().join("/");
        let tags = it.care_tags.iter().map(|tag| format!("{tag:?}")).collect::<Vec<_>>().join(";");
        let flags = [("分离", it.separated), ("迁出", it.moved_out), ("去世", it.deceased)];
        let flags = flags
            .iter()
            .filter(|(_, on)| *on == Some(true))
            .map(|(word, _)| *word)
            .collect::<Vec<_>>()
            .join(";");
        let parts = [
            home,
            it.name.clone(),
            opt(&it.identity_number),
            opt(&it.born),
            it.phones.join(";"),
            opt(&it.relation),
            opt(&it.category.map(|it| format!("{it:?}"))),
            tags,
            opt(&it.household_number),
            flags,
            opt(&it.remark),
        ];
        line("居民", &it.place, &parts, &it.others);
    }
    out
}

fn opt(text: &Option<String>) -> String {
    text.clone().unwrap_or_default()
}

fn number(number: Option<impl ToString>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}
