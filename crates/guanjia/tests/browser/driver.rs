//! Chromium, and the driver that moves it.

use super::http::Call;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::wd::{Capabilities, TimeoutConfiguration};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::fmt::Display;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long a page may take until it shows what a test waits for.
const PATIENCE: Duration = Duration::from_secs(20);
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(40);

/// The screens that the pages are made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// 390 × 844, touched.
    Phone,
    /// 1440 × 900.
    Desk,
}

/// The languages of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    Chinese,
    English,
}

impl Tongue {
    pub fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }

    /// The other one.
    fn other(self) -> Self {
        match self {
            Self::Chinese => Self::English,
            Self::English => Self::Chinese,
        }
    }
}

/// The driver's process, which ends with the value.
pub struct Driver {
    process: Child,
    base: String,
}

impl Driver {
    /// Starts one. Two that start together may choose the same port; the one that loses is started again.
    pub fn start() -> Self {
        (0..5).find_map(|_| Self::try_start()).expect("chromedriver says its port")
    }

    fn try_start() -> Option<Self> {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver; install chromium and chromium-driver");
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let told = lines.map_while(Result::ok).find_map(|line| {
            let port: u16 = line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok()?;
            Some(format!("http://127.0.0.1:{port}"))
        });
        let driver = Self { process, base: told.clone().unwrap_or_default() };
        told.map(|_| driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended already.
        let _killed = self.process.kill();
        let _ended = self.process.wait();
    }
}

/// A browser with its own cookies.
pub struct Browser {
    client: Client,
    driver: String,
    session: String,
    site: String,
    tongue: Tongue,
    taps: u32,
    closed: bool,
    _profile: TempDir,
}

impl Browser {
    /// Opens a browser for a site. It asks for the other language first, and is then switched in the foot of a page.
    pub async fn open(driver: &Driver, site: &str, screen: Screen, tongue: Tongue) -> Self {
        let profile = tempfile::tempdir().unwrap();
        let builder = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(screen, tongue.other(), &profile))
            .connect(&driver.base)
            .await;
        let client = builder.unwrap_or_else(|error| panic!("chromium does not start: {error}"));
        client.update_timeouts(TimeoutConfiguration::default()).await.unwrap();
        let session = client.session_id().await.unwrap().unwrap();
        let mut browser = Self {
            client,
            driver: driver.base.clone(),
            session,
            site: site.to_owned(),
            tongue,
            taps: 0,
            closed: false,
            _profile: profile,
        };
        browser.client.goto(&format!("{site}/")).await.unwrap();
        assert_eq!(browser.eval("return document.documentElement.lang").await, tongue.other().tag());
        browser.submit(&format!(".look button[value='{}']", tongue.tag())).await;
        browser
    }

    /// Loses the session, as when its time is over.
    pub async fn lose_session(&self) {
        self.client.delete_cookie("guanjia").await.unwrap();
    }

    /// Opens a page: a path of the site, or a whole address.
    pub async fn go(&mut self, address: &str) {
        let whole =
            if address.starts_with('/') { format!("{}{address}", self.site) } else { address.to_owned() };
        self.client.goto(&whole).await.unwrap_or_else(|error| panic!("{whole}: {error}"));
        self.look_over().await;
    }

    /// Path and query of the page.
    pub async fn path(&self) -> String {
        let url = self.client.current_url().await.unwrap();
        url.as_str().trim_start_matches(self.site.as_str()).to_owned()
    }

    /// What every page must hold: its language, and nothing wider than the screen.
    async fn look_over(&self) {
        let seen = self
            .eval(
                "const root = document.scrollingElement;
                 const wide = [...document.querySelectorAll('body *')].filter((it) => {
                     const { right, width } = it.getBoundingClientRect();
                     const held = it.closest('.scroll, .leaflet-container, .hidden, .skip');
                     return width > 0 && right > innerWidth + 1 && !held;
                 });
                 return [document.documentElement.lang, root.scrollWidth <= innerWidth, root.scrollWidth, innerWidth,
                     wide.slice(0, 3).map((it) => it.outerHTML.slice(0, 120)).join(' | ')]",
            )
            .await;
        let path = self.path().await;
        if seen[0] != "" {
            assert_eq!(seen[0], self.tongue.tag(), "the language of {path}");
        }
        assert_eq!(seen[1], true, "{path} is {} wide on {}: {}", seen[2], seen[3], seen[4]);
    }

    /// Runs a script.
    pub async fn eval(&self, script: &str) -> Value {
        self.client.execute(script, vec![]).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Waits until a script answers something that is not `null` or `false`.
    pub async fn until(&self, what: impl Display, script: &str) -> Value {
        let start = Instant::now();
        loop {
            let seen = self.client.execute(script, vec![]).await;
            match seen {
                Ok(value) if !value.is_null() && value != false => return value,
                _ if start.elapsed() > PATIENCE => {
                    let words = self.client.execute("return document.body.innerText", vec![]).await;
                    panic!(
                        "waited for {what} on {}: {seen:?}\n{}",
                        self.path().await,
                        words.unwrap_or_default()
                    );
                }
                _ => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    async fn find(&self, css: &str) -> Element {
        self.until(css, &format!("return document.querySelector({}) !== null", json!(css))).await;
        let found = self.client.find(Locator::Css(css)).await;
        found.unwrap_or_else(|error| panic!("{css}: {error}"))
    }

    /// How many elements there are now.
    pub async fn count(&self, css: &str) -> u64 {
        self.eval(&format!("return document.querySelectorAll({}).length", json!(css))).await.as_u64().unwrap()
    }

    /// Presses something that a person could press: it is brought into view, and nothing may lie over it.
    pub async fn press(&mut self, css: &str) {
        let element = self.find(css).await;
        let script = "document.querySelector(CSS).scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.eval(&script.replace("CSS", &json!(css).to_string())).await;
        if let Err(error) = element.click().await {
            let over = "const at = document.querySelector(CSS).getBoundingClientRect();
                const it = document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2);
                return [at.x, at.y, at.width, at.height, it?.outerHTML.slice(0, 200)]";
            let over = self.eval(&over.replace("CSS", &json!(css).to_string())).await;
            panic!("pressing {css}: {error}; what lies there: {over}");
        }
        self.taps += 1;
    }

    /// Presses something that leads to another page, and waits for that page.
    pub async fn submit(&mut self, css: &str) {
        self.leave(css).await;
        self.look_over().await;
    }

    async fn leave(&mut self, css: &str) {
        self.eval("window.__here = true").await;
        self.press(css).await;
        self.arrive(css).await;
    }

    async fn arrive(&self, what: &str) {
        let gone = "return window.__here === undefined && document.readyState === 'complete'";
        self.until(format!("the page after {what}"), gone).await;
    }

    /// Presses, says yes to the question of the page, and waits for the next page.
    pub async fn submit_and_confirm(&mut self, css: &str) {
        self.eval("window.__here = true").await;
        self.press(css).await;
        self.press("#confirm[open] button[value=yes]").await;
        self.arrive(css).await;
        self.look_over().await;
    }

    /// Opens a fold, if it is not open.
    pub async fn unfold(&mut self, css: &str) {
        self.find(css).await;
        if self.eval(&format!("return document.querySelector({}).open", json!(css))).await == false {
            self.press(&format!("{css} > summary")).await;
        }
    }

    /// Types into a field.
    pub async fn fill(&mut self, css: &str, text: &str) {
        let field = self.find(css).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap_or_else(|error| panic!("typing into {css}: {error}"));
    }

    /// Sets a field at once, as pasting does: for texts that would take long to type, and for dates.
    pub async fn paste(&mut self, css: &str, text: &str) {
        self.find(css).await;
        let args = vec![json!(css), json!(text)];
        let script = "const it = document.querySelector(arguments[0]);
            it.value = arguments[1];
            it.dispatchEvent(new Event('input', { bubbles: true }));
            it.dispatchEvent(new Event('change', { bubbles: true }))";
        self.client.execute(script, args).await.unwrap();
    }

    /// Chooses files.
    pub async fn attach(&mut self, css: &str, files: &[std::path::PathBuf]) {
        let field = self.find(css).await;
        let paths: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
        field.send_keys(&paths.join("\n")).await.unwrap();
    }

    /// Chooses an entry of a list.
    pub async fn choose(&mut self, css: &str, value: &str) {
        self.until(
            format!("{value} in {css}"),
            &format!(
            "return document.querySelector({})?.querySelector(`option[value=\"${{CSS.escape({})}}\"]`) != null
                || [...(document.querySelector({})?.options ?? [])].some((it) => it.value === {})",
            json!(css), json!(value), json!(css), json!(value)
        ),
        )
        .await;
        let list = self.find(css).await;
        list.select_by_value(value).await.unwrap_or_else(|error| panic!("{value} in {css}: {error}"));
    }

    /// The value of the entry of a list that a person reads as `words`.
    pub async fn option(&self, css: &str, words: &str) -> String {
        let script =
            "return [...document.querySelector(CSS).options].find((it) => it.text.includes(WORDS))?.value";
        let script =
            script.replace("CSS", &json!(css).to_string()).replace("WORDS", &json!(words).to_string());
        let found = self.eval(&script).await;
        found.as_str().unwrap_or_else(|| panic!("{css} has no {words}")).to_owned()
    }

    /// The text of the first element as a person sees it.
    pub async fn text(&self, css: &str) -> String {
        self.find(css).await;
        let script = format!("return document.querySelector({}).innerText", json!(css));
        self.eval(&script).await.as_str().unwrap_or_default().to_owned()
    }

    /// The value of a field.
    pub async fn value(&self, css: &str) -> String {
        self.find(css).await;
        let script = format!("return document.querySelector({}).value", json!(css));
        self.eval(&script).await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until an element says something.
    pub async fn says(&self, css: &str, words: &str) {
        let script =
            format!("return document.querySelector({})?.innerText.includes({})", json!(css), json!(words));
        self.until(format!("“{words}” in {css}"), &script).await;
    }

    /// The page as it came from the server, read once more.
    pub async fn source(&self) -> String {
        self.client.source().await.unwrap()
    }

    /// Presses the tabulator, and says where that led: the element, and whether its focus can be seen.
    pub async fn tab(&mut self) -> (String, bool) {
        self.key('\u{E004}').await;
        let at = self
            .eval(
                "const it = document.activeElement;
                 const style = getComputedStyle(it);
                 const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
                 const name = it.id || it.name || it.className || it.tagName;
                 return [`${it.tagName.toLowerCase()} ${name}`, outlined || style.boxShadow !== 'none']",
            )
            .await;
        (at[0].as_str().unwrap_or_default().to_owned(), at[1] == true)
    }

    async fn key(&self, value: char) {
        let press = KeyActions::new("keyboard".to_owned());
        let press = press.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        self.client.perform_actions(press).await.unwrap();
    }

    /// Presses a key on what has the focus, and waits for the next page.
    pub async fn submit_by_key(&mut self, key: char) {
        self.eval("window.__here = true").await;
        self.key(key).await;
        self.arrive("a key").await;
        self.look_over().await;
    }

    /// How often something was pressed since the last time this was asked.
    pub fn taps(&mut self) -> u32 {
        std::mem::take(&mut self.taps)
    }

    /// A command of the driver that the client does not know.
    fn command(&self, name: &str, body: &Value) -> Value {
        let path = format!("/session/{}/{name}", self.session);
        let answer = Call::new("POST", &path).body("application/json", body.to_string()).send(&self.driver);
        let told: Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!(answer.status, 200, "{name}: {told}");
        told["value"].clone()
    }

    /// What the browser complained of since the last time: errors of scripts, refusals by the content policy, files
    /// that are not there. Answers with a status that the test wanted are left out.
    pub fn complaints(&self) -> Vec<String> {
        let entries = self.command("se/log", &json!({ "type": "browser" }));
        let entries = entries.as_array().cloned().unwrap_or_default();
        let bad = entries.iter().filter(|it| it["level"] != "DEBUG" && it["level"] != "INFO");
        let words = bad.map(|it| it["message"].as_str().unwrap_or_default().to_owned());
        words.filter(|it| !is_wanted(it)).collect()
    }

    /// Ends the browser, which must have had nothing to complain of.
    pub async fn close(mut self) {
        let complaints = self.complaints();
        assert!(complaints.is_empty(), "the browser complained:\n{}", complaints.join("\n"));
        self.client.clone().close().await.unwrap();
        self.closed = true;
    }
}

impl Drop for Browser {
    /// A test that fails, or never closes its browser, leaves none behind: a driver that is killed does.
    fn drop(&mut self) {
        if self.closed {
            return;
        }
        let host = self.driver.trim_start_matches("http://");
        let Ok(mut socket) = TcpStream::connect(host) else { return };
        let end =
            format!("DELETE /session/{} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n", self.session);
        let _waits = socket.set_read_timeout(Some(PATIENCE));
        // Nothing here may fail: the test may be failing already. The driver answers when the browser has ended, and
        // keeps the connection open after that.
        let _ended = socket.write_all(end.as_bytes()).and_then(|()| socket.read(&mut [0; 64]));
    }
}

/// A page that was answered with 4xx on purpose is named in the log like a missing file, and so are answers of a survey
/// that found nobody.
fn is_wanted(message: &str) -> bool {
    if message.contains("/answers") {
        return true;
    }
    let is_page =
        !message.contains("/assets/") && !message.contains("/photos/") && !message.contains(".json");
    is_page
        && ["409", "422"]
            .iter()
            .any(|status| message.contains(&format!("the server responded with a status of {status}")))
}

fn capabilities(screen: Screen, tongue: Tongue, profile: &TempDir) -> Capabilities {
    let mut arguments = vec![
        "--headless=new".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        format!("--user-data-dir={}", profile.path().display()),
        format!("--accept-lang={}", tongue.tag()),
    ];
    let mut options = json!({ "prefs": { "intl.accept_languages": tongue.tag() } });
    match screen {
        Screen::Desk => arguments.push("--window-size=1440,900".to_owned()),
        Screen::Phone => {
            options["mobileEmulation"] = json!({
                "deviceMetrics": { "width": 390, "height": 844, "pixelRatio": 2.0, "touch": true, "mobile": true }
            });
        }
    }
    options["args"] = json!(arguments);
    let all = json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL" },
    });
    all.as_object().unwrap().clone()
}
