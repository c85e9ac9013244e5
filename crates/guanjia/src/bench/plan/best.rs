//! The best known values: `BEST.csv` beside the instances.

use super::text;
use crate::failure::Failure;
use std::collections::HashMap;
use std::path::Path;

/// Instance (`cpmp/SJC1.dat`) to the best value that anybody has published.
pub struct Best(HashMap<String, f64>);

impl Best {
    /// Reads the list of a folder; empty where there is none. Its fourth column is the value.
    pub fn of(folder: &Path) -> Result<Self, Failure> {
        let path = folder.join("BEST.csv");
        Ok(Self(if path.is_file() { rows(&text(&path)?) } else { HashMap::new() }))
    }

    /// The value of an instance.
    pub fn value(&self, instance: &str) -> Option<f64> {
        self.0.get(instance).copied()
    }
}

fn rows(text: &str) -> HashMap<String, f64> {
    let row = |line: &str| {
        let mut cells = line.split(',');
        Some((cells.next()?.to_owned(), cells.nth(2)?.parse().ok()?))
    };
    text.lines().skip(1).filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_by_instance() {
        let best =
            Best(rows("instance,n,p,value,status\ncpmp/a.txt,50,5,713,proved\nsap/b.txt,,,2.5,\"a, b\"\n"));
        assert_eq!((best.value("cpmp/a.txt"), best.value("sap/b.txt")), (Some(713.0), Some(2.5)));
        assert_eq!(best.value("cpmp/c.txt"), None);
    }
}
