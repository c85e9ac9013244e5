//! Turns for work that reckons long: a few at once, a few that wait without holding a thread, and no more.

use guanjia_domain::Refusal;
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How many reckon at once: as many as [`guanjia_app::access::Passwords`] lets.
const AT_ONCE: usize = 2;
/// How many more may wait: about a second's work.
const WAITING: usize = 16;
/// When whoever was sent away may come again, in seconds.
const AGAIN: u64 = 3;

/// Who has a turn, and who waits for one.
pub(crate) struct Turns {
    here: Arc<Semaphore>,
    running: Arc<Semaphore>,
}

/// A turn; ends when it is dropped. It goes along with the work, which ends later than whoever asked may stay.
pub(crate) struct Turn {
    _here: OwnedSemaphorePermit,
    _running: Option<OwnedSemaphorePermit>,
}

impl Default for Turns {
    fn default() -> Self {
        let of = |places| Arc::new(Semaphore::new(places));
        Self { here: of(AT_ONCE + WAITING), running: of(AT_ONCE) }
    }
}

impl Turns {
    /// Waits for a turn.
    ///
    /// # Errors
    /// [`Refusal::TooManyTries`] when too many wait already.
    pub(crate) async fn take(&self) -> Result<Turn, Refusal> {
        let here = Arc::clone(&self.here).try_acquire_owned();
        let here = here.map_err(|_| Refusal::TooManyTries { seconds: AGAIN })?;
        // The semaphore is never closed, so this only waits.
        Ok(Turn { _here: here, _running: Arc::clone(&self.running).acquire_owned().await.ok() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;
    use std::task::Poll;

    #[tokio::test]
    async fn a_few_reckon_a_few_wait_and_the_others_are_sent_away() {
        let turns = Turns::default();
        let mut running = Vec::new();
        for _ in 0..AT_ONCE {
            running.push(turns.take().await.unwrap());
        }
        let mut waiting: Vec<_> = (0..WAITING).map(|_| Box::pin(turns.take())).collect();
        for it in &mut waiting {
            let waits = poll_fn(|context| Poll::Ready(it.as_mut().poll(context).is_pending())).await;
            assert!(waits);
        }
        assert!(matches!(turns.take().await, Err(Refusal::TooManyTries { seconds: AGAIN })));
        running.pop();
        let next = waiting.remove(0).await.unwrap();
        drop((next, running));
        drop(waiting);
        turns.take().await.unwrap();
    }
}
