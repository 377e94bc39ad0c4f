// Starts the worker that its address names, in its thread. A start that fails is no `error` event for the page, so it is said.
const name = location.search.slice(1);
importScripts(`/${name}.js`);
wasm_bindgen({ module_or_path: `/${name}_bg.wasm` }).catch(() => postMessage("failed"));
