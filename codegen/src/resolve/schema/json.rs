//! JSON Schema: from a node to what it says itself.
//!
//! In: a node in any dialect from draft 4 on, AsyncAPI's and OpenAPI 3.0's among them. Out: the entry's own body,
//! its parents and unions, with schemas below reserved and not yet read.
//! This room never looks into another schema.

use super::body::{Body, Keyword, Member};
use super::entry::{Reading, Source};
use super::implied::implied;
use super::kind::{Kind, Kinds};
use super::{Schemas, avro};
use crate::diagnostic::Diagnostic;
use crate::model::{Opaque, Scalar, ScalarKind, SchemaId, Shape, StatedKeyword};
use crate::resolve::Context;
use crate::source::{Cursor, Kind as NodeKind};

/// What reading one schema needs at hand.
pub(super) struct Reader<'r, 'c> {
    /// All schemas.
    pub schemas: &'r mut Schemas,
    /// Files and findings.
    pub context: &'r mut Context<'c>,
}

impl Schemas {
    /// Reads everything that is reserved, and what that leads to.
    pub(super) fn read_all(&mut self, context: &mut Context<'_>) {
        self.read_reserved(context);
        while self.find_elsewhere(context) {
            self.read_reserved(context);
        }
        self.report_elsewhere(context);
    }

    fn read_reserved(&mut self, context: &mut Context<'_>) {
        while self.read < self.entries.len() {
            let index = u32::try_from(self.read).expect("there are fewer schemas than bytes");
            self.read += 1;
            let id = SchemaId(index);
            let source = std::mem::replace(&mut self.entry_mut(id).source, Source::Done);
            let mut reader = Reader {
                schemas: self,
                context,
            };
            match source {
                Source::Node(cursor, reading) => reader.read(id, &cursor, reading),
                Source::Beside(reference) => reader.read_keywords(id, &reference),
                Source::Done => {}
            }
        }
    }
}

impl Reader<'_, '_> {
    /// The schema at a place below, to be read later.
    pub(super) fn child(&mut self, cursor: Cursor) -> SchemaId {
        self.schemas.reserve(self.context, cursor, Reading::Json)
    }

    fn read(&mut self, id: SchemaId, cursor: &Cursor, reading: Reading) {
        match reading {
            Reading::Json => self.read_json(id, cursor),
            Reading::Avro(scope) => avro::read(self, id, cursor, scope),
            Reading::Opaque(format) => {
                self.schemas.entry_mut(id).own = Body::of(Shape::Opaque(Opaque { format }));
            }
        }
    }

    fn read_json(&mut self, id: SchemaId, cursor: &Cursor) {
        match &cursor.node.kind {
            NodeKind::Mapping(_) => self.read_keywords(id, cursor),
            NodeKind::Scalar(_) if cursor.node.as_bool() == Some(true) => {}
            NodeKind::Scalar(_) if cursor.node.as_bool() == Some(false) => {
                self.schemas.entry_mut(id).own = Body::of(Shape::Never);
            }
            NodeKind::Scalar(_) if cursor.node.is_null() => self.context.push(empty(cursor)),
            NodeKind::Scalar(_) | NodeKind::Sequence(_) => {
                self.malformed(cursor, "a schema is an object or a boolean")
            }
        }
    }

    fn read_keywords(&mut self, id: SchemaId, cursor: &Cursor) {
        let beside = self.schemas.entry(id).stands_for.is_some();
        let kinds = if beside {
            self.kinds_beside(cursor)
        } else {
            self.kinds(cursor)
        };
        let mut body = self.body(cursor, &kinds);
        self.report(cursor, &kinds, &mut body);
        let parents = self.parents(cursor);
        let tag = self.tag(cursor);
        let tag = self.add_choices(cursor, &mut body, tag);
        let docs = self.docs(cursor);
        let default = self.default(cursor, &kinds, &mut body);
        let entry = self.schemas.entry_mut(id);
        entry.own = body;
        entry.parents.extend(parents);
        entry.tag = tag;
        entry.docs = docs;
        entry.default = default;
    }

    /// A type beside a `$ref` is the target's business.
    fn kinds_beside(&mut self, cursor: &Cursor) -> Kinds {
        let stated = cursor.node.get("type").is_some();
        if stated {
            Kinds::default()
        } else {
            self.kinds(cursor)
        }
    }

    fn body(&mut self, cursor: &Cursor, kinds: &Kinds) -> Body {
        let mut body = match self.values(cursor, kinds) {
            Some(body) => body,
            None if kinds.is_null_alone() => Body::of(scalar(ScalarKind::Null)),
            None if kinds.list.len() > 1 => self.by_type(cursor, kinds),
            None => match kinds.list.first() {
                Some(&kind) => self.of_kind(cursor, kind),
                // A condition alone speaks of whatever it is put together with.
                None => Body {
                    implied: implied(cursor),
                    ..Body::default()
                },
            },
        };
        let null_alone =
            matches!(&body.shape, Shape::Scalar(scalar) if scalar.kind == ScalarKind::Null);
        let nullable = cursor.node.get("nullable").and_then(|node| node.as_bool()) == Some(true);
        body.nullable |= (kinds.null || nullable) && !null_alone;
        body
    }

    /// Several types: a union of schemas that share the place.
    fn by_type(&mut self, cursor: &Cursor, kinds: &Kinds) -> Body {
        let mut members = Vec::new();
        for &kind in &kinds.list {
            let body = self.of_kind(cursor, kind);
            let id = self.schemas.imply(cursor.origin.clone(), body);
            members.push(Member {
                stated: id,
                whole: id,
            });
        }
        let at = cursor.get("type").unwrap_or_else(|| cursor.clone());
        self.context.state(&at, StatedKeyword::Union("type"));
        let mut body = Body::default();
        body.choices
            .push(self.schemas.choice(at, Keyword::Type, members, None));
        body
    }

    fn of_kind(&mut self, cursor: &Cursor, kind: Kind) -> Body {
        match kind {
            Kind::Object => self.object(cursor),
            Kind::Array => Body::of(self.array(cursor)),
            Kind::String | Kind::Integer | Kind::Number | Kind::Boolean => {
                Body::of(self.scalar(cursor, kind))
            }
        }
    }

    fn scalar(&mut self, cursor: &Cursor, kind: Kind) -> Shape {
        let Some(scalar_kind) = kind.scalar() else {
            return Shape::Any;
        };
        let (minimum, maximum) = match kind {
            Kind::Integer | Kind::Number => self.bounds(cursor, kind),
            _ => (None, None),
        };
        let format = cursor
            .node
            .get("format")
            .and_then(|node| node.as_text())
            .map(str::to_owned);
        Shape::Scalar(Scalar {
            kind: scalar_kind,
            format,
            minimum,
            maximum,
        })
    }

    /// A keyword whose value cannot be read at all.
    pub(super) fn malformed(&mut self, cursor: &Cursor, sentence: &str) {
        self.context.push(Diagnostic::error(
            "malformed-schema",
            cursor.place(),
            sentence,
        ));
    }

    /// A keyword whose value is odd but harms nothing.
    pub(super) fn odd(&mut self, cursor: &Cursor, sentence: &str) {
        self.context
            .push(Diagnostic::warning("odd-schema", cursor.place(), sentence));
    }
}

/// A scalar type without format or bounds.
pub(super) fn scalar(kind: ScalarKind) -> Shape {
    Shape::Scalar(Scalar {
        kind,
        format: None,
        minimum: None,
        maximum: None,
    })
}

fn empty(cursor: &Cursor) -> Diagnostic {
    Diagnostic::warning(
        "odd-schema",
        cursor.key_place(),
        "nothing stands where a schema is expected",
    )
    .label("read as a schema that allows any value")
    .help("write `{}` to say so, or `true`")
}
