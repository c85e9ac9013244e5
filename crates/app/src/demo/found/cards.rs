//! Resident cards of one building of the demo: all invented, with numbers that nobody can call.

use crate::card::{CardInput, NewConsent};
use crate::error::Result;
use crate::office::App;
use guanjia_domain::calendar::china_time;
use guanjia_domain::card::{CardField, CareTag, ConsentKind, How, Stay};
use guanjia_domain::ids::{ResidentId, RoomId};
use guanjia_domain::permission::Principal;
use guanjia_simulate::outline::CommunityOutline;
use guanjia_store::Tx;
use jiff::civil::Date;

/// The building whose residents have cards.
const BUILDING: &str = "4号楼";

/// Somebody: the place of the room in the first unit, name, phone, day of birth, as what they live there.
type Somebody = (usize, &'static str, &'static str, &'static str, Stay);

const RESIDENTS: [Somebody; 8] = [
    (0, "白露晞", "13000000911", "1938-03-05", Stay::Owner),
    (2, "岑望舒", "13000000912", "1986-07-19", Stay::Owner),
    (2, "岑小满", "13000000912", "2019-05-21", Stay::Family),
    (3, "陆知行", "13000000913", "1979-11-02", Stay::Owner),
    (3, "陆晚晴", "", "", Stay::Family),
    (5, "沈听雨", "13000000914", "1997-01-30", Stay::Tenant),
    (5, "简宁远", "13000000915", "1968-09-12", Stay::OwnerAway),
    (8, "苏禾", "13000000916", "", Stay::RegisteredOnly),
];

/// Fills the cards, with consent where something rests on it, and without where it still waits.
pub(super) fn building(app: &App, tx: &mut Tx, who: &Principal, place: &CommunityOutline) -> Result<()> {
    let Some(rooms) = rooms(app, tx, who, place)? else { return Ok(()) };
    let mut known = Vec::new();
    for (room, name, phone, born, stay) in RESIDENTS {
        let Some(room) = rooms.get(room) else { continue };
        let texts = [(CardField::Name, name), (CardField::Phones, phone), (CardField::Born, born)];
        known.push(app.new_card_now(tx, who, who.home, *room, stay, &input(&texts, &[]))?);
    }
    let [old, _, child, ..] = known[..] else { return Ok(()) };
    agree(app, tx, who, old, ConsentKind::Care, "")?;
    app.change_card_now(
        tx,
        who,
        who.home,
        old,
        None,
        &input(&[], &[CareTag::LivingAlone, CareTag::VeryOld]),
    )?;
    agree(app, tx, who, old, ConsentKind::Notes, "")?;
    let remark = [(CardField::Remark, "听力不好，敲门要久一些。")];
    app.change_card_now(tx, who, who.home, old, None, &input(&remark, &[]))?;
    agree(app, tx, who, child, ConsentKind::Child, "13000000912")
}

/// The rooms of the first unit, from the ground up.
fn rooms(app: &App, tx: &mut Tx, who: &Principal, place: &CommunityOutline) -> Result<Option<Vec<RoomId>>> {
    let Some(estate) = place.estates.first() else { return Ok(None) };
    let buildings = tx.buildings(who.home, Some(estate.id.into()), app.now())?;
    let Some(building) = buildings.into_iter().find(|it| it.name == BUILDING) else { return Ok(None) };
    let Some(unit) = tx.units(who.home, Some(building.id))?.into_iter().next() else { return Ok(None) };
    Ok(Some(tx.rooms(who.home, unit.id)?.into_iter().map(|room| room.id).collect()))
}

fn input(texts: &[(CardField, &str)], tags: &[CareTag]) -> CardInput {
    CardInput {
        texts: texts.iter().map(|(field, text)| (*field, (*text).to_owned())).collect(),
        tags: (!tags.is_empty()).then(|| (tags.to_vec(), tags.to_vec())),
    }
}

fn agree(
    app: &App,
    tx: &mut Tx,
    who: &Principal,
    id: ResidentId,
    kind: ConsentKind,
    guardian: &str,
) -> Result<()> {
    let given_on: Date = china_time::date(app.now().into());
    let consent = NewConsent {
        kind,
        version: kind.first_version(),
        guardian_phone: guardian.to_owned(),
        how: How::Signed,
        given_on,
        words: String::new(),
    };
    app.agree_now(tx, who, who.home, id, None, &consent)
}
