//! The residents' groups of an estate, and the text by which the steward says who they are.

use askama::Template;

use super::kinds::offered;
use crate::view::{Choice, PageFrame, Problem, Problems, samples};

/// A group.
#[derive(Debug, Clone)]
pub struct GroupLine {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it is, and who runs it, in words.
    pub about: String,
    /// About how many members.
    pub members: u32,
    /// Whether the steward is in it.
    pub joined: bool,
    /// What its form holds.
    pub form: GroupForm,
}

/// A group as it was typed.
#[derive(Debug, Clone, Default)]
pub struct GroupForm {
    /// Its id; empty for a new one.
    pub group: String,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub kind: String,
    /// Who runs it.
    pub admin: String,
    /// About how many members.
    pub members: String,
    /// Whether the steward is in it.
    pub joined: bool,
}

/// `GET /estates/{id}/groups`. Forms: `POST` to the same address with `csrf`, `group` (empty = new), `name`, `kind`,
/// `admin`, `members`, `joined`; `POST /estates/{id}/groups/drop` with `csrf`, `group`.
#[derive(Template)]
#[template(path = "own_work/groups.html")]
pub struct GroupsPage {
    /// The frame.
    pub page: PageFrame,
    /// The id of the estate.
    pub estate_id: String,
    /// Its name.
    pub estate: String,
    /// The text to copy into a group.
    pub identity: String,
    /// The groups.
    pub groups: Vec<GroupLine>,
    /// What was typed.
    pub form: GroupForm,
    /// What was wrong.
    pub problems: Problems,
}

impl GroupsPage {
    fn kinds(&self, form: &GroupForm) -> Vec<Choice> {
        offered!(self.page.words, GroupKind, &form.kind)
    }

    fn admins(&self, form: &GroupForm) -> Vec<Choice> {
        offered!(self.page.words, GroupAdmin, &form.admin)
    }

    /// What the form of a new group holds.
    fn fresh(&self) -> GroupForm {
        if self.form.group.is_empty() { self.form.clone() } else { GroupForm::default() }
    }

    /// What the form of a group holds: what was typed, or what is known.
    fn form_of<'a>(&'a self, line: &'a GroupLine) -> &'a GroupForm {
        if self.form.group == line.id { &self.form } else { &line.form }
    }

    /// The problems of one form, for a form that failed.
    fn problems_of(&self, group: &str) -> Problems {
        if self.form.group == group { self.problems.clone() } else { Problems::default() }
    }

    /// Invented groups.
    pub fn sample(page: PageFrame) -> Self {
        let line = |id: &str, name: &str, joined| GroupLine {
            id: id.to_owned(),
            name: name.to_owned(),
            about: "微信群 · 业主委员会".to_owned(),
            members: 486,
            joined,
            form: GroupForm { group: id.to_owned(), name: name.to_owned(), ..GroupForm::default() },
        };
        Self {
            page,
            estate_id: "e-1".to_owned(),
            estate: samples::ESTATE.to_owned(),
            identity: "各位邻居好，我是片管家林知夏。".to_owned(),
            groups: vec![line("g-1", "长风苑邻里群", true), line("g-2", samples::LONG, false)],
            form: GroupForm::default(),
            problems: Problems::default(),
        }
    }

    /// A group that failed, where there is none.
    pub fn sample_empty(page: PageFrame) -> Self {
        let problem =
            Problem::new(page.words, "name", "refusal-text-missing", "refusal-text-missing-cure", &[]);
        Self { groups: Vec::new(), problems: vec![problem].into(), ..Self::sample(page) }
    }
}
