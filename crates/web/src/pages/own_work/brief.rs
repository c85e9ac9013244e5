//! What the work page says of the own work, and who is called tonight.

use crate::present::contact;
use crate::view::Contact;
use crate::view::own_work::OwnBrief;
use crate::view::own_work::kinds::said;
use crate::visitor::{Seat, Visitor};
use guanjia_app::{App, AppError};
use guanjia_domain::CommunityCode;
use guanjia_domain::own_work::{StartItem, Work, WorkKind};
use guanjia_store::Tx;
use jiff::civil::Date;

/// How many steps the work page names.
const NAMED: usize = 3;

/// Who is called tonight.
pub(crate) fn called(app: &App, tx: &mut Tx, home: CommunityCode) -> Result<Vec<Contact>, AppError> {
    let days = app.duty_days(tx, home, 1)?;
    Ok(days.iter().flat_map(|it| &it.staff).map(|(_, person)| contact(person)).collect())
}

/// What the work page says of it.
pub(crate) fn own_brief(visitor: &Visitor, tx: &mut Tx, seat: &Seat) -> Result<OwnBrief, AppError> {
    let (app, who, home) = (visitor.site.app(), &seat.signed_in.who, seat.home);
    let (words, today) = (visitor.look.words(), app.today());
    let mut open = Vec::new();
    for list in app.start_lists(tx, who, home)? {
        let lines = list.lines.iter().filter(|line| line.done_at.is_none());
        open.extend(lines.map(|line| (line.due, list.name.clone(), line.item)));
    }
    open.sort_by_key(|(due, ..)| *due);
    let rest = open.split_off(open.len().min(NAMED)).len();
    let step = |(due, estate, item): (Date, String, StartItem)| {
        (estate, said!(words, StartItem, item.name()), due.to_string(), due < today)
    };
    let own = |work: &Work| matches!(work, Work::Round(round) if round.by == who.actor());
    let rounds = tx.open_works(home, WorkKind::Round)?.iter().filter(|work| own(work)).count();
    let hanging = app.hanging(tx, who, home)?;
    let surveys = app.running_surveys(tx, who, home)?;
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(OwnBrief {
        tonight: called(app, tx, home)?,
        steps: open.into_iter().map(step).collect(),
        more_steps: number(rest),
        hanging: number(hanging),
        rounds: number(rounds),
        surveys: number(surveys),
    })
}
