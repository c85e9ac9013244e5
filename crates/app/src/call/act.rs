//! Doing something with a call: every step goes this one way.

use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::call::{Call, Command, Context, Doer, Step, decide};
use guanjia_domain::ids::CallId;
use guanjia_domain::permission::{Action, Principal};
use guanjia_domain::{CommunityCode, Entity, Event, Refusal, Subject};
use guanjia_store::access::LinkKind;
use guanjia_store::{Answer, StoreError, Tx};

/// What somebody does with a call.
#[derive(Clone, Debug)]
pub struct CallDeed {
    /// Which call.
    pub call: CallId,
    /// The version they saw.
    pub seen: Option<u64>,
    /// What.
    pub command: Command,
}

/// What a step needs.
pub(super) fn action_of(step: Step) -> Action {
    match step.doer() {
        Doer::Caller => Action::KeepCall,
        Doer::Asked | Doer::Lead | Doer::LeadOrCaller | Doer::Assist => Action::AnswerCall,
    }
}

impl App {
    /// Does it, or says why not. The answer is the call as it stands then.
    pub fn act_on_call(
        &self,
        who: &Principal,
        community: CommunityCode,
        deed: CallDeed,
    ) -> Answer<Call, AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let call = app.call_for(tx, &who, community, deed.call)?;
            let area = app.area_of_call(tx, &who, community, &call)?;
            allow(&who, action_of(deed.command.step()), &area)?;
            if deed.seen.is_some_and(|seen| seen != call.version) {
                return Err(Refusal::CallChanged.into());
            }
            app.do_to_call(tx, &who, community, call, &deed.command)
        })
    }

    fn do_to_call(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        call: Call,
        command: &Command,
    ) -> Result<Call> {
        match command {
            Command::Pass { to, .. } => self.check_units(tx, community, &[*to])?,
            Command::Invite { units } => self.check_units(tx, community, units)?,
            Command::GiveLink { to } => {
                let units = call.units().into_iter().filter(|unit| unit.organisation() == Some(*to));
                self.check_units(tx, community, &units.collect::<Vec<_>>())?;
            }
            _ => {}
        }
        let others = self.hands_about(tx, community, &call.requests, Some(call.id))?;
        let names = self.unit_names(tx, community, Some(&call))?;
        let duties = self.community(tx, community)?.duties;
        let name = |unit| names.or_kind(unit);
        let (today, others) = (self.today(), others.as_slice());
        let context = Context { actor: who.actor(), today, duties: &duties, others, name: &name };
        let happened = decide(&call, command, &context)?;
        for (text, n) in command.texts().into_iter().zip(call.words..) {
            self.keep_work_text(tx, community, (call.id.0, n), text.as_str())?;
        }
        let (subject, body) = (Subject::Call(call.id), happened.clone().into());
        let event = Event { at: self.now(), actor: who.actor(), subject, body };
        match tx.record(community, Some(Entity::Call(Box::new(call))), &[event])? {
            Entity::Call(after) => {
                match command {
                    Command::GiveLink { to } => self.keep_call_link(tx, community, &after, *to)?,
                    Command::RevokeLink { to } => {
                        tx.end_links_of(community, after.id.0, to.0, LinkKind::Call)?;
                    }
                    _ => {}
                }
                self.tell_of_call(tx, who, community, &after, &happened)?;
                Ok(*after)
            }
            _ => Err(StoreError::Damaged("a call became something else".into()).into()),
        }
    }
}
