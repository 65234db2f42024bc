//! What crosses the seam to JavaScript: bytes in, changes out. `types.d.ts` describes the changes; the parity test in
//! `tests/wasm/` compares it with what really comes.

#![allow(unreachable_pub, reason = "what JavaScript sees is `pub`, whatever Rust sees")]

mod copy;
#[cfg(feature = "declutter")]
mod page;

use crate::render::{self, Assembly, Captions, Scope};
use crate::{ArticleId, Change, Error, Rewriter, Settings};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = include_str!("types.d.ts");

#[wasm_bindgen]
extern "C" {
    /// How a page is read.
    #[wasm_bindgen(typescript_type = "Options")]
    pub type Options;

    /// Steps of the result, in order.
    #[wasm_bindgen(typescript_type = "Change[]")]
    pub type Changes;

    /// Everything that was found.
    #[wasm_bindgen(typescript_type = "Extraction")]
    pub type Extraction;
}

/// Reads one page.
#[wasm_bindgen]
pub struct Reader {
    /// `None` after the end.
    rewriter: Option<Rewriter>,
    /// Bytes taken so far.
    at: u64,
    /// What the changes so far lead to.
    page: Assembly,
}

#[wasm_bindgen]
impl Reader {
    /// Prepares to read one page.
    #[wasm_bindgen(constructor)]
    pub fn new(options: Option<Options>) -> Result<Reader, JsValue> {
        let rewriter = Rewriter::new(settings(options)?).map_err(|e| from_core(&e))?;
        Ok(Self { rewriter: Some(rewriter), at: 0, page: Assembly::new() })
    }

    /// Takes the next bytes of the page and says what changed.
    pub fn write(&mut self, bytes: &[u8]) -> Result<Changes, JsValue> {
        let rewriter = self.rewriter.as_mut().ok_or_else(ended)?;
        self.at += bytes.len() as u64;
        let changes = rewriter.write(bytes).map_err(|e| from_core(&e))?;
        self.hand_over(changes)
    }

    /// Ends the page; the last change is the outline.
    pub fn end(&mut self) -> Result<Changes, JsValue> {
        let changes = self.rewriter.take().ok_or_else(ended)?.end().map_err(|e| from_core(&e))?;
        self.hand_over(changes)
    }

    /// The articles as they stand, with HTML and text; after the end with all that is known of the page too.
    pub fn extraction(&self) -> Result<Extraction, JsValue> {
        let whole = render::json::page(&self.page, Scope::All, Captions::With).serialize(&as_json());
        whole.map(JsCast::unchecked_into).map_err(|e| error("binding", &e.to_string()))
    }

    /// The text of an article in Markdown, without its title; without the blocks that a person took out, and with the
    /// removed ones that they restored.
    pub fn markdown(&self, article: u32, taken_out: &[u32], restored: &[u32]) -> String {
        copy::markdown(&self.page, ArticleId(article), taken_out, restored)
    }

    /// One by one: the HTML of a large page's blocks is several times their text.
    fn hand_over(&mut self, changes: Vec<Change>) -> Result<Changes, JsValue> {
        let crossed = js_sys::Array::new();
        for change in changes {
            let one = cross(&change, self.at);
            self.page.apply(change);
            crossed.push(&one?);
        }
        Ok(JsValue::from(crossed).unchecked_into())
    }
}

/// The package's version.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The list that names of adverts were taken from, and its date.
#[wasm_bindgen(js_name = adList)]
pub fn ad_list() -> String {
    crate::AD_LIST.to_owned()
}

/// [`Settings`] as JavaScript gives them. Read field by field: a derived reader brings in how numbers are printed, for its errors.
fn settings(options: Option<Options>) -> Result<Settings, JsValue> {
    let mut settings = Settings::new();
    let Some(options) = options else { return Ok(settings) };
    if !options.is_object() {
        return Err(error("bad-options", "options are an object"));
    }
    settings.url = wish(&options, "url", JsValue::as_string)?;
    settings.content_type = wish(&options, "contentType", JsValue::as_string)?;
    // Seconds since 1970; a fraction, as `Date.now() / 1000` has one, is dropped.
    settings.now = wish(&options, "now", JsValue::as_f64)?.map(|seconds| seconds.floor() as i64);
    Ok(settings)
}

/// One of the options, where it is given.
fn wish<T>(options: &JsValue, name: &str, read: fn(&JsValue) -> Option<T>) -> Result<Option<T>, JsValue> {
    let value = js_sys::Reflect::get(options, &name.into())?;
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    let wrong = || error("bad-options", &["an option of the wrong type: ", name].concat());
    read(&value).map(Some).ok_or_else(wrong)
}

fn cross(change: &Change, at: u64) -> Result<JsValue, JsValue> {
    render::json::change(change, at).serialize(&as_json()).map_err(|e| error("binding", &e.to_string()))
}

/// As JSON would have it: `null` for what is unknown, objects for maps.
fn as_json() -> serde_wasm_bindgen::Serializer {
    serde_wasm_bindgen::Serializer::json_compatible()
}

fn from_core(e: &Error) -> JsValue {
    error(e.code(), &e.to_string())
}

fn ended() -> JsValue {
    error("ended", "the page has ended; make a new Reader for the next one")
}

/// A JavaScript `Error` with a `code`.
fn error(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    // Fails only for frozen objects, and this one is new.
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
