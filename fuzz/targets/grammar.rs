//! Pages of tags and texts: each byte is a choice of the grammar in `tests/fuzz/generate.rs`.

#![no_main]

#[path = "../../tests/allowed/mod.rs"]
mod allowed;
#[allow(dead_code, reason = "each target uses its part")]
#[path = "../../tests/fuzz/generate.rs"]
mod generate;
#[allow(dead_code, reason = "each target uses its part")]
#[path = "../../tests/fuzz/oracle.rs"]
mod oracle;

use generate::Dice;

libfuzzer_sys::fuzz_target!(|choices: &[u8]| oracle::hold(Dice::given(choices)));
