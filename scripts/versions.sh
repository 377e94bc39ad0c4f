# Every tool's version, in one place. The wasm-bindgen CLI must equal the library in Cargo.lock.
TRUNK_VERSION=0.21.14
WASM_BINDGEN_VERSION=0.2.130
BINARYEN_VERSION=132.0.0
# Reads what wasm_split_helpers in Cargo.lock marks: their versions need not be equal, but both are 0.2.
WASM_SPLIT_VERSION=0.2.4
