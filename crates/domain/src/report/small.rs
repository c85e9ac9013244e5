//! Small counts are not published: who lives there would be recognised.

/// The fewest households of which a count is published.
pub const LEAST_SHOWN: u64 = 5;

/// A count as everybody may read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// So many.
    Count(u64),
    /// Fewer than [`LEAST_SHOWN`], none among them: not even that is said.
    Few,
}

/// A whole and its parts as everybody may read them. A whole below the limit is not shown, nor its parts. Of the parts
/// either all are shown or none: the whole less the others would give away a small one. No request at all is no
/// household, so a part of none is shown. Of each part come the requests and the households that made them.
#[must_use]
pub fn shown_parts<const N: usize>(households: u64, parts: [(u64, u64); N]) -> (Shown, [Shown; N]) {
    if households < LEAST_SHOWN {
        return (Shown::Few, [Shown::Few; N]);
    }
    let large = parts.iter().all(|(count, households)| *count == 0 || *households >= LEAST_SHOWN);
    let whole = parts.iter().map(|(count, _)| count).sum();
    (Shown::Count(whole), parts.map(|(count, _)| if large { Shown::Count(count) } else { Shown::Few }))
}
