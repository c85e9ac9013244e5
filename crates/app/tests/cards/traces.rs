//! Where a value still leaves a trace: in clear or sealed, in a row or a file, as a token or in a search entry.

use guanjia_app::App;
use guanjia_domain::CommunityCode;
use guanjia_store::value::Value;
use guanjia_store::{Kind, Slot, Tx};
use std::path::Path;
use uuid::Uuid;

const KINDS: [Kind; 8] = [
    Kind::Words,
    Kind::Reporter,
    Kind::Person,
    Kind::Card,
    Kind::Reason,
    Kind::Photo,
    Kind::Upload,
    Kind::Party,
];

/// Every row of every table there is, whatever the program knows of it, with the table's name.
pub fn every_row(tx: &mut Tx) -> Vec<(String, Vec<Value>)> {
    let kept = |sql: String| -> &'static str { Box::leak(sql.into_boxed_str()) };
    let sqlite = "SELECT name FROM sqlite_master WHERE type = 'table'";
    let server = "SELECT CAST(table_name AS TEXT) FROM information_schema.tables WHERE table_schema = current_schema()";
    let on_server = tx.query(sqlite, &[], |row| row.get::<String>(0)).is_err();
    let tables = if on_server { server } else { sqlite };
    let tables = tx.query(tables, &[], |row| row.get::<String>(0)).unwrap();
    let mut rows = Vec::new();
    for table in tables {
        let columns = if on_server {
            format!(
                "SELECT CAST(column_name AS TEXT) FROM information_schema.columns
                 WHERE table_name = '{table}' AND table_schema = current_schema()"
            )
        } else {
            format!("SELECT name FROM pragma_table_info('{table}')")
        };
        let columns = tx.query(kept(columns), &[], |row| row.get::<String>(0)).unwrap().len();
        let found = tx.query(kept(format!("SELECT * FROM {table}")), &[], |row| {
            (0..columns).map(|at| row.value(at)).collect::<Result<Vec<_>, _>>()
        });
        rows.extend(found.unwrap().into_iter().map(|row| (table.clone(), row)));
    }
    rows
}

/// Every trace of a value: what it is in, said in words.
pub fn traces(app: &App, code: CommunityCode, value: &str) -> Vec<String> {
    let tokens: Vec<_> = ["phone", "name", "identity"]
        .iter()
        .map(|kind| app.vault.index().value(code.as_str(), kind, value).to_vec())
        .collect();
    let pairs = app.vault.index().tokens(code, value);
    let rows = app.db.read(|tx| Ok::<_, guanjia_app::AppError>(every_row(tx))).unwrap();
    assert!(rows.iter().any(|(table, _)| table == "vault"), "the vault was not looked through");
    let mut found = Vec::new();
    for (table, row) in rows {
        for cell in &row {
            let bytes: &[u8] = match cell {
                Value::Text(text) => text.as_bytes(),
                Value::Blob(bytes) => bytes,
                _ => continue,
            };
            if holds(bytes, value.as_bytes()) || tokens.iter().any(|token| holds(bytes, token)) {
                found.push(format!("{table}: in clear or as a token"));
            }
        }
        if table == "search_entry" && !pairs.is_empty() {
            let its = row.iter().filter_map(|cell| match cell {
                Value::Blob(bytes) if bytes.len() % 4 == 0 => Some(guanjia_store::vault::unpack(bytes)),
                _ => None,
            });
            let all = its.flatten().collect::<Vec<_>>();
            if pairs.iter().all(|pair| all.contains(pair)) {
                found.push("search_entry: its pairs".into());
            }
        }
        if table == "vault" && opened(app, code, &row).is_some_and(|text| holds(&text, value.as_bytes())) {
            found.push("vault: sealed".into());
        }
    }
    found
}

fn opened(app: &App, community: CommunityCode, row: &[Value]) -> Option<Vec<u8>> {
    let [Value::Text(_), Value::Blob(owner), Value::Text(kind), Value::Int(n), Value::Blob(sealed)] = row
    else {
        panic!("{row:?}");
    };
    let kind = *KINDS.iter().find(|it| it.name() == kind).expect("a kind that this test does not open");
    let (owner, n) = (Uuid::from_slice(owner).unwrap(), u32::try_from(*n).unwrap());
    app.vault.open(&Slot { community, owner, kind, n }, sealed).ok()
}

/// What lies sealed for an owner, as it lies there: bytes that a file must not hold once they are erased.
pub fn sealed_of(app: &App, owner: Uuid) -> Vec<Vec<u8>> {
    let rows = app.db.read(|tx| Ok::<_, guanjia_app::AppError>(every_row(tx))).unwrap();
    let mut found = Vec::new();
    for (table, row) in rows {
        let mine = row.iter().any(|cell| matches!(cell, Value::Blob(bytes) if bytes == owner.as_bytes()));
        let sealed = ["vault", "contact", "search_entry"].contains(&table.as_str()) && mine;
        found.extend(row.into_iter().filter(|_| sealed).filter_map(|cell| match cell {
            Value::Blob(bytes) if bytes != owner.as_bytes() => Some(bytes),
            _ => None,
        }));
    }
    found
}

/// The files below a folder that hold some bytes.
pub fn files_with(folder: &Path, bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() {
            found.extend(files_with(&entry.path(), bytes));
        } else if holds(&std::fs::read(entry.path()).unwrap(), bytes) {
            found.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    found
}

fn holds(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}
