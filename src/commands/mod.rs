//! One file per command: the only code that sees both `io` and the stages.
