//! The sealed intake: what stands outside the seal, and what a reporter and the desk say inside it.

mod content;
mod steps;
mod words;

pub use content::*;
pub use steps::*;
pub use words::*;
