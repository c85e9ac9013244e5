//! What stewards and grid workers of the demo do on their own account: all invented.

use super::found::code;
use crate::error::Result;
use crate::office::App;
use crate::own_work::{NewFinding, NewGroup, NewLeaflet, NewMediation, NewPut};
use crate::request::Reporter;
use guanjia_domain::ids::{BuildingId, EstateId, GroupId, StaffId};
use guanjia_domain::own_work::{
    Dispute, GroupAdmin, GroupKind, Hazard, LeafletKind, Spot, StartItem, Work, WorkKind,
};
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_simulate::outline::Outline;
use guanjia_store::access::Holder;
use jiff::ToSpan;

/// The estate of the story in the outline.
const STORY_ESTATE: &str = "e01";

/// Where the scenes play, and who plays.
struct Scene<'a> {
    app: &'a App,
    community: CommunityCode,
    estate: EstateId,
    steward: Principal,
    secretary: Principal,
    worker: Principal,
    building: BuildingId,
}

impl<'a> Scene<'a> {
    fn of(app: &'a App, outline: &Outline) -> Result<Self> {
        let community = code(outline.community.division_code)?;
        let story = EstateId(outline.estate(STORY_ESTATE).ok_or(Refusal::NotFound)?.id);
        app.db.read(|tx| {
            // The secretary is the steward of the story's estate: the scenes play at the deputy's own.
            let of_story = tx.claim_in_force(community, story, app.now())?.ok_or(Refusal::NotFound)?;
            let held = tx.claims_in_force(community, app.now())?;
            let own = held.iter().filter(|it| Some(it.claim.steward) == of_story.deputy);
            let found = own.min_by_key(|it| it.estate).ok_or(Refusal::NotFound)?;
            let estate = found.estate;
            let buildings = tx.buildings(community, Some(estate), app.now())?;
            let grids = tx.grids(community, None, app.now())?;
            let own = grids.iter().find_map(|grid| {
                let part =
                    grid.parts.iter().find(|part| buildings.iter().any(|it| it.id == part.building))?;
                Some((grid.worker?, part.building))
            });
            let (worker, building) = own.ok_or(Refusal::NotFound)?;
            let mut who = |id: StaffId| {
                Ok::<_, crate::AppError>(app.signed_in(tx, community, Holder::Staff(id.0))?.who)
            };
            let (steward, secretary) = (who(found.claim.steward)?, who(of_story.steward)?);
            let worker = who(worker)?;
            Ok(Self { app, community, estate, steward, secretary, worker, building })
        })
    }

    /// Everybody has begun long ago; only the cards of one estate are not all renewed.
    fn starts(&self) -> Result<()> {
        let (app, community) = (self.app, self.community);
        let held = app.db.read(|tx| tx.claims_in_force(community, app.now()))?;
        for it in held {
            let holder = Holder::Staff(it.claim.steward.0);
            let who = app.db.read(|tx| app.signed_in(tx, community, holder))?.who;
            for item in StartItem::ALL {
                if it.estate != self.estate || *item != StartItem::Cards {
                    app.tick_start(&who, community, it.estate, *item, true).wait()?;
                }
            }
        }
        Ok(())
    }

    fn groups(&self) -> Result<()> {
        for (name, kind, admin, members, joined) in [
            ("邻里群（示例）", GroupKind::Wechat, GroupAdmin::Steward, 486, true),
            ("业主群（示例）", GroupKind::Wechat, GroupAdmin::Owners, 312, false),
        ] {
            let new = NewGroup { id: None, name: name.to_owned(), kind, admin, members, joined };
            self.app.put_group(&self.steward, self.community, self.estate, &new)?.wait()?;
        }
        Ok(())
    }

    /// A notice for the estate, or a policy leaflet that the secretary made for everybody; the steward puts it up.
    fn leaflet(&self, kind: LeafletKind, title: &str, words: &str, days: i64, spots: &[Spot]) -> Result<()> {
        let until = self.app.today().saturating_add(days.days());
        let (title, words) = (title.to_owned(), words.to_owned());
        let (by, estate) = match kind {
            LeafletKind::Notice => (&self.steward, Some(self.estate)),
            LeafletKind::Policy => (&self.secretary, None),
        };
        let new = NewLeaflet { kind, estate, title, words, until };
        let id = self.app.make_leaflet(by, self.community, &new)?.wait()?;
        let group = self.group()?;
        for spot in spots {
            let building = (*spot == Spot::UnitDoor).then_some(self.building);
            let group = group.filter(|_| *spot == Spot::Group);
            let put = NewPut {
                spot: *spot,
                estate: Some(self.estate),
                building,
                unit: None,
                group,
                until: None,
                photo: None,
            };
            self.app.put_leaflet(&self.steward, self.community, id, put).wait()?;
        }
        Ok(())
    }

    fn group(&self) -> Result<Option<GroupId>> {
        let groups =
            self.app.db.read(|tx| self.app.groups(tx, &self.steward, self.community, self.estate))?;
        Ok(groups.first().map(|it| it.group.id))
    }

    /// A round of the grid worker, with what was found in one building.
    fn round(&self, found: &[(Hazard, &str)], over: bool) -> Result<()> {
        let (app, who, community) = (self.app, &self.worker, self.community);
        let round = app.begin_round(who, community, self.estate)?.wait()?;
        for (hazard, words) in found {
            let new = NewFinding {
                id: app.id()?.into(),
                estate: self.estate,
                hazard: *hazard,
                building: Some(self.building),
                unit: None,
                urgent: false,
                words: (*words).to_owned(),
                photos: Vec::new(),
            };
            app.find_hazard(who, community, round, new)?.wait()?;
        }
        if over { app.end_round(who, community, round).wait() } else { Ok(()) }
    }

    fn mediation(&self) -> Result<()> {
        let (app, who, community) = (self.app, &self.steward, self.community);
        let party = |name: &str, phone: &str| {
            (self.estate, Reporter { name: Some(name.to_owned()), phone: Some(phone.to_owned()) })
        };
        let new = NewMediation {
            dispute: Dispute::Noise,
            parties: vec![party("示例当事人甲", "13000000911"), party("示例当事人乙", "13000000912")],
            mediator: self.worker.id.map(StaffId),
            words: "楼上夜里拖动桌椅，楼下老人睡不好，双方在楼道争吵过两次。".to_owned(),
        };
        let id = app.open_mediation(who, community, &new)?.wait()?;
        let met = "双方到社区坐下来谈，各说了各的难处。".to_owned();
        app.add_to_mediation(who, community, id, (app.today(), &met, false))?.wait()
    }

    fn agree(&self) -> Result<()> {
        let (app, who, community) = (self.app, &self.steward, self.community);
        for work in app.db.read(|tx| tx.open_works(community, WorkKind::Mediation))? {
            if let Work::Mediation(file) = work {
                let agreed = "一、晚十点以后不拖动家具。\n二、桌椅脚装软垫，社区帮助购买。";
                app.add_to_mediation(who, community, file.id, (app.today(), agreed, true))?.wait()?;
            }
        }
        Ok(())
    }
}

/// Some days before the end: what is over by then.
pub(super) fn before(app: &App, outline: &Outline) -> Result<()> {
    let scene = Scene::of(app, outline)?;
    scene.starts()?;
    scene.groups()?;
    let words = "明天上午检修水泵，9:00—12:00 停水，请提前储水。";
    scene.leaflet(LeafletKind::Notice, "停水通知", words, 1, &[Spot::Board, Spot::UnitDoor])?;
    scene.round(&[(Hazard::FirePassage, "通道口停着两辆车。")], true)?;
    scene.mediation()
}

/// At the end: what goes on.
pub(super) fn at_last(app: &App, outline: &Outline) -> Result<()> {
    let scene = Scene::of(app, outline)?;
    let words = "冬季用火用电要当心：电动车不上楼充电，楼道不堆物，燃气软管两年一换。需要帮助找片管家。";
    scene.leaflet(LeafletKind::Policy, "冬季消防安全提示", words, 30, &[Spot::Board, Spot::Group])?;
    scene.round(&[(Hazard::Clutter, "三层平台堆了旧家具。"), (Hazard::EBike, "")], false)?;
    scene.agree()
}
