//! A community with very many requests, made in bulk: the same events and rows as by the use cases, thousands in a
//! transaction.

use super::house::House;
use crate::failure::Failure;
use guanjia_app::{App, AppError};
use guanjia_domain::ids::RequestId;
use guanjia_domain::limit::{Limit, Measure};
use guanjia_domain::request::{self, Channel, Command, Context, File, Place};
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Entity, Event, Moment, Subject};
use guanjia_store::timers::Timer;
use guanjia_store::vault::pack;
use guanjia_store::{Answer, Kind, Slot, StoreError, Tx};
use std::num::NonZeroU32;
use std::sync::Arc;

/// Requests in a transaction.
const TOGETHER: u64 = 2_000;
/// One of so many is open: two in a hundred.
const OPEN_ONE_OF: u64 = 50;
/// Over how long they came in, in milliseconds.
const SPAN: i64 = 2 * 24 * 60 * 60 * 1_000;
const FIVE: NonZeroU32 = NonZeroU32::MIN.saturating_add(4);

/// Fills the installation up with `requests`.
pub fn fill(house: &House, requests: u64) -> Result<(), Failure> {
    let app = house.open()?;
    let end = app.now();
    let mut waiting: Option<Answer<(), AppError>> = None;
    let mut first = 0;
    while first < requests {
        let next = requests.min(first + TOGETHER);
        let made: Vec<_> =
            (first..next).map(|n| made(&app, house, n, requests, end)).collect::<Result<_, _>>()?;
        let answer = write(&app, house, made);
        if let Some(before) = waiting.replace(answer) {
            before.wait()?;
        }
        first = next;
    }
    waiting.map_or(Ok(()), Answer::wait)?;
    app.db.measure_tables()?;
    Ok(())
}

struct Made {
    file: File,
    at: Moment,
    open: bool,
    words: Vec<u8>,
    tokens: Vec<u8>,
}

fn made(app: &App, house: &House, n: u64, all: u64, end: Moment) -> Result<Made, AppError> {
    let at = end.plus(-SPAN + (i128::from(SPAN) * i128::from(n) / i128::from(all.max(1))) as i64);
    let id = RequestId(app.ids.next(at)?);
    let turn = (n / OPEN_ONE_OF) as usize % house.places.len().max(1);
    let (estate, building) =
        house.places.get(turn).copied().ok_or_else(|| StoreError::Damaged("no estate".into()))?;
    let text = Text::new("text", &format!("第{n}件：楼道的灯不亮了，晚上上下楼看不清，请派人来看看。"))?;
    let words = app.vault.seal(&words_of(house.community, id), text.as_str().as_bytes())?;
    let tokens = pack(&app.vault.index().tokens(house.community, text.as_str()));
    let file = File {
        id,
        number: 0,
        place: Place { estate, building: Some(building), unit: None, room: None },
        matter: None,
        channel: Channel::Phone,
        urgent: false,
        on_behalf: false,
        text,
        photos: 0,
        limits: [(Measure::Done, Limit::WorkingDays(FIVE))].into(),
    };
    Ok(Made { file, at, open: n.is_multiple_of(OPEN_ONE_OF), words, tokens })
}

const fn words_of(community: CommunityCode, id: RequestId) -> Slot {
    Slot { community, owner: id.0, kind: Kind::Words, n: 0 }
}

fn write(app: &App, house: &House, made: Vec<Made>) -> Answer<(), AppError> {
    let (community, actor, rules) = (house.community, house.steward.actor(), Arc::clone(&app.rules));
    app.db.write(community, move |tx| {
        made.iter().try_for_each(|it| {
            let context = Context { now: it.at, actor, rules: &rules };
            record(tx, community, it, &context)
        })
    })
}

fn record(tx: &mut Tx, community: CommunityCode, made: &Made, context: &Context) -> Result<(), AppError> {
    let file = File { number: tx.next_request_number(community)?, ..made.file.clone() };
    let subject = Subject::Request(file.id);
    let event = |body: request::RequestEvent| Event {
        at: context.now,
        actor: context.actor,
        subject,
        body: body.into(),
    };
    let first = event(request::file(&file, context)?);
    let mut events = vec![first];
    if !made.open {
        let state = Entity::after(None, &events[0]).map_err(StoreError::from)?;
        if let Entity::Request(request) = state {
            let done = Command::DoneOnSpot { words: None, photos: 0 };
            events.extend(request::decide(&request, &done, context)?.into_iter().map(event));
        }
    }
    let state = tx.record(community, None, &events)?;
    tx.keep(&words_of(community, file.id), &made.words)?;
    tx.index_request(community, file.id, &[0; 16], &made.tokens)?;
    if let (true, Entity::Request(request)) = (made.open, state) {
        let timer = Timer { rings_at: request.due_at().plus(1), subject: file.id.0, kind: "overdue".into() };
        tx.set_timer(community, &timer)?;
    }
    Ok(())
}
