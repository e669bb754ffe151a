//! Markers that are planted in a request and then searched for in everything that is kept.

use crate::TestApp;
use crate::database::{Database, rows_at};
use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD;
use std::net::Ipv6Addr;
use std::path::Path;
use std::process::Command;

/// One marker, in every form in which it could be kept. Its letters are random, so a hit is no accident.
pub struct Canary {
    /// Sixteen small letters.
    pub word: String,
}

impl Canary {
    /// A marker nobody has used.
    #[expect(clippy::new_without_default, reason = "no two of them are alike")]
    pub fn new() -> Self {
        Self {
            word: (0..16)
                .map(|_| char::from(b'a' + rand::random::<u8>() % 26))
                .collect(),
        }
    }

    /// An address whose sixteen bytes are the marker, so that its packed form is one of the needles.
    pub fn address(&self) -> Ipv6Addr {
        let bytes: [u8; 16] = self.word.as_bytes().try_into().unwrap();
        bytes.into()
    }

    /// What to look for: plain, address, hex, and base64 at each of its three alignments.
    fn needles(&self) -> Vec<String> {
        let mut needles = vec![
            self.word.clone(),
            self.address().to_string(),
            hex::encode(&self.word),
        ];
        for shift in 0..3 {
            let text = BASE64_STANDARD_NO_PAD.encode(format!("{}{}", "-".repeat(shift), self.word));
            // The first and the last letters of a shifted text depend on what stands beside it.
            let (from, to) = (shift.div_ceil(3) * 4, text.len() / 4 * 4);
            needles.push(text[from..to].to_owned());
        }
        needles
    }
}

/// Where the markers are found: in rows, in the database's files, in its log, in the server's log and folder.
pub async fn hits(app: &TestApp, canaries: &[Canary]) -> Vec<String> {
    let needles: Vec<String> = canaries.iter().flat_map(Canary::needles).collect();
    let mut hits = in_rows(&app.database, &needles).await;
    app.database.rows("CHECKPOINT").await;
    let oid = app
        .database
        .column("SELECT oid FROM pg_database WHERE datname = current_database()")
        .await
        .remove(0);
    let cluster = Database::folder();
    for place in [
        cluster.join("base").join(oid),
        cluster.join("pg_wal"),
        cluster.join("global"),
        cluster.with_extension("log"),
        app.folder.clone(),
        crate::log::folder(),
    ] {
        hits.extend(in_files(&place, &needles));
    }
    hits
}

async fn in_rows(database: &Database, needles: &[String]) -> Vec<String> {
    let columns = database
        .rows(
            "SELECT format('%I.%I', table_schema, table_name), format('%I', column_name), data_type FROM information_schema.columns \
             WHERE table_schema IN ('public', 'intake') ORDER BY 1, ordinal_position",
        )
        .await;
    assert!(columns.len() > 100, "the search sees too few columns");
    let mut hits = Vec::new();
    for column in columns {
        let (table, name) = (&column[0], &column[1]);
        let text = if column[2] == "bytea" {
            format!("encode({name}, 'escape') || encode({name}, 'hex')")
        } else {
            format!("{name}::text")
        };
        let any = needles
            .iter()
            .map(|needle| format!("position('{needle}' IN t) > 0"))
            .collect::<Vec<_>>()
            .join(" OR ");
        let sql = format!(
            "SELECT count(*) FROM (SELECT lower({text}) AS t, {text} AS exact FROM {table}) s WHERE {any} OR {}",
            any.replace("IN t)", "IN exact)")
        );
        let found = rows_at(&database.superuser, &sql).await.unwrap();
        if found[0][0] != "0" {
            hits.push(format!("{} rows of {table}.{name}", found[0][0]));
        }
    }
    hits
}

fn in_files(place: &Path, needles: &[String]) -> Vec<String> {
    assert!(place.exists(), "{} is not there to be searched", place.display());
    let mut grep = Command::new("grep");
    grep.args(["-rlFa"]);
    for needle in needles {
        grep.args(["-e", needle]);
    }
    let output = grep.arg(place).output().unwrap();
    // 1 is "nothing found"; a file may have gone meanwhile, which grep tells by 2.
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(str::to_owned)
        .collect()
}
