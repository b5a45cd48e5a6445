//! The `ladder-site` binary.

fn main() -> std::process::ExitCode {
    ladder_site::commands::run()
}
