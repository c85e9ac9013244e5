//! The register of calls for help of a month: who was called for what by when, what they said, and how it ended.

use super::scope::Scope;
use crate::call::UnitName;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::Moment;
use guanjia_domain::call::{Call, HandlingUnit, Rule, Said};
use guanjia_domain::permission::Principal;
use guanjia_domain::report::Month;
use guanjia_store::Tx;

/// A line: one unit that was called to lead, or to assist.
#[derive(Clone, Debug)]
pub struct CallEntry {
    /// The call.
    pub call: Call,
    /// Its estate.
    pub estate: String,
    /// The numbers of the requests that it is about.
    pub numbers: Vec<u64>,
    /// Who called.
    pub from: UnitName,
    /// Who was called.
    pub to: UnitName,
    /// When; not known for who was asked to assist.
    pub at: Option<Moment>,
    /// Whether they were asked to assist, not to lead.
    pub assists: bool,
    /// What was asked; empty once erased, for who was asked to assist, and for whoever may not read the call.
    pub asked: String,
    /// What they said.
    pub said: Said,
    /// The rule of a refusal, where it was typed.
    pub typed_rule: String,
}

/// The register of calls of a month.
#[derive(Clone, Debug)]
pub struct CallRegister {
    /// Whose.
    pub scope: Scope,
    /// The lines, in the order of the calls, in each in the order of the calling.
    pub lines: Vec<CallEntry>,
}

impl App {
    /// The register of the calls that were open in a month or ended in it.
    ///
    /// # Errors
    /// As [`App::report_scope`].
    pub fn call_register(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        month: Month,
    ) -> Result<CallRegister> {
        let scope = self.report_scope(tx, who, community)?;
        let ((from, until), mut calls) = (month.span(), Vec::new());
        tx.each_call(community, |call| {
            if call.is_of(&(from..until)) && (scope.whole || scope.estates.contains_key(&call.estate)) {
                calls.push(call);
            }
            Ok(())
        })?;
        let mut lines = Vec::new();
        for call in calls {
            self.call_entries(tx, who, &scope, &call, &mut lines)?;
        }
        Ok(CallRegister { scope, lines })
    }

    fn call_entries(
        &self,
        tx: &mut Tx,
        who: &Principal,
        scope: &Scope,
        call: &Call,
        lines: &mut Vec<CallEntry>,
    ) -> Result<()> {
        let community = scope.community;
        let reads = self.reads_call(tx, who, community, call.id)?;
        let names = self.unit_names(tx, community, Some(call))?;
        let mut numbers = Vec::new();
        for request in &call.requests {
            numbers.extend(tx.request(community, *request)?.map(|it| it.number));
        }
        let mut entry = |tx: &mut Tx, (from, to): (HandlingUnit, HandlingUnit), said, asked| -> Result<_> {
            let text = |tx: &mut Tx, n: Option<u32>| match n.filter(|_| reads) {
                Some(n) => self.work_text(tx, community, call.id.0, n),
                None => Ok(String::new()),
            };
            let typed = match said {
                Said::No { rule: Rule::Typed(n), .. } => Some(n),
                _ => None,
            };
            let (at, words): (Option<Moment>, Option<u32>) = asked;
            lines.push(CallEntry {
                estate: scope.estate(call.estate).to_owned(),
                numbers: numbers.clone(),
                from: names.of(from),
                to: names.of(to),
                at,
                assists: at.is_none(),
                asked: text(tx, words)?,
                said,
                typed_rule: text(tx, typed)?,
                call: call.clone(),
            });
            Ok(())
        };
        for it in &call.chain {
            entry(tx, (it.from, it.to), it.said, (Some(it.at), Some(it.words)))?;
        }
        for it in &call.assists {
            entry(tx, (call.lead, it.unit), it.said, (None, None))?;
        }
        Ok(())
    }
}
