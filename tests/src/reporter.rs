//! Somebody who reports without a name, and seals for real.

use crate::TestApp;
use crate::client::{Answer, Client, send};
use crate::desk::Desk;
use bellbuoy::keys::Identity;
use bellbuoy::seal;
use bellbuoy_domain::intake::{Message, Report};
use bellbuoy_domain::proof::commitment;
use bellbuoy_domain::receipt::{Receipt, derive};
use bellbuoy_domain::sealed::MESSAGE_BYTES;
use bellbuoy_domain::work;
use reqwest::{Method, RequestBuilder};
use serde_json::json;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What a receipt stands for.
pub struct Reporter {
    pub id: Uuid,
    pub locator: [u8; 32],
    pub mailbox: Identity,
    pub salt: [u8; 16],
}

/// A sealed report with all that goes with it, to be changed before it is sent.
#[derive(Clone)]
pub struct Filing {
    pub id: Uuid,
    pub epoch: String,
    pub locator_hash: String,
    pub commitment: String,
    pub help: bool,
    pub blob: Vec<u8>,
    /// Solved for the content when absent.
    pub work: Option<String>,
}

impl Reporter {
    /// Somebody whose keys are drawn at random: deriving them from words takes 600,000 rounds.
    #[expect(clippy::new_without_default, reason = "no two of them are alike")]
    pub fn new() -> Self {
        Self {
            id: Uuid::new_v4(),
            locator: rand::random(),
            mailbox: Identity::generate(),
            salt: rand::random(),
        }
    }

    /// Somebody with words.
    pub fn of(receipt: &Receipt) -> Self {
        let derived = derive(receipt);
        let mailbox = Identity::read(&derived.mailbox_identity()).unwrap();
        Self {
            id: derived.envelope_id,
            locator: derived.locator,
            mailbox,
            salt: derived.proof_salt,
        }
    }

    /// The address of the mailbox.
    pub fn path(&self) -> String {
        format!("/api/v1/intake/mailboxes/{}", hex::encode(self.locator))
    }

    /// A short report.
    pub fn report(&self, words: &str) -> Report {
        let answers = json!({ "what": "position_wrong", "when": { "choice": "today" }, "where": "at_sea" });
        let report = json!({ "v": 1, "sealed_at": "2026-11-21T11:58:00Z", "mailbox": self.mailbox.recipient(), "answers": answers, "words": words });
        serde_json::from_value(report).unwrap()
    }

    /// A short report, sealed.
    pub fn filing(&self, desk: &Desk, words: &str) -> Filing {
        let sealed =
            seal::seal_report(&self.report(words), desk.recipient(), desk.recovery_recipient()).unwrap();
        Filing {
            id: self.id,
            epoch: desk.epoch().to_owned(),
            locator_hash: hex::encode(Sha256::digest(self.locator)),
            commitment: hex::encode(commitment(&sealed.json, &self.salt)),
            help: false,
            blob: sealed.blob,
            work: None,
        }
    }

    /// Files a short report.
    pub async fn file(&self, app: &TestApp, desk: &Desk) -> Filing {
        let filing = self.filing(desk, "Both receivers jumped inland.");
        filing.send(app).await.expect(201);
        filing
    }

    /// A message to the desk, ready to send.
    pub fn message(&self, app: &TestApp, client: &Client, desk: &Desk, text: &str) -> RequestBuilder {
        let message = json!({ "v": 1, "at": "2026-11-21T11:59:00Z", "from": "reporter", "kind": "facts", "text": text });
        let sealed = self.seal(desk, serde_json::from_value(message).unwrap());
        let id = Uuid::new_v4();
        let request = client.request(Method::PUT, &format!("{}/messages/{id}", self.path()));
        octets(request, &sealed).header("bellbuoy-work", solved(app, id, &sealed))
    }

    /// Sends a message to the desk.
    pub async fn tell(&self, app: &TestApp, desk: &Desk, text: &str) {
        send(self.message(app, &app.anyone(), desk, text))
            .await
            .expect(204);
    }

    /// A message sealed to desk, recovery key and this mailbox.
    pub fn seal(&self, desk: &Desk, message: Message) -> Vec<u8> {
        seal::seal_message(
            &message,
            desk.recipient(),
            desk.recovery_recipient(),
            &self.mailbox.recipient(),
        )
        .unwrap()
    }

    /// The messages of a page of the mailbox that open.
    pub async fn read(&self, app: &TestApp, page: u32) -> Vec<Message> {
        let page = app
            .anyone()
            .get(&format!("{}?page={page}", self.path()))
            .await
            .expect(200);
        page.bytes
            .chunks(MESSAGE_BYTES)
            .filter_map(|slot| seal::open_as(slot, &self.mailbox).ok())
            .collect()
    }
}

impl Filing {
    /// The request.
    pub fn request(&self, app: &TestApp, client: &Client) -> RequestBuilder {
        let request = client.request(Method::PUT, &format!("/api/v1/intake/envelopes/{}", self.id));
        let request = octets(request, &self.blob)
            .header("bellbuoy-epoch", &self.epoch)
            .header("bellbuoy-locator-hash", &self.locator_hash)
            .header("bellbuoy-commitment", &self.commitment)
            .header(
                "bellbuoy-work",
                self.work
                    .clone()
                    .unwrap_or_else(|| solved(app, self.id, &self.blob)),
            );
        if self.help {
            request.header("bellbuoy-help", "1")
        } else {
            request
        }
    }

    /// Sends it.
    pub async fn send(&self, app: &TestApp) -> Answer {
        send(self.request(app, &app.anyone())).await
    }
}

/// The server's hour.
pub fn hour(app: &TestApp) -> u64 {
    work::hour_of(app.app.now().timestamp().unsigned_abs())
}

/// A proof of work that is enough.
pub fn solved(app: &TestApp, id: Uuid, blob: &[u8]) -> String {
    work::solve(hour(app), u32::from(app.app.config.work_bits), id, blob).to_string()
}

/// A request with a body of bytes.
pub fn octets(request: RequestBuilder, bytes: &[u8]) -> RequestBuilder {
    request
        .header("content-type", "application/octet-stream")
        .body(bytes.to_vec())
}
