//! Texts that are committed and compared; `ACCEPT=1` writes them anew.

use crate::database::root;

/// Fails when the file of the repository has another text, and names the command that repairs it.
#[track_caller]
pub fn compare(path: &str, text: &str, repair: &str) {
    let file = root().join(path);
    if std::env::var_os("ACCEPT").is_some() {
        std::fs::write(&file, text).unwrap();
    }
    let stands = std::fs::read_to_string(&file).unwrap_or_default();
    let differs = stands.lines().zip(text.lines()).position(|(a, b)| a != b);
    let line = differs.unwrap_or_else(|| stands.lines().count().min(text.lines().count()));
    let (before, after) = (
        stands.lines().nth(line).unwrap_or("(end)"),
        text.lines().nth(line).unwrap_or("(end)"),
    );
    assert!(
        stands == text,
        "{path} is not current: run {repair}\nline {}\n  stands: {before}\n  now:    {after}",
        line + 1
    );
}
