//! Full text: rare and common words find the same rows as looking at each of them.

use serde_json::json;
use tests::TestApp;
use tests::client::Client;
use tests::given;

async fn found(client: &Client, words: &str) -> Vec<String> {
    let mut titles = Vec::new();
    let mut address = Some(format!("/api/v1/incidents?limit=500&q={words}"));
    while let Some(path) = address {
        let page = client.get(&path).await.expect(200).json();
        titles.extend(
            page["items"]
                .as_array()
                .unwrap()
                .iter()
                .map(|item| item["title"].as_str().unwrap().to_owned()),
        );
        address = page["next"].as_str().map(str::to_owned);
    }
    titles.sort();
    titles
}

#[tokio::test]
async fn words_are_found_in_title_and_summary_in_any_form() {
    let app = TestApp::start().await;
    for (title, summary) in [
        ("Ransomware in the office", "All invoices were encrypted."),
        ("Cranes stopped", "The terminal was closed for a day."),
        ("Odd e-mail", "A phishing mail asked for an invoice."),
    ] {
        given::incident(&app)
            .with(json!({ "title": title, "summary": summary }))
            .submitted()
            .await;
    }
    let analyst = app.analyst();
    for (words, expected) in [
        ("ransomware", vec!["Ransomware in the office"]),
        ("invoice", vec!["Odd e-mail", "Ransomware in the office"]),
        ("invoices%20encrypt", vec!["Ransomware in the office"]),
        ("crane%20OR%20phishing", vec!["Cranes stopped", "Odd e-mail"]),
        ("invoice%20-phishing", vec!["Ransomware in the office"]),
        ("%22closed%20for%20a%20day%22", vec!["Cranes stopped"]),
        ("submarine", vec![]),
        ("%27%3B%20DROP%20TABLE%20incidents%3B%20--", vec![]),
    ] {
        assert_eq!(found(&analyst, words).await, expected, "{words}");
    }
    for nothing in ["the", "of%20the", "%26%20%7C%20!%20(%20%3A*"] {
        for file in ["", ".csv"] {
            let path = format!("/api/v1/incidents{file}?q={nothing}");
            assert_eq!(analyst.get(&path).await.expect(400).pointers(), ["?q"], "{path}");
        }
    }
    assert_eq!(found(&analyst, "%20%20").await.len(), 3);
    analyst
        .get(&format!("/api/v1/incidents?q={}", "a".repeat(201)))
        .await
        .expect(400);
}

#[tokio::test]
async fn a_common_word_is_found_as_completely_as_a_rare_one() {
    let app = TestApp::start().await;
    given::incident(&app)
        .with(json!({ "title": "Seed", "summary": "Common word, and a rarity." }))
        .submitted()
        .await;
    let columns = app.database.column("SELECT column_name FROM information_schema.columns WHERE table_name = 'incidents' AND is_generated = 'NEVER'").await;
    let value = |column: &String| match column.as_str() {
        "id" => "gen_random_uuid()".to_owned(),
        "reference" => "'INC-' || lpad(n::text, 6, '0')".to_owned(),
        "title" => "'Number ' || n".to_owned(),
        "summary" => {
            "CASE WHEN n % 100 = 0 THEN 'A common case of sabotage.' ELSE 'A common case.' END".to_owned()
        }
        other => other.to_owned(),
    };
    let values: Vec<String> = columns.iter().map(value).collect();
    app.database
        .rows(&format!(
            "INSERT INTO incidents ({}) SELECT {} FROM incidents, generate_series(1, 2500) n",
            columns.join(", "),
            values.join(", ")
        ))
        .await;
    let analyst = app.analyst();
    assert_eq!(found(&analyst, "common").await.len(), 2501);
    assert_eq!(found(&analyst, "sabotage").await.len(), 25);
    assert_eq!(found(&analyst, "rarity").await, ["Seed"]);
    assert_eq!(found(&analyst, "common%20-case").await, ["Seed"]);
    assert_eq!(
        analyst
            .get("/api/v1/incidents?q=common&with_total=true&limit=1")
            .await
            .json()["total"],
        "2501"
    );
    assert!(found(&app.other_member(), "common").await.is_empty());
    assert!(found(&app.other_member(), "rarity").await.is_empty());
}

/// The pages of a list, each as the ids on it.
async fn pages(client: &Client, query: &str) -> Vec<Vec<String>> {
    let mut pages = Vec::new();
    let mut address = Some(format!("/api/v1/incidents?{query}"));
    while let Some(path) = address {
        let page = client.get(&path).await.expect(200).json();
        let items = page["items"].as_array().unwrap();
        let id = |item: &serde_json::Value| item["id"].as_str().unwrap().to_owned();
        pages.push(items.iter().map(id).collect());
        address = page["next"].as_str().map(str::to_owned);
    }
    pages
}

#[tokio::test]
async fn the_pages_of_a_search_are_those_of_the_list_without_the_others() {
    let app = TestApp::start().await;
    for n in 0..24 {
        let summary = ["A crane stopped.", "A pump stopped.", "Nothing else."][n % 3];
        let severity = ["low", "major"][n / 12];
        let facts = json!({ "title": format!("Case {n}"), "summary": summary, "severity": severity });
        given::incident(&app).with(facts).submitted().await;
    }
    let spread = "UPDATE incidents SET recorded_month = recorded_month - make_interval(months => length(title) + ascii(right(title, 1)) % 4)";
    app.database.rows(spread).await;
    let analyst = app.analyst();
    for order in ["-recorded_month", "recorded_month"] {
        for rest in ["", "&severity=major", "&with_total=true"] {
            let query = format!("sort={order}{rest}");
            let whole = pages(&analyst, &format!("{query}&limit=500")).await.concat();
            let hits = pages(&analyst, &format!("{query}&limit=500&q=stopped"))
                .await
                .concat();
            let kept: Vec<_> = whole.iter().filter(|id| hits.contains(id)).cloned().collect();
            assert_eq!(hits, kept, "{query}");
            let small = pages(&analyst, &format!("{query}&limit=3&q=stopped")).await;
            assert_eq!(small.concat(), hits, "{query}");
            assert!(small.iter().rev().skip(1).all(|page| page.len() == 3), "{query}");
        }
    }
    let first = "/api/v1/incidents?limit=3&q=stopped";
    let second = analyst.get(first).await.json()["next"]
        .as_str()
        .unwrap()
        .to_owned();
    let back = analyst.get(&second).await.json()["prev"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(
        analyst.get(&back).await.json()["items"],
        analyst.get(first).await.json()["items"]
    );
}
