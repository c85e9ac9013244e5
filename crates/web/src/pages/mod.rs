//! One file for each page or family of pages.

pub(crate) mod assets;
pub(crate) mod audit;
pub(crate) mod claims;
pub(crate) mod estates;
pub(crate) mod gallery;
pub(crate) mod grids;
pub(crate) mod handler;
pub(crate) mod health;
pub(crate) mod import;
pub(crate) mod inbox;
pub(crate) mod live;
pub(crate) mod look;
pub(crate) mod new;
pub(crate) mod people;
pub(crate) mod photos;
pub(crate) mod plan;
pub(crate) mod public;
pub(crate) mod report;
pub(crate) mod requests;
pub(crate) mod rights;
pub(crate) mod sign_in;
pub(crate) mod spot;
pub(crate) mod trail;
pub(crate) mod verbs;
pub(crate) mod welcome;
pub(crate) mod work;
