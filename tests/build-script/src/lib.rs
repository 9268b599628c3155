//! Types that the build script made from `sensors.yaml`.

/// The document's items, wherever a crate likes to have them.
pub mod api {
    include!(concat!(env!("OUT_DIR"), "/asyncapi.rs"));
}

#[cfg(test)]
mod tests {
    use super::api::sensors::{Reading, ReadingUnit};

    #[test]
    fn included_types_read_and_write() {
        let reading = Reading::from_json(r#"{"value":21.5,"unit":"celsius"}"#).expect("a reading");
        assert_eq!(reading.value.as_f64(), Some(21.5));
        assert_eq!(reading.unit, Some(ReadingUnit::Celsius));
        assert_eq!(
            reading.to_json().expect("JSON"),
            r#"{"value":21.5,"unit":"celsius"}"#
        );
    }
}
