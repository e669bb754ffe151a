//! Vocabularies and reference tables, as everybody may read them.

use bellbuoy_domain::vocabulary::catalogue;
use serde_json::{Value, json};
use tests::TestApp;
use tests::client::send;

#[tokio::test]
async fn every_vocabulary_is_listed_with_its_source_and_words() {
    let app = TestApp::start().await;
    let listed = app.anyone().get("/api/v1/taxonomies").await.expect(200).json();
    let expected: Vec<Value> = catalogue()
        .into_iter()
        .map(|listing| {
            let words: Vec<Value> = listing.words.iter().map(|entry| json!({ "word": entry.word, "label": entry.label, "parent": entry.parent })).collect();
            json!({ "name": listing.name, "version": listing.version, "source": listing.source, "words": words })
        })
        .collect();
    assert_eq!(listed, json!(expected));
    for one in expected.iter().take(3) {
        let name = one["name"].as_str().unwrap();
        assert_eq!(
            app.anyone()
                .get(&format!("/api/v1/taxonomies/{name}"))
                .await
                .expect(200)
                .json(),
            *one
        );
    }
    app.anyone().get("/api/v1/taxonomies/colours").await.expect(404);
}

#[tokio::test]
async fn a_vocabulary_is_a_table_too() {
    let app = TestApp::start().await;
    let request = app
        .anyone()
        .request(reqwest::Method::GET, "/api/v1/taxonomies/severity")
        .header("accept", "text/csv");
    let csv = send(request).await.expect(200).text();
    assert_eq!(csv.lines().next().unwrap(), "word,label,parent");
    assert_eq!(csv.lines().count(), 7);
}

#[tokio::test]
async fn ports_are_found_by_name_and_code() {
    let app = TestApp::start().await;
    for (query, unlocode) in [("rotter", "NLRTM"), ("NLRTM", "NLRTM"), ("singap", "SGSIN")] {
        let found = app
            .anyone()
            .get(&format!("/api/v1/ports?q={query}"))
            .await
            .expect(200)
            .json();
        assert!(
            found
                .as_array()
                .unwrap()
                .iter()
                .any(|port| port["unlocode"] == unlocode),
            "{query}: {found}"
        );
        assert!(found.as_array().unwrap().len() <= 20);
    }
    assert_eq!(
        app.anyone()
            .get("/api/v1/ports?q=zzzzzz")
            .await
            .expect(200)
            .json(),
        json!([])
    );
    app.anyone().get("/api/v1/ports").await.expect(400);
    app.anyone().get("/api/v1/ports?q=%00").await.expect(400);
}

#[tokio::test]
async fn countries_are_those_of_the_reference_table() {
    let app = TestApp::start().await;
    let countries = app.anyone().get("/api/v1/countries").await.expect(200).json();
    assert!(countries.as_array().unwrap().len() > 240);
    assert!(
        countries
            .as_array()
            .unwrap()
            .iter()
            .any(|country| country["code"] == "NL")
    );
}

#[tokio::test]
async fn flag_states_are_listed_with_their_digits() {
    let app = TestApp::start().await;
    let listed = app.anyone().get("/api/v1/flag-states").await.expect(200).json();
    let states = listed.as_array().unwrap();
    assert_eq!(states.len(), bellbuoy_domain::place::flag_states().len());
    for expected in [
        json!({ "country": "LR", "name": "Liberia", "registry": null, "mids": ["636", "637"] }),
        json!({ "country": "PT", "name": "Portugal", "registry": "Madeira", "mids": ["255"] }),
    ] {
        assert!(states.contains(&expected), "{expected}");
    }
}

#[tokio::test]
async fn an_mmsi_leads_to_the_state_that_assigned_it() {
    let app = TestApp::start().await;
    for (mmsi, country, registry) in [
        ("636012345", "LR", Value::Null),
        ("477123456", "HK", Value::Null),
        ("255805000", "PT", json!("Madeira")),
    ] {
        let found = app
            .anyone()
            .get(&format!("/api/v1/flag-states?mmsi={mmsi}"))
            .await
            .expect(200)
            .json();
        assert_eq!(found.as_array().unwrap().len(), 1, "{mmsi}");
        assert_eq!(
            (&found[0]["country"], &found[0]["registry"]),
            (&json!(country), &registry),
            "{mmsi}"
        );
    }
    assert_eq!(
        app.anyone()
            .get("/api/v1/flag-states?mmsi=299000000")
            .await
            .expect(200)
            .json(),
        json!([])
    );
    for mmsi in ["", "63601234", "6360123456", "63601234a", "006360123", "%00"] {
        let problem = app
            .anyone()
            .get(&format!("/api/v1/flag-states?mmsi={mmsi}"))
            .await
            .expect(400)
            .json();
        assert_eq!(problem["code"], "bad_parameter", "{mmsi}");
    }
}

#[tokio::test]
async fn flag_states_are_a_table_too() {
    let app = TestApp::start().await;
    for (query, second) in [
        ("", "AD,Andorra,,202"),
        ("?mmsi=563123456", "SG,Singapore,,563|564|565|566"),
    ] {
        let request = app
            .anyone()
            .request(reqwest::Method::GET, &format!("/api/v1/flag-states{query}"))
            .header("accept", "text/csv");
        let answer = send(request).await.expect(200);
        assert!(
            answer
                .header("content-disposition")
                .contains("bellbuoy-flag-states.csv")
        );
        let csv = answer.text();
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines[..2], ["country,name,registry,mids", second]);
    }
}
