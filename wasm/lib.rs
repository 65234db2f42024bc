//! Links the binding of `src/wasm/` into a module.

#![forbid(unsafe_code)]

extern crate offprint as _;
