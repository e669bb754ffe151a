//! What customers say of people and firms of the register.

mod answers;
mod figures;
mod moderated;
mod written;
