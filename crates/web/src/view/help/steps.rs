//! What each role does all day, in a few steps; some with a picture of the page where it is done.

/// One step.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// The key of the sentence.
    pub key: &'static str,
    /// A picture of a page: its slug, and the key of the page's name.
    pub picture: Option<(&'static str, &'static str)>,
}

const fn said(key: &'static str) -> Step {
    Step { key, picture: None }
}

const fn shown(key: &'static str, picture: &'static str, name: &'static str) -> Step {
    Step { key, picture: Some((picture, name)) }
}

pub(super) const RESIDENT: &[Step] = &[
    shown("help-resident-1", "report", "report-title"),
    said("help-resident-2"),
    said("help-resident-3"),
    shown("help-resident-4", "trail", "trail-title"),
    said("help-resident-5"),
    said("help-resident-6"),
    said("help-resident-7"),
];

pub(super) const WORKER: &[Step] = &[
    shown("help-worker-1", "grid-worker", "nav-work"),
    shown("help-worker-2", "spot", "nav-spot"),
    said("help-worker-3"),
    said("help-worker-4"),
    said("help-worker-5"),
    said("help-worker-6"),
    said("help-worker-7"),
];

pub(super) const STEWARD: &[Step] = &[
    shown("help-steward-1", "steward", "nav-work"),
    shown("help-steward-2", "request", "nav-requests"),
    said("help-steward-3"),
    said("help-steward-4"),
    said("help-steward-5"),
    said("help-steward-6"),
    said("help-steward-7"),
    said("help-steward-8"),
];

pub(super) const SECRETARY: &[Step] = &[
    shown("help-secretary-1", "secretary", "nav-work"),
    shown("help-secretary-2", "claims", "nav-claims"),
    said("help-secretary-8"),
    said("help-secretary-3"),
    shown("help-secretary-4", "import", "nav-import"),
    said("help-secretary-5"),
    shown("help-secretary-6", "print", "nav-print"),
    said("help-secretary-7"),
];

pub(super) const ADMINISTRATOR: &[Step] = &[
    shown("help-administrator-1", "import", "nav-import"),
    shown("help-administrator-2", "people", "nav-people"),
    said("help-administrator-3"),
    said("help-administrator-4"),
    said("help-administrator-5"),
    said("help-administrator-6"),
];

pub(super) const SECURITY: &[Step] = &[
    shown("help-security-1", "people", "nav-people"),
    said("help-security-2"),
    said("help-security-3"),
    said("help-security-4"),
    said("help-security-5"),
    said("help-security-6"),
];

pub(super) const AUDITOR: &[Step] = &[
    shown("help-auditor-1", "audit", "nav-audit"),
    said("help-auditor-2"),
    said("help-auditor-3"),
    said("help-auditor-4"),
    said("help-auditor-5"),
    said("help-auditor-6"),
];

pub(super) const ORGANISATION: &[Step] = &[
    shown("help-organisation-1", "handed", "handed-title"),
    said("help-organisation-2"),
    said("help-organisation-3"),
    said("help-organisation-4"),
    said("help-organisation-5"),
    said("help-organisation-6"),
];

pub(super) const OFFICE: &[Step] = &[
    shown("help-office-1", "street", "nav-work"),
    said("help-office-2"),
    said("help-office-3"),
    said("help-office-4"),
    said("help-office-5"),
    said("help-office-6"),
];
