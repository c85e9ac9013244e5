//! The rules of calls for help: who may do what from where, ways that come back, and what may be handed down.

use super::*;
use crate::ids::{CallId, EstateId, OrganisationId};
use crate::text::Text;
use crate::{Actor, Body, Entity, Event, Moment, Refusal, Role, Subject};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 23);
const HOUSING: HandlingUnit = HandlingUnit::Bureau(OrganisationId(Uuid::from_u128(7)));
const GARDENS: HandlingUnit = HandlingUnit::Bureau(OrganisationId(Uuid::from_u128(8)));
const POWER: HandlingUnit = HandlingUnit::Organisation(OrganisationId(Uuid::from_u128(9)));
const STREET: HandlingUnit = HandlingUnit::StreetOffice;
const STEWARD: HandlingUnit = HandlingUnit::Steward;

fn text(words: &str) -> Text {
    Text::new("words", words).unwrap()
}

fn actor(unit: HandlingUnit) -> Actor {
    let role = match unit {
        HandlingUnit::Steward => Role::Officer,
        HandlingUnit::Secretary => Role::Secretary,
        HandlingUnit::StreetOffice => Role::StreetOffice,
        HandlingUnit::Bureau(_) => Role::DistrictBureau,
        HandlingUnit::Organisation(_) => Role::Organisation,
    };
    Actor { role, id: unit.organisation().map(|it| it.0) }
}

fn with<R>(unit: HandlingUnit, others: &[Hand], then: impl FnOnce(&Context) -> R) -> R {
    let (duties, name) = (DutyList::default(), |unit: HandlingUnit| unit.kind().to_owned());
    then(&Context { actor: actor(unit), today: TODAY, duties: &duties, others, name: &name })
}

fn blown(by: HandlingUnit, to: HandlingUnit, duty: Option<&str>) -> Blown {
    let by_when = date(2026, 11, 27);
    let duty = duty.map(str::to_owned);
    Blown { estate: EstateId(Uuid::nil()), requests: Vec::new(), by, to, by_when, duty }
}

fn event(body: CallEvent) -> Event {
    Event {
        at: Moment(1),
        actor: Actor::SYSTEM,
        subject: Subject::Call(CallId(Uuid::nil())),
        body: body.into(),
    }
}

fn begun(by: HandlingUnit, to: HandlingUnit) -> Call {
    let first = with(by, &[], |context| blow(blown(by, to, Some("02")), context)).unwrap();
    match Entity::after(None, &event(first)).unwrap() {
        Entity::Call(it) => *it,
        other => panic!("{other:?}"),
    }
}

fn tried(it: &Call, unit: HandlingUnit, command: &Command) -> Result<CallEvent, Refusal> {
    with(unit, &[], |context| decide(it, command, context))
}

fn does(it: &mut Call, unit: HandlingUnit, command: &Command) {
    let happened = tried(it, unit, command).unwrap();
    // The ledger holds what is read back.
    let written = serde_json::to_string(&Body::from(happened.clone())).unwrap();
    assert_eq!(serde_json::from_str::<Body>(&written).unwrap(), Body::from(happened.clone()));
    it.apply(&happened, &event(happened.clone()));
}

fn decline(rule: Option<ListedRule>, typed: Option<&str>) -> Command {
    Command::Decline { words: text("不归我们管"), rule, typed: typed.map(text) }
}

#[test]
fn the_first_receiver_leads_until_the_next_accepts() {
    let mut it = begun(STEWARD, STREET);
    assert_eq!((it.lead, it.asked()), (STEWARD, Some(STREET)), "it is the steward's until somebody accepts");
    does(&mut it, STREET, &Command::Accept);
    assert_eq!((it.lead, it.asked()), (STREET, None));
    does(&mut it, STREET, &Command::Pass { to: HOUSING, words: text("请来看看灯"), duty: None });
    assert_eq!((it.lead, it.asked()), (STREET, Some(HOUSING)), "the street leads until the bureau accepts");
    does(&mut it, HOUSING, &decline(Some(ListedRule::Jurisdiction), None));
    assert_eq!((it.lead, it.stage), (STREET, Stage::Declined));
    does(&mut it, STREET, &Command::Pass { to: GARDENS, words: text("请来修剪"), duty: None });
    does(&mut it, GARDENS, &Command::Accept);
    assert_eq!(it.lead, GARDENS);
    does(&mut it, GARDENS, &Command::Plan { until: date(2026, 12, 1), words: text("先看现场") });
    assert_eq!(it.due(), date(2026, 12, 1));
    does(&mut it, GARDENS, &Command::Answer { words: text("已修剪") });
    assert_eq!(tried(&it, GARDENS, &Command::Finish { words: None }), Err(Refusal::NotAsked));
    does(&mut it, STEWARD, &Command::SendBack { words: text("还有两棵") });
    assert_eq!((it.stage, it.lead), (Stage::Accepted, GARDENS));
    does(&mut it, GARDENS, &Command::Answer { words: text("都修剪了") });
    does(&mut it, HandlingUnit::Secretary, &Command::Finish { words: None });
    assert!(!it.is_open());
    let again = tried(&it, STEWARD, &Command::Withdraw { words: text("算了") });
    assert_eq!(again, Err(Refusal::NotAtThisCallStage { stage: Stage::Finished }));
}

#[test]
fn who_declines_names_a_reason_and_a_rule() {
    let mut it = begun(STEWARD, STREET);
    assert_eq!(tried(&it, STREET, &decline(None, None)), Err(Refusal::RuleMissing));
    assert_eq!(tried(&it, HOUSING, &decline(None, Some("三定方案"))), Err(Refusal::NotAsked));
    does(&mut it, STREET, &decline(None, Some("三定方案第四条")));
    let Said::No { words, rule, .. } = it.chain[0].said else { panic!("{:?}", it.chain) };
    assert_eq!((words, rule, it.words), (2, Rule::Typed(3), 4), "both texts have a number of their own");
    assert_eq!(it.lead, STEWARD);
}

#[test]
fn a_call_never_comes_back() {
    let mut it = begun(STEWARD, STREET);
    does(&mut it, STREET, &Command::Accept);
    let back = Command::Pass { to: STEWARD, words: text("还是你们办"), duty: Some("02".to_owned()) };
    let way = ["street_office", "steward", "street_office"].map(str::to_owned).to_vec();
    assert_eq!(tried(&it, STREET, &back), Err(Refusal::CyclicCall { way }), "also not by the duty list");
    does(&mut it, STREET, &Command::Pass { to: HOUSING, words: text("请来"), duty: None });
    does(&mut it, HOUSING, &Command::Accept);
    does(&mut it, HOUSING, &Command::Pass { to: GARDENS, words: text("树归你们"), duty: None });
    does(&mut it, GARDENS, &Command::Accept);
    let back = Command::Pass { to: HOUSING, words: text("灯归你们"), duty: None };
    assert!(matches!(tried(&it, GARDENS, &back), Err(Refusal::CyclicCall { .. })));
    // A new call about the same request is no way around.
    let others = it.hands();
    let new = with(GARDENS, &others, |context| blow(blown(GARDENS, STEWARD, Some("02")), context));
    let way = ["district_bureau", "steward", "street_office", "district_bureau", "district_bureau"];
    let way = way.map(str::to_owned).to_vec();
    assert_eq!(new, Err(Refusal::CyclicCall { way }));
}

#[test]
fn nothing_is_handed_down_that_the_duty_list_does_not_hold() {
    let hand = |duty| with(STREET, &[], |context| blow(blown(STREET, STEWARD, duty), context));
    assert_eq!(hand(None), Err(Refusal::NotOnDutyList));
    assert_eq!(hand(Some("99")), Err(Refusal::NotOnDutyList));
    assert!(matches!(hand(Some("53")), Err(Refusal::OnlyAssists { .. })), "assisting is not leading");
    assert!(hand(Some("03")).is_ok());
    let up = with(STEWARD, &[], |context| blow(blown(STEWARD, HOUSING, Some("99")), context));
    assert!(
        matches!(up, Ok(CallEvent::Blown(Blown { duty: None, .. }))),
        "upwards nothing rests on the list"
    );
    for (by, to) in [(HOUSING, STREET), (STEWARD, POWER), (STREET, STREET)] {
        let refused = with(by, &[], |context| blow(blown(by, to, None), context));
        assert!(matches!(refused, Err(Refusal::WrongUnit { .. })), "{by} → {to}: {refused:?}");
    }
    let foreign = with(STREET, &[], |context| blow(blown(STEWARD, HOUSING, None), context));
    assert_eq!(foreign, Err(Refusal::Forbidden), "nobody calls for another");
}

#[test]
fn the_duty_list_keeps_its_codes() {
    let mut list = DutyList::default();
    let mut entry = list.get("03").unwrap();
    entry.retired = true;
    list.put("03".to_owned(), entry.clone());
    assert_eq!(list.hand_down(Some("03")), Err(Refusal::NotOnDutyList));
    let code = list.next_code(true).unwrap();
    assert_eq!(code, "08");
    entry.retired = false;
    entry.zh = DUTIES[0].zh.to_owned();
    assert!(matches!(list.decide(&code, &entry), Err(Refusal::NameTaken { .. })));
    entry.basis.clear();
    assert_eq!(list.decide(&code, &entry), Err(Refusal::TextMissing { field: "basis" }));
}

#[test]
fn others_assist_and_come_to_the_joint_visit() {
    let mut it = begun(STEWARD, STREET);
    does(&mut it, STREET, &Command::Accept);
    does(&mut it, STREET, &Command::Invite { units: vec![HOUSING, POWER, STREET] });
    assert_eq!(it.assists.len(), 2, "whoever leads does not assist");
    does(&mut it, HOUSING, &Command::Join);
    let excuse = Command::Excuse { words: text("没有人手"), rule: None, typed: None };
    assert_eq!(tried(&it, POWER, &excuse), Err(Refusal::RuleMissing), "assisting is declined by a rule too");
    let visit = Command::SetVisit { day: TODAY, units: vec![STREET, HOUSING, STEWARD] };
    does(&mut it, STEWARD, &visit);
    let outside = Command::SetVisit { day: TODAY, units: vec![GARDENS] };
    assert!(matches!(tried(&it, STREET, &outside), Err(Refusal::NotAChoice { field: "unit", .. })));
    let minutes = Command::HoldVisit { n: 0, units: vec![STREET, HOUSING], words: text("10 盏，18 棵") };
    does(&mut it, STREET, &minutes);
    assert_eq!(it.visits[0].units, [STREET, HOUSING]);
    assert_eq!(tried(&it, STREET, &minutes), Err(Refusal::CallChanged), "minutes are written once");
    does(&mut it, HOUSING, &Command::Report { words: text("线路已查") });
    assert!(it.assists[0].report.is_some());
    let link = Command::GiveLink { to: GARDENS.organisation().unwrap() };
    assert_eq!(tried(&it, STEWARD, &link), Err(Refusal::NotAsked), "a link is for units of this call");
}

#[test]
fn a_visit_ahead_has_no_minutes() {
    let mut it = begun(STEWARD, STREET);
    let day = date(2026, 11, 25);
    does(&mut it, STEWARD, &Command::SetVisit { day, units: vec![STREET] });
    let minutes = Command::HoldVisit { n: 0, units: vec![STREET], words: text("提前写") };
    assert_eq!(tried(&it, STEWARD, &minutes), Err(Refusal::VisitAhead { day }));
}

#[test]
fn each_step_has_one_line_and_each_stage_a_way_to_it() {
    for step in Step::ALL {
        assert_eq!(LIFE.iter().filter(|(it, ..)| it == step).count(), 1, "{}", step.name());
    }
    for stage in Stage::ALL.iter().filter(|it| **it != Stage::Blown) {
        assert!(LIFE.iter().any(|(.., to)| *to == Some(*stage)), "{}", stage.name());
        assert_eq!(LIFE.iter().any(|(_, _, from, _)| from.contains(stage)), stage.is_open());
    }
}

fn any_unit() -> impl Strategy<Value = HandlingUnit> {
    prop::sample::select(vec![STEWARD, HandlingUnit::Secretary, STREET, HOUSING, GARDENS, POWER])
}

proptest! {
    /// Whatever is done in whatever order: never two that lead, and the chain never comes back to where it began.
    #[test]
    fn any_walk_keeps_one_lead_and_no_way_round(
        walk in prop::collection::vec((any_unit(), any_unit(), 0u8..6), 0..60)
    ) {
        let mut it = begun(STEWARD, STREET);
        for (who, to, what) in walk {
            let command = match what {
                0 => Command::Accept,
                1 => decline(Some(ListedRule::BeyondDuties), None),
                2 => Command::Plan { until: TODAY, words: text("来") },
                3 => Command::Answer { words: text("好") },
                4 => Command::SendBack { words: text("不好") },
                _ => Command::Pass { to, words: text("请"), duty: Some("01".to_owned()) },
            };
            if let Ok(happened) = tried(&it, who, &command) {
                it.apply(&happened, &event(happened.clone()));
            }
            let yes = it.chain.iter().rev().find(|it| matches!(it.said, Said::Yes { .. }));
            prop_assert_eq!(it.lead, yes.map_or(it.by, |it| it.to));
            let hands = it.hands();
            for (n, hand) in hands.iter().enumerate() {
                prop_assert!(way_round(&hands[..n], *hand).is_none(), "{:?}", hands);
            }
        }
    }
}
