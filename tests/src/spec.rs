//! The API's description, for tests that walk it.

use serde_json::Value;
use std::sync::LazyLock;

/// The description as the server makes it.
pub static SPEC: LazyLock<Value> =
    LazyLock::new(|| serde_json::to_value(bellbuoy_server::routes::spec()).unwrap());

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// One operation of the description.
#[derive(Debug, Clone)]
pub struct Operation {
    /// In capitals.
    pub method: String,
    pub path: String,
    pub value: &'static Value,
}

impl Operation {
    /// The operation's id.
    pub fn id(&self) -> &'static str {
        self.value["operationId"].as_str().unwrap_or_default()
    }

    /// Method and path.
    pub fn line(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// The schema of the JSON body it takes.
    pub fn body(&self) -> Option<&'static Value> {
        self.value["requestBody"]["content"]
            .get("application/json")
            .map(|content| resolve(&content["schema"]))
    }

    /// Names of its parameters that stand in `place`.
    pub fn parameters(&self, place: &str) -> Vec<&'static str> {
        let all = self.value["parameters"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        all.iter()
            .filter(|parameter| parameter["in"] == place)
            .filter_map(|parameter| parameter["name"].as_str())
            .collect()
    }

    /// Whether it may be called without a token.
    pub fn open(&self) -> bool {
        self.value["security"].as_array().is_some_and(|needs| {
            needs
                .iter()
                .any(|need| need.as_object().is_some_and(serde_json::Map::is_empty))
        })
    }
}

/// All operations, in the order of the description.
pub fn operations() -> Vec<Operation> {
    let paths = SPEC["paths"].as_object().unwrap();
    let of = |(path, item): (&String, &'static Value)| {
        let path = path.clone();
        METHODS.iter().filter_map(move |method| {
            let value = item.get(*method)?;
            Some(Operation {
                method: method.to_uppercase(),
                path: path.clone(),
                value,
            })
        })
    };
    paths.iter().flat_map(of).collect()
}

/// The operation with this id.
pub fn operation(id: &str) -> Operation {
    operations()
        .into_iter()
        .find(|operation| operation.id() == id)
        .unwrap_or_else(|| panic!("no operation is called {id}"))
}

/// What a `$ref` points to, else the schema itself.
pub fn resolve(schema: &'static Value) -> &'static Value {
    match schema["$ref"].as_str() {
        Some(address) => SPEC
            .pointer(&address[1..])
            .unwrap_or_else(|| panic!("{address} leads nowhere")),
        None => schema,
    }
}
