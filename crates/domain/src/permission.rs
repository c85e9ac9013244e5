//! The one permission function: role × area × action.
//!
//! Nothing else in the product grants anything. The pages ask it which buttons to show, the use cases ask it before
//! they decide, and a test writes the whole table down.

use crate::card::{CareTag, TagAudience};
use crate::community::CommunityCode;
use crate::ids::{BuildingId, EstateId, StaffId, UnitId};
use crate::party::{Actor, Party, Role};
use crate::place::GridPart;
use crate::request::{Verb, party_of};
use uuid::Uuid;

/// Who asks, with the areas held at this moment. Read anew for every call, so that a claim that changes hands or a
/// person who leaves takes effect at once.
#[derive(Clone, Debug)]
pub struct Principal {
    /// The role.
    pub role: Role,
    /// The office it belongs to: a community, a street or a district.
    pub home: CommunityCode,
    /// The staff member or organisation.
    pub id: Option<Uuid>,
    /// Estates of which they are the steward.
    pub stewards: Vec<EstateId>,
    /// Estates of which they are the deputy.
    pub deputises: Vec<EstateId>,
    /// The parts of the own grids.
    pub grid: Vec<GridPart>,
    /// Grid workers whose tasks they do: who is away, and who left their work to them.
    pub covers: Vec<StaffId>,
    /// Whether they are on duty now.
    pub on_duty: bool,
}

impl Principal {
    /// Somebody without any area: residents by link, administrators, the program.
    #[must_use]
    pub const fn plain(role: Role, home: CommunityCode, id: Option<Uuid>) -> Self {
        Self {
            role,
            home,
            id,
            stewards: Vec::new(),
            deputises: Vec::new(),
            grid: Vec::new(),
            covers: Vec::new(),
            on_duty: false,
        }
    }

    /// As the ledger names them.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        Actor { role: self.role, id: self.id }
    }

    /// The party they speak for.
    #[must_use]
    pub fn party(&self) -> Option<Party> {
        party_of(self.role, self.id)
    }

    /// The parties whose tasks they do: their own first, then those they cover.
    pub fn parties(&self) -> impl Iterator<Item = Party> {
        let covered = self.covers.iter().filter(|_| self.role == Role::GridWorker);
        self.party().into_iter().chain(covered.map(|staff| Party::GridWorker(*staff)))
    }

    /// As which of these parties a request was asked of them, or else is with them; themselves for any other.
    #[must_use]
    pub fn party_in(&self, handler: Party, asked: Option<Party>) -> Option<Party> {
        let with = |party: &Party| asked.map_or(handler == *party, |asked| asked == *party);
        self.parties().find(with).or_else(|| self.party())
    }
}

/// What somebody wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    /// Read a request with its texts and photos, the reporter masked.
    ReadRequest,
    /// Read the reporter's name and phone in clear, with a reason.
    Reveal,
    /// File a request.
    File,
    /// Do this with a request.
    Do(Verb),
    /// Read estates, buildings, grids and who looks after them.
    ReadPlaces,
    /// Change estates, buildings and grids; import spreadsheets.
    ChangePlaces,
    /// Decide who looks after which estate.
    ChangeClaims,
    /// Appoint and dismiss staff, add organisations.
    ChangePeople,
    /// Lock and unlock accounts, give links, see and end sessions, say who needs a second factor.
    ChangeAccounts,
    /// Change the list of matters and its texts.
    ChangeMatters,
    /// Read the access log.
    ReadAudit,
    /// Read residents' cards, masked.
    ReadResidents,
    /// Write a resident's card, take consent down.
    ChangeResidents,
    /// Read a field of a card in clear, with a reason.
    RevealResident,
    /// See that somebody asked for this care.
    ReadCare(CareTag),
    /// Erase a person's data, and answer what people ask about their own.
    Erase,
    /// Take the lists of places, staff and organisations out of the house, as they are.
    ExportHouse,
    /// Take the list of residents out of the house, in clear, with a reason.
    ExportResidents,
    /// Add a community below the own office, with its first administrator.
    FoundCommunity,
    /// Keep what belongs to the work on an estate: checklist, groups, rounds, notices.
    KeepDesk,
    /// Plan a door survey, share it out, begin and end it.
    PlanSurvey,
    /// Read what a door survey tells.
    ReadSurvey,
    /// Answer at the doors of a survey.
    AnswerDoor,
    /// Read and write the file of a mediation.
    Mediate,
    /// See common issues with the texts behind them, and decide on them.
    KeepIssues,
    /// See which kinds of common issues stand in which estates, in numbers.
    CompareIssues,
    /// Read the list of a hand-over.
    ReadHandOver,
    /// Take a hand-over on, or give it back.
    AnswerHandOver,
    /// Read an allocation.
    ReadAllocation,
    /// Object to what an allocation does with an estate.
    Object,
    /// Read an objection and its answer.
    ReadObjection,
    /// Read a project with objections and words.
    ReadProject,
    /// See what is planned and done, without anybody's words.
    ReadPlan,
    /// Plan a project and carry it through.
    KeepProject,
    /// Approve a project, or give it back.
    ApproveProject,
    /// Write down that somebody was told how a project ended.
    TellOfProject,
    /// Read figures, registers and answers to queries, each with its requests.
    ReadReport,
    /// Read what the work asks of each role.
    ReadBurden,
    /// See the numbers of an estate, or of the whole community.
    ReadNumbers,
    /// Say how rates are counted.
    ChangeRates,
    /// Say something on the own figures.
    CommentLoad,
    /// Read a call for help with its file.
    ReadCall,
    /// Call for help, and end or take back the call.
    KeepCall,
    /// Accept, decline, plan and answer a call for help.
    AnswerCall,
    /// Change the community's duty list.
    ChangeDutyList,
}

/// What it is about: the place, and for a request also who has it.
#[derive(Clone, Copy, Debug)]
pub struct Area {
    /// The community.
    pub community: CommunityCode,
    /// The street office above it.
    pub street: Option<CommunityCode>,
    /// The estate; `None` is the whole community.
    pub estate: Option<EstateId>,
    /// The building.
    pub building: Option<BuildingId>,
    /// The unit.
    pub unit: Option<UnitId>,
    /// Who works on it.
    pub handler: Option<Party>,
    /// Who was asked.
    pub asked: Option<Party>,
    /// Who filed it.
    pub filed_by: Option<Actor>,
    /// Whether it is about danger to life, gas, fire or a trapped lift.
    pub urgent: bool,
    /// Who mediates.
    pub mediator: Option<StaffId>,
    /// Of a door survey, that grid worker who asks to whom doors were shared out.
    pub surveyor: Option<StaffId>,
    /// Of a hand-over, who hands over.
    pub given_by: Option<StaffId>,
    /// Of a hand-over, who is to take it on; of an allocation, to whom the estate is to go.
    pub given_to: Option<StaffId>,
    /// Of an allocation, whether it lies or lay before the officers.
    pub is_laid: bool,
}

impl Area {
    /// The whole community.
    #[must_use]
    pub const fn community(community: CommunityCode, street: Option<CommunityCode>) -> Self {
        Self {
            community,
            street,
            estate: None,
            building: None,
            unit: None,
            handler: None,
            asked: None,
            filed_by: None,
            urgent: false,
            mediator: None,
            surveyor: None,
            given_by: None,
            given_to: None,
            is_laid: false,
        }
    }

    fn is_with(&self, who: &Principal) -> bool {
        who.parties().any(|party| self.handler == Some(party) || self.asked == Some(party))
    }

    /// Whether doors were shared out to them, or to somebody whose tasks they do.
    fn is_surveyed_by(&self, who: &Principal) -> bool {
        self.surveyor.is_some_and(|staff| who.id == Some(staff.0) || who.covers.contains(&staff))
    }

    /// Whether it is a hand-over to them.
    fn is_given_to(&self, who: &Principal) -> bool {
        who.id.is_some() && self.given_to.map(|staff| staff.0) == who.id
    }

    /// Whether it is a hand-over to or from them.
    fn is_handed(&self, who: &Principal) -> bool {
        self.is_given_to(who) || (who.id.is_some() && self.given_by.map(|staff| staff.0) == who.id)
    }
}

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Yes.
    Allowed,
    /// No, and it may be said that the thing exists.
    Forbidden,
    /// No, and it must look as if the thing did not exist.
    Hidden,
}

/// Whether `who` may do `action` in `area`.
#[must_use]
pub fn permit(who: &Principal, action: Action, area: &Area) -> Verdict {
    if who.role == Role::System {
        return Verdict::Allowed;
    }
    if action == Action::Mediate {
        return if mediates(who, area) { Verdict::Allowed } else { Verdict::Hidden };
    }
    let above = who.home.is_above(&area.community) || area.street == Some(who.home);
    let allowed = match who.role {
        Role::StreetOffice if above => higher_office(who, action, area),
        Role::DistrictBureau if above => higher_office(who, action, area) && action != Action::ReadPlaces,
        Role::SystemAdministrator if above && action == Action::FoundCommunity => true,
        _ if who.home != area.community => return Verdict::Hidden,
        Role::Secretary => secretary(who, action, area),
        Role::Officer => officer(who, action, area),
        Role::GridWorker => grid_worker(who, action, area),
        Role::Organisation => organisation(who, action, area),
        Role::Resident => resident(action),
        Role::SystemAdministrator => {
            matches!(
                action,
                Action::ReadPlaces
                    | Action::ChangePlaces
                    | Action::ChangePeople
                    | Action::ChangeMatters
                    | Action::ChangeDutyList
                    | Action::ExportHouse
            )
        }
        Role::SecurityAdministrator => action == Action::ChangeAccounts,
        Role::Auditor => action == Action::ReadAudit,
        Role::StreetOffice | Role::DistrictBureau | Role::System => false,
    };
    match (allowed, who.role) {
        (true, _) => Verdict::Allowed,
        // Outside bodies are not even told what else there is.
        (false, Role::Organisation | Role::StreetOffice | Role::DistrictBureau | Role::Resident) => {
            Verdict::Hidden
        }
        (false, _) => Verdict::Forbidden,
    }
}

/// A quarrel is told to the steward of the estate and to whoever mediates; for everybody else, the secretary and the
/// deputies too, there is no such file.
fn mediates(who: &Principal, area: &Area) -> bool {
    let officer = matches!(who.role, Role::Officer | Role::Secretary);
    let steward = officer && area.estate.is_some_and(|estate| who.stewards.contains(&estate));
    let named = area.mediator.is_some_and(|mediator| who.id == Some(mediator.0));
    who.home == area.community && (steward || named && (officer || who.role == Role::GridWorker))
}

/// Everything in the community but accounts and the access log: those have administrators of their own.
fn secretary(who: &Principal, action: Action, area: &Area) -> bool {
    match action {
        Action::ChangeAccounts | Action::ReadAudit | Action::FoundCommunity => false,
        // Nobody answers for another, the secretary neither.
        Action::AnswerHandOver => area.is_given_to(who),
        // Whoever decides does not object: the draft is theirs to change.
        Action::Object => false,
        // Whoever plans it does not approve it.
        Action::ApproveProject => false,
        // What was said at a door is written by those who were there.
        Action::AnswerDoor => holds(who, area),
        _ => true,
    }
}

/// Files and looks up places for everybody; acts only in the own estates, and there as the accountable one. Who is on
/// duty can see an urgent matter anywhere in the community, call back, and note what was done; it stays the steward's.
fn officer(who: &Principal, action: Action, area: &Area) -> bool {
    let own = holds(who, area);
    let called = who.on_duty && area.urgent;
    match action {
        Action::File | Action::ReadPlaces | Action::ReadBurden => true,
        Action::ReadReport => own,
        // Whoever took a call down can tell the caller how it stands.
        Action::ReadRequest => own || called || area.filed_by == Some(who.actor()),
        Action::Reveal => own || called,
        Action::ReadResidents | Action::ChangeResidents | Action::RevealResident | Action::ReadCare(_) => own,
        Action::KeepDesk | Action::KeepIssues | Action::ReadSurvey | Action::AnswerDoor => own,
        Action::ReadProject | Action::KeepProject | Action::TellOfProject => own,
        Action::ReadCall | Action::KeepCall | Action::AnswerCall => own,
        Action::PlanSurvey => area.estate.is_some_and(|estate| who.stewards.contains(&estate)),
        Action::ReadNumbers => own,
        Action::CommentLoad => true,
        Action::ReadHandOver => area.is_handed(who),
        Action::AnswerHandOver => area.is_given_to(who),
        Action::ReadAllocation => area.is_laid,
        // Whom it concerns: who has the estate, and who is to have it.
        Action::Object => {
            let steward = area.estate.is_some_and(|estate| who.stewards.contains(&estate));
            area.is_laid && (steward || area.is_given_to(who))
        }
        // A reason may be a private one: it is for the secretary and for nobody else.
        Action::ReadObjection => area.filed_by == Some(who.actor()),
        Action::Do(Verb::Add) => own || called,
        Action::Do(verb) => own && verb != Verb::Erase,
        _ => false,
    }
}

/// Whether somebody is steward or deputy of the estate.
fn holds(who: &Principal, area: &Area) -> bool {
    area.estate.is_some_and(|estate| who.stewards.contains(&estate) || who.deputises.contains(&estate))
}

fn grid_worker(who: &Principal, action: Action, area: &Area) -> bool {
    let with_me = area.is_with(who);
    let mine = with_me || area.filed_by == Some(who.actor()) || in_grid(who, area);
    match action {
        Action::File | Action::ReadPlaces | Action::ReadBurden => true,
        Action::ReadRequest => mine,
        Action::Reveal => with_me,
        Action::ReadResidents | Action::ChangeResidents | Action::RevealResident => in_grid(who, area),
        Action::ReadCare(tag) => tag.audience() == TagAudience::AtTheDoor && in_grid(who, area),
        Action::KeepDesk | Action::ReadProject | Action::TellOfProject => in_grid(who, area),
        Action::AnswerDoor => area.is_surveyed_by(who),
        Action::ReadHandOver => area.is_handed(who),
        Action::AnswerHandOver => area.is_given_to(who),
        Action::Do(Verb::Take | Verb::Return | Verb::Dispose) => with_me,
        Action::Do(Verb::DoneOnSpot | Verb::Add | Verb::Classify | Verb::Join | Verb::Meet) => mine,
        _ => false,
    }
}

/// A request without a building is in nobody's grid: the steward sees it and hands it on. One without a unit is in
/// every grid that holds a part of its building.
fn in_grid(who: &Principal, area: &Area) -> bool {
    area.building.is_some_and(|building| {
        who.grid.iter().any(|part| {
            part.building == building
                && (part.unit.is_none() || area.unit.is_none() || part.unit == area.unit)
        })
    })
}

/// Only what was handed to it.
fn organisation(who: &Principal, action: Action, area: &Area) -> bool {
    let with_me = area.is_with(who);
    match action {
        Action::ReadRequest
        | Action::Do(Verb::Take | Verb::Return | Verb::Dispose | Verb::Add | Verb::Meet) => with_me,
        Action::ReadCall | Action::AnswerCall => with_me,
        _ => false,
    }
}

/// The street office and the bureaus see what they were called to, and the street also who looks after what.
fn higher_office(who: &Principal, action: Action, area: &Area) -> bool {
    let with_me = area.is_with(who);
    match action {
        Action::ReadPlaces => true,
        Action::CompareIssues => who.role == Role::StreetOffice,
        // In sum: an estate's own figures stay in the community.
        Action::ReadNumbers => who.role == Role::StreetOffice && area.estate.is_none(),
        Action::ReadRequest | Action::ReadProject | Action::ApproveProject => with_me,
        // What they hand down is a call of their own.
        Action::ReadCall | Action::KeepCall | Action::AnswerCall => with_me,
        Action::Do(Verb::Take | Verb::Return | Verb::Dispose | Verb::Extend | Verb::Add | Verb::Meet) => {
            with_me
        }
        _ => false,
    }
}

/// A resident's link stands for one request; the caller has checked that it is this one.
const fn resident(action: Action) -> bool {
    matches!(
        action,
        Action::ReadRequest
            | Action::File
            | Action::ReadPlan
            | Action::Do(Verb::Add | Verb::Confirm | Verb::Rate | Verb::Reopen | Verb::Join)
    )
}
