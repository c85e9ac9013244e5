//! Ctrl-C during long work: the first asks for what there is so far, the second ends the program.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether somebody pressed Ctrl-C.
pub struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Listens from now on. Where that cannot be, Ctrl-C ends the program as it always does.
    pub fn listen() -> Self {
        let came = Arc::new(AtomicBool::new(false));
        let noted = Arc::clone(&came);
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            if let Ok(runtime) = runtime {
                runtime.block_on(async {
                    if tokio::signal::ctrl_c().await.is_ok() {
                        noted.store(true, Ordering::Relaxed);
                    }
                    if tokio::signal::ctrl_c().await.is_ok() {
                        std::process::exit(130);
                    }
                });
            }
        });
        Self(came)
    }

    /// Whether it came.
    pub fn came(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
