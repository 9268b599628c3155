//! Objects: fields that may be absent or null, constants, tuples, maps, enums.

use crate::{reads, refuses};

#[test]
fn null_and_absent_are_told_apart_where_the_document_does() {
    use nullable::asyncapi::{Profile, ProfileLevel};
    reads!(Profile {
        r#"{"nickname":null,"friends":[]}"# => Profile { nickname: None, motto: None, .. },
        r#"{"nickname":"n","friends":["a",null],"motto":null}"# => Profile { motto: Some(None), .. },
        r#"{"nickname":"n","friends":[],"level":"low"}"# => Profile { level: Some(Some(ProfileLevel::Low)), .. },
        r#"{"nickname":"n","friends":[],"level":null,"avatar":null}"# => Profile { level: Some(None), avatar: Some(None), .. },
        r#"{"nickname":"n","friends":[],"badge":null}"# => Profile { badge: Some(None), .. },
        r#"{"nickname":"n","friends":[],"badge":{"url":"u"}}"# => Profile { badge: Some(Some(_)), .. },
        r#"{"nickname":"n","friends":[],"level":"new"}"# => Profile { level: Some(Some(ProfileLevel::Unknown(_))), .. },
    });
    refuses!(Profile {
        r#"{"friends":[]}"# at "$",
        r#"{"nickname":"n","friends":[{}]}"# at "$.friends[0]",
    });
}

#[test]
fn constants_are_checked_and_written() {
    use constants::asyncapi::Hello;
    reads!(Hello {
        r#"{"kind":"hello","version":1,"offset":-1.5,"big":9007199254740993,"on":true,"list":[1,"two"],"map":{"a":-1}}"#
            => Hello { nothing: None, name: None, .. },
        r#"{"kind":"hello","version":1,"offset":-1.5,"big":9007199254740993,"on":true,"list":[1,"two"],"map":{"a":-1},"nothing":null}"#
            => Hello { nothing: Some(constants::Null), .. },
    });
    Hello::from_json(
        r#"{"kind":"hello","version":1.0,"offset":-1.50,"big":9007199254740993,"on":true,"list":[1,"two"],"map":{"a":-1}}"#,
    )
    .expect("numbers are compared, not spellings");
    refuses!(Hello {
        r#"{"kind":"hello","version":2,"offset":-1.5}"# at "$.version",
        r#"{"kind":"hello","version":1,"offset":1.5}"# at "$.offset",
        r#"{"kind":"hello","version":1,"offset":-1.5,"big":9007199254740992}"# at "$.big",
        r#"{"kind":"hello","version":1,"offset":-1.5,"list":[1]}"# at "$.list",
        r#"{"kind":"hello","version":1,"offset":-1.5,"map":{"a":1}}"# at "$.map",
        r#"{"kind":"hello","version":1,"offset":-1.5,"nothing":0}"# at "$.nothing",
        r#"{"kind":"hello","offset":-1.5}"# at "$",
        r#"{"kind":"hello","version":1,"offset":-1.5,"big":9007199254740993,"list":[1,"two"],"map":{"a":-1}}"# at "$",
    });
}

#[test]
fn constants_that_may_be_absent_are_written_where_they_were() {
    use constants::asyncapi::{Hello, HelloMode};
    reads!(Hello {
        r#"{"kind":"hello","version":1,"offset":-1.5,"big":9007199254740993,"on":true,"list":[1,"two"],"map":{"a":-1},"mode":"quiet","level":5}"#
            => Hello { mode: Some(HelloMode::Quiet), level: Some(5), .. },
        r#"{"kind":"hello","version":1,"offset":-1.5,"big":9007199254740993,"on":true,"list":[1,"two"],"map":{"a":-1}}"#
            => Hello { mode: None, level: None, .. },
        r#"{"kind":"hello","version":1,"offset":-1.5,"big":9007199254740993,"on":true,"list":[1,"two"],"map":{"a":-1},"mode":"loud"}"#
            => Hello { mode: Some(HelloMode::Unknown(_)), .. },
    });
}

#[test]
fn enums_of_any_values_are_open() {
    use value_enum::asyncapi::{Reading, ReadingFactor, ReadingQuality};
    reads!(Reading {
        r#"{"version":2,"quality":0,"factor":true}"#
            => Reading { quality: Some(ReadingQuality::Value0), factor: Some(Some(ReadingFactor::True)), .. },
        r#"{"version":2,"quality":-1,"factor":"auto"}"#
            => Reading { quality: Some(ReadingQuality::Minus1), factor: Some(Some(ReadingFactor::Auto)), .. },
        r#"{"version":2,"quality":7,"factor":null}"#
            => Reading { quality: Some(ReadingQuality::Unknown(_)), factor: Some(None), .. },
        r#"{"version":2,"factor":{"new":[1.5]}}"# => Reading { factor: Some(Some(ReadingFactor::Unknown(_))), .. },
    });
    let spelt = Reading::from_json(r#"{"quality":"1"}"#).expect("a number in a string");
    assert_eq!(spelt.quality, Some(ReadingQuality::Value1));
    let float = Reading::from_json(r#"{"quality":2.0}"#).expect("a whole float");
    assert_eq!(float.quality, Some(ReadingQuality::Value2));
}

#[test]
fn tuples_have_a_type_for_each_place() {
    use tuples::asyncapi::Track;
    reads!(Track {
        r#"{"point":[1,2.5],"entry":["a",{"at":3}],"tags":["main"]}"# => Track { entry: Some(_), .. },
        r#"{"point":[1,2],"span":[0.5]}"# => Track { span: Some(span), .. } if span.len() == 1,
        r#"{"point":[1,2],"more":[0.5,"m",true]}"# => Track { more: Some(more), .. } if more.len() == 3,
        r#"{"point":[1,2],"span":[0.5,"m"]}"# => Track { span: Some(span), .. } if span.len() == 2,
    });
    refuses!(Track {
        r#"{"point":[1]}"# at "$.point",
        r#"{"point":[1,true]}"# at "$.point[1]",
        r#"{"point":[1,2],"entry":["a",{"at":"x"}]}"# at "$.entry[1].at",
    });
}

#[test]
fn what_has_no_rust_shape_is_any_value() {
    use odd_keywords::asyncapi::Order;
    reads!(Order {
        r#"{"id":"i","undeclared":null,"anything":null,"rest":[{}]}"# => Order { anything: Some(_), never: None, .. },
        r#"{"id":"i","undeclared":{"a":1},"never":2}"# => Order { never: Some(_), .. },
    });
    refuses!(Order { r#"{"id":"i"}"# at "$", });
}

#[test]
fn undeclared_keys_are_kept_where_they_have_a_schema() {
    use patterns::asyncapi::{Labels, Settings, Strict};
    reads!(Strict { r#"{"name":"n","x-a":1,"x-b":2}"# => Strict { entries, .. } if entries.len() == 2, });
    refuses!(Strict { r#"{"x-a":"one"}"# at "$.x-a", });
    patterns::from_json::<Labels>(r#"{"a":"b"}"#).expect("a map of texts");
    // What matches no pattern may be anything.
    reads!(Settings { r#"{"name":"n","x-a":1,"since":"noon"}"# => Settings { entries, .. } if entries.len() == 2, });
}

#[test]
fn undeclared_keys_are_kept_where_examples_show_them() {
    use shown_keys::asyncapi::{Person, Reading};
    reads!(Reading {
        r#"{"sensor":"s-1","at":{"floor":2,"room":"A"},"unit":"kelvin"}"# => Reading { entries, .. } if entries.len() == 1,
        r#"{"sensor":"s-2","new":null}"# => Reading { entries, .. } if entries.len() == 1,
    });
    let person = Person::from_json(r#"{"name":"Ada","born":1815}"#).expect("a person");
    assert_eq!(serde_json::to_string(&person).expect("JSON"), r#"{"name":"Ada"}"#);
}

#[test]
fn keys_that_conditions_and_constraints_name_are_kept() {
    use conditional_keys::asyncapi::moves::ServerMessage as Move;
    use conditional_keys::asyncapi::{Contact, Declared, Order, Payment};
    reads!(Move {
        r#"{"length":1,"kind":"k"}"# => Move::Step(_),
        r#"{"kind":"k","length":1}"# => Move::Step(_),
        r#"{"kind":"k","angle":1}"# => Move::Turn(_),
        r#"{"kind":"k"}"# => Move::Unknown(_),
    });
    reads!(Order { r#"{"express":true,"courier":"c"}"# => Order { entries, .. } if entries.len() == 1, });
    reads!(Payment {
        r#"{"by":"card","amount":1000,"change":2}"# => Payment::Card(card) if card.entries.len() == 1,
        r#"{"by":"cash","amount":1000,"change":2}"# => Payment::Cash(cash) if cash.change.is_some(),
    });
    reads!(Contact {
        r#"{"mail":"m"}"# => Contact { entries, .. } if entries.len() == 1,
        r#"{"name":"n","phone":"p"}"# => Contact { name: Some(_), .. },
    });
    let declared = Declared::from_json(r#"{"phone":"p","mail":"m","fax":"f"}"#).expect("declared");
    assert_eq!(serde_json::to_string(&declared).expect("JSON"), r#"{"phone":"p","mail":"m"}"#);
}

#[test]
fn integers_have_the_width_of_their_bounds() {
    use integers::asyncapi::Counters;
    reads!(Counters {
        r#"{"byte":255,"small":-2147483648,"long":9223372036854775807,"positive":18446744073709551615}"# => Counters { byte: Some(255), .. },
        r#"{"huge":99999999999999999999.0,"ratio":0.1,"single":3}"# => Counters { huge: Some(_), .. },
        r#"{"change":1000,"credit":18446744073709551615,"balance":18446744073709551615}"# => Counters { balance: Some(_), .. },
        r#"{"change":-128,"credit":true,"balance":-1}"# => Counters { balance: Some(_), .. },
    });
    refuses!(Counters {
        r#"{"byte":256}"# at "$.byte",
        r#"{"small":2147483648}"# at "$.small",
        r#"{"positive":-1}"# at "$.positive",
        r#"{"plain":1.5}"# at "$.plain",
    });
}

#[test]
fn avro_records_are_read_as_plain_json() {
    use avro::asyncapi::{Role, User, UserExtra};
    reads!(User {
        r#"{"id":1,"born":9000,"price":"ÿ","digest":"d","role":"ADMIN","tags":[],"limits":{"a":1},"friend":null,"extra":"text"}"#
            => User { role: Role::Admin, friend: None, extra: UserExtra::Text(_), .. },
        r#"{"id":1,"email":null,"born":1,"price":"","digest":"","role":"NEW","tags":["t"],"limits":{},"friend":null,"extra":{"note":"n"}}"#
            => User { role: Role::Unknown(_), email: Some(None), extra: UserExtra::Extra(_), .. },
    });
    refuses!(User {
        r#"{"id":1,"born":3000000000,"price":"","digest":"","role":"ADMIN","tags":[],"limits":{},"friend":null,"extra":"e"}"# at "$.born",
    });
}

#[test]
fn numbers_that_nothing_holds_are_read_near_or_refused() {
    use numbers_beyond::asyncapi::{Numbers, NumbersFew};
    reads!(Numbers {
        r#"{"big":1e300,"only":null,"wide":9223372036854775808123,"whole":9223372036854775807}"# => Numbers { big: Some(_), .. },
        r#"{"few":2.5,"loose":[1e300],"any":92233720368547758080}"# => Numbers { few: Some(NumbersFew::Value2_5), .. },
        r#"{"few":11111111111111111111111111111111,"kept":-0.0}"# => Numbers { few: Some(NumbersFew::Unknown(_)), .. },
    });
    Numbers::from_json(r#"{"more":1e400}"#).expect("what is skipped is not looked at");
    refuses!(Numbers {
        r#"{"whole":9223372036854775808}"# at "$.whole",
        r#"{"whole":11111111111111111111111111111111}"# at "$.whole",
        r#"{"whole":1e400}"# at "$.whole",
        r#"{"kept":1e400}"# at "$.kept",
        r#"{"few":-1e400}"# at "$.few",
        r#"{"any":{"a":[1e400]}}"# at "$.any",
        r#"{"text":1e400}"# at "$.text",
    });
}
