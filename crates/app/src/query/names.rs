//! The closed lists of a community, as queries name them.

use crate::error::Result;
use crate::office::App;
use crate::report::Scope;
use guanjia_domain::CommunityCode;
use guanjia_domain::matter::MAJOR_CLASSES;
use guanjia_domain::permission::Principal;
use guanjia_domain::query::{Known, Query, QueryError, parse};
use guanjia_store::Tx;

/// How many requests an answer may look through: what the largest communities hear in ten years, and a few seconds.
pub const MOST_LOOKED_THROUGH: usize = 200_000;

/// The lists, owned.
#[derive(Clone, Debug)]
pub struct QueryNames {
    /// Whose estates they are.
    pub scope: Scope,
    /// How many requests one answer may look through.
    pub most: usize,
    /// Codes and names of matters.
    pub matters: Vec<(String, String)>,
}

impl QueryNames {
    /// Reads a query.
    ///
    /// # Errors
    /// [`QueryError`] with the place and the cure.
    pub fn read(&self, text: &str) -> std::result::Result<Query, QueryError> {
        let known = Known {
            community: self.scope.community,
            estates: self.scope.estates.values().map(String::as_str).collect(),
            matters: self.matters.iter().map(|(code, name)| (code.as_str(), name.as_str())).collect(),
            classes: MAJOR_CLASSES.iter().map(|class| (class.code, class.zh)).collect(),
        };
        parse(text, &known)
    }
}

impl App {
    /// The lists that somebody's queries may name: other estates are not on them.
    ///
    /// # Errors
    /// As [`App::report_scope`].
    pub fn query_names(&self, tx: &mut Tx, who: &Principal, community: CommunityCode) -> Result<QueryNames> {
        let scope = self.report_scope(tx, who, community)?;
        let list = self.matters(tx, community)?;
        let matters = MAJOR_CLASSES.iter().flat_map(|class| list.of_class(class.code));
        let most = MOST_LOOKED_THROUGH;
        Ok(QueryNames { scope, most, matters: matters.map(|(code, matter)| (code, matter.zh)).collect() })
    }
}
