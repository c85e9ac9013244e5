//! The bound on memory for photos in the whole process.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::{CleanPhoto, PhotoProblem, decode, develop};

/// Pictures of ordinary size that are worked on at once: as many as the reference machine has cores.
const SLOTS: u8 = 2;

/// A picture that needs more than this, in bytes, has the press to itself. 160 MB holds a progressive JPEG of 17
/// megapixels.
const LIGHT_PEAK_BYTES: u64 = 160_000_000;

/// Takes photos in turn so that many at once stay bounded: two light ones together (2 × 160 MB) or one heavy one
/// (at most 3 × 128 MB). Twenty pixel floods at once stay under 512 MB in all, and a heavy picture is served in its
/// turn, however many light ones follow.
///
/// Blocks the calling thread while it waits and works (about 0.1 s for a phone's picture): call it from a thread
/// that may block. One press serves the process; keep it where the server keeps its other shared state.
#[derive(Debug)]
pub struct PhotoPress {
    queue: Mutex<Queue>,
    turn: Condvar,
    /// Reading a header copies the upload; one copy at a time is enough.
    header: Mutex<()>,
}

#[derive(Debug)]
struct Queue {
    free: u8,
    next_ticket: u64,
    serving: u64,
}

impl Default for PhotoPress {
    fn default() -> Self {
        Self::new()
    }
}

impl PhotoPress {
    /// A press with nothing in it.
    #[must_use]
    pub const fn new() -> Self {
        let queue = Queue { free: SLOTS, next_ticket: 0, serving: 0 };
        Self { queue: Mutex::new(queue), turn: Condvar::new(), header: Mutex::new(()) }
    }

    /// [`clean`](super::clean), when its turn has come. What the header already refuses does not wait in line.
    ///
    /// # Errors
    /// As [`clean`](super::clean).
    pub fn clean(&self, bytes: &[u8]) -> Result<CleanPhoto, PhotoProblem> {
        let header = {
            let _one_at_a_time = locked(&self.header);
            decode::read_header(bytes)?
        };
        let _permit = self.enter(slots_for(header.peak_bytes));
        develop(bytes, &header)
    }

    fn enter(&self, slots: u8) -> Permit<'_> {
        let mut queue = locked(&self.queue);
        let ticket = queue.next_ticket;
        queue.next_ticket += 1;
        while queue.serving != ticket || queue.free < slots {
            queue = self.turn.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
        queue.serving += 1;
        queue.free -= slots;
        // The next in line may fit beside this one.
        self.turn.notify_all();
        Permit { press: self, slots }
    }
}

/// The right to decode; given back when dropped, also while unwinding.
struct Permit<'press> {
    press: &'press PhotoPress,
    slots: u8,
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        locked(&self.press.queue).free += self.slots;
        self.press.turn.notify_all();
    }
}

const fn slots_for(peak_bytes: u64) -> u8 {
    if peak_bytes > LIGHT_PEAK_BYTES { SLOTS } else { 1 }
}

/// The counters are whole after every statement, so a panic elsewhere leaves them usable.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::thread;
    use std::time::Duration;

    use super::*;

    #[test]
    fn at_most_two_light_or_one_heavy_picture_at_once() {
        let (press, inside, most) = (PhotoPress::new(), AtomicU32::new(0), AtomicU32::new(0));
        thread::scope(|scope| {
            for place in 0..20_u32 {
                let (press, inside, most) = (&press, &inside, &most);
                scope.spawn(move || {
                    let slots = if place.is_multiple_of(3) { SLOTS } else { 1 };
                    let _permit = press.enter(slots);
                    let load = inside.fetch_add(u32::from(slots), Ordering::SeqCst) + u32::from(slots);
                    most.fetch_max(load, Ordering::SeqCst);
                    thread::sleep(Duration::from_millis(2));
                    inside.fetch_sub(u32::from(slots), Ordering::SeqCst);
                });
            }
        });
        assert_eq!(most.load(Ordering::SeqCst), u32::from(SLOTS));
        assert_eq!(locked(&press.queue).free, SLOTS);
    }

    #[test]
    fn a_panic_inside_gives_the_permit_back() {
        let press = PhotoPress::new();
        let outcome = thread::scope(|scope| {
            scope
                .spawn(|| {
                    let _permit = press.enter(SLOTS);
                    panic!("planted");
                })
                .join()
        });
        assert!(outcome.is_err());
        assert_eq!(locked(&press.queue).free, SLOTS);
    }

    #[test]
    fn weight_follows_the_peak() {
        assert_eq!(slots_for(LIGHT_PEAK_BYTES), 1);
        assert_eq!(slots_for(LIGHT_PEAK_BYTES + 1), SLOTS);
    }
}
