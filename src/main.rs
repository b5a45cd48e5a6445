//! The `ladder-site` binary.

/// A site is made of very many small pieces of text; this allocator gives them out and takes them back at less than half
/// the cost of the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    ladder_site::commands::run()
}
