//! Links the binding of `src/wasm/` into a module.

extern crate offprint as _;
