//! Two threads side by side: one reads from the database, the other thinks about what was read.

use std::iter::Flatten;
use std::panic::resume_unwind;
use std::sync::mpsc::{IntoIter, SyncSender, sync_channel};

/// How many items go over together: one at a time would cost more than the thinking.
const TOGETHER: usize = 512;
/// How many such batches may wait.
const WAITING: usize = 16;

/// Where the reading thread hands over what it read.
pub(super) struct Batches<T> {
    next: Vec<T>,
    sender: SyncSender<Vec<T>>,
}

impl<T> Batches<T> {
    pub(super) fn hand_over(&mut self, item: T) {
        self.next.push(item);
        if self.next.len() >= TOGETHER {
            self.send();
        }
    }

    fn send(&mut self) {
        let batch = std::mem::replace(&mut self.next, Vec::with_capacity(TOGETHER));
        // Nobody takes it when the other thread has panicked, which comes to light when it is joined.
        let _panicked = self.sender.send(batch);
    }
}

/// What was handed over, one by one.
pub(super) type Items<T> = Flatten<IntoIter<Vec<T>>>;

/// Runs `read` here and `think` beside it on what `read` hands over, in the same order.
///
/// # Errors
/// What `read` says.
pub(super) fn side_by_side<T: Send, R: Send, E>(
    read: impl FnOnce(&mut Batches<T>) -> Result<(), E>,
    think: impl FnOnce(Items<T>) -> R + Send,
) -> Result<R, E> {
    std::thread::scope(|scope| {
        let (sender, receiver) = sync_channel::<Vec<T>>(WAITING);
        let thinking = scope.spawn(move || think(receiver.into_iter().flatten()));
        let mut batches = Batches { next: Vec::with_capacity(TOGETHER), sender };
        let outcome = read(&mut batches);
        batches.send();
        drop(batches);
        let thought = thinking.join().unwrap_or_else(|panic| resume_unwind(panic));
        outcome.map(|()| thought)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_arrives_in_its_order() {
        let read = |batches: &mut Batches<u32>| -> Result<(), ()> {
            (0..10_000).for_each(|n| batches.hand_over(n));
            Ok(())
        };
        let got = side_by_side(read, Iterator::collect::<Vec<_>>).unwrap();
        assert_eq!(got, (0..10_000).collect::<Vec<_>>());
    }

    #[test]
    fn what_the_reader_says_is_said() {
        let read = |batches: &mut Batches<u32>| {
            batches.hand_over(1);
            Err("broken")
        };
        assert_eq!(side_by_side(read, Iterator::count), Err("broken"));
    }
}
