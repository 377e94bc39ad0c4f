//! Files in and out: reading what a person picked, offering a download, fetching what ships with the app.

use gloo_net::http::Request;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

use super::Error;
use super::error::text_of;

/// The bytes of a file a person picked or dropped.
///
/// # Errors
/// `Other` when the browser cannot read it, such as a folder or a file that is gone.
pub async fn read(file: &File) -> Result<Vec<u8>, Error> {
    let buffer = JsFuture::from(file.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Hands a text to the browser as a download.
///
/// # Errors
/// `Other` when the browser refuses.
pub fn save(name: &str, mime: &str, text: &str) -> Result<(), Error> {
    offer(name, mime, &js_sys::Array::of1(&JsValue::from_str(text)))
}

/// Hands something to the browser as a download, behind a few characters; it is not copied.
///
/// # Errors
/// `Other` when the browser refuses.
pub fn save_blob(name: &str, mime: &str, before: &str, blob: &Blob) -> Result<(), Error> {
    offer(name, mime, &js_sys::Array::of2(&JsValue::from_str(before), blob))
}

fn offer(name: &str, mime: &str, parts: &js_sys::Array) -> Result<(), Error> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_blob_sequence_and_options(parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link = web_sys::window()
        .and_then(|window| window.document())
        .ok_or_else(|| Error::Other("there is no page".into()))?
        .create_element("a")?
        .dyn_into::<HtmlAnchorElement>()
        .map_err(|element| Error::Other(text_of(&element)))?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)?;
    Ok(())
}

/// A text that ships with the app.
///
/// # Errors
/// `Unavailable` without a network, `Other` for any answer but success.
pub async fn fetch(path: &str) -> Result<String, Error> {
    let offline = |error: gloo_net::Error| Error::Unavailable {
        what: "the network",
        cause: error.to_string(),
    };
    let response = Request::get(path).send().await.map_err(offline)?;
    if !response.ok() {
        return Err(Error::Other(format!("`{path}` answered {}", response.status())));
    }
    response.text().await.map_err(offline)
}
