//! Problems are told in the language that their reader likes best.

use reqwest::Method;
use tests::TestApp;
use tests::client::{Answer, send};

async fn told(app: &TestApp, path: &str, languages: &str) -> Answer {
    let request = app.anyone().request(Method::GET, path);
    send(request.header("accept-language", languages.to_owned())).await
}

#[tokio::test]
async fn a_problem_speaks_its_readers_language() {
    let app = TestApp::start().await;
    for (languages, tag, title) in [
        ("de-AT, en;q=0.5", "de", "Bitte zuerst anmelden"),
        ("fr;q=0.8, de;q=0.7", "fr", "Connectez-vous d’abord"),
        ("en;q=0.9, de;q=0.1", "en", "Sign in first"),
        ("ja, zh;q=0.5", "en", "Sign in first"),
        ("", "en", "Sign in first"),
    ] {
        let answer = told(&app, "/api/v1/me", languages).await.expect(401);
        let problem = answer.json();
        assert_eq!(
            (answer.header("content-language"), problem["title"].as_str()),
            (tag, Some(title)),
            "{languages}"
        );
        assert_eq!(problem["code"], "unauthenticated");
        assert!(answer.header("vary").contains("accept-language"), "{languages}");
    }
}

#[tokio::test]
async fn what_can_be_done_is_told_in_it_too() {
    let app = TestApp::start().await;
    for (path, status, german) in [
        ("/api/v1/me", 401, "Senden Sie"),
        ("/api/v1/taxonomies/nothing", 404, "Prüfen Sie die Adresse"),
    ] {
        let detail = |answer: &Answer| answer.json()["detail"].as_str().unwrap().to_owned();
        let told_german = told(&app, path, "de").await.expect(status);
        assert!(detail(&told_german).starts_with(german), "{}", told_german.text());
        let english = detail(&told(&app, path, "en").await.expect(status));
        assert!(english.is_ascii() && !english.starts_with(german), "{english}");
    }
}

#[tokio::test]
async fn the_page_behind_a_type_does_too_and_other_answers_do_not_vary() {
    let app = TestApp::start().await;
    let page = told(&app, "/problems/stale", "de").await.expect(200);
    assert_eq!(page.header("content-language"), "de");
    assert!(page.text().contains("Datensatz"), "{}", page.text());
    let health = told(&app, "/health", "de").await.expect(200);
    assert_eq!(
        (health.header("content-language"), health.header("vary")),
        ("", "")
    );
}
