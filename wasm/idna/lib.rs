//! Stands in for the crate `idna` in the wasm: host names beyond ASCII go through the platform's `URL`, which knows UTS 46
//! with all its tables. Only what the crate `url` calls is here.

#![forbid(unsafe_code)]

use std::borrow::Cow;
use std::fmt;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type URL;

    #[wasm_bindgen(constructor, catch)]
    fn new(address: &str) -> Result<URL, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn hostname(this: &URL) -> String;
}

/// The name is no host name.
#[derive(Debug, Default)]
pub struct Errors {}

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a host name")
    }
}

impl std::error::Error for Errors {}

/// ASCII characters that a name may not hold.
#[derive(Clone, Copy, Debug)]
pub enum AsciiDenyList {
    /// Forbidden domain code points (URL standard, 3.1).
    URL,
}

impl AsciiDenyList {
    fn has(self, c: u8) -> bool {
        c <= b' ' || c == 0x7f || b"%#/:<>?@[\\]^|".contains(&c)
    }
}

/// "Domain to ASCII", URL standard 3.3.
pub fn domain_to_ascii_from_cow(domain: Cow<'_, [u8]>, deny: AsciiDenyList) -> Result<Cow<'_, str>, Errors> {
    if domain.iter().any(|&c| deny.has(c)) {
        return Err(Errors {});
    }
    if is_plain(&domain) {
        return utf8(domain);
    }
    let mut name = utf8(domain)?;
    if name.is_ascii() && !has_punycode(&name) {
        name.to_mut().make_ascii_lowercase();
        return Ok(name);
    }
    URL::new(&format!("https://{name}")).map(|url| url.hostname().into()).map_err(|_| Errors {})
}

/// "Domain to Unicode", URL standard 3.3: for display alone, which nothing here asks for.
pub fn domain_to_unicode(domain: &str) -> (String, Result<(), Errors>) {
    (domain.to_owned(), Ok(()))
}

/// Nearly every host: lower case, and no label to look into.
fn is_plain(domain: &[u8]) -> bool {
    domain.iter().all(|&c| c.is_ascii() && !c.is_ascii_uppercase()) && !domain.windows(4).any(|w| w == b"xn--")
}

fn has_punycode(name: &str) -> bool {
    name.split('.').any(|label| label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--")))
}

fn utf8(bytes: Cow<'_, [u8]>) -> Result<Cow<'_, str>, Errors> {
    match bytes {
        Cow::Borrowed(bytes) => std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| Errors {}),
        Cow::Owned(bytes) => String::from_utf8(bytes).map(Cow::Owned).map_err(|_| Errors {}),
    }
}
