//! What the trail of a request tells.

use super::keyed::keyed;
use super::parts::Photo;

keyed! {
    /// One kind of step in the life of a request.
    Happening {
        /// It was filed.
        Filed = "filed", "happened-filed";
        /// Somebody else has the same matter.
        Joined = "joined", "happened-joined";
        /// Words or photos were added.
        Added = "added", "happened-added";
        /// The steward accepted it.
        Accepted = "accepted", "happened-accepted";
        /// It was refused.
        Refused = "refused", "happened-refused";
        /// It was done on the spot.
        DoneOnSpot = "done_on_spot", "happened-done-on-spot";
        /// It was handed on.
        Dispatched = "dispatched", "happened-dispatched";
        /// The asked party took it.
        Taken = "taken", "happened-taken";
        /// The asked party gave it back.
        Returned = "returned", "happened-returned";
        /// Its limit moved.
        Extended = "extended", "happened-extended";
        /// Its clock stopped.
        Suspended = "suspended", "happened-suspended";
        /// Its clock stops until somebody answers.
        Waiting = "waiting", "happened-waiting";
        /// A measure with a limit of its own was met.
        MeasureMet = "measure_met", "happened-measure-met";
        /// Its limits were counted again.
        Recounted = "recounted", "happened-recounted";
        /// Its clock runs again.
        Resumed = "resumed", "happened-resumed";
        /// A higher office was called.
        Escalated = "escalated", "happened-escalated";
        /// It was dealt with.
        Disposed = "disposed", "happened-disposed";
        /// The steward saw that it is done.
        Checked = "checked", "happened-checked";
        /// It went back to the handler.
        Reworked = "reworked", "happened-reworked";
        /// It was closed.
        Closed = "closed", "happened-closed";
        /// It was opened again.
        Reopened = "reopened", "happened-reopened";
        /// It became part of another.
        Merged = "merged", "happened-merged";
        /// It belongs to a common issue.
        Linked = "linked", "happened-linked";
        /// It does not belong to it after all.
        Unlinked = "unlinked", "happened-unlinked";
        /// It was marked as a mistake.
        Voided = "voided", "happened-voided";
        /// The reporter was asked.
        FollowedUp = "followed_up", "happened-followed-up";
        /// The reporter said that it is solved.
        Confirmed = "confirmed", "happened-confirmed";
        /// The reporter said that it is not solved.
        Denied = "denied", "happened-denied";
        /// The reporter rated it.
        Rated = "rated", "happened-rated";
    }
}

impl Happening {
    /// The icon on the line of the trail.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Filed | Self::Added => "pen",
            Self::Joined => "people",
            Self::Dispatched => "send",
            Self::Returned | Self::Reworked | Self::Reopened | Self::Resumed | Self::Denied => "back",
            Self::Extended | Self::Recounted => "clock",
            Self::Suspended | Self::Waiting => "pause",
            Self::MeasureMet => "check",
            Self::Escalated => "up",
            Self::FollowedUp => "phone",
            Self::Rated => "star",
            Self::Merged | Self::Linked => "merge",
            Self::Unlinked => "off",
            Self::Refused | Self::Voided => "off",
            Self::Taken => "work",
            Self::Accepted
            | Self::DoneOnSpot
            | Self::Disposed
            | Self::Checked
            | Self::Closed
            | Self::Confirmed => "check",
        }
    }
}

/// One line of a trail, the newest first on the page.
#[derive(Debug, Clone)]
pub struct TrailEntry {
    /// When, milliseconds of the epoch.
    pub at: i64,
    /// What.
    pub what: Happening,
    /// Who did it, as the reader may see it ("片管家 林知夏", "居民"); `None` for the system.
    pub actor: Option<String>,
    /// The other party or date of the step ("物业公司", a new limit); plain text.
    pub about: Option<String>,
    /// Reason, reply or added words.
    pub note: Option<String>,
    /// The note is only for the office; marked, and left out of the pages of residents.
    pub internal: bool,
    /// Photos that came with the step.
    pub photos: Vec<Photo>,
}
