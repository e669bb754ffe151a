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
    let filter = filter(&config.log)?;
    // A second start in one process keeps the first subscriber.
    let _already = tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_writer(writer)
        .try_init();
    Ok(guard)
}

/// What is written down. The HTTP library tells of heads that it cannot read, whosever they are and to the
/// microsecond: no setting lets it.
fn filter(asked: &str) -> anyhow::Result<EnvFilter> {
    EnvFilter::try_new(format!("{asked},actix_http=off"))
        .context("BELLBUOY_LOG is not a filter such as info or warn,bellbuoy_server=debug")
}

/// Starts the metrics.
pub fn metrics() -> anyhow::Result<PrometheusHandle> {
    let recorder = PrometheusBuilder::new().build_recorder();
    let handle = recorder.handle();
    let _already = metrics::set_global_recorder(recorder);
    Ok(handle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_http_library_writes_nothing_down_whatever_is_asked() {
        for asked in ["info", "trace", "warn,actix_http=trace"] {
            let filter = filter(asked).unwrap().to_string();
            assert!(filter.contains("actix_http=off"), "{filter}");
            assert!(!filter.contains("actix_http=trace"), "{filter}");
        }
        assert!(filter("no=such=filter=").is_err());
    }
}
