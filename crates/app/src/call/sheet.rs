//! One call with everything a page shows of it.

use super::act::action_of;
use super::file::FiledRequest;
use super::link::GivenLink;
use super::names::{UnitName, UnitNames};
use crate::error::Result;
use crate::office::App;
use guanjia_domain::call::{Call, CallEvent, DutyList, HandlingUnit, Step};
use guanjia_domain::ids::CallId;
use guanjia_domain::permission::{Action, Principal, Verdict, permit};
use guanjia_domain::{Actor, Body, CommunityCode, Moment, Role, Subject};
use guanjia_store::Tx;
use std::collections::BTreeMap;

/// One thing that happened to a call.
#[derive(Clone, Debug)]
pub struct CallStep {
    /// When.
    pub at: Moment,
    /// By whom: the unit, never the person.
    pub by: Option<UnitName>,
    /// What.
    pub event: CallEvent,
}

/// A call as somebody may see it.
#[derive(Clone, Debug)]
pub struct CallSheet {
    /// The call.
    pub call: Call,
    /// Where it lies.
    pub community: CommunityCode,
    /// The name of the community.
    pub from: String,
    /// The name of its estate.
    pub estate: String,
    /// The requests that it is about.
    pub file: Vec<FiledRequest>,
    /// Whether the reader may open these requests.
    pub opens_requests: bool,
    /// Its texts by number.
    pub texts: BTreeMap<u32, String>,
    /// What happened, the first first.
    pub trail: Vec<CallStep>,
    /// Every unit that can be asked.
    pub units: Vec<UnitName>,
    names: UnitNames,
    /// Private links that were given, for whoever may give and end them.
    pub links: Vec<GivenLink>,
    /// What may be handed to the community.
    pub duties: DutyList,
    /// What the reader may do now.
    pub may: Vec<Step>,
}

impl CallSheet {
    /// Whether the reader may do a step now.
    #[must_use]
    pub fn may(&self, step: Step) -> bool {
        self.may.contains(&step)
    }

    /// A text; empty when it is gone.
    #[must_use]
    pub fn text(&self, n: Option<u32>) -> &str {
        n.and_then(|n| self.texts.get(&n)).map_or("", String::as_str)
    }

    /// A unit with its name.
    #[must_use]
    pub fn unit(&self, unit: HandlingUnit) -> UnitName {
        self.names.of(unit)
    }
}

impl App {
    /// One call.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::NotFound`], [`guanjia_domain::Refusal::Forbidden`].
    pub fn call_sheet(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: CallId,
    ) -> Result<CallSheet> {
        let call = self.call_for(tx, who, community, id)?;
        let area = self.area_of_call(tx, who, community, &call)?;
        let allowed = |action| permit(who, action, &area) == Verdict::Allowed;
        let may = |step: &&Step| call.unit_of(**step, who.actor()).is_some() && allowed(action_of(**step));
        let may: Vec<Step> = Step::ALL.iter().filter(may).copied().collect();
        let names = self.unit_names(tx, community, Some(&call))?;
        let mut texts = BTreeMap::new();
        for n in 0..call.words {
            texts.insert(n, self.work_text(tx, community, id.0, n)?);
        }
        let mut file = Vec::new();
        for request in &call.requests {
            file.extend(self.filed_request(tx, community, *request)?);
        }
        let links = match may.contains(&Step::GiveLink) {
            true => self.given_call_links(tx, community, &call, &names)?,
            false => Vec::new(),
        };
        let office = self.community(tx, community)?;
        Ok(CallSheet {
            community,
            from: office.name,
            estate: tx.estate(community, call.estate)?.map(|it| it.facts.name).unwrap_or_default(),
            file,
            opens_requests: allowed(Action::KeepCall) && who.home == community,
            texts,
            trail: self.call_trail(tx, community, &call, &names)?,
            units: names.all(),
            links,
            duties: office.duties,
            may,
            names,
            call,
        })
    }

    fn call_trail(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        call: &Call,
        names: &UnitNames,
    ) -> Result<Vec<CallStep>> {
        let mut trail = Vec::new();
        for recorded in tx.events_of(community, Subject::Call(call.id))? {
            if let Body::Call(event) = recorded.event.body {
                let by = unit_of(call, recorded.event.actor).map(|unit| names.of(unit));
                trail.push(CallStep { at: recorded.event.at, by, event });
            }
        }
        Ok(trail)
    }
}

/// As which unit somebody acted.
fn unit_of(call: &Call, actor: Actor) -> Option<HandlingUnit> {
    if actor.role == Role::Secretary && call.units().contains(&HandlingUnit::Secretary) {
        return Some(HandlingUnit::Secretary);
    }
    call.units().into_iter().find(|unit| unit.is_spoken_for_by(actor.role, actor.id))
}
