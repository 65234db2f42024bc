//! A page by its address.

use super::Failure;
use super::source::{MOST, Source, is_readable};
use std::io;
use std::time::Duration;
use ureq::{Agent, Error, ResponseExt as _};

/// To find the host and reach it; browsers are more patient, people are not.
const CONNECT: Duration = Duration::from_secs(15);

/// Until the answer begins.
const ANSWER: Duration = Duration::from_secs(30);

/// For all of it, whatever trickles in.
const WHOLE: Duration = Duration::from_mins(2);

/// What Fetch follows at most.
const REDIRECTS: u32 = 20;

/// Asks for the page; its bytes come while it is read.
pub(super) fn fetch(address: &str) -> Result<Source, Failure> {
    let unread = |why: String| Failure::Work(format!("{address} could not be read: {why}"));
    let response = agent().get(address).call().map_err(|e| unread(told(&e)))?;
    // Without the fragment, which the server never sees.
    let url = response.get_uri().to_string();
    let content_type = response.headers().get("content-type").and_then(|label| label.to_str().ok()).map(str::to_owned);
    if let Some(other) = content_type.as_deref().filter(|label| !is_readable(label)) {
        return Err(unread(format!("it is no page but {other}; give a page's address")));
    }
    let bytes = response.into_body().into_with_config().limit(MOST).reader();
    Ok(Source { name: address.to_owned(), bytes: Box::new(bytes), url: Some(url), content_type, now: None })
}

fn agent() -> Agent {
    Agent::config_builder()
        .user_agent(concat!("offprint/", env!("CARGO_PKG_VERSION")))
        .accept("text/html, application/xhtml+xml, application/xml;q=0.9, text/*;q=0.8")
        .max_redirects(REDIRECTS)
        .timeout_resolve(Some(CONNECT))
        .timeout_connect(Some(CONNECT))
        .timeout_recv_response(Some(ANSWER))
        .timeout_global(Some(WHOLE))
        .build()
        .into()
}

/// Why reading on failed, where the web is the reason.
pub(super) fn reason(why: &io::Error) -> Option<String> {
    why.get_ref()?.downcast_ref::<Error>().map(told)
}

/// What went wrong and what to do.
fn told(why: &Error) -> String {
    match why {
        Error::StatusCode(status @ (404 | 410)) => format!("the server has no such page ({status}); check the address"),
        Error::StatusCode(status @ (401 | 403 | 429)) => {
            format!("the server refuses it ({status}); save the page in a browser and give the file")
        }
        Error::StatusCode(status) => format!("the server answers {status}; try again later"),
        Error::HostNotFound => "there is no such host; check the address".to_owned(),
        Error::BadUri(_) | Error::Http(_) => "this is no web address; check it".to_owned(),
        Error::Timeout(_) => "the server takes too long; try again later".to_owned(),
        Error::TooManyRedirects => format!("it leads on more than {REDIRECTS} times; check the address"),
        Error::BodyExceedsLimit(most) => format!("it is larger than {} MB; save it and give the file", most >> 20),
        other => format!("{other}; check the address and the connection").to_lowercase(),
    }
}
