//! The box at start: where the site is, who may sign in, how to stop and how to begin anew.

use crate::config::{Config, Mode};
use crate::seed::people;
use std::net::SocketAddr;

const WIDTH: usize = 74;

/// Prints the box. `setup` is the word of the link for a site that has no administrator yet.
#[expect(clippy::print_stdout, reason = "the box is what the command is for")]
pub fn show(config: &Config, address: SocketAddr, setup: Option<&str>) {
    if address.port() != config.listen.port() && config.listen.port() != 0 {
        println!(
            "Port {} is in use: taking {} instead.",
            config.listen.port(),
            address.port()
        );
    }
    println!("{}", frame(&lines(config, address, setup)));
}

fn lines(config: &Config, address: SocketAddr, setup: Option<&str>) -> Vec<String> {
    let mut lines = vec![
        format!("Bellbuoy is running     http://{address}/"),
        format!("Report an incident      http://{address}/report"),
        format!("API documentation       http://{address}/api/docs"),
    ];
    if config.mode == Mode::Demo {
        lines.push(String::new());
        lines.push("Demo: all data are invented. Do not report real incidents here.".to_owned());
        lines.push(format!("Sign in with one click  http://{address}/sign-in"));
        for person in people::PEOPLE {
            lines.push(format!("  {:<30} {}", person.email, person.role.label()));
        }
        lines.push(format!(
            "  password {}, desk passphrase {}",
            people::PASSWORD,
            people::DESK_PASSPHRASE
        ));
    }
    if let Some(word) = setup {
        let base = config
            .origin
            .clone()
            .unwrap_or_else(|| format!("http://{address}"));
        lines.push(String::new());
        lines.push(
            "Nobody administers this site yet. Open this link today, and answer four questions:".to_owned(),
        );
        lines.push(format!("  {base}/setup/{word}"));
    }
    lines.push(String::new());
    let anew = if config.mode == Mode::Demo {
        "  Begin anew: make reset."
    } else {
        ""
    };
    lines.push(format!("Stop: Ctrl-C.{anew}  State: {}", config.data.display()));
    lines
}

fn frame(lines: &[String]) -> String {
    let width = lines
        .iter()
        .map(|line| line.chars().count())
        .max()
        .unwrap_or_default()
        .max(WIDTH);
    let rule = "─".repeat(width + 2);
    let body: String = lines
        .iter()
        .map(|line| format!("│ {line}{} │\n", " ".repeat(width - line.chars().count())))
        .collect();
    format!("┌{rule}┐\n{body}└{rule}┘")
}
