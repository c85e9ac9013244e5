use super::*;

fn name() -> [Tried; 1] {
    [Tried::Name("someone".into())]
}

#[test]
fn each_failure_doubles_the_wait_up_to_a_quarter_of_an_hour() {
    let (tries, mut now) = (Tries::default(), Moment(0));
    let mut waits = Vec::new();
    for _ in 0..16 {
        let refused = tries.check(&name(), now).err();
        let seconds = match refused {
            Some(Refusal::TooManyTries { seconds }) => seconds,
            _ => 0,
        };
        waits.push(seconds);
        now = now.plus(i64::try_from(seconds).unwrap() * 1_000);
        assert!(tries.check(&name(), now).is_ok(), "the wait is as long as was said");
        tries.failed(&name(), now);
    }
    assert_eq!(waits, [0, 0, 0, 0, 0, 16, 31, 61, 121, 241, 481, 901, 901, 901, 901, 901]);
}

#[test]
fn who_gets_in_begins_anew_but_the_address_does_not() {
    let tries = Tries::default();
    let both = [name()[0].clone(), Tried::Address([127, 0, 0, 1].into())];
    for _ in 0..20 {
        tries.failed(&both, Moment(0));
    }
    tries.succeeded(&both);
    assert!(tries.check(&name(), Moment(1)).is_ok());
    assert!(tries.check(&both, Moment(1)).is_err());
    assert!(tries.check(&both, Moment(FORGOTTEN)).is_ok());
}
