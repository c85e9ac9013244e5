//! What a server does without being asked: timers every second; once a day fields of cards whose time is over, and
//! photos that nothing lists.

use crate::error::Result;
use crate::office::App;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// How often timers are looked at.
const TICK: Duration = Duration::from_secs(1);
/// How often cards and photos are swept, in ticks: once a day.
const SWEEP_EVERY: u64 = 24 * 60 * 60;
/// The first sweep comes when the start is long over, in ticks: ten minutes.
const FIRST_SWEEP: u64 = 10 * 60;
/// A photo is written before its request; one that is older than this and in no request was left behind.
const LEFT_BEHIND: Duration = Duration::from_secs(24 * 60 * 60);

/// The running clockwork. Ends when it is dropped.
pub struct Clockwork {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl App {
    /// Starts the clockwork in a thread of its own. Several servers may each have one: a timer is taken once.
    ///
    /// # Errors
    /// [`guanjia_store::StoreError::Unavailable`] when the system gives no thread.
    pub fn start_clockwork(&self) -> Result<Clockwork> {
        let (stop, stopped) = channel();
        let app = self.clone();
        let thread = std::thread::Builder::new()
            .name("clockwork".into())
            .spawn(move || run(&app, &stopped))
            .map_err(|error| guanjia_store::StoreError::Unavailable(error.to_string()))?;
        Ok(Clockwork { stop: Some(stop), thread: Some(thread) })
    }

    /// Removes the photo files of every community that no request lists, and says how many. Blocks.
    ///
    /// # Errors
    /// What the store says.
    pub fn sweep_photos(&self) -> Result<usize> {
        let listed = self.db.read(|tx| -> Result<Vec<_>> {
            let mut listed = Vec::new();
            for (community, _) in tx.communities()? {
                listed.push((community, tx.listed_files(community)?));
            }
            Ok(listed)
        })?;
        let mut swept = 0;
        for (community, listed) in listed {
            swept += self.files.sweep(community, &listed, LEFT_BEHIND)?;
        }
        Ok(swept)
    }
}

impl Drop for Clockwork {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has said so already.
            let _ended = thread.join();
        }
    }
}

fn run(app: &App, stopped: &Receiver<()>) {
    let mut ticks = 0_u64;
    while stopped.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
        ticks += 1;
        if let Err(error) = app.tick() {
            tracing::error!(%error, "timers could not be worked off; they are tried again in a second");
        }
        if ticks >= FIRST_SWEEP && (ticks - FIRST_SWEEP).is_multiple_of(SWEEP_EVERY) {
            match app.sweep_cards() {
                Ok(0) => {}
                Ok(swept) => tracing::info!(swept, "fields of cards whose time is over were erased"),
                Err(error) => tracing::error!(%error, "cards could not be swept"),
            }
            match app.sweep_photos() {
                Ok(0) => {}
                Ok(swept) => tracing::info!(swept, "photos without a request were removed"),
                Err(error) => tracing::error!(%error, "photos could not be swept"),
            }
        }
    }
}
