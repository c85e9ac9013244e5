//! Where phones send the answers that waited for signal.

use super::id;
use crate::fault::Fault;
use crate::form::{Form, chosen, store_photos};
use crate::refusals::told;
use crate::visitor::Visitor;
use crate::words::Words;
use axum::Json;
use axum::extract::{Multipart, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use guanjia_app::AppError;
use guanjia_app::request::StoredPhoto;
use guanjia_app::survey::{Fate, SentAnswer};
use guanjia_domain::Refusal;
use guanjia_domain::ids::{AnswerId, SurveyId};
use guanjia_domain::survey::{NewAnswer, Said, Since, Way};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The most answers in one sending.
const MOST: usize = 50;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    id: AnswerId,
    door: Uuid,
    visit: u16,
    said: String,
    #[serde(default)]
    since: String,
    #[serde(default)]
    by_phone: bool,
    #[serde(default)]
    consent: bool,
    #[serde(default)]
    note: String,
    /// Whether the next of the photos is its.
    #[serde(default)]
    photo: bool,
}

/// What became of one.
#[derive(Serialize)]
struct Told {
    id: AnswerId,
    result: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
}

impl Told {
    fn of(words: &Words, id: AnswerId, fate: &Fate) -> Self {
        let (result, refusal) = match fate {
            Fate::Stored => ("stored", None),
            Fate::Known => ("known", None),
            Fate::Refused(refusal) => ("refused", Some(refusal)),
        };
        let message = refusal.map(|refusal| {
            let problem = told(words, refusal);
            format!("{} {}", problem.message, problem.cure)
        });
        Self { id, result, code: refusal.map(Refusal::code), message }
    }
}

impl Sent {
    /// As the use case takes it.
    fn ready(self, photos: &mut impl Iterator<Item = StoredPhoto>) -> Result<SentAnswer, Refusal> {
        let said = Said::of_name(&self.said);
        let answer = NewAnswer {
            id: self.id,
            door: self.door,
            visit: self.visit,
            said: said.ok_or(Refusal::NotAChoice { field: "said", value: self.said })?,
            since: chosen::<Since>("since", &self.since)?,
            way: if self.by_phone { Way::ByPhone } else { Way::AtDoor },
            consent: self.consent,
            note: false,
            photo: false,
        };
        let photo = if self.photo { photos.next() } else { None };
        Ok(SentAnswer { answer, note: self.note, photo })
    }
}

fn read(form: &Form) -> Result<Vec<Sent>, Refusal> {
    let wrong = || Refusal::NotAChoice { field: "answers", value: String::new() };
    let sent: Vec<Sent> = serde_json::from_str(form.get("answers")).map_err(|_| wrong())?;
    if sent.len() > MOST { Err(wrong()) } else { Ok(sent) }
}

/// `POST /surveys/{id}/answers`: what became of each answer, as JSON. 401 when nobody is signed in any more, so that
/// the phone keeps them and asks for signing in.
pub(crate) async fn take(
    visitor: Visitor,
    Path(survey): Path<String>,
    parts: Multipart,
) -> Result<Response, Fault> {
    let form = Form::read(parts, &["csrf", "answers"]).await?;
    let site = visitor.site.clone();
    let answer = site.run(move |site| {
        let app = site.app();
        let Some(seat) = app.db.read(|tx| visitor.seat(tx, None))? else {
            return Ok(StatusCode::UNAUTHORIZED.into_response());
        };
        seat.check(form.get("csrf"))?;
        let (survey, who, words) = (id::<SurveyId>(&survey)?, &seat.signed_in.who, visitor.look.words());
        // Before a photo is written: who may not come here leaves nothing behind.
        app.db.read(|tx| app.walk(tx, who, seat.home, survey))?;
        let sent = read(&form)?;
        let mut photos = store_photos(app, seat.home, &form.photos)?.into_iter();
        let (mut ready, mut answers) = (Vec::new(), Vec::new());
        for one in sent {
            let id = one.id;
            match one.ready(&mut photos) {
                Ok(one) => ready.push(one),
                Err(refusal) => answers.push(Told::of(words, id, &Fate::Refused(refusal))),
            }
        }
        let fates = app.answer_doors(who, seat.home, survey, ready).wait()?;
        answers.extend(fates.iter().map(|(id, fate)| Told::of(words, *id, fate)));
        Ok::<_, AppError>(Json(serde_json::json!({ "answers": answers })).into_response())
    });
    Ok(answer.await?)
}
