use bellbuoy_domain::certification::HolderKind;
use serde_json::{Value, json};
use tests::TestApp;
use tests::people::person;
use tests::ratings::published;
use tests::register::{firm, somebody};
use uuid::Uuid;

async fn shown(app: &TestApp, firm: Uuid) -> Value {
    let path = format!("/api/v1/suppliers/{firm}/ratings");
    app.anyone().get(&path).await.expect(200).json()
}

#[tokio::test]
async fn four_and_none_look_the_same_and_five_are_shown_from_the_next_month_on() {
    let app = TestApp::start().await;
    let (some, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let (none, _) = firm(&app, "Kelder Marine Cyber", "2025-06-01").await;
    for number in 1..5 {
        published(&app, (HolderKind::Supplier, some), number, 5, "2026-08-10").await;
        // Again by the same: it is organisations that count.
        published(&app, (HolderKind::Supplier, some), number, 5, "2026-09-10").await;
    }
    let few = shown(&app, some).await;
    assert_eq!(few, shown(&app, none).await);
    assert_eq!(
        (
            &few["enough"],
            &few["organisations"],
            &few["means"],
            &few["remarks"]
        ),
        (&json!(false), &json!(null), &json!([]), &json!([]))
    );
    assert!(
        few["meaning"]
            .as_str()
            .unwrap()
            .starts_with("Fewer than 5 ratings")
    );
    for list in [
        "suppliers",
        "consultants",
        "certificates.atom",
        "suppliers.ndjson",
    ] {
        let all = app.anyone().get(&format!("/api/v1/{list}")).await.expect(200);
        assert!(!all.text().contains("rating"), "{list}");
    }
    published(&app, (HolderKind::Supplier, some), 5, 2, "2026-11-20").await;
    assert_eq!(shown(&app, some).await, few);
    app.set_time("2026-12-01T00:00:01Z");
    let all = shown(&app, some).await;
    assert_eq!(
        (&all["enough"], &all["organisations"], &all["as_of"]),
        (&json!(true), &json!(5), &json!("2026-12-01"))
    );
    let criteria = ["competence", "conduct", "report", "timeliness"];
    let means: Vec<Value> = criteria
        .iter()
        .map(|criterion| json!({ "criterion": criterion, "mean": 4.4 }))
        .collect();
    assert_eq!(all["means"], json!(means));
    assert_eq!(all["remarks"].as_array().unwrap().len(), 9);
}

#[tokio::test]
async fn one_rating_more_cannot_be_read_off() {
    let app = TestApp::start().await;
    let (firm, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    for number in 1..7 {
        published(&app, (HolderKind::Supplier, firm), number, 5, "2026-08-10").await;
    }
    let before = shown(&app, firm).await;
    assert_eq!(before["organisations"], 6);
    published(&app, (HolderKind::Supplier, firm), 7, 1, "2026-09-10").await;
    assert_eq!(shown(&app, firm).await, before);
    for number in 8..12 {
        published(&app, (HolderKind::Supplier, firm), number, 1, "2026-10-10").await;
    }
    let after = shown(&app, firm).await;
    assert_eq!(
        (&after["organisations"], &after["as_of"]),
        (&json!(11), &json!("2026-11-01"))
    );
}

#[tokio::test]
async fn no_customer_is_named_who_did_not_agree() {
    let app = TestApp::start().await;
    let held = ("maritime_specialist", "practitioner", "2025-03-01");
    let (id, _) = somebody(&app, &json!({}))
        .who_is(person("accepted@demo.example").id)
        .certified(&[held])
        .await;
    for number in 1..6 {
        let rating = published(&app, (HolderKind::Person, id), number, 4, "2026-08-10").await;
        if number == 3 {
            let agreed = format!("UPDATE ratings SET named = true WHERE id = '{rating}'");
            app.database.rows(&agreed).await;
        }
    }
    let path = format!("/api/v1/consultants/{id}/ratings");
    for client in [app.anyone(), app.person("accepted@demo.example"), app.member()] {
        let told = client.get(&path).await.expect(200);
        let named: Vec<Value> = told.json()["remarks"]
            .as_array()
            .unwrap()
            .iter()
            .map(|remark| remark["organisation"].clone())
            .filter(|name| !name.is_null())
            .collect();
        assert_eq!(named, [json!("Customer 3")]);
        for hidden in ["from_on", "organisation_id", "Customer 1\"", "2026-08"] {
            assert!(!told.text().contains(hidden), "{hidden}: {}", told.text());
        }
    }
    app.anyone()
        .get(&format!("/api/v1/consultants/{}/ratings", Uuid::nil()))
        .await
        .expect(404);
}

#[tokio::test]
async fn who_is_rated_reads_no_row() {
    let app = TestApp::start().await;
    let (firm, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let other = person("other-member@demo.example");
    let own = other.organisation().unwrap();
    let sql = format!("UPDATE suppliers SET organisation_id = '{own}' WHERE id = '{firm}'");
    app.database.rows(&sql).await;
    for number in 1..7 {
        published(&app, (HolderKind::Supplier, firm), number, 5, "2026-08-10").await;
    }
    let count = |role: &str, organisation: Uuid, account: Uuid| {
        let sql = format!(
            "SELECT set_config('bellbuoy.role', '{role}', false), set_config('bellbuoy.organisation', '{organisation}', false), \
             set_config('bellbuoy.account', '{account}', false), set_config('bellbuoy.within', 'owner', false)"
        );
        let url = app.database.urls.app.clone();
        async move {
            let all = format!(
                "WITH who AS MATERIALIZED ({sql}) SELECT (SELECT count(*) FROM who), (SELECT count(*) FROM ratings), \
                 (SELECT count(*) FROM organisations WHERE name LIKE 'Customer%')"
            );
            tests::database::rows_at(&url, &all).await.unwrap()
        }
    };
    let read = count("member", own, other.id).await;
    assert_eq!(read, [["1", "0", "0"]], "the rated firm");
    let read = count("scheme_administrator", Uuid::nil(), other.id).await;
    assert_eq!(read, [["1", "6", "6"]], "the scheme");
}
