//! Listening, serving, stopping.

use crate::app::App;
use crate::auth::revocations;
use crate::config::{Config, Mode, Part};
use crate::db::Db;
use crate::db::bootstrap::Urls;
use crate::http::fallback::Paths;
use crate::{openapi, routes};
use actix_web::dev::{Server, ServerHandle};
use actix_web::{HttpResponse, HttpServer, web};
use anyhow::{anyhow, bail};
use metrics_exporter_prometheus::PrometheusHandle;
use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};

/// How many ports further a demo looks for a free one.
const FURTHER: u16 = 50;

/// Takes the address, or in a demo the next free port.
pub fn listen(config: &Config) -> anyhow::Result<TcpListener> {
    for step in 0..=FURTHER {
        let port = config.listen.port().saturating_add(step);
        match TcpListener::bind(SocketAddr::new(config.listen.ip(), port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse && config.mode == Mode::Demo => {}
            Err(error) => bail!(
                "cannot listen on {}: {error}; set BELLBUOY_LISTEN to a free address",
                config.listen
            ),
        }
    }
    bail!(
        "no free port from {} on; set BELLBUOY_LISTEN",
        config.listen.port()
    )
}

/// The description of what a process serves.
#[derive(Clone)]
struct Described {
    document: web::Data<openapi::Document>,
    paths: web::Data<Paths>,
}

/// Written once in a process, however many servers it starts: it follows from the code alone.
fn described(only: Option<Part>) -> anyhow::Result<Described> {
    static WRITTEN: Mutex<Vec<(Option<Part>, Described)>> = Mutex::new(Vec::new());
    let mut written = WRITTEN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, described)) = written.iter().find(|(part, _)| *part == only) {
        return Ok(described.clone());
    }
    let spec = routes::spec_of(only);
    let described = Described {
        document: web::Data::new(openapi::Document::of(&spec)?),
        paths: web::Data::new(Paths::of(&spec)),
    };
    written.push((only, described.clone()));
    Ok(described)
}

/// Starts the workers, each with its own small pool.
pub fn start(app: App, db: Db, urls: Urls, listener: TcpListener) -> anyhow::Result<Server> {
    let Described { document, paths } = described(app.config.only)?;
    let workers = app
        .config
        .workers
        .unwrap_or_else(|| std::thread::available_parallelism().map_or(2, usize::from));
    if app.config.only != Some(Part::Intake) {
        let clock = app.clone();
        let now = move || clock.now().timestamp();
        tokio::spawn(revocations::follow(
            urls.app.clone(),
            app.tokens.clone(),
            app.machines.clone(),
            now,
        ));
    }
    let server = HttpServer::new(move || {
        let own = Db::new(&urls.app, &urls.intake, app.config.pool).unwrap_or_else(|_shared| db.clone());
        routes::site(app.clone(), own, document.clone(), paths.clone())
    })
    .workers(workers)
    .disable_signals()
    .client_request_timeout(Duration::from_secs(20))
    .keep_alive(Duration::from_secs(75))
    .shutdown_timeout(10)
    .listen(listener)?;
    Ok(server.run())
}

/// Serves the metrics on a port of their own; a taken port is no reason not to serve.
pub fn start_metrics(config: &Config, metrics: PrometheusHandle) -> Option<ServerHandle> {
    let server = HttpServer::new(move || {
        let metrics = metrics.clone();
        actix_web::App::new().route(
            "/metrics",
            web::get().to(move || {
                std::future::ready(
                    HttpResponse::Ok()
                        .content_type("text/plain; version=0.0.4")
                        .body(metrics.render()),
                )
            }),
        )
    })
    .workers(1)
    .disable_signals();
    match server.bind(config.metrics_listen) {
        Ok(server) => {
            let running = server.run();
            let handle = running.handle();
            tokio::spawn(running);
            Some(handle)
        }
        Err(error) => {
            tracing::warn!(%error, "no metrics: their address is taken");
            None
        }
    }
}

/// Waits for Ctrl-C or a request to end.
pub async fn until_told_to_stop() -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut hang_up = signal(SignalKind::hangup())?;
    tokio::select! {
        outcome = tokio::signal::ctrl_c() => outcome.map_err(|error| anyhow!("signals do not work: {error}")),
        _ = terminate.recv() => Ok(()),
        _ = hang_up.recv() => Ok(()),
    }
}
