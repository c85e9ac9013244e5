//! Reading the file of a mediation: each reading stands in the access log.

use super::mediations::{may_mediate, party_slot};
use crate::error::{AppError, Result};
use crate::office::{App, Person};
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::MediationId;
use guanjia_domain::own_work::{Mediation, Meeting, Work, WorkKind};
use guanjia_domain::permission::Principal;
use guanjia_store::access::Access;
use guanjia_store::{Answer, Tx};
use jiff::civil::Date;

/// How many files are looked through for a list.
const LOOKED: u32 = 500;

/// A line of the list: no name stands in it.
#[derive(Clone, Debug)]
pub struct MediationLine {
    /// The file.
    pub file: Mediation,
    /// The names of the parties' estates, each once.
    pub estates: Vec<String>,
}

/// The file in clear.
#[derive(Clone, Debug)]
pub struct MediationFile {
    /// What stays.
    pub file: Mediation,
    /// The parties with their estates.
    pub parties: Vec<(Person, String)>,
    /// Who mediates.
    pub mediator: Option<Person>,
    /// What it is about.
    pub words: String,
    /// Meetings, the oldest first.
    pub meetings: Vec<(Date, String)>,
    /// The agreement.
    pub agreement: Option<(Date, String)>,
}

impl App {
    /// The files that somebody may read, the newest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn mediations(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Vec<MediationLine>> {
        let mut lines = Vec::new();
        for work in tx.newest_works(community, WorkKind::Mediation, LOOKED)? {
            let Work::Mediation(file) = work else { continue };
            if may_mediate(who, community, &file.parties, file.mediator).is_ok() {
                let mut estates = self.estates_of(tx, community, &file)?;
                estates.dedup();
                lines.push(MediationLine { file, estates });
            }
        }
        Ok(lines)
    }

    pub(crate) fn estates_of(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        file: &Mediation,
    ) -> Result<Vec<String>> {
        let name = |estate| Ok(tx.estate(community, estate)?.map(|it| it.facts.name).unwrap_or_default());
        file.parties.iter().copied().map(name).collect()
    }

    /// A file in clear; that it was read stands in the access log.
    pub fn read_mediation(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: MediationId,
    ) -> Answer<MediationFile, AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let file = app.mediation(tx, &who, community, id)?;
            let access = Access {
                at: app.now(),
                actor: who.actor(),
                action: "read_mediation".into(),
                object: id.0,
                detail: "file".into(),
            };
            tx.log_access(community, &access)?;
            app.opened_file(tx, community, file)
        })
    }

    fn opened_file(&self, tx: &mut Tx, community: CommunityCode, file: Mediation) -> Result<MediationFile> {
        let id = file.id;
        let mut parties = Vec::new();
        for (estate, n) in self.estates_of(tx, community, &file)?.into_iter().zip(0..) {
            let person: Option<Person> = self.opened(tx, &party_slot(community, id, n))?;
            parties.push((person.unwrap_or_default(), estate));
        }
        let mediator = match file.mediator {
            Some(staff) => Some(self.person(tx, community, staff.0)?),
            None => None,
        };
        let mut text = |it: &Meeting| -> Result<(Date, String)> {
            Ok((it.day, self.work_text(tx, community, id.0, it.words)?))
        };
        let meetings = file.meetings.iter().map(&mut text).collect::<Result<_>>()?;
        let agreement = file.agreement.as_ref().map(&mut text).transpose()?;
        let words = self.work_text(tx, community, id.0, 0)?;
        Ok(MediationFile { file, parties, mediator, words, meetings, agreement })
    }
}
