//! The state of everything, folded from events: what the read tables must show.

use crate::allocation::{Allocation, AllocationEvent};
use crate::call::{Call, CallEvent, DutyList};
use crate::card::ConsentTexts;
pub use crate::card::Resident;
use crate::claim::Claims;
use crate::community::CommunityCode;
use crate::duty::Roster;
use crate::event::{Body, Event, HouseEvent, Subject};
use crate::grid::{Drawing, Drawings};
use crate::grid_design::{DesignEvent, GridDesign};
use crate::hand_over::{Answer, HandOver};
use crate::ids::{GridId, StaffId};
use crate::issue::Issue;
use crate::limit::LimitBook;
use crate::matter::MatterList;
use crate::moment::Moment;
use crate::numbers::RateRule;
use crate::office::Office;
use crate::own_work::Work;
use crate::party::Role;
use crate::people::{Comment, Organisation, Staff};
use crate::place::{Building, Estate, GridPart, Move, Standing};
use crate::project::{Project, ProjectEvent};
use crate::request::{Request, RequestEvent};
use crate::rights::RightsCase;
use crate::saved_view::SavedView;
use crate::survey::Survey;
use crate::timetable::Timetable;
use crate::told_sheets::ToldSheets;
use serde::{Deserialize, Serialize};

/// A community or an office above one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Community {
    /// Its short name, such as 晋祠路社区.
    pub name: String,
    /// Its full name from the province down.
    pub full_name: String,
    /// The street office above it.
    pub street: Option<CommunityCode>,
    /// The supervision phone (监督电话) of the service.
    pub supervision: String,
    /// Local emergency phones: what, number.
    pub emergency: Vec<(String, String)>,
    /// Who is on duty when.
    #[serde(default, skip_serializing_if = "Roster::is_empty")]
    pub duty: Roster,
    /// What people have said of the columns of spreadsheets.
    #[serde(default, skip_serializing_if = "ToldSheets::is_empty")]
    pub sheets: ToldSheets,
    /// How its office is reached.
    #[serde(default, skip_serializing_if = "Office::is_unset")]
    pub office: Office,
    /// The roles that must have a second factor.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub two_factor: Vec<Role>,
    /// What requests are about here.
    #[serde(default, skip_serializing_if = "MatterList::is_empty")]
    pub matters: MatterList,
    /// How long what may take.
    #[serde(default, skip_serializing_if = "LimitBook::is_untouched")]
    pub limits: LimitBook,
    /// When it works, and when it is quiet.
    #[serde(default, skip_serializing_if = "Timetable::is_unset")]
    pub timetable: Timetable,
    /// How rates are counted here.
    #[serde(default, skip_serializing_if = "RateRule::is_usual")]
    pub rates: RateRule,
    /// What may be handed to it.
    #[serde(default, skip_serializing_if = "DutyList::is_empty")]
    pub duties: DutyList,
    /// Its own words of what is read out before somebody agrees.
    #[serde(default, skip_serializing_if = "ConsentTexts::is_empty")]
    pub consents: ConsentTexts,
}

/// A grid as it stands at some instant; [`Drawings`] knows every instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// Its id.
    pub id: GridId,
    /// Its name.
    pub name: String,
    /// Its worker; `None` while there is nobody.
    pub worker: Option<StaffId>,
    /// What it covers.
    pub parts: Vec<GridPart>,
}

/// The state of one subject.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each variant wraps the state of what it names")]
#[expect(
    clippy::large_enum_variant,
    reason = "a change holds one of them, and the community is the one of every change"
)]
pub enum Entity {
    Community(Community),
    Estate(Estate, Claims),
    Building(Building),
    Grid(Drawings),
    Staff(Staff),
    Organisation(Organisation),
    Resident(Resident),
    Rights(RightsCase),
    Request(Box<Request>),
    Work(Box<Work>),
    HandOver(HandOver),
    Allocation(Box<Allocation>),
    GridDesign(Box<GridDesign>),
    Project(Box<Project>),
    Call(Box<Call>),
    Issue(Issue),
    Survey(Box<Survey>),
    View(SavedView),
}

/// An event that does not fit what came before it in the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an event does not fit the state of its {0}")]
pub struct Misfit(pub &'static str);

impl Entity {
    /// The state after an event: `before` is `None` for the first event of its subject.
    ///
    /// # Errors
    /// [`Misfit`] when the event cannot follow: only a damaged ledger holds such a one.
    pub fn after(before: Option<Self>, event: &Event) -> Result<Self, Misfit> {
        match before {
            None => Self::first(event),
            Some(mut entity) => {
                entity.apply(event)?;
                Ok(entity)
            }
        }
    }

    fn first(event: &Event) -> Result<Self, Misfit> {
        let misfit = Misfit(event.subject.kind());
        if let Body::Request(RequestEvent::Reported(new)) = &event.body {
            let Subject::Request(id) = event.subject else { return Err(misfit) };
            return Ok(Self::Request(Box::new(Request::reported(id, event.actor, event.at, new))));
        }
        if let (Body::Work(work), Subject::Work(kind, id)) = (&event.body, event.subject) {
            return Work::first(kind, id, work, event).map(|work| Self::Work(Box::new(work))).ok_or(misfit);
        }
        if let (Body::Allocation(AllocationEvent::Drafted(draft)), Subject::Allocation(id)) =
            (&event.body, event.subject)
        {
            return Ok(Self::Allocation(Box::new(Allocation::begun(id, (**draft).clone(), event.at))));
        }
        if let (Body::Project(ProjectEvent::Begun(begun)), Subject::Project(id)) =
            (&event.body, event.subject)
        {
            return Ok(Self::Project(Box::new(Project::begun(id, begun, event))));
        }
        if let (Body::Call(CallEvent::Blown(new)), Subject::Call(id)) = (&event.body, event.subject) {
            return Ok(Self::Call(Box::new(Call::blown(id, new, event))));
        }
        if let (Body::Issue(happened), Subject::Issue(id)) = (&event.body, event.subject) {
            let by_person = event.actor.role != Role::System;
            return Issue::first(id, happened, event.at, by_person).map(Self::Issue).ok_or(misfit);
        }
        if let (Body::Survey(happened), Subject::Survey(id)) = (&event.body, event.subject) {
            return Survey::first(id, happened, event.at).map(|it| Self::Survey(Box::new(it))).ok_or(misfit);
        }
        if let (Body::View(happened), Subject::View(id)) = (&event.body, event.subject) {
            return SavedView::first(id, happened, event).map(Self::View).ok_or(misfit);
        }
        let Body::House(house) = event.body.clone() else { return Err(misfit) };
        Ok(match (event.subject, house) {
            (Subject::Community, HouseEvent::CommunityFounded { name, full_name, street }) => {
                Self::Community(Community { name, full_name, street, ..Community::default() })
            }
            (Subject::Estate(id), HouseEvent::EstateAdded { facts, first }) => {
                Self::Estate(Estate { id, facts }, Claims::first(id, first))
            }
            (Subject::Building(id), HouseEvent::BuildingAdded { estate, name, units, outline }) => {
                Self::Building(Building { id, standing: Standing::new(estate), name, units, outline })
            }
            (Subject::Grid(id), HouseEvent::GridDrawn { name, worker, parts, starts_at }) => {
                let drawing = Drawing { starts_at: starts_at.unwrap_or(event.at), worker, parts };
                Self::Grid(Drawings::new(id, name, vec![drawing]))
            }
            (Subject::HandOver(id), HouseEvent::HandOverAsked(asked)) => {
                Self::HandOver(HandOver::new(id, asked, event.at))
            }
            (Subject::GridDesign(id), HouseEvent::GridDesign(DesignEvent::Designed(it))) => {
                Self::GridDesign(Box::new(GridDesign::new(id, it, event.at)))
            }
            (Subject::Staff(id), HouseEvent::StaffAppointed { post, tier, organisation }) => {
                Self::Staff(Staff { id, post, tier, organisation, left: false, comments: Vec::new() })
            }
            (Subject::Organisation(id), HouseEvent::OrganisationAdded { kind, name, estates }) => {
                Self::Organisation(Organisation { id, kind, name, estates, left: false })
            }
            (Subject::Resident(id), HouseEvent::ResidentRegistered { room, estate }) => {
                Self::Resident(Resident::registered(id, estate, room, event.at))
            }
            (Subject::Rights(id), HouseEvent::RightsAsked { right, due_at }) => {
                Self::Rights(RightsCase { id, right, asked_at: event.at, due_at, answered: None })
            }
            _ => return Err(misfit),
        })
    }

    fn apply(&mut self, event: &Event) -> Result<(), Misfit> {
        match (&mut *self, &event.body) {
            (Self::Request(request), Body::Request(happened)) => {
                request.apply(event.actor, event.at, happened);
            }
            (Self::Work(work), Body::Work(happened)) => {
                return work.apply(happened, event).then_some(()).ok_or(Misfit(event.subject.kind()));
            }
            (Self::Allocation(it), Body::Allocation(happened)) => it.apply(happened, event),
            (Self::Project(project), Body::Project(happened)) => project.apply(happened, event),
            (Self::Call(call), Body::Call(happened)) => call.apply(happened, event),
            (Self::Issue(issue), Body::Issue(happened)) => {
                return issue.apply(happened, event.at).then_some(()).ok_or(Misfit(event.subject.kind()));
            }
            (Self::Survey(survey), Body::Survey(happened)) => {
                return survey.apply(happened, event).then_some(()).ok_or(Misfit(event.subject.kind()));
            }
            (Self::View(view), Body::View(happened)) => {
                return view.apply(happened).then_some(()).ok_or(Misfit(event.subject.kind()));
            }
            (Self::Community(it), Body::House(HouseEvent::DutySet { day, staff })) => {
                it.duty.set(*day, staff.clone(), event.at);
            }
            (Self::Resident(it), Body::House(house)) => {
                return if it.apply(house, event.at) { Ok(()) } else { Err(Misfit(event.subject.kind())) };
            }
            (Self::Rights(it), Body::House(HouseEvent::RightsAnswered { outcome })) => {
                it.answered = Some((event.at, *outcome));
            }
            (entity, Body::House(house)) => {
                return entity.apply_house(house.clone(), event.at, event.subject.kind());
            }
            _ => return Err(Misfit(event.subject.kind())),
        }
        Ok(())
    }

    fn apply_house(&mut self, event: HouseEvent, at: Moment, kind: &'static str) -> Result<(), Misfit> {
        match (self, event) {
            (Self::Community(it), HouseEvent::CommunityFounded { name, full_name, street }) => {
                (it.name, it.full_name, it.street) = (name, full_name, street);
            }
            (Self::Community(it), HouseEvent::CommunityPhonesSet { supervision, emergency }) => {
                (it.supervision, it.emergency) = (supervision, emergency);
            }
            (Self::Community(it), HouseEvent::SheetColumnsTold { source, columns }) => {
                it.sheets.tell(source, columns);
            }
            (Self::Community(it), HouseEvent::OfficeSet { office }) => it.office = office,
            (Self::Community(it), HouseEvent::MatterSet { code, matter }) => it.matters.put(code, matter),
            (Self::Community(it), HouseEvent::LimitsSet { book }) => it.limits = book,
            (Self::Community(it), HouseEvent::TimetableSet { timetable }) => it.timetable = timetable,
            (Self::Community(it), HouseEvent::DutyEntrySet { code, entry }) => it.duties.put(code, entry),
            (Self::Community(it), HouseEvent::TwoFactorDutySet { roles }) => it.two_factor = roles,
            (Self::Community(it), HouseEvent::ConsentTextSet { kind, version, text }) => {
                it.consents.put(kind, version, text, at);
            }
            (Self::Community(it), HouseEvent::RateRuleSet { rule }) => it.rates = rule,
            (Self::Estate(it, _), HouseEvent::EstateChanged { facts }) => it.facts = facts,
            (Self::Estate(_, claims), HouseEvent::Claimed(new)) => claims.put(new.claim),
            (Self::Estate(_, claims), HouseEvent::ClaimWithdrawn { starts_at, .. }) => {
                claims.withdraw(starts_at);
            }
            (Self::Building(it), HouseEvent::BuildingChanged { name, units, outline }) => {
                (it.name, it.units, it.outline) = (name, units, outline);
            }
            (Self::Building(it), HouseEvent::BuildingMoved { estate, starts_at }) => {
                it.standing.put(Move { starts_at, estate });
            }
            (Self::Building(it), HouseEvent::BuildingMoveWithdrawn { starts_at }) => {
                it.standing.withdraw(starts_at);
            }
            (Self::Grid(it), HouseEvent::GridDrawn { name, worker, parts, starts_at }) => {
                it.name = name;
                it.put(Drawing { starts_at: starts_at.unwrap_or(at), worker, parts });
            }
            (Self::Grid(it), HouseEvent::GridDrawingWithdrawn { starts_at }) => it.withdraw(starts_at),
            (Self::GridDesign(it), HouseEvent::GridDesign(event)) => it.apply(event),
            (Self::HandOver(it), event) => {
                let answer = match event {
                    HouseEvent::HandOverAccepted => Answer::Accepted,
                    HouseEvent::HandOverReturned { reason } => Answer::Returned(reason),
                    HouseEvent::HandOverTakenBack => Answer::TakenBack,
                    _ => return Err(Misfit(kind)),
                };
                it.answered(answer, at);
            }
            (Self::Staff(it), HouseEvent::StaffChanged { post, tier, organisation }) => {
                (it.post, it.tier, it.organisation) = (post, tier, organisation);
            }
            (Self::Staff(it), HouseEvent::StaffLeft) => it.left = true,
            (Self::Staff(it), HouseEvent::StaffReturned) => it.left = false,
            (Self::Staff(_), HouseEvent::StaffNamed) => {}
            (Self::Staff(it), HouseEvent::LoadCommented { n }) => {
                it.comments.push(Comment { n, at, erased: false });
            }
            (Self::Staff(it), HouseEvent::LoadCommentErased { n }) => {
                it.comments.iter_mut().filter(|it| it.n == n).for_each(|it| it.erased = true);
            }
            (Self::Organisation(it), HouseEvent::OrganisationChanged { kind, name, estates }) => {
                (it.kind, it.name, it.estates) = (kind, name, estates);
            }
            (Self::Organisation(it), HouseEvent::OrganisationLeft) => it.left = true,
            (Self::Organisation(it), HouseEvent::OrganisationReturned) => it.left = false,
            _ => return Err(Misfit(kind)),
        }
        Ok(())
    }
}
