//! A walk through all pages, with everything that is asked of each.

use crate::browser::access::house::House;
use crate::browser::access::table::{ROLES, TABLE};
use crate::browser::driver::{Browser, Driver, Screen, Tongue};
use std::path::Path;

/// Who looks at a page that several may see: those who see the most of it first.
const PREFERRED: [&str; 9] =
    ["secretary", "steward", "admin", "grid_worker", "property", "street", "security", "audit", "nobody"];
/// Pages that are another one for each role.
const OF_EACH_ROLE: [&str; 2] = ["/work", "/help"];
/// A page that is not there is a page too.
const NOWHERE: &str = "/nowhere";

/// How the pages are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    Normal,
    Elder,
    ElderDark,
}

/// Runs the rules of axe-core over the page: a line for each element that breaks one.
const RULES: &str = "
    return axe.run(document, { resultTypes: ['violations'] }).then(
        (found) => found.violations.flatMap((rule) => rule.nodes.map((node) =>
            `${rule.id} at ${node.target.join(' ')}: ${node.failureSummary.split('\\n').slice(1).join(' ')}`)),
        (error) => [`axe failed: ${error}`]);
";

/// What the keyboard can stand on, and whether it shows: asked after a key was pressed, so that focus is visible.
const KEYBOARD: &str = "
    const shows = (it, part) => {
        const style = getComputedStyle(it, part);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    };
    const wrong = [...document.querySelectorAll('[tabindex]')].filter((it) => it.tabIndex > 0)
        .map((it) => `changes the order: ${it.outerHTML.slice(0, 90)}`);
    const stations = 'a[href], button, select, textarea, summary, input, [tabindex=\"0\"]';
    for (const it of document.querySelectorAll(stations)) {
        if (it.disabled || it.type === 'hidden' || !it.checkVisibility()) continue;
        it.focus({ preventScroll: true });
        if (document.activeElement !== it) { wrong.push(`takes no focus: ${it.outerHTML.slice(0, 90)}`); continue; }
        const seen = shows(it) || shows(it, '::after') || (it.nextElementSibling && shows(it.nextElementSibling));
        if (!seen && !it.closest('.leaflet-container')) wrong.push(`shows no focus: ${it.outerHTML.slice(0, 90)}`);
    }
    return wrong;
";

/// What is too small for the elder view: text below 18 px, something to press below 60 px.
const SMALL: &str = "
    const wrong = [];
    const held = (it) => it.closest('.hidden, .skip, [hidden], datalist') || !it.checkVisibility();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const it = texts.currentNode.parentElement;
        if (!texts.currentNode.data.trim() || held(it) || it.closest('option, script')) continue;
        const size = parseFloat(getComputedStyle(it).fontSize);
        if (size < 18) wrong.push(`${size} px: ${texts.currentNode.data.trim().slice(0, 30)}`);
    }
    const pressed = 'a[href], button, select, textarea, summary, input:not([type=hidden])';
    for (const it of document.querySelectorAll(pressed)) {
        if (held(it)) continue;
        const { width, height } = (it.closest('label') ?? it).getBoundingClientRect();
        if (width < 59.5 || height < 59.5) wrong.push(`${width} × ${height}: ${it.outerHTML.slice(0, 90)}`);
    }
    return wrong;
";

/// The source of axe-core, which is only a tool of tests and not part of the repository.
fn source() -> String {
    let tools = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("tools");
    let path = tools.join("axe/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!(
            "axe-core is missing ({}: {error}). Cure: ./test installs it; or run install_axe of scripts/tools.sh",
            path.display()
        )
    })
}

/// Every page of the table with a role that sees it; whole pages only.
fn pages(house: &House) -> Vec<(&'static str, String)> {
    let mut pages = vec![("nobody", NOWHERE.to_owned())];
    for entry in TABLE.iter().filter(|it| it.method == "GET" && !it.path.starts_with("/api/")) {
        let sees = |role: &str| {
            let place = ROLES.iter().position(|it| *it == role).unwrap();
            entry.codes.chars().nth(place) == Some('o')
        };
        let mut roles: Vec<_> = PREFERRED.into_iter().filter(|role| sees(role)).collect();
        // A resident's page is a resident's, whoever opens it.
        if sees("nobody") && !OF_EACH_ROLE.contains(&entry.path) {
            roles = vec!["nobody"];
        }
        roles.truncate(if OF_EACH_ROLE.contains(&entry.path) { roles.len() } else { 1 });
        for role in roles {
            let answer = house.ask(role, entry);
            let is_page = answer.header("content-type").is_some_and(|it| it.starts_with("text/html"));
            if is_page && answer.text().contains("<html") {
                pages.push((role, house.filled(entry.path)));
            }
        }
    }
    pages.sort();
    pages.dedup();
    pages
}

/// Looks at every page; says everything that is wrong at once.
pub async fn walk(screen: Screen, tongue: Tongue, view: View) {
    let axe = source();
    let house = House::new();
    let driver = Driver::start();
    let pages = pages(&house);
    assert!(pages.len() > 40, "only {} pages were found: {pages:?}", pages.len());
    let mut public = dressed(&driver, &house, screen, tongue, view).await;
    let mut office = dressed(&driver, &house, screen, tongue, view).await;
    let (mut wrong, mut seat) = (Vec::new(), "nobody");
    for (role, path) in pages {
        let browser = if role == "nobody" { &mut public } else { &mut office };
        if role != "nobody" && role != seat {
            browser.go(house.server.login(role)).await;
            seat = role;
        }
        browser.go(&path).await;
        let found = look(browser, &axe, role, &path, view).await;
        wrong.extend(found.into_iter().map(|it| format!("{path} as {role}: {it}")));
    }
    let complaints = [public.complaints(), office.complaints()].concat();
    wrong.extend(complaints.into_iter().filter(|it| !it.contains(NOWHERE)));
    assert!(
        wrong.is_empty(),
        "{screen:?} {tongue:?} {view:?}: {} findings\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// A browser in a view.
async fn dressed(driver: &Driver, house: &House, screen: Screen, tongue: Tongue, view: View) -> Browser {
    let mut browser = Browser::open(driver, &house.server.base, screen, tongue).await;
    if view == View::ElderDark {
        // The script of the page keeps it; without the look at the answer the next page could come too early.
        browser.press(".look button[value=dark]").await;
        browser.until("the dark", "return document.documentElement.dataset.theme === 'dark'").await;
    }
    if view != View::Normal {
        browser.submit(".bar__size button[value=large]").await;
        browser.until("the elder view", "return document.documentElement.dataset.size === 'large'").await;
    }
    browser
}

async fn look(browser: &mut Browser, axe: &str, role: &str, path: &str, view: View) -> Vec<String> {
    browser.eval(axe).await;
    let mut wrong = lines(&browser.eval(RULES).await);
    // What stands in a fold is looked at too.
    browser.eval("document.querySelectorAll('main details').forEach((it) => { it.open = true; })").await;
    wrong.extend(lines(&browser.eval(RULES).await));
    if view != View::Normal && role == "nobody" && is_for_residents(path) {
        wrong.extend(lines(&browser.eval(SMALL).await));
    }
    // A page may put the focus on what went wrong: the keyboard begins at the top all the same.
    let top = "document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')";
    browser.eval(top).await;
    let (first, _) = browser.tab().await;
    if first != "a skip" {
        wrong.push(format!("the first station of the keyboard is {first}, not the way past the navigation"));
    }
    wrong.extend(lines(&browser.eval(KEYBOARD).await));
    wrong.sort();
    wrong.dedup();
    wrong
}

fn is_for_residents(path: &str) -> bool {
    path == "/" || path == "/help" || path.starts_with("/c/") || path.starts_with("/l/")
}

fn lines(found: &serde_json::Value) -> Vec<String> {
    let all = found.as_array().expect("a list of findings").iter();
    all.map(|it| it.as_str().unwrap_or_default().to_owned()).collect()
}
