//! API tokens: a program acts for an account.

use super::new_secret;
use super::principal::SignedIn;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::people::Post;
use guanjia_domain::{CommunityCode, Refusal, Role};
use guanjia_store::Tx;
use guanjia_store::access::{Holder, Link, LinkKind};

impl App {
    /// Makes a token for an account: the community, a full stop, and a secret that is shown once. Blocks.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when the account is closed.
    pub fn make_api_token(&self, community: CommunityCode, holder: Holder) -> Result<String> {
        let secret = new_secret()?;
        let (app, kept) = (self.clone(), secret.clone());
        self.db
            .write(community, move |tx| -> Result<()> {
                tx.account(community, holder.id())?.ok_or(Refusal::NotFound)?;
                let id = holder.id();
                let link = Link { subject: id, holder: Some(id), ends_at: None, used_at: None };
                Ok(tx.keep_link(community, &kept, LinkKind::Api, &link, app.now())?)
            })
            .wait()?;
        Ok(format!("{community}.{secret}"))
    }

    /// The first account of a role in a community: whom `guanjia user token --role` acts for.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when nobody has the role.
    pub fn account_of_role(&self, tx: &mut Tx, community: CommunityCode, role: Role) -> Result<Holder> {
        if role == Role::Organisation {
            let organisations = tx.organisations(community)?;
            let first = organisations.into_iter().find(|it| !it.left).ok_or(Refusal::NotFound)?;
            return Ok(Holder::Organisation(first.id.0));
        }
        let of_role = |post: Post| post.role() == role;
        let staff = tx.staff(community)?;
        let first = staff.into_iter().find(|it| !it.left && of_role(it.post)).ok_or(Refusal::NotFound)?;
        Ok(Holder::Staff(first.id.0))
    }

    /// Who a token acts for; `None` when there is no such token, or the account is closed.
    ///
    /// # Errors
    /// What the store says.
    pub fn api_token(&self, tx: &mut Tx, token: &str) -> Result<Option<SignedIn>> {
        let Some((community, secret)) = token.split_once('.') else { return Ok(None) };
        let Ok(community) = community.parse::<CommunityCode>() else { return Ok(None) };
        let Some(link) = tx.link(community, secret, LinkKind::Api)? else { return Ok(None) };
        let Some(id) = link.holder else { return Ok(None) };
        if tx.account(community, id)?.is_none() {
            return Ok(None);
        }
        let holder = match tx.staff_member(community, id.into())? {
            Some(_) => Holder::Staff(id),
            None => Holder::Organisation(id),
        };
        match self.signed_in(tx, community, holder) {
            Ok(signed_in) => Ok(Some(signed_in)),
            Err(error) if error.refusal() == Some(&Refusal::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }
}
