//! View + theme → bytes. Knows tera.
