//! `schemaFormat`: which language a schema is written in.
//!
//! In: the media type as written, or the name of the file that holds the schema. Out: a [`Language`].
//! This room never reads a schema.

use super::schema::Language;

/// The language of a media type; `None` when it is none that the standard or this tool knows.
pub(super) fn language(format: &str) -> Option<Language> {
    let lower = format.to_ascii_lowercase();
    let mut parts = lower.split(';').map(str::trim);
    let name = parts.next().unwrap_or_default();
    let version = parts.find_map(|part| part.strip_prefix("version="));
    let base = name.strip_suffix("+json").or(name.strip_suffix("+yaml"));
    match base.unwrap_or(name) {
        "application/vnd.aai.asyncapi" | "application/schema" => Some(Language::JsonSchema),
        "application/vnd.oai.openapi" => Some(openapi(version.unwrap_or_default())),
        "application/vnd.apache.avro" | "application/avro" | "avro/binary" => Some(Language::Avro),
        "application/vnd.google.protobuf" | "application/x-protobuf" | "application/protobuf" => {
            Some(Language::Opaque)
        }
        "application/raml" | "application/xml" | "text/xml" => Some(Language::Opaque),
        "application/json" | "application/yaml" => Some(Language::JsonSchema),
        _ => None,
    }
}

/// From 3.1 on the Schema Object of OpenAPI is plain JSON Schema.
fn openapi(version: &str) -> Language {
    let (major, minor) = version.split_once('.').unwrap_or((version, ""));
    let minor = minor.split('.').next().unwrap_or_default();
    let plain = matches!(major.parse(), Ok(3)) && minor.parse().is_ok_and(|minor: u32| minor >= 1);
    if plain {
        Language::JsonSchema
    } else {
        Language::OpenApi
    }
}

/// The language of a file that a `$ref` names, where nothing states one, with the extension that tells it.
pub(super) fn language_of_file(reference: &str) -> Option<(String, Language)> {
    let path = reference.split('#').next().unwrap_or_default();
    let (_, extension) = path.rsplit_once('.')?;
    let extension = extension.to_ascii_lowercase();
    let language = match extension.as_str() {
        "avsc" => Language::Avro,
        "proto" | "raml" | "xsd" => Language::Opaque,
        _ => return None,
    };
    Some((extension, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_registered_format_has_a_language() {
        let of = |format| language(format);
        let json = Some(Language::JsonSchema);
        assert_eq!(of("application/vnd.aai.asyncapi;version=2.0.0"), json);
        assert_eq!(of("application/vnd.aai.asyncapi+yaml; version=3.0.0"), json);
        assert_eq!(of("application/schema+json;version=draft-07"), json);
        assert_eq!(of("application/vnd.oai.openapi;version=3.1.0"), json);
        let openapi = Some(Language::OpenApi);
        assert_eq!(
            of("application/vnd.oai.openapi+json;version=3.0.0"),
            openapi
        );
        let avro = Some(Language::Avro);
        assert_eq!(of("application/vnd.apache.avro+json;version=1.9.0"), avro);
        let opaque = Some(Language::Opaque);
        assert_eq!(of("application/vnd.google.protobuf;version=3"), opaque);
        assert_eq!(of("application/raml+yaml;version=1.0"), opaque);
        assert_eq!(of("invalid-format"), None);
    }

    #[test]
    fn file_names_tell_a_language() {
        let of = |file| language_of_file(file).map(|(_, language)| language);
        assert_eq!(of("./a.avsc"), Some(Language::Avro));
        assert_eq!(of("a.b/x.PROTO#/y"), Some(Language::Opaque));
        assert_eq!(of("#/components/schemas/a.avsc"), None);
        assert_eq!(of("a.yaml"), None);
    }
}
