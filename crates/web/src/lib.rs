//! Pages, JSON API and live updates.
