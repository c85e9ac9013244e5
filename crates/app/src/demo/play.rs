//! The ninety days, step by step through the use cases and their permissions.
//!
//! Commands are handed in without waiting for each: the writer takes them in order, and before each stands one that
//! sets the clock, so that a command runs at the time of its step.

use super::found::code;
use super::put_right::PutRight;
use super::{DemoPlan, Progress, allocation, command, own_work, pictures, survey};
use crate::clock::HandClock;
use crate::error::{AppError, Result};
use crate::office::App;
use crate::request::{Deed, Filed};
use guanjia_domain::ids::{EstateId, RequestId};
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{Place, Request};
use guanjia_domain::{Actor, CommunityCode, Moment, Refusal, Role};
use guanjia_simulate::outline::Outline;
use guanjia_simulate::story::{Step, What};
use guanjia_store::Answer;
use guanjia_store::access::Holder;
use std::collections::HashMap;
use std::sync::Arc;

/// Timers are worked off this often, in seconds.
const WATCH: i64 = 6 * 60 * 60;
/// Own work is done this long before the end, in milliseconds: five days.
const OWN_WORK_BEFORE: i64 = 5 * 24 * 60 * 60 * 1_000;
/// Notices older than this at the end were read, in milliseconds: a day.
const READ_BEFORE: i64 = 24 * 60 * 60 * 1_000;

/// Plays the story that ends with the plan.
pub(super) fn play(
    app: &App,
    clock: &Arc<HandClock>,
    outline: &Outline,
    plan: DemoPlan,
    progress: Progress,
) -> Result<()> {
    let steps = guanjia_simulate::story(outline, plan.seed, plan.end.into());
    let community = code(outline.community.division_code)?;
    let cast = principals(app, outline, community, &steps)?;
    let mut stage = Stage { app, clock, community, cast, outline, filed: HashMap::new() };
    let mut put_right = PutRight::of(app, outline, plan.end)?;
    let (mut done, mut caught_up, mut on_their_own) = (0, false, false);
    for watch in steps.chunk_by(|one, next| one.at.as_second() / WATCH == next.at.as_second() / WATCH) {
        if !caught_up && watch.first().is_some_and(|step| plan.end.since(step.at.into()) < READ_BEFORE) {
            allocation::approved(app, outline)?;
            stage.read_inboxes()?;
            caught_up = true;
        }
        if !on_their_own && watch.first().is_some_and(|step| plan.end.since(step.at.into()) < OWN_WORK_BEFORE)
        {
            own_work::before(app, outline)?;
            on_their_own = true;
        }
        stage.play(watch)?;
        if let Some(step) = watch.last() {
            put_right.until(step.at.into())?;
        }
        app.tick()?;
        done += watch.len() as u64;
        progress(done, steps.len() as u64);
    }
    clock.set(plan.end);
    own_work::at_last(app, outline)?;
    survey::begun(app, outline)?;
    app.tick()?;
    Ok(())
}

/// Everybody who acts, with what they may do: claims and grids stay as they are for the ninety days.
fn principals(
    app: &App,
    outline: &Outline,
    community: CommunityCode,
    steps: &[Step],
) -> Result<HashMap<Actor, Principal>> {
    let (street, district) = (code(outline.street.division_code)?, code(outline.bureau.division_code)?);
    let mut cast = HashMap::new();
    app.db.read(|tx| -> Result<()> {
        for step in steps {
            if cast.contains_key(&step.who) {
                continue;
            }
            let who = match (step.who.role, step.who.id) {
                (Role::Organisation, Some(id)) => app.signed_in(tx, community, Holder::Organisation(id))?.who,
                (Role::DistrictBureau, _) => {
                    app.signed_in(tx, district, Holder::Staff(outline.bureau.clerk.id))?.who
                }
                (Role::StreetOffice, Some(id)) => app.signed_in(tx, street, Holder::Staff(id))?.who,
                (_, Some(id)) => app.signed_in(tx, community, Holder::Staff(id))?.who,
                (role, None) => Principal::plain(role, community, None),
            };
            cast.insert(step.who, who);
        }
        Ok(())
    })?;
    Ok(cast)
}

/// What is handed in and not yet answered.
enum Pending {
    Filed(Answer<Filed, AppError>),
    Done(Answer<Request, AppError>),
}

struct Stage<'a> {
    app: &'a App,
    clock: &'a Arc<HandClock>,
    community: CommunityCode,
    cast: HashMap<Actor, Principal>,
    outline: &'a Outline,
    filed: HashMap<RequestId, Told>,
}

/// What was said of a request when it was filed.
struct Told {
    place: Place,
    by: Actor,
    matter: &'static str,
}

impl Stage<'_> {
    fn play(&mut self, steps: &[Step]) -> Result<()> {
        let mut pending = Vec::with_capacity(steps.len());
        for step in steps {
            let (clock, at) = (self.clock.clone(), Moment::from(step.at));
            // Not waited for: what comes after it in the queue is.
            let _set = self.app.db.write(self.community, move |_| -> Result<()> {
                clock.set(at);
                Ok(())
            });
            pending.push((step, self.hand_in(step)?));
        }
        for (step, answer) in pending {
            let outcome = match answer {
                Pending::Filed(answer) => answer.wait().map(drop),
                Pending::Done(answer) => answer.wait().map(drop),
            };
            outcome.inspect_err(|error| tracing::error!(%error, ?step, "a step of the story was refused"))?;
        }
        Ok(())
    }

    fn hand_in(&mut self, step: &Step) -> Result<Pending> {
        let (app, community) = (self.app, self.community);
        let who = self.who(step)?.clone();
        let photos = match (&step.what, self.filed.get(&step.request)) {
            (What::File(told), _) => pictures::before(app, community, step.request, told.matter)?,
            (What::Dispose { .. } | What::DoneOnSpot(_), Some(told)) => {
                pictures::after(app, community, step.request, told.matter)?
            }
            _ => Vec::new(),
        };
        let number = u32::try_from(photos.len()).unwrap_or(u32::MAX);
        Ok(match (&step.what, command::command(&step.what, number)?) {
            (What::File(told), _) => {
                let known = Told { place: told.place, by: step.who, matter: told.matter };
                self.filed.insert(step.request, known);
                Pending::Filed(app.file_request(
                    &who,
                    community,
                    command::filing(step.request, told, photos),
                )?)
            }
            (What::Join(told), _) => {
                let reporter = command::reporter(told);
                let own = format!("join {}", step.request);
                let id = guanjia_simulate::ids::id(step.at.as_millisecond(), &own);
                Pending::Done(app.join_request(&who, community, step.request, id.into(), &reporter, "")?)
            }
            (_, Some(command)) => {
                let deed = Deed { request: step.request, seen: None, command, photos };
                Pending::Done(app.act(&who, community, deed))
            }
            (_, None) => return Err(Refusal::NotFound.into()),
        })
    }

    /// Who does it. A request without a building lies in nobody's grid: there the steward says that it is done.
    fn who(&self, step: &Step) -> Result<&Principal> {
        let mut actor = step.who;
        if let (What::DoneOnSpot(_), Role::GridWorker, Some(told)) =
            (&step.what, actor.role, self.filed.get(&step.request))
            && told.place.building.is_none()
            && told.by != actor
        {
            actor = self.steward(told.place.estate).unwrap_or(actor);
        }
        Ok(self.cast.get(&actor).ok_or(Refusal::NotFound)?)
    }

    fn steward(&self, estate: EstateId) -> Option<Actor> {
        let claim = self.outline.community.claims.iter().find(|claim| EstateId(claim.estate) == estate)?;
        self.cast.keys().find(|actor| actor.id == Some(claim.steward)).copied()
    }

    /// Everybody has read what came until now.
    fn read_inboxes(&self) -> Result<()> {
        let inboxes: Vec<String> = self.cast.values().flat_map(crate::request::inboxes_of).collect();
        let (app, community) = (self.app.clone(), self.community);
        let read = move |tx: &mut guanjia_store::Tx| -> Result<()> {
            inboxes.iter().try_for_each(|inbox| Ok(tx.mark_read(community, inbox, app.now())?))
        };
        self.app.db.write(self.community, read).wait()
    }
}
