//! Officers, grid workers and organisations.

use askama::Template;

use crate::view::{Choice, OrganisationKind, PageFrame, Problem, Problems, Role, samples};

/// One person or organisation.
#[derive(Debug, Clone)]
pub struct PersonLine {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// What they do, as words ("主任 · 第一梯队", "物业公司").
    pub duty: String,
    /// The area ("长风苑", "第一网格").
    pub area: String,
    /// The office phone.
    pub phone: Option<String>,
    /// Whether they can sign in now.
    pub active: bool,
}

/// People of one kind.
#[derive(Debug, Clone)]
pub struct PeopleGroup {
    /// What they are.
    pub role: Role,
    /// Who they are.
    pub people: Vec<PersonLine>,
}

/// What was typed into the form.
#[derive(Debug, Clone, Default)]
pub struct NewPersonForm {
    /// The name.
    pub name: String,
    /// Slug of the role.
    pub role: String,
    /// The tier of an officer, `1`–`3`.
    pub tier: String,
    /// Slug of the kind of organisation.
    pub kind: String,
    /// The name to sign in with.
    pub sign_in_name: String,
    /// The office phone.
    pub phone: String,
}

/// `GET /people`, and again after a failed form.
///
/// Forms: `POST /people` with `csrf`, `name`, `role` (slug), `tier` (`1`–`3`, officers only), `kind` (slug,
/// organisations only), `sign_in_name`, `phone`;
/// `POST /people/{id}/disable` and `POST /people/{id}/enable` with `csrf`; `POST /people/{id}/link` with `csrf` makes
/// a one-time sign-in link and shows this page with `made_link`.
#[derive(Template)]
#[template(path = "office/people.html")]
pub struct PeoplePage {
    /// The frame.
    pub page: PageFrame,
    /// Everybody, by kind.
    pub groups: Vec<PeopleGroup>,
    /// Those who have left, for whoever may take them back.
    pub former: Vec<PersonLine>,
    /// A link that was made a moment ago: for whom, and the address.
    pub made_link: Option<(String, String)>,
    /// Where somebody who was to be disabled hands over first.
    pub hand_over: Option<String>,
    /// Whether the reader may give sign-in links.
    pub may_invite: bool,
    /// Whether the reader may add and disable people.
    pub may_change: bool,
    /// What was typed.
    pub form: NewPersonForm,
    /// What was wrong.
    pub problems: Problems,
}

impl PeoplePage {
    fn roles(&self) -> Vec<Choice> {
        let all = Role::ALL.iter();
        all.map(|it| Choice::new(it.slug(), self.page.say(it.key())).chosen_if(&self.form.role)).collect()
    }

    fn kinds(&self) -> Vec<Choice> {
        let all = OrganisationKind::ALL.iter();
        all.map(|it| Choice::new(it.slug(), self.page.say(it.key())).chosen_if(&self.form.kind)).collect()
    }

    fn tiers(&self) -> Vec<Choice> {
        let tiers = [("1", "tier-1"), ("2", "tier-2"), ("3", "tier-3")];
        tiers.map(|(value, key)| Choice::new(value, self.page.say(key)).chosen_if(&self.form.tier)).into()
    }

    /// Invented people.
    pub fn sample(page: PageFrame) -> Self {
        let person = |name: &str, duty: &str, area: &str, active| PersonLine {
            id: "p-1".to_owned(),
            name: name.to_owned(),
            duty: duty.to_owned(),
            area: area.to_owned(),
            phone: Some("0351-5550123".to_owned()),
            active,
        };
        let officers = vec![
            person("林知夏", "党员干部", samples::ESTATE, true),
            person("江予安", "社工", "汾河里", false),
        ];
        let organisations = vec![person(samples::PROPERTY, "物业公司", samples::ESTATE, true)];
        Self {
            page,
            groups: vec![
                PeopleGroup { role: Role::Steward, people: officers },
                PeopleGroup { role: Role::Organisation, people: organisations },
            ],
            former: vec![person("顾南乔", "网格员", "", false)],
            made_link: Some(("林知夏".to_owned(), "https://guanjia.example/welcome/sample".to_owned())),
            hand_over: None,
            may_invite: true,
            may_change: true,
            form: NewPersonForm::default(),
            problems: Problems::default(),
        }
    }

    /// Nobody yet.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { groups: Vec::new(), former: Vec::new(), made_link: None, ..Self::sample(page) }
    }

    /// A name that is taken, and long words.
    pub fn sample_long(page: PageFrame) -> Self {
        let problem = Problem::new(page.words, "sign_in_name", "problem-name-taken", "cure-name-taken", &[]);
        let form = NewPersonForm { name: samples::LONG.to_owned(), ..NewPersonForm::default() };
        let hand_over = Some("/hand-overs/new?from=s-1".to_owned());
        Self { form, problems: vec![problem].into(), hand_over, ..Self::sample(page) }
    }
}
