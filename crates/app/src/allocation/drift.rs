//! What has changed in the house since a draft was worked out.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::allocation::Draft;
use guanjia_store::Tx;

/// One thing that is not as the draft found it. Estates and people are named.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
pub enum Drift {
    /// An estate is new.
    Added { estate: String },
    /// An estate is not there any more.
    Gone { estate: String },
    /// An estate has another steward.
    Steward { estate: String, from: String, to: String },
    /// Households, organisations or property of an estate are others.
    Figures { estate: String },
    /// An officer has left, or cannot be a steward any more.
    Left { officer: String },
}

impl App {
    /// Everything that has changed; a draft with any of it is worked out anew before it is approved.
    ///
    /// # Errors
    /// What the store says.
    pub fn drift(&self, tx: &mut Tx, community: CommunityCode, draft: &Draft) -> Result<Vec<Drift>> {
        let today = self.basis(tx, community, &draft.ask.figures, self.now())?;
        let names = tx.estate_names(community)?;
        let name = |id| names.iter().find(|it| it.0 == id).map(|it| it.1.clone()).unwrap_or_default();
        let mut found = Vec::new();
        for it in &draft.basis {
            let estate = name(it.estate);
            let Some(now) = today.iter().find(|now| now.estate == it.estate) else {
                found.push(Drift::Gone { estate });
                continue;
            };
            if now.steward != it.steward {
                let (from, to) = (it.steward.0, now.steward.0);
                let [from, to] = [self.person(tx, community, from)?, self.person(tx, community, to)?];
                found.push(Drift::Steward { estate, from: from.name, to: to.name });
            } else if (now.households, now.organisations, now.property)
                != (it.households, it.organisations, it.property)
            {
                found.push(Drift::Figures { estate });
            }
        }
        let new = today.iter().filter(|now| draft.basis.iter().all(|it| it.estate != now.estate));
        found.extend(new.map(|now| Drift::Added { estate: name(now.estate) }));
        let staff = tx.staff(community)?;
        let works = |id| staff.iter().any(|it| it.id == id && !it.left && it.post.may_claim());
        for seat in draft.ask.seats.iter().filter(|seat| !works(seat.staff)) {
            found.push(Drift::Left { officer: self.person(tx, community, seat.staff.0)?.name });
        }
        Ok(found)
    }
}
