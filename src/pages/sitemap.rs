//! For search engines: every page of the site by its whole address, and where that list is.

use super::{Route, Site, address, routes};

/// What the protocol allows in one list (<https://www.sitemaps.org/protocol.html>).
const MOST: usize = 50_000;

/// `sitemap.xml`; in the order of the routes, so that moves and dimensions are what a list that is too long leaves out.
pub(super) fn sitemap(site: &Site) -> String {
    let base = site.settings.base_url.as_deref().unwrap_or_default();
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                   <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for route in routes(site).iter().filter(|route| is_listed(route)).take(MOST) {
        let address = address::whole(base, &route.path(&site.ladder));
        out.push_str(&format!("<url><loc>{}</loc></url>\n", address.replace('&', "&amp;")));
    }
    out.push_str("</urlset>\n");
    out
}

/// `robots.txt`.
pub(super) fn robots(site: &Site) -> String {
    let base = site.settings.base_url.as_deref().unwrap_or_default();
    format!("User-agent: *\nAllow: /\n\nSitemap: {base}sitemap.xml\n")
}

fn is_listed(route: &Route) -> bool {
    match route {
        Route::Home
        | Route::Track(_)
        | Route::Level(_)
        | Route::CompareIndex
        | Route::Compare(..)
        | Route::Move(..)
        | Route::DimensionIndex
        | Route::Dimension(_)
        | Route::Guidance(_) => true,
        Route::NotFound
        | Route::Sitemap
        | Route::Robots
        | Route::Catalogue
        | Route::GuidanceTexts
        | Route::Texts(_)
        | Route::Export
        | Route::Asset(_) => false,
    }
}
