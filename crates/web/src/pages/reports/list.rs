//! The months that have a report.

use crate::fault::Fault;
use crate::view::Section;
use crate::view::report::{MonthRow, ReportsPage};
use crate::visitor::{Visitor, html};
use axum::response::Response;
use guanjia_domain::report::Month;

/// `GET /reports`.
pub(crate) async fn list(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Reports), |visitor, tx, seat| {
            let app = visitor.site.app();
            let present = Month::of(app.now());
            let months = app.report_months(tx, &seat.signed_in.who, seat.home)?;
            let row = |month: Month| MonthRow { month: month.to_string(), present: month == present };
            html(&ReportsPage { page: seat.frame, months: months.into_iter().map(row).collect() })
        })
        .await
}
