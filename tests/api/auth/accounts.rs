//! An account of one's own, as to be certified.

use bellbuoy_server::auth::own;
use serde_json::json;
use tests::TestApp;
use tests::given;

const WANT: &str = "/api/v1/auth/accounts";
const PASSWORD: &str = "another horse battery";

#[tokio::test]
async fn somebody_new_makes_an_account_and_applies() {
    let app = TestApp::start().await;
    let asked = json!({ "name": "Kai Berg", "email": "Kai@Berg.example" });
    let new = app.anyone().post(WANT, &asked).await.expect(202);
    let known = json!({ "name": "Somebody", "email": "member@demo.example" });
    let told = app.anyone().post(WANT, &known).await.expect(202);
    assert_eq!((new.text(), new.headers.len()), (told.text(), told.headers.len()));
    let mut conn = app.system().await;
    own::answer(&mut conn, app.app.now()).await.unwrap();
    let letters = app
        .database
        .rows("SELECT recipient, subject FROM mails ORDER BY recipient")
        .await;
    assert_eq!(
        letters,
        [
            ["kai@berg.example", "Your account on Bellbuoy"],
            ["member@demo.example", "A new password for Bellbuoy"]
        ]
    );
    app.database
        .rows("DELETE FROM mails WHERE recipient = 'member@demo.example'")
        .await;
    let word = given::letter_word(&app, "/passwords/").await;
    app.anyone()
        .post(
            &format!("/api/v1/auth/passwords/{word}"),
            &json!({ "new_password": PASSWORD }),
        )
        .await
        .expect(204);
    let body = json!({ "email": "kai@berg.example", "password": PASSWORD });
    let session = app
        .anyone()
        .post("/api/v1/auth/sessions", &body)
        .await
        .expect(201)
        .json();
    let client = app.anyone().with_token(session["access_token"].as_str().unwrap());
    tests::candidate::draft(&client, "cloud_security", "associate").await;
    client.get("/api/v1/incidents").await.expect(403);
    let name = app
        .database
        .rows("SELECT name, role FROM accounts WHERE email = 'kai@berg.example'")
        .await;
    assert_eq!(name, [["Kai Berg", "member"]]);
}

#[tokio::test]
async fn a_flood_of_new_accounts_waits() {
    let app = TestApp::start().await;
    for n in 0..200 {
        let asked = json!({ "name": "Kai Berg", "email": format!("kai{n}@berg.example") });
        app.anyone().post(WANT, &asked).await.expect(202);
    }
    let asked = json!({ "name": "Kai Berg", "email": "one-more@berg.example" });
    let full = app.anyone().post(WANT, &asked).await.expect(429);
    assert_eq!(full.header("retry-after"), "600");
}
