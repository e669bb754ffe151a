//! The command line of a careful reporter and of key holders: seals on this machine, checks what the instance signed.

mod client;
mod command;
mod fault;
mod terminal;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(
    name = "bellbuoy",
    version,
    about = "Reports maritime cyber incidents, sealed on this machine"
)]
#[command(
    after_help = "Exit codes: 0 done, 1 usage, 2 data refused, 3 not allowed, 4 network, 5 server.
No secret is ever taken from the command line: words, keys and shares are asked for or read from standard input.
HTTPS_PROXY and ALL_PROXY (also socks5://) are respected."
)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Seal a report on this machine and file it without a name
    Report(command::report::Args),
    /// Read and answer what the desk wrote; asks for the receipt's nine words
    Mailbox(command::mailbox::Args),
    /// Check a filing proof, or an exported audit against kept checkpoints; needs no connection when the keys are given
    Verify(command::verify::Args),
    /// Make, split and use keys
    #[command(subcommand)]
    Keys(command::keys::Keys),
}

fn main() -> ExitCode {
    let line = match Line::try_parse() {
        Ok(line) => line,
        Err(fault) => {
            let code = u8::from(fault.use_stderr());
            return match fault.print() {
                Ok(()) => ExitCode::from(code),
                Err(_) => ExitCode::FAILURE,
            };
        }
    };
    let done = match line.command {
        Command::Report(args) => command::report::run(&args),
        Command::Mailbox(args) => command::mailbox::run(&args),
        Command::Verify(args) => command::verify::run(&args),
        Command::Keys(which) => command::keys::run(&which),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            terminal::note(&format!("bellbuoy: {fault}"));
            ExitCode::from(fault.code())
        }
    }
}
