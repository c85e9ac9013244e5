//! The successor takes it on or gives it back; the secretary takes it back.

use crate::error::AppError;
use crate::office::{App, allow};
use guanjia_domain::hand_over::{Answer as Said, Occasion};
use guanjia_domain::ids::HandOverId;
use guanjia_domain::permission::{Action, Principal};
use guanjia_domain::{CommunityCode, Entity, Refusal, Subject};
use guanjia_store::Answer;

impl App {
    /// Answers a hand-over. With a yes the claims and drawings of the successor are written, from the day that was
    /// asked or, when that is over, from now: an estate is never with somebody who has not taken it.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] for those whom it does not concern; [`Refusal::HandOverAnswered`];
    /// [`Refusal::HandOverStale`] when something of it is with somebody else by now.
    pub fn answer_hand_over(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: HandOverId,
        said: Said,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let subject = Subject::HandOver(id);
            let before = tx.entity(community, subject)?.ok_or(Refusal::NotFound)?;
            let Entity::HandOver(it) = &before else { return Err(Refusal::NotFound.into()) };
            let it = it.clone();
            let area = Self::area_of_hand_over(community, &it);
            allow(&who, Action::ReadHandOver, &area).map_err(|_| Refusal::NotFound)?;
            let needed = if said == Said::TakenBack { Action::ChangeClaims } else { Action::AnswerHandOver };
            allow(&who, needed, &area)?;
            let event = it.decide_answer(said)?;
            app.record_house(tx, &who, community, subject, Some(before), event)?;
            if said == Said::Accepted && it.asked.occasion != Occasion::Absence {
                app.follow(tx, &who, community, &it.asked)?;
            }
            match said {
                Said::TakenBack => app.tell_staff(tx, community, it.asked.to, (id.0, "hand_over_taken_back")),
                Said::Accepted => {
                    app.tell_staff(tx, community, it.asked.from, (id.0, "hand_over_accepted"))?;
                    app.tell_secretary(tx, community, (id.0, "hand_over_accepted"))
                }
                _ => app.tell_secretary(tx, community, (id.0, "hand_over_returned")),
            }
        })
    }
}
