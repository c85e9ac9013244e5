//! Systems of coordinates: files of Chinese map providers are in GCJ-02, which lies up to some hundred metres beside
//! WGS-84. CGCS2000 equals WGS-84 within a few centimetres.

use super::ShapeFault;
use guanjia_domain::place::Point;
use std::f64::consts::PI;

/// In which system a file's degrees are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Datum {
    /// WGS-84 or CGCS2000.
    #[default]
    Wgs84,
    /// GCJ-02.
    Gcj02,
}

/// The ellipsoid of the shift (Krasovsky 1940): half axis in metres, squared eccentricity.
const AXIS: f64 = 6_378_245.0;
const SQUARED: f64 = 0.006_693_421_622_965_943;

impl Datum {
    /// The system that a file names, however it writes it: `GCJ-02`, `gcj02`, `urn:…:GCJ02`, 火星坐标.
    ///
    /// # Errors
    /// [`ShapeFault::OtherDatum`] for BD-09 (百度坐标), which lies half a kilometre to a kilometre beside.
    pub(super) fn named(name: &str) -> Result<Self, ShapeFault> {
        let plain: String = name.chars().filter(|it| it.is_alphanumeric()).collect();
        let plain = plain.to_uppercase();
        let says = |words: [&str; 2]| words.iter().any(|word| plain.contains(word));
        if says(["BD09", "百度"]) {
            return Err(ShapeFault::OtherDatum { name: name.chars().take(40).collect() });
        }
        Ok(if says(["GCJ02", "火星"]) { Self::Gcj02 } else { Self::Wgs84 })
    }

    /// The point in WGS-84.
    pub(super) fn to_wgs84(self, at: Point) -> Point {
        match self {
            Self::Wgs84 => at,
            // The shift hardly changes over its own length, so a few rounds find what was shifted to here.
            Self::Gcj02 => (0..6).fold(at, |found, _| {
                let shift = shift(found);
                (at.0 - shift.0, at.1 - shift.1)
            }),
        }
    }
}

/// Degrees by which GCJ-02 lies beside WGS-84 at a point: the formula that is public since 2013, as in the project
/// eviltransform (googollee/eviltransform, MIT licence).
fn shift((longitude, latitude): Point) -> Point {
    let (x, y) = (longitude - 105.0, latitude - 35.0);
    let wave = |height: f64, length: f64, of: f64| height * (of * PI * length).sin() * 2.0 / 3.0;
    let both = wave(20.0, 6.0, x) + wave(20.0, 2.0, x);
    let north = -100.0
        + 2.0 * x
        + 3.0 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * x.abs().sqrt()
        + both
        + wave(20.0, 1.0, y)
        + wave(40.0, 1.0 / 3.0, y)
        + wave(160.0, 1.0 / 12.0, y)
        + wave(320.0, 1.0 / 30.0, y);
    let east = 300.0
        + x
        + 2.0 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * x.abs().sqrt()
        + both
        + wave(20.0, 1.0, x)
        + wave(40.0, 1.0 / 3.0, x)
        + wave(150.0, 1.0 / 12.0, x)
        + wave(300.0, 1.0 / 30.0, x);
    let across = latitude.to_radians();
    let magic = 1.0 - SQUARED * across.sin() * across.sin();
    let along_meridian = AXIS * (1.0 - SQUARED) / (magic * magic.sqrt());
    let along_parallel = AXIS / magic.sqrt() * across.cos();
    ((east / along_parallel).to_degrees(), (north / along_meridian).to_degrees())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_pairs_agree_to_a_millimetre() {
        // Longitude and latitude in WGS-84, then in GCJ-02: Shanghai, Shenzhen, Beijing (tests of eviltransform).
        let pairs = [
            ((121.527_210_6, 31.177_427_6), (121.531_541_859_215, 31.175_303_983_645_97)),
            ((113.912_316, 22.543_847), (113.917_176_480_836_3, 22.540_796_131_694_766)),
            ((116.377_817, 39.911_954), (116.384_047_224_556_57, 39.913_345_455_360_69)),
        ];
        for (wgs, gcj) in pairs {
            let found = Datum::Gcj02.to_wgs84(gcj);
            assert!((found.0 - wgs.0).abs() < 1e-8 && (found.1 - wgs.1).abs() < 1e-8, "{found:?} {wgs:?}");
            assert_eq!(Datum::Wgs84.to_wgs84(gcj), gcj);
        }
    }

    #[test]
    fn a_system_is_known_however_it_is_written() {
        for name in ["GCJ-02", "gcj02", "urn:ogc:def:crs:OGC:1.3:GCJ02", "火星坐标系"] {
            assert_eq!(Datum::named(name), Ok(Datum::Gcj02), "{name}");
        }
        for name in ["", "WGS-84", "urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4490", "CGCS2000"] {
            assert_eq!(Datum::named(name), Ok(Datum::Wgs84), "{name}");
        }
        for name in ["BD-09", "bd09ll", "百度坐标"] {
            assert_eq!(Datum::named(name), Err(ShapeFault::OtherDatum { name: name.into() }));
        }
    }
}
