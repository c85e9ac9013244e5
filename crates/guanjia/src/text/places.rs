//! The known estates and buildings, `--places`.

use super::{unfit, whole};
use crate::failure::Failure;
use guanjia_discover::issues::{KnownEstate, Places};
use guanjia_domain::place_text::Estate;
use serde::Deserialize;
use std::collections::HashSet;
use std::path::Path;

#[derive(Deserialize)]
struct File {
    estates: Vec<FileEstate>,
}

#[derive(Deserialize)]
struct FileEstate {
    id: String,
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    buildings: Vec<FileBuilding>,
}

#[derive(Deserialize)]
struct FileBuilding {
    id: String,
    name: String,
}

/// Reads the estates.
pub fn read(path: &Path) -> Result<Places, Failure> {
    let text = whole(path)?;
    let file: File = serde_json::from_str(&text).map_err(|error| {
        unfit(
            path,
            &format!("不是 {{\"estates\":[…]}} 形式的 JSON（{error}）"),
            &format!("it is not JSON of the form {{\"estates\":[…]}} ({error})"),
        )
    })?;
    let mut ids = HashSet::new();
    for estate in &file.estates {
        if estate.id.is_empty() || !ids.insert(estate.id.as_str()) {
            let id = &estate.id;
            return Err(unfit(
                path,
                &format!("小区 id “{id}” 为空或重复"),
                &format!("the estate id “{id}” is empty or stands twice"),
            ));
        }
    }
    let known = |estate: FileEstate| {
        let (building_ids, buildings) = estate.buildings.into_iter().map(|one| (one.id, one.name)).unzip();
        let names = Estate { name: estate.name, aliases: estate.aliases, buildings };
        KnownEstate { id: estate.id, names, building_ids }
    };
    Ok(Places::new(file.estates.into_iter().map(known).collect()))
}
