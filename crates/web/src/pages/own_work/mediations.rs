//! The mediations that somebody may read, and a new file.

use super::{answered, named};
use crate::fault::Fault;
use crate::form::Form;
use crate::pages::public::estate_choices;
use crate::view::own_work::kinds::said;
use crate::view::own_work::{MediationForm, MediationRow, MediationsPage};
use crate::view::{Choice, Problems, Section};
use crate::visitor::{Seat, Visitor, failed, html};
use crate::words::Words;
use axum::extract::RawForm;
use axum::response::Response;
use guanjia_app::own_work::{MediationLine, NewMediation};
use guanjia_app::request::Reporter;
use guanjia_app::{App, AppError, office_allow};
use guanjia_domain::own_work::Dispute;
use guanjia_domain::permission::{Action, Area};
use guanjia_domain::{CommunityCode, Refusal, Role};
use guanjia_store::Tx;

const FIELDS: &[&str] =
    &["csrf", "dispute", "words", "name1", "phone1", "estate1", "name2", "phone2", "estate2", "mediator"];

/// `GET /mediations`.
pub(crate) async fn list(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::OwnWork), |visitor, tx, seat| {
            html(&page_of(visitor, tx, seat, MediationForm::default(), Problems::default())?)
        })
        .await
}

fn page_of(
    visitor: &Visitor,
    tx: &mut Tx,
    seat: Seat,
    form: MediationForm,
    problems: Problems,
) -> Result<MediationsPage, AppError> {
    let (app, words, who) = (visitor.site.app(), visitor.look.words(), &seat.signed_in.who);
    office_allow(who, Action::File, &Area::community(seat.home, None))?;
    let files = app.mediations(tx, who, seat.home)?;
    Ok(MediationsPage {
        files: files.iter().map(|it| row(words, it)).collect(),
        estates: estate_choices(tx, seat.home, "")?,
        mediators: mediators(app, tx, seat.home)?,
        page: seat.frame,
        form,
        problems,
    })
}

fn row(words: &Words, it: &MediationLine) -> MediationRow {
    let file = &it.file;
    MediationRow {
        href: (!file.forgotten).then(|| format!("/mediations/{}", file.id)),
        dispute: said!(words, Dispute, file.dispute.name()),
        estates: it.estates.join(words.say("list-comma")),
        opened_at: file.opened_at.0,
        outcome: file.closed.map(|(_, outcome)| said!(words, Outcome, outcome.name())),
    }
}

/// Who can mediate: officers and grid workers.
pub(super) fn mediators(app: &App, tx: &mut Tx, home: CommunityCode) -> Result<Vec<Choice>, AppError> {
    let mut found = Vec::new();
    for staff in tx.staff(home)?.into_iter().filter(|it| !it.left) {
        if matches!(staff.post.role(), Role::Officer | Role::Secretary | Role::GridWorker) {
            found.push(Choice::new(staff.id.to_string(), app.person(tx, home, staff.id.0)?.name));
        }
    }
    Ok(found)
}

/// `POST /mediations`.
pub(crate) async fn open(visitor: Visitor, RawForm(bytes): RawForm) -> Result<Response, Fault> {
    let form = Form::encoded(&bytes, FIELDS)?;
    let work = |app: &App, seat: &Seat, form: &Form| {
        let (who, home) = (&seat.signed_in.who, seat.home);
        office_allow(who, Action::File, &Area::community(home, None))?;
        let some = |name: &str| Some(form.owned(name)).filter(|typed| !typed.trim().is_empty());
        let party = |name, phone, estate: &'static str| {
            let none = Refusal::NotAChoice { field: estate, value: String::new() };
            let lives = form.id(estate)?.ok_or(none)?;
            Ok::<_, Refusal>((lives, Reporter { name: some(name), phone: some(phone) }))
        };
        let parties = vec![party("name1", "phone1", "estate1")?, party("name2", "phone2", "estate2")?];
        let new = NewMediation {
            dispute: named("dispute", form, Dispute::of_name)?,
            parties,
            mediator: form.id("mediator")?,
            words: form.owned("words"),
        };
        let opened = app.open_mediation(who, home, &new)?.wait();
        // Here it is not that the file is not there, but that nobody who may read it opens it.
        let opened = opened.map_err(|error| match error {
            AppError::Refused(Refusal::NotFound) => {
                Refusal::NotAChoice { field: "mediator", value: form.owned("mediator") }.into()
            }
            other => other,
        })?;
        Ok(format!("/mediations/{opened}"))
    };
    answered(visitor, form, work, |visitor, tx, seat, form, problems| {
        let typed = MediationForm {
            dispute: form.owned("dispute"),
            words: form.owned("words"),
            first: ["name1", "phone1", "estate1"].map(|it| form.owned(it)),
            second: ["name2", "phone2", "estate2"].map(|it| form.owned(it)),
            mediator: form.owned("mediator"),
        };
        failed(&page_of(visitor, tx, seat, typed, problems)?)
    })
    .await
}
