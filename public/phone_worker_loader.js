// Starts the phone worker in its thread. A start that fails is no `error` event for the page, so it is said.
importScripts("/phone_worker.js");
wasm_bindgen({ module_or_path: "/phone_worker_bg.wasm" }).catch(() => postMessage("failed"));
