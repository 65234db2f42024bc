//! What is asked of the platform.

#[cfg(target_arch = "wasm32")]
mod web {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        type TextDecoder;

        #[wasm_bindgen(constructor, catch)]
        fn new(label: &str) -> Result<TextDecoder, JsValue>;

        #[wasm_bindgen(method)]
        fn decode(this: &TextDecoder, bytes: &[u8]) -> String;

        #[wasm_bindgen(method, getter)]
        fn encoding(this: &TextDecoder) -> String;
    }

    /// The name of the encoding that a label stands for.
    pub(crate) fn name(label: &str) -> Option<String> {
        TextDecoder::new(label).ok().map(|decoder| decoder.encoding())
    }

    /// The text of some bytes; empty where the platform does not know the encoding.
    pub(crate) fn decode(label: &str, bytes: &[u8]) -> String {
        TextDecoder::new(label).map(|decoder| decoder.decode(bytes)).unwrap_or_default()
    }
}
#[cfg(target_arch = "wasm32")]
pub(crate) use web::{decode, name};

#[cfg(test)]
mod real_tables {
    pub(crate) fn name(label: &str) -> Option<String> {
        real::Encoding::for_label_no_replacement(label.as_bytes()).map(|e| e.name().to_ascii_lowercase())
    }

    pub(crate) fn decode(label: &str, bytes: &[u8]) -> String {
        let encoding = real::Encoding::for_label(label.as_bytes());
        encoding.map(|e| e.decode_without_bom_handling(bytes).0.into_owned()).unwrap_or_default()
    }
}
#[cfg(test)]
pub(crate) use real_tables::{decode, name};
