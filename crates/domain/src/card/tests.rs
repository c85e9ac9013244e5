//! Consent, retention and homes, day by day.

use super::*;
use crate::calendar::china_time;
use crate::event::HouseEvent;
use crate::ids::{EstateId, ResidentId, RoomId};
use crate::moment::Moment;
use crate::refusal::Refusal;
use jiff::civil::{Date, date};
use uuid::Uuid;

fn at(day: Date) -> Moment {
    china_time::OFFSET.to_timestamp(day.at(10, 0, 0, 0)).unwrap().into()
}

fn known(n: u128) -> Resident {
    let estate = EstateId(Uuid::from_u128(1));
    Resident::registered(ResidentId(Uuid::from_u128(n)), estate, None, at(date(2026, 1, 5)))
}

fn facts(filled: &[CardField], born: Option<Date>) -> CardFacts {
    CardFacts { filled: filled.to_vec(), born, ..CardFacts::default() }
}

fn consent(kind: ConsentKind, by: Giver, given_on: Date) -> Consent {
    Consent { kind, version: kind.first_version(), by, how: How::Signed, given_on }
}

fn agreed(mut it: Resident, kind: ConsentKind, by: Giver, day: Date) -> Resident {
    assert!(it.apply(&HouseEvent::ConsentGiven { consent: consent(kind, by, day) }, at(day)));
    it
}

const CHILD: Option<Date> = Some(date(2020, 5, 1));

#[test]
fn every_field_has_one_rule_and_every_word_comes_back() {
    for field in CardField::ALL {
        assert_eq!(RULES.iter().filter(|it| it.field == *field).count(), 1, "{}", field.name());
        assert_eq!(CardField::of_name(field.name()), Some(*field));
    }
    assert_eq!(CareTag::of_name("suspect"), None, "there is no tag that nobody asked for");
}

#[test]
fn what_nobody_agreed_to_goes_after_its_days_and_a_duty_stays() {
    let it = known(1);
    let all = facts(&[CardField::Name, CardField::IdentityNumber, CardField::CareTags], None);
    assert!(it.due(&all, at(date(2026, 4, 5))).is_empty(), "90 days are not over");
    let due = it.due(&all, at(date(2026, 4, 6)));
    assert_eq!(due.fields, [(CardField::CareTags, ErasedFor::NoConsent)]);
    let due = it.due(&all, at(date(2026, 12, 1)));
    assert_eq!(due.fields.len(), 2);
    assert!(!due.all);
    let it = agreed(it, ConsentKind::Identity, Giver::Own, date(2026, 2, 1));
    assert!(
        !it.due(&all, at(date(2026, 12, 1)))
            .fields
            .contains(&(CardField::IdentityNumber, ErasedFor::NoConsent))
    );
}

#[test]
fn whoever_has_left_is_forgotten_field_by_field() {
    let mut it = known(1);
    assert!(it.apply(&HouseEvent::ResidentHomesSet { homes: vec![] }, at(date(2026, 3, 31))));
    let all = facts(&[CardField::Name, CardField::Phones], None);
    assert!(it.due(&all, at(date(2026, 9, 30))).is_empty());
    assert_eq!(it.due(&all, at(date(2026, 10, 1))).fields, [(CardField::Phones, ErasedFor::Left)]);
    assert!(it.due(&all, at(date(2027, 4, 1))).all);
    let sheet = CardFacts { has_left: true, ..all };
    assert!(known(1).due(&sheet, at(date(2027, 1, 6))).all, "a sheet said so");
}

#[test]
fn a_tag_ends_with_its_time_and_a_consent_again_begins_it_anew() {
    let it = agreed(known(1), ConsentKind::Care, Giver::Own, date(2026, 1, 10));
    let both =
        CardFacts { tags: vec![CareTag::Newborn, CareTag::VeryOld], ..facts(&[CardField::CareTags], None) };
    assert!(it.due(&both, at(date(2027, 1, 10))).is_empty());
    assert_eq!(it.due(&both, at(date(2027, 1, 11))).tags, [CareTag::Newborn]);
    let again = agreed(it, ConsentKind::Care, Giver::Own, date(2027, 1, 2));
    assert!(again.due(&both, at(date(2027, 1, 11))).is_empty());
}

#[test]
fn only_a_guardian_agrees_for_a_child() {
    let (child, mother, sister) = (known(1), known(2), known(3));
    let (now, day) = (at(date(2026, 6, 1)), date(2026, 6, 1));
    let own = consent(ConsentKind::Child, Giver::Own, day);
    let theirs = facts(&[CardField::Name], CHILD);
    let (nothing, words) = (CardFacts::default(), ConsentTexts::default());
    assert_eq!(child.agree(own, &theirs, None, &words, now), Err(Refusal::GuardianNeeded));
    let by = |it: &Resident| consent(ConsentKind::Child, Giver::Guardian(it.id), day);
    assert!(child.agree(by(&mother), &theirs, Some((&mother, &nothing)), &words, now).is_ok());
    assert_eq!(
        child.agree(by(&sister), &theirs, Some((&sister, &theirs)), &words, now),
        Err(Refusal::GuardianNeeded)
    );
    assert_eq!(
        child.agree(by(&child), &theirs, Some((&child, &nothing)), &words, now),
        Err(Refusal::GuardianNeeded)
    );
    assert_eq!(child.agree(by(&mother), &theirs, None, &words, now), Err(Refusal::GuardianNeeded));
    assert!(mother.agree(own, &nothing, None, &words, now).is_err(), "a grown-up needs none of a child");
    let late = consent(ConsentKind::Care, Giver::Own, date(2026, 6, 2));
    assert!(mother.agree(late, &nothing, None, &words, now).is_err(), "tomorrow");
    // Nobody is asked for ever: a child's card without a guardian's word goes as a whole.
    assert!(child.due(&theirs, at(date(2026, 7, 5))).all);
    let asked = agreed(child, ConsentKind::Child, Giver::Guardian(mother.id), day);
    assert!(asked.due(&theirs, at(date(2026, 7, 5))).is_empty());
    assert_eq!(asked.withdraw(0, &theirs, now).unwrap().last(), Some(&HouseEvent::ResidentErased));
    assert_eq!(asked.guardian(), Some(mother.id));
}

#[test]
fn taking_consent_back_takes_what_rests_on_it() {
    let day = date(2026, 2, 1);
    let it = agreed(known(1), ConsentKind::Care, Giver::Own, day);
    let it = agreed(it, ConsentKind::Identity, Giver::Own, day);
    let all = facts(&[CardField::Name, CardField::CareTags, CardField::IdentityNumber], None);
    assert!(it.may_hold(&[CardField::CareTags], &all, at(day)).is_ok());
    let events = it.withdraw(0, &all, at(day)).unwrap();
    let gone = HouseEvent::CardFieldsErased { fields: vec![CardField::CareTags], why: ErasedFor::Withdrawn };
    assert_eq!(events, [HouseEvent::ConsentWithdrawn { n: 0 }, gone]);
    assert_eq!(it.withdraw(9, &all, at(day)), Err(Refusal::NotFound));
    assert_eq!(
        it.may_hold(&[CardField::Remark], &all, at(day)),
        Err(Refusal::ConsentNeeded { field: "remark" })
    );
}

#[test]
fn several_homes_and_what_a_sheet_says_of_one() {
    let mut it = known(1);
    let estate = it.estate;
    let home = |n: u128, stay| Home { estate, room: Some(RoomId(Uuid::from_u128(n))), stay };
    let homes = vec![home(1, Stay::Owner), home(2, Stay::OwnerAway)];
    let event = it.settle(homes.clone()).unwrap().unwrap();
    assert!(it.apply(&event, at(date(2026, 2, 1))));
    assert_eq!(it.settle(homes).unwrap(), None, "nothing changed");
    assert!(it.settle(vec![home(1, Stay::Owner), home(1, Stay::Tenant)]).is_err());
    let changed = HouseEvent::ResidentChanged { room: Some(RoomId(Uuid::from_u128(3))), estate };
    assert!(it.apply(&changed, at(date(2026, 3, 1))));
    assert_eq!(it.homes, [home(3, Stay::Owner), home(2, Stay::OwnerAway)]);
}

#[test]
fn who_left_left_once() {
    let mut it = known(1);
    assert!(it.apply(&HouseEvent::ResidentHomesSet { homes: Vec::new() }, at(date(2026, 2, 1))));
    assert!(it.apply(&HouseEvent::ResidentHomesSet { homes: Vec::new() }, at(date(2026, 8, 1))));
    assert_eq!(it.left_at, Some(at(date(2026, 2, 1))), "said again it is no later day");
}
