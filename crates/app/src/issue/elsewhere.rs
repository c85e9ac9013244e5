//! The same kind of issue elsewhere: requests of two estates never become one issue, but who looks after several sees
//! that a kind stands in several of them. Numbers only.

use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::EstateId;
use guanjia_domain::issue::IssueState;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_store::Tx;
use std::collections::BTreeMap;

/// An issue of the kind.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The community.
    pub community: String,
    /// The estate.
    pub estate: String,
    /// Which estate.
    pub id: EstateId,
    /// Whether a person has confirmed it.
    pub confirmed: bool,
    /// Distinct households.
    pub households: usize,
}

/// A kind that stands in two estates at least.
#[derive(Clone, Debug)]
pub struct Elsewhere {
    /// The code of the matter.
    pub matter: String,
    /// Where it stands, the most households first.
    pub standings: Vec<Standing>,
}

impl App {
    /// The kinds that stand in several estates of some communities, those with the most households first.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal`] for whoever may not compare.
    pub fn same_kind_elsewhere(
        &self,
        tx: &mut Tx,
        who: &Principal,
        communities: &[(CommunityCode, String)],
    ) -> Result<Vec<Elsewhere>> {
        let mut kinds: BTreeMap<String, Vec<Standing>> = BTreeMap::new();
        for (code, name) in communities {
            let street = self.community(tx, *code)?.street;
            allow(who, Action::CompareIssues, &Area::community(*code, street))?;
            for (estate, estate_name) in tx.estate_names(*code)?.iter() {
                for issue in tx.open_issues(*code, *estate)? {
                    let Some(matter) = issue.matter.clone() else { continue };
                    let confirmed = issue.state == IssueState::Confirmed;
                    let line = self.issue_line(tx, *code, issue, estate_name)?;
                    if !line.is_shown(self.now()) {
                        continue;
                    }
                    kinds.entry(matter).or_default().push(Standing {
                        community: name.clone(),
                        estate: estate_name.clone(),
                        id: *estate,
                        confirmed,
                        households: line.households,
                    });
                }
            }
        }
        let several = |standings: &[Standing]| standings.iter().any(|it| it.id != standings[0].id);
        let mut found: Vec<Elsewhere> = kinds
            .into_iter()
            .filter(|(_, standings)| several(standings))
            .map(|(matter, mut standings)| {
                standings.sort_by_key(|it| std::cmp::Reverse(it.households));
                Elsewhere { matter, standings }
            })
            .collect();
        let all = |it: &Elsewhere| it.standings.iter().map(|at| at.households).sum::<usize>();
        found.sort_by_key(|it| std::cmp::Reverse(all(it)));
        Ok(found)
    }
}
