//! What a request asks for, as far as a preview cares.

use super::Address;

/// A request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    pub method: Method,
    /// `None` where it is no address that a site could have.
    pub address: Option<Address>,
    /// Every `Host` header is the same, and this is it.
    pub host: Option<String>,
    /// The `If-None-Match` header: what the client holds already.
    pub held: Option<String>,
}

/// What is to be done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Method {
    Get,
    Head,
    Other,
}

impl Asked {
    pub(super) fn of(request: &tiny_http::Request) -> Self {
        let method = match request.method() {
            tiny_http::Method::Get => Method::Get,
            tiny_http::Method::Head => Method::Head,
            _ => Method::Other,
        };
        let mut hosts = values(request, "Host");
        let host = hosts.next().filter(|_| hosts.next().is_none()).map(str::to_owned);
        let held = values(request, "If-None-Match").next().map(str::to_owned);
        Self { method, address: Address::read(request.url()), host, held }
    }
}

fn values<'a>(request: &'a tiny_http::Request, name: &'static str) -> impl Iterator<Item = &'a str> {
    let named = move |header: &&tiny_http::Header| header.field.equiv(name);
    request.headers().iter().filter(named).map(|header| header.value.as_str())
}
