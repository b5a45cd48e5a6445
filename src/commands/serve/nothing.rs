//! The page that only the preview has: for a folder that holds no site yet.

/// For a folder that holds no site yet.
pub fn nothing() -> String {
    let title = "No site yet";
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n</head>\n<body>\n<h1>{title}</h1>\n\
         <p>There is nothing to show yet. This page changes by itself as soon as there is.</p>\n</body>\n</html>\n"
    )
}
