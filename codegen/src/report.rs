//! Reports of a run as text, made to be kept as snapshots and read by people.
//!
//! In: what the stages found. Out: text that depends on nothing else: places as `file:line:column`.
//! This room judges nothing and knows neither settings nor schemas.

mod contradictions;
mod ignored;
mod place;
mod summary;

pub use contradictions::contradictions;
pub use ignored::ignored;
pub use summary::Summary;

#[cfg(test)]
mod tests;
