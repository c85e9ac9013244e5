//! The table: what each role is answered.

/// Who asks.
pub const ROLES: [&str; 14] = [
    "nobody",
    "resident",
    "property",
    "grid_worker",
    "steward",
    "deputy",
    "steward2",
    "secretary",
    "street",
    "bureau",
    "admin",
    "security",
    "audit",
    "other_secretary",
];

/// One thing that is asked.
pub struct Entry {
    /// The route, as the router has it.
    pub route: &'static str,
    pub method: &'static str,
    /// An address of it; what stands in braces is filled in.
    pub path: &'static str,
    /// What is sent.
    pub form: &'static [(&'static str, &'static str)],
    /// Whether it is sent in parts.
    pub parts: bool,
    /// Whether it is a form of somebody who is signed in, with a token.
    pub signed: bool,
    /// The answers in the order of [`ROLES`], a letter each; see [`letter`].
    pub codes: &'static str,
}

/// The letter of a status in the table.
pub fn letter(status: u16) -> char {
    match status {
        200 => 'o',
        // To another page: after a change, or to the page that asks who one is.
        303 => 'r',
        400 => 'b',
        // A token is missing.
        401 => 't',
        403 => 'f',
        // Not there, or not to be known of.
        404 => 'n',
        409 => 'c',
        415 => 'm',
        // Something in the form is wrong: whoever sees that may send the form.
        422 => 'w',
        428 => 'v',
        429 => 'l',
        _ => '!',
    }
}

const fn get(route: &'static str, path: &'static str, codes: &'static str) -> Entry {
    Entry { route, method: "GET", path, form: &[], parts: false, signed: false, codes }
}

const fn post(
    route: &'static str,
    path: &'static str,
    form: &'static [(&'static str, &'static str)],
    codes: &'static str,
) -> Entry {
    Entry { route, method: "POST", path, form, parts: false, signed: true, codes }
}

impl Entry {
    /// A form that nobody needs to be signed in for.
    const fn open(self) -> Self {
        Self { signed: false, ..self }
    }

    /// A form with files.
    const fn in_parts(self) -> Self {
        Self { parts: true, ..self }
    }
}

/// Every route with every method, once at least.
pub const TABLE: &[Entry] = &[
    get("/", "/", "oorrrrrrrrrrrr"),
    get("/healthz", "/healthz", "oooooooooooooo"),
    get("/readyz", "/readyz", "oooooooooooooo"),
    get("/metrics", "/metrics", "oooooooooooooo"),
    get("/assets/{*path}", "/assets/icons.svg", "oooooooooooooo"),
    post("/look", "/look", &[("lang", "en"), ("back", "/")], "rrrrrrrrrrrrrr").open(),
    get("/divisions", "/divisions?division=晋祠路", "oooooooooooooo"),
    get("/c/{community}", "/c/140109013001", "oooooooooooooo"),
    get("/c/{community}", "/c/140109013001?estate={estate}", "oooooooooooooo"),
    get("/c/{community}", "/c/140109013999", "nnnnnnnnnnnnnn"),
    get("/c/{community}/places.json", "/c/140109013001/places.json", "oooooooooooooo"),
    get(
        "/c/{community}/report",
        "/c/140109013001/report?estate={estate}&building={building}&fixed=1",
        "oooooooooooooo",
    ),
    post(
        "/c/{community}/report",
        "/c/140109013001/report",
        &[("estate", "{estate}"), ("text", "灯不亮。")],
        "rrrrrrrrrrrrrr",
    )
    .open()
    .in_parts(),
    post(
        "/c/{community}/similar",
        "/c/140109013001/similar",
        &[("estate", "{estate}"), ("text", "楼道里的灯不亮")],
        "oooooooooooooo",
    )
    .open(),
    post("/c/{community}/join", "/c/140109013001/join", &[("request", "{request}")], "rrrrrrrrrrrrrr").open(),
    get("/l/{community}/{link}", "/l/140109013001/{link}", "oooooooooooooo"),
    get("/l/{community}/{link}", "/l/140109013001/{secret}", "nnnnnnnnnnnnnn"),
    get("/l/{community}/{link}/photos/{n}/{size}", "/l/140109013001/{link}/photos/0/thumb", "nnnnnnnnnnnnnn"),
    post(
        "/l/{community}/{link}/{deed}",
        "/l/140109013001/{link}/add",
        &[("words", "补充一句。")],
        "rrrrrrrrrrrrrr",
    )
    .open(),
    get("/h/{community}/{secret}", "/h/140109013001/{secret}", "oooooooooooooo"),
    get("/h/{community}/{secret}", "/h/140109013001/{link}", "nnnnnnnnnnnnnn"),
    get(
        "/h/{community}/{secret}/photos/{n}/{size}",
        "/h/140109013001/{secret}/photos/0/thumb",
        "nnnnnnnnnnnnnn",
    ),
    post("/h/{community}/{secret}/{deed}", "/h/140109013001/{secret}/dispose", &[], "wwwwwwwwwwwwww").open(),
    get("/sign-in", "/sign-in", "oooooooooooooo"),
    post("/sign-in", "/sign-in", &[("name", "{role}"), ("password", "wrong password")], "wwwwwwwwwwwwww")
        .open(),
    post("/sign-in/code", "/sign-in/code", &[("step", "L001.none"), ("code", "000000")], "wwwwwwwwwwwwww")
        .open(),
    get("/welcome/{community}/{secret}", "/welcome/140109013001/{secret}", "nnnnnnnnnnnnnn"),
    post(
        "/welcome/{community}/{secret}",
        "/welcome/140109013001/none-{role}",
        &[("name", "{role}"), ("password", "b"), ("again", "c")],
        "wwwwwwwwwwwwww",
    )
    .open(),
    get("/demo/sign-in/{role}", "/demo/sign-in/steward?key=wrong", "nnnnnnnnnnnnnn"),
    get("/gallery", "/gallery", "oooooooooooooo"),
    get("/live", "/live", "ffoooooooooooo"),
    get("/work", "/work", "rroooooooooooo"),
    get("/requests", "/requests", "rroooooooooooo"),
    get("/requests", "/requests?q=楼道里的灯不亮", "rroooooooooooo"),
    get("/requests/new", "/requests/new", "rrnooooonnfffo"),
    post(
        "/requests/new",
        "/requests/new",
        &[("channel", "phone"), ("estate", "{estate}"), ("text", "灯不亮。")],
        "ffnrrrrrnnfffw",
    )
    .in_parts(),
    post("/requests/matters", "/requests/matters", &[("text", "楼道里的灯不亮")], "rrnooooonnfffo").open(),
    get("/spot", "/spot", "rrnooooonnfffo"),
    post(
        "/spot",
        "/spot",
        &[("matter", "0101"), ("estate", "{estate}"), ("building", "{building}")],
        "ffnrrwwrnnfffw",
    )
    .in_parts(),
    get("/requests/{id}", "/requests/{request}", "rrnfoffonnfffn"),
    get("/requests/{id}", "/requests/{dispatched}", "rrnfoffonnfffn"),
    get("/requests/{id}/file", "/requests/{request}/file", "rrnfoffonnfffn"),
    post("/requests/{id}/reveal", "/requests/{request}/reveal", &[("reason", "回电")], "ffnfoffonnfffn"),
    post("/requests/{id}/link", "/requests/{dispatched}/link", &[], "ffnfrffrnnfffn"),
    get("/requests/{id}/photos/{n}/{size}", "/requests/{request}/photos/0/thumb", "rrnfnffnnnfffn"),
    post("/requests/{id}/{verb}", "/requests/{request}/add", &[("words", "看过了。")], "ffnfrffrnnfffn"),
    post("/requests/{id}/{verb}", "/requests/{dispatched}/add", &[("words", "看过了。")], "ffnfrffrnnfffn"),
    get("/estates", "/estates", "rrnoooooonoffo"),
    get("/estates/{id}", "/estates/{estate}", "rrnoooooonoffn"),
    get("/estates/{id}/buildings/{building}", "/estates/{estate}/buildings/{building}", "rrnoooooonoffn"),
    get("/cards", "/cards", "rrnooooonnfffo"),
    get("/cards", "/cards?building={building}", "rrnfoffonnfffn"),
    get("/cards/rooms/{room}", "/cards/rooms/{room}", "rrnfoffonnfffn"),
    post("/cards/rooms/{room}", "/cards/rooms/{room}", &[("name", "")], "ffnfwffwnnfffn"),
    post(
        "/cards/rooms/{room}/known",
        "/cards/rooms/{room}/known",
        &[("known_phone", "12")],
        "ffnfwffwnnfffn",
    ),
    get("/cards/{id}", "/cards/{card}", "rrnfoffonnfffn"),
    get("/cards/{id}/{deed}", "/cards/{card}/edit", "rrnfoffonnfffn"),
    get("/cards/{id}/{deed}", "/cards/{card}/consent?kind=care", "rrnfoffonnfffn"),
    post("/cards/{id}/{deed}", "/cards/{card}/edit", &[("version", "0")], "ffnfcffcnnfffn"),
    post(
        "/cards/{id}/{deed}",
        "/cards/{card}/reveal",
        &[("field", "phones"), ("reason", "回电")],
        "ffnfoffonnfffn",
    ),
    post("/cards/{id}/{deed}", "/cards/{card}/erase", &[("reason", "")], "ffnffffwnnfffn"),
    post("/cards/{id}/{deed}", "/cards/{card}/withdraw", &[("n", "9")], "ffnfnffnnnfffn"),
    get("/issues", "/issues", "rrnfooooonfffo"),
    get("/issues/{id}", "/issues/{issue}", "rrnfoffonnfffn"),
    get("/issues/{id}", "/issues/{issue}?q=灯", "rrnfoffonnfffn"),
    // A page that was never read: whoever may decide is told that it is out of date.
    post("/issues/{id}/{deed}", "/issues/{issue}/confirm", &[("version", "0")], "ffnfcffcnnfffn"),
    post(
        "/issues/{id}/{deed}",
        "/issues/{issue}/merge",
        &[("version", "0"), ("into", "01900000-0000-7000-8000-0000000000ff")],
        "ffnfcffcnnfffn",
    ),
    get("/numbers", "/numbers", "rrnfooooonfffo"),
    get("/numbers", "/numbers?estate={estate}", "rrnfoffonnfffn"),
    post(
        "/numbers/rule",
        "/numbers/rule",
        &[("contact", "answer"), ("contact_hours", "0")],
        "ffnffffwnnfffw",
    ),
    get("/numbers/pace", "/numbers/pace", "rrnfoooonnfffo"),
    get("/numbers/brief", "/numbers/brief", "rrnfoooonnfffo"),
    get("/numbers/load", "/numbers/load", "rrnfoooonnfffo"),
    post("/numbers/load", "/numbers/load", &[("words", "")], "ffnfwwwwnnfffw"),
    get("/numbers/requests", "/numbers/requests?of=open", "rrnfoooonnfffo"),
    get("/numbers/requests", "/numbers/requests?of=response&part=hit&estate={estate}", "rrnfoffonnfffn"),
    get("/numbers/requests", "/numbers/requests?of=ranking", "rrnfwwwwnnfffw"),
    get("/plan", "/plan", "rrnoooooonoffo"),
    get("/plan.geojson", "/plan.geojson", "rrnoooooonoffo"),
    get("/own", "/own", "rrnooooonnfffo"),
    post(
        "/own/tick",
        "/own/tick",
        &[("estate", "{own_estate}"), ("item", "cards"), ("done", "yes")],
        "ffnfrfffnnfffn",
    ),
    get("/estates/{id}/groups", "/estates/{estate}/groups", "rrnooffonnfffn"),
    post(
        "/estates/{id}/groups",
        "/estates/{estate}/groups",
        &[("name", "群"), ("kind", "wechat"), ("admin", "owners"), ("members", "9")],
        "ffnrrffrnnfffn",
    ),
    post(
        "/estates/{id}/groups/drop",
        "/estates/{estate}/groups/drop",
        &[("group", "01900000-0000-7000-8000-0000000000ff")],
        "ffnnnffnnnfffn",
    ),
    get("/rounds", "/rounds", "rrnooooonnfffo"),
    post("/rounds", "/rounds", &[("estate", "{estate}")], "ffnrrffrnnfffn"),
    get("/rounds/{id}", "/rounds/{round}", "rrnooffonnfffn"),
    post(
        "/rounds/{id}",
        "/rounds/{round}",
        &[("place", "{building}.{unit}"), ("hazard", "clutter")],
        "ffnfrffrnnfffn",
    )
    .in_parts(),
    post("/rounds/{id}/end", "/rounds/{round}/end", &[], "ffnrcffcnnfffn"),
    get("/mediations", "/mediations", "rrnooooonnfffo"),
    post("/mediations", "/mediations", &[("words", "")], "ffnwwwwwnnfffw"),
    get("/mediations/{id}", "/mediations/{mediation}", "rrnnonnnnnnnnn"),
    get("/mediations/{id}/agreement", "/mediations/{mediation}/agreement", "rrnnnnnnnnnnnn"),
    post(
        "/mediations/{id}/{deed}",
        "/mediations/{mediation}/meet",
        &[("day", "2026-01-01"), ("words", "见面。")],
        "ffnnrnnnnnnnnn",
    ),
    get("/leaflets", "/leaflets", "rrnooooonnfffo"),
    post("/leaflets", "/leaflets", &[("title", "")], "ffnwwwwwnnfffw"),
    get("/leaflets/{id}", "/leaflets/{leaflet}", "rrnooffonnfffn"),
    post("/leaflets/{id}/put", "/leaflets/{leaflet}/put", &[("spot", "board")], "ffnrrffrnnfffn").in_parts(),
    post("/leaflets/{id}/take", "/leaflets/{leaflet}/take", &[("n", "0")], "ffnrrffrnnfffn"),
    get("/leaflets/{id}/photos/{n}/{size}", "/leaflets/{leaflet}/photos/0/thumb", "rrnnnffnnnfffn"),
    post("/leaflets/{id}/withdraw", "/leaflets/{leaflet}/withdraw", &[], "ffnrcffcnnfffn"),
    get("/surveys/{id}/slips", "/surveys/{survey}/slips", "rrnfoffonnfffn"),
    get("/projects", "/projects", "rrnooooooofffo"),
    get("/projects/new", "/projects/new?estate={estate}", "rrnfoffonnfffn"),
    post("/projects", "/projects", &[("estate", "{estate}"), ("title", "")], "ffnfwffwnnfffn"),
    get("/projects/{id}", "/projects/{project}", "rrnooffoonfffn"),
    get("/projects/{id}/told", "/projects/{project}/told", "rrnooffoonfffn"),
    get("/projects/{id}/notice", "/projects/{project}/notice", "rrnfoffonnfffn"),
    get("/projects/{id}/slips", "/projects/{project}/slips", "rrnooffonnfffn"),
    get("/projects/{id}/items/{n}", "/projects/{project}/items/1", "rrnfoffonnfffn"),
    // Pages that were never read: whoever may do it is told that they are out of date.
    post("/projects/{id}/items/{n}", "/projects/{project}/items/1", &[("version", "0")], "ffnfcffcnnfffn"),
    get("/projects/{id}/photos/{n}/{size}", "/projects/{project}/photos/0/thumb", "rrnooffoonfffn"),
    post("/projects/{id}/{deed}", "/projects/{project}/finish", &[("version", "0")], "ffnfcffcnnfffn"),
    post(
        "/projects/{id}/{deed}",
        "/projects/{project}/tell",
        &[("version", "0"), ("to", "0"), ("way", "phone")],
        "ffnccffcnnfffn",
    ),
    post("/projects/{id}/{deed}", "/projects/{project}/approve", &[("version", "0")], "ffnfffffcnfffn"),
    get(
        "/l/{community}/{link}/projects/{project}/photos/{n}/{size}",
        "/l/140109013001/{link}/projects/{project}/photos/0/thumb",
        "nnnnnnnnnnnnnn",
    ),
    get("/s/{community}/{link}", "/s/140109013001/{slip}", "oooooooooooooo"),
    get("/s/{community}/{link}", "/s/140109013001/{secret}", "nnnnnnnnnnnnnn"),
    get("/s/{community}/{link}/photos/{n}/{size}", "/s/140109013001/{slip}/photos/0/thumb", "oooooooooooooo"),
    post(
        "/s/{community}/{link}/{deed}",
        "/s/140109013001/{slip}/not-good",
        &[("words", "")],
        "wwwwwwwwwwwwww",
    )
    .open(),
    get("/surveys", "/surveys", "rrnooooonnfffo"),
    post("/surveys", "/surveys", &[("estate", "{estate}"), ("question", "")], "ffnffffwnnfffn"),
    get("/surveys/new", "/surveys/new", "rrnooooonnfffo"),
    get("/surveys/new", "/surveys/new?estate={estate}&building={building}", "rrnffffonnfffn"),
    get("/surveys/worker.js", "/surveys/worker.js", "oooooooooooooo"),
    get("/surveys/{id}", "/surveys/{survey}", "rrnfoffonnfffn"),
    post("/surveys/{id}/answers", "/surveys/{survey}/answers", &[("answers", "[]")], "ttnooffonnfffn")
        .in_parts(),
    get("/surveys/{id}/doors", "/surveys/{survey}/doors", "rrnooffonnfffn"),
    get("/surveys/{id}/doors/{door}", "/surveys/{survey}/doors/{door}", "rrnooffonnfffn"),
    post(
        "/surveys/{id}/doors/{door}",
        "/surveys/{survey}/doors/{door}",
        &[("visit", "1"), ("said", "affected")],
        "ffnwwffwnnfffn",
    )
    .in_parts(),
    post("/surveys/{id}/export", "/surveys/{survey}/export", &[], "ffnfoffonnfffn"),
    get("/surveys/{id}/photos/{door}/{size}", "/surveys/{survey}/photos/0/thumb", "rrnfnffnnnfffn"),
    post("/surveys/{id}/{deed}", "/surveys/{survey}/share", &[], "ffnffffwnnfffn"),
    post("/surveys/{id}/{deed}", "/surveys/{survey}/begin", &[], "ffnffffcnnfffn"),
    get("/claims", "/claims", "rrnooooonnoffo"),
    post(
        "/claims",
        "/claims",
        &[("estate", "{estate}"), ("steward", "{staff}"), ("starts_on", "2001-01-01")],
        "ffnffffwnnfffw",
    ),
    post(
        "/claims/cancel",
        "/claims/cancel",
        &[("estate", "{estate}"), ("starts_at", "4102416000000")],
        "ffnffffnnnfffn",
    ),
    get("/allocations", "/allocations", "rrnooooonnfffo"),
    post("/allocations", "/allocations", &[("most_changes", "none")], "ffnffffwnnfffw"),
    get("/allocations/what-if", "/allocations/what-if?without={staff}", "rrnffffonnfffn"),
    get("/allocations/{id}", "/allocations/{allocation}", "rrnnoooonnnnnn"),
    get("/allocations/{id}/index", "/allocations/{allocation}/index?w0=90", "rrnnoooonnnnnn"),
    post(
        "/allocations/{id}/index",
        "/allocations/{allocation}/index",
        &[("revision", "1"), ("w0", "none")],
        "ffnnfffwnnnnnn",
    ),
    post(
        "/allocations/{id}/pairs",
        "/allocations/{allocation}/pairs",
        &[("revision", "1"), ("p0", "none")],
        "ffnnfffwnnnnnn",
    ),
    get("/allocations/{id}/rules", "/allocations/{allocation}/rules", "rrnnoooonnnnnn"),
    post(
        "/allocations/{id}/rules",
        "/allocations/{allocation}/rules",
        &[("revision", "1"), ("tiers", "none")],
        "ffnnfffwnnnnnn",
    ),
    get("/allocations/{id}/reasons", "/allocations/{allocation}/reasons", "rrnnoooonnnnnn"),
    get("/allocations/{id}/moves", "/allocations/{allocation}/moves", "rrnnfffonnnnnn"),
    get("/allocations/{id}/print", "/allocations/{allocation}/print", "rrnnoooonnnnnn"),
    post(
        "/allocations/{id}/{deed}",
        "/allocations/{allocation}/object",
        &[("estate", "{estate}"), ("reason", "")],
        "ffnnwwwwnnnnnn",
    ),
    post(
        "/allocations/{id}/{deed}",
        "/allocations/{allocation}/approve",
        &[("revision", "1"), ("starts_on", "2001-01-01")],
        "ffnnfffwnnnnnn",
    ),
    get("/claims/{estate}/pact", "/claims/{estate}/pact", "rrnooooonnoffn"),
    get("/grids", "/grids", "rrnooooonnoffo"),
    get("/grids/designs", "/grids/designs", "rrnffffonnoffo"),
    post("/grids/designs", "/grids/designs", &[("min", "500"), ("max", "300")], "ffnffffwnnwffw").in_parts(),
    get("/grids/designs/{id}", "/grids/designs/{design}", "rrnffffonnoffn"),
    get("/grids/designs/{id}/map.geojson", "/grids/designs/{design}/map.geojson", "rrnffffonnoffn"),
    post("/grids/designs/{id}/{deed}", "/grids/designs/{design}/undo", &[("version", "9")], "ffnffffcnncffn"),
    post(
        "/grids/designs/{id}/{deed}",
        "/grids/designs/{design}/approve",
        &[("version", "9")],
        "ffnffffcnnfffn",
    ),
    get("/grids/shapes", "/grids/shapes", "rrnffffonnoffo"),
    post("/grids/shapes", "/grids/shapes", &[], "ffnffffwnnwffw").in_parts(),
    post(
        "/grids/shapes/rectangle",
        "/grids/shapes/rectangle",
        &[("building", "{building}"), ("longitude", "37.8"), ("latitude", "112.5")],
        "ffnffffwnnwffw",
    ),
    get("/partitions", "/partitions?on=2030-01-01&by=steward", "rrnooooonnoffo"),
    get("/partitions.geojson", "/partitions.geojson", "rrnooooonnoffo"),
    post(
        "/partitions",
        "/partitions",
        &[
            ("kind", "building"),
            ("building", "{building}"),
            ("estate", "{estate}"),
            ("starts_on", "2001-01-01"),
        ],
        "ffnffffwnnwffw",
    ),
    post(
        "/partitions/cancel",
        "/partitions/cancel",
        &[("kind", "grids"), ("starts_at", "4102416000000")],
        "ffnffffnnnnffn",
    ),
    get("/hand-overs", "/hand-overs", "rrnooooonnfffo"),
    get("/hand-overs/new", "/hand-overs/new?from={staff}", "rrnffffonnfffn"),
    post("/hand-overs", "/hand-overs", &[("from", "{staff}"), ("occasion", "leaving")], "ffnffffwnnfffn"),
    get("/hand-overs/{id}", "/hand-overs/{request}", "rrnnnnnnnnnnnn"),
    post("/hand-overs/{id}/{deed}", "/hand-overs/{request}/accept", &[], "ffnnnnnnnnnnnn"),
    get("/people", "/people", "rrnffffonnoofo"),
    post(
        "/people",
        "/people",
        &[
            ("name", ""),
            ("role", "grid_worker"),
            ("tier", ""),
            ("kind", ""),
            ("sign_in_name", ""),
            ("phone", ""),
        ],
        "ffnffffwnnwffw",
    ),
    post(
        "/people/{id}/disable",
        "/people/01900000-0000-7000-8000-0000000000ff/disable",
        &[],
        "ffnnnnnnnnnnnn",
    ),
    post("/people/{id}/enable", "/people/01900000-0000-7000-8000-0000000000ff/enable", &[], "ffnnnnnnnnnnnn"),
    // The one who is asked about is the secretary: nobody gives themselves a link.
    post("/people/{id}/link", "/people/{staff}/link", &[], "ffnffffwnnfofn"),
    get("/import", "/import", "rrnffffonnoffo"),
    post("/import", "/import", &[], "ffnffffwnnwffw").in_parts(),
    get("/import/template.xlsx", "/import/template.xlsx", "rrnffffonnoffo"),
    post(
        "/import/confirm",
        "/import/confirm",
        &[("mark", "01900000-0000-7000-8000-0000000000ff")],
        "ffnffffwnnwffw",
    ),
    post(
        "/import/columns",
        "/import/columns",
        &[("mark", "01900000-0000-7000-8000-0000000000ff"), ("source", "00000000000000000000000000000000")],
        "ffnffffwnnwffw",
    ),
    get("/export", "/export", "rrnffffonnoffo"),
    post("/export", "/export", &[("list", "places"), ("form", "csv")], "ffnffffonnoffo"),
    post("/export", "/export", &[("list", "people"), ("form", "xlsx")], "ffnffffonnoffo"),
    post("/export", "/export", &[("list", "residents"), ("form", "xlsx")], "ffnffffwnnfffw"),
    post(
        "/export",
        "/export",
        &[("list", "residents"), ("form", "csv"), ("reason", "交接")],
        "ffnffffonnfffo",
    ),
    get("/inbox", "/inbox", "rroooooooooooo"),
    post("/inbox/read", "/inbox/read", &[], "ffrrrrrrrrrrrr"),
    get("/reports", "/reports", "rrnfoooonnfffo"),
    get("/reports/{month}", "/reports/2026-10", "rrnfoooonnfffo"),
    get("/reports/{month}", "/reports/2026-13", "rrnnnnnnnnnnnn"),
    get("/reports/{month}/figures/{figure}", "/reports/2026-10/figures/open", "rrnfoooonnfffo"),
    get(
        "/reports/{month}/figures/{figure}",
        "/reports/2026-10/figures/open?estate={estate}&class=01",
        "rrnfonnonnfffn",
    ),
    get("/reports/{month}/registers/{register}", "/reports/2026-10/registers/overdue", "rrnfoooonnfffo"),
    post("/reports/{month}/xlsx", "/reports/2026-10/xlsx", &[], "ffnfoooonnfffo"),
    get("/query", "/query?q=count+by+state", "rrnfoooonnfffo"),
    get("/query", "/query?q=count+where+community=140109013999", "rrnfwwwwnnfffw"),
    post("/query", "/query", &[("q", "count by class")], "ffnfrrrrnnfffr"),
    post("/query", "/query", &[("q", "count by steward")], "ffnfwwwwnnfffw"),
    get("/query/{id}/answer.csv", "/query/{view}/answer.csv", "rrnfoooonnfffn"),
    post("/query/{id}/{deed}", "/query/{view}/token", &[], "ffnffffonnfffn"),
    post("/query/{id}/{deed}", "/query/{view}/end-token", &[], "ffnffffrnnfffn"),
    get("/burden", "/burden", "rrnooooonnfffo"),
    get("/print", "/print", "rrnooooonnoffo"),
    get("/print/poster/{estate}", "/print/poster/{estate}", "rrnooooonnoffn"),
    get("/print/doors/{estate}", "/print/doors/{estate}?building={building}", "rrnooooonnoffn"),
    get("/print/visits/buildings/{id}", "/print/visits/buildings/{building}", "rrnooooonnoffn"),
    get("/print/visits/grids/{id}", "/print/visits/grids/{grid}", "rrnooooonnoffn"),
    get("/communities", "/communities", "rrnfffffonffff"),
    post("/communities", "/communities", &[("division", "140109013002")], "ffnfffffnnffff"),
    get("/hotlines", "/hotlines", "rrnffffonnoffo"),
    post(
        "/hotlines",
        "/hotlines",
        &[("office_phone", ""), ("hours", ""), ("steward_phone", "own"), ("supervision", "1")],
        "ffnffffwnnwffw",
    ),
    get("/help", "/help", "oooooooooooooo"),
    get("/matters", "/matters", "rrnffffonnoffo"),
    post("/matters", "/matters", &[("class", "01"), ("zh", "")], "ffnffffwnnwffw"),
    get("/duty", "/duty", "rrnooooonnfffo"),
    post("/duty", "/duty", &[("day", "2001-01-01")], "ffnffffrnnfffr"),
    get("/rights", "/rights", "rrnffffonnfffo"),
    post("/rights", "/rights", &[("phone", "13800009999")], "ffnffffwnnfffw"),
    get("/rights/register", "/rights/register", "rrnffffonnfffo"),
    post("/rights/register", "/rights/register", &[("right", "see"), ("phone", "12")], "ffnffffwnnfffw"),
    get("/rights/register/{id}", "/rights/register/{case}", "rrnffffonnfffn"),
    post("/rights/register/{id}", "/rights/register/{case}", &[("outcome", "declined")], "ffnffffwnnfffn"),
    post(
        "/rights/copy",
        "/rights/copy",
        &[("phone", "13800009999"), ("reason", "本人要求")],
        "ffnffffwnnfffw",
    ),
    post(
        "/rights/erase",
        "/rights/erase",
        &[("phone", "13800009999"), ("reason", "本人要求")],
        "ffnffffwnnfffw",
    ),
    get("/account", "/account", "rroooooooooooo"),
    post(
        "/account/password",
        "/account/password",
        &[("present", "a"), ("password", "b"), ("again", "c")],
        "ffwwwwwwwwwwww",
    ),
    // The accounts of this house have no passwords to prove.
    post("/account/factor", "/account/factor", &[], "ffoooooooooooo"),
    post("/account/factor/confirm", "/account/factor/confirm", &[("code", "none")], "ffwwwwwwwwwwww"),
    post("/account/factor/drop", "/account/factor/drop", &[], "ffrrrrrrrrrrrr"),
    post("/account/sessions", "/account/sessions", &[("session", "00")], "ffrrrrrrrrrrrr"),
    get("/security", "/security", "rrnfffffnnfoff"),
    post("/security", "/security", &[], "ffnfffffnnfrff"),
    get("/security/{id}", "/security/{staff}", "rrnfffffnnfofn"),
    post("/security/{id}/{deed}", "/security/{staff}/unlock", &[], "ffnfffffnnfrfn"),
    post(
        "/security/{id}/{deed}",
        "/security/01900000-0000-7000-8000-0000000000ff/lock",
        &[],
        "ffnnnnnnnnnnnn",
    ),
    get("/audit", "/audit", "rrnfffffnnffof"),
    post("/audit/export", "/audit/export", &[("from", "2026-01-01")], "ffnfffffnnffof"),
    get("/api/v1/openapi.json", "/api/v1/openapi.json", "oooooooooooooo"),
    get("/api/v1/estates", "/api/v1/estates", "ttntottotttttt"),
    get("/api/v1/requests", "/api/v1/requests", "ttotottotttttt"),
    get("/api/v1/requests/{id}", "/api/v1/requests/{request}", "ttntottotttttt"),
    Entry {
        method: "PUT",
        ..post("/api/v1/requests/{id}", "/api/v1/requests/{request}", &[], "ttbtbttbtttttt").open()
    },
    get("/api/v1/requests/{id}/events", "/api/v1/requests/{request}/events", "ttntottotttttt"),
    post("/api/v1/requests/{id}/{verb}", "/api/v1/requests/{request}/accept", &[], "ttvtvttvtttttt").open(),
    // The last one: it ends the session.
    post("/sign-out", "/sign-out", &[], "ffrrrrrrrrrrrr"),
];
