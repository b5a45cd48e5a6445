//! The default theme, carried by the binary.

/// Every file of `themes/default` by its path there, in the order of the paths; listed by `build.rs`.
pub(super) const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/theme.rs"));
