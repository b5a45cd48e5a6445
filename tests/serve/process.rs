//! What the system tells of a process.

/// What it holds, in KiB.
pub fn memory(process: u32) -> u64 {
    told(process, "VmRSS:")
}

/// How many threads it has.
pub fn threads(process: u32) -> u64 {
    told(process, "Threads:")
}

fn told(process: u32, name: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).expect("it runs");
    let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("the system tells");
    line.trim().trim_end_matches("kB").trim().parse().expect("it is a number")
}
