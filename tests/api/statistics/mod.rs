//! Figures: exact where they are shown, hidden where they would tell on somebody.

mod file;
mod live;
mod naive;
mod release;
mod threshold;

use serde_json::Value;
use tests::client::{Answer, Client};

/// A table by its rows and columns.
struct Table(Value);

impl Table {
    async fn ask(client: &Client, query: &str) -> Self {
        Self(
            client
                .get(&format!("/api/v1/statistics/incidents?{query}"))
                .await
                .expect(200)
                .json(),
        )
    }

    fn of(release: &Answer, dimension: &str, period: &str, series: &str) -> Self {
        let tables = release.json()["tables"].as_array().unwrap().clone();
        let fits = |table: &Value| {
            table["dimension"] == dimension && table["period"] == period && table["series"] == series
        };
        Self(
            tables
                .into_iter()
                .find(fits)
                .unwrap_or_else(|| panic!("no table {dimension} {period} {series}")),
        )
    }

    fn row(&self, word: &str) -> &Value {
        self.0["rows"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["word"] == word)
            .unwrap_or_else(|| panic!("no row {word}"))
    }

    fn column(&self, period: &str) -> usize {
        self.0["periods"]
            .as_array()
            .unwrap()
            .iter()
            .position(|head| head["id"] == period)
            .unwrap_or_else(|| panic!("no column {period}"))
    }

    /// The figure, or the word that says why there is none.
    fn cell(&self, word: &str, period: &str) -> String {
        shown(&self.row(word)["cells"][self.column(period)])
    }

    fn total(&self, word: &str) -> String {
        shown(&self.row(word)["total"])
    }

    fn cells(&self) -> Vec<(String, String, String)> {
        let mut cells = Vec::new();
        for row in self.0["rows"].as_array().unwrap() {
            for (at, head) in self.0["periods"].as_array().unwrap().iter().enumerate() {
                cells.push((
                    row["word"].as_str().unwrap().to_owned(),
                    head["id"].as_str().unwrap().to_owned(),
                    shown(&row["cells"][at]),
                ));
            }
        }
        cells
    }
}

fn shown(cell: &Value) -> String {
    match (&cell["value"], cell["hidden"].as_str().unwrap()) {
        (Value::Number(value), "no") => value.to_string(),
        (Value::Null, why) if why != "no" => why.to_owned(),
        _ => panic!("{cell} is neither shown nor hidden"),
    }
}
