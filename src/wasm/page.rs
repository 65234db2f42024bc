//! The page itself without its clutter: bytes in, bytes out. `page.d.ts` describes them.

use super::{Options, ended, error, settings};
use crate::{Declutterer, EditKind, Reason};
use js_sys::{Object, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = include_str!("page.d.ts");

#[wasm_bindgen]
extern "C" {
    /// The next bytes of the page, and what was done in them.
    #[wasm_bindgen(typescript_type = "Decluttered")]
    pub type Decluttered;
}

/// Rewrites one page itself: its adverts and promotions cut out, its related articles in sections, all else byte for byte.
///
/// **What it gives is the page's own HTML, with its own scripts: as safe as the page is, and no safer.**
#[wasm_bindgen(js_name = Declutterer)]
#[derive(Debug)]
pub struct PageDeclutterer {
    /// `None` after the end.
    page: Option<Declutterer>,
}

#[wasm_bindgen(js_class = Declutterer)]
impl PageDeclutterer {
    /// Prepares to rewrite one page.
    #[wasm_bindgen(constructor)]
    pub fn new(options: Option<Options>) -> Result<PageDeclutterer, JsValue> {
        Ok(Self { page: Some(Declutterer::new(settings(options)?)) })
    }

    /// Takes the next bytes of the page and gives those that are decided.
    pub fn write(&mut self, bytes: &[u8]) -> Result<Decluttered, JsValue> {
        cross(self.page.as_mut().ok_or_else(ended)?.write(bytes))
    }

    /// Ends the page and gives the rest.
    pub fn end(&mut self) -> Result<Decluttered, JsValue> {
        cross(self.page.take().ok_or_else(ended)?.end())
    }
}

/// An [`Edit`](crate::Edit) as JavaScript sees it.
#[derive(Serialize)]
struct Edit {
    start: u64,
    end: u64,
    #[serde(flatten)]
    kind: Kind,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Kind {
    Cut { reason: Reason, rule: &'static str },
    Section,
}

fn cross(given: crate::Decluttered) -> Result<Decluttered, JsValue> {
    let edits: Vec<Edit> = given.edits.into_iter().map(edit).collect();
    let edits = edits.serialize(&super::as_json()).map_err(|e| error("binding", &e.to_string()))?;
    let crossed = Object::new();
    Reflect::set(&crossed, &"html".into(), &Uint8Array::from(given.html.as_slice()))?;
    Reflect::set(&crossed, &"edits".into(), &edits)?;
    Reflect::set(&crossed, &"until".into(), &JsValue::from(given.until as f64))?;
    Ok(JsValue::from(crossed).unchecked_into())
}

fn edit(edit: crate::Edit) -> Edit {
    let kind = match edit.kind {
        EditKind::Cut { reason, rule } => Kind::Cut { reason, rule },
        EditKind::Section => Kind::Section,
    };
    Edit { start: edit.bytes.start, end: edit.bytes.end, kind }
}
