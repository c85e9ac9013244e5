//! The demo community and its invented days, in virtual time: pure.
//!
//! [`outline()`] is the place: estates, buildings, grids, people, organisations. [`story()`] is what happens
//! there in ninety days. Both are plain data; whoever wants them in a store converts them to commands, so that
//! the demo is made by the same rules as real work.
//!
//! Names of communities, the street office and the bureau are real places. So are the counts of the reference community
//! (13 estates, 7 119 households) and the name of the estate 理工大长风住宅小区. **Everything else is invented**:
//! the other estates, every building, person, organisation, telephone number and request. Names of persons follow
//! series that nobody can take for real ones (solar terms, trees, the sexagenary cycle), and telephone numbers lie in
//! a range that no subscriber holds.

pub mod ids;
pub mod outline;
pub mod rng;
pub mod story;

pub use outline::{Outline, outline};
pub use story::{Step, story};
