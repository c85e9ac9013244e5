//! `GET /api/v1/openapi.json`: the description, for anybody.

use super::ask;
use super::document::RequestDocument;
use super::problem::Problem;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use std::sync::LazyLock;
use utoipa::openapi::path::{
    HttpMethod, OperationBuilder, Parameter, ParameterBuilder, ParameterIn, PathItem,
};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Ref, SchemaFormat, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{Content, HeaderBuilder, RefOr, Required, Response as Answer, ResponseBuilder};
use utoipa::{Modify, OpenApi};

/// A verb of the API.
pub(super) struct VerbLine {
    /// Its name in the address.
    pub(super) name: &'static str,
    summary: &'static str,
    body: &'static str,
}

const fn verb(name: &'static str, summary: &'static str, body: &'static str) -> VerbLine {
    VerbLine { name, summary, body }
}

/// Every verb of the API.
pub(super) const VERBS: [VerbLine; 11] = [
    verb(
        "accept",
        "Takes a request on: the steward a new one, whoever was asked what they were asked.",
        "Nothing",
    ),
    verb("dispatch", "Hands it to a grid worker or an organisation.", "Dispatch"),
    verb("return", "Gives it back with a reason.", "Reason"),
    verb("dispose", "Reports it done, with a public reply.", "Dispose"),
    verb("check", "Confirms that it is done.", "Nothing"),
    verb("close", "Ends it.", "Close"),
    verb("escalate", "Calls the street office or a bureau for help.", "Escalate"),
    verb("suspend", "Puts it aside until a date.", "Suspend"),
    verb("extend", "Gives it more time.", "Extend"),
    verb("reopen", "Takes it up again after its end.", "Reason"),
    verb("void", "Takes back what was filed by mistake.", "Reason"),
];

#[derive(OpenApi)]
#[openapi(
    info(
        title = "guanjia 管家",
        version = "1.0.0",
        description = "Requests of an urban residents' community and how they stand. A token, made by `guanjia user \
                       token`, says who acts and in which community. Times are RFC 3339 in Chinese time. Fields that \
                       are not described are refused. Words of errors follow Accept-Language (zh, en)."
    ),
    paths(
        super::file::file,
        super::show::show,
        super::events::events,
        super::list::list,
        super::estates::estates
    ),
    components(schemas(
        Problem,
        ask::Nothing,
        ask::Dispatch,
        ask::Dispose,
        ask::Close,
        ask::Escalate,
        ask::Suspend,
        ask::Extend,
        ask::Reason
    )),
    modifiers(&Rest),
    tags((name = "requests", description = "Requests (诉求)"), (name = "places", description = "Estates (小区)"))
)]
struct Description;

/// What every operation has, and the verbs.
struct Rest;

impl Modify for Rest {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        if let Some(components) = &mut document.components {
            components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
        }
        document.security = Some(vec![SecurityRequirement::new("bearer", Vec::<String>::new())]);
        for line in &VERBS {
            let item = PathItem::new(HttpMethod::Post, operation(line));
            document.paths.paths.insert(format!("/api/v1/requests/{{id}}/{}", line.name), item);
        }
        for item in document.paths.paths.values_mut() {
            for operation in [&mut item.get, &mut item.put, &mut item.post].into_iter().flatten() {
                let has_body = operation.request_body.is_some();
                let asks_version = operation.parameters.iter().flatten().any(|it| it.name == "If-Match");
                for (status, when) in ERRORS {
                    let fits = match status {
                        "400" | "413" | "415" => has_body,
                        "428" => asks_version,
                        "409" => has_body,
                        _ => true,
                    };
                    if fits {
                        operation.responses.responses.insert(status.to_owned(), problem(when));
                    }
                }
            }
        }
    }
}

/// What can be wrong, by status.
const ERRORS: [(&str, &str); 10] = [
    ("400", "The body is no JSON."),
    ("401", "No token, or one that is not good."),
    ("403", "Not within the duties of whom the token acts for."),
    ("404", "No such thing, or not for the caller."),
    ("409", "Somebody was faster, or the step does not lead from the present state, which the answer names."),
    ("413", "The body has more than 256 KB."),
    ("415", "The body is not `application/json`."),
    ("422", "Something in it must be corrected; `field` says what."),
    ("428", "`If-Match` is missing."),
    ("503", "Not now; `Retry-After` says when."),
];

fn problem(when: &str) -> RefOr<Answer> {
    let content = Content::new(Some(Ref::from_schema_name("Problem")));
    ResponseBuilder::new().description(when).content("application/problem+json", content).build().into()
}

fn operation(line: &VerbLine) -> OperationBuilder {
    let text = || ObjectBuilder::new().schema_type(Type::String);
    let body = Content::new(Some(Ref::from_schema_name(line.body)));
    let tag =
        HeaderBuilder::new().schema(text()).description(Some("The new version of the request.")).build();
    let done = ResponseBuilder::new()
        .description("It is done; this is how the request stands.")
        .content("application/json", Content::new(Some(Ref::from_schema_name(request_schema()))))
        .header("ETag", tag);
    let uuid = text().format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid)));
    let version = text().pattern(Some("^(\"[0-9]+\"|[0-9]+)$"));
    OperationBuilder::new()
        .operation_id(Some(format!("{}_request", line.name)))
        .tag("requests")
        .summary(Some(line.summary))
        .parameter(parameter("id", ParameterIn::Path, "The id of the request.", uuid))
        .parameter(parameter(
            "If-Match",
            ParameterIn::Header,
            "The version that was seen, such as `\"3\"`.",
            version,
        ))
        .request_body(Some(RequestBodyBuilder::new().content("application/json", body).build()))
        .response("200", done.build())
}

fn parameter(name: &str, place: ParameterIn, description: &str, schema: ObjectBuilder) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(place)
        .required(Required::True)
        .description(Some(description))
        .schema(Some(schema))
        .build()
}

fn request_schema() -> String {
    use utoipa::ToSchema;
    RequestDocument::name().into_owned()
}

static TEXT: LazyLock<String> = LazyLock::new(|| Description::openapi().to_json().unwrap_or_default());

/// The description.
pub(crate) async fn description() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], TEXT.as_str()).into_response()
}
