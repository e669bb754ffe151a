//! How each operation is called so that nothing but the caller decides.

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use tests::client::{Answer, Client};
use tests::desk::{self, Desk};
use tests::reporter::Reporter;
use tests::spec::Operation;
use tests::{TestApp, given, people};
use uuid::Uuid;

/// Nothing has this id.
pub const NOTHING: &str = "00000000-0000-4000-8000-000000000000";

/// The site with something of everything.
pub struct World<'a> {
    pub app: &'a TestApp,
    pub desk: Desk,
    release: String,
    /// Id and key of an application that waits.
    pub application: (String, String),
    pub registered: super::register::Registered,
    pub applied: super::certification::Applied,
    pub seated: super::sittings::Seated,
    pub said: super::ratings::Said,
}

impl<'a> World<'a> {
    pub async fn build(app: &'a TestApp) -> Self {
        let desk = desk::open(app).await;
        let release = app
            .analyst()
            .post("/api/v1/statistics/releases", &json!({}))
            .await
            .expect(201)
            .json()["id"]
            .as_str()
            .unwrap()
            .to_owned();
        let application = super::people::apply(app).await;
        let registered = super::register::Registered::enter(app).await;
        let applied = super::certification::Applied::enter(app, &registered.number).await;
        let seated = super::sittings::Seated::enter(app).await;
        let said = super::ratings::Said::enter(app, registered.firm).await;
        Self {
            app,
            desk,
            release,
            application,
            registered,
            applied,
            seated,
            said,
        }
    }

    async fn draft(&self, tlp: &str) -> Answer {
        let mut advisory = given::advisory();
        advisory["tlp"] = json!(tlp);
        self.app
            .analyst()
            .post("/api/v1/advisories", &advisory)
            .await
            .expect(201)
    }

    async fn released(&self, tlp: &str) -> Answer {
        let draft = self.draft(tlp).await;
        self.app
            .second_analyst()
            .post_match(
                &format!("/api/v1/advisories/{}/releases", id(&draft)),
                draft.header("etag"),
                &json!({}),
            )
            .await
            .expect(201)
    }

    /// A job of the first analyst that nobody works at.
    async fn job(&self) -> String {
        let id = Uuid::new_v4();
        let analyst = people::person("analyst@demo.example").id;
        let sql = format!(
            "INSERT INTO jobs (id, account_id, kind, state) VALUES ('{id}', '{analyst}', 'publish_release', 'running')"
        );
        self.app.database.rows(&sql).await;
        id.to_string()
    }

    pub async fn envelope(&self) -> (Reporter, String) {
        let reporter = Reporter::new();
        reporter.file(self.app, &self.desk).await;
        let etag = self
            .app
            .analyst()
            .get(&format!("/api/v1/desk/envelopes/{}", reporter.id))
            .await
            .header("etag")
            .to_owned();
        (reporter, etag)
    }
}

fn id(answer: &Answer) -> String {
    answer.json()["id"].as_str().unwrap().to_owned()
}

/// The same request for a thing that does not exist.
pub async fn absent(world: &World<'_>, operation: &Operation, client: &Client) -> RequestBuilder {
    ask(world, operation, "absent", client).await.unwrap()
}

/// The request of a row, on a thing made for it; nothing when nobody has written the row.
pub async fn ask(
    world: &World<'_>,
    operation: &Operation,
    target: &str,
    client: &Client,
) -> Option<RequestBuilder> {
    let method: Method = operation.method.parse().unwrap();
    let there = target != "absent";
    let plain = |path: &str| client.request(method.clone(), path);
    let with = |path: &str, body: Value| plain(path).json(&body);
    Some(match operation.id() {
        "get_jwks"
        | "get_oauth_metadata"
        | "open_provider"
        | "get_provider_answer"
        | "get_security_txt"
        | "get_health"
        | "get_ready"
        | "get_version"
        | "get_instance"
        | "get_intake_keys"
        | "get_me"
        | "get_limits"
        | "list_taxonomies"
        | "list_countries"
        | "list_flag_states"
        | "list_techniques"
        | "list_advisories"
        | "get_advisory_feed"
        | "list_incidents"
        | "list_audit"
        | "list_audit_checkpoints"
        | "get_audit_verification"
        | "get_audit_checkpoint_metadata"
        | "list_envelopes"
        | "get_desk_keys"
        | "list_releases"
        | "refresh_session"
        | "delete_session"
        | "get_incident_statistics_metadata"
        | "get_releases_metadata" => plain(&operation.path),
        "list_ports" => plain("/api/v1/ports?q=rotter"),
        "export_advisories"
        | "export_audit"
        | "export_audit_checkpoints"
        | "export_incidents"
        | "export_releases" => plain(&operation.path.replace("{form}", "csv")),
        "get_incident_statistics" => plain("/api/v1/statistics/incidents?by=kind"),
        "export_incident_statistics" => plain("/api/v1/statistics/incidents.csv?by=kind"),
        "get_problem" => plain(if there {
            "/problems/stale"
        } else {
            "/problems/nothing"
        }),
        "get_incident_metadata" => plain("/api/v1/incidents/metadata.json"),
        "get_advisory_metadata" => plain("/api/v1/advisories/metadata.json"),
        "get_audit_metadata" => plain("/api/v1/audit/metadata.json"),
        "get_technique_metadata" => plain("/api/v1/techniques/metadata.json"),
        "get_flag_state_metadata" => plain("/api/v1/flag-states/metadata.json"),
        "get_taxonomy_metadata" => plain(if there {
            "/api/v1/taxonomies/severity/metadata.json"
        } else {
            "/api/v1/taxonomies/nothing/metadata.json"
        }),
        "get_taxonomy" => plain(if there {
            "/api/v1/taxonomies/severity"
        } else {
            "/api/v1/taxonomies/nothing"
        }),
        "get_release" | "export_release" | "get_release_metadata" => {
            let id = if there { &world.release } else { NOTHING };
            plain(&operation.path.replace("{id}", id).replace("{form}", "csv"))
        }
        "publish_release" => plain(&operation.path),
        "get_job" | "delete_job" => {
            let id = if there {
                world.job().await
            } else {
                NOTHING.to_owned()
            };
            plain(&format!("/api/v1/jobs/{id}"))
        }
        "create_session" => with(
            &operation.path,
            json!({ "email": "member@demo.example", "password": people::PASSWORD }),
        ),
        "create_incident" => with(&operation.path, given::facts()),
        "verify_audit_checkpoint" => with(
            &operation.path,
            json!({
                "format": "bellbuoy-audit-checkpoint-v1", "number": 1, "hash": "0".repeat(64),
                "hour": "2026-11-21T12:00:00Z", "kid": "x", "signature": "x"
            }),
        ),
        "accept_report" => with(
            &operation.path,
            json!({ "facts": given::facts(), "verification": "anonymous_unverified", "tlp": "amber", "age_band": "1d" }),
        ),
        "create_advisory" => with(&operation.path, given::advisory()),
        "get_incident" | "decide_incident" => incident(world, operation, there, &plain).await,
        "get_advisory" | "update_advisory" | "release_advisory" | "withdraw_advisory" => {
            advisory(world, operation, target, &plain).await
        }
        "set_desk_key" => {
            let own = bellbuoy::keys::Identity::generate();
            let wrapped = bellbuoy::keys::wrap_by_passphrase(&own, desk::PASSPHRASE).unwrap();
            with(
                &operation.path,
                json!({ "recipient": own.recipient(), "wrapped": desk::base64(&wrapped) }),
            )
        }
        "open_envelope" | "reseal_envelope" | "answer_reporter" | "set_note" | "step_envelope" => {
            super::desk::envelope(world, operation, there, &plain).await
        }
        "file_envelope" => Reporter::new()
            .filing(&world.desk, "From anybody.")
            .request(world.app, client),
        "read_mailbox" | "withdraw_report" => plain(&world.envelope().await.0.path()),
        "send_message" => world
            .envelope()
            .await
            .0
            .message(world.app, client, &world.desk, "From anybody."),
        _ => return super::elsewhere::ask(world, operation, target, client).await,
    })
}

async fn incident(
    world: &World<'_>,
    operation: &Operation,
    there: bool,
    plain: &impl Fn(&str) -> RequestBuilder,
) -> RequestBuilder {
    let made = given::incident(world.app).submitted().await;
    let path = operation
        .path
        .replace("{id}", &if there { id(&made) } else { NOTHING.to_owned() });
    match operation.id() {
        "decide_incident" => plain(&path)
            .header("if-match", made.header("etag"))
            .json(&json!({ "decision": "withdraw" })),
        _ => plain(&path),
    }
}

async fn advisory(
    world: &World<'_>,
    operation: &Operation,
    target: &str,
    plain: &impl Fn(&str) -> RequestBuilder,
) -> RequestBuilder {
    let made = match (operation.id(), target) {
        (_, "released green") => world.released("green").await,
        (_, "released clear") | ("withdraw_advisory", _) => world.released("clear").await,
        _ => world.draft("clear").await,
    };
    let path = operation.path.replace(
        "{id}",
        &if target == "absent" {
            NOTHING.to_owned()
        } else {
            id(&made)
        },
    );
    let request = plain(&path).header("if-match", made.header("etag"));
    match operation.id() {
        "get_advisory" => plain(&path),
        "update_advisory" => request.json(&json!({ "severity": "low" })),
        "withdraw_advisory" => request.json(&json!({ "reason": "it was wrong" })),
        _ => request,
    }
}
