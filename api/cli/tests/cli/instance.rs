//! A stand-in for an instance: answers the few requests the command line makes and remembers what it was sent.

use std::{
    collections::BTreeMap,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use bellbuoy::{keys::Identity, proof};
use bellbuoy_domain::proof as text;

pub const HOUR: u64 = 498_781;
pub const BITS: u32 = 8;
pub const MONTH: &str = "2026-11";
const SEED: [u8; 32] = [7; 32];

#[derive(Debug, Clone, Default)]
pub struct Request {
    pub line: String,
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

#[derive(Default)]
pub struct Behaviour {
    /// Answers every PUT of an envelope with this status.
    pub refuse: Option<u16>,
    /// Lists another desk key than was signed.
    pub slip_in_a_key: bool,
    /// The pages of the mailbox.
    pub mailbox: Vec<Vec<u8>>,
}

pub struct Instance {
    pub url: String,
    pub desk: Identity,
    pub recovery: Identity,
    pub requests: Arc<Mutex<Vec<Request>>>,
    pub behaviour: Arc<Mutex<Behaviour>>,
}

impl Instance {
    pub fn start() -> Arc<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let instance = Arc::new(Self {
            url: format!("http://{}", listener.local_addr().unwrap()),
            desk: Identity::generate(),
            recovery: Identity::generate(),
            requests: Arc::default(),
            behaviour: Arc::default(),
        });
        let serving = Arc::clone(&instance);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                serving.serve(stream.unwrap());
            }
        });
        instance
    }

    pub fn sent(&self, method: &str) -> Vec<Request> {
        let all = self.requests.lock().unwrap();
        all.iter()
            .filter(|request| request.line.starts_with(method))
            .cloned()
            .collect()
    }

    pub fn jwks(&self) -> String {
        let public = ed25519_dalek::SigningKey::from_bytes(&SEED).verifying_key();
        let x = BASE64_URL_SAFE_NO_PAD.encode(public.to_bytes());
        format!(
            r#"{{"keys":[{{"kty":"OKP","crv":"Ed25519","kid":"k1","use":"sig","bellbuoy_purpose":"filing_proof","x":"{x}"}}]}}"#
        )
    }

    fn serve(&self, mut stream: TcpStream) {
        let Some(request) = read(&mut stream) else { return };
        let (status, body) = self.answer(&request);
        self.requests.lock().unwrap().push(request);
        let head = format!(
            "HTTP/1.1 {status} x\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
            body.len()
        );
        let _ = stream.write_all(&[head.as_bytes(), &body].concat());
    }

    fn answer(&self, request: &Request) -> (u16, Vec<u8>) {
        let behaviour = self.behaviour.lock().unwrap();
        let path = request.line.split(' ').nth(1).unwrap_or_default();
        if request.line.starts_with("PUT") && path.contains("/envelopes/") {
            return match behaviour.refuse {
                Some(status) => (
                    status,
                    br#"{"title":"refused","detail":"the sealed report is refused"}"#.to_vec(),
                ),
                None => (201, self.proof(&request.headers["bellbuoy-commitment"])),
            };
        }
        match path {
            "/.well-known/jwks.json" => (200, self.jwks().into_bytes()),
            "/api/v1/intake/keys" => (200, self.keys(behaviour.slip_in_a_key)),
            _ if request.line.starts_with("GET") && path.contains("/mailboxes/") => {
                let page: usize = path.split("page=").nth(1).unwrap().parse().unwrap();
                (
                    200,
                    behaviour
                        .mailbox
                        .get(page)
                        .cloned()
                        .unwrap_or_else(|| vec![7; 4 * 4_492]),
                )
            }
            _ if path.contains("/mailboxes/") => (204, Vec::new()),
            _ => (404, Vec::new()),
        }
    }

    fn keys(&self, slip_in: bool) -> Vec<u8> {
        let (recipient, recovery) = (self.desk.recipient(), self.recovery.recipient());
        let signature = proof::sign(
            &text::epochs_text(&recovery, [(MONTH, recipient.as_str())]),
            &SEED,
        );
        let listed = if slip_in {
            Identity::generate().recipient()
        } else {
            recipient
        };
        let list = serde_json::json!({
            "server_hour": HOUR, "work_bits": BITS, "recovery": recovery, "kid": "k1", "signature": signature,
            "epochs": [{"id": MONTH, "recipient": listed, "current": true}],
        });
        serde_json::to_vec(&list).unwrap()
    }

    fn proof(&self, commitment: &str) -> Vec<u8> {
        let signature = proof::sign(&text::proof_text(commitment, MONTH), &SEED);
        let filed = serde_json::json!({
            "format": text::FORMAT, "commitment": commitment, "month": MONTH, "kid": "k1", "signature": signature,
        });
        serde_json::to_vec(&filed).unwrap()
    }
}

fn read(stream: &mut TcpStream) -> Option<Request> {
    let mut bytes = Vec::new();
    let mut chunk = [0; 8_192];
    let head = loop {
        if let Some(end) = bytes.windows(4).position(|part| part == b"\r\n\r\n") {
            break end;
        }
        match stream.read(&mut chunk).ok()? {
            0 => return None,
            got => bytes.extend_from_slice(&chunk[..got]),
        }
    };
    let text = String::from_utf8_lossy(&bytes[..head]).into_owned();
    let mut lines = text.lines();
    let line = lines.next()?.to_owned();
    let headers: BTreeMap<String, String> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    let length: usize = headers
        .get("content-length")
        .and_then(|value| value.parse().ok())
        .unwrap_or(0);
    let mut body = bytes[head + 4..].to_vec();
    while body.len() < length {
        let got = stream.read(&mut chunk).ok()?;
        body.extend_from_slice(&chunk[..got]);
    }
    Some(Request { line, headers, body })
}
