//! Our own sheets, empty: header, explanation, one marked example, drop-downs.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use crate::fields::{Field, SheetKind, SheetSpec, spec};
use crate::problem::Lang;
use crate::skipped::EXAMPLE_MARKS;
use crate::write::{WriteError, text_cell};

/// Rows that the drop-downs and the text format reach.
const PREPARED_ROWS: u32 = 5_000;

/// The three workbooks that a community fills in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// 小区, 楼栋, 户室.
    Places,
    /// 工作人员, 网格, 单位.
    People,
    /// 居民.
    Residents,
}

impl Template {
    /// Every template, in the order in which a community fills them in.
    pub const ALL: [Self; 3] = [Self::Places, Self::People, Self::Residents];

    fn sheets(self) -> &'static [SheetKind] {
        match self {
            Self::Places => &[SheetKind::Estates, SheetKind::Buildings, SheetKind::Rooms],
            Self::People => &[SheetKind::Staff, SheetKind::Grids, SheetKind::Organisations],
            Self::Residents => &[SheetKind::Residents],
        }
    }
}

/// The template as an xlsx file: names and explanations in the language, a second row of explanations and a third
/// row with an example, both of which an import leaves out.
///
/// # Errors
/// [`WriteError`] when the workbook cannot be written.
pub fn template(kind: Template, lang: Lang) -> Result<Vec<u8>, WriteError> {
    workbook(kind.sheets(), lang)
}

/// Every template in one xlsx file, for a community that fills everything in at once.
///
/// # Errors
/// [`WriteError`] when the workbook cannot be written.
pub fn whole_template(lang: Lang) -> Result<Vec<u8>, WriteError> {
    workbook(Template::ALL.iter().flat_map(|kind| kind.sheets()), lang)
}

fn workbook<'s>(sheets: impl IntoIterator<Item = &'s SheetKind>, lang: Lang) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    for sheet in sheets {
        fill(workbook.add_worksheet(), spec(*sheet), lang)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn fill(sheet: &mut Worksheet, spec: &SheetSpec, lang: Lang) -> Result<(), XlsxError> {
    let text = Format::new().set_num_format("@");
    let header = text
        .clone()
        .set_bold()
        .set_background_color(Color::RGB(0xE3_EE_F6))
        .set_border_bottom(FormatBorder::Thin);
    let hint =
        text.clone().set_text_wrap().set_align(FormatAlign::Top).set_font_color(Color::RGB(0x5A_64_6E));
    let example = text.clone().set_italic().set_font_color(Color::RGB(0x7A_7A_7A));
    sheet.set_name(spec.name(lang))?.set_freeze_panes(2, 0)?.set_row_height(1, 48)?;
    for (column, field) in (0..).zip(spec.fields.iter().filter(|field| !field.foreign)) {
        sheet.set_column_width(column, f64::from(field.width))?.set_column_format(column, &text)?;
        text_cell(field.name(lang)).put(sheet, 0, column, &header)?;
        text_cell(field.hint_in(lang)).put(sheet, 1, column, &hint)?;
        let sample = field.example_in(lang);
        let mark = if column == 0 { EXAMPLE_MARKS[usize::from(lang == Lang::En)] } else { "" };
        if !sample.is_empty() {
            text_cell(&format!("{mark}{sample}")).put(sheet, 2, column, &example)?;
        }
        if !field.words.is_empty() {
            sheet.add_data_validation(2, column, PREPARED_ROWS, column, &drop_down(field, lang)?)?;
        }
    }
    Ok(())
}

/// The words of the field to choose from; Excel itself refuses others, in the same words as the import.
fn drop_down(field: &Field, lang: Lang) -> Result<DataValidation, XlsxError> {
    let words: Vec<&str> = field
        .words
        .iter()
        .map(|word| match lang {
            Lang::Zh => word.zh,
            Lang::En => word.en,
        })
        .collect();
    let title = match lang {
        Lang::Zh => "请从列表中选择",
        Lang::En => "Choose from the list",
    };
    DataValidation::new()
        .allow_list_strings(&words)?
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title(title)?
        .set_error_message(words.join(" / "))
}
