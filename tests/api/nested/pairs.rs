//! Two of each thing that stands within another.

use super::{FIRST, Nested, SECOND, text};
use serde_json::{Value, json};
use tests::TestApp;
use tests::candidate::{self, PATH, REVIEWER, SCHEME, assigned, complete, read, step};
use tests::register::{firm, profile};
use tests::sittings::{announced, book, draft};

/// Two applications of people, each with its own referee.
pub async fn with_referees(app: &TestApp) -> Vec<Nested> {
    let mut all = Vec::new();
    for (email, actor) in [(FIRST, "colleague"), (SECOND, "other-member")] {
        let client = app.person(email);
        client
            .put("/api/v1/consultants/own", &profile(&json!({})))
            .await
            .expect(201);
        let begun = candidate::draft(&client, "cloud_security", "associate").await;
        let kai = json!({ "name": "Kai Berg", "email": "kai@line.example", "relation": "Master" });
        let own = complete(&client, &begun, &json!({ "referees": [kai] })).await;
        step(&client, &begun, json!({ "step": "submit" }))
            .await
            .expect(200);
        all.push(Nested {
            parent: text(&begun["id"]),
            child: text(&own["referees"][0]["id"]),
            etag: "*".to_owned(),
            actor,
        });
    }
    all
}

/// The application of a person and that of a firm, each with a requirement that the other has not.
pub async fn with_requirements(app: &TestApp, of_person: &str) -> Vec<Nested> {
    let asked = json!({ "scheme": "supplier", "discipline": "offensive_testing", "level": "accredited", "base": "NLRTM" });
    let owner = app.member();
    let begun = owner.post(PATH, &asked).await.expect(201).json();
    complete(&owner, &begun, &json!({})).await;
    step(&owner, &begun, json!({ "step": "submit" }))
        .await
        .expect(200);
    let reviewer = app.person(REVIEWER);
    let mut both = Vec::new();
    for application in [json!({ "id": of_person }), begun] {
        assigned(app, &application).await;
        both.push(read(&reviewer, &application).await);
    }
    let codes = |one: &Value| -> Vec<String> {
        let all = one["requirements"].as_array().unwrap();
        all.iter().map(|requirement| text(&requirement["code"])).collect()
    };
    let of_other = [codes(&both[1]), codes(&both[0])];
    both.iter()
        .zip(of_other)
        .map(|(one, other)| Nested {
            parent: text(&one["id"]),
            child: codes(one).into_iter().find(|code| !other.contains(code)).unwrap(),
            etag: text(&one["etag"]),
            actor: "qa",
        })
        .collect()
}

pub async fn with_seats(app: &TestApp) -> Vec<Nested> {
    let mut all = Vec::new();
    for email in [FIRST, SECOND] {
        let (path, _) = announced(app, &draft(&json!({}))).await;
        book(&app.person(email), &path).await.expect(201);
        let seats = app.person(SCHEME).get(&format!("{path}/seats")).await.json();
        all.push(Nested {
            parent: path.rsplit('/').next().unwrap().to_owned(),
            child: text(&seats["items"][0]["id"]),
            etag: text(&seats["items"][0]["etag"]),
            actor: "scheme",
        });
    }
    all
}

pub async fn with_engagements(app: &TestApp) -> Vec<Nested> {
    let mut all = Vec::new();
    for (name, email) in [("Northlight Assurance", FIRST), ("Southlight Assurance", SECOND)] {
        let (id, _) = firm(app, name, "2025-06-01").await;
        let stated = app
            .person(email)
            .post(
                "/api/v1/consultants/own/engagements",
                &json!({ "supplier_id": id, "from_on": "2026-01-01" }),
            )
            .await
            .expect(201);
        all.push(Nested {
            parent: id.to_string(),
            child: text(&stated.json()["id"]),
            etag: "*".to_owned(),
            actor: "scheme",
        });
    }
    all
}

/// The third version of one scheme and the second of another: the other has no third, the one has published its second.
pub async fn with_versions(app: &TestApp) -> Vec<Nested> {
    let scheme = app.person(SCHEME);
    let mut all = Vec::new();
    for (code, publish) in [("maritime", true), ("supplier", false)] {
        let shown = app
            .anyone()
            .get(&format!("/api/v1/schemes/{code}"))
            .await
            .expect(200);
        let mut content = shown.json()["version"]["content"].clone();
        let versions = format!("/api/v1/schemes/{code}/versions");
        let mut made = Vec::new();
        for hours in if publish { vec![131, 132] } else { vec![131] } {
            content["cpd_hours"] = json!(hours);
            let draft = json!({ "content": content, "reason": "More practice at sea." });
            let answer = scheme.post(&versions, &draft).await.expect(201);
            made.push((
                answer.json()["number"].to_string(),
                answer.header("etag").to_owned(),
            ));
            if publish && made.len() == 1 {
                let at = format!("{versions}/{}/publications", made[0].0);
                scheme
                    .post_match(&at, &made[0].1, &json!({ "valid_from": "2027-02-01" }))
                    .await
                    .expect(200);
            }
        }
        let (child, etag) = made.pop().unwrap();
        all.push(Nested {
            parent: code.to_owned(),
            child,
            etag,
            actor: "scheme",
        });
    }
    all
}
