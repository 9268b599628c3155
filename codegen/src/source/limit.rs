//! How much of a file is read: the bounds within which the time and the memory of a run stay.
//!
//! Whatever goes past one is a located error. Documents that people write stay far below each.

/// The largest file that is read, in bytes.
pub(super) const MAX_BYTES: usize = 256 << 20;

/// How many values a file may hold as it is written: what the time and the memory of a run grow with.
pub(super) const MAX_VALUES: u64 = 2_000_000;

/// How many values the aliases of a file may add, each counted as often as it is referred to.
pub(super) const MAX_EXPANSION: u64 = 2_000_000;

/// How many levels of lists and objects a file may nest, aliases followed.
pub(super) const MAX_DEPTH: u32 = 256;

/// How many keys given twice are reported before reading stops.
pub(super) const MAX_PROBLEMS: usize = 1_000;
