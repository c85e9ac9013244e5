//! Streets, gates and barriers from a GeoJSON file, and what they made of the buildings.

use super::refused;
use crate::failure::Failure;
use crate::language::Language;
use guanjia_app::shapes::{ShapeFault, lines};
use guanjia_plan::grids::Problem;
use guanjia_plan::grids::survey::{Ground, Lines, lay};
use serde_json::{Value, json};
use std::path::Path;

/// Lays the lines of a file under a problem.
pub fn laid(file: &Path, problem: &mut Problem, language: Language) -> Result<Ground, Failure> {
    let bytes = std::fs::read(file).map_err(|error| Failure::file(file, &error))?;
    let drawn = lines(&bytes).map_err(|fault| unusable(file, &fault))?;
    if drawn.is_empty() {
        return Err(unusable(file, &ShapeFault::NotReadable));
    }
    let drawn = Lines { ways: drawn.ways, barriers: drawn.barriers };
    lay(problem, &drawn).map_err(|faults| refused(&faults, language))
}

/// Why a file of lines cannot be used.
fn unusable(file: &Path, fault: &ShapeFault) -> Failure {
    let file = file.display();
    match fault {
        ShapeFault::NoShape { rows } | ShapeFault::NotDegrees { rows } => Failure::refused(
            format!(
                "{file}：这些要素不是中国境内的线（序号: 名称）：{rows}。请改为 LineString、MultiLineString 或 Polygon，\
                 坐标为十进制度数，先经度后纬度"
            ) + "。",
            format!(
                "{file}: these features are no lines in China (number: name): {rows}. Make them LineString, \
                 MultiLineString or Polygon in decimal degrees, longitude first."
            ),
        ),
        ShapeFault::TooMany { most } => Failure::refused(
            format!("{file}：内容太多，最多 {most} 个要素或拐点。请简化线条，或只保留本社区。"),
            format!(
                "{file}: it holds too much, {most} features or corners at most. Simplify the lines, or keep those of the community."
            ),
        ),
        ShapeFault::OtherDatum { name } => Failure::refused(
            format!("{file}：坐标系“{name}”不能换算。请先转换成 WGS-84、CGCS2000 或 GCJ-02。"),
            format!("{file}: the system {name} is not converted here. Give WGS-84, CGCS2000 or GCJ-02."),
        ),
        ShapeFault::NotReadable | ShapeFault::NotKnown { .. } | ShapeFault::FarAway { .. } => {
            Failure::refused(
                format!(
                    "{file}：没有读到任何线。请给出 GeoJSON 要素集合（FeatureCollection），其中有 LineString。"
                ),
                format!(
                    "{file}: there are no lines in it. Give a GeoJSON FeatureCollection that holds LineStrings."
                ),
            )
        }
    }
}

/// The same for programs.
pub fn json(ground: &Ground) -> Value {
    let torn = ground.torn.iter().map(|(estate, parts)| json!({ "estate": estate, "parts": parts }));
    json!({ "cut_links": ground.cut, "torn": torn.collect::<Vec<_>>(), "off_streets": ground.off_streets })
}

/// What a person reads.
pub fn told(ground: &Ground, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    if ground.cut > 0 {
        let cut = ground.cut;
        lines.push(language.pick(
            format!("障碍切断了 {cut} 处相邻关系"),
            format!("barriers cut {cut} links between buildings"),
        ));
    }
    for (estate, parts) in &ground.torn {
        let parts: Vec<String> = parts.iter().map(|part| part.join(" ")).collect();
        let parts = parts.join(" | ");
        lines.push(language.pick(
            format!("小区 {estate} 被障碍隔开：{parts}。若有门或路相通，请在文件中画上"),
            format!(
                "estate {estate} falls apart by a barrier: {parts}. If a gate or street leads across, draw it"
            ),
        ));
    }
    if !ground.off_streets.is_empty() {
        let names = ground.off_streets.join(" ");
        lines.push(language.pick(
            format!("离所给道路太远，改按相邻楼栋计算步行：{names}"),
            format!("too far from every street, walks go from neighbour to neighbour: {names}"),
        ));
    }
    lines
}
