//! The file that goes with a call: the requests it is about, as they stand now. Who reported them is not in it.

use crate::error::Result;
use crate::office::App;
use crate::request::PlaceName;
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::RequestId;
use guanjia_domain::request::Request;
use guanjia_store::Tx;

/// A request in the file of a call.
#[derive(Clone, Debug)]
pub struct FiledRequest {
    /// The request.
    pub request: Request,
    /// Where.
    pub place: PlaceName,
    /// What was said; empty once erased.
    pub text: String,
}

impl App {
    /// A request as it goes into a file.
    pub(super) fn filed_request(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        id: RequestId,
    ) -> Result<Option<FiledRequest>> {
        let Some(request) = tx.request(community, id)? else { return Ok(None) };
        let mut place = self.place_name(tx, community, &request.place)?;
        // Which door it is goes to nobody outside: building and unit are enough to come and look.
        place.room = None;
        let text = self.words(tx, community, id, 0)?.unwrap_or_default();
        Ok(Some(FiledRequest { request, place, text }))
    }
}
