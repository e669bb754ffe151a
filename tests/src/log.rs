//! The server's log of this run. One process has one log, so all tests write to the same file.

use crate::database::scratch;
use std::any::Any;
use std::path::PathBuf;
use std::sync::LazyLock;
use std::time::Duration;

static LOG: LazyLock<(PathBuf, Box<dyn Any + Send + Sync>)> = LazyLock::new(|| {
    let folder = scratch("logged");
    let guard = bellbuoy_server::run::logging::start(&crate::config(&folder, &[])).unwrap();
    (folder.join("log"), Box::new(guard))
});

/// Starts the log and gives its folder.
pub fn folder() -> PathBuf {
    LOG.0.clone()
}

/// Everything written so far.
pub fn text() -> String {
    let files = std::fs::read_dir(folder()).unwrap().flatten();
    files
        .map(|file| std::fs::read_to_string(file.path()).unwrap())
        .collect()
}

/// Everything written, once a line with `part` is there. Lines are written beside the requests, in their order.
pub async fn text_with(part: &str) -> String {
    let written = async {
        loop {
            let text = text();
            if text.contains(part) {
                return text;
            }
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), written)
        .await
        .unwrap_or_else(|_| panic!("{part} never came into the log"))
}
