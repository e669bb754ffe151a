//! Rows of the register of consultants. What changes it is tried and not kept (`dry_run`), so that every caller finds the
//! same.

use super::recipes::{NOTHING, World};
use reqwest::RequestBuilder;
use serde_json::{Value, json};
use tests::TestApp;
use tests::client::Client;
use tests::people::person;
use tests::register::{firm, profile, somebody};
use tests::spec::Operation;
use uuid::Uuid;

/// Somebody certified, a firm, and what they hold.
pub struct Registered {
    pub person: Uuid,
    pub number: String,
    pub firm: Uuid,
    /// Stated by the person and not confirmed.
    engagement: String,
    scheme: Value,
}

impl Registered {
    /// The second member of the first organisation is a consultant.
    pub async fn enter(app: &TestApp) -> Self {
        let (firm, _) = firm(app, "Northlight Assurance", "2025-06-01").await;
        let held = [("maritime_specialist", "practitioner", "2025-03-01")];
        let own = person("colleague@demo.example").id;
        let (id, numbers) = somebody(app, &json!({})).who_is(own).certified(&held).await;
        let stated = json!({ "supplier_id": firm, "from_on": "2026-01-01" });
        let engagement = app
            .person("colleague@demo.example")
            .post("/api/v1/consultants/own/engagements", &stated)
            .await
            .expect(201);
        let scheme = app.anyone().get("/api/v1/schemes/maritime").await.expect(200);
        Self {
            person: id,
            number: numbers[0].clone(),
            firm,
            engagement: engagement.json()["id"].as_str().unwrap().to_owned(),
            scheme: scheme.json()["version"]["content"].clone(),
        }
    }
}

/// Things an operation is tried on; none for those that are not about a thing.
pub fn targets(operation: &Operation) -> Option<Vec<&'static str>> {
    Some(match operation.id() {
        "get_scheme"
        | "list_scheme_versions"
        | "create_scheme_version"
        | "update_scheme_version"
        | "publish_scheme_version"
        | "get_certificate"
        | "get_credential"
        | "step_certificate"
        | "get_status_list"
        | "get_consultant"
        | "update_consultant_name"
        | "get_supplier"
        | "get_validity"
        | "list_engaged"
        | "accept_engagement"
        | "send_enquiry" => vec!["there", "absent"],
        "delete_own_engagement" => vec!["absent"],
        _ => return None,
    })
}

/// The request of a row, or nothing when nobody has written it.
pub async fn ask(
    world: &World<'_>,
    operation: &Operation,
    target: &str,
    client: &Client,
) -> Option<RequestBuilder> {
    let there = target != "absent";
    let registered = &world.registered;
    let method: reqwest::Method = operation.method.parse().unwrap();
    let plain = |path: &str| client.request(method.clone(), path);
    let trial = |path: &str| plain(&format!("{path}?dry_run=true"));
    let pick = |own: &str| if there { own.to_owned() } else { NOTHING.to_owned() };
    let of_person = || {
        operation
            .path
            .replace("{id}", &pick(&registered.person.to_string()))
    };
    let of_firm = || {
        operation
            .path
            .replace("{id}", &pick(&registered.firm.to_string()))
    };
    let number = if there {
        &*registered.number
    } else {
        "BB-C-2026-99990"
    };
    let of_number = || operation.path.replace("{number}", number);
    let of_scheme = || {
        operation
            .path
            .replace("{code}", if there { "maritime" } else { "nothing" })
    };
    let draft = json!({ "content": registered.scheme });
    Some(match operation.id() {
        "list_consultants"
        | "get_consultant_metadata"
        | "get_register_summary"
        | "list_suppliers"
        | "get_supplier_metadata"
        | "list_certificates"
        | "get_certificate_metadata"
        | "get_certificate_feed"
        | "list_schemes"
        | "get_own_consultant" => plain(&operation.path),
        "export_consultants" | "export_suppliers" | "export_certificates" => {
            plain(&operation.path.replace("{form}", "csv"))
        }
        "get_consultant" => plain(&of_person()),
        "update_consultant_name" => {
            let shown = client
                .get(&format!("/api/v1/consultants/{}", registered.person))
                .await;
            trial(&of_person())
                .header("if-match", shown.header("etag"))
                .json(&json!({ "name": "Ada Holm-Berg", "words": "A paper was seen." }))
        }
        "get_validity" => plain(&format!(
            "{}?discipline=maritime_specialist&from=2026-03-01&to=2026-03-02",
            of_person()
        )),
        "send_enquiry" => {
            // Counted by who it is for; a letter each would be too many.
            world.app.database.rows("DELETE FROM mails").await;
            plain(&of_person()).json(&json!({
                "name": "Cas", "email": "cas@line.example", "words": "We look for a test of our bridge network."
            }))
        }
        "update_own_consultant" => {
            let own = client.get("/api/v1/consultants/own").await;
            let request = trial(&operation.path).json(&profile(&json!({})));
            match own.status {
                200 => request.header("if-match", own.header("etag")),
                _ => request,
            }
        }
        "create_own_engagement" => trial(&operation.path)
            .json(&json!({ "supplier_id": registered.firm, "from_on": "2024-01-01", "to_on": "2024-02-01" })),
        // It would be taken back for all callers after the first.
        "delete_own_engagement" => plain(&operation.path.replace("{id}", NOTHING)),
        "get_supplier" | "list_engaged" => plain(&of_firm()),
        "accept_engagement" => trial(&of_firm().replace("{engagement}", &registered.engagement)),
        "get_certificate" | "get_credential" => plain(&of_number()),
        "step_certificate" => {
            let shown = client
                .get(&format!("/api/v1/certificates/{}", registered.number))
                .await;
            trial(&of_number())
                .header("if-match", shown.header("etag"))
                .json(&json!({ "step": "suspend", "reason": "misconduct", "words": "A test." }))
        }
        "create_certificate_check" => plain(&operation.path).json(&json!({ "number": registered.number })),
        "get_status_list" => plain(if there {
            "/api/v1/status-lists/1/r"
        } else {
            "/api/v1/status-lists/9/r"
        }),
        "get_scheme" | "list_scheme_versions" => plain(&of_scheme()),
        "create_scheme_version" => trial(&of_scheme()).json(&draft),
        "update_scheme_version" => trial(&of_scheme().replace("{number}", "1"))
            .header("if-match", "\"none\"")
            .json(&draft),
        "publish_scheme_version" => trial(&of_scheme().replace("{number}", "1"))
            .header("if-match", "\"none\"")
            .json(&json!({ "valid_from": "2027-01-01" })),
        _ => return None,
    })
}
