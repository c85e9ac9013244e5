//! Which model proposes matters here, and how well it does.

use crate::error::Result;
use crate::office::{App, allow};
use guanjia_discover::category::{Category, Confusion};
use guanjia_domain::CommunityCode;
use guanjia_domain::permission::{Action, Area, Principal};
use std::sync::{Arc, LazyLock};

/// The product's own model, learned when it is first asked for.
static PRODUCT: LazyLock<Category> = LazyLock::new(Category::of_matters);
/// How it does, measured when somebody first looks.
static MEASURED: LazyLock<Arc<Confusion>> = LazyLock::new(|| Arc::new(Category::measured_on_matters()));

/// What is known of the model in use.
#[derive(Clone, Debug)]
pub struct ModelInUse {
    /// Whether the city trained it; else it is the product's own.
    pub of_city: bool,
    /// How texts were classified that it had not seen; `None` where an older program wrote the model.
    pub table: Option<Arc<Confusion>>,
}

impl App {
    /// The model that proposes matters: the city's, where it trained one, else the product's.
    pub(crate) fn model(&self) -> &Category {
        self.category.as_deref().unwrap_or(&PRODUCT)
    }

    /// What is known of it. It may take a few seconds when it is first asked for.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::Forbidden`] for whoever may not change matters.
    pub fn model_in_use(&self, who: &Principal, community: CommunityCode) -> Result<ModelInUse> {
        allow(who, Action::ChangeMatters, &Area::community(community, None))?;
        let table = match self.category.as_deref() {
            Some(own) => own.held_out().cloned().map(Arc::new),
            None => Some(MEASURED.clone()),
        };
        Ok(ModelInUse { of_city: self.category.is_some(), table })
    }
}
