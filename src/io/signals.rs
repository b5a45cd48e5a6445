//! The wish of the user that a program end. The only module that knows `ctrlc`.

use std::path::Path;

use super::Failure;

/// Does something when the user presses Ctrl-C, or the system asks the process to end.
///
/// # Errors
/// Where the machine cannot tell.
pub fn on_interrupt(then: impl Fn() + Send + 'static) -> Result<(), Failure> {
    ctrlc::set_handler(then)
        .map_err(|error| Failure::new("listen to", Path::new("signals of the system"), error.to_string()))
}
