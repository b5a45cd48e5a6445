//! What pages say about a small orchard.

pub(crate) mod orchard;
