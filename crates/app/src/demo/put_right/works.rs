//! The two projects: 18 trees, 10 lamps.

use super::super::pictures;
use super::{LAMPS, PutRight, TREES};
use crate::error::Result;
use crate::project::{NewProject, ProjectDeed};
use crate::request::{Reporter, StoredPhoto};
use guanjia_domain::ids::ProjectId;
use guanjia_domain::permission::Principal;
use guanjia_domain::project::{
    Bill, BillLine, Command, Demand, Fund, Need, Owner, Project, Serve, Voice, Way, Why,
};
use guanjia_domain::text::Text;
use guanjia_domain::{Party, Refusal};
use jiff::ToSpan;

/// Trees that are trimmed, lamps that are installed.
const PIECES: [(&str, Need, u32, u64); 2] =
    [(TREES, Need::Shade, 18, 35_000), (LAMPS, Need::DarkDoor, 10, 48_000)];
/// A lamp lights two doors wholly and gives some light to a third.
const LIT: usize = 2;
/// How many doors of unit doors the lamps reach in part.
const PARTLY: usize = 5;

impl PutRight<'_> {
    fn does(&self, who: &Principal, matter: &str, command: Command) -> Result<Project> {
        self.does_with(who, matter, command, Vec::new())
    }

    fn does_with(
        &self,
        who: &Principal,
        matter: &str,
        command: Command,
        photos: Vec<StoredPhoto>,
    ) -> Result<Project> {
        let project = *self.projects.get(matter).ok_or(Refusal::NotFound)?;
        let deed = ProjectDeed { photos, ..ProjectDeed::of(project, command) };
        self.app.act_on_project(who, self.community, deed)?.wait()
    }

    /// The projects begin with the doors that the surveys found; residents are asked.
    pub(super) fn ask_residents(&mut self) -> Result<()> {
        let (app, community) = (self.app, self.community);
        for (matter, title, words) in [
            (TREES, "4号楼一带树木修剪", "拟在秋季落叶后修剪 18 棵树，只剪遮窗的枝条，保留树荫。"),
            (LAMPS, "单元门补装路灯", "拟在缺灯的单元门之间装 10 盏声控灯，接公共电源。"),
        ] {
            let survey = app.db.read(|tx| {
                let newest = tx.surveys(community, u32::MAX)?;
                Ok::<_, crate::AppError>(newest.into_iter().find(|it| it.matter.as_deref() == Some(matter)))
            })?;
            let survey = survey.ok_or(Refusal::NotFound)?.id;
            let of = (self.issues.get(matter).copied(), Some(survey), Some(self.estate));
            let draft = app.db.read(|tx| app.project_draft(tx, &self.steward, community, of))?;
            let new = NewProject {
                id: ProjectId(app.id()?),
                estate: self.estate,
                title: title.to_owned(),
                issue: draft.issue,
                surveys: draft.surveys,
                requests: self.report_ids(matter)?,
                scope: draft.scope,
            };
            let id = app.begin_project(&self.steward, community, new)?.wait()?;
            self.projects.insert(matter, id);
            let owner = Command::NameOwner { owner: Owner::Owners, words: None };
            self.does(&self.steward, matter, owner)?;
            let photos = vec![pictures::of_works(app, community, matter, false)?];
            self.does_with(&self.steward, matter, Command::Picture { after: false, photos: 1 }, photos)?;
            let until = app.today().saturating_add(2.days());
            let words = Some(text(words)?);
            self.does(&self.steward, matter, Command::Consult { until, words })?;
        }
        self.object()
    }

    fn object(&self) -> Result<()> {
        let words = text("高层住户：夏天全靠这几棵树遮阴，剪多了屋里晒。")?;
        let command = Command::Object { voice: Voice::HighFloor, words, contact: false };
        let contact =
            Reporter { name: Some("示例住户丙".to_owned()), phone: Some("13000000913".to_owned()) };
        let project = *self.projects.get(TREES).ok_or(Refusal::NotFound)?;
        let deed = ProjectDeed { contact, ..ProjectDeed::of(project, command) };
        self.app.act_on_project(&self.steward, self.community, deed)?.wait().map(drop)
    }

    /// The objection is heeded, the council agrees, the design says which piece serves which door.
    pub(super) fn design(&self) -> Result<()> {
        let who = &self.steward;
        let answer = "采纳：只剪三层以下遮窗的枝条，树冠上部不动。";
        self.does(who, TREES, Command::Answer { n: 0, heeded: true, words: text(answer)? })?;
        for (matter, need, quantity, unit_price) in PIECES {
            let day = self.app.today();
            self.does(who, matter, Command::Council { agreed: true, yes: 11, no: 1, day, words: None })?;
            let lines = vec![BillLine { need, quantity, unit_price }];
            let words = if matter == LAMPS {
                "每盏 18 瓦，声光控，装在两个单元门之间。"
            } else {
                "修剪遮挡三层以下窗户的枝条，由持证队伍施工。"
            };
            let bill = Bill { lines, fund: Fund::PublicRevenue };
            let project = self.does(who, matter, Command::Design { bill, words: text(words)? })?;
            self.assign(&project, matter, need)?;
            self.does(who, matter, Command::Submit { to: Party::StreetOffice })?;
        }
        Ok(())
    }

    fn assign(&self, project: &Project, matter: &str, need: Need) -> Result<()> {
        let doors: Vec<Demand> = project.scope.iter().copied().filter(|it| it.need == need).collect();
        let pieces = project.items.len();
        let whole = |demand: &Demand| Serve { door: demand.door, partly: None };
        for (at, item) in (0..pieces).zip(1..) {
            let mut serves: Vec<Serve> = if matter == LAMPS {
                doors.iter().skip(at * LIT).take(LIT).map(whole).collect()
            } else {
                doors.iter().enumerate().filter(|(n, _)| n % pieces == at).map(|(_, it)| whole(it)).collect()
            };
            if matter == LAMPS && at < PARTLY {
                let neighbour = doors.get(pieces * LIT + at);
                let partly = Some(Why::Neighbour);
                serves.extend(neighbour.map(|it| Serve { door: it.door, partly }));
            }
            self.does(&self.steward, matter, Command::Assign { item, serves })?;
        }
        let dark: Vec<Demand> = doors.into_iter().skip(pieces * LIT + PARTLY).collect();
        if matter == LAMPS && !dark.is_empty() {
            self.does(&self.steward, matter, Command::Postpone { demands: dark, why: Why::Power })?;
        }
        Ok(())
    }

    /// The street approves, and the works begin.
    pub(super) fn approve(&self) -> Result<()> {
        for (matter, ..) in PIECES {
            let words = Some(text("同意。施工时做好防护，结果要告知每一户。")?);
            self.does(&self.street, matter, Command::Approve { words })?;
            self.does(&self.steward, matter, Command::BeginWorks { by: None })?;
        }
        Ok(())
    }

    /// Every piece is done.
    pub(super) fn install(&self) -> Result<()> {
        for (matter, _, quantity, _) in PIECES {
            self.does(&self.steward, matter, Command::Deliver { items: (1..=quantity).collect() })?;
            self.does(&self.steward, matter, Command::Finish)?;
        }
        Ok(())
    }

    /// It is accepted and closed, with the requests behind it; everybody is told.
    pub(super) fn finish(&self) -> Result<()> {
        let (app, community, who) = (self.app, self.community, &self.steward);
        for (matter, reply) in [
            (TREES, "您反映的树木遮光已经处理：4号楼、5号楼、9号楼前共修剪 18 棵树，低层窗户恢复采光。"),
            (LAMPS, "您反映的单元门缺灯已经处理：共装 10 盏灯。还有几处没有电源，接通后再装，会再告诉您。"),
        ] {
            let photos = vec![pictures::of_works(app, community, matter, true)?];
            // What came in while the works went on is answered too.
            self.does(who, matter, Command::Link { requests: self.report_ids(matter)? })?;
            let words = Some(text("逐处看过，符合设计。")?);
            self.does_with(who, matter, Command::Accept { words, photos: 1 }, photos)?;
            self.does(who, matter, Command::Close { reply: text(reply)?, to: Vec::new() })?;
            let project = *self.projects.get(matter).ok_or(Refusal::NotFound)?;
            app.close_linked(who, community, project, self.report_ids(matter)?).wait()?;
            let told = app.db.read(|tx| tx.project(community, project))?.ok_or(Refusal::NotFound)?.told;
            let waiting = (0..).zip(&told).filter(|(_, it)| it.told.is_none());
            let to: Vec<u32> = waiting.map(|(n, _)| n).collect();
            if !to.is_empty() {
                self.does(who, matter, Command::Tell { to, way: Way::InPerson })?;
            }
        }
        Ok(())
    }
}

fn text(words: &str) -> Result<Text> {
    Ok(Text::new("words", words)?)
}
