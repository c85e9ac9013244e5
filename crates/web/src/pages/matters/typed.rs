//! What was typed about a matter.

use crate::view::office::MatterForm;
use guanjia_app::matters::MatterAt;
use guanjia_domain::matter::{MatterList, OwnMatter};
use serde::Deserialize;

/// As it was typed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Typed {
    pub(super) csrf: String,
    pub(super) class: String,
    #[serde(default)]
    code: String,
    zh: String,
    #[serde(default)]
    en: String,
    #[serde(default)]
    city_code: String,
    #[serde(default)]
    hint: String,
    #[serde(default)]
    small: String,
    #[serde(default)]
    urgent: String,
    #[serde(default)]
    retired: String,
    #[serde(default)]
    pub(super) confirm: String,
}

impl Typed {
    /// Which matter it is about.
    pub(super) fn at(&self) -> MatterAt {
        if self.code.is_empty() {
            MatterAt::NewIn(self.class.clone())
        } else {
            MatterAt::Code(self.code.clone())
        }
    }

    /// The matter.
    pub(super) fn matter(&self) -> OwnMatter {
        // A city code is chosen as "code name".
        let city = self.city_code.split_whitespace().next().map(str::to_owned);
        OwnMatter {
            zh: self.zh.clone(),
            en: self.en.clone(),
            city_code: city,
            small: self.small == "yes",
            urgent_hint: self.urgent == "yes",
            hint: self.hint.clone(),
            retired: self.retired == "yes",
        }
    }

    /// The fields of the form, to be sent again.
    pub(super) fn fields(&self) -> Vec<(String, String)> {
        let fields = [
            ("class", &self.class),
            ("code", &self.code),
            ("zh", &self.zh),
            ("en", &self.en),
            ("city_code", &self.city_code),
            ("hint", &self.hint),
            ("small", &self.small),
            ("urgent", &self.urgent),
            ("retired", &self.retired),
        ];
        fields.into_iter().map(|(name, value)| (name.to_owned(), value.clone())).collect()
    }

    /// The same, to be shown again.
    pub(super) fn form(&self) -> MatterForm {
        let yes = |text: &str| text == "yes";
        MatterForm {
            class: self.class.clone(),
            code: self.code.clone(),
            zh: self.zh.clone(),
            en: self.en.clone(),
            city_code: self.city_code.clone(),
            hint: self.hint.clone(),
            small: yes(&self.small),
            urgent: yes(&self.urgent),
            retired: yes(&self.retired),
        }
    }
}

/// The form of a matter, or of a new one of a class.
pub(super) fn form_of(list: &MatterList, class: &str, code: &str) -> MatterForm {
    match list.get(code) {
        None => MatterForm { class: class.to_owned(), ..MatterForm::default() },
        Some(it) => MatterForm {
            class: code.chars().take(2).collect(),
            code: code.to_owned(),
            zh: it.zh,
            en: it.en,
            city_code: it.city_code.unwrap_or_default(),
            hint: it.hint,
            small: it.small,
            urgent: it.urgent_hint,
            retired: it.retired,
        },
    }
}
