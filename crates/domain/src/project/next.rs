//! What comes next: the first thing that a page of a project says.

use super::life::Stage;
use super::owner::Owner;
use super::state::Project;
use crate::request::Request;
use jiff::civil::Date;

/// The next step of whoever looks after a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Say whose it is.
    NameOwner,
    /// Ask the residents.
    Consult,
    /// Answer so many objections.
    Answer(usize),
    /// Hold the residents' council.
    HoldCouncil,
    /// Design it.
    Design,
    /// Say for so many pieces which doors they serve.
    Assign(usize),
    /// Hand it in.
    Submit,
    /// Wait for the street or the bureau.
    WaitForApproval,
    /// Begin the works.
    BeginWorks,
    /// So many pieces are not done.
    Deliver(usize),
    /// Say that the works are over.
    Finish,
    /// Look whether it is good.
    Accept,
    /// End it and tell everybody.
    Close,
    /// So many linked requests are not closed.
    CloseRequests(usize),
    /// So many are not told.
    Tell(usize),
    /// Look again on that day.
    LookAgain(Date),
    /// Nothing.
    Done,
}

impl Project {
    /// What comes next; `linked` are the requests that it answers.
    #[must_use]
    pub fn next(&self, linked: &[Request]) -> Next {
        let idle = self.items.iter().filter(|it| it.serves.is_empty() && it.dropped.is_none()).count();
        let open = self.items.iter().filter(|it| it.is_open()).count();
        let waiting = self.told.iter().filter(|it| it.told.is_none()).count();
        let agreed = self.council.is_some_and(|it| it.agreed);
        match self.stage {
            Stage::Planned if self.owner.is_none() => Next::NameOwner,
            Stage::Planned => Next::Consult,
            Stage::Consulting if self.open_objections() > 0 => Next::Answer(self.open_objections()),
            Stage::Consulting if !agreed && self.owner.is_some_and(Owner::needs_council) => Next::HoldCouncil,
            Stage::Consulting => Next::Design,
            Stage::Designed if idle > 0 => Next::Assign(idle),
            Stage::Designed => Next::Submit,
            Stage::Submitted => Next::WaitForApproval,
            Stage::Approved => Next::BeginWorks,
            Stage::Working if open > 0 => Next::Deliver(open),
            Stage::Working => Next::Finish,
            Stage::Finished => Next::Accept,
            Stage::Accepted => Next::Close,
            Stage::Closed => match linked.iter().filter(|it| it.state.is_open()).count() {
                0 if waiting > 0 => Next::Tell(waiting),
                0 => Next::Done,
                n => Next::CloseRequests(n),
            },
            Stage::NotNow if waiting > 0 => Next::Tell(waiting),
            Stage::NotNow => self.not_now.map_or(Next::Done, |it| Next::LookAgain(it.until)),
        }
    }
}
