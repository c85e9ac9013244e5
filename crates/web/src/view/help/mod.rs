//! Help for each role: what one does all day, in a few steps.

mod steps;

pub use steps::Step;

use askama::Template;

use crate::view::keyed::keyed;
use crate::view::{PageFrame, Role, Section};

keyed! {
    /// Whom a page of help is for.
    Guide {
        /// Whoever lives here.
        Resident = "resident", "help-resident";
        /// Grid workers.
        Worker = "worker", "role-grid-worker";
        /// Stewards and their deputies.
        Steward = "steward", "role-steward";
        /// The secretary.
        Secretary = "secretary", "role-secretary";
        /// Whoever runs the installation.
        Administrator = "administrator", "role-administrator";
        /// Whoever gives accounts.
        Security = "security", "role-security";
        /// Whoever reads the access log.
        Auditor = "auditor", "role-auditor";
        /// Property companies and others who are handed work.
        Organisation = "organisation", "role-organisation";
        /// Offices above the community.
        Office = "office", "role-street-office";
    }
}

impl Guide {
    /// The guide of a role.
    pub fn of(role: Role) -> Self {
        match role {
            Role::GridWorker => Self::Worker,
            Role::Steward | Role::DeputyHead => Self::Steward,
            Role::Secretary => Self::Secretary,
            Role::Administrator => Self::Administrator,
            Role::SecurityAdministrator => Self::Security,
            Role::Auditor => Self::Auditor,
            Role::Organisation => Self::Organisation,
            Role::StreetOffice | Role::DistrictBureau => Self::Office,
        }
    }

    fn steps(self) -> &'static [Step] {
        match self {
            Self::Resident => steps::RESIDENT,
            Self::Worker => steps::WORKER,
            Self::Steward => steps::STEWARD,
            Self::Secretary => steps::SECRETARY,
            Self::Administrator => steps::ADMINISTRATOR,
            Self::Security => steps::SECURITY,
            Self::Auditor => steps::AUDITOR,
            Self::Organisation => steps::ORGANISATION,
            Self::Office => steps::OFFICE,
        }
    }
}

/// `GET /help?for=`: the own role's guide, or another's.
#[derive(Template)]
#[template(path = "public/help.html")]
pub struct HelpPage {
    /// The frame.
    pub page: PageFrame,
    /// Whom it is for.
    pub guide: Guide,
}

impl HelpPage {
    /// What the reader can do at once.
    fn tasks(&self) -> impl Iterator<Item = Section> {
        self.page.sections.iter().copied().filter(|it| !matches!(it, Section::Help))
    }

    fn others(&self) -> impl Iterator<Item = Guide> {
        Guide::ALL.iter().copied().filter(|guide| *guide != self.guide)
    }

    /// The address of a picture in the reader's language.
    fn picture(&self, slug: &str) -> String {
        crate::assets::url(&format!("help/{slug}.{}.webp", self.page.lang()))
    }

    fn alt(&self, name: &str) -> String {
        self.page.say_with("help-picture", &[("name", self.page.say(name).into())])
    }

    /// The guide of whoever is signed in.
    pub fn sample(page: PageFrame) -> Self {
        let guide = page.viewer.as_ref().map_or(Guide::Resident, |viewer| Guide::of(viewer.role));
        Self { page, guide }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::asset;
    use crate::words::Language;

    #[test]
    fn every_guide_is_short_and_its_pictures_are_there_in_both_languages() {
        let mut bytes = 0;
        for guide in Guide::ALL {
            let steps = guide.steps();
            assert!((6..=8).contains(&steps.len()), "{} has {} steps", guide.slug(), steps.len());
            assert!(steps[0].picture.is_some(), "{} begins without a picture", guide.slug());
            for (slug, _) in steps.iter().filter_map(|step| step.picture) {
                for language in Language::ALL {
                    let path = format!("help/{slug}.{}.webp", language.tag());
                    let picture = asset(&path)
                        .unwrap_or_else(|| panic!("{path}: run scripts/screenshots --help-pages"));
                    assert_eq!(picture.mime, "image/webp");
                    bytes += picture.bytes.len();
                }
            }
        }
        assert!(bytes < 3_000_000, "{bytes} bytes of pictures");
    }
}
