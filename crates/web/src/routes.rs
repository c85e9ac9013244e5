//! Every route, in one list: the router is built from it, and the access test walks it.

use crate::pages;
use crate::site::Site;
use crate::{api, bodies, demo, error_page, security};
use axum::Router;
use axum::routing::{MethodRouter, get, post};

macro_rules! routes {
    ($($path:literal => $handlers:expr, $methods:literal;)+) => {
        /// Every route with its methods, for the access test.
        pub const ROUTES: &[(&str, &str)] = &[$(($path, $methods)),+];

        fn all() -> Router<Site> {
            let mut router = Router::new();
            $( router = add(router, $path, $handlers); )+
            router
        }
    };
}

fn add(router: Router<Site>, path: &str, handlers: MethodRouter<Site>) -> Router<Site> {
    router.route(path, handlers)
}

routes! {
    "/" => get(pages::public::landing), "GET";
    "/healthz" => get(pages::health::alive), "GET";
    "/readyz" => get(pages::health::ready), "GET";
    "/metrics" => get(pages::health::metrics), "GET";
    "/assets/{*path}" => get(pages::assets::file), "GET";
    "/look" => post(pages::look::change), "POST";
    "/divisions" => get(pages::welcome::divisions), "GET";
    "/c/{community}" => get(pages::public::community), "GET";
    "/c/{community}/places.json" => get(pages::public::places), "GET";
    "/c/{community}/report" => get(pages::report::form).post(pages::report::file), "GET POST";
    "/c/{community}/similar" => post(pages::report::similar), "POST";
    "/c/{community}/join" => post(pages::report::join), "POST";
    "/l/{community}/{link}" => get(pages::trail::show), "GET";
    "/l/{community}/{link}/photos/{n}/{size}" => get(pages::photos::of_resident), "GET";
    "/l/{community}/{link}/{deed}" => post(pages::trail::act), "POST";
    "/l/{community}/{link}/projects/{project}/photos/{n}/{size}" => get(pages::project::photo::of_resident), "GET";
    "/s/{community}/{link}" => get(pages::project::slip::show), "GET";
    "/s/{community}/{link}/photos/{n}/{size}" => get(pages::project::photo::of_slip), "GET";
    "/s/{community}/{link}/{deed}" => post(pages::project::slip::act), "POST";
    "/u/{community}/{secret}" => get(pages::call::link::show), "GET";
    "/u/{community}/{secret}/{deed}" => post(pages::call::link::act), "POST";
    "/h/{community}/{secret}" => get(pages::handler::show), "GET";
    "/h/{community}/{secret}/photos/{n}/{size}" => get(pages::photos::of_handler), "GET";
    "/h/{community}/{secret}/{deed}" => post(pages::handler::act), "POST";
    "/sign-in" => get(pages::sign_in::form).post(pages::sign_in::enter), "GET POST";
    "/sign-in/code" => post(pages::sign_in::code), "POST";
    "/sign-out" => post(pages::sign_in::leave), "POST";
    "/welcome/{community}/{secret}" => get(pages::welcome::form).post(pages::welcome::accept), "GET POST";
    "/demo/sign-in/{role}" => get(demo::sign_in), "GET";
    "/gallery" => get(pages::gallery::show), "GET";
    "/live" => get(pages::live::live), "GET";
    "/work" => get(pages::work::show), "GET";
    "/requests" => get(pages::requests::list), "GET";
    "/requests/new" => get(pages::new::form).post(pages::new::file), "GET POST";
    "/requests/matters" => post(pages::issues::offered::offer), "POST";
    "/spot" => get(pages::spot::form).post(pages::spot::file), "GET POST";
    "/requests/{id}" => get(pages::requests::show), "GET";
    "/requests/{id}/file" => get(pages::print::file), "GET";
    "/requests/{id}/reveal" => post(pages::requests::reveal), "POST";
    "/requests/{id}/link" => post(pages::requests::give_link), "POST";
    "/requests/{id}/photos/{n}/{size}" => get(pages::photos::of_staff), "GET";
    "/requests/{id}/{verb}" => post(pages::verbs::act), "POST";
    "/estates" => get(pages::estates::list), "GET";
    "/estates/{id}" => get(pages::estates::show), "GET";
    "/estates/{id}/groups" => get(pages::own_work::groups::show).post(pages::own_work::group_forms::put), "GET POST";
    "/estates/{id}/groups/drop" => post(pages::own_work::group_forms::drop_one), "POST";
    "/estates/{id}/buildings/{building}" => get(pages::estates::building), "GET";
    "/cards" => get(pages::cards::list), "GET";
    "/cards/rooms/{room}" => get(pages::cards::room).post(pages::cards::add), "GET POST";
    "/cards/rooms/{room}/known" => post(pages::cards::add_known), "POST";
    "/cards/{id}" => get(pages::cards::show), "GET";
    "/cards/{id}/{deed}" => get(pages::cards::form).post(pages::cards::act), "GET POST";
    "/own" => get(pages::own_work::hub::show), "GET";
    "/own/tick" => post(pages::own_work::hub::tick), "POST";
    "/rounds" => get(pages::own_work::rounds::list).post(pages::own_work::rounds::begin), "GET POST";
    "/rounds/{id}" => get(pages::own_work::round::show).post(pages::own_work::round::find), "GET POST";
    "/rounds/{id}/end" => post(pages::own_work::round::end), "POST";
    "/mediations" => get(pages::own_work::mediations::list).post(pages::own_work::mediations::open), "GET POST";
    "/mediations/{id}" => get(pages::own_work::mediation::show), "GET";
    "/mediations/{id}/agreement" => get(pages::own_work::mediation::agreement), "GET";
    "/mediations/{id}/{deed}" => post(pages::own_work::deeds::act), "POST";
    "/leaflets" => get(pages::own_work::leaflets::list).post(pages::own_work::leaflets::make), "GET POST";
    "/leaflets/{id}" => get(pages::own_work::leaflet::show), "GET";
    "/leaflets/{id}/put" => post(pages::own_work::put::put), "POST";
    "/leaflets/{id}/take" => post(pages::own_work::put::take), "POST";
    "/leaflets/{id}/withdraw" => post(pages::own_work::put::withdraw), "POST";
    "/leaflets/{id}/photos/{n}/{size}" => get(pages::own_work::put::photo), "GET";
    "/projects" => get(pages::project::list::list).post(pages::project::begin::begin), "GET POST";
    "/projects/new" => get(pages::project::begin::form), "GET";
    "/projects/{id}" => get(pages::project::show::show), "GET";
    "/projects/{id}/told" => get(pages::project::told::show), "GET";
    "/projects/{id}/notice" => get(pages::project::notice::show), "GET";
    "/projects/{id}/slips" => get(pages::project::slips::show), "GET";
    "/projects/{id}/items/{n}" => get(pages::project::piece::show).post(pages::project::piece::save), "GET POST";
    "/projects/{id}/photos/{n}/{size}" => get(pages::project::photo::of_staff), "GET";
    "/projects/{id}/{deed}" => post(pages::project::act::act), "POST";
    "/calls" => get(pages::call::list::list).post(pages::call::begin::blow), "GET POST";
    "/calls/new" => get(pages::call::begin::form), "GET";
    "/calls/{id}" => get(pages::call::show::show), "GET";
    "/calls/{id}/letter" => get(pages::call::letter::show), "GET";
    "/calls/{id}/{deed}" => post(pages::call::act::act), "POST";
    "/duty-list" => get(pages::call::duties::show).post(pages::call::duties::save), "GET POST";
    "/issues" => get(pages::issues::list::list), "GET";
    "/issues/{id}" => get(pages::issues::sheet::show), "GET";
    "/issues/{id}/{deed}" => post(pages::issues::deeds::act), "POST";
    "/surveys" => get(pages::survey::list::show).post(pages::survey::plan::plan), "GET POST";
    "/surveys/new" => get(pages::survey::plan::form), "GET";
    "/surveys/worker.js" => get(pages::survey::worker::script), "GET";
    "/surveys/{id}" => get(pages::survey::show::show), "GET";
    "/surveys/{id}/answers" => post(pages::survey::outbox::take), "POST";
    "/surveys/{id}/doors" => get(pages::survey::walk::show), "GET";
    "/surveys/{id}/doors/{door}" => get(pages::survey::door::show).post(pages::survey::door::save), "GET POST";
    "/surveys/{id}/export" => post(pages::survey::export::take), "POST";
    "/surveys/{id}/photos/{door}/{size}" => get(pages::survey::show::photo), "GET";
    "/surveys/{id}/slips" => get(pages::project::slips::of_survey), "GET";
    "/surveys/{id}/{deed}" => post(pages::survey::deeds::act), "POST";
    "/reports" => get(pages::reports::list), "GET";
    "/reports/{month}" => get(pages::reports::show), "GET";
    "/reports/{month}/calls" => get(pages::reports::calls), "GET";
    "/reports/{month}/figures/{figure}" => get(pages::reports::figure), "GET";
    "/reports/{month}/rates/{rate}" => get(pages::reports::rate), "GET";
    "/reports/{month}/registers/{register}" => get(pages::reports::register), "GET";
    "/reports/{month}/xlsx" => post(pages::reports::take), "POST";
    "/query" => get(pages::query::show).post(pages::query::save), "GET POST";
    "/query/{id}/answer.csv" => get(pages::query::take), "GET";
    "/query/{id}/{deed}" => post(pages::query::act), "POST";
    "/burden" => get(pages::burden::show), "GET";
    "/numbers" => get(pages::numbers::sheet::show), "GET";
    "/numbers/rule" => post(pages::numbers::rule::save), "POST";
    "/numbers/pace" => get(pages::numbers::pace::show), "GET";
    "/numbers/brief" => get(pages::numbers::brief::show), "GET";
    "/numbers/load" => get(pages::numbers::load::show).post(pages::numbers::load::comment), "GET POST";
    "/numbers/requests" => get(pages::numbers::list::show), "GET";
    "/plan" => get(pages::plan::show), "GET";
    "/plan.geojson" => get(pages::plan::geojson), "GET";
    "/communities" => get(pages::communities::list).post(pages::communities::found), "GET POST";
    "/claims" => get(pages::claims::list).post(pages::claims::start), "GET POST";
    "/allocations" => get(pages::allocation::list).post(pages::allocation::begin), "GET POST";
    "/allocations/what-if" => get(pages::allocation::what_if), "GET";
    "/allocations/{id}" => get(pages::allocation::show), "GET";
    "/allocations/{id}/index" => get(pages::allocation::index).post(pages::allocation::save_index), "GET POST";
    "/allocations/{id}/pairs" => post(pages::allocation::save_pairs), "POST";
    "/allocations/{id}/rules" => get(pages::allocation::rules).post(pages::allocation::save_rules), "GET POST";
    "/allocations/{id}/reasons" => get(pages::allocation::reasons), "GET";
    "/allocations/{id}/moves" => get(pages::allocation::moves), "GET";
    "/allocations/{id}/print" => get(pages::allocation::print), "GET";
    "/allocations/{id}/{deed}" => post(pages::allocation::act), "POST";
    "/claims/cancel" => post(pages::claims::cancel), "POST";
    "/claims/{estate}/pact" => get(pages::claims::pact), "GET";
    "/grids" => get(pages::grids::list), "GET";
    "/grids/designs" => get(pages::designs::list).post(pages::designs::design), "GET POST";
    "/grids/designs/{id}" => get(pages::designs::show), "GET";
    "/grids/designs/{id}/map.geojson" => get(pages::designs::geojson), "GET";
    "/grids/designs/{id}/{deed}" => post(pages::designs::act), "POST";
    "/grids/shapes" => get(pages::designs::shapes).post(pages::designs::take), "GET POST";
    "/grids/shapes/rectangle" => post(pages::designs::rectangle), "POST";
    "/partitions" => get(pages::partitions::show).post(pages::partitions::plan), "GET POST";
    "/partitions.geojson" => get(pages::partitions::geojson), "GET";
    "/partitions/cancel" => post(pages::partitions::cancel), "POST";
    "/hand-overs" => get(pages::hand_over::list).post(pages::hand_over::ask), "GET POST";
    "/hand-overs/new" => get(pages::hand_over::form), "GET";
    "/hand-overs/{id}" => get(pages::hand_over::show), "GET";
    "/hand-overs/{id}/{deed}" => post(pages::hand_over::act), "POST";
    "/people" => get(pages::people::list).post(pages::people::add), "GET POST";
    "/people/{id}/disable" => post(pages::people::dismiss), "POST";
    "/people/{id}/enable" => post(pages::people::take_back), "POST";
    "/people/{id}/link" => post(pages::people::invite), "POST";
    "/import" => get(pages::import::form).post(pages::import::upload), "GET POST";
    "/import/template.xlsx" => get(pages::import::template), "GET";
    "/import/columns" => post(pages::import::columns::tell), "POST";
    "/export" => get(pages::export::form).post(pages::export::take), "GET POST";
    "/import/confirm" => post(pages::import::confirm), "POST";
    "/print" => get(pages::print::list), "GET";
    "/print/poster/{estate}" => get(pages::print::poster), "GET";
    "/print/doors/{estate}" => get(pages::print::doors), "GET";
    "/print/visits/buildings/{id}" => get(pages::print::of_building), "GET";
    "/print/visits/grids/{id}" => get(pages::print::of_grid), "GET";
    "/hotlines" => get(pages::hotlines::show).post(pages::hotlines::save), "GET POST";
    "/help" => get(pages::help::show), "GET";
    "/limits" => get(pages::limits::show).post(pages::limits::save), "GET POST";
    "/calendar" => get(pages::calendar::show).post(pages::calendar::save), "GET POST";
    "/matters" => get(pages::matters::show).post(pages::matters::save), "GET POST";
    "/matters/model" => get(pages::model::show), "GET";
    "/duty" => get(pages::duty::show).post(pages::duty::save), "GET POST";
    "/rights" => get(pages::rights::show).post(pages::rights::find), "GET POST";
    "/rights/register" => get(pages::register::list).post(pages::register::enter), "GET POST";
    "/rights/register/{id}" => get(pages::register::show).post(pages::register::answer), "GET POST";
    "/rights/texts" => get(pages::consent_texts::show).post(pages::consent_texts::save), "GET POST";
    "/rights/copy" => post(pages::rights::copy), "POST";
    "/rights/erase" => post(pages::rights::erase), "POST";
    "/inbox" => get(pages::inbox::show), "GET";
    "/inbox/read" => post(pages::inbox::read), "POST";
    "/account" => get(pages::account::show), "GET";
    "/account/password" => post(pages::account::password), "POST";
    "/account/factor" => post(pages::account::offer), "POST";
    "/account/factor/confirm" => post(pages::account::confirm), "POST";
    "/account/factor/drop" => post(pages::account::drop_factor), "POST";
    "/account/sessions" => post(pages::account::end_sessions), "POST";
    "/security" => get(pages::security::show).post(pages::security::save), "GET POST";
    "/security/{id}" => get(pages::security::account), "GET";
    "/security/{id}/{deed}" => post(pages::security::act), "POST";
    "/audit" => get(pages::audit::show), "GET";
    "/audit/export" => post(pages::audit::export), "POST";
    "/api/v1/openapi.json" => get(api::description), "GET";
    "/api/v1/estates" => get(api::estates), "GET";
    "/api/v1/requests" => get(api::list), "GET";
    "/api/v1/requests/{id}" => get(api::show).put(api::file), "GET PUT";
    "/api/v1/requests/{id}/events" => get(api::events), "GET";
    "/api/v1/requests/{id}/{verb}" => post(api::act), "POST";
}

/// The router of a site.
pub fn router(site: Site) -> Router {
    all()
        .fallback(pages::health::not_found)
        .layer(axum::middleware::from_fn_with_state(site.clone(), security::same_origin))
        .layer(axum::middleware::from_fn_with_state(site.clone(), error_page::as_page))
        .layer(axum::middleware::from_fn(security::headers))
        .layer(axum::middleware::from_fn(bodies::bounded))
        .with_state(site)
}
