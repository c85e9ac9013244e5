//! What may be done with a request: one form for each verb.

use crate::view::{
    Awaited, Choice, ChoiceGroup, Closing, HandlerGroup, Measure, Problems, Reached, Satisfaction,
    SimilarRequest, Verb, samples,
};

/// What was typed into the form that failed.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// `reason`.
    pub reason: String,
    /// `public_reply`.
    pub public_reply: String,
    /// `internal_note`.
    pub internal_note: String,
    /// `until`, as a `datetime-local` field sends it (China's time).
    pub until: String,
    /// `words`.
    pub words: String,
}

/// What stands in a form that did not fail.
static NOTHING_TYPED: Typed = Typed {
    reason: String::new(),
    public_reply: String::new(),
    internal_note: String::new(),
    until: String::new(),
    words: String::new(),
};

static NO_PROBLEMS: Problems = Problems(Vec::new());

/// The panel of actions on the page of a request.
///
/// Each form is `POST /requests/{id}/{verb slug}` with `csrf`, `version` and:
///
/// | verb | fields |
/// |---|---|
/// | accept | `matter` (slug, may be empty) |
/// | done-on-spot | multipart: `public_reply`, `photos` |
/// | dispatch | `handler` (`kind:id`), `internal_note` |
/// | take, resume, check | none |
/// | dispose | multipart: `public_reply`, `internal_note`, `photos` |
/// | refuse, return, rework, reopen, void | `reason` |
/// | extend | `limit` (`3wd`), `reason` |
/// | suspend | `until` (`datetime-local`), `reason` |
/// | wait | `whom` (`resident`, `approval`), `until` (`datetime-local`), `reason` |
/// | meet | `measure` |
/// | escalate | `handler` (`kind:id`), `reason` |
/// | close | `closing` (`normal` once it was checked, `special`), `reason` (wanted for `special`) |
/// | follow-up | `reached`, `solved` (`yes`, `no` or empty), `satisfied` (slug or empty), `words` |
/// | add | multipart: `words`, `photos` |
/// | merge | `into` (id) |
#[derive(Debug, Clone)]
pub struct Actions {
    /// The id of the request.
    pub id: String,
    /// The version that the page shows; a form with an older one is answered with 409.
    pub version: i64,
    /// The verbs that the reader may use now, the most likely first.
    pub allowed: Vec<Verb>,
    /// Whether the work was checked, so that it may be closed as done.
    pub checked: bool,
    /// What `meet` may be recorded of.
    pub measures: Vec<Measure>,
    /// Matters for `accept`.
    pub matters: Vec<ChoiceGroup>,
    /// Matters that the text is likely about, for `accept`: the field `offered`, which counts where `matter` is empty.
    pub offered: Vec<Choice>,
    /// Whom it can be handed to.
    pub handlers: Vec<HandlerGroup>,
    /// Whom can be called for help.
    pub offices: Vec<HandlerGroup>,
    /// Requests that it can be merged into.
    pub merge_into: Vec<SimilarRequest>,
    /// The form that failed: it is open, and the problems stand in it.
    pub failed: Option<Verb>,
    /// What was typed into it.
    pub typed: Typed,
    /// What was wrong.
    pub problems: Problems,
}

impl Actions {
    pub(super) fn is_open(&self, verb: &Verb) -> bool {
        self.failed == Some(*verb) || (self.failed.is_none() && self.allowed.first() == Some(verb))
    }

    pub(super) fn typed_into(&self, verb: &Verb) -> &Typed {
        if self.failed == Some(*verb) { &self.typed } else { &NOTHING_TYPED }
    }

    pub(super) fn problems_of(&self, verb: &Verb) -> &Problems {
        if self.failed == Some(*verb) { &self.problems } else { &NO_PROBLEMS }
    }

    /// Whether the form that failed is gone, because somebody else was faster.
    pub(super) fn is_lost(&self) -> bool {
        self.failed.is_some_and(|verb| !self.allowed.contains(&verb))
    }

    /// What was typed into the form that is gone, by label.
    pub(super) fn lost_words(&self) -> Vec<(&'static str, &str)> {
        let Typed { reason, public_reply, internal_note, words, until: _ } = &self.typed;
        let all = [
            ("field-reason", reason),
            ("field-public-reply", public_reply),
            ("field-internal-note", internal_note),
            ("field-words", words),
        ];
        all.into_iter()
            .map(|(label, text)| (label, text.as_str()))
            .filter(|(_, text)| !text.is_empty())
            .collect()
    }

    pub(super) fn takes_files(&self, verb: &Verb) -> bool {
        matches!(verb, Verb::Dispose | Verb::DoneOnSpot | Verb::Add)
    }

    /// Whether it was in time is said by the clock; a special end is chosen, with its reason.
    pub(super) fn closings(&self) -> &'static [Closing] {
        if self.checked { &[Closing::Normal, Closing::Special] } else { &[Closing::Special] }
    }

    /// Working days that may be given as more time.
    pub(super) fn extensions(&self) -> [u32; 4] {
        [1, 3, 5, 10]
    }

    pub(super) fn awaited(&self) -> &'static [Awaited] {
        Awaited::ALL
    }

    pub(super) fn reached(&self) -> &'static [Reached] {
        Reached::ALL
    }

    pub(super) fn satisfaction(&self) -> &'static [Satisfaction] {
        Satisfaction::ALL
    }

    pub(super) fn sample(now: i64) -> Self {
        Self {
            id: samples::ID.to_owned(),
            offered: samples::matters()[..1].to_vec(),
            version: 3,
            allowed: vec![
                Verb::Dispatch,
                Verb::Dispose,
                Verb::DoneOnSpot,
                Verb::Extend,
                Verb::Suspend,
                Verb::Wait,
                Verb::Meet,
                Verb::Escalate,
                Verb::Add,
                Verb::Merge,
                Verb::Refuse,
                Verb::Void,
            ],
            checked: true,
            measures: vec![Measure::FirstContact, Measure::OnSite],
            matters: samples::matter_groups(),
            handlers: samples::handlers(),
            offices: samples::offices(),
            merge_into: samples::similar(now),
            failed: None,
            typed: Typed::default(),
            problems: Problems::default(),
        }
    }
}
