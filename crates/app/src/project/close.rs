//! The linked requests come to their end with the project: each gets the public reply, and its reporter is asked on
//! their own link whether it is solved.

use crate::error::{AppError, Result};
use crate::office::App;
use crate::request::Deed;
use guanjia_domain::ids::{ProjectId, RequestId};
use guanjia_domain::permission::{Action, Principal};
use guanjia_domain::project::{Command as Step, Hearer, Project, Stage, Way, closing_verbs};
use guanjia_domain::request::{Command, Request, Verb};
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::{Answer, Tx};

impl App {
    /// Closes these of the linked requests, all or none, and says how many. Whoever reported or joined one of them is
    /// told on their link.
    pub fn close_linked(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: ProjectId,
        chosen: Vec<RequestId>,
    ) -> Answer<usize, AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let project = app.project_for(tx, &who, Action::KeepProject, community, id)?;
            let (Stage::Closed, Some(reply)) = (project.stage, project.reply) else {
                return Err(Refusal::NotAccepted.into());
            };
            let reply = app.work_text(tx, community, id.0, reply)?;
            let linked = app.linked_requests(tx, community, &project)?;
            if chosen.is_empty() || chosen.iter().any(|id| !linked.iter().any(|it| it.id == *id)) {
                return Err(Refusal::NotAChoice { field: "request", value: String::new() }.into());
            }
            for request in &chosen {
                app.close_one(tx, &who, community, *request, &reply)?;
            }
            app.told_on_links(tx, &who, community, project, &chosen)?;
            Ok(chosen.len())
        })
    }

    fn close_one(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        request: RequestId,
        reply: &str,
    ) -> Result<Option<Request>> {
        let known = tx.request(community, request)?.ok_or(Refusal::NotFound)?;
        let mut last = None;
        for verb in closing_verbs(known.state) {
            let command = match verb {
                Verb::Accept => Command::Accept,
                Verb::Resume => Command::Resume,
                Verb::Dispose => {
                    Command::Dispose { reply: Text::new("reply", reply)?, note: None, photos: 0 }
                }
                Verb::Check => Command::Check { words: None },
                _ => Command::Close { special: None },
            };
            let deed = Deed { request, seen: None, command, photos: Vec::new() };
            last = Some(self.act_now(tx, who, community, &deed)?);
        }
        Ok(last)
    }

    fn told_on_links(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        project: Project,
        closed: &[RequestId],
    ) -> Result<()> {
        let linked = |to: &Hearer| match to {
            Hearer::Reporter { request } | Hearer::Joined { request, .. } => closed.contains(request),
            Hearer::Door(_) => false,
        };
        let waiting = (0..).zip(&project.told).filter(|(_, it)| it.told.is_none() && linked(&it.to));
        let to: Vec<u32> = waiting.map(|(n, _)| n).collect();
        if !to.is_empty() {
            self.do_to_project(tx, who, community, project, &Step::Tell { to, way: Way::Link })?;
        }
        Ok(())
    }
}
