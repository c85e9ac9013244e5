//! The steward calls for help: the street office leads, the housing bureau assists, and both come to look at trees and
//! lamps; where there is no power, a second call waits for the bureau.

use super::{LAMPS, PutRight, TREES};
use crate::call::{CallDeed, NewCall};
use crate::error::Result;
use guanjia_domain::call::{Call, Command, HandlingUnit};
use guanjia_domain::ids::{CallId, OrganisationId, RequestId};
use guanjia_domain::permission::Principal;
use guanjia_domain::text::Text;
use guanjia_domain::{Refusal, Role};
use jiff::ToSpan;

/// The call about trees and lamps; the one about doors without power.
const LOOK: &str = "look";
const POWER: &str = "power";
/// How many reports of a matter go into the file.
const FILED: usize = 2;
/// By when something is asked, in days.
const WANTED: i64 = 10;

impl PutRight<'_> {
    fn blow(&mut self, call: &'static str, asked: &str, tried: &str, requests: Vec<RequestId>) -> Result<()> {
        let new = NewCall {
            id: CallId(self.app.id()?),
            estate: self.estate,
            requests,
            to: HandlingUnit::StreetOffice,
            by_when: self.app.today().saturating_add(WANTED.days()),
            asked: asked.to_owned(),
            tried: tried.to_owned(),
            duty: None,
        };
        let id = self.app.blow_call(&self.steward, self.community, new)?.wait()?;
        self.calls.insert(call, id);
        Ok(())
    }

    fn answers(&self, who: &Principal, call: &str, command: Command) -> Result<Call> {
        let call = *self.calls.get(call).ok_or(Refusal::NotFound)?;
        self.app.act_on_call(who, self.community, CallDeed { call, seen: None, command }).wait()
    }

    /// The bureau as a unit.
    fn housing(&self) -> Result<HandlingUnit> {
        let id = self.bureau.id.filter(|_| self.bureau.role == Role::DistrictBureau);
        Ok(HandlingUnit::Bureau(OrganisationId(id.ok_or(Refusal::NotFound)?)))
    }

    /// Neither the community nor the property company may trim the trees.
    pub(super) fn call_for_help(&mut self) -> Result<()> {
        let mut requests = Vec::new();
        for matter in [TREES, LAMPS] {
            requests.extend(self.report_ids(matter)?.into_iter().take(FILED));
        }
        self.blow(
            LOOK,
            "请组织有关部门到场：树要报批才能修剪，单元门的灯要接公共电源。",
            "入户摸排已开始；物业答复修剪要先报园林部门同意，自己不能动。",
            requests,
        )
    }

    /// The street leads, and asks the bureau to come along.
    pub(super) fn street_leads(&self) -> Result<()> {
        let bureau = self.housing()?;
        self.answers(&self.street, LOOK, Command::Accept)?;
        self.answers(&self.street, LOOK, Command::Invite { units: vec![bureau] })?;
        self.answers(&self.bureau, LOOK, Command::Join)?;
        let units = vec![HandlingUnit::StreetOffice, bureau, HandlingUnit::Steward];
        let day = self.app.today().saturating_add(1.days());
        self.answers(&self.street, LOOK, Command::SetVisit { day, units }).map(drop)
    }

    /// They have looked; the minutes say what was found.
    pub(super) fn visited(&self) -> Result<()> {
        let units = vec![HandlingUnit::StreetOffice, self.housing()?, HandlingUnit::Steward];
        let words = text("逐棵、逐门看过：18 棵树遮挡三层以下窗户，同意按方案修剪；10 处装灯可接公共电源。")?;
        self.answers(&self.street, LOOK, Command::HoldVisit { n: 0, units, words })?;
        let until = self.app.today().saturating_add(3.days());
        let words = text("方案报来后三日内批复；施工由社区组织，街道派人在场。")?;
        self.answers(&self.street, LOOK, Command::Plan { until, words }).map(drop)
    }

    /// What was asked is done.
    pub(super) fn street_answers(&self) -> Result<()> {
        let words = text("公共电源接入已核对，图纸交社区。")?;
        self.answers(&self.bureau, LOOK, Command::Report { words })?;
        let words = text("两个方案均已批复，修剪已报备。")?;
        self.answers(&self.street, LOOK, Command::Answer { words })?;
        self.answers(&self.steward, LOOK, Command::Finish { words: None }).map(drop)
    }

    /// Some doors have no power: that is more than a community can mend.
    pub(super) fn call_for_power(&mut self) -> Result<()> {
        let requests = self.report_ids(LAMPS)?.into_iter().rev().take(1).collect();
        self.blow(
            POWER,
            "还有几处单元门没有电源，请协调接入公共电源。",
            "能接的 10 盏已经装好；余下几处楼道没有公共线路。",
            requests,
        )?;
        self.answers(&self.street, POWER, Command::Accept)?;
        let words = text("请派人勘查线路，提出接电办法。")?;
        let to = self.housing()?;
        self.answers(&self.street, POWER, Command::Pass { to, words, duty: None }).map(drop)
    }
}

fn text(words: &str) -> Result<Text> {
    Ok(Text::new("words", words)?)
}
