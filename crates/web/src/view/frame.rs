//! What every page has around its content.

use super::keyed::keyed;
use super::kinds::Role;
use super::time::{self, Clock, Reading};
use crate::assets;
use crate::words::{Arg, Language, Words};

keyed! {
    /// A section of the signed-in part. The slug is its address without the first stroke.
    Section {
        /// What this person does all day.
        Work = "work", "nav-work";
        /// All requests that the person may see.
        Requests = "requests", "nav-requests";
        /// File for somebody.
        FileRequest = "requests/new", "nav-file-request";
        /// Done on the spot.
        Spot = "spot", "nav-spot";
        /// Common issues.
        Issues = "issues", "nav-issues";
        /// The own work on the estates.
        OwnWork = "own", "nav-own";
        /// Putting common issues right.
        Projects = "projects", "nav-projects";
        /// How it really goes.
        Numbers = "numbers", "nav-numbers";
        /// Calls for help.
        Calls = "calls", "nav-calls";
        /// The communities of a street.
        Communities = "communities", "nav-communities";
        /// Estates and buildings.
        Estates = "estates", "nav-estates";
        /// Resident cards.
        Cards = "cards", "nav-cards";
        /// The plan of the community.
        Plan = "plan", "nav-plan";
        /// Who answers for which estate.
        Claims = "claims", "nav-claims";
        /// Grids.
        Grids = "grids", "nav-grids";
        /// Who hands what over to whom.
        HandOvers = "hand-overs", "nav-hand-overs";
        /// Officers, grid workers, organisations.
        People = "people", "nav-people";
        /// Spreadsheets.
        Import = "import", "nav-import";
        /// What requests are about.
        Matters = "matters", "nav-matters";
        /// What may be handed to the community.
        DutyList = "duty-list", "nav-duty-list";
        /// Who is called tonight.
        Duty = "duty", "nav-duty";
        /// What is held of somebody, and its erasure.
        Rights = "rights", "nav-rights";
        /// Posters, labels and lists on paper.
        Print = "print", "nav-print";
        /// Monthly reports, registers, queries.
        Reports = "reports", "nav-reports";
        /// What the work asks of each role.
        Burden = "burden", "nav-burden";
        /// Messages.
        Inbox = "inbox", "nav-inbox";
        /// Accounts and sessions.
        Security = "security", "nav-security";
        /// The access log.
        Audit = "audit", "nav-audit";
        /// How one works with all this.
        Help = "help", "nav-help";
    }
}

impl Section {
    /// The icon of its entry.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Work => "home",
            Self::Requests => "list",
            Self::FileRequest => "pen",
            Self::Spot => "check",
            Self::Issues => "merge",
            Self::OwnWork => "leaf",
            Self::Projects => "work",
            Self::Numbers => "grid",
            Self::Calls => "up",
            Self::DutyList => "list",
            Self::Communities => "building",
            Self::Estates => "building",
            Self::Cards => "pin",
            Self::Plan => "map",
            Self::Claims => "hand",
            Self::Grids => "grid",
            Self::HandOvers => "link",
            Self::People => "people",
            Self::Import => "send",
            Self::Matters => "list",
            Self::Duty => "phone",
            Self::Rights => "person",
            Self::Reports => "list",
            Self::Burden => "clock",
            Self::Inbox => "bell",
            Self::Security => "hand",
            Self::Audit => "eye",
            Self::Print => "print",
            Self::Help => "info",
        }
    }
}

keyed! {
    /// Light, dark, or as the device says.
    Theme {
        /// As the device says.
        Auto = "auto", "theme-auto";
        /// Light.
        Light = "light", "theme-light";
        /// Dark.
        Dark = "dark", "theme-dark";
    }
}

/// The person who is signed in.
#[derive(Debug, Clone)]
pub struct Viewer {
    /// The name to show.
    pub name: String,
    /// What the person is here to do.
    pub role: Role,
}

/// The community of a page.
#[derive(Debug, Clone)]
pub struct Community {
    /// The name.
    pub name: String,
    /// The division code, which leads its public addresses.
    pub code: String,
}

/// Everything around the content of a page.
///
/// The footer holds one form, `POST /look` with `csrf`, `back` (the present path) and one of `lang` (`zh-CN`, `en`),
/// `theme` (`auto`, `light`, `dark`), `size` (`normal`, `large`): the answer keeps the choice in a cookie
/// and goes back. `POST /sign-out` with `csrf` signs out.
#[derive(Clone)]
pub struct PageFrame {
    /// The words of the reader's language.
    pub words: &'static Words,
    /// The time the page shows, milliseconds of the epoch.
    pub now: i64,
    /// Path and query of this page, to come back to.
    pub path: String,
    /// The token that every form carries as `csrf`.
    pub csrf: String,
    /// The community, where the page has one.
    pub community: Option<Community>,
    /// Who is signed in.
    pub viewer: Option<Viewer>,
    /// The entries of the navigation for this role.
    pub sections: &'static [Section],
    /// The section of this page.
    pub section: Option<Section>,
    /// Messages not read yet.
    pub unread: u32,
    /// Whether the page listens to `/live`.
    pub live: bool,
    /// Whether this is the demo: a ribbon says that everything is invented.
    pub demo: bool,
    /// Whether the page came over plain HTTP in an office network: a banner says so.
    pub insecure: bool,
    /// Light or dark.
    pub theme: Theme,
    /// Whether the elder view (larger type and buttons) is on.
    pub large: bool,
}

impl PageFrame {
    /// A bare frame: nobody signed in, no community, light or dark as the device says.
    pub fn new(words: &'static Words, now: i64, path: &str, csrf: &str) -> Self {
        Self {
            words,
            now,
            path: path.to_owned(),
            csrf: csrf.to_owned(),
            community: None,
            viewer: None,
            sections: &[],
            section: None,
            unread: 0,
            live: false,
            demo: false,
            insecure: false,
            theme: Theme::Auto,
            large: false,
        }
    }

    /// A message without arguments.
    pub fn say<'a>(&'a self, key: &'a str) -> &'a str {
        self.words.say(key)
    }

    /// A message with arguments.
    pub fn say_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.say_with(key, args)
    }

    /// A message with the number `n`, which most messages with a number want.
    pub fn count(&self, key: &str, n: &u32) -> String {
        self.words.say_with(key, &[("n", (*n).into())])
    }

    /// The tag of the language, for `<html lang>`.
    pub fn lang(&self) -> &'static str {
        self.words.language().tag()
    }

    /// Whether the page is in Chinese.
    pub fn is_chinese(&self) -> bool {
        self.words.language() == Language::ZhCn
    }

    /// Whether this page belongs to a section.
    pub fn is_in(&self, section: &Section) -> bool {
        self.section == Some(*section)
    }

    /// How long ago, in words.
    pub fn ago(&self, at: &i64) -> String {
        time::ago(self.words, self.now, *at)
    }

    /// The day in China.
    pub fn day(&self, at: &i64) -> String {
        time::day(*at)
    }

    /// Day and time of day in China.
    pub fn moment(&self, at: &i64) -> String {
        time::moment(*at)
    }

    /// What a clock says now.
    pub fn read(&self, clock: &Clock) -> Reading {
        clock.read(self.words, self.now)
    }

    /// The version in the addresses of front-end files.
    pub fn assets(&self) -> &'static str {
        assets::version()
    }
}
