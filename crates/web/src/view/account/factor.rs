//! Setting up a second factor: the QR code, then the recovery codes.

use askama::Template;

use crate::view::{PageFrame, Problems, qr_svg};

/// After `POST /account/factor`, and again after a failed `POST /account/factor/confirm`.
///
/// The form: `csrf`, `code`.
#[derive(Template)]
#[template(path = "account/factor.html")]
pub struct FactorPage {
    /// The frame.
    pub page: PageFrame,
    /// What the QR code holds.
    pub uri: String,
    /// The secret, to be typed by hand.
    pub typed: String,
    /// What was wrong.
    pub problems: Problems,
}

impl FactorPage {
    fn code(&self) -> String {
        qr_svg(&self.uri, self.page.say("factor-qr")).unwrap_or_default()
    }

    /// An invented page.
    pub fn sample(page: PageFrame) -> Self {
        let typed = "MZXW 6YTB OIMZ XW6Y TBOI MZXW 6YTB OIMZ".to_owned();
        let uri = format!("otpauth://totp/guanjia:L001?secret={}&issuer=guanjia", typed.replace(' ', ""));
        Self { page, uri, typed, problems: Problems::default() }
    }
}

/// After the first code: the recovery codes, shown this once.
#[derive(Template)]
#[template(path = "account/recovery.html")]
pub struct RecoveryPage {
    /// The frame.
    pub page: PageFrame,
    /// The codes.
    pub codes: Vec<String>,
}

impl RecoveryPage {
    /// Invented codes.
    pub fn sample(page: PageFrame) -> Self {
        Self { page, codes: (0..10).map(|n| format!("MZXW 6YTB OIMZ XW6{}", (b'A' + n) as char)).collect() }
    }
}
