use super::*;

const NAME: Token = [1; 16];
const MINUTE: i64 = 60_000;

fn from(last: u8) -> IpAddr {
    [127, 0, 0, last].into()
}

fn pair() -> [Tried; 1] {
    [Tried::Pair(NAME, from(1))]
}

fn all(address: u8) -> [Tried; 3] {
    [Tried::Pair(NAME, from(address)), Tried::Name(NAME), Tried::Address(from(address))]
}

fn seconds(outcome: &Result<(), Refusal>) -> u64 {
    match outcome {
        Err(Refusal::TooManyTries { seconds }) => *seconds,
        _ => 0,
    }
}

#[test]
fn each_failure_doubles_the_wait_up_to_a_quarter_of_an_hour() {
    let (tries, mut now) = (Tries::default(), Moment(0));
    let mut waits = Vec::new();
    for _ in 0..16 {
        match seconds(&tries.begin(&pair(), now)) {
            0 => waits.push(0),
            wait => {
                waits.push(wait);
                now = now.plus(i64::try_from(wait).unwrap() * 1_000);
                assert!(tries.begin(&pair(), now).is_ok(), "the wait is as long as was said");
            }
        }
    }
    assert_eq!(waits, [0, 0, 0, 0, 0, 16, 31, 61, 121, 241, 481, 901, 901, 901, 901, 901]);
}

#[test]
fn many_at_once_gain_nothing() {
    let tries = Tries::default();
    let begun = (0..64).filter(|_| tries.begin(&[Tried::Code(Uuid::nil())], Moment(0)).is_ok());
    assert_eq!(begun.count(), 5);
}

#[test]
fn somebody_elsewhere_locks_nobody_out() {
    let (tries, mut now) = (Tries::default(), Moment(0));
    for n in 0..200 {
        // A hundred addresses, one after the other, for hours.
        now = now.plus(MINUTE);
        let _waits = tries.begin(&all(n % 100 + 100), now);
    }
    let owner = seconds(&tries.begin(&all(1), now));
    assert!(owner <= 61, "{owner}");
    assert!(tries.begin(&all(1), now.plus(MINUTE)).is_ok());
    // At once, from everywhere: the name waits, and never longer than a minute.
    for _ in 0..30 {
        for n in 0..10 {
            let _waits = tries.begin(&all(n + 200), now);
        }
    }
    let owner = seconds(&tries.begin(&all(2), now));
    assert!((1..=61).contains(&owner), "{owner}");
}

#[test]
fn who_gets_in_begins_anew_but_the_address_does_not() {
    let tries = Tries::default();
    for _ in 0..4 {
        tries.begin(&all(1), Moment(0)).unwrap();
    }
    for n in 0..16 {
        tries.begin(&[Tried::Pair([n + 2; 16], from(1)), Tried::Address(from(1))], Moment(0)).unwrap();
    }
    assert!(tries.begin(&[Tried::Address(from(1))], Moment(1)).is_err());
    let later = Moment(10 * MINUTE);
    tries.begin(&all(1), later).unwrap();
    tries.succeeded(&all(1));
    for _ in 0..5 {
        tries.begin(&pair(), later).unwrap();
    }
    tries.begin(&[Tried::Address(from(1))], later).unwrap();
    assert!(tries.begin(&[Tried::Address(from(1))], later).is_err(), "twenty again");
}

#[test]
fn failures_of_an_address_fade_one_by_one() {
    let (tries, mut now) = (Tries::default(), Moment(0));
    let office = [Tried::Address(from(1))];
    for _ in 0..20 {
        tries.begin(&office, now).unwrap();
    }
    // Somebody mistypes every quarter of an hour: nobody ever waits for it.
    for _ in 0..100 {
        now = now.plus(15 * MINUTE);
        assert!(tries.begin(&office, now).is_ok());
    }
}

#[test]
fn what_is_over_is_forgotten_and_what_is_forgiven_too() {
    let tries = Tries::default();
    tries.begin(&all(1), Moment(0)).unwrap();
    tries.forget_old(Moment(1));
    assert_eq!(tries.len(), 3);
    tries.forget_old(Moment(FORGOTTEN + 1));
    assert!(tries.is_empty());
    for _ in 0..5 {
        tries.begin(&pair(), Moment(0)).unwrap();
    }
    assert!(tries.begin(&pair(), Moment(0)).is_err());
    tries.forgive(&[NAME], Uuid::nil());
    assert!(tries.begin(&pair(), Moment(0)).is_ok());
}

#[test]
fn there_is_a_most_of_what_is_kept() {
    let tries = Tries::default();
    for n in 0..MOST as u128 + 10 {
        tries.begin(&[Tried::Code(Uuid::from_u128(n))], Moment(i64::try_from(n).unwrap())).unwrap();
    }
    assert!(tries.len() <= MOST / 2 + 20, "{}", tries.len());
}
