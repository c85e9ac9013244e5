//! The two communities. Of the estates' names only 理工大长风住宅小区 is real.

use super::buildings::{self, Block, slab, tower};
use super::{CommunityOutline, EstateOutline, grids, organisations, people};

/// An estate before it is built.
pub(super) struct Plan {
    pub name: &'static str,
    pub households: u32,
    pub residents: u32,
    pub blocks: &'static [Block],
}

const fn plan(name: &'static str, households: u32, residents: u32, blocks: &'static [Block]) -> Plan {
    Plan { name, households, residents, blocks }
}

/// In map order: west to east and back, row after row, so that neighbours in the list are neighbours in the place.
const REFERENCE: [Plan; 13] = [
    plan("理工大长风住宅小区", 1210, 2130, &[slab(14, 6, 6), tower(2, 2, 18, 3)]),
    plan("晋祠路一号院", 860, 1610, &[slab(10, 5, 6), tower(2, 2, 18, 4)]),
    plan("汾河苑", 740, 1420, &[tower(5, 2, 18, 4), slab(1, 3, 6)]),
    plan("长风里", 690, 1290, &[slab(12, 4, 7), slab(1, 2, 6)]),
    plan("西苑小区", 620, 1150, &[slab(9, 6, 6)]),
    plan("锦绣家园", 560, 1080, &[tower(4, 2, 18, 4)]),
    plan("红砖里", 480, 850, &[slab(10, 4, 6)]),
    plan("柳溪花园", 430, 830, &[slab(6, 3, 11), slab(1, 3, 6)]),
    plan("同心佳苑", 390, 760, &[tower(3, 2, 17, 4)]),
    plan("桃园北院", 340, 600, &[slab(7, 4, 6), slab(1, 1, 6)]),
    plan("机电新村", 300, 520, &[slab(5, 5, 6)]),
    plan("文兴公寓", 270, 510, &[tower(1, 2, 24, 6)]),
    plan("槐荫里", 229, 390, &[slab(4, 5, 6)]),
];

const NEIGHBOUR: [Plan; 2] =
    [plan("地质示例院", 384, 690, &[slab(8, 4, 6)]), plan("矿机示例院", 288, 520, &[slab(6, 4, 6)])];

/// Steward of each estate of [`REFERENCE`] by number of the officer: the larger the estate, the higher the tier, and
/// the four smallest are shared by the two social workers.
const STEWARDS: [usize; 13] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 9];

pub(super) fn reference() -> CommunityOutline {
    let estates = build("e", 0, &REFERENCE);
    let officers = people::officers();
    CommunityOutline {
        division_code: "140109013001",
        name: "晋祠路社区",
        supervision_phone: people::phone(11),
        grids: grids::reference(&estates),
        claims: people::claims(&estates, &officers, &STEWARDS),
        organisations: organisations::reference(&estates),
        officers,
        estates,
    }
}

pub(super) fn neighbour() -> CommunityOutline {
    // One row south of the reference community.
    let estates = build("n", 16, &NEIGHBOUR);
    let officers = people::neighbour_officers();
    CommunityOutline {
        division_code: "140109013002",
        name: "地矿社区",
        supervision_phone: people::phone(12),
        grids: grids::neighbour(&estates),
        claims: people::claims(&estates, &officers, &[0, 0]),
        organisations: organisations::neighbour(&estates),
        officers,
        estates,
    }
}

fn build(prefix: &str, first_cell: usize, plans: &[Plan]) -> Vec<EstateOutline> {
    plans
        .iter()
        .enumerate()
        .map(|(index, plan)| {
            buildings::estate(&format!("{prefix}{:02}", index + 1), first_cell + index, plan)
        })
        .collect()
}
