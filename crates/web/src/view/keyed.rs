//! A small macro for closed lists of things that have a word, a name in addresses and forms, and an icon.

/// Makes an enum whose every variant has a `slug` (in addresses, form values and style hooks) and the key of its word.
macro_rules! keyed {
    (
        $(#[$meta:meta])*
        $name:ident { $( $(#[$doc:meta])* $variant:ident = $slug:literal, $key:literal; )+ }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $( $(#[$doc])* $variant, )+ }

        impl $name {
            /// Every variant, in the order that people see.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in addresses, form values and style hooks.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }

            /// The key of the word that people read.
            pub fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }

            /// The variant of a slug; `None` for an unknown one.
            pub fn from_slug(slug: &str) -> Option<Self> {
                match slug { $($slug => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

pub(super) use keyed;
