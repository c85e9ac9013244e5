//! The laws of a request's life, held against any sequence of commands.
#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail loudly, as tests do")]

mod support;

use guanjia_domain::claim::{Claim, Claims};
use guanjia_domain::ids::{EstateId, StaffId};
use guanjia_domain::limit::{Measure, Rules};
use guanjia_domain::place::{Estate, EstateFacts};
use guanjia_domain::request::{
    self, Channel, ClockMotion, Closing, Command, Context, File, LIFE, Leads, MOST_PHOTOS,
    MOST_PHOTOS_IN_ALL, Request, RequestEvent, State, Verb, decide,
};
use guanjia_domain::{Actor, Body, Entity, Event, Moment, Party, Subject};
use proptest::prelude::*;
use support::{DAY, OWN, PLACE, START, text, tries};
use uuid::Uuid;

type Outcome = Result<(), TestCaseError>;

fn filed(photos: u32, limit: &str, channel: Channel, rules: &Rules) -> (Request, Event) {
    let context = Context { now: START, actor: Actor::RESIDENT, rules };
    let new = File {
        id: OWN,
        number: 1,
        place: PLACE,
        matter: None,
        channel,
        urgent: false,
        on_behalf: false,
        text: text(),
        photos,
        limits: [
            (Measure::Done, limit.parse().unwrap()),
            (Measure::FirstContact, "30wm".parse().unwrap()),
            (Measure::Stop, "1h".parse().unwrap()),
        ]
        .into(),
    };
    let event = event(START, Actor::RESIDENT, request::file(&new, &context).unwrap());
    (request_of(Entity::after(None, &event).unwrap()), event)
}

fn event(at: Moment, actor: Actor, body: RequestEvent) -> Event {
    Event { at, actor, subject: Subject::Request(OWN), body: body.into() }
}

fn request_of(entity: Entity) -> Request {
    match entity {
        Entity::Request(request) => *request,
        other => panic!("{other:?} is no request"),
    }
}

/// Through the form in which the ledger keeps it.
fn from_ledger(event: &Event) -> Event {
    let body = serde_json::to_string(&event.body).unwrap();
    Event { body: serde_json::from_str(&body).unwrap(), ..event.clone() }
}

/// What a command needs besides the table: the code of the refusal, as the commands' own documentation says it.
fn unmet_need(request: &Request, command: &Command, now: Moment) -> Option<&'static str> {
    let photos = command.photos();
    if photos > MOST_PHOTOS || (photos > 0 && request.photos + photos > MOST_PHOTOS_IN_ALL) {
        return Some("too-many-photos");
    }
    let is_with =
        |party| request.asked == Some(party) || (request.asked.is_none() && request.handler == party);
    match command {
        Command::Dispatch { to, .. } if to.is_above_community() => Some("wrong-level"),
        Command::Escalate { to, .. } if !to.is_above_community() => Some("wrong-level"),
        Command::Dispatch { to, .. } | Command::Escalate { to, .. } if is_with(*to) => Some("already-there"),
        Command::Take { by } if request.asked != Some(*by) => Some("not-asked"),
        Command::Return { by, .. } if !is_with(*by) => Some("not-asked"),
        Command::Suspend { until, .. } | Command::Wait { until, .. } if *until <= now => {
            Some("not-in-future")
        }
        Command::Suspend { until, .. } | Command::Wait { until, .. } if until.since(now) > 366 * DAY => {
            Some("too-far")
        }
        Command::Meet { measure } if request.targets.get(measure).is_none_or(|it| it.met.is_some()) => {
            Some("not-measured")
        }
        Command::Close { special: None } if request.state != State::Checked => Some("text-missing"),
        Command::Add { words: None, photos: 0, .. } => Some("text-missing"),
        Command::Merge { into } if *into == request.id => Some("cannot-merge"),
        Command::GiveLink { to } => {
            let party = Party::Organisation(*to);
            (request.asked != Some(party) && request.handler != party).then_some("not-asked")
        }
        _ => None,
    }
}

/// The numbers of the texts that an event speaks of.
fn numbers(event: &RequestEvent) -> Vec<u32> {
    let note = match event {
        RequestEvent::Disposed { note, .. } => *note,
        _ => None,
    };
    event.words().map(|(n, _)| n).into_iter().chain(note).collect()
}

/// What must hold of every step that was not refused.
fn check_step(before: &Request, command: &Command, events: &[RequestEvent], after: &Request) -> Outcome {
    prop_assert!(!events.is_empty());
    prop_assert_eq!(Some(after.state), command.verb().from(before.state), "the table says where it leads");
    prop_assert_eq!(after.version, before.version + events.len() as u64);

    let said: Vec<u32> = events.iter().flat_map(numbers).collect();
    let texts = u32::try_from(command.texts().len()).unwrap();
    prop_assert_eq!(
        said,
        (before.words..before.words + texts).collect::<Vec<_>>(),
        "texts are numbered gapless"
    );
    prop_assert_eq!(after.words, before.words + texts);
    prop_assert_eq!(after.photos, before.photos + command.photos());

    if after.handler != before.handler {
        let handed_on = events.iter().any(|event| match event {
            RequestEvent::Taken { by } => before.asked == Some(*by) && after.handler == *by,
            RequestEvent::Returned { .. } | RequestEvent::Reopened { .. } => after.handler == Party::Steward,
            _ => false,
        });
        prop_assert!(handed_on, "the first receiver stays responsible until the next accepts");
    }
    if after.asked != before.asked && after.asked.is_some() {
        let asking = match command {
            Command::Dispatch { to, .. } | Command::Escalate { to, .. } => after.asked == Some(*to),
            _ => false,
        };
        prop_assert!(asking, "only who dispatches or escalates asks somebody");
    }
    prop_assert_eq!((after.id, after.number, after.place), (before.id, before.number, before.place));
    prop_assert_eq!((after.filed_by, after.reported_at), (before.filed_by, before.reported_at));
    Ok(())
}

/// What must hold of every state.
fn check_state(request: &Request) -> Outcome {
    let ended = request.state.clock() == ClockMotion::Ended;
    prop_assert_eq!(request.ended_at.is_some(), ended);
    prop_assert_eq!(request.closing.is_some(), request.state == State::Closed);
    prop_assert_eq!(request.merged_into.is_some(), request.state == State::Merged);
    let aside = matches!(request.state, State::Suspended | State::Waiting);
    prop_assert_eq!(request.suspended_until.is_some(), aside);
    prop_assert_eq!(request.awaits.is_some(), request.state == State::Waiting);
    for (measure, target) in &request.targets {
        let stands = target.met.is_some() || request.state.clock() != ClockMotion::Runs;
        prop_assert_eq!(target.clock.is_paused(), stands, "{:?}", measure);
    }
    prop_assert_eq!(request.clock.is_paused(), request.state.clock() != ClockMotion::Runs);
    prop_assert!(!(ended && request.asked.is_some()), "nobody is asked to do what has ended");
    if let (Some(party), true) = (request.asked, !aside) {
        prop_assert!(Verb::Take.from(request.state).is_some(), "{party} was asked and cannot accept");
    }
    if matches!(request.state, State::Disposed | State::Checked) {
        prop_assert!(request.disposed_at.is_some() && request.reply.is_some());
    }
    Ok(())
}

/// The clock stands in the states in which nobody works, and goes on with what was left.
fn check_clock(before: &Request, command: &Command, after: &Request, now: Moment, rules: &Rules) -> Outcome {
    if after.state.clock() != ClockMotion::Runs {
        let later = now.plus(40 * DAY);
        prop_assert_eq!(after.clock.remaining(now, rules), after.clock.remaining(later, rules));
        prop_assert_eq!(after.clock.is_overdue(now), after.clock.is_overdue(later));
    }
    if matches!(command, Command::Resume | Command::Rework { .. }) {
        let paused_at = before.clock.stops().last().unwrap().from;
        if now >= paused_at && paused_at <= before.due_at() {
            prop_assert_eq!(before.clock.remaining(now, rules), after.clock.remaining(now, rules));
        }
        if paused_at > before.due_at() {
            prop_assert_eq!(before.due_at(), after.due_at(), "what was late stays late");
        }
    }
    let clock_is_new = matches!(
        command,
        Command::Extend { .. } | Command::Reopen { .. } | Command::Resume | Command::Rework { .. }
    );
    if !clock_is_new {
        prop_assert_eq!(
            before.due_at(),
            after.due_at(),
            "only more time, a reopening and the end of a pause move it"
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_commands_keeps_the_laws(
        photos in 0u32..=6,
        limit in prop::sample::select(vec!["5wd", "90wm", "24h", "7d", "same_day"]),
        channel in support::channel(),
        tries in tries(90),
    ) {
        let rules = Rules::default();
        let (mut request, first) = filed(photos, limit, channel, &rules);
        let mut ledger = vec![first];
        let mut now = START;
        check_state(&request)?;
        for step in tries {
            now = now.plus(step.wait);
            let command = step.aimed(&request, now);
            let context = Context { now, actor: step.actor, rules: &rules };
            let decided = decide(&request, &command, &context);
            let expected = match command.verb().from(request.state) {
                None => Some("not-from-here"),
                Some(_) => unmet_need(&request, &command, now),
            };
            prop_assert_eq!(decided.as_ref().err().map(guanjia_domain::Refusal::code), expected, "{:?}", command);
            let Ok(events) = decided else { continue };

            let before = request.clone();
            for happened in &events {
                request.apply(step.actor, now, happened);
                ledger.push(event(now, step.actor, happened.clone()));
            }
            check_step(&before, &command, &events, &request)?;
            check_state(&request)?;
            check_clock(&before, &command, &request, now, &rules)?;
        }
        prop_assert_eq!(request.version, ledger.len() as u64);

        let mut replayed = None;
        for event in &ledger {
            let read = from_ledger(event);
            prop_assert_eq!(&read, event);
            replayed = Some(Entity::after(replayed, &read).unwrap());
        }
        prop_assert_eq!(replayed, Some(Entity::Request(Box::new(request.clone()))));
        let kept: Request = serde_json::from_str(&serde_json::to_string(&request).unwrap()).unwrap();
        prop_assert_eq!(kept, request);
    }

    /// Who is accountable stands in the claims of the estate and nowhere in a request: whatever happens to requests
    /// is no event of an estate, and an estate refuses it.
    #[test]
    fn no_command_on_a_request_touches_claims(command in support::command(), actor in support::actor()) {
        let rules = Rules::default();
        let (request, _) = filed(0, "24h", Channel::Web, &rules);
        let estate = EstateId(Uuid::from_u128(2));
        let steward = StaffId(Uuid::from_u128(9));
        let claim = Claim { starts_at: START, steward, deputy: None, pact_signed_at: None };
        let before = Entity::Estate(Estate { id: estate, facts: EstateFacts::default() }, Claims::first(estate, claim));
        let context = Context { now: START, actor, rules: &rules };
        for happened in decide(&request, &command, &context).unwrap_or_default() {
            let stray = Event { at: START, actor, subject: Subject::Estate(estate), body: Body::Request(happened) };
            prop_assert!(Entity::after(Some(before.clone()), &stray).is_err());
        }
    }
}

/// Two texts of one step have numbers of their own, in the order in which they are kept.
#[test]
fn reply_and_note_are_two_texts() {
    let rules = Rules::default();
    let (mut request, _) = filed(0, "24h", Channel::Web, &rules);
    let context = Context { now: START, actor: Actor::SYSTEM, rules: &rules };
    request.apply(Actor::SYSTEM, START, &RequestEvent::Accepted);
    let command = Command::Dispose { reply: text(), note: Some(text()), photos: 0 };
    let events = decide(&request, &command, &context).unwrap();
    assert_eq!(numbers(&events[0]), [1, 2]);
}

/// A request done after its due time is closed as overtime, however late the check comes.
#[test]
fn how_it_ended_is_told_by_when_it_was_done() {
    let rules = Rules::default();
    for (done_after, how) in [(DAY, Closing::Normal), (DAY + 1, Closing::Overtime)] {
        let (mut request, _) = filed(0, "24h", Channel::Web, &rules);
        for (at, command) in [
            (0, Command::Accept),
            (done_after, Command::Dispose { reply: text(), note: None, photos: 0 }),
            (30 * DAY, Command::Check { words: None }),
            (31 * DAY, Command::Close { special: None }),
        ] {
            let now = START.plus(at);
            let context = Context { now, actor: Actor::SYSTEM, rules: &rules };
            for event in decide(&request, &command, &context).unwrap() {
                request.apply(Actor::SYSTEM, now, &event);
            }
        }
        assert_eq!(request.closing, Some(how));
    }
}

#[test]
fn six_photos_a_step_and_sixty_in_all() {
    let rules = Rules::default();
    let (mut request, _) = filed(6, "24h", Channel::Web, &rules);
    let context = Context { now: START, actor: Actor::RESIDENT, rules: &rules };
    let add = |photos| Command::Add { words: None, photos, internal: false };
    assert_eq!(decide(&request, &add(7), &context).unwrap_err().code(), "too-many-photos");
    for _ in 0..9 {
        let events = decide(&request, &add(6), &context).unwrap();
        request.apply(Actor::RESIDENT, START, &events[0]);
    }
    assert_eq!(request.photos, 60);
    assert_eq!(decide(&request, &add(1), &context).unwrap_err().code(), "too-many-photos");
}

/// Somebody who was asked can still accept after the steward gave more time or took the matter up again.
#[test]
fn more_time_does_not_shut_out_who_was_asked() {
    let rules = Rules::default();
    let to = Party::GridWorker(StaffId(Uuid::from_u128(11)));
    let more = Command::Extend { reason: text(), more: "5wd".parse().unwrap() };
    let aside = Command::Suspend { reason: text(), until: START.plus(DAY) };
    for between in [vec![more], vec![aside, Command::Resume]] {
        let (mut request, _) = filed(0, "24h", Channel::Web, &rules);
        let context = Context { now: START, actor: Actor::SYSTEM, rules: &rules };
        let steps = [Command::Dispatch { to, words: None }]
            .into_iter()
            .chain(between)
            .chain([Command::Take { by: to }]);
        for command in steps {
            for event in decide(&request, &command, &context).unwrap() {
                request.apply(Actor::SYSTEM, START, &event);
            }
        }
        assert_eq!((request.handler, request.asked), (to, None));
    }
}

#[test]
fn names_of_verbs_and_states_come_back() {
    for step in LIFE {
        assert_eq!(Verb::of_name(step.verb.name()), Some(step.verb));
        for from in step.from {
            assert_eq!(
                step.verb.from(*from),
                Some(if let Leads::To(next) = step.leads { next } else { *from })
            );
        }
    }
    for state in State::ALL {
        assert_eq!(State::of_name(state.name()), Some(state));
    }
}
