//! Files, network and clock: sources in, files out. Knows no ladders.
