# Sourced by every script: where things are kept, and how the wasm target is reached.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$ROOT/scripts/versions.sh"
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/direct-sms
export PATH="$CACHE/tools/trunk-$TRUNK_VERSION/bin:$CACHE/tools/wasm-bindgen-$WASM_BINDGEN_VERSION/bin:$CACHE/tools/wasm-split-$WASM_SPLIT_VERSION/bin:$CACHE/tools/wasm-opt-$BINARYEN_VERSION/bin:$PATH"
WASM_TOOLCHAIN=direct-sms-wasm
WASM_SYSROOT=$CACHE/wasm-sysroot

say() { printf '== %s\n' "$*"; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }

# True when this compiler has the standard library of the wasm target.
has_wasm_target() { ls "$({ "$1" --print sysroot; } 2>/dev/null)"/lib/rustlib/wasm32-unknown-unknown/lib/libcore-*.rlib >/dev/null 2>&1; }

# Runs a command with a compiler that can build for wasm.
with_wasm() {
  if has_wasm_target rustc; then
    "$@"
  else
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$(rust_lld) RUSTUP_TOOLCHAIN=$WASM_TOOLCHAIN "$@"
  fi
}

rust_lld() {
  local sysroot
  sysroot=$(RUSTUP_TOOLCHAIN= rustc --print sysroot)
  ls "$sysroot"/lib/rustlib/*/bin/rust-lld | head -1
}

find_chromium() {
  for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$candidate" ] && command -v "$candidate" >/dev/null; then command -v "$candidate"; return; fi
  done
  return 1
}

# For pages that nobody looks at: Debian's Chromium without its windows does the same in half the time.
find_headless_chromium() { command -v "${CHROMIUM:-chromium-headless-shell}" || find_chromium; }
