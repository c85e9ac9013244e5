//! The alert: a third household says the same. How often it is right, and how often it comes.

use super::gold::Gold;
use super::messages::Message;

/// So many voices ring.
const VOICES: usize = 3;
/// An alert is right when at least this part of what rang it is of one event.
const MOST: f64 = 0.5;

/// Whom an alert counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Voices {
    /// Each household once.
    Households,
    /// Each message.
    Messages,
}

/// What was together when a group rang: everything up to the message that made it ring. `None` where it never does.
fn ringing(messages: &[Message], group: &[usize], voices: Voices) -> Option<Vec<usize>> {
    let mut sorted = group.to_vec();
    sorted.sort_by_key(|one| (messages[*one].at, *one));
    let mut heard: Vec<&str> = Vec::new();
    for (place, one) in sorted.iter().enumerate() {
        let user = messages[*one].user();
        if voices == Voices::Messages || !heard.contains(&user) {
            heard.push(user);
        }
        if heard.len() == VOICES {
            sorted.truncate(place + 1);
            return Some(sorted);
        }
    }
    None
}

/// When an alert is right.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// When most of what rang it is of one event.
    AboutOneEvent,
    /// When moreover three households have written about that event by then.
    ThreeHouseholds,
}

/// Precision, recall and F1 of the alerts of some groups. Recall is over the events of at least three households.
pub fn alerts(
    messages: &[Message],
    gold: &Gold,
    groups: &[Vec<usize>],
    (voices, asked): (Voices, Right),
) -> [f64; 3] {
    let (mut right, mut wrong, mut reached) = (0, 0, Vec::new());
    for rung in groups.iter().filter_map(|group| ringing(messages, group, voices)) {
        match verdict(messages, gold, &rung, asked) {
            Verdict::Right(event) => {
                right += 1;
                reached.push(event);
            }
            Verdict::Wrong => wrong += 1,
            Verdict::Undecided => {}
        }
    }
    reached.sort_unstable();
    reached.dedup();
    let due = |event: &&Vec<usize>| ringing(messages, event, Voices::Households).is_some();
    let wanted = gold.events().iter().filter(due).count();
    reached.retain(|event| due(&&gold.events()[*event]));
    let ratio = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let (precision, recall) = (ratio(right, right + wrong), ratio(reached.len(), wanted));
    [precision, recall, 2.0 * precision * recall / (precision + recall).max(1e-9)]
}

enum Verdict {
    Right(usize),
    Wrong,
    /// Nobody could decide whether these messages belong together.
    Undecided,
}

fn verdict(messages: &[Message], gold: &Gold, rung: &[usize], asked: Right) -> Verdict {
    let Some(event) = about(gold, rung) else {
        return if gold.doubt(rung) < MOST { Verdict::Wrong } else { Verdict::Undecided };
    };
    if asked == Right::AboutOneEvent {
        return Verdict::Right(event);
    }
    let last = rung.iter().map(|one| messages[*one].at).max();
    let written: Vec<usize> =
        gold.events()[event].iter().copied().filter(|one| Some(messages[*one].at) <= last).collect();
    if ringing(messages, &written, Voices::Households).is_some() {
        return Verdict::Right(event);
    }
    // The third household may be one that nobody could tell from the event.
    let undecided = |one: &usize| gold.events()[event].iter().any(|own| gold.undecided(*own, *one));
    let wide: Vec<usize> = written.iter().chain(rung.iter().filter(|one| undecided(one))).copied().collect();
    match ringing(messages, &wide, Voices::Households) {
        Some(_) => Verdict::Undecided,
        None => Verdict::Wrong,
    }
}

/// The event that most of what rang is about; what nobody could decide towards it does not count.
fn about(gold: &Gold, rung: &[usize]) -> Option<usize> {
    let count = |event: usize| rung.iter().filter(|one| gold.event(**one) == Some(event)).count();
    let event = rung.iter().filter_map(|one| gold.event(*one)).max_by_key(|event| (count(*event), *event))?;
    let own = || rung.iter().filter(|one| gold.event(**one) == Some(event));
    let strange = |one: &&usize| {
        gold.event(**one) != Some(event) && !own().any(|member| gold.undecided(*member, **one))
    };
    let all = own().count() + rung.iter().filter(strange).count();
    (own().count() >= 2 && own().count() as f64 >= MOST * all as f64).then_some(event)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_writing_thrice_rings_only_where_messages_count() {
        let message = |at: usize, user: &str| Message::invented(at, user);
        let users = ["h1", "h1", "h1", "h2", "h3", "h4", "h5"];
        let messages: Vec<Message> = users.iter().enumerate().map(|(at, user)| message(at, user)).collect();
        let gold = Gold::new(&["a", "a", "a", "b", "b", "b", ""].map(ToOwned::to_owned), &[]);
        let groups = vec![vec![0, 1, 2], vec![3, 4, 5], vec![6]];
        let rung = |groups: &[Vec<usize>], voices, asked| alerts(&messages, &gold, groups, (voices, asked));
        for asked in [Right::AboutOneEvent, Right::ThreeHouseholds] {
            assert_eq!(rung(&groups, Voices::Households, asked), [1.0; 3]);
            let [precision, ..] = rung(&[vec![0, 3, 6], vec![1, 4]], Voices::Households, asked);
            assert!(precision.abs() < f64::EPSILON);
        }
        // Counted by messages, the first event rings when one household has written thrice.
        assert_eq!(rung(&groups, Voices::Messages, Right::ThreeHouseholds)[0..2], [0.5, 1.0]);
        assert_eq!(rung(&groups, Voices::Messages, Right::AboutOneEvent)[0..2], [1.0, 1.0]);
    }
}
