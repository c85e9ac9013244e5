//! Three plans, made and checked outside the transaction, then kept as a draft.

use super::land::{Land, searched};
use super::obstacle::{DesignError, Obstacle};
use crate::error::AppError;
use crate::office::{App, allow};
use guanjia_domain::grid_design::{Band, DesignEvent, Designed, Lines, Priority, Proposed};
use guanjia_domain::ids::DesignId;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, HouseEvent, Refusal, Subject};
use guanjia_plan::grids::settle::{Present, settle};
use guanjia_plan::grids::survey::Survey;
use guanjia_plan::grids::{Effort, Table, check, design};

/// How long one plan is searched for at the most, in milliseconds: somebody waits for the page.
const PATIENCE: i64 = 8_000;

/// What is asked of a design.
#[derive(Clone, Debug)]
pub struct Wish {
    /// The band of households.
    pub band: Band,
    /// What a household that changes its grid weighs, in metres of its walk.
    pub price: u32,
    /// The seed.
    pub seed: u64,
    /// New lines on the ground; `None` goes on with those of the newest draft.
    pub lines: Option<Lines>,
}

impl App {
    /// Makes a draft with three plans.
    ///
    /// # Errors
    /// [`DesignError::Obstacles`] when the buildings do not allow it; [`Refusal::DesignStale`] when the house changed
    /// meanwhile.
    pub fn design_grids(
        &self,
        who: &Principal,
        community: CommunityCode,
        wish: &Wish,
    ) -> Result<DesignId, DesignError> {
        let (land, known) = self.db.read(|tx| -> Result<_, AppError> {
            allow(who, Action::ChangePlaces, &Area::community(community, None))?;
            let newest = tx.grid_designs(community)?.first().map(|it| it.designed.lines.clone());
            Ok((Land::read(self, tx, community)?, newest.unwrap_or_default()))
        })?;
        let lines = wish.lines.clone().unwrap_or(known);
        let obstacles = land.obstacles();
        if !obstacles.is_empty() {
            return Err(DesignError::Obstacles(obstacles));
        }
        let (survey, (present, _)) = (land.survey(&lines), land.present(self.now()));
        let plans = Priority::ALL.map(|priority| self.propose(&land, &survey, &present, wish, priority));
        let designed = Designed {
            band: wish.band,
            price: wish.price,
            seed: wish.seed,
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            basis: land.basis(),
            lines,
            plans: plans.into_iter().collect::<Result<_, _>>()?,
        };
        let (app, who) = (self.clone(), who.clone());
        let id = DesignId(self.id()?);
        let kept = self.db.write(community, move |tx| -> Result<_, AppError> {
            allow(&who, Action::ChangePlaces, &Area::community(community, None))?;
            if Land::read(&app, tx, community)?.basis() != designed.basis {
                return Err(Refusal::DesignStale.into());
            }
            let event = HouseEvent::GridDesign(DesignEvent::Designed(designed.clone()));
            app.record_house(tx, &who, community, Subject::GridDesign(id), None, event)
        });
        kept.wait()?;
        Ok(id)
    }

    fn propose(
        &self,
        land: &Land,
        survey: &Survey,
        present: &Present,
        wish: &Wish,
        priority: Priority,
    ) -> Result<Proposed, DesignError> {
        let problem = land.problem(wish.band, survey, priority);
        let effort = Effort { seed: wish.seed, seconds: Effort::usual_seconds(&problem).min(4.0) };
        let began = self.now();
        let plan = design(&problem, effort, &mut |_| self.now().0 - began.0 > PATIENCE);
        let plan = plan.map_err(|faults| {
            let said = |(chinese, english): (&str, &str)| Obstacle::Search(chinese.into(), english.into());
            DesignError::Obstacles(faults.iter().map(|fault| said(fault.words())).collect())
        })?;
        let number = |name: &String| problem.buildings.iter().zip(0_u32..).find(|(it, _)| it.id == *name);
        let found: Vec<Vec<u32>> = plan
            .grids
            .iter()
            .map(|grid| grid.buildings.iter().filter_map(number).map(|(_, at)| at).collect())
            .collect();
        let table = Table::new(&problem);
        let price = (searched(priority), f64::from(wish.price));
        let groups = settle(&table, found.clone(), present, price);
        let objections = check::objections(&problem, &table.plan(groups.clone()));
        if let Some(first) = objections.first() {
            return Err(DesignError::Obstacles(vec![Obstacle::Objection(first.clone())]));
        }
        // What was proved was proved of the plan without a price.
        let proved = plan.share_proved.filter(|_| groups == found);
        Ok(Proposed { priority, groups: land.ids(&groups), proved, finished: plan.finished })
    }
}
