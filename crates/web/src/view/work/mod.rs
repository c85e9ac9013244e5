//! `GET /work`: what each role does all day, first.

mod grid_worker;

pub use grid_worker::GridWorkerPage;
