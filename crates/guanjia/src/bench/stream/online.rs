//! Requests one by one, as the product takes them: after each the estate's open requests of the last days are compared,
//! what is together stays together, and what is new joins the issue of most of its like.

use super::make::{DAY, Written};
use guanjia_discover::category::Category;
use guanjia_discover::issues::{Constraints, KnownEstate, Located, Places, Request, Weights, discover};
use guanjia_domain::issue::{FEWEST_HOUSEHOLDS, RECENT_DAYS, can_be_common};
use guanjia_domain::matter;
use guanjia_domain::place_text::Estate;
use std::collections::{BTreeMap, BTreeSet};

/// Which parts work; all do in the product.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// Requests of two estates never join.
    pub gate: bool,
    /// Words are compared; else place and time alone decide.
    pub text: bool,
}

/// An issue with its requests, by index, in the order in which they joined.
pub type Gathered = Vec<usize>;

/// Goes through the stream and says, after each request, what the issues are.
pub fn follow(
    written: &[Written],
    estates: usize,
    category: &Category,
    parts: Parts,
    mut looked: impl FnMut(usize, &[Gathered]),
) {
    let places = Places::new((0..estates).map(known).collect());
    let requests: Vec<Request> = written.iter().map(|one| request(one, category, &places, parts)).collect();
    let mut issues: Vec<Gathered> = Vec::new();
    for now in 0..written.len() {
        let since = written[now].at - RECENT_DAYS * DAY;
        let near = |one: &usize| {
            let other = &written[*one];
            other.at >= since
                && (other.estate == written[now].estate || !parts.gate)
                && can_be_common(other.matter)
        };
        let desk: Vec<usize> =
            (0..=now).rev().take_while(|one| written[*one].at >= since).filter(near).collect();
        if desk.contains(&now) {
            for group in groups(&desk, &requests, &issues, parts) {
                take(&mut issues, &group, written);
            }
        }
        looked(now, &issues);
    }
}

/// What is together on a desk.
fn groups(desk: &[usize], requests: &[Request], issues: &[Gathered], parts: Parts) -> Vec<Vec<usize>> {
    if !parts.text {
        return vec![desk.to_vec()];
    }
    let at = |one: &usize| desk.iter().position(|other| other == one);
    let held = issues.iter().flat_map(|issue| {
        let here: Vec<usize> = issue.iter().filter_map(at).collect();
        here.iter().skip(1).map(|other| (here[0], *other)).collect::<Vec<_>>()
    });
    let constraints = Constraints { together: held.collect(), apart: Vec::new() };
    let compared: Vec<Request> = desk.iter().map(|one| requests[*one].clone()).collect();
    let found = discover(&compared, &constraints, &Weights::default(), |_, _| {});
    found.issues.into_iter().map(|it| it.members.into_iter().map(|one| desk[one]).collect()).collect()
}

/// New requests go to the issue of most of the group; where there is none and enough households speak, one begins.
fn take(issues: &mut Vec<Gathered>, group: &[usize], written: &[Written]) {
    let of = |one: usize| issues.iter().position(|issue| issue.contains(&one));
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let mut free: Vec<usize> = Vec::new();
    for one in group {
        match of(*one) {
            Some(issue) => *counts.entry(issue).or_default() += 1,
            None => free.push(*one),
        }
    }
    let main = counts.into_iter().max_by_key(|(issue, count)| (*count, std::cmp::Reverse(*issue)));
    let households: BTreeSet<&str> = group.iter().map(|one| written[*one].household.as_str()).collect();
    free.sort_unstable();
    match main {
        Some((issue, _)) => issues[issue].append(&mut free),
        None if households.len() >= FEWEST_HOUSEHOLDS => issues.push(free),
        None => {}
    }
}

/// As the desk of an estate prepares it: the name of the matter that was chosen, or that the model is sure of, serves
/// as title.
fn request<'a>(one: &'a Written, category: &Category, places: &Places, parts: Parts) -> Request<'a> {
    let sure = || {
        let answer = category.answer(&one.text);
        answer.likeliest.first().filter(|_| answer.sure).and_then(|(code, _)| matter::find(code))
    };
    let chosen = one.matter.and_then(matter::find).or_else(sure);
    let place = if parts.gate {
        let chosen = Located::chosen(Some(&one.estate.to_string()), None, None);
        places.locate(&chosen, "", &one.text)
    } else {
        Located::default()
    };
    Request {
        id: &one.id,
        at: one.at,
        title: chosen.map_or("", |matter| matter.zh),
        text: &one.text,
        reporter: Some(&one.household),
        place,
        category: chosen.map(|matter| matter.code),
    }
}

fn known(estate: usize) -> KnownEstate {
    let names = Estate { name: format!("第{estate}小区"), ..Estate::default() };
    KnownEstate { id: estate.to_string(), names, building_ids: Vec::new() }
}
