//! The one integration binary. Each module is a noun or a promise.

mod embedded;
