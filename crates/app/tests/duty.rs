//! The duty roster on both engines: who is called tonight hears of an urgent matter at once, and may look at it.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

#[path = "support/filled.rs"]
mod filled;
#[path = "../../store/tests/support/postgres.rs"]
mod postgres;

use filled::{code, filled};
use guanjia_app::request::{Filing, Reporter};
use guanjia_app::{App, AppError, HandClock, Result};
use guanjia_domain::calendar::china_time;
use guanjia_domain::ids::{EstateId, RequestId, StaffId};
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{Channel, Place};
use guanjia_domain::{CommunityCode, Moment, Refusal, Role};
use guanjia_store::access::Holder;
use guanjia_store::verify::verify;
use jiff::ToSpan;
use jiff::civil::Date;
use std::sync::Arc;
use uuid::Uuid;

/// Noon in China.
const NOW: Moment = Moment(1_795_233_600_000);
const HOUR: i64 = 60 * 60 * 1_000;

struct House {
    app: App,
    clock: Arc<HandClock>,
    code: CommunityCode,
    estate: EstateId,
    /// The secretary, the steward of the estate, and two who have nothing to do with it.
    staff: Vec<StaffId>,
    _folder: tempfile::TempDir,
    _database: Option<postgres::DatabaseUrl>,
}

fn on_both_engines(test: impl Fn(&House)) {
    test(&House::found(None));
    if let Some(database) = postgres::database_url() {
        test(&House::found(Some(database)));
    }
}

impl House {
    fn found(database: Option<postgres::DatabaseUrl>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(HandClock::at(NOW));
        let sheets = [
            (
                "工作人员.csv",
                "姓名,岗位,电话,负责小区\n甲某,书记,13800000001,\n乙某,社工,13800000002,和平苑\n\
                 丙某,社工,13800000003,\n丁某,社工,13800000004,\n戊某,网格员,13800000005,\n",
            ),
            ("小区.csv", "名称,物业性质\n和平苑,物业公司\n"),
        ];
        let (app, code) = (filled(folder.path(), database.as_deref(), clock.clone(), &sheets), code());
        // The steward's claim follows the secretary's, which holds in the estate's first instant.
        clock.set(NOW.plus(HOUR));
        let names = ["甲某", "乙某", "丙某", "丁某", "戊某"];
        let staff = app
            .db
            .read(|tx| -> Result<_> {
                let mut found = Vec::new();
                for it in tx.staff(code)? {
                    found.push((app.person(tx, code, it.id.0)?.name, it.id));
                }
                Ok(found)
            })
            .unwrap();
        let id = |name: &str| staff.iter().find(|(it, _)| it == name).unwrap().1;
        let estate = app.db.read(|tx| tx.estate_names(code)).unwrap()[0].0;
        let staff = names.into_iter().map(id).collect();
        Self { app, clock, code, estate, staff, _folder: folder, _database: database }
    }

    fn today(&self) -> Date {
        china_time::date(NOW.into())
    }

    fn who(&self, n: usize) -> Principal {
        let holder = Holder::Staff(self.staff[n].0);
        self.app.db.read(|tx| self.app.signed_in(tx, self.code, holder)).unwrap().who
    }

    fn set(&self, by: usize, days: &[(Date, &[usize])]) -> Result<usize> {
        let days =
            days.iter().map(|(day, who)| (*day, who.iter().map(|n| self.staff[*n]).collect())).collect();
        self.app.set_duty(&self.who(by), self.code, days).wait()
    }

    fn file(&self, n: u128, urgent: bool) -> RequestId {
        let id = RequestId(Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 + n));
        let filing = Filing {
            id,
            place: Place { estate: self.estate, building: None, unit: None, room: None },
            text: "楼道里有一股煤气味。".into(),
            matter: None,
            channel: Channel::Web,
            urgent,
            reporter: Reporter { name: None, phone: Some("13812340001".into()) },
            on_behalf: false,
            done_on_spot: false,
            photos: Vec::new(),
        };
        let resident = Principal::plain(Role::Resident, self.code, None);
        self.app.file_request(&resident, self.code, filing).unwrap().wait().unwrap();
        id
    }

    /// The requests that somebody's inbox tells of, and that they may read.
    fn told(&self, n: usize) -> Vec<RequestId> {
        let who = self.who(n);
        let told = self.app.db.read(|tx| self.app.inbox(tx, &who)).unwrap();
        told.into_iter().filter_map(|it| Some(it.about?.0.id)).collect()
    }
}

#[test]
fn who_is_on_duty_hears_of_what_is_urgent_and_of_nothing_else() {
    on_both_engines(|house| {
        assert_eq!(house.set(0, &[(house.today(), &[2])]).unwrap(), 1);
        let (calm, urgent) = (house.file(1, false), house.file(2, true));
        assert_eq!(house.told(2), [urgent]);
        assert!(house.told(3).is_empty());
        assert_eq!(house.told(1).len(), 2, "the steward hears of both");
        let read = |n: usize, id| house.app.db.read(|tx| house.app.detail(tx, &house.who(n), house.code, id));
        assert!(read(2, urgent).is_ok() && read(2, calm).is_err() && read(3, urgent).is_err());
        assert!(
            house.app.reveal_reporters(&house.who(2), house.code, urgent, "回电").unwrap().wait().is_ok()
        );
        assert!(
            house.app.reveal_reporters(&house.who(3), house.code, urgent, "好奇").unwrap().wait().is_err()
        );
        // At eight in the morning the duty is over, and with it the right to look.
        house.clock.set(NOW.plus(21 * HOUR));
        assert!(read(2, urgent).is_err() && read(1, urgent).is_ok());
        house.file(3, true);
        assert_eq!(house.told(2).len(), 0);
        assert_eq!(verify(&house.app.db, &mut |_| {}).unwrap().fault, None);
    });
}

#[test]
fn the_roster_is_planned_by_the_secretary_all_or_nothing() {
    on_both_engines(|house| {
        let (today, next) = (house.today(), house.today().saturating_add(1.days()));
        assert_eq!(house.set(0, &[(today, &[2, 3]), (next, &[3])]).unwrap(), 2);
        assert_eq!(house.set(0, &[(today, &[2, 3]), (next, &[])]).unwrap(), 1, "what stays makes no event");
        let days = |house: &House| {
            let days = house.app.db.read(|tx| house.app.duty_days(tx, house.code, 2)).unwrap();
            days.iter()
                .map(|it| it.staff.iter().map(|(_, it)| it.name.clone()).collect())
                .collect::<Vec<Vec<_>>>()
        };
        assert_eq!(days(house), [vec!["丙某".to_owned(), "丁某".into()], vec![]]);
        let yesterday = today.saturating_sub(1.days());
        for (by, days) in [
            (0, vec![(next, vec![2]), (yesterday, vec![2])]),
            (0, vec![(next, vec![2]), (today, vec![2, 2])]),
            (0, vec![(next, vec![2]), (today, vec![4])]),
            (2, vec![(next, vec![2])]),
        ] {
            let days: Vec<(Date, &[usize])> = days.iter().map(|(day, who)| (*day, who.as_slice())).collect();
            assert!(house.set(by, &days).is_err(), "{days:?}");
        }
        assert_eq!(days(house)[1], Vec::<String>::new(), "nothing of it was kept");
        let refused = house.set(0, &[(yesterday, &[2])]);
        assert!(matches!(refused, Err(AppError::Refused(Refusal::NotAChoice { field: "day", .. }))));
        // Whoever leaves is not called any more.
        house.app.dismiss(&house.who(0), house.code, house.staff[2].0).wait().unwrap();
        assert_eq!(days(house)[0], ["丁某"]);
    });
}
