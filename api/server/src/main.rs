//! The one executable: `run`, `serve`, `migrate`, `seed`, `keys`, and the generators.

use bellbuoy_server::run::{self, Command};
use clap::Parser;
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Cyber incidents in shipping: sealed reports, incidents, advisories, figures.
#[derive(Debug, Parser)]
#[command(name = "bellbuoy-server", version)]
struct Line {
    #[command(flatten)]
    config: bellbuoy_server::config::Config,
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    let line = Line::parse();
    // The private database is started from this thread, which lives as long as the process: it is
    // told to stop when the thread that started it ends.
    match run::main(line.config, line.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            run::complain(&error);
            ExitCode::FAILURE
        }
    }
}
