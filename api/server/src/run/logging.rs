//! JSON lines to a file in the data folder, written beside the requests; and the metrics.

use crate::config::Config;
use anyhow::Context;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tracing_appender::non_blocking::WorkerGuard;
use tracing_subscriber::EnvFilter;

/// Starts the log; the guard writes what is left when it is dropped.
pub fn start(config: &Config) -> anyhow::Result<WorkerGuard> {
    let folder = config.data.join("log");
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let file = tracing_appender::rolling::daily(&folder, "server.log");
    let (writer, guard) = tracing_appender::non_blocking(file);
    let filter = EnvFilter::try_new(&config.log)
        .context("BELLBUOY_LOG is not a filter such as info or warn,bellbuoy_server=debug")?;
    // A second start in one process keeps the first subscriber.
    let _already = tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_writer(writer)
        .try_init();
    Ok(guard)
}

/// Starts the metrics.
pub fn metrics() -> anyhow::Result<PrometheusHandle> {
    let recorder = PrometheusBuilder::new().build_recorder();
    let handle = recorder.handle();
    let _already = metrics::set_global_recorder(recorder);
    Ok(handle)
}
