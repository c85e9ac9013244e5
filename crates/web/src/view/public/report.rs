//! Filing a request without an account.

use askama::Template;

use crate::view::{
    Choice, ChoiceGroup, Community, EmergencyLine, PageFrame, Problem, Problems, SimilarRequest, samples,
};

/// The longest text of a request, in characters.
const TEXT_LIMIT: u32 = 2_000;

/// What the reporter typed so far.
#[derive(Debug, Clone, Default)]
pub struct ReportForm {
    /// The id of the request to be, a UUID from the server or from the reporter's browser.
    pub id: String,
    /// Id of the estate.
    pub estate: String,
    /// Id of the building.
    pub building: String,
    /// Id of the unit.
    pub unit: String,
    /// Number of the room, as typed.
    pub room: String,
    /// The words, at most 2 000 characters.
    pub text: String,
    /// Slug of the matter.
    pub matter: String,
    /// Name of the reporter.
    pub name: String,
    /// Phone of the reporter.
    pub phone: String,
    /// Whether somebody else is concerned.
    pub on_behalf: bool,
    /// Whether it is urgent.
    pub urgent: bool,
}

/// `GET /c/{community}/report?estate=&building=&unit=`, and again after a failed `POST` to the same address.
///
/// The form is multipart: `csrf`, `id`, `estate`, `building`, `unit`, `room`, `text`, `matter`, `photos` (up to six
/// files), `name`, `phone`, `on_behalf` (`yes`), `urgent` (`yes`). A `POST` with `step=place` files nothing: it
/// renders the page
/// again with the buildings and units of what was chosen, for browsers without scripts. The button "me too"
/// sends the same fields, URL-encoded, to `POST /c/{community}/join` with `request`.
#[derive(Template)]
#[template(path = "public/report.html")]
pub struct ReportPage {
    /// The frame.
    pub page: PageFrame,
    /// The community.
    pub community: Community,
    /// The place of a QR code, shown as words with a link to change it; then the lists below may be empty.
    pub fixed_place: Option<String>,
    /// Estates of the community.
    pub estates: Vec<Choice>,
    /// Buildings of the chosen estate.
    pub buildings: Vec<Choice>,
    /// Units of the chosen building.
    pub units: Vec<Choice>,
    /// What residents are told about some matters: name and text.
    pub matter_hints: Vec<(String, String)>,
    /// Matters, class by class.
    pub matters: Vec<ChoiceGroup>,
    /// Local emergency phones, shown below 110, 119 and 120.
    pub emergency: Vec<EmergencyLine>,
    /// Similar open requests of the same estate.
    pub similar: Vec<SimilarRequest>,
    /// What was typed.
    pub form: ReportForm,
    /// What was wrong.
    pub problems: Problems,
}

impl ReportPage {
    fn limit(&self) -> u32 {
        TEXT_LIMIT
    }

    /// An invented page, the estate chosen and a similar request found.
    pub fn sample(page: PageFrame) -> Self {
        let now = page.now;
        let form = ReportForm {
            id: samples::ID.to_owned(),
            estate: "e-1".to_owned(),
            text: "4号楼前的路灯两天没有亮了。".to_owned(),
            ..ReportForm::default()
        };
        Self {
            page,
            community: samples::community(),
            fixed_place: None,
            estates: samples::estates().into_iter().map(|estate| estate.chosen_if("e-1")).collect(),
            buildings: samples::buildings(),
            units: Vec::new(),
            matters: samples::matter_groups(),
            matter_hints: vec![("燃气泄漏".to_owned(), "请先离开现场，再拨打燃气抢修电话。".to_owned())],
            emergency: samples::emergency(),
            similar: samples::similar(now),
            form,
            problems: Problems::default(),
        }
    }

    /// The page as a QR code on a door opens it: place known, nothing typed.
    pub fn sample_empty(page: PageFrame) -> Self {
        let form =
            ReportForm { id: samples::ID.to_owned(), estate: "e-1".to_owned(), ..ReportForm::default() };
        let fixed_place = Some(format!("{} · 4号楼 · 2单元", samples::ESTATE));
        Self { fixed_place, similar: Vec::new(), form, ..Self::sample(page) }
    }

    /// A form that failed: everything typed is there, with two problems.
    pub fn sample_long(page: PageFrame) -> Self {
        let problems = vec![
            Problem::new(
                page.words,
                "text",
                "problem-text-long",
                "cure-text-long",
                &[("n", 2_400_i64.into())],
            ),
            Problem::new(page.words, "phone", "problem-phone", "cure-phone", &[]),
        ];
        let mut page = Self::sample(page);
        page.form.text = "路灯不亮".repeat(600);
        page.form.phone = "12345".to_owned();
        page.form.urgent = true;
        Self { problems: problems.into(), ..page }
    }
}

/// `GET /c/{community}/similar?estate=&building=&text=`: the part below the text while it is typed.
#[derive(Template)]
#[template(path = "public/similar.html")]
pub struct SimilarPart {
    /// The frame, for words and time.
    pub page: PageFrame,
    /// The community.
    pub community: Community,
    /// Similar open requests of the same estate.
    pub similar: Vec<SimilarRequest>,
}

impl SimilarPart {
    /// An invented part.
    pub fn sample(page: PageFrame) -> Self {
        let similar = samples::similar(page.now);
        Self { page, community: samples::community(), similar }
    }
}
