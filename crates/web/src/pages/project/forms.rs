//! The forms of a project's page: the one of the next step, and the others.

use super::sent::Sent;
use super::steps::form_of;
use crate::view::project::StepForm;
use crate::view::{Choice, Problems};
use crate::words::Words;
use guanjia_app::project::ProjectSheet;
use guanjia_app::{App, AppError};
use guanjia_domain::people::OrganisationKind;
use guanjia_domain::project::{Next, Step};
use guanjia_store::Tx;
use jiff::civil::Date;

/// A form that failed.
pub(super) struct Failed {
    /// Its deed, and what tells it apart from others of that deed.
    pub deed: String,
    /// What was sent.
    pub sent: Sent,
    /// What was wrong.
    pub problems: Problems,
}

/// What the forms of a page are made from.
pub(super) struct Making<'a> {
    pub words: &'static Words,
    pub sheet: &'a ProjectSheet,
    pub today: Date,
    /// Offices that can approve it.
    pub offices: Vec<Choice>,
    /// Organisations that can do the works.
    pub workers: Vec<Choice>,
    /// The form that failed.
    pub failed: Option<&'a Failed>,
}

impl<'a> Making<'a> {
    pub(super) fn new(
        app: &App,
        tx: &mut Tx,
        words: &'static Words,
        sheet: &'a ProjectSheet,
        failed: Option<&'a Failed>,
    ) -> Result<Self, AppError> {
        let organisations = tx.organisations(sheet.community)?;
        let here = || organisations.iter().filter(|it| !it.left);
        let street = Choice::new("street_office", words.say("decider-street"));
        let bureau = |it: &&guanjia_domain::people::Organisation| it.kind == OrganisationKind::DistrictBureau;
        let bureaus = here()
            .filter(bureau)
            .map(|it| Choice::new(format!("district_bureau:{}", it.id), it.name.clone()));
        let workers =
            here().filter(|it| !bureau(it)).map(|it| Choice::new(it.id.to_string(), it.name.clone()));
        Ok(Self {
            words,
            sheet,
            today: app.today(),
            offices: std::iter::once(street).chain(bureaus).collect(),
            workers: workers.collect(),
            failed,
        })
    }

    /// What was typed into a field of a form that failed; else `usual`.
    pub(super) fn typed(&self, deed: &str, name: &str, usual: &str) -> String {
        let failed = self.failed.filter(|it| it.deed == deed);
        failed.map_or_else(|| usual.to_owned(), |it| it.sent.form.owned(name))
    }

    /// Whether a box was ticked in a form that failed; else `usual`.
    pub(super) fn ticked(&self, deed: &str, value: &str, usual: bool) -> bool {
        let failed = self.failed.filter(|it| it.deed == deed);
        failed.map_or(usual, |it| it.sent.ticked.iter().any(|ticked| ticked == value))
    }

    /// A form with what was wrong in it, if it is the one that failed.
    pub(super) fn told(&self, form: StepForm) -> StepForm {
        match self.failed.filter(|it| it.deed == form.slug()) {
            Some(failed) => StepForm { failed: true, problems: failed.problems.clone(), ..form },
            None => form,
        }
    }

    /// The form of the step that comes next, where it is one form of this page.
    pub(super) fn next(&self) -> Option<StepForm> {
        let step = match self.sheet.next {
            Next::NameOwner => Step::NameOwner,
            Next::Consult => Step::Consult,
            Next::HoldCouncil => Step::Council,
            Next::Design => Step::Design,
            Next::Submit => Step::Submit,
            Next::WaitForApproval => Step::Approve,
            Next::BeginWorks => Step::BeginWorks,
            Next::Deliver(_) => Step::Deliver,
            Next::Finish => Step::Finish,
            Next::Accept => Step::Accept,
            Next::Close => Step::Close,
            Next::LookAgain(_) => Step::TakeUp,
            Next::CloseRequests(_) => return self.sheet.keeps.then(|| super::steps::close_requests(self)),
            Next::Answer(_) | Next::Assign(_) | Next::Tell(_) | Next::Done => return None,
        };
        if self.sheet.may(step) { form_of(self, step).map(|form| self.told(form)) } else { None }
    }

    /// Everything else that can be done.
    pub(super) fn more(&self, next: Option<&StepForm>) -> Vec<StepForm> {
        let all = self.sheet.may.iter().filter_map(|step| form_of(self, *step));
        all.filter(|form| next.is_none_or(|next| next.deed != form.deed))
            .map(|form| self.told(form))
            .collect()
    }
}
