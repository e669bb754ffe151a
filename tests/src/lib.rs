//! The harness of the integration tests: a private cluster, a database per test from a template,
//! the real server on a port of its own, and clients named for who they are.

pub mod canary;
pub mod candidate;
pub mod client;
pub mod conform;
pub mod database;
pub mod desk;
pub mod given;
pub mod golden;
pub mod log;
pub mod people;
pub mod ratings;
pub mod register;
pub mod reporter;
pub mod sittings;
pub mod spec;
pub mod statements;
pub mod xlsx;
pub mod xml;

use bellbuoy_domain::account::{Role, Standing};
use bellbuoy_server::app::App;
use bellbuoy_server::auth::factors::{self, Seal};
use bellbuoy_server::auth::keys::Keys;
use bellbuoy_server::auth::token::Subject;
use bellbuoy_server::config::Config;
use bellbuoy_server::db::{Caller, Db, Guarded};
use bellbuoy_server::{jobs, run};
use chrono::{DateTime, Utc};
use clap::{Args, Command, FromArgMatches};
use client::Client;
use database::Database;
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// A running site with a database of its own.
pub struct TestApp {
    pub app: App,
    pub db: Db,
    pub base: String,
    pub database: Database,
    pub folder: PathBuf,
    time: Arc<Mutex<DateTime<Utc>>>,
    handle: actix_web::dev::ServerHandle,
}

impl TestApp {
    /// Starts the site in demo mode, without demo data, at noon of 21 November 2026.
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Starts the site with more settings, as on the command line.
    pub async fn start_with(arguments: &[&str]) -> Self {
        Self::start_on(Database::fresh().await, arguments).await
    }

    /// Starts the site on a database that is there already.
    pub async fn start_on(database: Database, arguments: &[&str]) -> Self {
        let folder = database::scratch(&format!("site-{}", uuid::Uuid::new_v4().simple()));
        Self::start_in(database, folder, arguments).await
    }

    /// A second server of the same site: the same database and the same keys.
    pub async fn beside(&self) -> Self {
        Self::start_in(self.database.clone(), self.folder.clone(), &[]).await
    }

    async fn start_in(database: Database, folder: PathBuf, arguments: &[&str]) -> Self {
        let config = config(&folder, arguments);
        let time = Arc::new(Mutex::new("2026-11-21T12:00:00Z".parse().unwrap()));
        let clock = {
            let time = time.clone();
            Arc::new(move || *time.lock().unwrap())
        };
        let keys = Keys::load(&folder.join("keys")).unwrap();
        let app = App::new(config, clock, keys);
        let db = Db::new(&database.urls.app, &database.urls.intake, 2).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let server = run::server::start(app.clone(), db.clone(), database.urls.clone(), listener).unwrap();
        let handle = server.handle();
        tokio::spawn(server);
        Self {
            app,
            db,
            base,
            database,
            folder,
            time,
            handle,
        }
    }

    /// Sets the clock.
    pub fn set_time(&self, text: &str) {
        *self.time.lock().unwrap() = text.parse().unwrap();
    }

    /// Nobody in particular.
    pub fn anyone(&self) -> Client {
        Client::new(&self.base, None)
    }

    /// A member of the first demo organisation.
    pub fn member(&self) -> Client {
        self.person("member@demo.example")
    }

    /// A member of another organisation.
    pub fn other_member(&self) -> Client {
        self.person("other-member@demo.example")
    }

    /// An analyst.
    pub fn analyst(&self) -> Client {
        self.person("analyst@demo.example")
    }

    /// Another analyst.
    pub fn second_analyst(&self) -> Client {
        self.person("second-analyst@demo.example")
    }

    /// An administrator.
    pub fn admin(&self) -> Client {
        self.person("admin@demo.example")
    }

    /// Somebody with a token made for the test, of a session that nobody else has.
    pub fn person(&self, email: &str) -> Client {
        self.person_at(email, 1)
    }

    /// Somebody who signed in with an address and the password of all people of the tests; staff with a second factor.
    pub async fn signed_in(&self, email: &str) -> Client {
        let mut body = serde_json::json!({ "email": email, "password": people::PASSWORD });
        if people::person(email).role.is_staff() {
            self.second_factor(email).await;
            body["code"] = self.code().into();
        }
        let client = self.anyone();
        let session = client.post("/api/v1/auth/sessions", &body).await.expect(201);
        client.with_token(session.json()["access_token"].as_str().unwrap())
    }

    /// Gives somebody a second factor; [`TestApp::code`] has its codes.
    pub async fn second_factor(&self, email: &str) {
        let id = people::person(email).id;
        let sealed = Seal::of(&self.app.keys.secret)
            .seal(id, &people::SECOND_FACTOR)
            .unwrap();
        let mut conn = self.system().await;
        factors::store::enter(&mut conn, id, &sealed, self.app.now())
            .await
            .unwrap();
    }

    /// The code of this moment, of all second factors of the tests.
    pub fn code(&self) -> String {
        factors::code_at(&people::SECOND_FACTOR, self.app.now()).unwrap()
    }

    /// An administrator who has not given a second factor.
    pub fn bare(&self) -> Client {
        let person = people::person("admin@demo.example");
        self.holder(&Subject {
            account: person.id,
            session: uuid::Uuid::new_v4(),
            standing: Standing::staff(Role::Member),
            organisation: None,
            version: 1,
            bare: true,
        })
    }

    /// Somebody with a token made for the test.
    fn holder(&self, subject: &Subject) -> Client {
        let token = bellbuoy_server::auth::token::issue(&self.app, subject).unwrap();
        Client::new(&self.base, Some(token))
    }

    /// As [`TestApp::person`], with a token of a later revision of the account.
    pub fn person_at(&self, email: &str, version: i32) -> Client {
        let person = people::person(email);
        self.holder(&Subject {
            account: person.id,
            session: uuid::Uuid::new_v4(),
            standing: person.standing(),
            organisation: person.organisation(),
            version,
            bare: false,
        })
    }

    /// Does all background work that waits.
    pub async fn drain(&self) {
        jobs::drain(&self.db).await.unwrap();
    }

    /// A connection that sees everything.
    pub async fn system(&self) -> Guarded {
        self.db.as_caller(Caller::System).await.unwrap()
    }

    /// Stops the server; the database stays for looking at.
    pub async fn stop(&self) {
        self.handle.stop(true).await;
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        let handle = self.handle.clone();
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move { handle.stop(false).await });
        }
    }
}

/// Settings as a command line gives them, with the tests' own before.
pub fn config(folder: &std::path::Path, arguments: &[&str]) -> Config {
    let data = folder.to_string_lossy().into_owned();
    let mut line = vec![
        "test",
        "--data",
        &data,
        "--work-bits",
        "6",
        "--workers",
        "1",
        "--pool",
        "2",
        "--release-days",
        "0",
    ];
    line.extend(arguments);
    let command = Config::augment_args(Command::new("test").args_override_self(true));
    Config::from_arg_matches(&command.try_get_matches_from(line).unwrap()).unwrap()
}
