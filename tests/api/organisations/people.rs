//! People inside an organisation: who may invite, change and remove whom.

use bellbuoy_domain::account::{OrganisationRole, may_manage};
use serde_json::{Value, json};
use tests::client::{Answer, Client};
use tests::people::person;
use tests::{TestApp, given, people};

fn path() -> String {
    let first = person("member@demo.example").organisation().unwrap();
    format!("/api/v1/organisations/{first}/memberships")
}

pub async fn membership(app: &TestApp, email: &str) -> String {
    let sql = format!("SELECT id FROM memberships WHERE email = '{email}'");
    format!("/api/v1/memberships/{}", app.database.column(&sql).await[0])
}

pub async fn step(app: &TestApp, client: &Client, path: &str, step: &str) -> Answer {
    let tag = app.admin().get(path).await.header("etag").to_owned();
    client
        .post_match(
            &format!("{path}/steps"),
            &tag,
            &json!({ "step": step, "reason": "a test" }),
        )
        .await
}

pub async fn patch(app: &TestApp, client: &Client, path: &str, role: &str) -> Answer {
    let tag = app.admin().get(path).await.header("etag").to_owned();
    client.patch_match(path, &tag, &json!({ "role": role })).await
}

#[tokio::test]
async fn nobody_lifts_another_to_their_own_height_but_an_owner() {
    let app = TestApp::start().await;
    for (email, by) in [
        ("member", OrganisationRole::Owner),
        ("cso", OrganisationRole::Cso),
        ("colleague", OrganisationRole::Member),
        ("auditor", OrganisationRole::Auditor),
        ("watch", OrganisationRole::DutyOfficer),
    ] {
        let client = app.person(&format!("{email}@demo.example"));
        for whom in OrganisationRole::ALL {
            let body = json!({ "email": format!("{whom}-{email}@new.example"), "role": whom });
            let invited = client.post(&path(), &body).await;
            assert_eq!(
                invited.status == 201,
                may_manage(by, *whom),
                "{by} {whom}: {}",
                invited.text()
            );
            let colleague = membership(&app, "colleague@demo.example").await;
            let tried = app
                .database
                .column("SELECT role FROM memberships WHERE email = 'colleague@demo.example'")
                .await;
            let tag = app.admin().get(&colleague).await.header("etag").to_owned();
            let changed = client
                .patch_match(
                    &format!("{colleague}?dry_run=true"),
                    &tag,
                    &json!({ "role": whom }),
                )
                .await;
            let may =
                may_manage(by, OrganisationRole::Member) && may_manage(by, *whom) && email != "colleague";
            assert_eq!(changed.status == 200, may, "{by} {whom}: {}", changed.text());
            assert_eq!(tried, ["member"]);
        }
    }
    let stranger = app
        .other_member()
        .post(&path(), &json!({ "email": "x@new.example", "role": "member" }))
        .await;
    assert_eq!(stranger.status, 404);
}

#[tokio::test]
async fn the_last_owner_stays() {
    let app = TestApp::start().await;
    let owner = membership(&app, "member@demo.example").await;
    let refused = step(&app, &app.member(), &owner, "leave").await.expect(409);
    assert!(refused.text().contains("without an owner"), "{}", refused.text());
    patch(&app, &app.admin(), &owner, "member").await.expect(409);
    step(&app, &app.admin(), &owner, "suspend").await.expect(409);
    let second = membership(&app, "cso@demo.example").await;
    patch(&app, &app.member(), &second, "owner").await.expect(200);
    step(&app, &app.member(), &owner, "leave").await.expect(200);
}

#[tokio::test]
async fn of_two_owners_who_leave_at_once_one_stays() {
    let app = TestApp::start().await;
    let (first, second) = (
        membership(&app, "member@demo.example").await,
        membership(&app, "cso@demo.example").await,
    );
    patch(&app, &app.member(), &second, "owner").await.expect(200);
    let (one, other) = (app.member(), app.person_at("cso@demo.example", 2));
    let answers = tokio::join!(
        step(&app, &one, &first, "leave"),
        step(&app, &other, &second, "leave")
    );
    let mut statuses = [answers.0.status, answers.1.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "{} {}", answers.0.text(), answers.1.text());
}

#[tokio::test]
async fn who_is_removed_is_out_and_may_be_invited_again() {
    let app = TestApp::start().await;
    let path_of = membership(&app, "colleague@demo.example").await;
    assert_eq!(
        app.member()
            .post_match(
                &format!("{path_of}/steps"),
                app.member().get(&path_of).await.header("etag"),
                &json!({ "step": "remove" })
            )
            .await
            .expect(422)
            .pointers(),
        ["/reason"]
    );
    step(&app, &app.member(), &path_of, "remove").await.expect(200);
    let signed_in = app.signed_in("colleague@demo.example").await;
    signed_in.get("/api/v1/incidents").await.expect(403);
    let shown = app.member().get(&path()).await.expect(200).json();
    let emails = |page: &Value| -> Vec<String> {
        let items = page["items"].as_array().unwrap();
        items
            .iter()
            .map(|item| item["email"].as_str().unwrap().to_owned())
            .collect()
    };
    assert!(!emails(&shown).contains(&"colleague@demo.example".to_owned()));
    let left = app
        .member()
        .get(&format!("{}?left=true", path()))
        .await
        .expect(200)
        .json();
    assert!(emails(&left).contains(&"colleague@demo.example".to_owned()));
    let again = json!({ "email": "colleague@demo.example", "role": "auditor" });
    app.member().post(&path(), &again).await.expect(201);
    app.member().post(&path(), &again).await.expect(422);
    let word = given::letter_word(&app, "/invitations/").await;
    let accept = format!("/api/v1/invitations/{word}/acceptances");
    let wrong = json!({ "name": "Another", "password": "not the password" });
    app.anyone().post(&accept, &wrong).await.expect(401);
    let right = json!({ "name": "Another", "password": people::PASSWORD });
    app.anyone().post(&accept, &right).await.expect(201);
    let names = app
        .database
        .column("SELECT name FROM accounts WHERE email = 'colleague@demo.example'")
        .await;
    assert_eq!(names, ["colleague"], "an invitation does not rename an account");
}

#[tokio::test]
async fn a_link_is_dead_after_a_week() {
    let app = TestApp::start().await;
    app.member()
        .post(&path(), &json!({ "email": "late@new.example", "role": "member" }))
        .await
        .expect(201);
    let word = given::letter_word(&app, "/invitations/").await;
    let link = format!("/api/v1/invitations/{word}");
    app.anyone().get(&link).await.expect(200);
    app.database
        .rows("UPDATE memberships SET invitation_expires_at = now() WHERE email = 'late@new.example'")
        .await;
    app.anyone().get(&link).await.expect(404);
    let late = json!({ "name": "Too Late", "password": people::PASSWORD });
    app.anyone()
        .post(&format!("{link}/acceptances"), &late)
        .await
        .expect(404);
    assert_eq!(
        app.database
            .count("accounts WHERE email = 'late@new.example'")
            .await,
        0
    );
    assert!(
        !app.database
            .column("SELECT invitation_hash::text FROM memberships WHERE email = 'late@new.example'")
            .await[0]
            .contains(&word)
    );
}

#[tokio::test]
async fn a_stale_step_is_refused() {
    let app = TestApp::start().await;
    let path_of = membership(&app, "colleague@demo.example").await;
    let tag = app.member().get(&path_of).await.header("etag").to_owned();
    app.member()
        .patch_match(&path_of, &tag, &json!({ "role": "auditor" }))
        .await
        .expect(200);
    app.member()
        .patch_match(&path_of, &tag, &json!({ "role": "duty_officer" }))
        .await
        .expect(412);
}

#[tokio::test]
async fn a_link_is_no_way_round_the_slowdown_of_guesses() {
    let app = TestApp::start().await;
    let colleague = membership(&app, "colleague@demo.example").await;
    step(&app, &app.member(), &colleague, "remove").await.expect(200);
    let again = json!({ "email": "colleague@demo.example", "role": "member" });
    app.member().post(&path(), &again).await.expect(201);
    let word = given::letter_word(&app, "/invitations/").await;
    let accept = format!("/api/v1/invitations/{word}/acceptances");
    let guess = json!({ "name": "Another", "password": "not the password" });
    for _ in 0..6 {
        app.anyone().post(&accept, &guess).await.expect(401);
    }
    app.anyone().post(&accept, &guess).await.expect(429);
    let signing_in = json!({ "email": "colleague@demo.example", "password": "not the password" });
    app.anyone()
        .post("/api/v1/auth/sessions", &signing_in)
        .await
        .expect(429);
}
