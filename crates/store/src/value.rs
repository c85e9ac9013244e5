//! Values that go into statements and come out of rows, alike on both engines.

use crate::error::{Result, StoreError};
use guanjia_domain::{CommunityCode, Moment};
use rusqlite::types::ValueRef;
use tokio_postgres::types::{Format, IsNull, ToSql, Type, private::BytesMut};
use uuid::Uuid;

/// A value of a column. Times are milliseconds, flags 0 or 1, ids 16 bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// NULL.
    Null,
    /// BIGINT.
    Int(i64),
    /// TEXT.
    Text(String),
    /// BYTEA.
    Blob(Vec<u8>),
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}
impl From<u32> for Value {
    fn from(value: u32) -> Self {
        Self::Int(value.into())
    }
}
impl From<u64> for Value {
    /// Counters stay far below 2⁶³; beyond it they are held there.
    fn from(value: u64) -> Self {
        Self::Int(i64::try_from(value).unwrap_or(i64::MAX))
    }
}
impl From<usize> for Value {
    fn from(value: usize) -> Self {
        Self::from(value as u64)
    }
}
impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Int(value.into())
    }
}
impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}
impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}
impl From<Vec<u8>> for Value {
    fn from(value: Vec<u8>) -> Self {
        Self::Blob(value)
    }
}
impl From<&[u8]> for Value {
    fn from(value: &[u8]) -> Self {
        Self::Blob(value.to_vec())
    }
}
impl From<Uuid> for Value {
    fn from(value: Uuid) -> Self {
        Self::Blob(value.as_bytes().to_vec())
    }
}
impl From<Moment> for Value {
    fn from(value: Moment) -> Self {
        Self::Int(value.0)
    }
}
impl From<CommunityCode> for Value {
    fn from(value: CommunityCode) -> Self {
        Self::Text(value.as_str().to_owned())
    }
}
impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Builds the values of a statement.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => { &[$($crate::value::Value::from($value)),*] };
}

impl ToSql for Value {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(value) => value.to_sql(ty, out),
            Self::Text(value) => value.to_sql(ty, out),
            Self::Blob(value) => value.to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    fn encode_format(&self, _: &Type) -> Format {
        Format::Binary
    }

    fn to_sql_checked(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        let fits = match self {
            Self::Null => true,
            Self::Int(_) => *ty == Type::INT8,
            Self::Text(_) => *ty == Type::TEXT,
            Self::Blob(_) => *ty == Type::BYTEA,
        };
        if fits { self.to_sql(ty, out) } else { Err(format!("{self:?} does not fit {ty}").into()) }
    }
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        use rusqlite::types::ToSqlOutput;
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(value) => ValueRef::Integer(*value),
            Self::Text(value) => ValueRef::Text(value.as_bytes()),
            Self::Blob(value) => ValueRef::Blob(value),
        }))
    }
}

/// A row of an answer.
pub enum Row<'a> {
    /// Of SQLite.
    Sqlite(&'a rusqlite::Row<'a>),
    /// Of PostgreSQL.
    Postgres(&'a tokio_postgres::Row),
}

/// A type that a column can be read as.
pub trait Column: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when the column holds something else.
    fn read(row: &Row, at: usize) -> Result<Self>;
}

impl Row<'_> {
    /// The column at `at`, from 0.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when it holds something else than asked for.
    pub fn get<T: Column>(&self, at: usize) -> Result<T> {
        T::read(self, at)
    }
}

impl Row<'_> {
    /// The column at `at`, of whatever type it has.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when it is of a type that no table here has.
    pub fn value(&self, at: usize) -> Result<Value> {
        let damaged = || StoreError::Damaged(format!("column {at}"));
        match self {
            Row::Sqlite(row) => match row.get_ref(at).map_err(|_| damaged())? {
                ValueRef::Null => Ok(Value::Null),
                ValueRef::Integer(value) => Ok(Value::Int(value)),
                ValueRef::Text(value) => std::str::from_utf8(value).map(Value::from).map_err(|_| damaged()),
                ValueRef::Blob(value) => Ok(Value::from(value)),
                ValueRef::Real(_) => Err(damaged()),
            },
            Row::Postgres(row) => match row.columns().get(at).map(tokio_postgres::Column::type_) {
                Some(&Type::INT8) => self.get::<Option<i64>>(at).map(Value::from),
                Some(&Type::TEXT) => self.get::<Option<String>>(at).map(Value::from),
                Some(&Type::BYTEA) => self.get::<Option<Vec<u8>>>(at).map(Value::from),
                _ => Err(damaged()),
            },
        }
    }
}

macro_rules! columns {
    ($($ty:ty),+) => {$(
        impl Column for $ty {
            fn read(row: &Row, at: usize) -> Result<Self> {
                match row {
                    Row::Sqlite(row) => row.get(at).map_err(|e| StoreError::Damaged(e.to_string())),
                    Row::Postgres(row) => row.try_get(at).map_err(|e| StoreError::Damaged(e.to_string())),
                }
            }
        }
    )+};
}

columns!(i64, String, Vec<u8>, Option<i64>, Option<String>, Option<Vec<u8>>);

/// Types that are stored as one of the above.
macro_rules! columns_by {
    ($($ty:ty, $raw:ty, $make:expr);+ $(;)?) => {$(
        impl Column for $ty {
            fn read(row: &Row, at: usize) -> Result<Self> {
                let make: fn($raw) -> Option<$ty> = $make;
                make(row.get::<$raw>(at)?).ok_or_else(|| StoreError::Damaged(format!("column {at}")))
            }
        }
        impl Column for Option<$ty> {
            fn read(row: &Row, at: usize) -> Result<Self> {
                let make: fn($raw) -> Option<$ty> = $make;
                match row.get::<Option<$raw>>(at)? {
                    None => Ok(None),
                    Some(raw) => make(raw).map(Some).ok_or_else(|| StoreError::Damaged(format!("column {at}"))),
                }
            }
        }
    )+};
}

columns_by! {
    Uuid, Vec<u8>, |raw| Uuid::from_slice(&raw).ok();
    Moment, i64, |raw| Some(Moment(raw));
    bool, i64, |raw| Some(raw != 0);
    u64, i64, |raw| u64::try_from(raw).ok();
    u32, i64, |raw| u32::try_from(raw).ok();
    CommunityCode, String, |raw| raw.parse().ok();
}
