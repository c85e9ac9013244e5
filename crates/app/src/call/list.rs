//! The calls that somebody may read.

use super::names::UnitName;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::call::Call;
use guanjia_domain::ids::CallId;
use guanjia_domain::permission::{Action, Principal, Verdict, permit};
use guanjia_store::Tx;
use uuid::Uuid;

/// How many open calls, and how many that are over, are looked through for a page.
const LOOKED: u32 = 200;
/// How many characters of what is asked make a title.
const TITLE: usize = 40;

/// A line of the list.
#[derive(Clone, Debug)]
pub struct CallLine {
    /// The call.
    pub call: Call,
    /// How what is asked begins.
    pub title: String,
    /// The name of its estate.
    pub estate: String,
    /// Who leads.
    pub lead: UnitName,
    /// Who was called and has not answered.
    pub asked: Option<UnitName>,
    /// Whether the reader called.
    pub is_mine: bool,
    /// Whether the reader was called, leads or assists.
    pub is_to_me: bool,
}

impl App {
    /// The open calls that somebody may read, and the newest of those that are over: of the own community, or of those
    /// below an office.
    ///
    /// # Errors
    /// What the store says.
    pub fn calls(&self, tx: &mut Tx, who: &Principal) -> Result<Vec<CallLine>> {
        let mut lines = Vec::new();
        for community in self.call_communities(tx, who)? {
            // A scan never stops at the first two hundred while calls are open.
            let mut after: Option<CallId> = None;
            loop {
                let open = tx.calls(community, true, after, LOOKED)?;
                after = open.last().map(|it| it.id);
                let last = open.len() < LOOKED as usize;
                self.readable_calls(tx, who, community, open, &mut lines)?;
                if last {
                    break;
                }
            }
            let over = tx.calls(community, false, None, LOOKED)?;
            self.readable_calls(tx, who, community, over, &mut lines)?;
        }
        Ok(lines)
    }

    fn readable_calls(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        calls: Vec<Call>,
        lines: &mut Vec<CallLine>,
    ) -> Result<()> {
        for call in calls {
            let area = self.area_of_call(tx, who, community, &call)?;
            if permit(who, Action::ReadCall, &area) == Verdict::Allowed {
                lines.push(self.call_line(tx, who, community, call)?);
            }
        }
        Ok(())
    }

    /// The call of a notice, as far as the reader may read it.
    pub(crate) fn call_told(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        subject: Uuid,
    ) -> Result<Option<CallLine>> {
        let Some(call) = tx.call(community, CallId(subject))? else { return Ok(None) };
        let area = self.area_of_call(tx, who, community, &call)?;
        let may = permit(who, Action::ReadCall, &area) == Verdict::Allowed;
        if may { self.call_line(tx, who, community, call).map(Some) } else { Ok(None) }
    }

    fn call_line(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        call: Call,
    ) -> Result<CallLine> {
        let names = self.unit_names(tx, community, Some(&call))?;
        let asked = self.work_text(tx, community, call.id.0, 0)?;
        let mut title: String = asked.chars().take(TITLE).collect();
        if title.len() < asked.len() {
            title.push('…');
        }
        let mine = |unit: guanjia_domain::call::HandlingUnit| unit.is_spoken_for_by(who.role, who.id);
        let units = call.units();
        Ok(CallLine {
            title,
            estate: tx.estate(community, call.estate)?.map(|it| it.facts.name).unwrap_or_default(),
            lead: names.of(call.lead),
            asked: call.asked().map(|unit| names.of(unit)),
            is_mine: mine(call.by) || call.by.is_community() && who.home == community,
            is_to_me: units.into_iter().any(|unit| unit != call.by && mine(unit)),
            call,
        })
    }
}
