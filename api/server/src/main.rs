//! The one executable: `run`, `serve`, `migrate`, `seed`, `keys`, `audit`, and the generators.

use bellbuoy_server::run::{self, Command};
use clap::Parser;
use std::process::ExitCode;
use std::time::Duration;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often memory that was freed goes back to the system.
const GIVEN_BACK: Duration = Duration::from_secs(1);

/// Cyber incidents in shipping: sealed reports, incidents, advisories, figures.
#[derive(Debug, Parser)]
#[command(name = "bellbuoy-server", version)]
struct Line {
    #[command(flatten)]
    config: bellbuoy_server::config::Config,
    #[command(subcommand)]
    command: Command,
}

/// The allocator gives memory back when it is next asked for some. An idle server does not ask, and would keep what
/// start-up and the last password check took: as much as all it needs. Pages of 2 MiB would keep most of it as well,
/// since a whole one has to be free; PostgreSQL, which is started from here, does better without them too.
fn give_back() {
    rustix::thread::disable_transparent_huge_pages(true).ok();
    std::thread::spawn(|| {
        // Only a thread that has taken memory is heard.
        drop(std::hint::black_box(vec![0_u8; 64]));
        loop {
            std::thread::sleep(GIVEN_BACK);
            #[expect(
                unsafe_code,
                reason = "the allocator is C; this call takes no pointer and may come from any thread"
            )]
            unsafe {
                libmimalloc_sys::mi_collect(true);
            }
        }
    });
}

fn main() -> ExitCode {
    let line = Line::parse();
    give_back();
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
