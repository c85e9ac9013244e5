//! Every page is rendered in both languages, with little, with much and with nothing in it.

use askama::Template;

use super::account::{AccountPage, AccountSheetPage, CodePage, FactorPage, RecoveryPage, SecurityPage};
use super::allocation::{
    AllocationPage, AllocationPrintPage, AllocationsPage, IndexPage, MovesPage, ReasonsPage, RulesPage,
    WhatIfPage,
};
use super::call::{CallPage, CallsPage, DutyListPage, LetterPage, NewCallPage};
use super::card::{AgreePage, CardPage, CardsPage, EditPage, HouseholdPage};
use super::help::HelpPage;
use super::issue::{IssuePage, IssuesPage, OfferedPart};
use super::numbers::{CountedPage, LoadPage, NumbersPage, PaceBriefPart, PacePage};
use super::office::{
    AuditPage, CalendarPage, CasePage, ConsentTextsPage, DutyPage, ExportPage, GalleryPage, HandOverFormPage,
    HandOverPage, HandOversPage, HotlinesPage, ImportPage, InboxPage, LimitsPage, MattersPage, ModelPage,
    PeoplePage, RegisterPage, RightsPage,
};
use super::own_work::{
    AgreementPage, GroupsPage, LeafletPage, LeafletsPage, MediationPage, MediationsPage, OwnWorkPage,
    RoundPage, RoundsPage,
};
use super::place::{
    BuildingPage, ClaimsPage, CommunitiesPage, DesignPage, DesignsPage, EstatePage, EstatesPage, GridsPage,
    PactPage, PartitionsPage, PlanPage, ShapesPage,
};
use super::print::{DoorsPage, PosterPage, PrintPage, RequestFilePage, VisitsPage};
use super::project::{
    BeginPage, NoticePage, PiecePage, ProjectPage, ProjectsPage, SlipPage, SlipsPage, ToldPage,
};
use super::public::{
    CommunityPage, DivisionsPart, ErrorPage, HandlerLinkPage, LandingPage, ReportPage, SignInPage,
    SimilarPart, TrailPage, WelcomePage,
};
use super::report::{
    BurdenPage, CallRegisterPage, MonthPage, QueryPage, RegisterPage as ReportRegisterPage, ReportsPage,
};
use super::requests::{DetailPage, ListPage, NewRequestPage, SpotPage};
use super::survey::{DoorPage, SurveyPage, SurveyPlanPage, SurveysPage, WalkPage};
use super::work::{
    AdministratorPage, GridWorkerPage, OfficePage, OrganisationPage, SecretaryPage, StewardPage,
};
use super::{PageFrame, Role, Section, samples};
use crate::words::{Language, Words};

type Rendered = (&'static str, String);

/// Renders samples of pages; the name is the one of the file in the picture folder.
macro_rules! render {
    ($frame:expr, $( $name:literal => $sample:expr ),+ $(,)?) => {
        vec![$( ($name, $sample($frame).render().expect($name)) ),+]
    };
}

fn signed_in(words: &'static Words, role: Role, section: Section) -> PageFrame {
    let mut page = samples::frame(words, role, Section::ALL);
    page.section = Some(section);
    page.live = true;
    page
}

fn public_pages(words: &'static Words) -> Vec<Rendered> {
    render!(samples::public_frame(words),
        "landing" => LandingPage::sample,
        "landing-empty" => LandingPage::sample_empty,
        "community" => CommunityPage::sample,
        "community-empty" => CommunityPage::sample_empty,
        "report" => ReportPage::sample,
        "report-empty" => ReportPage::sample_empty,
        "report-long" => ReportPage::sample_long,
        "similar" => SimilarPart::sample,
        "trail" => TrailPage::sample,
        "trail-filed" => TrailPage::sample_empty,
        "trail-long" => TrailPage::sample_long,
        "slip" => SlipPage::sample,
        "slip-empty" => SlipPage::sample_empty,
        "slip-wrong" => SlipPage::sample_long,
        "handler-link" => HandlerLinkPage::sample,
        "handler-link-empty" => HandlerLinkPage::sample_empty,
        "handler-link-long" => HandlerLinkPage::sample_long,
        "sign-in" => SignInPage::sample,
        "sign-in-wrong" => SignInPage::sample_empty,
        "code" => CodePage::sample,
        "code-wrong" => CodePage::sample_wrong,
        "welcome" => WelcomePage::sample,
        "welcome-wrong" => WelcomePage::sample_long,
        "error-stale" => ErrorPage::sample,
        "error-404" => ErrorPage::sample_empty,
        "help-resident" => HelpPage::sample,
    )
}

fn worker_pages(words: &'static Words) -> Vec<Rendered> {
    render!(signed_in(words, Role::GridWorker, Section::Work),
        "grid-worker" => GridWorkerPage::sample,
        "grid-worker-empty" => GridWorkerPage::sample_empty,
        "spot" => SpotPage::sample,
        "new" => NewRequestPage::sample,
        "new-wrong" => NewRequestPage::sample_long,
    )
}

fn desk_pages(words: &'static Words) -> Vec<Rendered> {
    render!(signed_in(words, Role::Steward, Section::Work),
        "steward" => StewardPage::sample,
        "steward-empty" => StewardPage::sample_empty,
        "steward-long" => StewardPage::sample_long,
        "secretary" => SecretaryPage::sample,
        "secretary-empty" => SecretaryPage::sample_empty,
        "office" => OfficePage::sample,
        "office-empty" => OfficePage::sample_empty,
        "organisation" => OrganisationPage::sample,
        "organisation-empty" => OrganisationPage::sample_empty,
        "administrator" => AdministratorPage::sample,
        "administrator-empty" => AdministratorPage::sample_empty,
    )
}

fn request_pages(words: &'static Words) -> Vec<Rendered> {
    render!(signed_in(words, Role::Steward, Section::Requests),
        "list" => ListPage::sample,
        "list-empty" => ListPage::sample_empty,
        "detail" => DetailPage::sample,
        "detail-empty" => DetailPage::sample_empty,
        "detail-long" => DetailPage::sample_long,
    )
}

fn issue_pages(words: &'static Words) -> Vec<Rendered> {
    render!(signed_in(words, Role::Secretary, Section::Issues),
        "issues" => IssuesPage::sample,
        "issues-empty" => IssuesPage::sample_empty,
        "issue" => IssuePage::sample,
        "issue-empty" => IssuePage::sample_empty,
        "issue-wrong" => IssuePage::sample_long,
        "offered" => OfferedPart::sample,
    )
}

fn place_pages(words: &'static Words) -> Vec<Rendered> {
    render!(signed_in(words, Role::Secretary, Section::Estates),
        "estates" => EstatesPage::sample,
        "estates-empty" => EstatesPage::sample_empty,
        "estate" => EstatePage::sample,
        "estate-empty" => EstatePage::sample_empty,
        "building" => BuildingPage::sample,
        "building-empty" => BuildingPage::sample_empty,
        "plan" => PlanPage::sample,
        "plan-empty" => PlanPage::sample_empty,
        "claims" => ClaimsPage::sample,
        "claims-wrong" => ClaimsPage::sample_long,
        "pact" => PactPage::sample,
        "communities" => CommunitiesPage::sample,
        "communities-empty" => CommunitiesPage::sample_empty,
        "communities-long" => CommunitiesPage::sample_long,
        "grids" => GridsPage::sample,
        "grids-empty" => GridsPage::sample_empty,
        "partitions" => PartitionsPage::sample,
        "partitions-empty" => PartitionsPage::sample_empty,
        "partitions-wrong" => PartitionsPage::sample_long,
        "designs" => DesignsPage::sample,
        "designs-empty" => DesignsPage::sample_empty,
        "designs-wrong" => DesignsPage::sample_long,
        "design" => DesignPage::sample,
        "design-approved" => DesignPage::sample_empty,
        "design-stale" => DesignPage::sample_long,
        "shapes" => ShapesPage::sample,
        "shapes-empty" => ShapesPage::sample_empty,
        "hand-overs" => HandOversPage::sample,
        "hand-overs-empty" => HandOversPage::sample_empty,
        "hand-over-new" => HandOverFormPage::sample,
        "hand-over-new-empty" => HandOverFormPage::sample_empty,
        "hand-over-new-wrong" => HandOverFormPage::sample_long,
        "hand-over" => HandOverPage::sample,
        "hand-over-empty" => HandOverPage::sample_empty,
        "hand-over-wrong" => HandOverPage::sample_long,
    )
}

fn allocation_pages(words: &'static Words) -> Vec<Rendered> {
    render!(signed_in(words, Role::Secretary, Section::Claims),
        "allocations" => AllocationsPage::sample,
        "allocations-empty" => AllocationsPage::sample_empty,
        "allocation" => AllocationPage::sample,
        "allocation-stale" => AllocationPage::sample_long,
        "allocation-index" => IndexPage::sample,
        "allocation-index-empty" => IndexPage::sample_empty,
        "allocation-rules" => RulesPage::sample,
        "allocation-rules-read" => RulesPage::sample_empty,
        "allocation-reasons" => ReasonsPage::sample,
        "allocation-reasons-empty" => ReasonsPage::sample_empty,
        "what-if" => WhatIfPage::sample,
        "what-if-no-plan" => WhatIfPage::sample_empty,
        "moves" => MovesPage::sample,
        "moves-empty" => MovesPage::sample_empty,
        "allocation-print" => AllocationPrintPage::sample,
        "allocation-print-empty" => AllocationPrintPage::sample_empty,
    )
}

fn card_pages(words: &'static Words) -> Vec<Rendered> {
    render!(signed_in(words, Role::Steward, Section::Cards),
        "cards" => CardsPage::sample,
        "cards-empty" => CardsPage::sample_empty,
        "household" => HouseholdPage::sample,
        "household-empty" => HouseholdPage::sample_empty,
        "household-wrong" => HouseholdPage::sample_long,
        "card" => CardPage::sample,
        "card-empty" => CardPage::sample_empty,
        "card-wrong" => CardPage::sample_long,
        "card-edit" => EditPage::sample,
        "card-edit-wrong" => EditPage::sample_long,
        "card-consent" => AgreePage::sample,
        "card-consent-wrong" => AgreePage::sample_long,
    )
}

fn print_pages(words: &'static Words) -> Vec<Rendered> {
    render!(signed_in(words, Role::Secretary, Section::Print),
        "print" => PrintPage::sample,
        "print-empty" => PrintPage::sample_empty,
        "poster" => PosterPage::sample,
        "poster-long" => PosterPage::sample_long,
        "doors" => DoorsPage::sample,
        "doors-empty" => DoorsPage::sample_empty,
        "visits" => VisitsPage::sample,
        "visits-empty" => VisitsPage::sample_empty,
        "file" => RequestFilePage::sample,
        "file-empty" => RequestFilePage::sample_empty,
        "file-long" => RequestFilePage::sample_long,
        "hotlines" => HotlinesPage::sample,
        "hotlines-wrong" => HotlinesPage::sample_long,
        "help" => HelpPage::sample,
    )
}

fn own_work_pages(words: &'static Words) -> Vec<Rendered> {
    render!(signed_in(words, Role::Steward, Section::OwnWork),
        "own" => OwnWorkPage::sample,
        "own-empty" => OwnWorkPage::sample_empty,
        "groups" => GroupsPage::sample,
        "groups-empty" => GroupsPage::sample_empty,
        "rounds" => RoundsPage::sample,
        "rounds-empty" => RoundsPage::sample_empty,
        "round" => RoundPage::sample,
        "round-empty" => RoundPage::sample_empty,
        "round-wrong" => RoundPage::sample_long,
        "mediations" => MediationsPage::sample,
        "mediations-empty" => MediationsPage::sample_empty,
        "mediation" => MediationPage::sample,
        "mediation-empty" => MediationPage::sample_empty,
        "mediation-closed" => MediationPage::sample_long,
        "agreement" => AgreementPage::sample,
        "leaflets" => LeafletsPage::sample,
        "leaflets-empty" => LeafletsPage::sample_empty,
        "leaflet" => LeafletPage::sample,
        "leaflet-empty" => LeafletPage::sample_empty,
        "leaflet-over" => LeafletPage::sample_long,
    )
}

fn project_pages(words: &'static Words) -> Vec<Rendered> {
    render!(signed_in(words, Role::Steward, Section::Projects),
        "projects" => ProjectsPage::sample,
        "projects-empty" => ProjectsPage::sample_empty,
        "project-new" => BeginPage::sample,
        "project-new-wrong" => BeginPage::sample_long,
        "project" => ProjectPage::sample,
        "project-empty" => ProjectPage::sample_empty,
        "project-stale" => ProjectPage::sample_long,
        "project-piece" => PiecePage::sample,
        "project-piece-wrong" => PiecePage::sample_long,
        "project-told" => ToldPage::sample,
        "project-told-empty" => ToldPage::sample_empty,
        "project-notice" => NoticePage::sample,
        "project-notice-long" => NoticePage::sample_long,
        "project-slips" => SlipsPage::sample,
        "project-slips-empty" => SlipsPage::sample_empty,
    )
}

fn numbers_pages(words: &'static Words) -> Vec<Rendered> {
    render!(signed_in(words, Role::Secretary, Section::Numbers),
        "numbers" => NumbersPage::sample,
        "numbers-empty" => NumbersPage::sample_empty,
        "pace" => PacePage::sample,
        "pace-empty" => PacePage::sample_empty,
        "pace-brief" => PaceBriefPart::sample,
        "pace-brief-empty" => PaceBriefPart::sample_empty,
        "load" => LoadPage::sample,
        "load-empty" => LoadPage::sample_empty,
        "counted" => CountedPage::sample,
        "counted-empty" => CountedPage::sample_empty,
    )
}

fn call_pages(words: &'static Words) -> Vec<Rendered> {
    render!(signed_in(words, Role::Steward, Section::Calls),
        "calls" => CallsPage::sample,
        "calls-empty" => CallsPage::sample_empty,
        "call-new" => NewCallPage::sample,
        "call-new-wrong" => NewCallPage::sample_long,
        "call" => CallPage::sample,
        "call-link" => CallPage::sample_empty,
        "call-stale" => CallPage::sample_long,
        "call-letter" => LetterPage::sample,
        "call-letter-long" => LetterPage::sample_long,
        "duty-list" => DutyListPage::sample,
        "duty-list-empty" => DutyListPage::sample_empty,
        "duty-list-wrong" => DutyListPage::sample_long,
    )
}

fn office_pages(words: &'static Words) -> Vec<Rendered> {
    render!(signed_in(words, Role::Administrator, Section::People),
        "people" => PeoplePage::sample,
        "people-empty" => PeoplePage::sample_empty,
        "people-wrong" => PeoplePage::sample_long,
        "import" => ImportPage::sample,
        "import-empty" => ImportPage::sample_empty,
        "import-wrong" => ImportPage::sample_long,
        "export" => ExportPage::sample,
        "export-house" => ExportPage::sample_empty,
        "export-wrong" => ExportPage::sample_long,
        "inbox" => InboxPage::sample,
        "inbox-empty" => InboxPage::sample_empty,
        "duty" => DutyPage::sample,
        "duty-empty" => DutyPage::sample_empty,
        "duty-wrong" => DutyPage::sample_long,
        "limits" => LimitsPage::sample,
        "limits-moves" => LimitsPage::sample_moves,
        "limits-wrong" => LimitsPage::sample_long,
        "calendar" => CalendarPage::sample,
        "calendar-unknown" => CalendarPage::sample_empty,
        "calendar-wrong" => CalendarPage::sample_long,
        "matters" => MattersPage::sample,
        "matters-wrong" => MattersPage::sample_long,
        "model" => ModelPage::sample,
        "model-empty" => ModelPage::sample_empty,
        "model-long" => ModelPage::sample_long,
        "rights-empty" => RightsPage::empty,
        "rights" => RightsPage::sample,
        "register" => RegisterPage::sample,
        "register-empty" => RegisterPage::sample_empty,
        "case" => CasePage::sample,
        "case-receipt" => CasePage::sample_receipt,
        "rights-texts" => ConsentTextsPage::sample,
        "rights-texts-wrong" => ConsentTextsPage::sample_long,
        "rights-copy" => RightsPage::sample_copy,
        "rights-erased" => RightsPage::sample_receipt,
        "account" => AccountPage::sample,
        "account-due" => AccountPage::sample_due,
        "factor" => FactorPage::sample,
        "recovery" => RecoveryPage::sample,
        "security" => SecurityPage::sample,
        "security-empty" => SecurityPage::sample_empty,
        "account-sheet" => AccountSheetPage::sample,
        "account-sheet-wrong" => AccountSheetPage::sample_wrong,
        "audit" => AuditPage::sample,
        "audit-empty" => AuditPage::sample_empty,
        "gallery" => GalleryPage::new,
    )
}

fn report_pages(words: &'static Words) -> Vec<Rendered> {
    render!(signed_in(words, Role::Secretary, Section::Reports),
        "reports" => ReportsPage::sample,
        "reports-empty" => ReportsPage::sample_empty,
        "report-month" => MonthPage::sample,
        "report-month-empty" => MonthPage::sample_empty,
        "report-register" => ReportRegisterPage::sample,
        "report-register-empty" => ReportRegisterPage::sample_empty,
        "report-calls" => CallRegisterPage::sample,
        "report-calls-empty" => CallRegisterPage::sample_empty,
        "query" => QueryPage::sample,
        "query-empty" => QueryPage::sample_empty,
        "query-wrong" => QueryPage::sample_long,
        "burden" => BurdenPage::sample,
        "burden-empty" => BurdenPage::sample_empty,
    )
}

fn survey_pages(words: &'static Words) -> Vec<Rendered> {
    render!(signed_in(words, Role::GridWorker, Section::OwnWork),
        "surveys" => SurveysPage::sample,
        "surveys-empty" => SurveysPage::sample_empty,
        "survey-new" => SurveyPlanPage::sample,
        "survey-new-estate" => SurveyPlanPage::sample_empty,
        "survey-new-wrong" => SurveyPlanPage::sample_long,
        "survey" => SurveyPage::sample,
        "survey-planned" => SurveyPage::sample_empty,
        "walk" => WalkPage::sample,
        "walk-over" => WalkPage::sample_empty,
        "door" => DoorPage::sample,
        "door-wrong" => DoorPage::sample_long,
    )
}

fn all_pages(language: Language) -> Vec<Rendered> {
    let words = Words::of(language);
    [
        public_pages(words),
        worker_pages(words),
        desk_pages(words),
        request_pages(words),
        issue_pages(words),
        place_pages(words),
        allocation_pages(words),
        card_pages(words),
        print_pages(words),
        office_pages(words),
        numbers_pages(words),
        own_work_pages(words),
        project_pages(words),
        call_pages(words),
        survey_pages(words),
        report_pages(words),
    ]
    .concat()
}

/// Writes every page into the folder of `GUANJIA_PAGES`, for pictures; without it only renders.
#[test]
fn every_page_is_rendered_in_both_languages() {
    for language in Language::ALL {
        for (name, html) in all_pages(language) {
            assert!(html.contains("</"), "{name} is empty");
            if let Ok(folder) = std::env::var("GUANJIA_PAGES") {
                let path = std::path::Path::new(&folder).join(format!("{name}.{}.html", language.tag()));
                std::fs::write(path, html).expect("a folder to write to");
            }
        }
    }
}

/// What is fetched while a division is typed goes into a datalist, which holds nothing but entries.
#[test]
fn divisions_are_entries_of_a_list() {
    let divisions = samples::divisions();
    let html = DivisionsPart { divisions }.render().expect("a part");
    assert!(html.starts_with("<option value=\"山西省"), "{html}");
}

#[test]
fn no_page_needs_an_inline_style_or_script() {
    for (name, html) in all_pages(Language::ZhCn) {
        for banned in [" style=", "<style", "javascript:", " onclick", " onload", " onsubmit", "hx-on"] {
            assert!(!html.contains(banned), "{name} has `{banned}`");
        }
        assert!(!html.replace("<script src=", "").contains("<script"), "{name} has a script of its own");
    }
}

#[test]
fn every_form_that_writes_carries_the_token() {
    for (name, html) in all_pages(Language::En) {
        for form in html.split("<form").skip(1) {
            let form = form.split("</form>").next().unwrap_or_default();
            if form.contains("method=\"post\"") {
                assert!(
                    form.contains("name=\"csrf\" value=\"sample-token\""),
                    "{name} has a form without a token"
                );
            }
        }
    }
}

#[test]
fn no_message_key_shows_on_a_page() {
    for language in Language::ALL {
        for (name, html) in all_pages(language) {
            for key in
                ["field-", "survey-", "outbox-", "said-", "state-", "verb-", "nav-", "problem-", "cure-"]
            {
                let shown = html.contains(&format!(">{key}"));
                assert!(!shown, "{name} shows a key that begins with `{key}`");
            }
        }
    }
}

#[test]
fn a_resident_page_is_small() {
    for (name, html) in public_pages(Words::of(Language::En)) {
        // The failed form carries 2 400 characters of the reporter and is not counted.
        assert!(name == "report-long" || html.len() < 15_000, "{name} has {} bytes", html.len());
    }
}
