//! `guanjia user add`, `lock`, `unlock` and `reset`.

use super::{give_link, of_who, program};
use crate::args::{AddArgs, OneArgs, ResetArgs};
use crate::data::known;
use crate::failure::Failure;
use crate::output::answer;
use guanjia_app::Person;
use guanjia_app::people::{NewStaff, Newcomer};
use guanjia_domain::ids::StaffId;
use guanjia_store::access::Holder;

/// Appoints somebody, and prints who and a link.
pub fn add(asked: &AddArgs) -> Result<(), Failure> {
    let app = asked.place.data.open()?;
    let community = known(&app, &asked.place.community)?;
    let id = StaffId(app.id()?);
    let person = Person { name: asked.name.clone(), phone: asked.phone.clone() };
    let new = NewStaff { id, post: asked.post.0, tier: asked.tier, organisation: None, person };
    app.engage(&program(community), community, Newcomer::Staff(new), "")?.wait()?;
    answer(&format!("ADDED {id} {}", asked.name))?;
    give_link(&app, community, Holder::Staff(id.0), &asked.link.public_url)
}

/// Locks or unlocks an account.
pub fn lock(asked: &OneArgs, lock: bool) -> Result<(), Failure> {
    let app = asked.place.data.open()?;
    let community = known(&app, &asked.place.community)?;
    let holder = of_who(&app, community, &asked.who)?;
    app.lock_account(&program(community), community, holder.id(), lock)?;
    answer(&format!("{} {}", if lock { "LOCKED" } else { "UNLOCKED" }, holder.id()))
}

/// Prints a link for a new password.
pub fn reset(asked: &ResetArgs) -> Result<(), Failure> {
    let app = asked.place.data.open()?;
    let community = known(&app, &asked.place.community)?;
    let holder = of_who(&app, community, &asked.who)?;
    if asked.second_factor {
        app.reset_factor(&program(community), community, holder.id())?;
    }
    give_link(&app, community, holder, &asked.link.public_url)
}
