//! Filing for somebody who called, came by or wrote in the group.

use askama::Template;

use crate::view::public::ReportForm;
use crate::view::{
    Channel, Choice, ChoiceGroup, Contact, PageFrame, Problem, Problems, SimilarRequest, samples,
};

/// What was typed: the fields of a report and the channel.
#[derive(Debug, Clone)]
pub struct NewRequestForm {
    /// Everything that a resident's report has too.
    pub report: ReportForm,
    /// How it came in.
    pub channel: Channel,
}

/// `GET /requests/new`, and again after a failed `POST /requests/new`.
///
/// The form is multipart: `csrf`, `id`, `channel` (`phone`, `counter`, `group`, `patrol`), `estate`,
/// `building`, `unit`, `room`, `text`, `matter`,
/// `photos`, `name`, `phone`, `urgent`, and `step=place` as in the public report.
#[derive(Template)]
#[template(path = "requests/new.html")]
pub struct NewRequestPage {
    /// The frame.
    pub page: PageFrame,
    /// Division code, for the chooser and the similar requests.
    pub community: String,
    /// Estates that the person may file for.
    pub estates: Vec<Choice>,
    /// Buildings of the chosen estate.
    pub buildings: Vec<Choice>,
    /// Units of the chosen building.
    pub units: Vec<Choice>,
    /// Matters.
    pub matters: Vec<ChoiceGroup>,
    /// Matters that the text is likely about; the field `offered` of the form, which counts where `matter` is empty.
    pub offered: Vec<Choice>,
    /// Who is called tonight when it is urgent.
    pub tonight: Vec<Contact>,
    /// Similar open requests.
    pub similar: Vec<SimilarRequest>,
    /// What was typed.
    pub form: NewRequestForm,
    /// What was wrong.
    pub problems: Problems,
}

impl NewRequestPage {
    fn channels(&self) -> Vec<Choice> {
        let filed_by_hand = Channel::ALL.iter().filter(|channel| **channel != Channel::Web);
        let chosen = self.form.channel.slug();
        filed_by_hand.map(|it| Choice::new(it.slug(), self.page.say(it.key())).chosen_if(chosen)).collect()
    }

    /// An invented page.
    pub fn sample(page: PageFrame) -> Self {
        let report = ReportForm { id: samples::ID.to_owned(), ..ReportForm::default() };
        Self {
            page,
            community: samples::community().code,
            estates: samples::estates(),
            buildings: Vec::new(),
            units: Vec::new(),
            matters: samples::matter_groups(),
            offered: samples::matters()[..3].to_vec(),
            tonight: vec![samples::steward()],
            similar: Vec::new(),
            form: NewRequestForm { report, channel: Channel::Phone },
            problems: Problems::default(),
        }
    }

    /// A form without a place.
    pub fn sample_long(page: PageFrame) -> Self {
        let problems = vec![Problem::new(page.words, "estate", "problem-estate", "cure-estate", &[])];
        Self { problems: problems.into(), ..Self::sample(page) }
    }
}
