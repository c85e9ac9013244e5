//! What a resident is told of a common issue: a number, and only a large enough one.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::issue::IssueState;
use guanjia_domain::request::Request;
use guanjia_store::Tx;

/// Fewer other households than this are not spoken of: who lives there could be guessed.
pub const FEWEST_TOLD: usize = 3;

/// How many others there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Neighbours {
    /// Other households that say the same, [`FEWEST_TOLD`] at least.
    pub households: usize,
}

impl App {
    /// The other households of the confirmed issue that a request belongs to; `None` where there is none, or where they
    /// are too few to speak of.
    ///
    /// # Errors
    /// What the store says.
    pub fn neighbours(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        request: &Request,
    ) -> Result<Option<Neighbours>> {
        let Some(id) = request.issue else { return Ok(None) };
        let issue = tx.issue(community, id)?.filter(|it| it.state == IssueState::Confirmed);
        let Some(issue) = issue else { return Ok(None) };
        let all = self.issue_line(tx, community, issue, "")?.households;
        let households = all.saturating_sub(1);
        Ok((households >= FEWEST_TOLD).then_some(Neighbours { households }))
    }
}
