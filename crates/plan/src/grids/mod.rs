//! Design of grids: buildings become grids of 300 to 500 households that hang together, keep estates whole where
//! that can be had, and let grid workers walk little.
//!
//! [`design`] reads a [`Problem`] in the fixed interchange form and gives back a [`Plan`]; [`check::objections`]
//! proves a plan with code of its own. Three searches share the work:
//!
//! * estates first: exact merge of small estates and exact contiguous cut of large ones (`estates`), by listing all
//!   connected groups and choosing the cheapest cover (`cover`);
//! * band or balance first: grids that touch are put together and cut anew along random trees (`estates::weigh`);
//! * a given number of grids of the least cost, the capacitated p-median and the service areas: annealing over shifts,
//!   swaps and chains, then over neighbourhoods (`median`, `anneal`, `window`).
//!
//! Work is counted in steps, not in seconds, so a search that ends by itself gives the same plan for the same seed.
//! Where the caller stops it earlier, the best plan so far comes back, and it says so.

mod anneal;
mod begin;
mod bound;
mod chance;
pub mod check;
mod connect;
mod cover;
mod design;
mod estates;
mod fault;
mod laid;
mod median;
mod metric;
mod model;
mod plan;
mod problem;
mod regions;
pub mod settle;
pub mod survey;
mod unavoidable;
mod validate;
mod window;

pub use design::{Effort, design};
pub use fault::Fault;
pub use laid::{Laid, LaidGrid, Table};
pub use plan::{Grid, Plan};
pub use problem::{Band, Building, Centre, Distance, Objective, Priority, Problem, Strictness, Whole};
pub use unavoidable::Unavoidable;
