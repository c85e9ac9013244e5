//! The door survey of the demo: over the whole estate of the story, and not at its end.

use super::found::code;
use crate::error::Result;
use crate::office::App;
use crate::survey::{NewSurvey, Scope, SentAnswer};
use guanjia_domain::ids::{AnswerId, EstateId, StaffId, SurveyId};
use guanjia_domain::permission::Principal;
use guanjia_domain::survey::{NewAnswer, Said, Share, Template, Way};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_simulate::outline::Outline;
use guanjia_simulate::story::at_the_door;
use guanjia_store::access::Holder;

/// The estate of the story in the outline, and the matter.
const STORY_ESTATE: &str = "e01";
const HEATING: &str = "0809";

/// The steward plans it, the grid workers have begun to go round.
pub(super) fn begun(app: &App, outline: &Outline) -> Result<()> {
    let community = code(outline.community.division_code)?;
    let estate = EstateId(outline.estate(STORY_ESTATE).ok_or(Refusal::NotFound)?.id);
    let claim = app.db.read(|tx| tx.claim_in_force(community, estate, app.now()))?;
    let steward = somebody(app, community, claim.ok_or(Refusal::NotFound)?.steward)?;
    let new = NewSurvey {
        estate,
        issue: None,
        matter: Some(HEATING.to_owned()),
        template: Template::for_matter(Some(HEATING)),
        question: "您家的暖气不热吗？".to_owned(),
        hint: "您好，我是社区的，耽误您一分钟了解情况，不想说也没关系。（示例）".to_owned(),
        scope: Scope { whole: true, ..Scope::default() },
    };
    let id = app.plan_survey(&steward, community, new)?.wait()?;
    let sheet = app.db.read(|tx| app.survey_sheet(tx, &steward, community, id))?;
    let near = sheet.surveyors.iter().filter(|it| it.near).map(|it| it.staff).collect();
    app.share_survey(&steward, community, id, near).wait()?;
    app.begin_survey(&steward, community, id).wait()?;
    let sheet = app.db.read(|tx| app.survey_sheet(tx, &steward, community, id))?;
    sheet.survey.shares.iter().try_for_each(|share| answered(app, community, id, share))
}

fn somebody(app: &App, community: CommunityCode, staff: StaffId) -> Result<Principal> {
    Ok(app.db.read(|tx| app.signed_in(tx, community, Holder::Staff(staff.0)))?.who)
}

/// What was said at the doors of a share so far, handed in at once.
fn answered(app: &App, community: CommunityCode, id: SurveyId, share: &Share) -> Result<()> {
    let who = somebody(app, community, share.worker)?;
    let walk = app.db.read(|tx| app.walk(tx, &who, community, id))?;
    let doors = u32::try_from(walk.doors.len()).unwrap_or(u32::MAX);
    let mut sent = Vec::new();
    for (it, place) in walk.doors.iter().zip(0..) {
        let spot = &it.door.spot;
        if let Some(said) = at_the_door(it.n, (place, doors), spot.floor) {
            sent.push(answer(app, it.n, spot.id(), said)?);
        }
    }
    app.answer_doors(&who, community, id, sent).wait()?;
    Ok(())
}

fn answer(app: &App, n: u32, door: uuid::Uuid, (said, way, visit): (Said, Way, u16)) -> Result<SentAnswer> {
    let affected = said == Said::Affected;
    let today = app.today();
    let month = format!("{:04}-{:02}", today.year(), today.month());
    let since = if affected { Some(month.parse()?) } else { None };
    let note =
        if affected && n.is_multiple_of(9) { "屋里只有十五度，老人穿着棉衣。" } else { "" };
    let id = AnswerId(app.id()?);
    let consent = !note.is_empty();
    let answer = NewAnswer { id, door, visit, said, since, way, consent, note: false, photo: false };
    Ok(SentAnswer { answer, note: note.to_owned(), photo: None })
}
