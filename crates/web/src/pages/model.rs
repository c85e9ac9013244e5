//! The model that proposes matters.

use crate::fault::Fault;
use crate::present::class_name;
use crate::view::office::{LabelLine, ModelPage};
use crate::view::{PageFrame, Section};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::response::Response;
use guanjia_app::model::ModelInUse;
use guanjia_discover::category::Confusion;
use guanjia_domain::matter::{find, find_class};

/// `GET /matters/model`: which model is in use and how it classifies what it has not seen.
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .walking(Some(Section::Matters), |visitor, _, seat| {
            let model = visitor.site.app().model_in_use(&seat.signed_in.who, seat.home)?;
            html(&page_of(seat.frame, &model))
        })
        .await
}

fn page_of(page: PageFrame, model: &ModelInUse) -> ModelPage {
    let words = page.words;
    let table = model.table.as_deref().map(classes);
    let right = table.as_ref().map_or_else(String::new, |it| percent(it.accuracy()));
    let lines = table.as_ref().map_or_else(Vec::new, |it| lines(words, it));
    ModelPage { page, of_city: model.of_city, right, lines }
}

/// Matters by their classes, a hundred of them are no table; other labels as they are.
fn classes(table: &Confusion) -> Confusion {
    if table.labels().iter().all(|label| find(label).is_some()) {
        return table.widened(|code| code.chars().take(2).collect());
    }
    table.clone()
}

fn lines(words: &Words, table: &Confusion) -> Vec<LabelLine> {
    let name = |label: usize| {
        let label = &table.labels()[label];
        find_class(label).map_or_else(|| label.clone(), |class| class_name(words, class).to_owned())
    };
    let all = 0..table.labels().len();
    let line = |label: usize| LabelLine {
        name: name(label),
        texts: table.texts(label),
        precision: percent(table.precision(label)),
        recall: percent(table.recall(label)),
        taken: table.taken_for(label).map(|(given, count)| (name(given), count)),
        cells: all.clone().map(|given| table.count(label, given)).collect(),
    };
    all.clone().map(line).collect()
}

/// A share as people read it; a dash where there is none.
fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "—".to_owned(), |share| format!("{:.0}%", share * 100.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn codes_of_matters_are_shown_by_class_and_a_citys_labels_as_they_are() {
        let table = |labels: [&str; 3]| {
            Confusion::new(labels.map(ToOwned::to_owned).to_vec(), [(0, 0), (0, 1), (1, 1), (2, 0)])
        };
        let words = Words::of(Language::ZhCn);
        let by_class = lines(words, &classes(&table(["0101", "0102", "0501"])));
        assert_eq!(by_class.iter().map(|line| line.texts).collect::<Vec<_>>(), [3, 1]);
        assert_eq!((by_class[0].recall.as_str(), by_class[1].recall.as_str()), ("100%", "0%"));
        let own = lines(words, &classes(&table(["交通", "城建", "教育"])));
        assert_eq!((own[2].name.as_str(), own[2].precision.as_str()), ("教育", "—"));
        assert_eq!(own[0].taken, Some(("城建".to_owned(), 1)));
    }
}
