//! Any bytes as a page.

#![no_main]

#[path = "../../tests/allowed/mod.rs"]
mod allowed;
#[allow(dead_code, reason = "each target uses its part")]
#[path = "../../tests/fuzz/generate.rs"]
mod generate;
#[allow(dead_code, reason = "each target uses its part")]
#[path = "../../tests/fuzz/oracle.rs"]
mod oracle;

libfuzzer_sys::fuzz_target!(|page: &[u8]| oracle::holds(&oracle::usual(), page));
