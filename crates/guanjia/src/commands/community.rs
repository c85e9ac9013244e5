//! `guanjia community found`: a community by its code or name.

use crate::args::{CommunityCommand, FoundArgs};
use crate::data::code;
use crate::failure::Failure;
use crate::output::answer;
use guanjia_app::place::NewCommunity;
use guanjia_domain::division::{self, Division};
use guanjia_domain::{Actor, CommunityCode};

/// Does what was asked.
pub fn run(what: &CommunityCommand) -> Result<(), Failure> {
    match what {
        CommunityCommand::Found(asked) => found(asked),
    }
}

fn found(asked: &FoundArgs) -> Result<(), Failure> {
    let new = new_community(asked)?;
    let app = asked.data.open_or_make()?;
    let (code, name) = (new.code, new.name.clone());
    app.found_community(Actor::SYSTEM, new).wait()?;
    let link = app.appoint_administrator(code)?;
    answer(&format!("FOUNDED {code} {name}"))?;
    answer(&format!("ADMIN {}{}", asked.link.public_url.trim_end_matches('/'), link.path()))
}

fn new_community(asked: &FoundArgs) -> Result<NewCommunity, Failure> {
    let (code, official) = match division(&asked.which)? {
        Some(division) => (code(&division.code)?, Some(division)),
        None => (code(&asked.which)?, None),
    };
    let name =
        asked.name.clone().or_else(|| official.as_ref().map(|it| it.name.clone())).ok_or_else(|| {
            Failure::usage(
                format!("没有代码 {code} 的名称。请加上 --name。"),
                format!("No name is known for {code}. Give it with --name."),
            )
        })?;
    let street = official.as_ref().and_then(Division::parent).and_then(|street| street.code.parse().ok());
    Ok(NewCommunity {
        code,
        full_name: official.map_or_else(|| name.clone(), |it| it.full_name),
        name,
        street,
        supervision: asked.supervision.clone(),
        emergency: Vec::new(),
    })
}

/// The official community that was meant; `None` for a code that the edition does not list.
fn division(typed: &str) -> Result<Option<Division>, Failure> {
    if typed.parse::<CommunityCode>().is_ok() {
        return Ok(division::by_code(typed).cloned());
    }
    let found: Vec<_> = division::search(typed).into_iter().filter(Division::is_community).collect();
    let exact: Vec<_> = found.iter().filter(|it| it.name == typed || it.full_name == typed).collect();
    match (exact.as_slice(), found.as_slice()) {
        ([one], _) => Ok(Some((*one).clone())),
        (_, [one]) => Ok(Some(one.clone())),
        (_, []) => Err(Failure::refused(
            format!("没有名为“{typed}”的社区。请核对名称，或写本地代码（如 L001）并加上 --name。"),
            format!(
                "No community is called “{typed}”. Look at the name, or give a local code such as L001 with --name."
            ),
        )),
        (_, several) => {
            let list: Vec<_> = several.iter().map(|it| format!("  {} {}", it.code, it.full_name)).collect();
            let list = list.join("\n");
            Err(Failure::refused(
                format!("“{typed}”可能是以下社区，请写其中一个代码：\n{list}"),
                format!("“{typed}” may be one of these; give the code of one:\n{list}"),
            ))
        }
    }
}
