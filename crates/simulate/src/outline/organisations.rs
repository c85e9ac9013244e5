//! Who works for the estates besides the community: all invented.

use super::OrganisationKind::{OwnersCommittee, PropertyCompany, ResidentsCommittee, Stationed};
use super::{EstateOutline, OrganisationKind, OrganisationOutline, id, people};

/// Key, name, kind, and the estates by position in the list of estates.
type Row = (&'static str, &'static str, OrganisationKind, &'static [usize]);

/// 红砖里 and 槐荫里 have no property company: there the residents' committee does what it can.
const REFERENCE: [Row; 12] = [
    ("p01", "长风示例物业服务中心", PropertyCompany, &[0]),
    ("p02", "晋祠示例物业有限公司", PropertyCompany, &[1, 2, 3]),
    ("p03", "安居示例物业有限公司", PropertyCompany, &[4, 5, 7]),
    ("p04", "万家示例物业有限公司", PropertyCompany, &[8, 9, 10, 11]),
    ("w01", "理工大长风住宅小区业主委员会", OwnersCommittee, &[0]),
    ("w02", "晋祠路一号院业主委员会", OwnersCommittee, &[1]),
    ("w03", "汾河苑业主委员会", OwnersCommittee, &[2]),
    ("w04", "锦绣家园业主委员会", OwnersCommittee, &[5]),
    ("w05", "柳溪花园业主委员会", OwnersCommittee, &[7]),
    ("rc", "晋祠路社区居民委员会", ResidentsCommittee, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    ("s01", "长风示例学校后勤处", Stationed, &[0, 3]),
    ("s02", "晋祠路示例卫生服务站", Stationed, &[1, 2, 4, 6]),
];

const NEIGHBOUR: [Row; 2] = [
    ("np01", "地矿示例物业服务部", PropertyCompany, &[0, 1]),
    ("nrc", "地矿社区居民委员会", ResidentsCommittee, &[0, 1]),
];

pub(super) fn reference(estates: &[EstateOutline]) -> Vec<OrganisationOutline> {
    build(estates, &REFERENCE, 0)
}

pub(super) fn neighbour(estates: &[EstateOutline]) -> Vec<OrganisationOutline> {
    build(estates, &NEIGHBOUR, REFERENCE.len())
}

fn build(estates: &[EstateOutline], rows: &[Row], first_contact: usize) -> Vec<OrganisationOutline> {
    rows.iter()
        .enumerate()
        .map(|(index, (key, name, kind, served))| OrganisationOutline {
            id: id(key),
            key: (*key).to_owned(),
            name: (*name).to_owned(),
            kind: *kind,
            contact: people::contact(key, first_contact + index),
            estates: served.iter().map(|&estate| estates[estate].id).collect(),
        })
        .collect()
}
