//! Markers that are planted in a request and then searched for in everything that is kept.

use crate::TestApp;
use crate::database::{Database, rows_at};
use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD;
use std::net::Ipv6Addr;
use std::path::Path;
use std::process::Command;

const MARK: usize = 10;
const WORD: usize = 16;

/// The markers of one test: they begin alike, by letters that are random, so that a hit is no accident.
pub struct Canary {
    mark: String,
}

fn letters(n: usize) -> String {
    (0..n)
        .map(|_| char::from(b'a' + rand::random::<u8>() % 26))
        .collect()
}

impl Canary {
    /// Markers nobody has used.
    #[expect(clippy::new_without_default, reason = "no two of them are alike")]
    pub fn new() -> Self {
        Self { mark: letters(MARK) }
    }

    /// Sixteen small letters, other ones each time.
    pub fn word(&self) -> String {
        format!("{}{}", self.mark, letters(WORD - MARK))
    }

    /// An address whose sixteen bytes are such a word, so that its packed form is looked for as well.
    pub fn address(&self) -> Ipv6Addr {
        let bytes: [u8; WORD] = self.word().as_bytes().try_into().unwrap();
        bytes.into()
    }

    /// What to look for: plain, as an address, in hex, and in base64 at each of its three alignments.
    pub fn needles(&self) -> Vec<String> {
        let hex = hex::encode(&self.mark);
        let groups: Vec<&str> = (0..hex.len()).step_by(4).map(|at| &hex[at..at + 4]).collect();
        let mut needles = vec![self.mark.clone(), groups.join(":"), hex.clone()];
        for shift in 0..3 {
            let text = BASE64_STANDARD_NO_PAD.encode(format!("{}{}", "-".repeat(shift), self.mark));
            // The first and the last letters of a shifted text depend on what stands beside it.
            let (from, to) = (shift.div_ceil(3) * 4, (shift + MARK) / 3 * 4);
            needles.push(text[from..to].to_owned());
        }
        needles
    }
}

/// Where the needles are found: in rows, in the database's files, in its log, in the server's log and folder.
pub async fn hits(app: &TestApp, needles: &[String]) -> Vec<String> {
    let mut hits = in_rows(&app.database, needles).await;
    let cluster = Database::folder();
    hits.extend(in_files(&cluster.join("pg_wal"), needles));
    let oid = app
        .database
        .column("SELECT oid FROM pg_database WHERE datname = current_database()")
        .await
        .remove(0);
    app.database.rows("CHECKPOINT").await;
    hits.extend(in_files(&cluster.join("base").join(oid), needles));
    hits.extend(in_files(&cluster.join("global"), needles));
    hits.extend(in_logs(app, needles));
    hits
}

/// The files in which the needles are found: both logs and the server's folder.
pub fn in_logs(app: &TestApp, needles: &[String]) -> Vec<String> {
    let places = [
        Database::folder().with_extension("log"),
        app.folder.clone(),
        crate::log::folder(),
    ];
    places.iter().flat_map(|place| in_files(place, needles)).collect()
}

/// The columns in which the needles are found.
pub async fn in_rows(database: &Database, needles: &[String]) -> Vec<String> {
    let columns = database
        .rows(
            "SELECT format('%I.%I', table_schema, table_name), format('%I', column_name), data_type
             FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
             WHERE table_schema IN ('public', 'intake') AND table_type = 'BASE TABLE' ORDER BY 1, ordinal_position",
        )
        .await;
    assert!(columns.len() > 100, "the search sees too few columns");
    let list: Vec<String> = needles.iter().map(|needle| format!("'{needle}'")).collect();
    let ask = |column: &Vec<String>| {
        let (table, name) = (&column[0], &column[1]);
        let text = match column[2].as_str() {
            "bytea" => format!("encode({name}, 'escape') || encode({name}, 'hex')"),
            _ => format!("{name}::text"),
        };
        format!(
            "SELECT '{table}.{name}' FROM {table} t WHERE EXISTS (SELECT FROM unnest(ARRAY[{}]) needle
             WHERE position(needle IN {text}) > 0 OR position(lower(needle) IN lower({text})) > 0) GROUP BY 1",
            list.join(", ")
        )
    };
    let sql: Vec<String> = columns.iter().map(ask).collect();
    let found = rows_at(&database.superuser, &sql.join(" UNION ALL "))
        .await
        .unwrap();
    found.into_iter().flatten().collect()
}

fn in_files(place: &Path, needles: &[String]) -> Vec<String> {
    assert!(place.exists(), "{} is not there to be searched", place.display());
    let mut grep = Command::new("grep");
    grep.arg("-rlFa");
    for needle in needles {
        grep.args(["-e", needle]);
    }
    let output = grep.arg(place).output().unwrap();
    // A file that goes while it is read is none of ours.
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(str::to_owned)
        .collect()
}
