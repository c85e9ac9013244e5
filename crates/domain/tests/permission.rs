//! The whole permission table, written down for people to read, and the laws it must keep.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail loudly, as tests do")]

use guanjia_domain::card::CareTag;
use guanjia_domain::ids::{BuildingId, EstateId, OrganisationId, StaffId, UnitId};
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::place::GridPart;
use guanjia_domain::request::LIFE;
use guanjia_domain::{Actor, CommunityCode, Party, Role};
use proptest::prelude::*;
use proptest::sample::select;
use std::fmt::Write;
use uuid::Uuid;

const ME: Uuid = Uuid::from_u128(1);
const OWN: EstateId = EstateId(Uuid::from_u128(10));
const AS_DEPUTY: EstateId = EstateId(Uuid::from_u128(11));
const OTHER: EstateId = EstateId(Uuid::from_u128(12));
const MY_BUILDING: BuildingId = BuildingId(Uuid::from_u128(20));
const HALF_MINE: BuildingId = BuildingId(Uuid::from_u128(21));
const MY_UNIT: UnitId = UnitId(Uuid::from_u128(30));
const AWAY: StaffId = StaffId(Uuid::from_u128(40));
const NOT_MY_UNIT: UnitId = UnitId(Uuid::from_u128(31));

fn code(text: &str) -> CommunityCode {
    text.parse().unwrap()
}

/// Where the office of a role stands: the bodies above the community are of its street and district.
fn home(role: Role) -> CommunityCode {
    code(match role {
        Role::StreetOffice => "140109013",
        Role::DistrictBureau => "140109",
        _ => "140109013001",
    })
}

/// Everybody holds every area, so that the role alone makes the difference.
fn principal(role: Role) -> Principal {
    Principal {
        stewards: vec![OWN],
        deputises: vec![AS_DEPUTY],
        grid: vec![
            GridPart { building: MY_BUILDING, unit: None },
            GridPart { building: HALF_MINE, unit: Some(MY_UNIT) },
        ],
        covers: vec![AWAY],
        on_duty: true,
        ..Principal::plain(role, home(role), Some(ME))
    }
}

fn in_community(community: &str) -> Area {
    let street = community.get(..9).map(code);
    Area { estate: Some(OTHER), ..Area::community(code(community), street) }
}

/// A request that is mine in every way, so that only the community keeps me from it.
fn mine_in(who: &Principal, community: &str) -> Area {
    Area {
        estate: Some(OWN),
        building: Some(MY_BUILDING),
        handler: who.party(),
        asked: who.party(),
        filed_by: Some(who.actor()),
        ..in_community(community)
    }
}

fn areas(who: &Principal) -> Vec<(&'static str, Area)> {
    let here = in_community("140109013001");
    let filed = Some(who.actor());
    vec![
        ("an estate I am steward of", Area { estate: Some(OWN), ..here }),
        ("an estate I am deputy of", Area { estate: Some(AS_DEPUTY), ..here }),
        ("another estate", here),
        ("an urgent matter of another estate, while on duty", Area { urgent: true, ..here }),
        ("handed to me", Area { handler: who.party(), ..here }),
        ("asked of me", Area { asked: who.party(), ..here }),
        ("filed by me", Area { filed_by: filed, ..here }),
        ("a building of my grid", Area { building: Some(MY_BUILDING), unit: Some(NOT_MY_UNIT), ..here }),
        ("a unit of my grid", Area { building: Some(HALF_MINE), unit: Some(MY_UNIT), ..here }),
        ("a unit beside my grid", Area { building: Some(HALF_MINE), unit: Some(NOT_MY_UNIT), ..here }),
        ("a mediation named to me", Area { mediator: Some(StaffId(ME)), ..here }),
        ("a survey with doors of mine", Area { surveyor: Some(StaffId(ME)), ..here }),
        ("a survey with doors of somebody I stand in for", Area { surveyor: Some(AWAY), ..here }),
        ("a hand-over to me", Area { given_to: Some(StaffId(ME)), ..here }),
        ("a hand-over from me", Area { given_by: Some(StaffId(ME)), ..here }),
        ("an allocation before the officers", Area { is_laid: true, ..here }),
        ("my estate in an allocation before the officers", Area { is_laid: true, estate: Some(OWN), ..here }),
        (
            "an estate that an allocation gives to me",
            Area { is_laid: true, given_to: Some(StaffId(ME)), ..here },
        ),
        ("a task of somebody I stand in for", Area { handler: Some(Party::GridWorker(AWAY)), ..here }),
        ("the whole community", Area { estate: None, ..here }),
        ("mine, in another community of the street", mine_in(who, "140109013002")),
        ("mine, in another street", mine_in(who, "140109014001")),
        ("mine, in another district", mine_in(who, "140107001001")),
    ]
}

const PLAIN: [(Action, &str); 45] = [
    (Action::ReadRequest, "read"),
    (Action::Reveal, "reveal the reporter"),
    (Action::File, "file"),
    (Action::ReadPlaces, "read places"),
    (Action::ChangePlaces, "change places"),
    (Action::ChangeClaims, "change claims"),
    (Action::ChangePeople, "change people"),
    (Action::ChangeAccounts, "change accounts"),
    (Action::ChangeMatters, "change the list of matters"),
    (Action::ReadAudit, "read the access log"),
    (Action::ReadResidents, "read residents"),
    (Action::ChangeResidents, "change residents"),
    (Action::RevealResident, "reveal a resident"),
    (Action::ReadCare(CareTag::LivingAlone), "see who lives alone"),
    (Action::ReadCare(CareTag::LowIncome), "see who has a low income"),
    (Action::Erase, "erase a person"),
    (Action::ExportHouse, "export the house"),
    (Action::ExportResidents, "export residents"),
    (Action::FoundCommunity, "add a community"),
    (Action::KeepDesk, "keep the own work"),
    (Action::PlanSurvey, "plan a survey"),
    (Action::ReadSurvey, "read a survey"),
    (Action::AnswerDoor, "answer at doors"),
    (Action::Mediate, "mediate"),
    (Action::KeepIssues, "keep common issues"),
    (Action::CompareIssues, "compare common issues"),
    (Action::ReadHandOver, "read a hand-over"),
    (Action::AnswerHandOver, "answer a hand-over"),
    (Action::ReadAllocation, "read an allocation"),
    (Action::Object, "object"),
    (Action::ReadObjection, "read an objection"),
    (Action::ReadProject, "read a project"),
    (Action::ReadPlan, "see what is planned"),
    (Action::KeepProject, "keep a project"),
    (Action::ApproveProject, "approve a project"),
    (Action::TellOfProject, "tell of a project"),
    (Action::ReadReport, "read reports"),
    (Action::ReadBurden, "read the burden ledger"),
    (Action::ReadNumbers, "read numbers"),
    (Action::ChangeRates, "say how rates are counted"),
    (Action::CommentLoad, "comment on the own figures"),
    (Action::ReadCall, "read a call"),
    (Action::KeepCall, "keep a call"),
    (Action::AnswerCall, "answer a call"),
    (Action::ChangeDutyList, "change the duty list"),
];

fn actions() -> Vec<Action> {
    let verbs = LIFE.iter().map(|step| Action::Do(step.verb));
    PLAIN.iter().map(|(action, _)| *action).chain(verbs).collect()
}

/// What may be done, in words; verbs that are all allowed but a few are told by the few.
fn allowed(who: &Principal, area: &Area) -> String {
    let is_allowed = |action| permit(who, action, area) == Verdict::Allowed;
    let plain = PLAIN.iter().filter(|(action, _)| is_allowed(*action)).map(|(_, name)| (*name).to_owned());
    let (may, may_not): (Vec<_>, Vec<_>) = LIFE.iter().partition(|step| is_allowed(Action::Do(step.verb)));
    let names = |steps: &[&guanjia_domain::request::Step]| {
        steps.iter().map(|step| step.verb.name()).collect::<Vec<_>>().join(" ")
    };
    let verbs = match (may.len(), may_not.len()) {
        (0, _) => None,
        (_, 0) => Some("do everything".to_owned()),
        (_, 1..=3) => Some(format!("do everything but: {}", names(&may_not))),
        _ => Some(format!("do: {}", names(&may))),
    };
    let all: Vec<_> = plain.chain(verbs).collect();
    if all.is_empty() { "nothing".to_owned() } else { all.join(", ") }
}

/// How a refusal looks there.
fn refusal(who: &Principal, area: &Area) -> &'static str {
    // A mediation is hidden from everybody else: `a_mediation_is_there_for_nobody_else` looks at it.
    let told = actions().into_iter().filter(|action| *action != Action::Mediate);
    let verdicts: Vec<_> = told.map(|action| permit(who, action, area)).collect();
    match (verdicts.contains(&Verdict::Forbidden), verdicts.contains(&Verdict::Hidden)) {
        (true, false) => "else forbidden",
        (false, true) => "else hidden",
        (false, false) => "nothing refused",
        (true, true) => "MIXED",
    }
}

#[test]
fn the_whole_table() {
    let mut table = String::new();
    for role in Role::ALL {
        let who = principal(role);
        writeln!(table, "{}", role.name()).unwrap();
        let mut lines: Vec<(String, Vec<&str>)> = Vec::new();
        for (name, area) in areas(&who) {
            let line = format!("{} ({})", allowed(&who, &area), refusal(&who, &area));
            match lines.iter_mut().find(|(known, _)| *known == line) {
                Some((_, names)) => names.push(name),
                None => lines.push((line, vec![name])),
            }
        }
        for (line, names) in lines {
            writeln!(table, "  {}:\n      {line}", names.join("; ")).unwrap();
        }
    }
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("permissions", table);
    });
}

/// Every role, in every area: the steward of the estate and the named mediator find the file, nobody else learns that
/// there is one. Deputies, administrators, offices above and the auditor are among the others.
#[test]
fn a_mediation_is_there_for_nobody_else() {
    for role in Role::ALL {
        let who = principal(role);
        for (name, area) in areas(&who) {
            let officer = matches!(role, Role::Officer | Role::Secretary);
            let here = who.home == area.community;
            let named = area.mediator.is_some() && (officer || role == Role::GridWorker);
            let expected = role == Role::System || here && (named || officer && area.estate == Some(OWN));
            let verdict = if expected { Verdict::Allowed } else { Verdict::Hidden };
            assert_eq!(permit(&who, Action::Mediate, &area), verdict, "{} in {name}", role.name());
        }
    }
    let secretary = Principal { stewards: Vec::new(), ..principal(Role::Secretary) };
    let area = Area { estate: Some(OWN), ..in_community("140109013001") };
    assert_eq!(
        permit(&secretary, Action::Mediate, &area),
        Verdict::Hidden,
        "the secretary reads none of others"
    );
}

fn any_code() -> impl Strategy<Value = CommunityCode> {
    select(vec![
        "140109013001",
        "140109013002",
        "140109014001",
        "140109013",
        "140109",
        "140107",
        "L001",
        "L002",
    ])
    .prop_map(code)
}

fn any_id() -> impl Strategy<Value = Uuid> {
    (1u128..4).prop_map(Uuid::from_u128)
}

fn any_party() -> impl Strategy<Value = Party> {
    any_id().prop_flat_map(|id| {
        select(vec![
            Party::Steward,
            Party::GridWorker(StaffId(id)),
            Party::Organisation(OrganisationId(id)),
            Party::StreetOffice,
            Party::DistrictBureau(OrganisationId(id)),
        ])
    })
}

fn any_actor() -> impl Strategy<Value = Actor> {
    (select(&Role::ALL[..]), prop::option::of(any_id())).prop_map(|(role, id)| Actor { role, id })
}

fn any_part() -> impl Strategy<Value = GridPart> {
    (any_id(), prop::option::of(any_id()))
        .prop_map(|(building, unit)| GridPart { building: BuildingId(building), unit: unit.map(UnitId) })
}

prop_compose! {
    fn any_principal()(
        actor in any_actor(),
        home in any_code(),
        stewards in prop::collection::vec(any_id().prop_map(EstateId), 0..3),
        deputises in prop::collection::vec(any_id().prop_map(EstateId), 0..3),
        grid in prop::collection::vec(any_part(), 0..3),
        covers in prop::collection::vec(any_id().prop_map(StaffId), 0..2),
        on_duty in any::<bool>(),
    ) -> Principal {
        Principal { stewards, deputises, grid, on_duty, covers, ..Principal::plain(actor.role, home, actor.id) }
    }
}

prop_compose! {
    fn any_area()(
        community in any_code(),
        street in prop::option::of(any_code()),
        estate in prop::option::of(any_id().prop_map(EstateId)),
        part in prop::option::of(any_part()),
        handler in prop::option::of(any_party()),
        asked in prop::option::of(any_party()),
        filed_by in prop::option::of(any_actor()),
        urgent in any::<bool>(),
        surveyor in prop::option::of(any_id().prop_map(StaffId)),
        mediator in prop::option::of(any_id().prop_map(StaffId)),
        given_by in prop::option::of(any_id().prop_map(StaffId)),
        given_to in prop::option::of(any_id().prop_map(StaffId)),
    ) -> Area {
        let (building, unit) = part.map_or((None, None), |part| (Some(part.building), part.unit));
        let handed = Area { given_by, given_to, mediator, surveyor, ..Area::community(community, street) };
        Area { estate, building, unit, handler, asked, filed_by, urgent, ..handed }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn the_laws_of_permission(who in any_principal(), area in any_area(), action in select(actions())) {
        let verdict = permit(&who, action, &area);
        let allowed = verdict == Verdict::Allowed;
        let above = matches!(who.role, Role::StreetOffice | Role::DistrictBureau);
        let administrator =
            matches!(who.role, Role::SystemAdministrator | Role::SecurityAdministrator | Role::Auditor);
        let of_requests = matches!(action, Action::ReadRequest | Action::Reveal | Action::Do(_));
        if who.role == Role::System {
            prop_assert!(allowed);
            return Ok(());
        }
        let below = who.home.is_above(&area.community) || area.street == Some(who.home);
        let founds = who.role == Role::SystemAdministrator && action == Action::FoundCommunity;
        let under_me = (above || founds) && below;
        if who.home != area.community && !under_me {
            prop_assert_eq!(verdict, Verdict::Hidden, "another community does not exist");
        }
        prop_assert!(!(administrator && of_requests && allowed), "administrators see no request");
        prop_assert!(!(who.role == Role::Resident && action == Action::Reveal && allowed));
        prop_assert!(action != Action::ReadAudit || !allowed || who.role == Role::Auditor);
        prop_assert!(action != Action::ChangeAccounts || !allowed || who.role == Role::SecurityAdministrator);
        prop_assert!(action != Action::FoundCommunity || allowed == (founds && below), "added from above");
        if of_requests && allowed {
            prop_assert_eq!(permit(&who, Action::ReadRequest, &area), Verdict::Allowed, "who acts can read");
        }
        let outside = above || matches!(who.role, Role::Organisation | Role::Resident);
        prop_assert!(!(outside && verdict == Verdict::Forbidden), "outside bodies are told nothing");
    }

    #[test]
    fn nobody_but_the_program_passes_everything(who in any_principal(), area in any_area()) {
        let all = actions().into_iter().all(|action| permit(&who, action, &area) == Verdict::Allowed);
        prop_assert_eq!(all, who.role == Role::System);
    }
}
