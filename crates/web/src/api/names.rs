//! The stable words of the domain as JSON, with every one of them in the description.

use guanjia_domain::Role;
use guanjia_domain::request::{Channel, Closing, State};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

macro_rules! stable_words {
    ($($(#[$doc:meta])* $name:ident($of:ty) = $all:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $name(pub(crate) $of);

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.0.name())
            }
        }

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                let all = $all.iter().map(|it: &$of| it.name());
                ObjectBuilder::new().schema_type(Type::String).enum_values(Some(all)).into()
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                stringify!($of).into()
            }
        }
    )+};
}

stable_words! {
    /// Where a request stands.
    StateName(State) = State::ALL;
    /// How a request came in.
    ChannelName(Channel) = Channel::ALL;
    /// How a request ended.
    ClosingName(Closing) = [Closing::Normal, Closing::Overtime, Closing::Special];
    /// In which role somebody acted.
    RoleName(Role) = Role::ALL;
}
