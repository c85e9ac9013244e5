//! QR codes as plain SVG, without styles, so that the page's security policy holds.

use std::fmt::Write;

use fast_qr::qr::QRBuilder;

/// The QR code of an address as an SVG of one path in the colour of the text; `None` when it is too long for one.
pub fn qr_svg(address: &str, label: &str) -> Option<String> {
    let code = QRBuilder::new(address).build().ok()?;
    let mut path = String::new();
    for row in 0..code.size {
        let dark = |column: usize| column < code.size && code[row][column].value();
        let starts = (0..code.size).filter(|&column| dark(column) && (column == 0 || !dark(column - 1)));
        for start in starts {
            let length = (start..=code.size).take_while(|&column| dark(column)).count();
            // Writing into a String cannot fail.
            _ = write!(path, "M{start} {row}h{length}v1h-{length}z");
        }
    }
    let side = code.size + 4;
    let label = askama::filters::escape(label, askama::filters::Html).ok()?;
    Some(format!(
        "<svg class=\"qr\" viewBox=\"-2 -2 {side} {side}\" role=\"img\" aria-label=\"{label}\"><path d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::qr_svg;

    #[test]
    fn a_code_is_one_path_without_style() {
        let svg =
            qr_svg("https://example.org/l/140109013001/abcdefgh", "a \"link\"").expect("a short address");
        assert!(svg.contains("<path d=\"M0 0h7v1h-7z") && !svg.contains("style") && !svg.contains("\"a \"l"));
        assert!(qr_svg(&"x".repeat(8_000), "link").is_none());
    }
}
