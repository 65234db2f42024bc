//! Settings of any kind, then a page.

#![no_main]

#[path = "../../tests/allowed/mod.rs"]
mod allowed;
#[allow(dead_code, reason = "each target uses its part")]
#[path = "../../tests/fuzz/generate.rs"]
mod generate;
#[allow(dead_code, reason = "each target uses its part")]
#[path = "../../tests/fuzz/oracle.rs"]
mod oracle;
#[allow(dead_code, reason = "each target is one of them")]
#[path = "../../tests/fuzz/targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::settings(data));
