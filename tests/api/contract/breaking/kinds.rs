//! Each kind of break is seen, and nothing that only adds is taken for one.

use super::compare::breaks;
use serde_json::{Value, json};

fn description() -> Value {
    json!({
        "paths": { "/ships": {
            "get": {
                "parameters": [{ "name": "flag", "in": "query", "schema": { "type": "string" } }],
                "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Ship" } } } } }
            },
            "post": {
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/ShipCreate" } } } },
                "responses": { "201": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Ship" } } } } }
            }
        } },
        "components": { "schemas": {
            "Ship": { "type": "object", "required": ["id", "kind"], "properties": {
                "id": { "type": "string", "format": "uuid" },
                "kind": { "$ref": "#/components/schemas/Kind" },
                "length": { "type": ["integer", "null"] },
                "sisters": { "type": "array", "items": { "$ref": "#/components/schemas/Ship" } }
            } },
            "ShipCreate": { "type": "object", "required": ["kind"], "properties": {
                "owner": { "type": "string", "format": "uuid" },
                "kind": { "type": "string", "enum": ["tanker", "tug"] },
                "length": { "type": "integer" }
            } },
            "Kind": { "type": "string", "enum": ["tanker", "tug"] }
        } }
    })
}

fn changed(pointer: &str, value: Value) -> Vec<String> {
    let mut new = description();
    *new.pointer_mut(pointer).unwrap() = value;
    breaks(&description(), &new)
}

const SCHEMAS: &str = "/components/schemas";

#[test]
fn the_same_description_breaks_nothing() {
    assert_eq!(breaks(&description(), &description()), [""; 0]);
}

#[test]
fn what_is_taken_back_is_seen() {
    let ship = |rest: &str| format!("{SCHEMAS}/Ship{rest}");
    let create = |rest: &str| format!("{SCHEMAS}/ShipCreate{rest}");
    for (pointer, value, told) in [
        ("/paths".to_owned(), json!({}), "/ships is gone"),
        ("/paths/~1ships/get".to_owned(), Value::Null, "GET /ships"),
        (
            "/paths/~1ships/get/parameters".to_owned(),
            json!([]),
            "no longer takes \"flag\"",
        ),
        (
            "/paths/~1ships/get/parameters/0/required".to_owned(),
            json!(true),
            "needs \"flag\"",
        ),
        (
            "/paths/~1ships/get/responses".to_owned(),
            json!({ "204": {} }),
            "no longer answers 200",
        ),
        (
            "/paths/~1ships/get/responses/200/content".to_owned(),
            json!({ "text/csv": {} }),
            "is no longer application/json",
        ),
        (ship("/properties/length"), Value::Null, "/length"),
        (ship("/required"), json!(["id"]), "/kind may be missing"),
        (ship("/properties/id/type"), json!("integer"), "/id is"),
        (ship("/properties/id/format"), json!("date"), "/id is"),
        (ship("/properties/id"), json!({ "type": "string" }), "/id is"),
        (create("/properties/owner/format"), json!("date"), "/owner is"),
        (
            ship("/properties/length/type"),
            json!(["string", "null"]),
            "/length is",
        ),
        (
            ship("/properties/kind"),
            json!({ "type": ["string", "null"], "enum": ["tanker", "tug"] }),
            "/kind is",
        ),
        (
            format!("{SCHEMAS}/Kind/enum"),
            json!(["tug"]),
            "no longer has the words \"tanker\"",
        ),
        (
            create("/required"),
            json!(["kind", "length"]),
            "/length is needed",
        ),
        (
            create("/properties/kind/enum"),
            json!(["tug"]),
            "no longer has the words \"tanker\"",
        ),
        (create("/properties/length/type"), json!("string"), "/length is"),
        (
            create("/properties/length"),
            json!({ "type": "integer", "enum": [1] }),
            "takes some words only",
        ),
    ] {
        let mut new = description();
        match new.pointer_mut(&pointer) {
            Some(place) if !value.is_null() => *place = value,
            _ => {
                let (parent, name) = pointer.rsplit_once('/').unwrap();
                let parent = new.pointer_mut(parent).unwrap().as_object_mut().unwrap();
                if value.is_null() {
                    parent.remove(name).unwrap();
                } else {
                    parent.insert(name.to_owned(), value);
                }
            }
        }
        let found = breaks(&description(), &new);
        assert!(
            found.iter().any(|line| line.contains(told)),
            "{pointer}: {found:?}"
        );
    }
}

#[test]
fn what_is_added_breaks_nothing() {
    let mut path = description()["paths"].clone();
    path["/ports"] = json!({ "get": {} });
    path["/ships"]["delete"] = json!({});
    let year = json!({ "name": "year", "in": "query", "schema": {} });
    path["/ships"]["get"]["parameters"]
        .as_array_mut()
        .unwrap()
        .push(year);
    path["/ships"]["get"]["responses"]["304"] = json!({});
    assert_eq!(changed("/paths", path), [""; 0]);
    for (pointer, value) in [
        ("Kind/enum", json!(["tanker", "tug", "ferry"])),
        ("Ship/required", json!(["id", "kind", "length"])),
        ("Ship/properties/length/type", json!("integer")),
        ("ShipCreate/required", json!([])),
        (
            "ShipCreate/properties/kind/enum",
            json!(["tanker", "tug", "ferry"]),
        ),
        ("ShipCreate/properties/kind", json!({ "type": "string" })),
        ("ShipCreate/properties/length/type", json!(["integer", "null"])),
        ("ShipCreate/properties/length/type", json!("number")),
        ("ShipCreate/properties/owner", json!({ "type": "string" })),
    ] {
        assert_eq!(
            changed(&format!("{SCHEMAS}/{pointer}"), value),
            [""; 0],
            "{pointer}"
        );
    }
    let mut more = description()["components"]["schemas"]["Ship"].clone();
    more["properties"]["name"] = json!({ "type": "string" });
    assert_eq!(changed(&format!("{SCHEMAS}/Ship"), more), [""; 0]);
}
