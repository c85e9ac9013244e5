//! Why a command is refused: one table of codes, each translated (`locales/*/refusals.ftl`).

use crate::calendar::CalendarError;
use crate::call;
use crate::ids::{EstateId, GridId, HandOverId, IssueId, RequestId, StaffId};
use crate::limit::{DutyDaysError, HoursError, Limit, LimitError, Measure};
use crate::moment::Moment;
use crate::party::Party;
use crate::people::Post;
use crate::project::Stage;
use crate::request::{State, Verb};
use jiff::civil::Date;

/// What kind of answer a refusal is, so that every rim (page, API, command line) answers alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalKind {
    /// What was typed is wrong: name the field and the cure (HTTP 422).
    Input,
    /// Somebody else was faster, or the page is stale: show the present state (HTTP 409).
    Conflict,
    /// Not yours to do (HTTP 403).
    Forbidden,
    /// No such thing for you (HTTP 404).
    NotFound,
}

/// Why a command is refused. Nothing was changed.
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum Refusal {
    /// There is no such thing, or not for you: the two are never told apart.
    NotFound,
    /// Your role or area does not allow it.
    Forbidden,
    /// A needed text is missing.
    TextMissing { field: &'static str },
    /// A text is too long.
    TextTooLong { field: &'static str, length: usize, most: usize },
    /// A value of a field is not one that can be chosen.
    NotAChoice { field: &'static str, value: String },
    /// A building, unit or room does not belong to the place above it.
    PlaceMismatch { field: &'static str },
    /// The phone number cannot be one.
    BadPhone { field: &'static str },
    /// More photos than a request may have.
    TooManyPhotos { most: u32 },
    /// The step does not lead from the present state.
    NotFromHere { verb: Verb, state: State },
    /// Somebody changed it meanwhile.
    Stale { expected: u64, present: u64, state: State },
    /// The same id was sent before with another content.
    OtherContent { id: RequestId },
    /// A date must lie in the future.
    NotInFuture { field: &'static str, given: Moment },
    /// A date is further away than a year.
    TooFar { field: &'static str, given: Moment },
    /// Nobody was asked, or somebody else.
    NotAsked,
    /// It is already with them.
    AlreadyThere { party: Party },
    /// Only parties above the community are called for help; others get it dispatched, and the reverse.
    WrongLevel { party: Party },
    /// A request cannot become part of itself, or of one that has ended or lies in another estate.
    CannotMerge { into: RequestId },
    /// A claim begins at that moment already.
    ClaimExists { estate: EstateId, starts_at: Moment },
    /// The first claim of an estate cannot be taken away: the estate would have no steward.
    FirstClaim { estate: EstateId },
    /// A claim that has begun is history.
    ClaimBegun { estate: EstateId, starts_at: Moment },
    /// Steward and deputy are the same person.
    DeputyIsSteward,
    /// Claims are for officers and the secretary, who have not left.
    NotAnOfficer { staff: StaffId },
    /// Somebody still holds or will hold these estates: hand them over first.
    StillAccountable { staff: StaffId, estates: Vec<EstateId> },
    /// Somebody still works or will work in these grids: hand them over first.
    StillInGrids { staff: StaffId, grids: Vec<GridId> },
    /// A change of grids would put a place into two of them, from a moment.
    InTwoGrids { place: String, grids: String, at: Moment },
    /// An estate would lose its last building while requests are open there.
    EstateHasRequests { estate: String, open: u64 },
    /// Nothing was chosen that could be handed over.
    NothingToHandOver,
    /// A part of it is in another hand-over already.
    HandOverWaits { id: HandOverId },
    /// It was answered, or taken back.
    HandOverAnswered,
    /// What was handed over is with somebody else by now.
    HandOverStale,
    /// The draft of the grids has changed, or the house has since it was made.
    DesignStale,
    /// The draft of the grids was approved or given up.
    DesignEnded,
    /// The successor is away in that time.
    SuccessorAway { staff: StaffId },
    /// The successor's post does not go with what is handed over.
    WrongPost { staff: StaffId },
    /// These estates have no deputy who could stand in.
    NoDeputy { estates: Vec<EstateId> },
    /// The community would have no secretary.
    LastSecretary,
    /// The community would have no administrator of this kind who can sign in.
    LastAdministrator { post: Post },
    /// Administrators do this to each other, never to themselves.
    OwnAccount,
    /// A name is taken.
    NameTaken { field: &'static str, name: String },
    /// Sign-in name or password is wrong, or the account is closed: never said which.
    SignInFailed,
    /// Too many tries; wait.
    TooManyTries { seconds: u64 },
    /// A password is too short or too common.
    WeakPassword { least: usize },
    /// A class has as many matters in use as one screen shows.
    ClassFull { most: usize },
    /// The matter that fits everything stays.
    MatterNeeded,
    /// The present password is wrong.
    PasswordWrong { field: &'static str },
    /// A code of the second factor is wrong, or its time has passed.
    CodeWrong,
    /// A code of the second factor was used before: each works once.
    CodeUsed,
    /// The role must have a second factor, so it cannot be given up.
    FactorIsDuty,
    /// A link has been used or has ended.
    LinkEnded,
    /// The private link of a unit to a call for help has ended, or never was one.
    CallLinkEnded,
    /// Somebody else changed the card, or answered, meanwhile.
    CardChanged,
    /// A field rests on consent that nobody has given.
    ConsentNeeded { field: &'static str },
    /// For a child under 14 a parent or other guardian agrees, who has a card too.
    GuardianNeeded,
    /// A round, a mediation or a leaflet has ended: nothing is added to it any more.
    WorkEnded,
    /// An allocation was approved or dropped, or does not lie before the officers.
    AllocationEnded,
    /// An allocation was drafted anew meanwhile.
    AllocationChanged,
    /// The house is not as the draft found it any more.
    AllocationStale,
    /// The rules leave no plan, so there is nothing to lay before anybody.
    NoPlan,
    /// An objection has an answer.
    ObjectionAnswered,
    /// A piece of work serves a door that the project does not hold, or that has no such need.
    OutsideScope { door: String },
    /// A quantity of nothing.
    QuantityZero,
    /// Nobody has said whose it is.
    OwnerMissing,
    /// The residents are not asked any more: the last day was, or the design is on its way.
    ConsultationOver { until: Date },
    /// So many objections wait for an answer.
    ObjectionsOpen { n: usize },
    /// The residents' council has not agreed.
    CouncilMissing,
    /// This office may not approve it.
    WrongApprover,
    /// So many pieces are neither done nor given up.
    PiecesOpen { n: usize },
    /// A project is closed after it was accepted.
    NotAccepted,
    /// The step does not lead from the project's stage.
    NotAtThisStage { stage: Stage },
    /// Somebody else changed the project meanwhile.
    ProjectChanged,
    /// The matter is not on the community's duty list, so nobody may hand it to the community.
    NotOnDutyList,
    /// The community only assists with it, so nobody may make it lead.
    OnlyAssists { title: String, basis: String },
    /// A call would come back to where it began: the names of the units on the way; the community's own by kind.
    CyclicCall { way: Vec<String> },
    /// This unit cannot be called from here; the community's own by kind.
    WrongUnit { unit: String },
    /// Who declines names the rule.
    RuleMissing,
    /// Minutes of a visit that is still ahead.
    VisitAhead { day: Date },
    /// The step does not lead from the stage of the call.
    NotAtThisCallStage { stage: call::Stage },
    /// Somebody else changed the call meanwhile.
    CallChanged,
    /// Somebody changed the common issue meanwhile.
    IssueChanged,
    /// The common issue was dismissed, or is part of another.
    IssueEnded,
    /// The request belongs to another common issue.
    InAnotherIssue { issue: IssueId },
    /// A common issue has two requests when it is found, and one when it is confirmed.
    LastMember,
    /// A community keeps no more saved views.
    TooManyViews { most: usize },
    /// A query would have to look through more requests than this to be answered.
    QueryTooWide { most: usize },
    /// A saved view names something that is not there any more.
    ViewOutdated,
    /// A survey or a project would be over no doors.
    NoDoors,
    /// A survey would be over more doors than one can have.
    TooManyDoors { doors: usize, most: usize },
    /// The room does not exist, or the survey does not ask there.
    DoorNotInSurvey,
    /// A door of a survey is nobody's, or two people's.
    NotSharedOut,
    /// A survey takes answers only once it has begun.
    NotBegun,
    /// It has begun already.
    AlreadyBegun,
    /// A survey is over.
    SurveyEnded,
    /// A note or photo of a household that has not agreed.
    KeptWithoutConsent { field: &'static str },
    /// An answer of that id is known, and says something else.
    OtherAnswer,
    /// A text is no limit.
    BadLimit(LimitError),
    /// A limit is longer than a year.
    LimitTooLong { most: Limit },
    /// Everything needs a limit for being done.
    LimitNeeded,
    /// Somebody changed limits or calendar meanwhile.
    RulesChanged,
    /// A text is no working hours.
    Hours(HoursError),
    /// A text is no notice of a year.
    Notice(CalendarError),
    /// A text names no days of duty.
    DutyDays(DutyDaysError),
    /// A year, or a week of duty, without a single working minute.
    NoWorkingTime { field: &'static str, what: String },
    /// A measure has no limit on this request, or was met.
    NotMeasured { measure: Measure },
    /// What was sent as a file cannot be used.
    BadFile { code: &'static str },
}

impl Refusal {
    /// The stable code: translation key, and `code` of problem documents.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Forbidden => "forbidden",
            Self::TextMissing { .. } => "text-missing",
            Self::TextTooLong { .. } => "text-too-long",
            Self::NotAChoice { .. } => "not-a-choice",
            Self::PlaceMismatch { .. } => "place-mismatch",
            Self::BadPhone { .. } => "bad-phone",
            Self::TooManyPhotos { .. } => "too-many-photos",
            Self::NotFromHere { .. } => "not-from-here",
            Self::Stale { .. } => "stale",
            Self::OtherContent { .. } => "other-content",
            Self::NotInFuture { .. } => "not-in-future",
            Self::TooFar { .. } => "too-far",
            Self::NotAsked => "not-asked",
            Self::AlreadyThere { .. } => "already-there",
            Self::WrongLevel { .. } => "wrong-level",
            Self::CannotMerge { .. } => "cannot-merge",
            Self::ClaimExists { .. } => "claim-exists",
            Self::FirstClaim { .. } => "first-claim",
            Self::ClaimBegun { .. } => "claim-begun",
            Self::DeputyIsSteward => "deputy-is-steward",
            Self::NotAnOfficer { .. } => "not-an-officer",
            Self::StillAccountable { .. } => "still-accountable",
            Self::StillInGrids { .. } => "still-in-grids",
            Self::InTwoGrids { .. } => "in-two-grids",
            Self::EstateHasRequests { .. } => "estate-has-requests",
            Self::NothingToHandOver => "nothing-to-hand-over",
            Self::HandOverWaits { .. } => "hand-over-waits",
            Self::HandOverAnswered => "hand-over-answered",
            Self::HandOverStale => "hand-over-stale",
            Self::DesignStale => "design-stale",
            Self::DesignEnded => "design-ended",
            Self::SuccessorAway { .. } => "successor-away",
            Self::WrongPost { .. } => "wrong-post",
            Self::NoDeputy { .. } => "no-deputy",
            Self::LastSecretary => "last-secretary",
            Self::LastAdministrator { .. } => "last-administrator",
            Self::OwnAccount => "own-account",
            Self::NameTaken { .. } => "name-taken",
            Self::SignInFailed => "sign-in-failed",
            Self::TooManyTries { .. } => "too-many-tries",
            Self::WeakPassword { .. } => "weak-password",
            Self::ClassFull { .. } => "class-full",
            Self::MatterNeeded => "matter-needed",
            Self::PasswordWrong { .. } => "password-wrong",
            Self::CodeWrong => "code-wrong",
            Self::CodeUsed => "code-used",
            Self::FactorIsDuty => "factor-is-duty",
            Self::LinkEnded => "link-ended",
            Self::CallLinkEnded => "call-link-ended",
            Self::CardChanged => "card-changed",
            Self::ConsentNeeded { .. } => "consent-needed",
            Self::GuardianNeeded => "guardian-needed",
            Self::WorkEnded => "work-ended",
            Self::AllocationEnded => "allocation-ended",
            Self::AllocationChanged => "allocation-changed",
            Self::AllocationStale => "allocation-stale",
            Self::NoPlan => "no-plan",
            Self::ObjectionAnswered => "objection-answered",
            Self::NoDoors => "no-doors",
            Self::OutsideScope { .. } => "outside-scope",
            Self::QuantityZero => "quantity-zero",
            Self::OwnerMissing => "owner-missing",
            Self::ConsultationOver { .. } => "consultation-over",
            Self::ObjectionsOpen { .. } => "objections-open",
            Self::CouncilMissing => "council-missing",
            Self::WrongApprover => "wrong-approver",
            Self::PiecesOpen { .. } => "pieces-open",
            Self::NotAccepted => "not-accepted",
            Self::NotAtThisStage { .. } => "not-at-this-stage",
            Self::ProjectChanged => "project-changed",
            Self::NotOnDutyList => "not-on-duty-list",
            Self::OnlyAssists { .. } => "only-assists",
            Self::CyclicCall { .. } => "cyclic-call",
            Self::WrongUnit { .. } => "wrong-unit",
            Self::RuleMissing => "rule-missing",
            Self::VisitAhead { .. } => "visit-ahead",
            Self::NotAtThisCallStage { .. } => "not-at-this-call-stage",
            Self::CallChanged => "call-changed",
            Self::IssueChanged => "issue-changed",
            Self::IssueEnded => "issue-ended",
            Self::InAnotherIssue { .. } => "in-another-issue",
            Self::LastMember => "last-member",
            Self::TooManyViews { .. } => "too-many-views",
            Self::QueryTooWide { .. } => "query-too-wide",
            Self::ViewOutdated => "view-outdated",
            Self::TooManyDoors { .. } => "too-many-doors",
            Self::DoorNotInSurvey => "door-not-in-survey",
            Self::NotSharedOut => "not-shared-out",
            Self::NotBegun => "not-begun",
            Self::AlreadyBegun => "already-begun",
            Self::SurveyEnded => "survey-ended",
            Self::KeptWithoutConsent { .. } => "kept-without-consent",
            Self::OtherAnswer => "other-answer",
            Self::BadLimit(_) => "bad-limit",
            Self::LimitTooLong { .. } => "limit-too-long",
            Self::LimitNeeded => "limit-needed",
            Self::RulesChanged => "rules-changed",
            Self::Hours(_) => "bad-hours",
            Self::Notice(_) => "bad-notice",
            Self::DutyDays(_) => "bad-duty-days",
            Self::NoWorkingTime { .. } => "no-working-time",
            Self::NotMeasured { .. } => "not-measured",
            Self::BadFile { .. } => "bad-file",
        }
    }

    /// The field it is about, where it is about one.
    #[must_use]
    pub const fn field(&self) -> Option<&'static str> {
        match self {
            Self::TextMissing { field }
            | Self::TextTooLong { field, .. }
            | Self::NotAChoice { field, .. }
            | Self::PlaceMismatch { field }
            | Self::BadPhone { field }
            | Self::NotInFuture { field, .. }
            | Self::TooFar { field, .. }
            | Self::ConsentNeeded { field }
            | Self::KeptWithoutConsent { field }
            | Self::PasswordWrong { field }
            | Self::NameTaken { field, .. } => Some(field),
            Self::NoWorkingTime { field, .. } => Some(field),
            Self::BadLimit(_) | Self::LimitTooLong { .. } | Self::LimitNeeded => Some("limit"),
            Self::Hours(_) => Some("hours"),
            Self::Notice(_) => Some("notice"),
            Self::DutyDays(_) => Some("duty_days"),
            Self::NotMeasured { .. } => Some("measure"),
            Self::GuardianNeeded => Some("guardian"),
            Self::InAnotherIssue { .. } | Self::LastMember => Some("request"),
            Self::TooManyPhotos { .. } | Self::BadFile { .. } => Some("photos"),
            Self::AlreadyThere { .. } | Self::WrongLevel { .. } => Some("to"),
            Self::CannotMerge { .. } => Some("into"),
            Self::DeputyIsSteward => Some("deputy"),
            Self::NotAnOfficer { .. } => Some("steward"),
            Self::NothingToHandOver => Some("part"),
            Self::SuccessorAway { .. } | Self::WrongPost { .. } | Self::NoDeputy { .. } => Some("to"),
            Self::EstateHasRequests { .. } => Some("building"),
            Self::ClaimExists { .. } => Some("starts_at"),
            Self::WeakPassword { .. } => Some("password"),
            Self::CodeWrong | Self::CodeUsed => Some("code"),
            Self::ClassFull { .. } => Some("class"),
            Self::OutsideScope { .. } => Some("door"),
            Self::QuantityZero => Some("quantity"),
            Self::OwnerMissing => Some("owner"),
            Self::WrongApprover | Self::CyclicCall { .. } | Self::WrongUnit { .. } => Some("to"),
            Self::NotOnDutyList | Self::OnlyAssists { .. } => Some("duty"),
            Self::RuleMissing => Some("rule"),
            Self::MatterNeeded => Some("retired"),
            Self::NoDoors | Self::TooManyDoors { .. } => Some("scope"),
            Self::DoorNotInSurvey => Some("door"),
            Self::NotSharedOut => Some("worker"),
            _ => None,
        }
    }

    /// What kind of answer it is.
    #[must_use]
    pub const fn kind(&self) -> RefusalKind {
        match self {
            Self::NotFound | Self::LinkEnded | Self::CallLinkEnded => RefusalKind::NotFound,
            Self::Forbidden => RefusalKind::Forbidden,
            Self::NotFromHere { .. }
            | Self::Stale { .. }
            | Self::OtherContent { .. }
            | Self::NotAsked
            | Self::CardChanged
            | Self::ClaimExists { .. }
            | Self::ClaimBegun { .. }
            | Self::WorkEnded
            | Self::AllocationEnded
            | Self::AllocationChanged
            | Self::AllocationStale
            | Self::ObjectionAnswered
            | Self::HandOverWaits { .. }
            | Self::HandOverAnswered
            | Self::HandOverStale
            | Self::DesignStale
            | Self::DesignEnded
            | Self::IssueChanged
            | Self::IssueEnded
            | Self::NotBegun
            | Self::AlreadyBegun
            | Self::SurveyEnded
            | Self::OtherAnswer
            | Self::ConsultationOver { .. }
            | Self::NotAccepted
            | Self::ViewOutdated
            | Self::NotAtThisStage { .. }
            | Self::RulesChanged
            | Self::NotMeasured { .. }
            | Self::ProjectChanged
            | Self::NotAtThisCallStage { .. }
            | Self::CallChanged => RefusalKind::Conflict,
            _ => RefusalKind::Input,
        }
    }
}
