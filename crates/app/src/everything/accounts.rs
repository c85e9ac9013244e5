//! Whoever works here can be invited again: their accounts, without anything of the old ones.

use super::LeavingError;
use guanjia_store::Tx;
use guanjia_store::access::Holder;

/// Opens an account without a password for everybody whom the ledger knows; of those who left a closed one.
pub(super) fn open(tx: &mut Tx) -> Result<(), LeavingError> {
    for (community, _) in tx.communities()? {
        for it in tx.staff(community)? {
            tx.keep_account(community, Holder::Staff(it.id.0), None, it.left)?;
        }
        for it in tx.organisations(community)? {
            tx.keep_account(community, Holder::Organisation(it.id.0), None, it.left)?;
        }
    }
    Ok(())
}
