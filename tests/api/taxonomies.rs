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
