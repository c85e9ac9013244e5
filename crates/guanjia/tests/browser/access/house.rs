//! A demo with a request whose reporter is known, and ways to ask for it.

use super::table::Entry;
use crate::browser::http::{Answer, Call};
use crate::browser::server::{COMMUNITY, Server, Session, between, program};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::process::Command;

/// Told by the reporter, and masked for everybody until somebody gives a reason.
pub const CANARIES: [&str; 3] = ["金丝雀", "13911112222", "140109199001011234"];
const REQUEST: &str = "01900000-0000-7000-8000-0000000000b1";
const DISPATCHED: &str = "01900000-0000-7000-8000-0000000000b2";
/// How addresses end that show what is masked, after a reason was given and written down.
const REVEALS: &str = "/reveal";

/// Where the list of residents is taken out in clear, when a reason is given and written down.
const EXPORT: &str = "/export";

/// Pages of a mediation, which its steward reads in clear.
const FILES: &str = "/mediations/{id}";

/// What a form carries.
type Fields<'a> = &'a [(&'a str, &'a str)];

pub struct House {
    pub server: Server,
    sessions: BTreeMap<&'static str, Session>,
    tokens: BTreeMap<&'static str, String>,
    known: BTreeMap<&'static str, String>,
    leaks: RefCell<Vec<String>>,
}

/// An API token of a role.
fn token(server: &Server, role: &str) -> String {
    let out = Command::new(program())
        .args(["user", "token", "--role", role, "--community", COMMUNITY, "--data"])
        .arg(server.scratch().join("data"))
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap().trim().to_owned()
}

impl House {
    pub fn new() -> Self {
        let server = Server::start();
        let mut sessions = BTreeMap::new();
        for role in super::table::ROLES.into_iter().filter(|role| !["nobody", "resident"].contains(role)) {
            sessions.insert(role, server.session(role));
        }
        let mut house = Self {
            server,
            sessions,
            tokens: BTreeMap::new(),
            known: BTreeMap::new(),
            leaks: RefCell::default(),
        };
        house.furnish();
        house
    }

    fn furnish(&mut self) {
        let places = self.server.places(COMMUNITY);
        let all = places["estates"].as_array().unwrap();
        let estate = all.iter().find(|it| it["name"].as_str().unwrap().starts_with("理工大长风")).unwrap();
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        self.known.insert("{estate}", text(&estate["id"]));
        self.known.insert("{building}", text(&estate["buildings"][3]["id"]));
        self.known.insert("{unit}", text(&estate["buildings"][3]["units"][1]["id"]));
        self.known.insert("{request}", REQUEST.to_owned());
        self.known.insert("{dispatched}", DISPATCHED.to_owned());
        self.known.insert("{link}", self.file(REQUEST));
        self.file(DISPATCHED);
        let steward = self.sessions["steward"].clone();
        let page = self.get(&format!("/requests/{DISPATCHED}"), &steward);
        let company = between(&page, "value=\"organisation:", "\"").unwrap();
        let company = format!("organisation:{company}");
        let form = [("csrf", steward.csrf.as_str()), ("handler", company.as_str())];
        let call = Call::new("POST", &format!("/requests/{DISPATCHED}/dispatch")).form(&form);
        let answer =
            self.server.send(call.header("cookie", &steward.cookie).header("origin", &self.server.base));
        assert_eq!(answer.status, 303, "{}", answer.text());
        let page = self.get(&format!("/requests/{DISPATCHED}"), &steward);
        let secret = between(&page, &format!("/h/{COMMUNITY}/"), "\"").unwrap();
        self.known.insert("{secret}", secret.to_owned());
        let admin = self.sessions["admin"].clone();
        let people = self.get("/people", &admin);
        let staff = between(&people, "action=\"/people/", "/").unwrap_or_default();
        let grids = self.get("/print", &admin);
        let grid = between(&grids, "/print/visits/grids/", "\"").unwrap_or_default();
        self.known.insert("{grid}", grid.to_owned());
        self.known.insert("{staff}", staff.to_owned());
        let designs = self.get("/grids/designs", &admin);
        let design = between(&designs, "href=\"/grids/designs/", "\"").unwrap_or_default();
        self.known.insert("{design}", design.to_owned());
        self.register();
        self.draft();
        self.furnish_own_work();
        let projects = self.get("/projects", &steward);
        let project = between(&projects, "href=\"/projects/", "\"").unwrap().to_owned();
        let slips = self.get(&format!("/projects/{project}/slips"), &steward);
        let slip = between(&slips, &format!("/s/{COMMUNITY}/"), "\"").unwrap().to_owned();
        self.known.insert("{project}", project);
        self.known.insert("{slip}", slip);
        self.give_call_link(&steward);
        self.known.insert("{issue}", self.issue_of_the_steward());
        self.find_survey();
        self.save_view();
        for role in ["steward", "secretary", "property"] {
            self.tokens.insert(role, token(&self.server, role));
        }
    }

    /// A common issue of an estate that is the steward's and not the deputy's: which of them were found depends on
    /// whether a night has passed in the demo.
    fn issue_of_the_steward(&self) -> String {
        let (steward, deputy) = (&self.sessions["steward"], &self.sessions["deputy"]);
        let issues = self.get("/issues", steward);
        let ids = issues.split("href=\"/issues/").skip(1).filter_map(|rest| rest.split('"').next());
        let is_theirs = |id: &&str| {
            let call = Call::get(&format!("/issues/{id}")).header("cookie", &deputy.cookie);
            self.server.send(call).status == 403
        };
        ids.filter(|id| id.len() == 36).find(is_theirs).unwrap().to_owned()
    }

    /// A call for help, with a private link for the bureau.
    fn give_call_link(&mut self, steward: &Session) {
        let calls = self.get("/calls", steward);
        let call = between(&calls, "href=\"/calls/", "\"").unwrap().to_owned();
        let path = format!("/calls/{call}");
        let page = self.get(&path, steward);
        let version = between(&page, "name=\"version\" value=\"", "\"").unwrap();
        let units = between(&page, "id=\"give-link-to\"", "</select>").unwrap();
        let to = units.rsplit("value=\"").next().unwrap().split('"').next().unwrap();
        let form = [("csrf", steward.csrf.as_str()), ("version", version), ("to", to)];
        let ask = Call::new("POST", &format!("{path}/give-link")).form(&form);
        let ask = ask.header("cookie", &steward.cookie).header("origin", &self.server.base);
        let answer = self.server.send(ask);
        assert_eq!(answer.status, 303, "{}", answer.text());
        let page = self.get(&path, steward);
        let link = between(&page, &format!("/u/{COMMUNITY}/"), "\"").unwrap().to_owned();
        self.known.insert("{call_link}", link);
        self.known.insert("{call}", call);
    }

    /// A resident's card and a case of the register of rights.
    fn register(&mut self) {
        let secretary = self.sessions["secretary"].clone();
        let page = self.get(&self.filled("/cards?building={building}"), &secretary);
        let room = between(&page, "/cards/rooms/", "\"").unwrap().to_owned();
        let send = |path: &str, form: &[(&str, &str)]| {
            let form: Vec<_> =
                [("csrf", secretary.csrf.as_str())].into_iter().chain(form.iter().copied()).collect();
            let call = Call::new("POST", path).form(&form).header("cookie", &secretary.cookie);
            let answer = self.server.send(call.header("origin", &self.server.base));
            assert_eq!(answer.status, 303, "{}", answer.text());
            answer.header("location").unwrap().to_owned()
        };
        let card = send(&format!("/cards/rooms/{room}"), &[("name", CANARIES[0]), ("phones", CANARIES[1])]);
        send("/rights/register", &[("right", "see"), ("phone", CANARIES[1])]);
        let page = self.get("/rights/register", &secretary);
        let case = between(&page, "href=\"/rights/register/", "\"").unwrap().to_owned();
        self.known.insert("{room}", room);
        self.known.insert("{card}", card.trim_start_matches("/cards/").to_owned());
        self.known.insert("{case}", case);
    }

    /// An allocation before the officers.
    fn draft(&mut self) {
        let secretary = self.sessions["secretary"].clone();
        let send = |path: &str, form: &[(&str, &str)]| {
            let form: Vec<_> =
                [("csrf", secretary.csrf.as_str())].into_iter().chain(form.iter().copied()).collect();
            let call = Call::new("POST", path).form(&form).header("cookie", &secretary.cookie);
            let answer = self.server.send(call.header("origin", &self.server.base));
            assert_eq!(answer.status, 303, "{path}: {}", answer.text());
            answer.header("location").unwrap().to_owned()
        };
        let draft = send("/allocations", &[("most_changes", "")]);
        send(&format!("{draft}/lay"), &[("revision", "1")]);
        self.known.insert("{allocation}", draft.trim_start_matches("/allocations/").to_owned());
    }

    /// A saved query of the secretary's.
    fn save_view(&mut self) {
        let secretary = self.sessions["secretary"].clone();
        let form = [("csrf", secretary.csrf.as_str()), ("q", "count by state")];
        let call = Call::new("POST", "/query").form(&form).header("cookie", &secretary.cookie);
        assert_eq!(self.server.send(call.header("origin", &self.server.base)).status, 303);
        let page = self.get("/query", &secretary);
        let view = between(&page, "href=\"/query/", "/answer.csv").unwrap().to_owned();
        self.known.insert("{view}", view);
    }

    /// The survey of the demo, and a door that was shared out to the grid worker.
    fn find_survey(&mut self) {
        let worker = self.sessions["grid_worker"].clone();
        let page = self.get("/surveys", &worker);
        let survey = between(&page, "href=\"/surveys/0", "/doors").unwrap();
        let survey = format!("0{survey}");
        let page = self.get(&format!("/surveys/{survey}/doors"), &worker);
        self.known.insert("{door}", between(&page, "data-door=\"", "\"").unwrap().to_owned());
        self.known.insert("{survey}", survey);
    }

    /// A round, a mediation and a leaflet of the steward's estate.
    fn furnish_own_work(&mut self) {
        let steward = self.sessions["steward"].clone();
        let estate = self.known["{estate}"].clone();
        // Of the estate of the story they are the deputy; the list of what is to be done stands for their own.
        let page = self.get("/own", &steward);
        let own = between(&page, "name=\"estate\" value=\"", "\"").unwrap().to_owned();
        self.known.insert("{own_estate}", own.clone());
        // A leaflet ends within a year: on the last day of the roster, whose first may be yesterday.
        let roster = self.get("/duty", &self.sessions["secretary"]);
        let until =
            ("until", roster.rsplit("name=\"day\" value=\"").next().and_then(|it| it.get(..10)).unwrap());
        let parties = [
            ("dispute", "noise"),
            ("words", "夜里有声响。"),
            ("name1", CANARIES[0]),
            ("phone1", CANARIES[1]),
            ("estate1", own.as_str()),
            ("name2", "邻居"),
            ("phone2", ""),
            ("estate2", own.as_str()),
        ];
        let leaflet =
            [("kind", "notice"), ("estate", estate.as_str()), ("title", "通知"), ("words", "停水。"), until];
        let made: [(&'static str, &str, Fields); 3] = [
            ("{round}", "/rounds", &[("estate", &estate)]),
            ("{mediation}", "/mediations", &parties),
            ("{leaflet}", "/leaflets", &leaflet),
        ];
        for (mark, path, fields) in made {
            let form: Vec<_> =
                [("csrf", steward.csrf.as_str())].into_iter().chain(fields.iter().copied()).collect();
            let call = Call::new("POST", path).form(&form).header("cookie", &steward.cookie);
            let answer = self.server.send(call.header("origin", &self.server.base));
            assert_eq!(answer.status, 303, "{path}: {}", answer.text());
            let id = answer.header("location").unwrap().rsplit('/').next().unwrap().to_owned();
            self.known.insert(mark, id);
        }
    }

    fn file(&self, id: &str) -> String {
        let known = |mark: &str| self.known[mark].as_str();
        let fields = [
            ("id", id),
            ("estate", known("{estate}")),
            ("building", known("{building}")),
            ("unit", known("{unit}")),
            ("text", "楼道里的灯不亮，请来看看。"),
            ("name", CANARIES[0]),
            ("phone", CANARIES[1]),
        ];
        let call = Call::new("POST", &format!("/c/{COMMUNITY}/report")).parts(&fields, &[]);
        let answer = self.server.send(call.header("origin", &self.server.base));
        assert_eq!(answer.status, 303, "{}", answer.text());
        let path = answer.header("location").unwrap().to_owned();
        between(&path, &format!("/l/{COMMUNITY}/"), "?").unwrap().to_owned()
    }

    fn get(&self, path: &str, session: &Session) -> String {
        self.server.send(Call::get(path).header("cookie", &session.cookie)).text()
    }

    /// A path with what is known filled in.
    pub fn filled(&self, path: &str) -> String {
        self.known.iter().fold(path.to_owned(), |path, (mark, value)| path.replace(mark, value))
    }

    /// The call of an entry, without what a page of this site adds.
    pub fn plain(&self, entry: &Entry, path: &str, session: Option<&Session>) -> Call {
        self.sent(entry, path, session, "nobody", &[])
    }

    fn sent(
        &self,
        entry: &Entry,
        path: &str,
        session: Option<&Session>,
        role: &str,
        more: &[(&str, &str)],
    ) -> Call {
        let call = Call::new(entry.method, path).header("accept-language", "en");
        let call = session.iter().fold(call, |call, it| call.header("cookie", &it.cookie));
        let csrf = session.map_or("", |it| it.csrf.as_str());
        let filled = |value: &str| self.filled(value).replace("{role}", role);
        let filled: Vec<_> = entry.form.iter().map(|(name, value)| (*name, filled(value))).collect();
        let token = entry.signed.then_some(("csrf", csrf));
        let fields: Vec<_> = token
            .into_iter()
            .chain(filled.iter().map(|(name, value)| (*name, value.as_str())))
            .chain(more.iter().copied())
            .collect();
        match (entry.method, entry.parts) {
            ("GET", _) => call,
            (_, true) => call.parts(&fields, &[]),
            (_, false) => call.form(&fields),
        }
    }

    /// The call of an entry, as a page of this site makes it.
    pub fn call(&self, entry: &Entry, path: &str, session: Option<&Session>) -> Call {
        self.plain(entry, path, session).header("origin", &self.server.base)
    }

    /// The same with one more field.
    pub fn with_more(&self, entry: &Entry, session: &Session) -> Call {
        let path = self.filled(entry.path);
        let call = self.sent(entry, &path, Some(session), "secretary", &[("community", COMMUNITY)]);
        call.header("origin", &self.server.base)
    }

    /// Asks as a role.
    pub fn ask(&self, role: &str, entry: &Entry) -> Answer {
        let path = self.filled(entry.path).replace("{role}", role);
        let call =
            self.sent(entry, &path, self.sessions.get(role), role, &[]).header("origin", &self.server.base);
        let token = self.tokens.get(role).filter(|_| entry.path.starts_with("/api/"));
        let call = token.iter().fold(call, |call, it| call.header("authorization", &format!("Bearer {it}")));
        self.server.send(call)
    }

    /// Looks for what should be masked.
    pub fn hold(&self, role: &str, entry: &Entry, answer: &Answer) {
        let text = answer.text();
        let told = CANARIES.iter().find(|canary| text.contains(**canary));
        let exported = entry.path == EXPORT && entry.form.iter().any(|(name, _)| *name == "reason");
        let read = entry.route.starts_with(FILES) && role == "steward";
        let reveals = entry.path.ends_with(REVEALS) || exported || read;
        if let Some(canary) = told.filter(|_| !reveals && role != "other_secretary") {
            self.leaks
                .borrow_mut()
                .push(format!("{canary} was told to {role} by {} {}", entry.method, entry.path));
        }
    }

    /// Nobody read what is masked, and the log does not hold it either.
    pub fn nothing_leaked(&self) {
        let leaks = self.leaks.borrow();
        assert!(leaks.is_empty(), "{}", leaks.join("\n"));
        let log = self.server.log();
        assert!(CANARIES.iter().all(|canary| !log.contains(canary)), "the log holds what is masked:\n{log}");
    }
}
