//! Households count, not messages.

/// One voice behind an issue: whoever reported a request or joined it. Both fields are opaque: a number of a room, a
/// keyed digest of a phone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// The room it is about.
    pub room: Option<u128>,
    /// By what the reporter is reached.
    pub phone: Option<Vec<u8>>,
}

/// The number of each voice's household, from 0, in the order of the voices. Two voices are of one household when they
/// have the room or the phone in common; a voice that names neither is one of its own.
#[must_use]
pub fn households(voices: &[Voice]) -> Vec<usize> {
    let mut of: Vec<usize> = (0..voices.len()).collect();
    for (at, voice) in voices.iter().enumerate() {
        for earlier in 0..at {
            let other = &voices[earlier];
            let same_room = voice.room.is_some() && voice.room == other.room;
            let same_phone = voice.phone.is_some() && voice.phone == other.phone;
            if same_room || same_phone {
                let (into, from) = (of[earlier].min(of[at]), of[earlier].max(of[at]));
                of.iter_mut().filter(|it| **it == from).for_each(|it| *it = into);
            }
        }
    }
    let mut first: Vec<usize> = of.clone();
    first.sort_unstable();
    first.dedup();
    of.iter().map(|it| first.partition_point(|one| one < it)).collect()
}
