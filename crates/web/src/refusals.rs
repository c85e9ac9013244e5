//! Every refusal in the reader's words: what is wrong, and the cure.

use crate::pages::call::words::{kind_words, stage_of};
use crate::present::limit_words;
use crate::view::Problem;
use crate::view::time::moment;
use crate::words::{Arg, Language, Words};
use guanjia_domain::Refusal;

/// A refusal as a problem of a form.
#[must_use]
pub fn told(words: &Words, refusal: &Refusal) -> Problem {
    let (message, cure) = keys(refusal);
    let field = refusal.field().unwrap_or_default();
    let n = |value: usize| Arg::from(i64::try_from(value).unwrap_or(i64::MAX));
    let problem = |args: &[(&str, Arg<'_>)]| Problem::new(words, field, message, cure, args);
    match refusal {
        Refusal::TextTooLong { length, most, .. } => problem(&[("length", n(*length)), ("most", n(*most))]),
        Refusal::TooManyPhotos { most } => problem(&[("most", i64::from(*most).into())]),
        Refusal::NotFromHere { state, .. } | Refusal::Stale { state, .. } => {
            let state = words.say(state_key(*state));
            problem(&[("state", state.into())])
        }
        Refusal::NotInFuture { given, .. } | Refusal::TooFar { given, .. } => {
            let given = moment(given.0);
            problem(&[("given", given.as_str().into())])
        }
        Refusal::ClaimExists { starts_at, .. } | Refusal::ClaimBegun { starts_at, .. } => {
            let at = moment(starts_at.0);
            problem(&[("at", at.as_str().into())])
        }
        Refusal::StillAccountable { estates, .. } => problem(&[("n", n(estates.len()))]),
        Refusal::StillInGrids { grids, .. } => problem(&[("n", n(grids.len()))]),
        Refusal::NoDeputy { estates } => problem(&[("n", n(estates.len()))]),
        Refusal::EstateHasRequests { estate, open } => {
            let open = i64::try_from(*open).unwrap_or(i64::MAX);
            problem(&[("estate", estate.as_str().into()), ("n", open.into())])
        }
        Refusal::InTwoGrids { place, grids, at } => {
            let at = moment(at.0);
            let (place, grids) = (place.as_str().into(), grids.as_str().into());
            problem(&[("place", place), ("grids", grids), ("at", at.as_str().into())])
        }
        Refusal::NameTaken { name, .. } => problem(&[("name", name.as_str().into())]),
        Refusal::TooManyTries { seconds } => {
            problem(&[("n", i64::try_from(*seconds).unwrap_or(i64::MAX).into())])
        }
        Refusal::TooManyDoors { doors, most } => problem(&[("n", n(*doors)), ("most", n(*most))]),
        Refusal::TooManyViews { most } | Refusal::QueryTooWide { most } => problem(&[("most", n(*most))]),
        Refusal::ClassFull { most } => problem(&[("most", n(*most))]),
        Refusal::WeakPassword { least } => problem(&[("least", n(*least))]),
        Refusal::OutsideScope { door } => problem(&[("door", door.as_str().into())]),
        Refusal::ConsultationOver { until } => {
            let day = until.to_string();
            problem(&[("day", day.as_str().into())])
        }
        Refusal::ObjectionsOpen { n: left } | Refusal::PiecesOpen { n: left } => problem(&[("n", n(*left))]),
        Refusal::NotAtThisStage { stage } => {
            let shown = crate::view::project::kinds::Stage::from_slug(stage.name());
            problem(&[("stage", shown.map_or("", |it| words.say(it.key())).into())])
        }
        Refusal::BadLimit(_) | Refusal::Hours(_) | Refusal::Notice(_) | Refusal::DutyDays(_) => {
            let said = said(words, refusal);
            problem(&[("said", said.trim_end_matches('。').into())])
        }
        Refusal::LimitTooLong { most } => {
            let most = limit_words(words, *most);
            problem(&[("most", most.as_str().into())])
        }
        Refusal::NoWorkingTime { what, .. } => problem(&[("what", what.as_str().into())]),
        Refusal::OnlyAssists { title, basis } => {
            problem(&[("title", title.as_str().into()), ("basis", basis.as_str().into())])
        }
        Refusal::CyclicCall { way } => {
            let names: Vec<_> = way.iter().map(|it| kind_words(words, it)).collect();
            let way = names.join(" → ");
            problem(&[("way", way.as_str().into())])
        }
        Refusal::WrongUnit { unit } => {
            let unit = kind_words(words, unit);
            problem(&[("unit", unit.as_str().into())])
        }
        Refusal::VisitAhead { day } => {
            let day = day.to_string();
            problem(&[("day", day.as_str().into())])
        }
        Refusal::NotAtThisCallStage { stage } => {
            problem(&[("stage", words.say(stage_of(*stage).key()).into())])
        }
        _ => problem(&[]),
    }
}

/// What a reader of texts says itself, in both languages.
fn said(words: &Words, refusal: &Refusal) -> String {
    let chinese = words.language() == Language::ZhCn;
    match refusal {
        Refusal::BadLimit(it) if chinese => it.chinese(),
        Refusal::BadLimit(it) => it.to_string(),
        Refusal::Hours(it) if chinese => it.chinese(),
        Refusal::Hours(it) => it.to_string(),
        Refusal::Notice(it) if chinese => it.chinese(),
        Refusal::Notice(it) => it.to_string(),
        Refusal::DutyDays(it) if chinese => it.chinese(),
        Refusal::DutyDays(it) => it.to_string(),
        _ => String::new(),
    }
}

fn state_key(state: guanjia_domain::request::State) -> &'static str {
    crate::present::state_of(state, None).key()
}

/// The messages of a refusal and its cure.
const fn keys(refusal: &Refusal) -> (&'static str, &'static str) {
    match refusal {
        Refusal::NotFound => ("refusal-not-found", "refusal-not-found-cure"),
        Refusal::Forbidden => ("refusal-forbidden", "refusal-forbidden-cure"),
        Refusal::TextMissing { .. } => ("refusal-text-missing", "refusal-text-missing-cure"),
        Refusal::TextTooLong { .. } => ("refusal-text-too-long", "refusal-text-too-long-cure"),
        Refusal::NotAChoice { .. } => ("refusal-not-a-choice", "refusal-not-a-choice-cure"),
        Refusal::PlaceMismatch { .. } => ("refusal-place-mismatch", "refusal-place-mismatch-cure"),
        Refusal::BadPhone { .. } => ("refusal-bad-phone", "refusal-bad-phone-cure"),
        Refusal::TooManyPhotos { .. } => ("refusal-too-many-photos", "refusal-too-many-photos-cure"),
        Refusal::NotFromHere { .. } => ("refusal-not-from-here", "refusal-not-from-here-cure"),
        Refusal::Stale { .. } => ("refusal-stale", "refusal-stale-cure"),
        Refusal::OtherContent { .. } => ("refusal-other-content", "refusal-other-content-cure"),
        Refusal::NotInFuture { .. } => ("refusal-not-in-future", "refusal-not-in-future-cure"),
        Refusal::TooFar { .. } => ("refusal-too-far", "refusal-too-far-cure"),
        Refusal::NotAsked => ("refusal-not-asked", "refusal-not-asked-cure"),
        Refusal::AlreadyThere { .. } => ("refusal-already-there", "refusal-already-there-cure"),
        Refusal::WrongLevel { .. } => ("refusal-wrong-level", "refusal-wrong-level-cure"),
        Refusal::CannotMerge { .. } => ("refusal-cannot-merge", "refusal-cannot-merge-cure"),
        Refusal::ClaimExists { .. } => ("refusal-claim-exists", "refusal-claim-exists-cure"),
        Refusal::FirstClaim { .. } => ("refusal-first-claim", "refusal-first-claim-cure"),
        Refusal::ClaimBegun { .. } => ("refusal-claim-begun", "refusal-claim-begun-cure"),
        Refusal::DeputyIsSteward => ("refusal-deputy-is-steward", "refusal-deputy-is-steward-cure"),
        Refusal::NotAnOfficer { .. } => ("refusal-not-an-officer", "refusal-not-an-officer-cure"),
        Refusal::StillAccountable { .. } => ("refusal-still-accountable", "refusal-still-accountable-cure"),
        Refusal::StillInGrids { .. } => ("refusal-still-in-grids", "refusal-still-in-grids-cure"),
        Refusal::InTwoGrids { .. } => ("refusal-in-two-grids", "refusal-in-two-grids-cure"),
        Refusal::EstateHasRequests { .. } => {
            ("refusal-estate-has-requests", "refusal-estate-has-requests-cure")
        }
        Refusal::NothingToHandOver => ("refusal-nothing-to-hand-over", "refusal-nothing-to-hand-over-cure"),
        Refusal::HandOverWaits { .. } => ("refusal-hand-over-waits", "refusal-hand-over-waits-cure"),
        Refusal::HandOverAnswered => ("refusal-hand-over-answered", "refusal-hand-over-answered-cure"),
        Refusal::HandOverStale => ("refusal-hand-over-stale", "refusal-hand-over-stale-cure"),
        Refusal::DesignStale => ("refusal-design-stale", "refusal-design-stale-cure"),
        Refusal::DesignEnded => ("refusal-design-ended", "refusal-design-ended-cure"),
        Refusal::SuccessorAway { .. } => ("refusal-successor-away", "refusal-successor-away-cure"),
        Refusal::WrongPost { .. } => ("refusal-wrong-post", "refusal-wrong-post-cure"),
        Refusal::NoDeputy { .. } => ("refusal-no-deputy", "refusal-no-deputy-cure"),
        Refusal::LastSecretary => ("refusal-last-secretary", "refusal-last-secretary-cure"),
        Refusal::LastAdministrator { .. } => {
            ("refusal-last-administrator", "refusal-last-administrator-cure")
        }
        Refusal::OwnAccount => ("refusal-own-account", "refusal-own-account-cure"),
        Refusal::NameTaken { .. } => ("refusal-name-taken", "refusal-name-taken-cure"),
        Refusal::SignInFailed => ("refusal-sign-in-failed", "refusal-sign-in-failed-cure"),
        Refusal::TooManyTries { .. } => ("refusal-too-many-tries", "refusal-too-many-tries-cure"),
        Refusal::WeakPassword { .. } => ("refusal-weak-password", "refusal-weak-password-cure"),
        Refusal::WorkEnded => ("refusal-work-ended", "refusal-work-ended-cure"),
        Refusal::ClassFull { .. } => ("refusal-class-full", "refusal-class-full-cure"),
        Refusal::MatterNeeded => ("refusal-matter-needed", "refusal-matter-needed-cure"),
        Refusal::PasswordWrong { .. } => ("refusal-password-wrong", "refusal-password-wrong-cure"),
        Refusal::BadLimit(_) => ("refusal-bad-limit", "refusal-bad-limit-cure"),
        Refusal::LimitTooLong { .. } => ("refusal-limit-too-long", "refusal-limit-too-long-cure"),
        Refusal::LimitNeeded => ("refusal-limit-needed", "refusal-limit-needed-cure"),
        Refusal::RulesChanged => ("refusal-rules-changed", "refusal-rules-changed-cure"),
        Refusal::Hours(_) => ("refusal-bad-hours", "refusal-bad-hours-cure"),
        Refusal::Notice(_) => ("refusal-bad-notice", "refusal-bad-notice-cure"),
        Refusal::DutyDays(_) => ("refusal-bad-duty-days", "refusal-bad-duty-days-cure"),
        Refusal::NoWorkingTime { .. } => ("refusal-no-working-time", "refusal-no-working-time-cure"),
        Refusal::NotMeasured { .. } => ("refusal-not-measured", "refusal-not-measured-cure"),
        Refusal::CodeWrong => ("refusal-code-wrong", "refusal-code-wrong-cure"),
        Refusal::CodeUsed => ("refusal-code-used", "refusal-code-used-cure"),
        Refusal::FactorIsDuty => ("refusal-factor-is-duty", "refusal-factor-is-duty-cure"),
        Refusal::LinkEnded => ("refusal-link-ended", "refusal-link-ended-cure"),
        Refusal::CallLinkEnded => ("refusal-call-link-ended", "refusal-call-link-ended-cure"),
        Refusal::CardChanged => ("refusal-card-changed", "refusal-card-changed-cure"),
        Refusal::ConsentNeeded { .. } => ("refusal-consent-needed", "refusal-consent-needed-cure"),
        Refusal::GuardianNeeded => ("refusal-guardian-needed", "refusal-guardian-needed-cure"),
        Refusal::AllocationEnded => ("refusal-allocation-ended", "refusal-allocation-ended-cure"),
        Refusal::AllocationChanged => ("refusal-allocation-changed", "refusal-allocation-changed-cure"),
        Refusal::AllocationStale => ("refusal-allocation-stale", "refusal-allocation-stale-cure"),
        Refusal::NoPlan => ("refusal-no-plan", "refusal-no-plan-cure"),
        Refusal::ObjectionAnswered => ("refusal-objection-answered", "refusal-objection-answered-cure"),
        Refusal::NotOnDutyList => ("refusal-not-on-duty-list", "refusal-not-on-duty-list-cure"),
        Refusal::OnlyAssists { .. } => ("refusal-only-assists", "refusal-only-assists-cure"),
        Refusal::CyclicCall { .. } => ("refusal-cyclic-call", "refusal-cyclic-call-cure"),
        Refusal::WrongUnit { .. } => ("refusal-wrong-unit", "refusal-wrong-unit-cure"),
        Refusal::RuleMissing => ("refusal-rule-missing", "refusal-rule-missing-cure"),
        Refusal::VisitAhead { .. } => ("refusal-visit-ahead", "refusal-visit-ahead-cure"),
        Refusal::NotAtThisCallStage { .. } => {
            ("refusal-not-at-this-call-stage", "refusal-not-at-this-call-stage-cure")
        }
        Refusal::CallChanged => ("refusal-call-changed", "refusal-call-changed-cure"),
        Refusal::QueryTooWide { .. } => ("refusal-query-too-wide", "refusal-query-too-wide-cure"),
        Refusal::TooManyViews { .. } => ("refusal-too-many-views", "refusal-too-many-views-cure"),
        Refusal::ViewOutdated => ("refusal-view-outdated", "refusal-view-outdated-cure"),
        Refusal::NoDoors => ("refusal-no-doors", "refusal-no-doors-cure"),
        Refusal::TooManyDoors { .. } => ("refusal-too-many-doors", "refusal-too-many-doors-cure"),
        Refusal::DoorNotInSurvey => ("refusal-door-not-in-survey", "refusal-door-not-in-survey-cure"),
        Refusal::NotSharedOut => ("refusal-not-shared-out", "refusal-not-shared-out-cure"),
        Refusal::NotBegun => ("refusal-not-begun", "refusal-not-begun-cure"),
        Refusal::AlreadyBegun => ("refusal-already-begun", "refusal-already-begun-cure"),
        Refusal::SurveyEnded => ("refusal-survey-ended", "refusal-survey-ended-cure"),
        Refusal::KeptWithoutConsent { .. } => {
            ("refusal-kept-without-consent", "refusal-kept-without-consent-cure")
        }
        Refusal::OtherAnswer => ("refusal-other-answer", "refusal-other-answer-cure"),
        Refusal::OutsideScope { .. } => ("refusal-outside-scope", "refusal-outside-scope-cure"),
        Refusal::QuantityZero => ("refusal-quantity-zero", "refusal-quantity-zero-cure"),
        Refusal::OwnerMissing => ("refusal-owner-missing", "refusal-owner-missing-cure"),
        Refusal::ConsultationOver { .. } => ("refusal-consultation-over", "refusal-consultation-over-cure"),
        Refusal::ObjectionsOpen { .. } => ("refusal-objections-open", "refusal-objections-open-cure"),
        Refusal::CouncilMissing => ("refusal-council-missing", "refusal-council-missing-cure"),
        Refusal::WrongApprover => ("refusal-wrong-approver", "refusal-wrong-approver-cure"),
        Refusal::PiecesOpen { .. } => ("refusal-pieces-open", "refusal-pieces-open-cure"),
        Refusal::NotAccepted => ("refusal-not-accepted", "refusal-not-accepted-cure"),
        Refusal::NotAtThisStage { .. } => ("refusal-not-at-this-stage", "refusal-not-at-this-stage-cure"),
        Refusal::ProjectChanged => ("refusal-project-changed", "refusal-project-changed-cure"),
        Refusal::IssueChanged => ("refusal-issue-changed", "refusal-issue-changed-cure"),
        Refusal::IssueEnded => ("refusal-issue-ended", "refusal-issue-ended-cure"),
        Refusal::InAnotherIssue { .. } => ("refusal-in-another-issue", "refusal-in-another-issue-cure"),
        Refusal::LastMember => ("refusal-last-member", "refusal-last-member-cure"),
        Refusal::BadFile { code } => ("refusal-bad-file", file_cure(code)),
    }
}

/// What to do about a photo that cannot be used: see `guanjia_app::photo::PhotoProblem`.
const fn file_cure(code: &str) -> &'static str {
    match code.as_bytes() {
        b"photo-empty-cure" => "photo-empty-cure",
        b"photo-too-many-bytes-cure" => "photo-too-many-bytes-cure",
        b"photo-heic-cure" => "photo-heic-cure",
        b"photo-video-cure" => "photo-video-cure",
        b"photo-too-many-pixels-cure" => "photo-too-many-pixels-cure",
        b"photo-damaged-cure" => "photo-damaged-cure",
        _ => "photo-kind-unsupported-cure",
    }
}
