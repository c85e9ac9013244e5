//! The words of the language: fields, measures and groups, each with its Chinese twin.

/// What kind of value a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A count or hours; has an order.
    Number,
    /// A day; has an order.
    Day,
    /// Yes or no.
    Flag,
    /// A word of a closed list.
    Word,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident = $en:literal, $zh:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$inner])* $variant,)+ }

        impl $name {
            /// All of them, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word; also the end of the translation key.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $en),+ }
            }

            /// The Chinese twin.
            #[must_use]
            pub const fn twin(self) -> &'static str {
                match self { $(Self::$variant => $zh),+ }
            }

            /// The one that is written so, in either language.
            #[must_use]
            pub fn of(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.word().eq_ignore_ascii_case(word) || it.twin() == word)
            }
        }
    };
}

words! {
    /// What can be compared. None of them is a person.
    Field {
        /// The estate, by its name.
        Estate = "estate", "小区";
        /// The matter, by its code.
        Matter = "matter", "事项";
        /// The class of matters, by its code.
        Class = "class", "大类";
        /// The state, by its name.
        State = "state", "状态";
        /// How it came in.
        Channel = "channel", "渠道";
        /// Which kind of party has it.
        Handler = "handler", "承办";
        /// Danger to life.
        Urgent = "urgent", "紧急";
        /// Done on the spot.
        OnTheSpot = "on_the_spot", "当场办结";
        /// Past its limit, or ended after it.
        Overdue = "overdue", "超时";
        /// Whether it is solved by the word that counts in the community; no answer is neither yes nor no.
        Solved = "solved", "解决";
        /// The day it was said.
        Reported = "reported", "提出日";
        /// The day it ended.
        Ended = "ended", "办结日";
        /// Hours from being said to its end, or to now; begun ones do not count.
        Hours = "hours", "小时";
        /// How often it was given back.
        Returns = "returns", "退回";
        /// How often the check sent it back.
        Reworks = "reworks", "返工";
        /// How often it got more time.
        Extensions = "extensions", "延期";
        /// How many others said "me too".
        Joined = "joined", "同感";
        /// The community, by its code: the own one.
        Community = "community", "社区";
    }
}

words! {
    /// What can be reckoned.
    Measure {
        /// How many requests.
        Count = "count", "数量";
        /// The median of the hours; of an even number the lower of the two in the middle.
        MedianHours = "median", "中位";
    }
}

words! {
    /// By what can be told apart.
    Group {
        /// By estate.
        Estate = "estate", "小区";
        /// By matter.
        Matter = "matter", "事项";
        /// By class of matters.
        Class = "class", "大类";
        /// By state.
        State = "state", "状态";
        /// By the way in.
        Channel = "channel", "渠道";
        /// By kind of party.
        Handler = "handler", "承办";
        /// By month of being said.
        Month = "month", "月";
        /// By day of being said.
        Day = "day", "日";
    }
}

impl Field {
    /// What kind of value it holds.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::Estate
            | Self::Matter
            | Self::Class
            | Self::State
            | Self::Channel
            | Self::Handler
            | Self::Community => Kind::Word,
            Self::Urgent | Self::OnTheSpot | Self::Overdue | Self::Solved => Kind::Flag,
            Self::Reported | Self::Ended => Kind::Day,
            Self::Hours | Self::Returns | Self::Reworks | Self::Extensions | Self::Joined => Kind::Number,
        }
    }
}
