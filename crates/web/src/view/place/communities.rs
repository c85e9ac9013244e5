//! The communities of a street.

use askama::Template;

use crate::view::{Choice, Contact, PageFrame, Problem, Problems, samples};

/// An estate of a community, with who answers for it.
#[derive(Debug, Clone)]
pub struct EstateOfStreet {
    /// Its name.
    pub name: String,
    /// Its steward.
    pub steward: Contact,
    /// The deputy.
    pub deputy: Option<Contact>,
    /// Households.
    pub households: u32,
}

/// One community.
#[derive(Debug, Clone)]
pub struct CommunityCard {
    /// Its name.
    pub name: String,
    /// Its division code.
    pub code: String,
    /// Who answers for all of it.
    pub secretary: Option<Contact>,
    /// The public supervision phone; empty while there is none.
    pub supervision: String,
    /// Its estates; `None` for those who only add communities.
    pub estates: Option<Vec<EstateOfStreet>>,
}

impl CommunityCard {
    fn households(&self) -> u32 {
        self.estates.iter().flatten().map(|estate| estate.households).sum()
    }
}

/// `GET /communities`, and again after `POST /communities` with `csrf`, `division`.
#[derive(Template)]
#[template(path = "place/communities.html")]
pub struct CommunitiesPage {
    /// The frame.
    pub page: PageFrame,
    /// The communities by code.
    pub communities: Vec<CommunityCard>,
    /// Whether the reader may add one.
    pub may_found: bool,
    /// What was typed.
    pub division: String,
    /// What it may be.
    pub divisions: Vec<Choice>,
    /// A community that was added a moment ago, and the address for its first administrator.
    pub made_link: Option<(String, String)>,
    /// What was wrong.
    pub problems: Problems,
}

impl CommunitiesPage {
    /// Invented communities, one of them without anything yet.
    pub fn sample(page: PageFrame) -> Self {
        let contact = |name: &str| Contact { name: name.to_owned(), phone: Some("0351-5550123".to_owned()) };
        let estate = |name: &str, deputy: Option<Contact>| EstateOfStreet {
            name: name.to_owned(),
            steward: contact("林知夏"),
            deputy,
            households: 1_208,
        };
        let estates = vec![estate(samples::ESTATE, Some(contact("江予安"))), estate(samples::LONG, None)];
        let card = |name: &str, code: &str, secretary, estates| CommunityCard {
            name: name.to_owned(),
            code: code.to_owned(),
            secretary,
            supervision: "0351-5550100".to_owned(),
            estates: Some(estates),
        };
        let communities = vec![
            card("晋祠路社区", "140109013001", Some(contact("顾南乔")), estates),
            card("示范第二社区", "140109013999", None, Vec::new()),
        ];
        Self {
            page,
            communities,
            may_found: false,
            division: String::new(),
            divisions: Vec::new(),
            made_link: None,
            problems: Problems::default(),
        }
    }

    /// Nothing yet, for whoever adds the first.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { communities: Vec::new(), may_found: true, ..Self::sample(page) }
    }

    /// One was added, and the next was not found.
    pub fn sample_long(page: PageFrame) -> Self {
        let problem = Problem::new(page.words, "division", "problem-division", "cure-division", &[]);
        let made_link = Some((samples::LONG.to_owned(), "https://guanjia.example/welcome/sample".to_owned()));
        let division = samples::LONG.to_owned();
        Self { may_found: true, made_link, division, problems: vec![problem].into(), ..Self::sample(page) }
    }
}
